"""Shaped text and line breaking.

Text is measured once, at size 1, as cumulative advances; a line is then found by bisection, and
another type size costs a division instead of a new measurement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from handouts.typeset.font import Face, Fonts, Word

LARGEST_VOCABULARY = 100_000
"""Words of one setting that are kept before they are all forgotten."""

_TOKEN = re.compile(r"([^ \n\t]*)([ \n\t]*)")
_BREAK_INSIDE = re.compile(r"(?<=[^\W\d_][-/—])(?=[^\W\d_])|\u200b|(?<=/)(?=[^\W\d_/]{3})")


@dataclass(frozen=True, slots=True)
class Setting:
    """How a stretch of text is set: its face, its tracking, and its size as a part of the paragraph's."""

    weight: int = 400
    italic: bool = False
    tabular: bool = False
    tracking: float = 0.0
    scale: float = 1.0
    colour: str = "ink"

    @property
    def face(self) -> Face:
        """The part that fonts know of."""
        return Face(self.weight, self.italic, self.tabular)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of one setting that stand together."""

    words: tuple[Word, ...]
    setting: Setting
    width: float


@dataclass(frozen=True, slots=True)
class Atom:
    """What no line breaks: mostly a word with its punctuation.

    ``space`` follows it within a line; ``advance`` is the width with that space.
    """

    pieces: tuple[Piece, ...]
    space: Piece | None
    width: float
    advance: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """Atoms ``start`` to ``stop`` (exclusive) of a shaped text, ``width`` wide at size 1."""

    start: int
    stop: int
    width: float


class Shaper:
    """Shapes text into atoms, and keeps each word of each setting for as long as it lives."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._atoms: dict[Setting, dict[tuple[str, str], Atom]] = {}

    def shape(self, texts: Sequence[str], settings: Sequence[Setting]) -> ShapedText:
        """Shape stretches of text that follow one another, each in its own setting."""
        return ShapedText(list(self._cut(texts, settings)), self)

    def piece(self, text: str, setting: Setting) -> Piece:
        """Shape text that stands together."""
        words = self.fonts.shape(text, setting.face)
        width = sum(word.advance / word.font.units for word in words)
        glyphs = sum(len(word.glyphs) for word in words) if setting.tracking else 0
        return Piece(words, setting, (width + glyphs * setting.tracking) * setting.scale)

    def _cut(self, texts: Sequence[str], settings: Sequence[Setting]) -> Iterator[Atom]:
        """Cut text where a line may break: at spaces, and after a hyphen or slash between letters."""
        pending: list[Piece] = []
        for text, setting in zip(texts, settings, strict=True):
            known = self._known(setting)
            for token in _TOKEN.findall(text):
                if not pending and token in known:
                    yield known[token]
                    continue
                yield from self._atoms_of(token, setting, pending)
        if pending:
            yield _atom(pending, None)

    def _known(self, setting: Setting) -> dict[tuple[str, str], Atom]:
        known = self._atoms.setdefault(setting, {})
        if len(known) > LARGEST_VOCABULARY:
            known.clear()
        return known

    def _atoms_of(
        self, token: tuple[str, str], setting: Setting, pending: list[Piece]
    ) -> Iterator[Atom]:
        """Cut one solid run and the space after it; what has no space after it stays pending."""
        solid, space = token
        whole = not pending
        first, *rest = _BREAK_INSIDE.split(solid)
        if first:
            pending.append(self.piece(first, setting))
        for part in rest:
            yield _atom(pending, None)
            pending[:] = [self.piece(part, setting)]
        if space and pending:
            atom = _atom(pending, self.piece(" ", setting))
            pending.clear()
            if whole and not rest:
                self._atoms[setting][token] = atom
            yield atom


