"""Stacks: boxes one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.block import Measure, PageBreak, Space, Stack
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.breaking import UNREAD, RepeatedBox, SpaceBox, broken, height_of
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element
from handouts.typeset.placer import Placer


@dataclass(slots=True, eq=False)
class StackBox(Box):
    """Boxes below one another with a gap between.

    ``continued`` heads what goes on on another page. Of a list, no fewer than ``least`` items stand
    on a page, where there are as many. ``element`` is that which the parts of a broken stack share.
    """

    boxes: Sequence[Box]
    gap: float
    role: str | None = None
    numbering: str | None = None
    together: bool = False
    leads: bool = False
    trails: bool = False
    least: int = 1
    continued: Box | None = None
    element: Element | None = None

    @property
    def within(self) -> Sequence[Box]:
        """The boxes."""
        return self.boxes

    @property
    def keeps_with_next(self) -> bool:
        """A stack that ends in a heading leads to what follows, and so does one that is to."""
        return self.leads or self.boxes[-1].keeps_with_next

    @property
    def keeps_with_previous(self) -> bool:
        """Whether the layout says that it belongs to what comes before."""
        return self.trails

    def at_head(self) -> StackBox:
        """Pass it on to the first box."""
        return replace(self, boxes=[self.boxes[0].at_head(), *self.boxes[1:]])

    def stretched(self, height: float) -> StackBox:
        """Share the spare height among the boxes that have a use for it."""
        growing = sum(box.grows for box in self.boxes)
        if not growing or height <= self.height:
            return self
        share = (height - self.height) / growing
        boxes = [box.stretched(box.height + share) if box.grows else box for box in self.boxes]
        return replace(self, boxes=boxes, height=height)

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Break between two boxes, or within one; what is kept together waits for a new page."""
        if self.height <= height + TOLERANCE:
            return self, None
        if self.together and not fresh:
            return None, self
        first, rest = self._in_company(*broken(self.boxes, self.gap, height, fresh), fresh)
        if not first:
            if fresh and isinstance(self.boxes[0], UNREAD) and len(self.boxes) > 1:
                return self._of(self.boxes[1:], self.element).split(height, fresh)
            return None, self
        element = self.element or Element(self.role or "", numbering=self.numbering, broken=True)
        if rest and self.continued:
            rest = [
                RepeatedBox(self.continued.width, self.continued.height, False, self.continued),
                *rest,
            ]
        begun = self._of(first, element)
        begun.leads = False  # it is followed by its own rest
        if not rest:
            return begun, None
        left = self._of(rest, element)
        left.trails = False
        return begun, left

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the boxes from the top down."""
        if self.role:
            out.begin(self.element or Element(self.role, numbering=self.numbering))
        for box in self.boxes:
            box.place(out, x, y)
            y += box.height + self.gap
        if self.role:
            out.end()

    def _in_company(
        self, first: Sequence[Box], rest: Sequence[Box], fresh: bool
    ) -> tuple[Sequence[Box], Sequence[Box]]:
        """Leave no item of a list alone on this page, if there is another one, or on the next."""
        if not rest or self.least == 1:
            return first, rest
        if len(first) < self.least and not fresh:
            return (), self.boxes
        short = self.least - len(rest)
        between_items = len(first) + len(rest) == len(self.boxes)
        if short > 0 and between_items and len(first) >= self.least + short:
            return first[:-short], [*first[-short:], *rest]
        return first, rest

    def _of(self, boxes: Sequence[Box], element: Element | None) -> StackBox:
        return replace(
            self,
            boxes=boxes,
            height=height_of(boxes, self.gap),
            grows=any(box.grows for box in boxes),
            element=element,
        )


def measure_stack(block: Stack, width: float, environment: Environment) -> Box | None:
    """Measure the blocks below one another; nothing if none of them is there."""
    boxes = environment.measured(block.blocks, width)
    if not boxes or all([type(box) is SpaceBox for box in boxes]):
        return None
    gap = environment.length(block.gap)
    return StackBox(
        max([box.width for box in boxes]),
        height_of(boxes, gap),
        any([box.grows for box in boxes]),
        boxes,
        gap,
        block.role,
        block.numbering,
        block.together,
        block.leads,
        block.trails,
        1,
        environment.measure(block.continued, width) if block.continued else None,
    )


def measure_space(block: Space, width: float, environment: Environment) -> SpaceBox:
    """Measure empty height."""
    return SpaceBox(0.0, environment.length(block.height), False)


def measure_page_break(block: PageBreak, width: float, environment: Environment) -> None:
    """Give nothing: a body is cut at its page breaks before it is measured."""


def measure_limited(block: Measure, width: float, environment: Environment) -> Box | None:
    """Measure a block for a width that is kept within a limit."""
    return environment.measure(block.block, min(width, environment.length(block.width)))
