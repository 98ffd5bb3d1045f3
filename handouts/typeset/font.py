"""Fonts, and words shaped with them.

A ``Font`` is one font file with what HarfBuzz knows of it; a ``Word`` is a stretch of text
that has been shaped once and can be set at any size. Advances and offsets are in font units.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Literal, NamedTuple
from unicodedata import combining, normalize

import uharfbuzz

from handouts.dataclass import dataclass

FAMILIES = ("atkinson-hyperlegible-next", "noto-sans", "noto-sans-hebrew", "noto-sans-arabic")
"""Folders of fonts: the one to set with, then those that help out with missing characters."""

_FILE = re.compile(r"_(?P<weight>[1-9]00)[A-Za-z]+?(?P<italic>_?Italic)?\.ttf$")
_JOINERS = "\u200c\u200d"
_CONTROLS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_SELECTORS = "".join(map(chr, range(0xFE00, 0xFE10)))
_INVISIBLE = frozenset(f"\u00ad\u034f\u200b\u2060\ufeff{_JOINERS}{_CONTROLS}{_SELECTORS}")
"""What prints nothing: soft hyphens and other places to break or not, joiners, which way text runs,
and which form of a sign is wanted, of which fonts have but one."""
_STAND_INS = {
    "\u00a0": " ",
    "\u202f": "\u00a0",
    "\u2009": "\u00a0",
    "\u2010": "-",
    "\u2011": "-",
    "\t": " ",
}

_NO_NAME = re.compile(r"[^A-Za-z0-9+-]")
"""What no font's name has in a PDF, lest it be taken for something else."""

_ANY_LANGUAGE = "und"
"""HarfBuzz asks the environment for a language where it is told none."""


@dataclass(slots=True, eq=False)
class Font:
    """One font; compared by identity, so that outputs can keep what they made of it.

    ``axes`` are where a variable font stands, by the tags of its axes.
    """

    name: str
    face: uharfbuzz.Face
    shaper: uharfbuzz.Font
    units: int
    ascender: int
    descender: int
    cap_height: int
    weight: int
    italic: bool
    axes: Mapping[str, float] = field(default_factory=dict)


class Glyph(NamedTuple):
    """A glyph of a shaped word: its number in the font, its advance, and where it is moved to.

    ``text`` is what the glyph stands for: the characters of its cluster on the cluster's first
    glyph, nothing on the others. Glyphs stand in visual order, left to right.
    """

    number: int
    advance: int
    dx: int
    dy: int
    text: str


@dataclass(slots=True, eq=False)
class Word:
    """A shaped stretch of text in one font; compared by identity, as fonts are.

    What its glyphs have is kept in columns, as most words are set without a look at any single
    glyph. ``moves`` is empty where all stand where they are expected. Its glyphs stand from left to
    right, also where it is to be read from ``right_to_left``.
    """

    font: Font
    text: str
    advance: int
    numbers: Sequence[int]
    advances: Sequence[int]
    texts: Sequence[str]
    moves: Sequence[tuple[int, int]] = ()
    right_to_left: bool = False

    @property
    def glyphs(self) -> list[Glyph]:
        """The glyphs one by one."""
        moves = self.moves or [(0, 0)] * len(self.numbers)
        columns = zip(self.numbers, self.advances, moves, self.texts, strict=True)
        return [Glyph(number, advance, *move, text) for number, advance, move, text in columns]

    @property
    def ink(self) -> tuple[float, float]:
        """How far the glyphs reach above the baseline and below it, at size 1."""
        extents = self.font.shaper.get_glyph_extents
        boxes = [(glyph.dy, box) for glyph in self.glyphs if (box := extents(glyph.number))]
        top = max([dy + box.y_bearing for dy, box in boxes], default=0)
        bottom = min([dy + box.y_bearing + box.height for dy, box in boxes], default=0)
        return max(top, 0) / self.font.units, max(-bottom, 0) / self.font.units