class ShapedText:
    """Text cut into atoms, measured at size 1."""

    def __init__(self, atoms: Sequence[Atom], shaper: Shaper) -> None:
        self.atoms = atoms
        self._shaper = shaper
        self._starts = [0.0, *accumulate(atom.advance for atom in atoms)]
        self._ends = [start + atom.width for start, atom in zip(self._starts, atoms, strict=False)]
        self._widest = max((atom.width for atom in atoms), default=0.0)
        self._lines: tuple[float, float, list[TextLine]] | None = None

    @cached_property
    def width(self) -> float:
        """The width of the text on one line, at size 1."""
        return self._ends[-1] if self._ends else 0.0

    def lines(self, measure: float, balance: bool = False) -> tuple[ShapedText, list[TextLine]]:
        """Break into lines no wider than ``measure`` (at size 1), ragged, with no word alone on the last.

        Lines found for one measure are kept while they would be the same for another. Atoms too
        wide for any line are cut between glyphs; the text they belong to is then a new one.
        """
        if self._widest > measure:
            return self._cut(measure).lines(measure, balance)
        if self._lines and self._lines[0] <= measure < self._lines[1] and not balance:
            return self, self._lines[2]
        lines = self._balanced(measure) if balance else self._filled(measure)
        if not balance:
            self._lines = (
                max((line.width for line in lines), default=0.0),
                self._holds_below(lines),
                lines,
            )
        return self, lines

    def _filled(self, measure: float) -> list[TextLine]:
        """Fill each line in turn, then see to the last one."""
        lines = []
        start, count = 0, len(self.atoms)
        limit = measure + 1e-9
        while start < count:
            stop = max(bisect_right(self._ends, self._starts[start] + limit, lo=start), start + 1)
            lines.append(self._line(start, stop))
            start = stop
        return self._without_lone_word(lines, limit)

    def _without_lone_word(self, lines: list[TextLine], limit: float) -> list[TextLine]:
        if len(lines) < 2 or lines[-1].stop - lines[-1].start != 1:
            return lines
        *before, previous, last = lines
        lender = previous.stop - 1
        if lender - previous.start < 2 or self.atoms[lender].space is None:
            return lines
        longer = self._line(lender, last.stop)
        return (
            [*before, self._line(previous.start, lender), longer]
            if longer.width <= limit
            else lines
        )

    def _balanced(self, measure: float) -> list[TextLine]:
        """Find the narrowest measure that needs no more lines, so that lines come out even."""
        best = self._filled(measure)
        low, high = max(self._widest, self.width / max(len(best), 1)), measure
        for _ in range(8):
            middle = (low + high) / 2
            lines = self._filled(middle)
            if len(lines) <= len(best):
                best, high = lines, middle
            else:
                low = middle
        return best

    def _holds_below(self, lines: list[TextLine]) -> float:
        """Give the measure from which some line would take another atom in."""
        return min(
            (
                self._ends[line.stop] - self._starts[line.start]
                for line in lines
                if line.stop < len(self.atoms)
            ),
            default=float("inf"),
        )

    def _line(self, start: int, stop: int) -> TextLine:
        return TextLine(start, stop, self._ends[stop - 1] - self._starts[start])

    def _cut(self, measure: float) -> ShapedText:
        atoms = [part for atom in self.atoms for part in self._cut_atom(atom, measure)]
        return ShapedText(atoms, self._shaper)

    def _cut_atom(self, atom: Atom, measure: float) -> Iterator[Atom]:
        """Cut an atom that is too wide; a single letter wider than the measure stays whole."""
        if atom.width <= measure:
            yield atom
            return
        parts: list[Piece] = []
        width = 0.0
        for piece in self._letters(atom):
            if parts and width + piece.width > measure:
                yield _atom(parts, None)
                parts, width = [], 0.0
            parts.append(piece)
            width += piece.width
        yield _atom(parts, atom.space)

    def _letters(self, atom: Atom) -> Iterator[Piece]:
        for piece in atom.pieces:
            for word in piece.words:
                for letter in word.text:
                    yield self._shaper.piece(letter, piece.setting)


def _atom(pieces: Sequence[Piece], space: Piece | None) -> Atom:
    width = sum(piece.width for piece in pieces)
    return Atom(tuple(pieces), space, width, width + space.width if space else width)
