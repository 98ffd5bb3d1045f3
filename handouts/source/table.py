"""A table as spreadsheets save it (CSV, RFC 4180 and what Excel makes of it), to cells.

Cells are text and nothing else: none is a number, a date or a formula.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.source.characters import REPLACEMENT, decode, place_of
from handouts.source.disk import read_bytes
from handouts.source.node import Text
from handouts.source.problem import Place, Problem

DELIMITERS = (",", ";", "\t")

_SAYS_SO = re.compile(r'"?sep=([,;\t|])"?', re.IGNORECASE)
_QUOTED = re.compile(r'"(?:[^"]|"")*+"')
_SAVE_AS = "save it as CSV UTF-8, which spreadsheets offer under Save As"

Row = tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The first row that says anything, and those after it that do; each cell knows its place."""

    head: Row
    rows: tuple[Row, ...]


def read(path: Path, file: str) -> tuple[Table | None, list[Problem]]:
    """The table at ``path``, ``None`` when there is none; ``file`` is the path as shown."""
    data = read_bytes(path, file)
    return (None, [data]) if isinstance(data, Problem) else parse(data, file)


def parse(data: bytes, file: str) -> tuple[Table | None, list[Problem]]:
    """The table of a text in UTF-8, between whose cells stand commas, semicolons or tabs.

    Excel's first line ``sep=;`` decides which of them, else the first row does. Never raises. A row
    with a character that cannot be read is left out, and so is what follows a fault in quotes,
    which cannot be told apart.
    """
    text, problems = decode(data, file)
    problems = [_how_to_save(problem) for problem in problems]
    if text is None:
        return None, problems
    lines = text.split("\n")
    says_so = _SAYS_SO.fullmatch(lines[0].strip(" "))
    delimiter = says_so[1] if says_so else _delimiter(lines)
    rows, found = _rows(lines, 1 if says_so else 0, delimiter, file)
    if not rows and not found:
        found = [Problem("empty-file", "this file is empty", Place(file))]
    sound = [row for row in rows[1:] if not (problems and _is_damaged(row))]
    return Table(rows[0], tuple(sound)) if rows else None, [*problems, *found]


def _is_damaged(row: Row) -> bool:
    """Whether a row holds what could not be read: nobody's name may print like that."""
    return any(REPLACEMENT in cell.value for cell in row)


def _how_to_save(problem: Problem) -> Problem:
    return replace(problem, hint=_SAVE_AS) if problem.code == "encoding" else problem


def _delimiter(lines: Sequence[str]) -> str:
    """The one that stands most often between the names of the columns."""
    head = next(filter(str.strip, lines), "")
    return max(DELIMITERS, key=_QUOTED.sub("", head).count)


def _rows(
    lines: Sequence[str], first: int, delimiter: str, file: str
) -> tuple[list[Row], list[Problem]]:
    """The rows from a line on that say anything, up to a fault in quotes."""
    reader = csv.reader((f"{line}\n" for line in lines[first:]), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    start = first
    try:
        for values in reader:
            end = first + reader.line_num
            if any(map(str.strip, values)):
                places = _places("\n".join(lines[start:end]), start, delimiter, file)
                rows.append(tuple(map(Text, values, places)))
            start = end
    except csv.Error:
        text = "\n".join(lines[start : first + reader.line_num])
        return rows, [_fault(text, start, delimiter, file)]
    return rows, []


def _places(row: str, before: int, delimiter: str, file: str) -> Iterator[Place]:
    """The place of each cell of a row that stands after so many lines."""
    for start, end in _spans(row, delimiter):
        yield _below(place_of(row, start, end, file), before)


def _spans(row: str, delimiter: str) -> Iterator[tuple[int, int]]:
    """Where each cell of a row starts and ends: the standard library's reader does not tell."""
    start = 0
    while True:
        quoted = _QUOTED.match(row, start)
        end = row.find(delimiter, quoted.end() if quoted else start)
        if end < 0:
            yield start, len(row)
            return
        yield start, end
        start = end + 1


def _below(place: Place, before: int) -> Place:
    return replace(place, line=place.line + before)


def _fault(row: str, before: int, delimiter: str, file: str) -> Problem:
    """What is wrong with the quotes of a row, or else a cell without an end."""
    for start, end in _spans(row, delimiter):
        place = _below(place_of(row, start, end, file), before)
        quoted = _QUOTED.match(row, start)
        if row.startswith('"', start) and quoted is None:
            message = "a quote is opened here and never closed"
            return Problem("quote", message, place, 'close it; a quote within a text is ""')
        if quoted and quoted.end() < end:
            message = "there is more after the closing quote"
            return Problem("quote", message, place, 'a quote within a text is written twice: ""')
    place = _below(place_of(row, 0, len(row), file), before)
    return Problem("too-long", "a cell is too long to be read", place, "shorten it")
