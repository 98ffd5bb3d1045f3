"""Files of records: a JSON file or a folder of them; each record with its place.

JSON is read one record after the other, so that each knows where it begins and one at fault does
not take those before it along.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from handouts.importers.record import Item
from handouts.source.disk import is_folder, read_bytes
from handouts.source.problem import Place, Problem

LARGEST = 64_000_000
"""Bytes of the largest file that is read."""

CONTAINERS = ("results", "exercises", "data")
"""Keys under which files of one object keep their records."""

_SPACE = " \t\r\n"

Found = Item | Problem


def read_json(path: Path, file: str) -> Iterator[Found]:
    """The records of a JSON file, or of all below a folder, in the order of their names."""
    number = 0
    for each, shown in _files(path, file):
        data = read_bytes(each, shown, LARGEST)
        for found in [data] if isinstance(data, Problem) else _items(data, shown):
            if isinstance(found, Problem):
                yield found
            else:
                number += 1
                yield Item(number, *found)


def _files(path: Path, file: str) -> Iterator[tuple[Path, str]]:
    if not is_folder(path):
        yield path, file
        return
    for each in sorted(path.rglob("*.json")):
        if each.is_file() and not each.is_symlink():
            yield each, f"{file}/{each.relative_to(path).as_posix()}"


def _items(data: bytes, file: str) -> Iterator[tuple[object, Place] | Problem]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        message = "this file is UTF-16, which is not read"
        yield Problem("encoding", message, Place(file), "save it as UTF-8")
        return
    # Bytes that are not UTF-8 stay recognisable: the record that has them is refused by itself.
    text = data.decode("utf-8", errors="surrogateescape").removeprefix("\ufeff")
    yield from _Reader(text, file).items()


class _Reader:
    """Reads the records of one JSON text from its start to its end."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._file = file
        self._at = 0
        self._counted = 0
        self._line = 1
        self._is_begun = False
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_object, parse_constant=str, parse_int=_number, parse_float=str
        )

    def items(self) -> Iterator[tuple[object, Place] | Problem]:
        """The records, up to a fault; then the fault."""
        try:
            yield from self._list() if self._next() == "[" else self._whole()
            self._end()
        except json.JSONDecodeError as error:
            self._at = error.pos
            yield self._problem("json", f"this is not JSON: {_SAID.get(error.msg, error.msg)}")
        except RecursionError:
            yield self._problem("too-deep", "lists and objects stand too deep in one another")

    def _list(self) -> Iterator[tuple[object, Place]]:
        """The items of the list that begins here."""
        self._at += 1
        while self._next() != "]":
            place = self._place()
            value = self._value()
            self._is_begun = True
            yield value, place
            if self._next() == ",":
                self._at += 1
            elif self._next() != "]":
                raise json.JSONDecodeError("Expecting ',' delimiter", self._text, self._at)
        self._at += 1

    def _whole(self) -> Iterator[tuple[object, Place]]:
        """The records of a text that is one object: those under a key, or it is one itself."""
        start, place = self._at, self._place()
        value = self._value()
        self._end()
        key = next((key for key in CONTAINERS if _is_list(value, key)), None)
        if key is None:
            yield value, place
            return
        end, self._at = self._at, start
        self._seek(key)
        yield from self._list()
        self._at = end

    def _seek(self, key: str) -> None:
        """Go to the value of a key in the sound object that begins here."""
        while True:
            self._at += 1  # an opening brace or a comma
            self._next()
            found = self._value()
            self._next()
            self._at += 1  # a colon
            self._next()
            if found == key:
                return
            self._value()
            self._next()

    def _value(self) -> Any:
        value, self._at = self._decoder.raw_decode(self._text, self._at)
        return value

    def _next(self) -> str:
        while self._at < len(self._text) and self._text[self._at] in _SPACE:
            self._at += 1
        return self._text[self._at : self._at + 1]

    def _end(self) -> None:
        if self._next():
            raise json.JSONDecodeError("Extra data", self._text, self._at)

    def _place(self) -> Place:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return Place(self._file, self._line, self._at - self._text.rfind("\n", 0, self._at))

    def _problem(self, code: str, message: str) -> Problem:
        hint = "what stands before this place was imported" if self._is_begun else None
        return Problem(code, message, self._place(), hint)


_SAID = {
    "Expecting value": "a value is missing here",
    "Expecting ',' delimiter": "a comma is missing here",
    "Expecting ':' delimiter": "a colon is missing here",
    "Expecting property name enclosed in double quotes": "a name in double quotes is missing here",
    "Unterminated string starting at": "a text is opened here and never closed",
    "Extra data": "it goes on after its end",
    "Invalid control character at": "a line end or control character stands in a text",
}


def _is_list(value: object, key: str) -> bool:
    return isinstance(value, dict) and isinstance(value.get(key), list)


def _number(digits: str) -> object:
    """A whole number; one of more digits than any count has stays text."""
    return int(digits) if len(digits) < 20 else digits


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """An object with all its fields; what comes again has a name of its own."""
    values: dict[str, object] = {}
    again: dict[str, list[object]] = {}
    for key, value in pairs:
        if key in values:
            again.setdefault(f"{key} (again)", []).append(value)
        else:
            values[key] = value
    return {**values, **again}
