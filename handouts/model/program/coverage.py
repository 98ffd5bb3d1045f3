"""Coverage: that what changes by week says something for every week of its item, and once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.program.plan import PlannedGroup, PlannedPart, PlannedSession
from handouts.model.program.program import Program
from handouts.model.program.weeks import ByWeek, Weeks, spelled
from handouts.source.problem import Problem


@dataclass(frozen=True, slots=True)
class Extent:
    """The weeks of an item, and in words which item's they are; none in a home program."""

    numbers: frozenset[int]
    words: str

    def within(self, weeks: Weeks | None, words: str) -> Extent:
        """The extent of something that stands in some of these weeks."""
        return Extent(weeks.numbers & self.numbers, words) if weeks else self


def uncovered(program: Program) -> Iterator[Problem]:
    """Weeks that are out of range, that a value leaves out, or for which it is given twice."""
    whole = Extent(frozenset(range(1, (program.weeks or 0) + 1)), "the program has")
    yield from _outside(program.deload, whole, "deload")
    for phase in program.phases:
        yield from _outside(phase.weeks, whole, "a phase")
    if program.alternate:
        yield from _of_value(program.per_week, whole, "per_week")
        yield from _of_value(program.days, whole, "days")
    for session in program.plan:
        yield from _of_session(session, whole)


def _of_session(session: PlannedSession, whole: Extent) -> Iterator[Problem]:
    yield from _outside(session.weeks, whole, "the session")
    extent = whole.within(session.weeks, "the session is done in")
    yield from _of_value(session.per_week, extent, "per_week")
    yield from _of_value(session.days, extent, "days")
    for part in session.parts:
        yield from _of_part(part, extent)


def _of_part(part: PlannedPart, whole: Extent) -> Iterator[Problem]:
    yield from _outside(part.weeks, whole, "this")
    extent = whole.within(part.weeks, "this is done in")
    for key, value in part.by_week.items():
        yield from _of_value(value, extent, key)
    for task in part.tasks if isinstance(part, PlannedGroup) else ():
        yield from _of_part(task, extent)


def _outside(weeks: Weeks | None, whole: Extent, what: str) -> Iterator[Problem]:
    if weeks is None:
        return
    if not whole.numbers:
        yield _no_weeks(f"{what} names weeks", weeks)
    elif outside := weeks.numbers - whole.numbers:
        yield _out_of_range(outside, weeks, whole)


def _of_value(value: ByWeek[Any] | None, extent: Extent, key: str) -> Iterator[Problem]:
    if value is None or not value.varies:
        return
    named = [piece.weeks for piece in value.pieces if piece.weeks]
    yield from _twice(named, key)
    if not extent.numbers:
        message = f"{key} changes by week, but the program has no weeks"
        yield Problem("no-weeks", message, value.place, NO_WEEKS_HINT)
        return
    for weeks in named:
        if outside := weeks.numbers - extent.numbers:
            yield _out_of_range(outside, weeks, extent)
    if missing := extent.numbers.difference(*(weeks.numbers for weeks in named)):
        message = f"{spelled(missing)} {_have(missing)} no {key}"
        hint = f"add {spelled(missing).partition(' ')[2]}: and its value"
        yield Problem("weeks-uncovered", message, value.place, hint)


def _twice(named: Sequence[Weeks], key: str) -> Iterator[Problem]:
    seen: set[int] = set()
    for weeks in named:
        if twice := weeks.numbers & seen:
            message = f"{spelled(twice)} {_have(twice)} {key} twice"
            yield Problem("weeks-twice", message, weeks.place, "give each week one value")
        seen |= weeks.numbers


NO_WEEKS_HINT = "write weeks: and how many there are"


def _no_weeks(says: str, weeks: Weeks) -> Problem:
    message = f"{says}, but the program has none"
    return Problem("no-weeks", message, weeks.place, NO_WEEKS_HINT)


def _out_of_range(outside: frozenset[int], weeks: Weeks, extent: Extent) -> Problem:
    be = "is" if len(outside) == 1 else "are"
    message = f"{spelled(outside)} {be} out of range: {extent.words} {spelled(extent.numbers)}"
    return Problem("weeks-range", message, weeks.place)


def _have(weeks: set[int] | frozenset[int]) -> str:
    return "has" if len(weeks) == 1 else "have"
