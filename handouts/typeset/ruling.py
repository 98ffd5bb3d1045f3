"""Ruling: the lines of a table, the frames of chosen rows, the bars beside joined ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import RowLine, TableRow
from handouts.typeset.page import Path, Rectangle
from handouts.typeset.placer import Placer, rectangle_path

BAR = 3.0
"""The breadth of a bar that joins rows."""

DOTS = (0.0, 1.8)
"""From one dot to the next."""


@dataclass(slots=True, eq=False)
class RuledRow:
    """A row as high as it will be, and where its second cell starts."""

    row: TableRow
    height: float
    head: bool
    second: float

    @property
    def kept(self) -> bool:
        """Whether the next row is to stand on the same page."""
        return self.row.keep or self.row.joined

    @property
    def line(self) -> RowLine:
        """The line below the row: as it says, else dots between joined rows and hairs below."""
        own: RowLine = "ink" if self.head else "dotted" if self.row.joined else "hair"
        return self.row.line or own


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a table is ruled with: the thickness of lines and frames in points, and the colours."""

    line: float
    frame: float
    ground: str
    colours: Mapping[str, Colour]

    def draw(self, out: Placer, rows: Sequence[RuledRow], x: float, y: float, width: float) -> None:
        """Draw what goes with the rows, beneath what stands in them."""
        top = y
        for row, following in zip(rows, [*rows[1:], None], strict=True):
            if row.row.chosen:
                self._frame(out, Rectangle(x, top, width, row.height))
            elif following is None or not following.row.chosen:
                self._line(out, row, x, top + row.height - self.line / 2, width)
            top += row.height
        self._bars(out, rows, x, y)

    def _frame(self, out: Placer, box: Rectangle) -> None:
        half = self.frame / 2
        inner = Rectangle(
            box.x + half, box.y + half, box.width - self.frame, box.height - self.frame
        )
        ground, ink = self.colours[self.ground], self.colours["ink"]
        out.decorate(Path(rectangle_path(inner), fill=ground, stroke=ink, width=self.frame))

    def _line(self, out: Placer, row: RuledRow, x: float, y: float, width: float) -> None:
        """Draw the line below a row; dots between joined rows leave the first column to the bar."""
        kind = row.line
        if kind == "none":
            return
        start = x + row.second if row.row.joined else x
        path = (("M", start, y), ("L", x + width, y))
        if kind == "dotted":
            colour = self.colours["rule"]
            out.decorate(Path(path, stroke=colour, width=self.line, dash=DOTS, round_cap=True))
        else:
            out.decorate(Path(path, stroke=self.colours[kind], width=self.line))

    def _bars(self, out: Placer, rows: Sequence[RuledRow], x: float, y: float) -> None:
        """Join the middles of rows that are done together."""
        begun: float | None = None
        for index, row in enumerate(rows):
            middle = y + row.height / 2
            joined = row.row.joined and index + 1 < len(rows)
            if joined and begun is None:
                begun = middle
            elif begun is not None and not joined:
                out.fill(Rectangle(x, begun, BAR, middle - begun), self.colours["ink"])
                begun = None
            y += row.height
