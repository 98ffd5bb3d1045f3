"""Grammars: the keys of a kind of file, and that they agree with one another."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from handouts.dataclass import dataclass
from handouts.model.doubt import beyond_doubt
from handouts.source.mending import Remains
from handouts.source.node import Node
from handouts.source.problem import Problem, has_error
from handouts.source.report import in_order
from handouts.source.shape import Record, Schema

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

MOST_ROUNDS = 50
MOST_PROBLEMS = 100

_NOTHING_LOST = frozenset(
    {
        *("encoding", "invisible-character", "tag", "comma", "duplicate-key"),
        "unknown-name",
    }
)
"""Errors after which the tree has all that was written."""


@dataclass(frozen=True, slots=True)
class Reading(Generic[T_co]):
    """What a file says, as far as it can be read, and what is wrong with it.

    ``remains`` is what ``value`` was read from in the end, when all was left out that cannot be.
    """

    value: T_co | None
    problems: tuple[Problem, ...]
    remains: Remains

    @property
    def sound(self) -> T_co | None:
        """The value; none when there is an error."""
        return None if has_error(self.problems) else self.value

    @property
    def told(self) -> tuple[Problem, ...]:
        """The problems in their order, so many as a person will read; then how many are left."""
        if not self.problems:
            return ()
        problems = in_order(self.problems)
        left = len(problems) - MOST_PROBLEMS
        if left <= 0:
            return tuple(problems)
        place = problems[MOST_PROBLEMS].place
        rest = Problem("more-problems", f"{left} more problems in this file", place)
        return (*problems[:MOST_PROBLEMS], rest)

    def and_found(self, problems: Iterable[Problem]) -> Reading[T_co]:
        """The same with more problems, but for those that may follow from what is wrong already."""
        found = [each for each in beyond_doubt(problems, self.remains) if each not in self.problems]
        if not found:
            return self
        remains = replace(self.remains, gone=self.remains.without(found).gone)
        return replace(self, problems=(*self.problems, *found), remains=remains)


@dataclass(frozen=True, slots=True)
class Grammar(Generic[T]):
    """The shape of a kind of file: its keys, and in ``check`` what they must agree in.

    ``names`` are keys whose text is but a name; what has lost it is read on without. ``needs`` are
    keys of which one must be there, as ``check`` sees to.
    """

    record: Record[T]
    check: Callable[[T], Iterable[Problem]] = lambda value: ()
    names: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> T | None:
        reading = self.reading(node, (), name)
        problems += reading.problems
        return reading.sound

    def reading(self, root: Node, problems: Sequence[Problem], name: str) -> Reading[T]:
        """What a tree says in which YAML found some problems.

        What can be read when its faults are left out is read and checked as well.
        """
        whole = all(each.code in _NOTHING_LOST for each in problems if has_error([each]))
        found: list[Problem] = []
        value = self.record.read(root, found, name)
        reading = Reading(value, tuple(problems), Remains(root, whole=whole)).and_found(found)
        if value is None:
            reading = self._read_on(reading, found, name)
        return reading.and_found(self.check(reading.value)) if reading.value else reading

    def _read_on(self, reading: Reading[T], faults: Sequence[Problem], name: str) -> Reading[T]:
        """Leave out what is at fault and read again, until there is nothing wrong with the rest."""
        remains = Remains(reading.remains.root, whole=reading.remains.whole)
        for _ in range(MOST_ROUNDS):
            remains, before = remains.without(faults, self.names), remains
            if remains.root is None or remains.root is before.root:
                break
            found: list[Problem] = []
            value = self.record.read(remains.root, found, name)
            reading = replace(reading, value=value, remains=remains).and_found(found)
            if value is not None:
                break
            faults = found
        return replace(reading, remains=remains)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        schema = self.record.schema(definitions)
        if not self.needs:
            return schema
        return {**schema, "anyOf": [{"required": [key]} for key in self.needs]}
