"""Shaped words as text-showing operators (ISO 32000-1, 9.4.3).

A word is shown by ``TJ``: glyph numbers, and where HarfBuzz places a glyph elsewhere than its
width would, a number that moves it there. What a reader gets back out of the glyphs must be the
word's text (ISO 14289-1, 7.21.7): ToUnicode says it where each glyph has one meaning, a ``Span``
with ``ActualText`` says it where not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from unicodedata import category, normalize

from handouts.dataclass import dataclass
from handouts.pdf.typeface import Typeface
from handouts.typeset.font import Glyph, Word


@dataclass(frozen=True, slots=True)
class Piece:
    """Glyphs on one height: ``rise`` is above the baseline, in font units.

    ``codes`` is the inside of a ``TJ`` array from its first ``(`` to its last ``)``, so that
    pieces can be put side by side in one array.
    """

    rise: int
    codes: str


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs that are read together as ``text``.

    They spell it themselves, provided that each of ``demands`` is granted: a glyph that has no
    text of its own, and the text it must have. ``demands`` is ``None`` where they cannot spell it;
    such a run is one cluster, and only such a run has pieces off the baseline.
    """

    pieces: tuple[Piece, ...]
    text: str
    demands: tuple[tuple[int, str], ...] | None


@dataclass(frozen=True, slots=True)
class Setting:
    """A word as it is shown."""

    runs: tuple[Run, ...]
    right_to_left: bool = False

    @property
    def plain(self) -> str | None:
        """The codes alone where there is no more to a word, as with nearly all words."""
        if self.right_to_left or len(self.runs) != 1:
            return None
        (run,) = self.runs
        return run.pieces[0].codes if run.demands == () else None


def set_word(word: Word, typeface: Typeface) -> Setting:
    """Work out how to show a word.

    Raises ``ValueError`` for a glyph that the font does not have (.notdef): whoever shaped the
    word should have reported it.
    """
    if 0 in word.numbers:
        raise ValueError(f"{typeface.font.name} lacks a character of {word.text!r}")
    if (codes := plain_codes(word, typeface)) is not None:
        return Setting((Run((Piece(0, codes),), word.text, ()),))
    return set_by_clusters(word, typeface)


def plain_codes(word: Word, typeface: Typeface) -> str | None:
    """Give the codes of a word whose glyphs stand on the line and spell its text left to right.

    Nearly every word is one. Of any other it gives none: that is set by clusters.
    """
    if word.right_to_left or word.moves:
        return None
    if "".join(map(typeface.spelling, word.numbers)) != word.text:
        return None
    codes = list(map(typeface.code, word.numbers))
    widths = list(map(typeface.width, word.numbers))
    scale = 1000 / typeface.font.units
    advances = [advance * scale for advance in word.advances]
    return "".join(codes if advances == widths else _kerned(codes, widths, advances))


def _kerned(
    codes: Sequence[str], widths: Sequence[float], advances: Sequence[float]
) -> Iterator[str]:
    """Give codes with the gaps between them, in whole thousandths of the size."""
    wanted = at = 0.0
    for code, width, advance in zip(codes, widths, advances, strict=True):
        if gap := round(at - wanted):
            at -= gap
            yield f"){gap}("
        yield code
        at += width
        wanted += advance
    if gap := round(at - wanted):
        yield f"){gap}("


def set_by_clusters(word: Word, typeface: Typeface) -> Setting:
    """Work out how to show any word, cluster by cluster."""
    reverse = word.right_to_left
    pen = _Pen(typeface)
    runs = [_run(cluster, reverse, pen) for cluster in _clusters(word.glyphs)]
    if gap := pen.gap(0):
        runs.append(Run((Piece(0, gap),), "", ()))
    return Setting(tuple(_joined(runs, reverse)), reverse)


class _Pen:
    """Walks along a word: where the next glyph belongs, and where it would come to stand."""

    def __init__(self, typeface: Typeface) -> None:
        self.typeface = typeface
        self._scale = 1000 / typeface.font.units
        self._wanted = 0.0
        self._at = 0.0

    def show(self, glyph: Glyph) -> str:
        """Show a glyph where it belongs."""
        gap = self.gap(glyph.dx)
        self._at += self.typeface.width(glyph.number)
        self._wanted += glyph.advance * self._scale
        return gap + self.typeface.code(glyph.number)

    def gap(self, dx: int) -> str:
        """Move to ``dx`` beyond where the next glyph belongs, in whole thousandths of the size."""
        gap = round(self._at - self._wanted - dx * self._scale)
        self._at -= gap
        return f"){gap}(" if gap else ""


def _clusters(glyphs: Sequence[Glyph]) -> Iterator[Sequence[Glyph]]:
    starts = [index for index, glyph in enumerate(glyphs) if glyph.text]
    ends = [*starts[1:], len(glyphs)]
    return (glyphs[start:end] for start, end in zip(starts, ends, strict=True))


def _run(cluster: Sequence[Glyph], reverse: bool, pen: _Pen) -> Run:
    text = cluster[0].text
    if any(glyph.dy for glyph in cluster):  # readers that go by position lose what is off the line
        return Run(tuple(Piece(glyph.dy, pen.show(glyph)) for glyph in cluster), text, None)
    pieces = (Piece(0, "".join(map(pen.show, cluster))),)
    in_order = cluster[::-1] if reverse else cluster
    return Run(pieces, text, _demands(in_order, text, pen.typeface))


def _joined(runs: Sequence[Run], reverse: bool) -> Iterator[Run]:
    """Join neighbours that spell their text themselves."""
    for spelt, neighbours in groupby(runs, key=lambda run: run.demands is not None):
        if spelt:
            yield _join(list(neighbours), reverse)
        else:
            yield from neighbours


def _join(runs: Sequence[Run], reverse: bool) -> Run:
    codes = "".join(run.pieces[0].codes for run in runs)
    texts = [run.text for run in runs]
    text = "".join(texts[::-1] if reverse else texts)
    return Run((Piece(0, codes),), text, tuple(d for run in runs for d in run.demands or ()))


def _demands(
    glyphs: Sequence[Glyph], text: str, typeface: Typeface
) -> tuple[tuple[int, str], ...] | None:
    """Give what must be granted for ``glyphs``, in reading order, to spell ``text``."""
    texts = [typeface.spelling(glyph.number) for glyph in glyphs]
    demands: tuple[tuple[int, str], ...] = ()
    if texts.count("") == 1:
        unknown = texts.index("")
        texts[unknown] = _without(text, texts)
        demands = ((glyphs[unknown].number, texts[unknown]),)
    return demands if all(texts) and _same("".join(texts), text) else None


def _without(text: str, parts: Sequence[str]) -> str:
    for part in filter(None, parts):
        text = text.replace(part, "", 1)
    return text


def _same(one: str, other: str) -> bool:
    return one == other or _folded(one) == _folded(other)


def _folded(text: str) -> str:
    """Fold what no reader tells apart: ways of writing an accent, and kinds of space."""
    return "".join(" " if category(c) == "Zs" else c for c in normalize("NFC", text))
