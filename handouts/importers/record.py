"""One record of somebody's data: its fields are taken one by one, and what nobody takes is told.

A value of a kind that is not expected counts as not taken: data is as it is, and a number where a
list should be keeps no exercise from being imported.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from handouts.dataclass import dataclass
from handouts.importers.draft import Refused, Unplaced
from handouts.importers.text.characters import on_one_line, tidy
from handouts.source.problem import Place
from handouts.source.wording import shortened

LONGEST_TEXT = 20_000
"""Characters of the longest text that is taken; three times the longest that was seen."""

LONGEST_SHOWN = 2_000

_NAMES = ("short_name", "name", "comment", "alias")


@dataclass(frozen=True, slots=True)
class Item:
    """A record as it was read, its number from 1, and where it begins."""

    number: int
    value: object
    place: Place


class Record:
    """The fields of a record. ``as_written`` are words that are kept for want of plainer ones.

    ``path`` leads to a record that lies within another.
    """

    def __init__(self, values: Mapping[str, object], path: str = "") -> None:
        self.as_written: list[Unplaced] = []
        self._values = values
        self._path = path
        self._taken: set[str] = set()
        self._empty: set[str] = set()
        self._parts: list[Record] = []
        self._unplaced: list[Unplaced] = []

    def text(self, *keys: str) -> str | None:
        """The text of the first of some fields that has any, on one line."""
        text = self.prose(*keys)
        return on_one_line(text) if text else None

    def prose(self, *keys: str) -> str | None:
        """The text of the first of some fields that has any, with its line ends."""
        return next(filter(None, (self._text(key) for key in keys)), None)

    def texts(self, key: str) -> list[str]:
        """The texts of a list, or of a field that has one text; names of what has a name."""
        value = self._values.get(key)
        values = value if isinstance(value, list) else [value]
        texts = [_named(each) for each in values]
        if any(
            text is None and not is_blank(each) for text, each in zip(texts, values, strict=True)
        ):
            return []
        self._take(key, values)
        tidied = [self._tidied(key, text) for text in texts if text is not None]
        return [on_one_line(text) for text in tidied if text]

    def flag(self, key: str) -> bool | None:
        """A field that says yes or no."""
        value = self._values.get(key)
        if not isinstance(value, bool):
            return None
        self._taken.add(key)
        return value

    def records(self, key: str) -> list[Record]:
        """The records within a field, each with what it leaves over."""
        values = self._values.get(key)
        if not isinstance(values, list) or not all(isinstance(each, Mapping) for each in values):
            return []
        self._taken.add(key)
        parts = [Record(each, f"{self._path}{key} {n}, ") for n, each in enumerate(values, 1)]
        self._parts += parts
        return parts

    def says(self, *keys: str) -> bool:
        """Whether one of some fields holds anything, though it may be nothing that can be taken."""
        return not all(is_blank(self._values.get(key)) for key in keys)

    def skip(self, *keys: str) -> None:
        """Say that some fields are told elsewhere, or say nothing of the exercise."""
        self._taken.update(keys)

    def skip_within(self, *keys: str) -> None:
        """Say the same of fields of objects that stand for their name."""
        self._empty.update(keys)

    def give_back(self, *keys: str) -> None:
        """Say that some fields were taken for nothing."""
        self._taken.difference_update(keys)

    def leave(self, key: str, values: Iterable[str]) -> None:
        """Say that parts of a field have no place."""
        self._unplaced += [Unplaced(f"{self._path}{key}", value) for value in values]

    def keep(self, key: str, values: Iterable[str]) -> None:
        """Say that words of a field are kept as they were written."""
        self.as_written += [Unplaced(f"{self._path}{key}", value) for value in values]

    def unplaced(self) -> list[Unplaced]:
        """Everything that has no place, fields that nobody took among it."""
        untaken = {key: each for key, each in self._values.items() if key not in self._taken}
        left = _all_of(untaken, self._path)
        return [*left, *self._unplaced, *(each for part in self._parts for each in part.unplaced())]

    def _text(self, key: str) -> str | None:
        value = self._values.get(key)
        text = _named(value)
        if text is None:
            return None
        self._take(key, [value])
        return self._tidied(key, text)

    def _take(self, key: str, values: Iterable[object]) -> None:
        """Take a field; of an object, what is not its name is left."""
        if key in self._taken:
            return
        self._taken.add(key)
        for value in values:
            if isinstance(value, Mapping):
                known = {_name_key(value), *self._empty}
                rest = {k: each for k, each in value.items() if k not in known}
                self._unplaced += _all_of(rest, f"{self._path}{key}, ")

    def _tidied(self, key: str, text: str) -> str | None:
        if len(text) > LONGEST_TEXT:
            self.leave(key, [shown(text)])
            return None
        try:
            tidied, invisible = tidy(text)
        except UnicodeError:
            message = f"{self._path}{key} holds characters that cannot be read: {visible(text)}"
            raise Refused(message, "save the file as UTF-8") from None
        self.leave(key, invisible)
        return tidied


def _all_of(values: Mapping[str, object], path: str) -> list[Unplaced]:
    """The fields that say something."""
    return [Unplaced(f"{path}{key}", shown(v)) for key, v in values.items() if not is_blank(v)]


def _named(value: object) -> str | None:
    """A text, a number as text, or the name of an object that has one."""
    if isinstance(value, Mapping):
        value = value.get(_name_key(value))
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return str(value)


def _name_key(value: Mapping[str, object]) -> str:
    """The key of an object's name."""
    named = (key for key in _NAMES if isinstance(value.get(key), str) and value[key])
    return next(named, "")


def is_blank(value: object) -> bool:
    """Whether a field says nothing."""
    if isinstance(value, str):
        return not value.strip()
    return value is None or value == [] or value == {}


def shown(value: object) -> str:
    """A value for a report: texts as they are, the rest as JSON, long ones cut."""
    if isinstance(value, str):
        text = value
    elif isinstance(value, list) and all(isinstance(each, str) for each in value):
        text = ", ".join(value)
    else:
        try:
            text = json.dumps(value, ensure_ascii=False)
        except RecursionError:
            text = "lists too deep in one another"
    return text if len(text) <= LONGEST_SHOWN else _cut(text)


def _cut(text: str) -> str:
    return f"{text[:LONGEST_SHOWN]}… ({len(text)} characters)"


def visible(text: str) -> str:
    """A text for a message, with a sign for what is no character."""
    return shortened(text.encode(errors="replace").decode())


def title_of(values: Mapping[str, object]) -> str:
    """What a message calls a record, as far as it has a name."""
    names = (values.get(key) for key in ("title", "name"))
    return next((visible(name) for name in names if isinstance(name, str) and name.strip()), "")
