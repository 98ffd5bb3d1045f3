"""Tables: a column for each key of ours, by its name or as the command says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from handouts.importers import fields
from handouts.importers.directions import Directions, plain_cues
from handouts.importers.draft import Draft, Fields, Value
from handouts.importers.licence import credit
from handouts.importers.reading import LARGEST, Found
from handouts.importers.record import Item, Record
from handouts.source import table
from handouts.source.disk import read_bytes
from handouts.source.node import Text
from handouts.source.problem import Place, Problem
from handouts.source.wording import did_you_mean, listed, shortened

NAME = "name"
TEXTS = ("category", "summary", "safety", "progression", "checkpoint", "video", "lang")
LISTS = ("tags", "equipment", "sources", "easier", "harder")
CUES = ("setup", "execution", "tips")
KEYS = (
    *(NAME, *TEXTS, *LISTS, *CUES),
    *("level", "primary", "secondary", "picture", "author", "licence", "source"),
)
"""What a column can be."""

_ALSO = {
    "exercise": NAME,
    "title": NAME,
    "license": "licence",
    "steps": "execution",
    "instructions": "execution",
}
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
    heads = [cell.value.strip() for cell in found.head]
    missing = [column for column in said.values() if column not in heads]
    yield from (_missing(column, heads, found.head[0].place) for column in missing)
    if not missing:
        names = _names(heads, said)
        for number, row in enumerate(found.rows, 1):
            yield Item(number, _cells(row, names), row[0].place)


def draft(row: Record) -> Draft:
    """Make an exercise of a row. Raises ``Refused``."""
    cues = Directions(**{key: tuple(plain_cues(row.prose(key) or "")) for key in CUES})
    written: Fields = {
        "exercise": fields.title(row, NAME),
        **fields.given(**{key: row.text(key) for key in TEXTS}),
        **fields.level(row, "level"),
        **fields.given(**{key: _several(row, key) for key in LISTS}),
        **_muscles(row),
        **cues.fields,
        **fields.given(credit=credit(row, source=row.text("source"))),
    }
    fields.require_directions(written, row, "execution")
    pictures = tuple((str(picture),) for picture in _several(row, "picture"))
    return Draft(fields=written, pictures=pictures)


def _missing(column: str, heads: list[str], place: Place) -> Problem:
    hint = did_you_mean(column, heads) or f"the columns are {', '.join(filter(None, heads))}"
    return Problem("unknown-column", f"there is no column {shortened(column)}", place, hint)


def _names(heads: list[str], said: Mapping[str, str]) -> list[str]:
    """What the cells of each column go by: each key once, and no column by a key it is not."""
    keys = {column: key for key, column in said.items()}
    names: list[str] = []
    for number, head in enumerate(heads, 1):
        word = _ALSO.get(head.casefold(), head.casefold())
        key = keys.get(head) or (word if word in KEYS and word not in said else None)
        name = key or head or f"column {number}"
        names.append(
            f"column {number}, {head}" if name in names or (name in KEYS and not key) else name
        )
    return names


def _cells(row: tuple[Text, ...], names: list[str]) -> dict[str, object]:
    beyond = (f"column {number + 1}" for number in range(len(names), len(row)))
    return dict(zip([*names, *beyond], (cell.value for cell in row), strict=False))


def _several(row: Record, key: str) -> list[Value]:
    """The parts of a cell: lines, else what stands between semicolons, bars or commas."""
    text = row.prose(key) or ""
    separator = next((sign for sign in _SEPARATORS if sign in text), "\n")
    return [part.strip() for part in text.split(separator) if part.strip()]


def _muscles(row: Record) -> Fields:
    named = {key: [*map(str, _several(row, key))] for key in ("primary", "secondary")}
    for key, names in named.items():
        fields.keep_unknown_muscles(row, key, names)
    return fields.muscles(named["primary"], named["secondary"])


def parse_map(text: str) -> dict[str, str]:
    """What ``--map name=Exercise,execution=Steps`` says. Raises ``ValueError`` in plain words."""
    said: dict[str, str] = {}
    for pair in text.split(","):
        key, equals, column = (part.strip() for part in pair.partition("="))
        if not (key and equals and column):
            raise ValueError(f"write name=Exercise,execution=Steps, not {shortened(text)}")
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"write {listed(KEYS)}"
            raise ValueError(f"there is no key {shortened(key)}: {hint}")
        said[key] = column
    return said
