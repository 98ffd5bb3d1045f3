"""Boxes to write in, side by side."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import WriteBoxes
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Path, Rectangle
from handouts.typeset.placer import Placer, Segments, rectangle_path
from handouts.typeset.row import UNBOUNDED

LINE = 0.75
"""The thickness of a box's outline."""

DASHES = (2.0, 1.6)
"""The outline of a box that need not be used."""

TICK_SIDE, TICK_INSET = 8.0, 3.0
"""The square to tick: its side, and how far it stands from the box's edges."""

UNUSED = 6.0
"""The length of the dash where a line has no box."""


@dataclass(slots=True, eq=False)
class WriteBoxesBox(Box):
    """Lines of boxes, ``columns`` to a line; all of it is decoration."""

    block: WriteBoxes
    columns: int
    size: tuple[float, float]
    pitch: tuple[float, float]
    colour: Colour

    def place(self, out: Placer, x: float, y: float) -> None:
        """Draw the boxes that are asked for, those that need not be used, and the dashes."""
        frames = [self._frame(index, x, y) for index in range(self._slots)]
        asked = max(self.block.count - self.block.optional, 0)
        boxes, optional, unused = (
            frames[:asked],
            frames[asked : self.block.count],
            frames[self.block.count :],
        )
        self._draw(out, [s for box in boxes for s in self._outline(box)], None)
        self._draw(out, [s for box in optional for s in self._outline(box)], DASHES)
        self._draw(out, [s for box in unused for s in _dash(box)], None)

    @property
    def _slots(self) -> int:
        """How many places there are, those with a dash among them."""
        count = self.block.count
        return max(-(-count // self.columns), 1) * self.columns if self.block.fill else count

    def _frame(self, index: int, x: float, y: float) -> Rectangle:
        """Give the place of a box, its outline within."""
        line, column = divmod(index, self.columns)
        left, top = x + column * self.pitch[0], y + line * self.pitch[1]
        width, height = self.size
        return Rectangle(left + LINE / 2, top + LINE / 2, width - LINE, height - LINE)

    def _outline(self, box: Rectangle) -> Iterator[tuple[str, *tuple[float, ...]]]:
        yield from rectangle_path(box)
        if self.block.tick:
            x, y = box.x + TICK_INSET, box.y + TICK_INSET
            yield from rectangle_path(Rectangle(x, y, TICK_SIDE, TICK_SIDE))

    def _draw(self, out: Placer, segments: Segments, dash: tuple[float, float] | None) -> None:
        if segments:
            out.decorate(Path(segments, stroke=self.colour, width=LINE, dash=dash))


def measure_write_boxes(
    block: WriteBoxes, width: float, environment: Environment
) -> WriteBoxesBox | None:
    """Measure as many boxes to a line as there are columns, or as fit; nothing if there are none.

    No box is wider than there is room for one.
    """
    wide, high = min(environment.length(block.width), width), environment.length(block.height)
    gap, line_gap = environment.length(block.gap), environment.length(block.line_gap)
    columns = block.columns or block.count
    if width < UNBOUNDED:
        columns = min(columns, int((width + gap + TOLERANCE) / (wide + gap)))
    columns = max(columns, 1)
    lines = -(-block.count // columns)
    if not lines and not block.fill:
        return None
    longest = columns if block.fill else min(columns, block.count)
    return WriteBoxesBox(
        longest * (wide + gap) - gap,
        max(lines, 1) * (high + line_gap) - line_gap,
        False,
        block,
        columns,
        (wide, high),
        (wide + gap, high + line_gap),
        environment.colours[block.colour],
    )


def _dash(box: Rectangle) -> Segments:
    x, y = box.x + box.width / 2, box.y + box.height / 2
    return ("M", x - UNUSED / 2, y), ("L", x + UNUSED / 2, y)
