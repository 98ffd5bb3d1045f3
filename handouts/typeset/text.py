"""Shaped text and line breaking.

Text is measured once, at size 1, as cumulative advances; a line is then found by bisection, and
another type size costs a division instead of a new measurement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate, chain
from math import inf
from operator import add
from typing import NamedTuple

from handouts.dataclass import dataclass
from handouts.typeset.font import ALONE, Face, Flow, Font, Fonts, Word

LARGEST_VOCABULARY = 100_000
"""Words of one setting that are kept before they are all forgotten."""

ROUNDING = 1e-6
"""By how much sums of widths may be off, at size 1."""

MOST_TEXTS = 2_000
"""Texts that are kept before they are all forgotten: labels and the like come again and again."""

_SPACE = " \n\t"
_TOKEN = re.compile(rf"[^{_SPACE}]+[{_SPACE}]*|[{_SPACE}]+")
"""What stands together in a text with the space after it, or the space that a text begins with."""

_BLOCKS = (
    *((0x590, 0x8FF), (0x200F, 0x200F), (0x202B, 0x202E), (0x2067, 0x2068)),
    *((0xFB1D, 0xFDFF), (0xFE70, 0xFEFC)),
)
_RIGHT_TO_LEFT = frozenset(
    [chr(code) for first, last in _BLOCKS for code in range(first, last + 1)]
)
"""Blocks in which characters run right to left unless they are of another kind, and controls."""

_BEYOND, _FIRST_IDEOGRAPH = "\U00010800", "\u2e80"
"""Where there are more such blocks, and those of scripts without spaces."""

_LETTER = r"[^\W_][\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]*|."
_BREAKS = frozenset("-/—\u200b")
_BREAK_INSIDE = re.compile(r"(?<=[^\W\d_][-/—])(?=[^\W\d_])|\u200b|(?<=/)(?=[^\W\d_/]{3})")


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """How a stretch of text is set: face, tracking, and size as a part of the paragraph's.

    ``level`` is how deep it is embedded in text of the other direction: where it is odd, it runs
    right to left. In text that runs one way only there is no ``flow``.
    """

    face: Face
    tracking: float = 0.0
    scale: float = 1.0
    colour: str = "ink"
    level: int = 0
    flow: Flow = ALONE


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """Words of one setting that stand together, ``width`` wide at size 1."""

    words: tuple[Word, ...]
    setting: Setting
    width: float


@dataclass(frozen=True, slots=True, eq=False)
class Atom:
    """What no line breaks: mostly a word with its punctuation.

    ``space`` follows it within a line; ``advance`` is the width with it, ``spaced`` are the pieces
    with it, and ``words`` those of which they are made.
    """

    pieces: tuple[Piece, ...]
    space: Piece | None
    width: float
    advance: float
    spaced: tuple[Piece, ...]
    words: tuple[Word, ...]


class TextLine(NamedTuple):
    """Atoms ``start`` to ``stop`` (exclusive) of a shaped text, ``width`` wide at size 1."""

    start: int
    stop: int
    width: float


Stretch = tuple[Sequence[Word], Setting, float]
"""Words of one setting and font on one line, and how far right of its left end, at size 1."""


def runs_both_ways(text: str) -> bool:
    """Whether a text has anything in it that runs right to left."""
    return not _RIGHT_TO_LEFT.isdisjoint(text) or max(text, default="") >= _BEYOND


class Shaper:
    """Shapes text into atoms, and keeps words of each setting and the texts shaped last."""

    def __init__(self, fonts: Fonts) -> None:
        self.fonts = fonts
        self._vocabularies: dict[Setting, Vocabulary] = {}
        self._settings: dict[tuple[tuple[int, bool, bool], float, float, str], Setting] = {}
        self._variants: dict[tuple[Setting, int, Flow], Setting] = {}
        self._shaped: dict[tuple[tuple[str, ...], tuple[Setting, ...], bool], ShapedText] = {}

    def setting(
        self, face: tuple[int, bool, bool], tracking: float, scale: float, colour: str
    ) -> Setting:
        """Give the one setting that is so, so that settings can be told apart by identity.

        ``face`` is weight, italic and tabular, the parts of a ``Face``.
        """
        key = (face, tracking, scale, colour)
        setting = self._settings.get(key)
        if setting is None:
            setting = self._settings[key] = Setting(Face(*face), tracking, scale, colour)
        return setting

    def variant(self, setting: Setting, level: int, flow: Flow) -> Setting:
        """Give the one setting that differs from another in how it is embedded."""
        key = (setting, level, flow)
        variant = self._variants.get(key)
        if variant is None:
            variant = self._variants[key] = replace(setting, level=level, flow=flow)
        return variant

    def shape(
        self, texts: tuple[str, ...], settings: tuple[Setting, ...], mirrored: bool = False
    ) -> ShapedText:
        """Shape stretches of text that follow one another, each in its own setting.

        ``mirrored`` is said of a page that runs right to left.
        """
        key = (texts, settings, mirrored)
        shaped = self._shaped.get(key)
        if shaped is None:
            self._forget()
            shaped = self._shaped[key] = self._shape(texts, settings, mirrored)
        return shaped

    def piece(self, text: str, setting: Setting) -> Piece:
        """Shape text that stands together."""
        return self._vocabulary(setting).piece(text)

    def _shape(
        self, texts: tuple[str, ...], settings: tuple[Setting, ...], mirrored: bool
    ) -> ShapedText:
        foreign = not all([text.isascii() or self.fonts.suffices(text) for text in texts])
        if foreign and runs_both_ways("".join(texts)):
            from handouts.typeset.reordering import shape_both_ways

            return shape_both_ways(texts, settings, mirrored, self)
        alike = len(set(settings)) == 1 and not foreign
        return ShapedText(self.cut(texts, settings), settings[0] if alike else None, foreign)

    def cut(self, texts: Sequence[str], settings: Sequence[Setting]) -> list[Atom]:
        """Cut text where a line may break: at spaces, after hyphens and slashes in words."""
        atoms: list[Atom] = []
        pending: list[Piece] = []
        for text, setting in zip(texts, settings, strict=True):
            words, tokens = self._vocabulary(setting), _TOKEN.findall(text)
            try:
                known = [] if pending else list(map(words.atoms.__getitem__, tokens[:-1]))
            except KeyError:
                known = []
            atoms += known
            for token in tokens[len(known) :]:
                words.cut(token, pending, atoms)
        if pending:
            atoms.append(_atom(pending, None))
        return atoms

    def _vocabulary(self, setting: Setting) -> Vocabulary:
        words = self._vocabularies.get(setting)
        if words is None:
            words = self._vocabularies[setting] = Vocabulary(self.fonts, setting)
        return words

    def _forget(self) -> None:
        """Forget texts once there are too many of them, and vocabularies that grew too large."""
        if len(self._shaped) > MOST_TEXTS:
            self._shaped.clear()
            for setting, words in list(self._vocabularies.items()):
                if len(words) > LARGEST_VOCABULARY:
                    del self._vocabularies[setting]


class Vocabulary:
    """The words of one setting, each shaped once; ``atoms`` are those with a space after them.

    They are known by the token that they come from.
    """

    def __init__(self, fonts: Fonts, setting: Setting) -> None:
        self.atoms: dict[str, Atom] = {}
        self._pieces: dict[str, Piece] = {}
        self._fonts = fonts
        self._setting = setting

    def __len__(self) -> int:
        return len(self._pieces)

    def piece(self, text: str) -> Piece:
        """Shape text that stands together."""
        piece = self._pieces.get(text)
        if piece is None:
            piece = self._pieces[text] = self._shape(text)
        return piece

    def cut(self, token: str, pending: list[Piece], atoms: list[Atom]) -> None:
        """Cut a token; what has no space after it stays pending."""
        whole = not pending
        if whole and token in self.atoms:
            atoms.append(self.atoms[token])
            return
        solid = token.rstrip(_SPACE)
        first, *rest = _parted(solid)
        if first:
            pending.append(self.piece(first))
        for part in rest:
            atoms.append(_atom(pending, None))
            pending[:] = [self.piece(part)]
        if pending and solid != token:
            atom = _atom(pending, self.piece(" "))
            pending.clear()
            atoms.append(atom)
            if whole and not rest:
                self.atoms[token] = atom

    def _shape(self, text: str) -> Piece:
        setting = self._setting
        words = self._fonts.shape(text, setting.face, setting.flow)
        return Piece(words, setting, sum([width_of(word, setting) for word in words]))


def _parted(solid: str) -> list[str]:
    """Part what stands together wherever a line may break in it."""
    if not solid.isascii() and max(solid) >= _FIRST_IDEOGRAPH:
        from handouts.typeset.ideographs import parted

        return parted(solid)
    return [solid] if _BREAKS.isdisjoint(solid) else _BREAK_INSIDE.split(solid)


class ShapedText:
    """Text cut into atoms, measured at size 1.

    ``uniform`` is its setting, if it has but one, and one font. ``foreign`` text has characters of
    other fonts than the one that leadings were chosen for.
    """

    def __init__(
        self, atoms: Sequence[Atom], uniform: Setting | None = None, foreign: bool = False
    ) -> None:
        self.atoms = atoms
        self._uniform = uniform
        self.foreign = foreign
        widths = [atom.width for atom in atoms]
        self._starts = list(accumulate([atom.advance for atom in atoms], initial=0.0))
        self._ends = list(map(add, self._starts, widths))
        self._widest = max(widths, default=0.0)
        self._lines: tuple[float, float, list[TextLine]] | None = None

    @property
    def width(self) -> float:
        """The width of the text on one line, at size 1."""
        return self._ends[-1] if self._ends else 0.0

    @cached_property
    def least_leading(self) -> float:
        """The leading at which no two lines touch, at size 1."""
        pieces = [piece for atom in self.atoms for piece in atom.pieces]
        inks = [
            (height * piece.setting.scale, depth * piece.setting.scale)
            for piece in pieces
            for height, depth in [word.ink for word in piece.words]
        ]
        return max([high for high, _ in inks], default=0) + max([low for _, low in inks], default=0)

    @cached_property
    def settings(self) -> tuple[Setting, ...]:
        """The settings of its words, each once."""
        if self._uniform:
            return (self._uniform,)
        return tuple(dict.fromkeys([each.setting for atom in self.atoms for each in atom.pieces]))

    @property
    def whole(self) -> TextLine:
        """The text on one line."""
        return TextLine(0, len(self.atoms), self.width)

    def lines(
        self, measure: float, shaper: Shaper, balance: bool = False
    ) -> tuple[ShapedText, list[TextLine]]:
        """Break into lines no wider than ``measure`` (at size 1), no word alone on the last.

        Lines found for one measure are kept while they would be the same for another. Atoms too
        wide for any line are cut between glyphs; the text they belong to is then a new one.
        """
        text = self._cut(measure, shaper) if self._widest > measure + ROUNDING else self
        return text, text._balanced(measure) if balance else text._kept(measure)

    def _kept(self, measure: float) -> list[TextLine]:
        if self._lines is None or not self._lines[0] <= measure < self._lines[1]:
            lines = self._filled(measure)
            longest = max([line.width for line in lines], default=0.0)
            self._lines = longest, self._holds_below(lines), lines
        return self._lines[2]

    def stretches(self, line: TextLine) -> list[Stretch]:
        """Give a line's words, those of one setting and font together, in reading order.

        Each line but the last ends in a space, so that extracted text keeps its words apart.
        """
        if self._uniform:
            return [(self._words_of(line), self._uniform, 0.0)]
        pieces = self._pieces(line)
        return _stretches_of_fonts(pieces) if self.foreign else _stretches(pieces)

    def _words_of(self, line: TextLine) -> list[Word]:
        atoms = self.atoms[line.start : line.stop]
        words = list(chain.from_iterable([atom.words for atom in atoms]))
        if line.stop == len(self.atoms) and (space := atoms[-1].space):
            del words[-len(space.words) :]
        return words

    def _pieces(self, line: TextLine) -> list[Piece]:
        pieces = [piece for atom in self.atoms[line.start : line.stop] for piece in atom.spaced]
        if line.stop == len(self.atoms) and self.atoms[-1].space:
            pieces.pop()
        return pieces

    def _filled(self, measure: float) -> list[TextLine]:
        """Fill each line in turn, then see to the last one."""
        count = len(self.atoms)
        limit = measure + ROUNDING
        if count and self._ends[-1] <= limit:
            return [self._line(0, count)]
        lines = []
        start = 0
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
        if longer.width > limit:
            return lines
        return [*before, self._line(previous.start, lender), longer]

    def _balanced(self, measure: float) -> list[TextLine]:
        """Find the narrowest measure that needs no more lines, so that lines come out even."""
        best = self._filled(measure)
        if len(best) < 2:
            return best
        low, high = max(self._widest, self.width / len(best)), measure
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
        ends = [self._ends[line.stop] - self._starts[line.start] for line in lines[:-1]]
        return min(ends, default=inf)

    def _line(self, start: int, stop: int) -> TextLine:
        return TextLine(start, stop, self._ends[stop - 1] - self._starts[start])

    def _cut(self, measure: float, shaper: Shaper) -> ShapedText:
        atoms = [part for atom in self.atoms for part in _cut_atom(atom, measure, shaper)]
        return self._of(atoms)

    def _of(self, atoms: Sequence[Atom]) -> ShapedText:
        return ShapedText(atoms, self._uniform, self.foreign)


def _cut_atom(atom: Atom, measure: float, shaper: Shaper) -> Iterator[Atom]:
    """Cut an atom that is too wide; a single letter wider than the measure stays whole."""
    if atom.width <= measure:
        yield atom
        return
    parts: list[Piece] = []
    width = 0.0
    for piece in _letters(atom, shaper):
        if parts and width + piece.width > measure:
            yield _atom(parts, None)
            parts, width = [], 0.0
        parts.append(piece)
        width += piece.width
    yield _atom(parts, atom.space)


def _letters(atom: Atom, shaper: Shaper) -> Iterator[Piece]:
    """Give an atom letter by letter, each with its marks, and in the shape it has in the word."""
    for piece in atom.pieces:
        letters = re.findall(_LETTER, "".join([word.text for word in piece.words]), re.DOTALL)
        flow = piece.setting.flow
        sides = [flow.before, *letters, flow.after]
        for index, letter in enumerate(letters):
            setting = piece.setting
            if setting.level % 2:
                own = Flow(flow.direction, sides[index], sides[index + 2])
                setting = shaper.variant(setting, setting.level, own)
            yield shaper.piece(letter, setting)


def _atom(pieces: Sequence[Piece], space: Piece | None) -> Atom:
    width = pieces[0].width if len(pieces) == 1 else sum([piece.width for piece in pieces])
    solid = tuple(pieces)
    spaced = (*solid, space) if space else solid
    words = tuple([word for piece in spaced for word in piece.words])
    return Atom(solid, space, width, width + (space.width if space else 0.0), spaced, words)


def width_of(word: Word, setting: Setting) -> float:
    """Give a word's width at size 1."""
    return (word.advance / word.font.units + len(word.numbers) * setting.tracking) * setting.scale


def _stretches(pieces: Iterable[Piece]) -> list[Stretch]:
    """Gather words by their setting, where that has but one font."""
    found: list[Stretch] = []
    setting, words, x = None, list[Word](), 0.0
    for piece in pieces:
        if piece.setting is not setting:
            setting, words = piece.setting, []
            found.append((words, setting, x))
        words += piece.words
        x += piece.width
    return found


def _stretches_of_fonts(pieces: Iterable[Piece]) -> list[Stretch]:
    """Gather words by their setting and font."""
    found: list[Stretch] = []
    setting: Setting | None = None
    font: Font | None = None
    words: list[Word] = []
    x = 0.0
    for piece in pieces:
        for word in piece.words:
            if word.font is not font or piece.setting is not setting:
                setting, font, words = piece.setting, word.font, []
                found.append((words, setting, x))
            words.append(word)
            x += width_of(word, setting)
    return found