class Face(NamedTuple):
    """What a stretch of text asks of its font."""

    weight: int = 400
    italic: bool = False
    tabular: bool = False


class Flow(NamedTuple):
    """How a stretch of text goes with what is around it.

    ``direction`` is ``ltr`` or ``rtl``, or none for that of its letters. ``before`` and ``after``
    are what stands beside it in the same word: joined letters have other shapes than single ones.
    """

    direction: Literal["ltr", "rtl"] | None = None
    before: str = ""
    after: str = ""


ALONE = Flow()
"""Text that goes with nothing else."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a font is: its file, and where on the axes of a variable one."""

    path: Path
    axes: tuple[tuple[str, float], ...] = ()


class Family:
    """Fonts by weight and slant, opened when first asked for; all have the same characters."""

    def __init__(self, sources: Mapping[tuple[int, bool], Source]) -> None:
        self.sources = sources
        self._open: dict[Source, Font] = {}
        self._nearest: dict[Face, Font] = {}

    @cached_property
    def characters(self) -> frozenset[str]:
        """The characters that there are glyphs for."""
        return frozenset(map(chr, self.font(Face()).face.unicodes))

    def font(self, face: Face) -> Font:
        """Give the font nearest in weight; upright where the family has no italic."""
        font = self._nearest.get(face)
        if font is None:
            font = self._nearest[face] = self._find(face)
        return font

    def _find(self, face: Face) -> Font:
        slants = {slanted for _, slanted in self.sources}
        italic = face.italic if face.italic in slants else not face.italic
        weights = [weight for weight, slanted in self.sources if slanted is italic]
        nearest = min(weights, key=lambda weight: (abs(weight - face.weight), -weight))
        source = self.sources[nearest, italic]
        if source not in self._open:
            self._open[source] = open_font(source, nearest, italic)
        return self._open[source]


class Fonts:
    """The families at hand. Shapes each word once and keeps it; holds no other state.

    ``others`` are further families that help out with characters that none in the folder has.
    """

    def __init__(
        self, folder: Path, families: Sequence[str] = FAMILIES, others: Sequence[Family] = ()
    ) -> None:
        self._families = [*(_family(folder / name) for name in families), *others]
        self._words: dict[tuple[str, Face, Flow], tuple[Word, ...]] = {}

    def missing(self, text: str) -> frozenset[str]:
        """Give the characters that no font has; those that print nothing are never missing."""
        missing = frozenset(text) - self._families[0].characters
        if missing:  # other families are opened for what the first one lacks
            missing = frozenset(normalize("NFC", text)) - self._families[0].characters
            missing -= self._characters | _INVISIBLE | _STAND_INS.keys() | {"\n"}
        return missing

    def suffices(self, text: str) -> bool:
        """Whether the first family alone has all characters of a text."""
        return self._families[0].characters.issuperset(text)

    def shape(self, text: str, face: Face, flow: Flow = ALONE) -> tuple[Word, ...]:
        """Shape ``text`` as it stands, without breaking it: one word for each font it needs.

        The words are in reading order.
        """
        if not text:
            return ()
        key = (text, face, flow)
        words = self._words.get(key)
        if words is None:
            if len(self._words) > 200_000:
                self._words.clear()
            words = self._words[key] = self._shape(text, face, flow)
        return words

    def _shape(self, text: str, face: Face, flow: Flow) -> tuple[Word, ...]:
        first = self._families[0]
        if not first.characters.issuperset(text):
            text = self._printable(text)
            if not first.characters.issuperset(text):
                parts = list(self._by_font(text, face))
                if len(parts) > 1:  # letters of two fonts do not join
                    flow = Flow(flow.direction)
                return tuple([shape(part, font, face, flow) for font, part in parts])
        return (shape(text, first.font(face), face, flow),) if text else ()

    @cached_property
    def _characters(self) -> frozenset[str]:
        return frozenset().union(*(family.characters for family in self._families))

    def _printable(self, text: str) -> str:
        """Compose letters and marks (NFC), drop what prints nothing, put stand-ins where needed."""
        composed = (c for c in normalize("NFC", text) if c not in _INVISIBLE or c in _JOINERS)
        return "".join(c if c in self._characters else _STAND_INS.get(c, c) for c in composed)

    def _by_font(self, text: str, face: Face) -> Iterator[tuple[Font, str]]:
        indices = self._family_indices(text)
        for index, part in groupby(zip(indices, text, strict=True), key=lambda pair: pair[0]):
            yield self._families[index].font(face), "".join(character for _, character in part)

    def _family_indices(self, text: str) -> list[int]:
        """Choose a family for each character; marks stay with the letter they stand on."""
        indices: list[int] = []
        for character in text:
            had = indices[-1] if indices else 0
            has = (i for i, known in enumerate(self._families) if character in known.characters)
            first = next(has, had)
            stays = combining(character) and character in self._families[had].characters
            indices.append(had if stays or character in _JOINERS else first)
        return indices


