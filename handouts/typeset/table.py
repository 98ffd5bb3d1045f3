"""Tables: rows of cells on common tracks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from handouts.dataclass import dataclass
from handouts.layout.block import Block, Table, TableCell, TableRow, VerticalAlign
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.environment import Environment
from handouts.typeset.lettering import Letterings
from handouts.typeset.page import Element
from handouts.typeset.placer import Placer
from handouts.typeset.row import UNBOUNDED, resolve_tracks
from handouts.typeset.ruling import RuledRow, Ruling


@dataclass(slots=True, eq=False)
class CellBox:
    """A cell's box, at ``x`` from the table's start and ``y`` from its row's top; none is empty."""

    cell: TableCell
    box: Box | None
    x: float
    y: float


@dataclass(slots=True, eq=False)
class TableRowBox(RuledRow):
    """A row of cells."""

    cells: Sequence[CellBox]

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the cells in their order, empty ones too: they are part of the grid."""
        out.begin(Element("TR"))
        for placed in self.cells:
            cell, box = placed.cell, placed.box
            role = "TH" if cell.head else "TD"
            out.begin(Element(role, scope=cell.head, column_span=cell.span))
            if box:
                box.place(out, x + placed.x, y + placed.y)
            out.end()
        out.end()


@dataclass(slots=True, eq=False)
class TableBox(Box):
    """Rows below one another. The first ``heads`` are its head, ``continued`` if they were before.

    ``element`` is that which the parts of a broken table share.
    """

    rows: Sequence[TableRowBox]
    heads: int
    ruling: Ruling
    continued: bool = False
    element: Element | None = None

    def stretched(self, height: float) -> TableBox:
        """Repeat the last row as often as there is room; what is left stays empty."""
        last = self.rows[-1]
        more = int((height - self.height + TOLERANCE) / last.height) if self.grows else 0
        if more < 1:
            return self
        return replace(
            self, rows=[*self.rows, *[last] * more], height=self.height + more * last.height
        )

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Break between rows that are not joined; the head is repeated above the rest."""
        if self.height <= height + TOLERANCE:
            return self, None
        count = self._fitting(height, fresh)
        if not count:
            return None, self
        element = self.element or Element("Table", broken=True)
        rest = [*self.rows[: self.heads], *self.rows[count:]]
        return (
            self._of(self.rows[:count], self.continued, element),
            self._of(rest, True, element),
        )

    def lettering(self, ground: str | None, found: Letterings) -> None:
        """Find what stands in the cells; chosen rows have a ground of their own."""
        for row in self.rows:
            beneath = self.ruling.ground if row.row.chosen else ground
            for cell in row.cells:
                if cell.box:
                    cell.box.lettering(beneath, found)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the rows; a repeated head is an artifact."""
        self.ruling.draw(out, self.rows, x, y, self.width)
        out.begin(self.element or Element("Table"))
        was = out.pagination
        for index, row in enumerate(self.rows):
            out.pagination = was or (self.continued and index < self.heads)
            row.place(out, x, y)
            y += row.height
        out.pagination = was
        out.end()

    def _fitting(self, height: float, fresh: bool) -> int:
        """Count the rows that fit and may be parted from the others; none is the head alone."""
        ends = accumulate([row.height for row in self.rows])
        fitting = whole = sum([end <= height + TOLERANCE for end in ends])
        while whole > self.heads and self.rows[whole - 1].kept:
            whole -= 1
        if whole <= self.heads and fresh:
            whole = fitting
        return whole if whole > self.heads else 0

    def _of(self, rows: Sequence[TableRowBox], continued: bool, element: Element) -> TableBox:
        height = sum([row.height for row in rows])
        return replace(self, rows=rows, height=height, continued=continued, element=element)


def measure_table(block: Table, width: float, environment: Environment) -> Box | None:
    """Measure all cells on tracks that suit every row; nothing if there is but the head."""
    rows = [row for row in block.rows if not environment.is_left_out(row.name)]
    heads = len([row for row in block.rows[: block.heads] if row in rows])
    if len(rows) <= heads:
        return None
    gap = environment.length(block.gap)

    def natural(index: int) -> float:
        boxes = (environment.measure(block, UNBOUNDED) for block in _column(rows, index))
        return max((box.width for box in boxes if box), default=0.0)

    widths = resolve_tracks(block.tracks, width, gap, natural, environment)
    starts = list(accumulate((each + gap for each in widths), initial=0.0))
    boxes = [
        _row_box(block, row, index < heads, starts, gap, environment)
        for index, row in enumerate(rows)
    ]
    used = width if width < UNBOUNDED else starts[-1] - gap
    height = sum([box.height for box in boxes])
    return TableBox(used, height, block.grow, boxes, heads, _ruling(block, environment))


def _ruling(block: Table, environment: Environment) -> Ruling:
    line, frame = environment.length(block.line), environment.length(block.chosen_line)
    return Ruling(line, frame, block.chosen_fill, environment.colours)


def _row_box(
    block: Table,
    row: TableRow,
    head: bool,
    starts: Sequence[float],
    gap: float,
    environment: Environment,
) -> TableRowBox:
    """Measure a row: as high as its highest cell, and no lower than it is asked to be."""
    padding = environment.length(block.padding)
    measured = list(_measured(row, starts, gap, environment))
    least = 0.0 if head else environment.length(block.row_height)
    if row.height is not None:
        least = environment.length(row.height)
    content = max([box.height for _, box, _ in measured if box], default=0.0)
    height = max(content + 2 * padding, least)
    cells = [
        CellBox(cell, box, x, _drop(cell.align, box, height, padding)) for cell, box, x in measured
    ]
    return TableRowBox(row, height, head, starts[1] if len(starts) > 2 else 0.0, cells)


def _measured(
    row: TableRow, starts: Sequence[float], gap: float, environment: Environment
) -> Iterator[tuple[TableCell, Box | None, float]]:
    """Give each cell with its box and where it starts."""
    column = 0
    for cell in row.cells:
        start = starts[column]
        column += cell.span
        yield cell, environment.measure(cell.block, starts[column] - gap - start), start


def _drop(align: VerticalAlign, box: Box | None, height: float, padding: float) -> float:
    """Give how far below its row's top a cell's box stands."""
    if box is None or align == "top":
        return padding
    return (height - box.height) / 2 if align == "middle" else height - padding - box.height


def _column(rows: Sequence[TableRow], index: int) -> Iterator[Block]:
    """Give the blocks that stand in one column alone."""
    for row in rows:
        column = 0
        for cell in row.cells:
            if column == index and cell.span == 1:
                yield cell.block
            column += cell.span
