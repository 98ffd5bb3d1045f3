"""A table of clients as YAML would have it: a list of mappings from column to cell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest

from handouts.source.node import Mapping, Sequence, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import shortened
from handouts.source.table import Row, Table

_NO_COLUMN = {
    "1rm": "name the exercise, too: 1rm back-squat",
    "doses": "write the list as YAML to change doses: docs/brands.md shows how",
}
"""Keys of a list in YAML that hold mappings, with what to write in a table."""


def as_list(table: Table, problems: list[Problem]) -> Sequence | None:
    """The rows of a table as mappings, ``None`` when its columns do not say what they hold.

    Capitals in the names of columns do not count. A column without a name may hold nothing.
    """
    columns = [Text(" ".join(cell.value.split()).lower(), cell.place) for cell in table.head]
    problems += _repeated(columns)
    misnamed = list(_misnamed(columns))
    problems += misnamed
    if not any(column.value == "client" for column in columns):
        hint = "the first row names the columns: client, build, goal …"
        place = table.head[0].place
        problems.append(Problem("missing-key", "no column is called client", place, hint))
        return None
    if misnamed:
        return None
    for row in table.rows:
        problems += _nameless(columns, row)
    rows = tuple(Mapping(tuple(_entries(columns, row)), _place(row)) for row in table.rows)
    return Sequence(rows, table.head[0].place)


def _place(row: Row) -> Place:
    """From the first cell of a row to the last one in the same line."""
    first = row[0].place
    last = [cell.place for cell in row if cell.place.line == first.line][-1]
    return replace(first, length=last.column + last.length - first.column)


def _entries(columns: Iterable[Text], row: Row) -> Iterator[tuple[Text, Text]]:
    """A row's cells by the names of their columns, of which the first counts."""
    taken = set()
    for column, cell in zip(columns, row, strict=False):
        if column.value and column.value not in taken:
            taken.add(column.value)
            yield column, cell


def _repeated(columns: Iterable[Text]) -> Iterator[Problem]:
    first: dict[str, Text] = {}
    for column in columns:
        if column.value and first.setdefault(column.value, column) is not column:
            message = f"two columns are called {shortened(column.value)}"
            yield Problem("duplicate-key", message, column.place, "keep one of them")


def _misnamed(columns: Iterable[Text]) -> Iterator[Problem]:
    """Columns that are called as keys of a list in YAML are, under which no cell can say enough."""
    for column in columns:
        if hint := _NO_COLUMN.get(column.value):
            message = f"a column cannot be called {column.value} alone"
            yield Problem("unknown-key", message, column.place, hint)


def _nameless(columns: Iterable[Text], row: Row) -> Iterator[Problem]:
    """Cells that say something where no column is named above them."""
    for column, cell in zip_longest(columns, row):
        if cell and cell.value.strip() and not (column and column.value):
            message = f"no column is named above this: {shortened(cell.value)}"
            hint = "name it in the first row, or put a text that holds commas in quotes"
            yield Problem("unnamed-column", message, cell.place, hint)
