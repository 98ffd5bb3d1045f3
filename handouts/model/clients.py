"""Lists of clients: a table of a spreadsheet, or YAML with the same keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Generic, TypeVar

from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.client_table import as_list
from handouts.model.day import DAY
from handouts.model.dose import DOSE
from handouts.model.exercise import LANGUAGE, parse_name
from handouts.model.grammar import Grammar
from handouts.model.naming import folded
from handouts.model.quantity import LOAD, Amount, Quantity
from handouts.source import table, yaml
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    ByKind,
    Field,
    Line,
    ListOf,
    Located,
    Parsed,
    Record,
    Schema,
    Shape,
    Unreadable,
    is_blank,
    shortened,
    wrong_kind,
)

T = TypeVar("T")

_YAML = frozenset({".yaml", ".yml"})
_MAXIMA = "1rm"
_NAME_IN_TEXT = re.compile(r"[^;,\s](?:[^;,\n]*[^;,\s])?")
_DECIMAL_COMMA = re.compile(r"\d,\d")


def read_clients(path: Path, file: str) -> tuple[tuple[Client, ...], list[Problem]]:
    """The clients of the list at ``path``, in its order, each name once.

    YAML by the file's ending, else a table (CSV) whose first row names the columns. ``file`` is the
    path as people are shown it.
    """
    if path.suffix.lower() in _YAML:
        root, problems = yaml.read(path, file)
    else:
        written, problems = table.read(path, file)
        root = as_list(written, problems) if written else None
    clients = _read_all(root, problems) if root else []
    return tuple(_each_once(clients, problems)), list(dict.fromkeys(problems))


def _read_all(root: Node, problems: list[Problem]) -> list[Client]:
    if not isinstance(root, Sequence):
        problems.append(wrong_kind(root, "a list of clients", "a list"))
        return []
    if not root.items and not problems:  # else those that there are could not be read
        problems.append(Problem("empty-file", "there is no client in this file", root.place))
    read = (
        _read_client(item, problems, f"client {number}")
        for number, item in enumerate(root.items, 1)
    )
    return [client for client in read if client]


def _each_once(clients: Iterable[Client], problems: list[Problem]) -> Iterator[Client]:
    """The clients but for those whose name another had before."""
    first: dict[str, Place] = {}
    for client in clients:
        if client.client is None:
            yield client
            continue
        name, place = client.client, client.places["client"]
        before = first.setdefault(folded(name), place)
        if before is place:
            yield client
            continue
        message = f"{shortened(name)} is here twice, first on line {before.line}"
        hint = "write something into the name that tells them apart"
        problems.append(Problem("duplicate-client", message, place, hint))


def _read_client(node: Node, problems: list[Problem], name: str) -> Client | None:
    """A client of a list, as far as what is said of them can be read."""
    reading = _CLIENT.reading(_gathered(node), (), name)
    values = reading.value
    if values is None or not isinstance(node, Mapping):
        problems += reading.problems
        return None
    if "client" not in values and not reading.remains.has_lost_any("client"):
        place = getattr(node.get("client"), "place", node.place)
        nameless = Problem("missing-key", f"{name} has no name", place, "write who it is")
        reading = reading.and_found([nameless])
    problems += reading.problems
    sound = reading.sound is not None and "client" in values
    return _client(values, [node, reading.remains.root], sound)


def _client(values: dict[str, Any], nodes: Iterable[Node | None], sound: bool) -> Client:
    build, maxima, doses = (values.pop(key, ()) for key in ("build", _MAXIMA, "doses"))
    return Client(
        **values,
        build=tuple(each.value for each in build),
        maxima={exercise.value: weight for exercise, weight in maxima},
        doses={exercise.value: dose for exercise, dose in doses},
        sound=sound,
        places={
            **{key: value.place for node in nodes for key, value in _entries(node)},
            **{f"build.{each.value}": each.place for each in build},
            **{f"maxima.{exercise.value}": exercise.place for exercise, _ in maxima},
            **{f"doses.{exercise.value}": exercise.place for exercise, _ in doses},
        },
    )


def _entries(node: Node | None) -> Iterator[tuple[str, Node]]:
    for key, value in node.entries if isinstance(node, Mapping) else ():
        yield key.value, value


def _gathered(node: Node) -> Node:
    """A mapping with its keys ``1rm NAME`` as one key ``1rm`` with a mapping."""
    if not isinstance(node, Mapping):
        return node
    prefix = f"{_MAXIMA} "
    named = [entry for entry in node.entries if entry[0].value.startswith(prefix)]
    if not named:
        return node
    rest = [entry for entry in node.entries if entry not in named]
    maxima = [(_part(key, len(prefix), len(key.value)), value) for key, value in named]
    nested = node.get(_MAXIMA)
    if isinstance(nested, Mapping):
        maxima = [*nested.entries, *maxima]
        rest = [(key, value) for key, value in rest if value is not nested]
    first, _ = named[0]
    key = _part(first, 0, len(_MAXIMA))
    return Mapping((*rest, (key, Mapping(tuple(maxima), node.place))), node.place)


def _part(node: Text, start: int, end: int) -> Text:
    return Text(node.value[start:end], node.part(start, end - start))


@dataclass(frozen=True, slots=True)
class _Names:
    """Names in one text, with semicolons or commas between them, or on lines of their own."""

    name: Shape[Text]

    def read(
        self, node: Node, problems: list[Problem], name: str = "this"
    ) -> tuple[Text, ...] | None:
        if not isinstance(node, Text):
            problems.append(wrong_kind(node, name, "text"))
            return None
        parts = [_part(node, *found.span()) for found in _NAME_IN_TEXT.finditer(node.value)]
        return ListOf(self.name).read(Sequence(tuple(parts), node.place), problems, name)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"type": "string"}


@dataclass(frozen=True, slots=True)
class _ByExercise(Generic[T]):
    """Values by the names of exercises, each exercise once."""

    value: Shape[T]

    def read(
        self, node: Node, problems: list[Problem], name: str = "this"
    ) -> tuple[tuple[Text, T], ...] | None:
        if not isinstance(node, Mapping):
            problems.append(wrong_kind(node, name, "keys with values"))
            return None
        read: dict[str, tuple[Text, T]] = {}
        for key, written in node.entries:
            exercise = _NAME.read(key, problems, f"a key of {name}")
            value = None if is_blank(written) else self._value(key, written, problems, name)
            if exercise is None or value is None:
                continue
            if folded(exercise.value) in read:
                message = f"{name} names {exercise.value} twice"
                problems.append(Problem("duplicate-key", message, key.place, "keep one of them"))
            read[folded(exercise.value)] = exercise, value
        return tuple(read.values())

    def _value(self, key: Text, node: Node, problems: list[Problem], name: str) -> T | None:
        return self.value.read(node, problems, f"{name} {shortened(key.value)}")

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema(definitions)}


_WEIGHT = Quantity(
    {word: unit for word, unit in LOAD.items() if not unit.startswith("%")},
    ("100 kg", "225 lb"),
    per_set=False,
    maximum=False,
)


def parse_maximum(text: str) -> Amount:
    """A one-repetition maximum: one weight with its unit."""
    if comma := _DECIMAL_COMMA.search(text):
        hint = f"write {text.replace(',', '.')}"
        raise Unreadable(f"has a comma: {shortened(text)}", hint, comma.start(), 3)
    (amount,) = _WEIGHT(text).amounts
    if amount.low != amount.high:
        raise Unreadable(f"must be one weight, this is {shortened(text)}", "write 100 kg or 225 lb")
    return amount


def _values(**values: Any) -> dict[str, Any]:
    return values


_MAXIMUM = Parsed(parse_maximum, r"^\d+(\.\d+)? ?[A-Za-z]+$", ("100 kg", "225 lb"))
_NAME = Located(Parsed(parse_name, r"^[^/\\]+$", ("glute-bridge",)), Text)
FIELDS = (
    Field("client", Line(120), "Who it is for."),
    Field("build", ByKind(_Names(_NAME), ListOf(_NAME)), "What this person gets, by name."),
    Field("goal", Line(80), "The goal whose dose is marked."),
    Field("rung", Line(120), "Where this person stands on a ladder."),
    Field("start", DAY, "The first day of a program."),
    Field("date", Line(80), "Printed as it is given."),
    Field("lang", LANGUAGE, "The language of the sheets."),
    Field("note", Line(1000), "A line for this person."),
    Field("coach", Line(120), "Who hands it out."),
    Field(_MAXIMA, _ByExercise(_MAXIMUM), "One-repetition maxima by exercise."),
    Field("doses", _ByExercise(DOSE), "What is different in an exercise's dose."),
)
"""What a list may say of a client, whose name must be there. ``1rm`` leads to exercises by name."""

_VALUES = Record(_values, FIELDS)
_CLIENT = Grammar(_VALUES)
