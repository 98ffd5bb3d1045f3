"""Weeks of a program: sets of them as coaches write them, and values that change by week."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import field
from typing import Generic, TypeVar

from handouts.dataclass import dataclass
from handouts.source.node import Mapping, Node, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import Located, OneOrList, Parsed, Schema, Shape, Unreadable, shortened

T = TypeVar("T")

LONGEST = 520
"""The most weeks that a program can have: ten years."""


@dataclass(frozen=True, slots=True)
class Weeks:
    """Some weeks, counted from 1, and where they were written."""

    numbers: frozenset[int]
    place: Place = field(default=Place(""), compare=False, repr=False)

    def __contains__(self, week: int) -> bool:
        return week in self.numbers

    @property
    def turns(self) -> Iterator[int]:
        """The weeks in which something is other than the week before: begun, or over."""
        for week in self.numbers:
            if week - 1 not in self.numbers:
                yield week
            if week + 1 not in self.numbers:
                yield week + 1


@dataclass(frozen=True, slots=True)
class Piece(Generic[T]):
    """A value that holds in some weeks, or in all of them where none are named."""

    value: T
    place: Place = field(default=Place(""), compare=False, repr=False)
    weeks: Weeks | None = None


@dataclass(frozen=True, slots=True)
class ByWeek(Generic[T]):
    """A value that may change by week: one piece that holds in all of them, or several."""

    pieces: tuple[Piece[T], ...]
    place: Place = field(default=Place(""), compare=False, repr=False)

    @property
    def varies(self) -> bool:
        """Whether its weeks were named, be it for one value alone."""
        return not self.pieces or self.pieces[0].weeks is not None

    def piece(self, week: int) -> Piece[T] | None:
        """The piece that holds in a week, if there is one."""
        return next(
            (each for each in self.pieces if each.weeks is None or week in each.weeks), None
        )

    def at(self, week: int) -> T | None:
        """The value in a week, if there is one."""
        piece = self.piece(week)
        return piece.value if piece else None


def spelled(numbers: Iterable[int]) -> str:
    """Weeks as they are written, in words for a message: ``week 3``, ``weeks 1-4, 6``."""
    ranges = list(_ranges(numbers))
    parts = [f"{first}-{last}" if last > first else str(first) for first, last in ranges]
    single = len(ranges) == 1 and ranges[0][0] == ranges[0][1]
    return f"week{'' if single else 's'} {', '.join(parts)}"


def _ranges(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The runs of weeks that follow one another, as first and last."""
    first = last = 0
    for number in sorted(numbers):
        if last and number != last + 1:
            yield first, last
            first = number
        first, last = first or number, number
    if last:
        yield first, last


_RANGE = re.compile(r"(\d{1,6})(?: ?(?:[-–—]|to) ?(\d{1,6}))?")
_PART = re.compile(r"[^,\s](?:[^,]*[^,\s])?")
_PATTERN = r"^\d+ ?((-|–|—|to) ?\d+)?(\s*,\s*\d+ ?((-|–|—|to) ?\d+)?)*$"


def parse_weeks(text: str) -> frozenset[int]:
    """``3``, ``1-4``, ``1-2, 5``."""
    parts = list(_PART.finditer(text))
    if len(parts) != text.count(",") + 1:
        raise Unreadable(f"cannot be read: {shortened(text)}", _HINT, code="weeks")
    return frozenset(week for part in parts for week in _range(part[0], part.start()))


def _range(text: str, start: int) -> range:
    match = _RANGE.fullmatch(text)
    if not match:
        message = f"cannot be read: {shortened(text)}"
        raise Unreadable(message, _HINT, start, len(text), "weeks")
    first, last = int(match[1]), int(match[2] or match[1])
    if not (1 <= first <= LONGEST and last <= LONGEST):
        message = f"must be from 1 to {LONGEST}: {text}"
        raise Unreadable(message, None, start, len(text), "weeks")
    if last < first:
        message, hint = f"cannot run backwards: {text}", f"write {last}-{first}"
        raise Unreadable(message, hint, start, len(text), "weeks")
    return range(first, last + 1)


_HINT = "write weeks like 3, 1-4 or 1-2, 5"
_WEEKS_TEXT = Parsed(parse_weeks, _PATTERN, ("3", "1-4", "1-2, 5"))

WEEKS = Located(
    OneOrList(_WEEKS_TEXT), lambda parts, place: Weeks(frozenset[int]().union(*parts), place)
)
"""The shape of some weeks: a text, or a list of them."""


@dataclass(frozen=True, slots=True)
class Weekly(Generic[T]):
    """The shape of a value that may change by week: of the value itself, or weeks and values."""

    value: Shape[T]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> ByWeek[T] | None:
        if not isinstance(node, Mapping):
            value = self.value.read(node, problems, name)
            return None if value is None else ByWeek((Piece(value, node.place),), node.place)
        pieces = [self._piece(key, each, problems, name) for key, each in node.entries]
        read = tuple(piece for piece in pieces if piece is not None)
        return ByWeek(read, node.place) if len(read) == len(pieces) else None

    def _piece(self, key: Text, node: Node, problems: list[Problem], name: str) -> Piece[T] | None:
        numbers = _WEEKS_TEXT.read(key, problems, f"weeks of {name}")
        value = self.value.read(node, problems, name)
        if numbers is None or value is None:
            return None
        return Piece(value, node.place, Weeks(numbers, key.place))

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        value = self.value.schema(definitions)
        by_week: Schema = {
            "type": "object",
            "minProperties": 1,
            "propertyNames": {"pattern": _PATTERN},
            "additionalProperties": value,
        }
        return {"anyOf": [value, by_week]}
