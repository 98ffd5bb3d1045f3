"""Appointments: which sessions stand in which week of a program, and on which days."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from handouts.dataclass import dataclass
from handouts.model.program.plan import PlannedSession
from handouts.model.program.program import Program
from handouts.model.program.schedule import Day

WEEKDAYS = 7


@dataclass(frozen=True, slots=True)
class Appointment:
    """A session that is to be done once, on a day or on any."""

    session: PlannedSession
    day: Day | None = None


def offset(day: Day, start: date | None) -> int:
    """How many days after its week's start a day comes; weeks start on Mondays unless dated."""
    if start is None or not day.named:
        return day.number - 1
    return (day.number - 1 - start.weekday()) % WEEKDAYS


def appointments(program: Program, start: date | None) -> Iterator[tuple[Appointment, ...]]:
    """Give the sessions of each week in their order, over all cycles of the program.

    Sessions on days come first, by day; the others stand in turns of the order they are listed
    in. Sessions that alternate go on in turn from week to week.
    """
    turns = _Turns(program, start)
    others = [session for session in program.plan if session.session not in turns.names]
    for _ in range(program.cycles):
        for week in range(1, (program.weeks or 1) + 1):
            standing = [each for each in others if each.weeks is None or week in each.weeks]
            found = [*turns.take(week), *_on_days(standing, week), *_any_day(standing, week)]
            yield tuple(sorted(found, key=lambda each: _rank(each, program.week, start)))


def _rank(appointment: Appointment, days: int, start: date | None) -> int:
    """Where in its week a session stands: by day, those without one at the end."""
    return days if appointment.day is None else offset(appointment.day, start)


def _on_days(sessions: Sequence[PlannedSession], week: int) -> Iterator[Appointment]:
    for session in sessions:
        days = session.days.at(week) if session.days else None
        yield from (Appointment(session, each.day) for each in days or ())


def _any_day(sessions: Sequence[PlannedSession], week: int) -> Iterator[Appointment]:
    """The sessions that are done so many times, taking turns: the first of each, the second ..."""
    counts = [(each, _times(each, week)) for each in sessions if each.days is None]
    for turn in range(max((count for _, count in counts), default=0)):
        yield from (Appointment(session) for session, count in counts if turn < count)


def _times(session: PlannedSession, week: int) -> int:
    return (session.per_week.at(week) or 0) if session.per_week else 1


class _Turns:
    """The sessions of a program that alternate; it remembers whose turn is next."""

    def __init__(self, program: Program, start: date | None) -> None:
        self._program = program
        self._start = start
        by_title = {session.session.casefold(): session.session for session in program.plan}
        found = (by_title.get(each.name.casefold()) for each in program.alternate)
        self._order = [name for name in found if name]
        self._next = 0
        self.names = frozenset(self._order)

    def take(self, week: int) -> Iterator[Appointment]:
        """The appointments of the next week."""
        for day in self._days(week):
            if session := self._whose_turn(week):
                yield Appointment(session, day)

    def _days(self, week: int) -> Sequence[Day | None]:
        program = self._program
        if not self._order:
            return ()
        if program.days:
            days = [each.day for each in program.days.at(week) or ()]
            return sorted(days, key=lambda day: offset(day, self._start))
        return [None] * ((program.per_week.at(week) or 0) if program.per_week else 0)

    def _whose_turn(self, week: int) -> PlannedSession | None:
        """The next in turn that stands in this week."""
        for _ in self._order:
            name = self._order[self._next % len(self._order)]
            self._next += 1
            for session in self._program.plan:
                if session.session == name and (session.weeks is None or week in session.weeks):
                    return session
        return None
