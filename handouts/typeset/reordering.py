"""Text that runs both ways: shaped run by run, broken in reading order, reordered line by line.

Lines break as they are read (UAX 9, 3.4); only then does each of them take its visual order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from handouts.dataclass import dataclass
from handouts.typeset.bidi import base_level, embedding_levels, visual_order
from handouts.typeset.font import Flow, Word
from handouts.typeset.text import (
    Atom,
    Setting,
    ShapedText,
    Shaper,
    Stretch,
    TextLine,
    width_of,
)

_JOINS = re.compile("[\u0620-\u06ff\u0750-\u07ff\u0840-\u08ff\u200d\ufb50-\ufdff\ufe70-\ufefc]")
"""Scripts whose letters join, their marks and the joiner among them."""

_BLANK = re.compile(r"[ \n\t]+")


class BidirectionalText(ShapedText):
    """Text of pieces that run one way each; ``base`` is the paragraph's own level."""

    def __init__(self, atoms: Sequence[Atom], base: int) -> None:
        super().__init__(atoms, foreign=True)
        self._base = base

    def stretches(self, line: TextLine) -> list[Stretch]:
        """Give a line's words in reading order, each stretch where it stands."""
        words = self._words(line)
        ends_in_space = bool(words) and words[-1].is_blank
        if ends_in_space:
            words[-1] = replace(words[-1], level=self._base)
        order = visual_order([word.level for word in words])
        x = -words[-1].width if ends_in_space and self._base else 0.0
        found: list[tuple[int, Stretch]] = []
        for _, run in groupby(order, key=lambda index: words[index].key):
            indices = list(run)
            setting = words[indices[0]].setting
            found.append((min(indices), ([words[index].word for index in indices], setting, x)))
            x += sum([words[index].width for index in indices])
        return [stretch for _, stretch in sorted(found, key=lambda each: each[0])]

    def _words(self, line: TextLine) -> list[_Placed]:
        return [
            _Placed(word, piece.setting, piece.setting.level, width_of(word, piece.setting))
            for piece in self._pieces(line)
            for word in piece.words
        ]

    def _of(self, atoms: Sequence[Atom]) -> ShapedText:
        return BidirectionalText(atoms, self._base)


@dataclass(slots=True, eq=False)
class _Placed:
    """A word of a line, at the level by which it is ordered."""

    word: Word
    setting: Setting
    level: int
    width: float

    @property
    def is_blank(self) -> bool:
        return not self.word.text.strip()

    @property
    def key(self) -> tuple[int, int, int]:
        """What words of one stretch have in common."""
        return id(self.setting), id(self.word.font), self.level


def shape_both_ways(
    texts: Sequence[str], settings: Sequence[Setting], mirrored: bool, shaper: Shaper
) -> ShapedText:
    """Shape stretches of text, on a page that is ``mirrored`` or not."""
    whole = "".join(texts)
    base = base_level(whole, mirrored)
    runs = list(_runs(texts, settings, embedding_levels(whole, base)))
    cut = list(_joined(runs, shaper))
    atoms = shaper.cut([text for text, _ in cut], [setting for _, setting in cut])
    return BidirectionalText(atoms, base)


_Run = tuple[str, Setting, int]
"""Text of one setting and level."""


def _runs(
    texts: Sequence[str], settings: Sequence[Setting], levels: Sequence[int]
) -> Iterator[_Run]:
    """Cut stretches of text wherever the level changes."""
    start = 0
    for text, setting in zip(texts, settings, strict=True):
        pairs = zip(text, levels[start : start + len(text)], strict=True)
        for level, run in groupby(pairs, key=lambda pair: pair[1]):
            yield "".join([character for character, _ in run]), setting, level
        start += len(text)


def _joined(runs: Sequence[_Run], shaper: Shaper) -> Iterator[tuple[str, Setting]]:
    """Give each run its setting; a word whose letters join those of the next run is one by itself.

    Scripts that join are not tracked: their letters would come apart.
    """
    beside = ["", *[text for text, _, _ in runs], ""]
    for index, (text, setting, level) in enumerate(runs):
        plain = Flow("rtl" if level % 2 else "ltr")
        if not _JOINS.search(text):
            yield text, shaper.variant(setting, level, plain)
            continue
        own = shaper.setting(setting.face, 0.0, setting.scale, setting.colour)
        before, after = _joint(beside[index], text), _joint(text, beside[index + 2])
        for part, flow in _parts(text, plain, before[:1], after[1:]):
            yield part, shaper.variant(own, level, flow)


def _joint(one: str, other: str) -> str:
    """Give the two letters that meet where one text ends, if they are to be joined."""
    joint = one[-1:] + other[:1]
    return joint if len(joint) == 2 and all(map(_JOINS.match, joint)) else ""


def _parts(text: str, plain: Flow, before: str, after: str) -> Iterator[tuple[str, Flow]]:
    """Part the first and the last word of a text from the others, where they join something."""
    if not (before or after):
        yield text, plain
        return
    blanks = list(_BLANK.finditer(text))
    if not blanks:
        yield text, Flow(plain.direction, before, after)
        return
    start = blanks[0].start() if before else 0
    stop = blanks[-1].end() if after else len(text)
    parts = [(text[:start], before, ""), (text[start:stop], "", ""), (text[stop:], "", after)]
    for part, *sides in parts:
        if part:
            yield part, Flow(plain.direction, *sides)
