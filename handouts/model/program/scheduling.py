"""Scheduling: a program worked out for a client, week by week."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from string import ascii_uppercase

from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.exercise import Exercise
from handouts.model.program.appointments import Appointment, appointments, offset
from handouts.model.program.plan import PlannedGroup, PlannedPart, PlannedSession
from handouts.model.program.program import Program
from handouts.model.program.progression import Pace
from handouts.model.program.schedule import Day, Group, Part, Schedule, Session, Week
from handouts.model.program.tasks import Tasks
from handouts.model.program.totals import counted
from handouts.model.program.weeks import Weeks
from handouts.source.problem import Problem

SEVEN_DAYS = 7


def work_out(
    program: Program, exercises: Mapping[str, Exercise], client: Client
) -> tuple[Schedule, list[Problem]]:
    """The program for a client, with what is missing to work it out: maxima of percentages.

    ``exercises`` are those that it names, by name. Parts that are equal in two weeks are the same
    object in both.
    """
    tasks = Tasks(program, exercises, client)
    calendar = _Calendar(program, client.start or program.start)
    weeks = tuple(_weeks(calendar, _Sessions(tasks), tasks))
    length = (program.weeks or 0) * program.cycles
    return counted(Schedule(weeks=weeks, length=length, days=program.week)), tasks.problems


def restricted(
    schedule: Schedule, weeks: frozenset[int] | None = None, session: str | None = None
) -> Schedule:
    """Some weeks of a schedule, or one session by its title, whatever the case.

    Weeks in which the session does not stand are left out.
    """
    chosen = [week for week in schedule.weeks if weeks is None or week.number in weeks]
    if session is not None:
        title = session.casefold()
        chosen = [one for week in chosen if (one := _with_one(week, title)).sessions]
    return counted(replace(schedule, weeks=tuple(chosen)))


def titles(schedule: Schedule) -> tuple[str, ...]:
    """The titles of the sessions, each once, in the order in which they come first."""
    return tuple(dict.fromkeys(each.title for week in schedule.weeks for each in week.sessions))


def _with_one(week: Week, title: str) -> Week:
    sessions = (each for each in week.sessions if each.title.casefold() == title)
    return replace(week, sessions=tuple(sessions))


def _weeks(calendar: _Calendar, sessions: _Sessions, tasks: Tasks) -> Iterator[Week]:
    """The weeks in their order; rules take their steps as sessions, weeks and cycles are over."""
    for number, found in calendar.weeks():
        within = calendar.within_cycle(number)
        if within == 1 and number > 1:
            tasks.over(Pace.CYCLE)
        made = []
        for place, appointment in enumerate(found, 1):
            session = sessions.session(appointment.session, within)
            day = appointment.day
            made.append(replace(session, number=place, day=day, date=calendar.date(number, day)))
            tasks.over(Pace.SESSION)
        tasks.over(Pace.WEEK)
        yield calendar.week(number, tuple(made))


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The weeks of a program with their days, from ``start`` on if there is one."""

    program: Program
    start: date | None

    def weeks(self) -> Iterator[tuple[int, tuple[Appointment, ...]]]:
        """The number of each week, counted over all cycles, and its sessions."""
        return enumerate(appointments(self.program, self.start), 1)

    def within_cycle(self, number: int) -> int:
        """The number of a week as the program's file counts it."""
        return (number - 1) % (self.program.weeks or 1) + 1

    def date(self, number: int, day: Day | None) -> date | None:
        """When a day of a week comes, where that can be said."""
        if self.start is None or day is None:
            return None
        days = (number - 1) * self.program.week + offset(day, self.start)
        return self.start + timedelta(days)

    def week(self, number: int, sessions: tuple[Session, ...]) -> Week:
        """A week with its sessions, and what is said of it."""
        program, within = self.program, self.within_cycle(number)
        start = self.start and self.start + timedelta((number - 1) * program.week)
        return Week(
            number=number,
            start=start,
            phases=tuple(phase.name for phase in program.phases if within in phase.weeks),
            deload=program.deload is not None and within in program.deload,
            sessions=sessions,
            rest_days=self._rest_days(sessions),
        )

    def _rest_days(self, sessions: Sequence[Session]) -> tuple[Day, ...]:
        """The days without a session, where all sessions of the week are on days."""
        used = {session.day for session in sessions}
        if None in used or not used:
            return ()
        length = self.program.week
        days = (Day(number, length == SEVEN_DAYS) for number in range(1, length + 1))
        return tuple(sorted(set(days) - used, key=lambda day: offset(day, self.start)))


class _Sessions:
    """Makes sessions of plans; what is equal in two weeks is made once."""

    def __init__(self, tasks: Tasks) -> None:
        self._tasks = tasks
        self._turns: dict[int, list[int]] = {}
        self._sessions: dict[tuple[int, int], Session] = {}
        self._parts: dict[tuple[int, ...], tuple[Part, ...]] = {}
        self._groups: dict[tuple[int, ...], Group] = {}

    def session(self, plan: PlannedSession, week: int) -> Session:
        """A session as it is done in a week of the cycle: where nothing changes, the one before."""
        if any(task.progression for task in plan.tasks):
            return self._make(plan, week)
        if id(plan) not in self._turns:
            self._turns[id(plan)] = sorted(
                {turn for some in plan.named_weeks for turn in some.turns}
            )
        key = id(plan), bisect_right(self._turns[id(plan)], week)
        if key not in self._sessions:
            self._sessions[key] = self._make(plan, week)
        return self._sessions[key]

    def _make(self, plan: PlannedSession, week: int) -> Session:
        return Session(
            title=plan.session,
            number=1,
            duration=plan.duration,
            note=plan.note,
            warm_up=self._worked(plan.warm_up, week),
            work=self._worked(plan.work, week, labelled=True),
            cool_down=self._worked(plan.cool_down, week),
        )

    def _worked(
        self, plan: Sequence[PlannedPart], week: int, labelled: bool = False
    ) -> tuple[Part, ...]:
        parts: list[Part] = []
        for planned in plan:
            label = letters(len(parts)) if labelled else ""
            part = self._part(planned, week, label) if stands(planned.weeks, week) else None
            if part:
                parts.append(part)
        return self._parts.setdefault(tuple(map(id, parts)), tuple(parts))

    def _part(self, planned: PlannedPart, week: int, label: str) -> Part | None:
        if isinstance(planned, PlannedGroup):
            return self._group(planned, week, label)
        return self._tasks.task(planned, week, label)

    def _group(self, planned: PlannedGroup, week: int, label: str) -> Group | None:
        standing = [task for task in planned.tasks if stands(task.weeks, week)]
        tasks = tuple(
            self._tasks.task(task, week, label and f"{label}{number}")
            for number, task in enumerate(standing, 1)
        )
        values = (planned.rounds, planned.time, planned.rest)
        rounds, time, rest = (value.at(week) if value else None for value in values)
        if not tasks:
            return None
        group = Group(kind=planned.kind, tasks=tasks, rounds=rounds, time=time, rest=rest)
        key = (id(planned), *map(id, tasks), id(rounds), id(time), id(rest))
        return self._groups.setdefault(key, group)


def stands(weeks: Weeks | None, week: int) -> bool:
    """Whether something is done in a week."""
    return weeks is None or week in weeks


def letters(number: int) -> str:
    """The label of a part, counted from 0: ``A`` to ``Z``, then ``AA``."""
    turns, letter = divmod(number, len(ascii_uppercase))
    return (letters(turns - 1) if turns else "") + ascii_uppercase[letter]
