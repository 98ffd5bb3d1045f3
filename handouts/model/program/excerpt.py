"""Excerpts: some weeks of a program, or one of its sessions, as a run asks for them."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.dataclass import dataclass
from handouts.model.program.program import Program
from handouts.model.program.schedule import Schedule
from handouts.model.program.weeks import spelled
from handouts.source.problem import Problem
from handouts.source.shape import listed


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is wanted of programs: these weeks (from 1), or all; sessions of this title, or all."""

    weeks: frozenset[int] | None = None
    session: str | None = None


def excerpt(
    program: Program, schedule: Schedule, wanted: Excerpt
) -> tuple[Schedule | None, list[Problem]]:
    """What is wanted of a schedule, none when it has not all of it.

    A home program goes on as long as it is done: of its weeks none can be chosen.
    """
    weeks = wanted.weeks if schedule.length else None
    from handouts.model.program.scheduling import (
        restricted,  # wherever there is a schedule, it is loaded
    )

    problems = [*_no_weeks(program, schedule, weeks), *_no_session(program, schedule, wanted)]
    return (None if problems else restricted(schedule, weeks, wanted.session)), problems


def _no_weeks(
    program: Program, schedule: Schedule, weeks: frozenset[int] | None
) -> Iterator[Problem]:
    numbers = frozenset(week.number for week in schedule.weeks)
    if missing := (weeks or frozenset()) - numbers:
        message = f"{program.title} has no {spelled(missing)}"
        place = program.places.get("weeks")
        yield Problem("unknown-week", message, place, f"it has {spelled(numbers)}")


def _no_session(program: Program, schedule: Schedule, wanted: Excerpt) -> Iterator[Problem]:
    titles = {
        session.title.casefold(): session.title
        for week in schedule.weeks
        if wanted.weeks is None or week.number in wanted.weeks or not schedule.length
        for session in week.sessions
    }
    if wanted.session and wanted.session.casefold() not in titles:
        where = f" in {spelled(wanted.weeks)}" if wanted.weeks and schedule.length else ""
        message = f"{program.title} has no session called {wanted.session}{where}"
        hint = f"its sessions are {listed(titles.values())}" if titles else None
        yield Problem("unknown-session", message, program.places.get("sessions"), hint)
