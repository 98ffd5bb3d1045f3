"""Prescriptions: what one person does of each exercise at home, as long as it helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.dose import Dose, Frequency
from handouts.model.exercise import Exercise
from handouts.model.naming import folded
from handouts.model.personal import changed
from handouts.model.program.program import Program
from handouts.model.program.schedule import Day, Group, Part, Schedule, Session
from handouts.model.quantity import Amount, Span
from handouts.source.problem import Place, Problem, Severity

MANY = "many-exercises"
"""The code of a sheet that asks for more exercises than people do."""

WELL_DONE = 4
TOO_MANY = 6
"""Exercises up to which they are done well, and above which hardly at all.

Of two, five or eight exercises, two were done best (Henry, Rosemond and Eckert, Phys Ther 1999);
where the line stands is judgement.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """What is done of one exercise, or of work that needs no card.

    ``exercise`` is its name in the library, ``title`` prints. ``goal`` is what the dose is for,
    where nobody has chosen one. On ``days`` it is done, on any where there are none. ``rule`` says
    in the writer's own words how it progresses. What comes first in a session, or in a circuit,
    has what is said of that: ``session`` where there are several, ``duration``, ``note`` and
    ``circuit``.
    """

    title: str
    exercise: str | None = None
    dose: Dose | None = None
    goal: str | None = None
    days: tuple[Day, ...] = ()
    rule: str | None = None
    session: str | None = None
    duration: Span | None = None
    note: str | None = None
    circuit: Group | None = None


def of_exercise(exercise: Exercise, client: Client) -> Prescription:
    """The dose for the client's goal, else the client's own, else that of the first goal.

    ``exercise`` is as it is written: nothing in it is the client's yet.
    """
    goal, dose = _chosen(exercise, client)
    own = client.doses.get(exercise.name)
    is_choice = own is not None or folded(client.goal or "") == folded(goal or "")
    return Prescription(
        title=exercise.title,
        exercise=exercise.name,
        dose=changed(dose or Dose(), own) if own else dose,
        goal=None if is_choice else goal,
    )


def _chosen(exercise: Exercise, client: Client) -> tuple[str | None, Dose | None]:
    """The goal that is the client's with its dose, or else the first one, if there is any."""
    goals = {folded(goal): (goal, dose) for goal, dose in reversed(exercise.goals)}
    first = exercise.goals[0] if exercise.goals else (None, None)
    return goals.get(folded(client.goal or ""), first)


def of_program(program: Program, schedule: Schedule) -> list[Prescription]:
    """All that is done in a program without weeks, in the order in which it is written."""
    by_title: dict[str, list[Session]] = {session.session: [] for session in program.plan}
    for week in schedule.weeks:
        for session in week.sessions:
            by_title[session.title].append(session)
    wanted = {title: sessions for title, sessions in by_title.items() if sessions}
    found = [
        prescription
        for title, sessions in wanted.items()
        for prescription in _of_sessions(sessions, _is_counted(program, title))
    ]
    if len(wanted) > 1:
        return found
    return [replace(each, session=None) for each in found]


def _is_counted(program: Program, title: str) -> bool:
    """Whether a program says how often a session stands in a week: if it does not, nobody knows."""
    named = [session for session in program.plan if session.session == title]
    return bool(program.alternate) or any(each.per_week or each.days for each in named)


def _of_sessions(sessions: Sequence[Session], counted: bool) -> Iterator[Prescription]:
    """What is done in a session that stands so many times in a week.

    Where that is ``counted``, it holds whatever an exercise says of its goals by itself.
    """
    first = sessions[0]
    days = tuple(session.day for session in sessions if session.day)
    often = _times_a_week(len(sessions)) if counted else None
    parts = (*first.warm_up, *first.work, *first.cool_down)
    for number, prescription in enumerate(each for part in parts for each in _of_part(part)):
        dose = prescription.dose or Dose()
        if often and (dose.frequency is None or dose.frequency.period == "week"):
            dose = replace(dose, frequency=often)
        done = replace(prescription, dose=dose, days=days)
        if number == 0:
            done = replace(done, session=first.title, duration=first.duration, note=first.note)
        yield done


def _of_part(part: Part) -> Iterator[Prescription]:
    tasks = part.tasks if isinstance(part, Group) else (part,)
    for task in tasks:
        yield Prescription(
            title=task.title,
            exercise=task.exercise,
            dose=task.dose,
            rule=task.rule,
            circuit=part if isinstance(part, Group) and task is tasks[0] else None,
        )


def _times_a_week(times: int) -> Frequency:
    return Frequency(Span((Amount(Decimal(times), Decimal(times)),)), "week")


def too_many(prescriptions: Sequence[Prescription], place: Place | None) -> list[Problem]:
    """Warn of more exercises than people do at home; ``place`` is where they are listed."""
    count = len({(each.exercise, each.title) for each in prescriptions})
    if count <= WELL_DONE:
        return []
    much = "far more than people do" if count > TOO_MANY else "more than people do well"
    message = f"{count} exercises are {much} at home"
    hint = f"choose the {WELL_DONE} that matter most"
    return [Problem(MANY, message, place, hint, Severity.WARNING)]
