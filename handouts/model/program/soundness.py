"""Soundness: what is wrong with a program by itself, whatever the library holds."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from handouts.model.exercise import crossed_limits
from handouts.model.program.coverage import NO_WEEKS_HINT, uncovered
from handouts.model.program.loading import KILOGRAMS, is_percentage
from handouts.model.program.plan import DAYS, PlannedDay, PlannedGroup, PlannedSession, PlannedTask
from handouts.model.program.program import Program
from handouts.model.program.progression import Progression
from handouts.model.program.schedule import Day
from handouts.model.program.weeks import LONGEST, ByWeek, Weeks
from handouts.source.problem import Place, Problem
from handouts.source.shape import did_you_mean, listed

SEVEN_DAYS = 7

MOST_TASKS = 10_000
"""Tasks of all weeks together: a year of six sessions a week has half as many."""


def unsound(program: Program) -> list[Problem]:
    """Everything in a program that does not agree with the rest of it, each in its place."""
    found = [
        *_work_to_do(program),
        *_weeks_to_have(program),
        *_not_too_much(program),
        *_plates(program),
        *crossed_limits(program.pain, program.places.get("pain")),
        *_turns(program),
    ]
    for session in program.plan:
        found += _when(session, program)
        found += _what(session, program)
    return [*found, *uncovered(program)]


def _work_to_do(program: Program) -> Iterator[Problem]:
    place = program.places.get("program")
    if not program.sessions and not program.work:
        hint = "write sessions:, or work: for a program with a single one"
        yield Problem("missing-key", "sessions or work is missing", place, hint)
    if program.sessions:
        for key in ("warm_up", "work", "cool_down"):
            if key in program.places:
                word = key.replace("_", "-")
                message = f"{word} stands beside sessions"
                yield Problem("two-kinds", message, program.places[key], "put it into a session")
    for session in program.sessions:
        if not session.work:
            hint = "write work: and what is done, each with a dash"
            message = f"{session.session} has no work"
            yield Problem("missing-key", message, session.places.get("session"), hint)


def _weeks_to_have(program: Program) -> Iterator[Problem]:
    weeks = (program.weeks or 0) * program.cycles
    if weeks > LONGEST:
        message = f"{program.weeks} weeks, {program.cycles} times, are {weeks}"
        hint = f"{LONGEST} weeks are the most"
        yield Problem("too-long", message, program.places.get("cycles"), hint)
    if program.weeks is None and program.cycles > 1:
        message = "cycles says how often weeks are gone through, but the program has none"
        yield Problem("no-weeks", message, program.places.get("cycles"), NO_WEEKS_HINT)


def _not_too_much(program: Program) -> Iterator[Problem]:
    """What would take minutes to set, and hundreds of pages."""
    weeks = min((program.weeks or 1) * program.cycles, LONGEST)
    tasks = sum(
        min(_number(task.weeks, weeks), _number(session.weeks, weeks))
        for session in program.plan
        for task in session.tasks
    )
    if tasks > MOST_TASKS:
        message = f"all weeks together ask for {tasks:,} things to do, {MOST_TASKS:,} are the most"
        hint = "make a program of each part of the year"
        yield Problem("too-long", message, program.places.get("weeks"), hint)


def _number(weeks: Weeks | None, of_all: int) -> int:
    return of_all if weeks is None else len(weeks.numbers)


def _plates(program: Program) -> Iterator[Problem]:
    units = Counter(amount.unit for amount in program.round)
    for unit, count in units.items():
        if count > 1:
            message = f"round says {count} loads in {unit}"
            yield Problem("duplicate-key", message, program.places["round"], "keep one for a unit")


def _turns(program: Program) -> Iterator[Problem]:
    """What is wrong with sessions that alternate, or with days that are not those of a session."""
    names = {session.session.casefold() for session in program.plan}
    for reference in program.alternate:
        if reference.name.casefold() not in names:
            titles = [session.session for session in program.plan]
            hint = did_you_mean(reference.name, titles) or f"the sessions are {listed(titles)}"
            message = f"there is no session {reference.name}"
            yield Problem("unknown-session", message, reference.place, hint)
    if program.alternate and program.days is None and program.per_week is None:
        message, hint = "alternate does not say when", "write days: [Mon, Wed, Fri] beside it"
        yield Problem("missing-key", message, program.places["alternate"], hint)
    yield from _when_of_turns(program)


def _when_of_turns(program: Program) -> Iterator[Problem]:
    if program.alternate:
        yield from _days_agree(program.days, program.per_week, program.places, program)
    elif program.sessions:
        for key in ("days", "per_week"):
            if key in program.places:
                message = f"{key} stands beside sessions that do not alternate"
                hint = f"write {key} into each session, or alternate: and their names"
                yield Problem("two-kinds", message, program.places[key], hint)


def _when(session: PlannedSession, program: Program) -> Iterator[Problem]:
    """What is wrong with the days of a session, or with how many times a week it is done."""
    if session.session.casefold() not in {name.name.casefold() for name in program.alternate}:
        yield from _days_agree(session.days, session.per_week, session.places, program)
        return
    for key in ("days", "per_week"):
        if key in session.places:
            message = f"{session.session} alternates, and says {key} of its own"
            hint = f"write {key} beside alternate"
            yield Problem("two-kinds", message, session.places[key], hint)


def _days_agree(
    days: ByWeek[tuple[PlannedDay, ...]] | None,
    per_week: ByWeek[int] | None,
    places: Mapping[str, Place],
    program: Program,
) -> Iterator[Problem]:
    if days and per_week:
        message, hint = "per_week stands beside days", "keep one of them: days say how often, too"
        yield Problem("two-kinds", message, places["per_week"], hint)
    for days_piece in days.pieces if days else ():
        yield from _days_of_week(days_piece.value, program.week)
    for piece in per_week.pieces if per_week else ():
        if piece.value > program.week:
            message = f"per_week is {piece.value}, but a week has {program.week} days"
            hint = "for more than once a day write per_day: into the exercise"
            yield Problem("per-week", message, piece.place, hint)


def _days_of_week(days: Sequence[PlannedDay], length: int) -> Iterator[Problem]:
    seen: set[Day] = set()
    for planned in days:
        day = planned.day
        if day.named != (length == SEVEN_DAYS):
            message = f"a week of {length} days has {'names' if not day.named else 'no names'}"
            hint = "write Mon, Tue ..." if not day.named else "write numbers: [1, 4, 7]"
            yield Problem("days", f"{message} for its days", planned.place, hint)
        elif day.number > length:
            message = f"there is no day {day.number} in a week of {length} days"
            yield Problem("days", message, planned.place)
        elif day in seen:
            message = f"{_called(day)} stands there twice"
            hint = "a session is done once a day; write another session for the second time"
            yield Problem("days", message, planned.place, hint)
        seen.add(day)


def _called(day: Day) -> str:
    return DAYS[day.number - 1] if day.named else f"day {day.number}"


def _what(session: PlannedSession, program: Program) -> Iterator[Problem]:
    """What is wrong with the work of a session."""
    for part in session.parts:
        if isinstance(part, PlannedGroup) and part.kind == "repeat":
            yield from _how_long(part)
    for task in session.tasks:
        if program.weeks is not None:
            yield from _how_often(task)
        yield from _of_whom(task)
        if task.progression:
            yield from _rule(task, task.progression)


def _how_long(group: PlannedGroup) -> Iterator[Problem]:
    if group.rounds and group.time:
        message, hint = "repeat says both rounds and for", "keep one of them"
        yield Problem("two-kinds", message, group.places["for"], hint)
    if group.rounds is None and group.time is None:
        message, hint = "repeat does not say how often", "write rounds: 6, or for: 20 min"
        yield Problem("missing-key", message, group.places["repeat"], hint)


def _how_often(task: PlannedTask) -> Iterator[Problem]:
    """How often a week is for the session to say, where there are weeks."""
    frequency = task.values.get("frequency")
    for piece in frequency.pieces if frequency else ():
        if piece.value.period == "week":
            message = f"frequency says {piece.value}, and the session says it too"
            hint = "write per_week: or days: into the session, and take frequency out"
            yield Problem("frequency", message, piece.place, hint)


def _of_whom(task: PlannedTask) -> Iterator[Problem]:
    """A percentage is of an exercise's maximum; work without a card has none of its own."""
    load = task.values.get("load")
    if task.exercise or task.max or load is None:
        return
    for piece in load.pieces:
        if is_percentage(piece.value):
            message = f"{piece.value} does not say of what"
            hint = "write max: and the exercise whose maximum it is"
            yield Problem("missing-maximum", message, piece.place, hint)


def _rule(task: PlannedTask, rule: Progression) -> Iterator[Problem]:
    """A rule and a value by week would both say what holds."""
    keys = Counter(clause.what for clause in rule.clauses)
    for key, count in keys.items():
        if count > 1:
            yield Problem("progression", f"progression changes {key} twice", rule.place)
    for clause in rule.clauses:
        value = task.values.get(clause.what)
        if value is None or not value.varies:
            continue
        parts = clause.unit in KILOGRAMS and all(is_percentage(each.value) for each in value.pieces)
        if clause.what == "load" and parts:
            continue
        message = f"progression changes {clause.what}, which changes by week as well"
        hint = f"write one {clause.what} to start from, or take the rule out"
        yield Problem("progression", message, rule.place, hint)
