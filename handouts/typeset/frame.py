"""Frames: a block with space, a line and a ground round it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from handouts.colour import Colour
from handouts.layout.block import Frame
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element, Path, Rectangle
from handouts.typeset.placer import Placer, rectangle_path


@dataclass(slots=True, eq=False)
class FrameBox(Box):
    """A box within a frame; the line lies inside the frame's edge."""

    block: Frame
    box: Box
    top: float
    start: float
    vertical: float
    line: float
    colours: Mapping[str, Colour]

    def stretched(self, height: float) -> FrameBox:
        """Pass the spare height on to what is inside."""
        return replace(self, height=height, box=self.box.stretched(height - self.vertical))

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place ground and line beneath, then the content."""
        outer = Rectangle(x, y, self.width, self.height)
        if self.block.fill:
            out.fill(outer, self.colours[self.block.fill])
        if self.line:
            self._place_line(out, outer)
        if self.block.role:
            out.begin(Element(self.block.role))
        self.box.place(out, x + self.start, y + self.top)
        if self.block.role:
            out.end()

    def _place_line(self, out: Placer, outer: Rectangle) -> None:
        colour, half = self.colours[self.block.colour], self.line / 2
        left, top = outer.x + half, outer.y + half
        right, bottom = outer.x + outer.width - half, outer.y + outer.height - half
        if len(self.block.sides) == 4:
            inner = Rectangle(left, top, right - left, bottom - top)
            out.decorate(Path(rectangle_path(inner), stroke=colour, width=self.line))
            return
        edges = {
            "top": (outer.x, top, outer.x + outer.width, top),
            "bottom": (outer.x, bottom, outer.x + outer.width, bottom),
            "start": (left, outer.y, left, outer.y + outer.height),
            "end": (right, outer.y, right, outer.y + outer.height),
        }
        for side in sorted(self.block.sides):
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
        start,
        top + bottom,
        line,
        environment.colours,
    )