def shape(text: str, font: Font, face: Face, flow: Flow = ALONE) -> Word:
    """Shape text that the font has the characters of (HarfBuzz; kerning, ligatures, marks)."""
    buffer = uharfbuzz.Buffer()
    offset = len(flow.before)
    buffer.add_str(f"{flow.before}{text}{flow.after}", offset, len(text))
    buffer.language = _ANY_LANGUAGE
    if flow.direction:
        buffer.direction = flow.direction
    buffer.guess_segment_properties()
    uharfbuzz.shape(font.shaper, buffer, {"tnum": True} if face.tabular else None)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    assert infos is not None and positions is not None
    clusters = [info.cluster - offset for info in infos]
    each_its_own = clusters == list(range(len(text)))
    advances = [at.x_advance for at in positions]
    moves = [(at.x_offset, at.y_offset) for at in positions]
    return Word(
        font,
        text,
        sum(advances),
        [info.codepoint for info in infos],
        advances,
        text if each_its_own else list(_cluster_texts(text, clusters)),
        moves if any(map(any, moves)) else (),
        buffer.direction == "rtl",
    )


def _cluster_texts(text: str, clusters: Sequence[int]) -> Iterator[str]:
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    seen: set[int] = set()
    for cluster in clusters:
        yield "" if cluster in seen else text[cluster : ends[cluster]]
        seen.add(cluster)


def open_font(source: Source, weight: int, italic: bool) -> Font:
    """Open a font; of a collection, the first.

    Raises ``OSError`` when the file cannot be read.
    """
    face = uharfbuzz.Face(source.path.read_bytes())
    shaper = uharfbuzz.Font(face)
    if source.axes:
        shaper.set_variations(dict(source.axes))
    extents = shaper.get_font_extents("ltr")
    name = face.get_name(uharfbuzz.OTNameIdPredefined.POSTSCRIPT_NAME) or source.path.stem
    capital = shaper.get_glyph_extents(shaper.get_nominal_glyph(ord("H")) or 0)
    return Font(
        name=_NO_NAME.sub("", name) + "".join([f"-{value:g}" for _, value in source.axes]),
        face=face,
        shaper=shaper,
        units=face.upem,
        ascender=extents.ascender,
        descender=extents.descender,
        cap_height=capital.y_bearing if capital else extents.ascender,
        weight=weight,
        italic=italic,
        axes=dict(source.axes),
    )


def _family(folder: Path) -> Family:
    found = ((path, _FILE.search(path.name)) for path in sorted(folder.glob("*.ttf")))
    sources = {(int(m["weight"]), bool(m["italic"])): Source(path) for path, m in found if m}
    if not sources:
        raise FileNotFoundError(f"no fonts in {folder}")
    return Family(sources)
