"""The grid: the boxes of a page's blocks with their names, its margins, and its baselines.

It is drawn over a finished page as one artifact, and changes nothing of what is there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Traced
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Group, Line, Mark, Page, Path, Rectangle
from handouts.typeset.paragraph import ParagraphBox
from handouts.typeset.placer import Placer, Trace, rectangle_path
from handouts.typeset.text import Shaper

NAMED = Colour(0.76, 0.09, 0.45)
UNNAMED = Colour(0.15, 0.4, 0.75)
MARGIN = Colour(0.0, 0.55, 0.3)
BASELINE = Colour(0.35, 0.72, 0.9)

THIN = 0.3
LABEL = 4.5
"""Points: how thick lines are, and how large labels."""

_APART = 1.5
"""Points between labels in a line."""


@dataclass(slots=True, eq=False)
class TracedBox(Box):
    """A box that leaves a trace of where it is placed."""

    box: Box
    block: Traced

    @property
    def within(self) -> Sequence[Box]:
        """The one box."""
        return (self.box,)

    @property
    def keeps_with_next(self) -> bool:
        """What is traced leads to what it would lead to."""
        return self.box.keeps_with_next

    @property
    def keeps_with_previous(self) -> bool:
        """What is traced belongs where it would."""
        return self.box.keeps_with_previous

    def at_head(self) -> TracedBox:
        """Pass it on."""
        return self._of(self.box.at_head())

    def stretched(self, height: float) -> TracedBox:
        """Pass the height on."""
        return self._of(self.box.stretched(height))

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Break the box; each part leaves a trace."""
        head, tail = self.box.split(height, fresh)
        return head and self._of(head), tail and self._of(tail)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the box, its trace before those within it."""
        at = Rectangle(x, y, _room(self.box), self.height)
        out.trace(Trace(self.block.label, self.block.named, at))
        self.box.place(out, x, y)

    def _of(self, box: Box) -> TracedBox:
        return TracedBox(box.width, box.height, box.grows, box, self.block)


def _room(box: Box) -> float:
    """Give the width within which a box has its marks: text at the end of a line has all of it."""
    if isinstance(box, ParagraphBox) and box.style.align != "start":
        return box.measure
    return box.width


def measure_traced(block: Traced, width: float, environment: Environment) -> Box | None:
    """Measure a block that is to be traced; nothing if it is not there."""
    box = environment.measure(block.block, width)
    return box and TracedBox(box.width, box.height, box.grows, box, block)


def with_grid(page: Page, traces: Sequence[Trace], margins: Rectangle, shaper: Shaper) -> Page:
    """Give a page with its baselines, its margins and the traces of its blocks over it."""
    marks = [*_baselines(page), _outline(margins, MARGIN), *_boxes(traces, shaper)]
    return replace(page, groups=[*page.groups, Group(marks)])


def _baselines(page: Page) -> Iterator[Mark]:
    for group in page.groups:
        for mark in group.marks:
            if isinstance(mark, Line):
                ends = (("M", mark.x, mark.y), ("L", mark.x + mark.width, mark.y))
                yield Path(ends, stroke=BASELINE, width=THIN)


def _boxes(traces: Sequence[Trace], shaper: Shaper) -> Iterator[Mark]:
    """Draw each box, and above its start its label, where no other label stands."""
    taken: list[Rectangle] = []
    setting = shaper.setting((600, False, False), 0.0, 1.0, "ink")
    for trace in traces:
        colour = NAMED if trace.named else UNNAMED
        yield _outline(trace.box, colour)
        piece = shaper.piece(trace.label, setting)
        at = Rectangle(trace.box.x, trace.box.y - LABEL, piece.width * LABEL, LABEL)
        taken.append(at := _beside(at, taken))
        yield Line(at.x, at.y + LABEL - THIN * 2, piece.words, LABEL, colour)


def _beside(label: Rectangle, taken: Sequence[Rectangle]) -> Rectangle:
    """Move a label towards the right until it covers none of the others."""
    for other in sorted(taken, key=lambda each: each.x):
        if _overlap(label, other):
            label = replace(label, x=other.x + other.width + _APART)
    return label


def _overlap(one: Rectangle, other: Rectangle) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _outline(box: Rectangle, colour: Colour) -> Path:
    return Path(rectangle_path(box), stroke=colour, width=THIN)
