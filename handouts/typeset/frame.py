"""Frames: a block with space, a line and a ground round it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Frame
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.environment import Environment
from handouts.typeset.lettering import Letterings
from handouts.typeset.page import Element, Path, Rectangle
from handouts.typeset.placer import Placer, rectangle_path


@dataclass(slots=True, eq=False)
class FrameBox(Box):
    """A box within a frame; the line lies inside the frame's edge.

    ``element`` is that which the parts of a broken frame share.
    """

    block: Frame
    box: Box
    top: float
    bottom: float
    start: float
    line: float
    sides: frozenset[str]
    colours: Mapping[str, Colour]
    element: Element | None = None

    @property
    def within(self) -> Sequence[Box]:
        """The one box."""
        return (self.box,)

    @property
    def keeps_with_next(self) -> bool:
        """A framed heading leads to what follows."""
        return self.box.keeps_with_next

    @property
    def keeps_with_previous(self) -> bool:
        """A frame belongs where its content does."""
        return self.box.keeps_with_previous

    def at_head(self) -> FrameBox:
        """Do without a line that would double the running head's."""
        sides = frozenset[str]() if self.sides == {"top"} else self.sides
        return replace(self, box=self.box.at_head(), sides=sides)

    def stretched(self, height: float) -> FrameBox:
        """Pass the spare height on to what is inside."""
        inside = height - self.top - self.bottom
        return replace(self, height=height, box=self.box.stretched(inside))

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Break what is inside; the frame is open at the break, to show that it goes on."""
        if self.height <= height + TOLERANCE:
            return self, None
        head, tail = self.box.split(height - self.top - self.bottom, fresh)
        if head is None:
            return None, self
        if tail is None:
            return replace(self, box=head, height=self.top + head.height + self.bottom), None
        return self._opened(head, tail)

    def _opened(self, head: Box, tail: Box) -> tuple[FrameBox, FrameBox]:
        """Put each part into what its side of the break has of the frame."""
        element = self.element or Element(self.block.role or "", broken=True)
        first = replace(self, box=head, bottom=0.0, sides=self.sides - {"bottom"}, element=element)
        rest = replace(self, box=tail, top=0.0, sides=self.sides - {"top"}, element=element)
        first.height = first.top + head.height
        rest.height = tail.height + rest.bottom
        return first, rest

    def lettering(self, ground: str | None, found: Letterings) -> None:
        """Find what stands within on the frame's own ground, if it has one."""
        self.box.lettering(self.block.fill or ground, found)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place ground and line beneath, then the content."""
        outer = Rectangle(x, y, self.width, self.height)
        if self.block.fill:
            out.fill(outer, self.colours[self.block.fill])
        if self.line:
            self._place_line(out, outer)
        if self.block.role:
            out.begin(self.element or Element(self.block.role))
        self.box.place(out, x + self.start, y + self.top)
        if self.block.role:
            out.end()

    def _place_line(self, out: Placer, outer: Rectangle) -> None:
        colour, half = self.colours[self.block.colour], self.line / 2
        left, top = outer.x + half, outer.y + half
        right, bottom = outer.x + outer.width - half, outer.y + outer.height - half
        if len(self.sides) == 4:
            inner = Rectangle(left, top, right - left, bottom - top)
            out.decorate(Path(rectangle_path(inner), stroke=colour, width=self.line))
            return
        edges = {
            "top": (outer.x, top, outer.x + outer.width, top),
            "bottom": (outer.x, bottom, outer.x + outer.width, bottom),
            "start": (left, outer.y, left, outer.y + outer.height),
            "end": (right, outer.y, right, outer.y + outer.height),
        }
        for side in sorted(self.sides):
            out.line(*edges[side], self.line, colour)


def measure_frame(block: Frame, width: float, environment: Environment) -> Box | None:
    """Measure the content for the width that padding leaves."""
    edges = block.padding
    top, end, bottom, start = (
        environment.length(e) for e in (edges.top, edges.end, edges.bottom, edges.start)
    )
    box = environment.measure(block.block, width - start - end)
    if box is None:
        return None
    used = width if block.width == "full" and width < 1e6 else box.width + start + end
    line = environment.length(block.line)
    return FrameBox(
        used,
        box.height + top + bottom,
        box.grows,
        block,
        box,
        top,
        bottom,
        start,
        line,
        block.sides,
        environment.colours,
    )
