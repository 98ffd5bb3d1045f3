"""Where a rise comes from: the value of a program's file that makes a week ask for so much more."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.program.plan import PlannedGroup, PlannedPart, PlannedSession, PlannedTask
from handouts.model.program.program import Program
from handouts.model.program.schedule import Schedule, Week
from handouts.model.program.totals import of_part
from handouts.model.program.weeks import ByWeek
from handouts.source.problem import Place

_COUNTED = ("sets", "reps", "time", "distance", "hold", "per_day", "frequency")
"""The values of a dose that say how much is done."""


@dataclass(frozen=True, slots=True)
class _Share:
    """What one task comes to in a week, in how many sessions."""

    amounts: Counter[Place]
    sessions: Counter[Place]


@dataclass(frozen=True, slots=True)
class _Standing:
    """A task of a plan, and what it stands in."""

    session: PlannedSession
    part: PlannedPart
    task: PlannedTask


def origin(
    program: Program, schedule: Schedule, measure: str, weeks: tuple[int, int], exercise: str | None
) -> Place | None:
    """Where it is written that of ``weeks`` the second asks for more of a ``measure``: the value
    of the task with the largest share in the rise, of one ``exercise`` or of all.
    """
    before, now = (_share(schedule.weeks[week - 1], measure, exercise) for week in weeks)
    risen = {place: now.amounts[place] - before.amounts[place] for place in now.amounts}
    most = max(risen, key=lambda place: risen[place], default=None)
    standing = next((each for each in _standings(program) if each.task.place == most), None)
    if most is None or standing is None:
        return most
    earlier, later = ((week - 1) % (program.weeks or 1) + 1 for week in weeks)
    oftener = _each(now, most) <= _each(before, most) or not before.sessions[most]
    places = [*_of_sessions(standing, program, earlier, later)]
    values = [*_of_values(standing, earlier, later)]
    return next(iter([*places, *values] if oftener else [*values, *places]), most)


def _share(week: Week, measure: str, exercise: str | None) -> _Share:
    share = _Share(Counter(), Counter())
    for session in week.sessions:
        found = [pair for part in session.work for pair in of_part(part)]
        for task, totals in found:
            if task and exercise in (None, task.exercise):
                share.amounts[task.place] += getattr(totals, measure).low
                share.sessions[task.place] += 1
    return share


def _each(share: _Share, place: Place) -> Decimal:
    """What a task comes to in one session."""
    return Decimal(share.amounts[place]) / max(1, share.sessions[place])


def _standings(program: Program) -> Iterator[_Standing]:
    for session in program.plan:
        for part in session.work:
            for task in part.tasks if isinstance(part, PlannedGroup) else (part,):
                yield _Standing(session, part, task)


def _of_sessions(
    standing: _Standing, program: Program, earlier: int, later: int
) -> Iterator[Place]:
    """What makes a task be done more often: how many sessions there are, or that it begins."""
    for value in (standing.session, program):
        yield from _turn(value.per_week, earlier, later)
        yield from _turn(value.days, earlier, later)
    for each in (standing.task, standing.part, standing.session):
        if each.weeks and earlier not in each.weeks and later in each.weeks:
            yield each.weeks.place


def _of_values(standing: _Standing, earlier: int, later: int) -> Iterator[Place]:
    """What makes a task ask for more each time."""
    for key in _COUNTED:
        yield from _turn(standing.task.values.get(key), earlier, later)
    if isinstance(standing.part, PlannedGroup):
        yield from _turn(standing.part.rounds, earlier, later)
        yield from _turn(standing.part.time, earlier, later)
    if standing.task.progression:
        yield standing.task.progression.place


def _turn(value: ByWeek[Any] | None, earlier: int, later: int) -> Iterator[Place]:
    """Where a value is written that another one held before."""
    piece = value.piece(later) if value else None
    if value and piece and piece is not value.piece(earlier):
        yield piece.place
