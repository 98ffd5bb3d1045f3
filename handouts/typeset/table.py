"""Tables: rows of cells on common tracks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from handouts.colour import Colour
from handouts.layout.block import Block, Table, TableCell, TableRow
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element, Path, Rectangle
from handouts.typeset.placer import Placer, rectangle_path
from handouts.typeset.row import UNBOUNDED, resolve_tracks


@dataclass(slots=True, eq=False)
class CellBox:
    """A cell's box at its offset from the table's start; ``box`` is none where it is empty."""

    cell: TableCell
    box: Box | None
    offset: float


@dataclass(slots=True, eq=False)
class TableRowBox:
    """A row of cells in one height."""

    row: TableRow
    cells: Sequence[CellBox]
    height: float
    head: bool


@dataclass(slots=True, eq=False)
class TableBox(Box):
    """Rows below one another, a line under each; a chosen row stands in a frame."""

    block: Table
    rows: Sequence[TableRowBox]
    heads: Sequence[TableRowBox]
    line: float
    chosen_line: float
    colours: Mapping[str, Colour]
    element: Element
    continued: bool = False

    def split(self, height: float) -> tuple[Box | None, Box | None]:
        """Break between rows; the head is repeated above the rest."""
        if self.height <= height + 1e-6:
            return self, None
        ends = list(accumulate(row.height for row in self.rows))
        fitting = sum(end <= height + 1e-6 for end in ends)
        if fitting <= len(self.heads):
            return None, self
        rest = [*self.heads, *self.rows[fitting:]]
        return self._of(self.rows[:fitting], self.continued), self._of(rest, True)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the rows; a repeated head is an artifact."""
        out.begin(self.element)
        for index, row in enumerate(self.rows):
            repeated = self.continued and index < len(self.heads)
            self._place_ground(out, row, x, y)
            was, out.pagination = out.pagination, out.pagination or repeated
            self._place_cells(out, row, x, y)
            out.pagination = was
            y += row.height
        out.end()

    def _place_cells(self, out: Placer, row: TableRowBox, x: float, y: float) -> None:
        out.begin(Element("TR"))
        for cell in row.cells:
            span = cell.cell.span
            out.begin(
                Element("TH" if cell.cell.head else "TD", scope=cell.cell.head, column_span=span)
            )
            if cell.box:
                cell.box.place(out, x + cell.offset, y + (row.height - cell.box.height) / 2)
            out.end()
        out.end()

    def _place_ground(self, out: Placer, row: TableRowBox, x: float, y: float) -> None:
        if row.row.chosen:
            half = self.chosen_line / 2
            box = Rectangle(x + half, y + half, self.width - 2 * half, row.height - 2 * half)
            fill, ink = self.colours[self.block.chosen_fill], self.colours["ink"]
            out.decorate(Path(rectangle_path(box), fill=fill, stroke=ink, width=self.chosen_line))
        elif not self._before_chosen(row):
            colour = self.colours["ink" if row.head else "hair"]
            bottom = y + row.height - self.line / 2
            out.line(x, bottom, x + self.width, bottom, self.line, colour)

    def _before_chosen(self, row: TableRowBox) -> bool:
        following = self.rows[self.rows.index(row) + 1 :]
        return bool(following) and following[0].row.chosen

    def _of(self, rows: Sequence[TableRowBox], continued: bool) -> TableBox:
        return replace(self, rows=rows, height=sum(row.height for row in rows), continued=continued)


def measure_table(block: Table, width: float, environment: Environment) -> Box | None:
    """Measure all cells on tracks that suit every row."""
    rows = [row for row in block.rows if not environment.is_left_out(row.name)]
    if len(rows) <= block.heads:
        return None
    gap = environment.length(block.gap)

    def natural(index: int) -> float:
        boxes = (environment.measure(block, UNBOUNDED) for block in _column(rows, index))
        return max((box.width for box in boxes if box), default=0.0)

    widths = resolve_tracks(block.tracks, width, gap, natural, environment)
    boxes = [
        _row_box(block, row, index < block.heads, widths, gap, environment)
        for index, row in enumerate(rows)
    ]
    used = width if width < UNBOUNDED else sum(widths) + gap * (len(widths) - 1)
    lines = environment.length(block.line), environment.length(block.chosen_line)
    height = sum(box.height for box in boxes)
    heads = boxes[: block.heads]
    return TableBox(
        used, height, False, block, boxes, heads, *lines, environment.colours, Element("Table")
    )


def _row_box(
    block: Table,
    row: TableRow,
    head: bool,
    widths: Sequence[float],
    gap: float,
    environment: Environment,
) -> TableRowBox:
    starts = list(accumulate((width + gap for width in widths), initial=0.0))
    cells = []
    column = 0
    for cell in row.cells:
        room = starts[column + cell.span] - gap - starts[column]
        cells.append(CellBox(cell, environment.measure(cell.block, room), starts[column]))
        column += cell.span
    padding = environment.length(block.padding)
    content = max((cell.box.height for cell in cells if cell.box), default=0.0)
    height = (
        content + 2 * padding
        if head
        else max(content + 2 * padding, environment.length(block.row_height))
    )
    return TableRowBox(row, cells, height, head)


def _column(rows: Sequence[TableRow], index: int) -> Iterator[Block]:
    """Give the blocks that stand in one column alone."""
    for row in rows:
        column = 0
        for cell in row.cells:
            if column == index and cell.span == 1:
                yield cell.block
            column += cell.span
