"""Tables: a column for each key of ours, by its name or as the command says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handouts.importers.draft import Draft, Fields, Value
from handouts.importers.format import fields
from handouts.importers.format.column_map import CUES, DOSE, LISTS, NAME, TEXTS, missing, names_of
from handouts.importers.format.credits import credit
from handouts.importers.reading import LARGEST, Found
from handouts.importers.record import Item, Record
from handouts.importers.text.directions import Directions
from handouts.importers.text.dosing import dose_of
from handouts.source import table
from handouts.source.disk import read_bytes
from handouts.source.node import Text
from handouts.source.problem import Problem

_SEPARATORS = ("\n", ";", "|", ",")


def read(path: Path, file: str, said: Mapping[str, str]) -> Iterator[Found]:
    """The rows of a table, their cells by key; ``said`` are the columns that the command named.

    A cell whose column is no key goes by the column's name.
    """
    data = read_bytes(path, file, LARGEST)
    if isinstance(data, Problem):
        yield data
        return
    found, problems = table.parse(data, file)
    yield from problems
    if found is None:
        return
    heads = [cell.value for cell in found.head]
    names = names_of(heads, said)
    if faults := missing(heads, names, said, found.head[0].place):
        yield from faults
        return
    for number, row in enumerate(found.rows, 1):
        yield Item(number, _cells(row, names), row[0].place)


def draft(row: Record) -> Draft:
    """Make an exercise of a row. Raises ``Refused``."""
    cues = Directions(**{key: tuple(fields.cues(row, key)) for key in CUES})
    written: Fields = {
        "exercise": fields.title(row, NAME),
        **fields.given(**{key: row.text(key) for key in TEXTS}),
        **fields.level(row, "level"),
        **fields.given(**{key: _several(row, key) for key in LISTS}),
        **_muscles(row),
        **_goals(row),
        **cues.fields,
        **fields.given(credit=credit(row, source=row.text("source"))),
    }
    fields.require_directions(written, row, "execution")
    pictures = tuple((str(picture),) for picture in _several(row, "picture"))
    return Draft(fields=written, pictures=pictures)


def _cells(row: tuple[Text, ...], names: list[str]) -> dict[str, object]:
    beyond = (f"column {number + 1}" for number in range(len(names), len(row)))
    return dict(zip([*names, *beyond], (cell.value for cell in row), strict=False))


def _several(row: Record, key: str) -> list[Value]:
    """The parts of a cell: lines, else what stands between semicolons, bars or commas."""
    text = row.prose(key) or ""
    separator = next((sign for sign in _SEPARATORS if sign in text), "\n")
    return [part.strip() for part in text.split(separator) if part.strip()]


def _goals(row: Record) -> Fields:
    """The dose that a row gives, in one cell or in one for each key, under the goal it names."""
    told: Fields = {**dose_of(row.text("dose") or "")}
    told |= fields.given(**{key: row.text(key) for key in DOSE})
    if not told:
        return {}
    dose: Fields = {key: told[key] for key in (*DOSE, "note") if key in told}
    return {"goals": {row.text("goal") or "usual": dose}}


def _muscles(row: Record) -> Fields:
    named = {key: [*map(str, _several(row, key))] for key in ("primary", "secondary")}
    for key, names in named.items():
        fields.keep_unknown_muscles(row, key, names)
    return fields.muscles(named["primary"], named["secondary"])
