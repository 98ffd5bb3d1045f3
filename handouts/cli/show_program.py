"""A program as ``show`` says it: week by week, in text and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from handouts.cli import output
from handouts.cli.show_dose import dose_in_words, dose_values
from handouts.model.program.plan import DAYS
from handouts.model.program.program import Program
from handouts.model.program.schedule import (
    Count,
    Day,
    Group,
    Part,
    Schedule,
    Session,
    Task,
    Totals,
    Week,
)
from handouts.model.program.totals import summed
from handouts.model.program.weeks import spelled

DECIMALS = 6
"""How exact numbers are in JSON: parts of minutes have no end."""


def program_as_json(program: Program, schedule: Schedule) -> dict[str, object]:
    """The program's weeks with their plans and totals, all of them together, and each exercise."""
    return {
        "kind": "program",
        "name": program.name,
        "title": program.title,
        "file": program.file,
        "weeks": [_week(week) for week in schedule.weeks],
        "total": _totals(schedule.total),
        "exercises": {
            name: {
                "weeks": [
                    {"week": week.number, **_totals(totals)}
                    for week, totals in zip(schedule.weeks, by_week, strict=True)
                ],
                "total": _totals(summed(by_week)),
            }
            for name, by_week in schedule.by_exercise.items()
        },
    }


def _week(week: Week) -> dict[str, object]:
    return {
        "week": week.number,
        "start": week.start.isoformat() if week.start else None,
        "phases": list(week.phases),
        "deload": week.deload,
        **_totals(week.totals),
        "plan": [_session(session) for session in week.sessions],
    }


def _totals(totals: Totals) -> dict[str, object]:
    load = {**_range(totals.load), "unit": totals.unit} if totals.load else None
    definite = totals.sets.low == totals.sets.high
    return {
        "sessions": totals.sessions,
        "sets": _number(totals.sets.low) if definite else _range(totals.sets),
        "reps": _range(totals.reps),
        "minutes": _range(totals.minutes),
        "metres": _range(totals.metres),
        "load": load,
    }


def _range(count: Count) -> dict[str, object]:
    return {"low": _number(count.low), "high": None if count.high is None else _number(count.high)}


def _number(value: Decimal) -> int | float:
    rounded = round(value, DECIMALS)
    return int(rounded) if rounded == int(rounded) else float(rounded)


def _session(session: Session) -> dict[str, object]:
    return {
        "session": session.title,
        "number": session.number,
        "day": _day(session.day) if session.day else None,
        "date": session.date.isoformat() if session.date else None,
        "warm-up": [_part(part) for part in session.warm_up],
        "work": [_part(part) for part in session.work],
        "cool-down": [_part(part) for part in session.cool_down],
    }


def _day(day: Day) -> str | int:
    return DAYS[day.number - 1] if day.named else day.number


def _part(part: Part) -> dict[str, object]:
    if isinstance(part, Task):
        return _task(part)
    values = (("rounds", part.rounds), ("for", part.time), ("rest", part.rest))
    said = {key: str(value) for key, value in values if value}
    return {part.kind: [_task(task) for task in part.tasks], **said}


def _task(task: Task) -> dict[str, object]:
    shown: dict[str, object] = {"label": task.label, "title": task.title, "exercise": task.exercise}
    if task.percentage:
        shown["percentage"] = str(task.percentage)
    return {**shown, **dose_values(task.dose)}


def program_as_text(program: Program, schedule: Schedule) -> str:
    """The program's facts, a table of its weeks with their totals, and what is done in each."""
    facts = [("file", program.file), ("goal", program.goal), ("level", program.level)]
    rows = [(key, " ".join(str(value).split())) for key, value in facts if value]
    parts = [program.title, output.table(rows), _table(schedule), *_plans(schedule)]
    return "\n\n".join(part for part in parts if part)


def _table(schedule: Schedule) -> str:
    rows = [(_called(week), *_cells(week.totals)) for week in schedule.weeks]
    if len(rows) > 1:
        rows.append(("total", *_cells(schedule.total)))
    heads = ("week", "sessions", "sets", "reps", "minutes", "metres", "load")
    columns = zip(heads, *rows, strict=True)
    said = [column for column in columns if any(cell not in ("", "0") for cell in column[1:])]
    return output.table(list(zip(*said, strict=True)))


def _called(week: Week) -> str:
    marks = [*week.phases, *(["deload"] if week.deload else [])]
    return f"{week.number} ({', '.join(marks)})" if marks else str(week.number)


def _cells(totals: Totals) -> tuple[str, ...]:
    load = f"{_in_words(totals.load)} {totals.unit}" if totals.load else ""
    counts = (totals.sets, totals.reps, totals.minutes, totals.metres)
    return (str(totals.sessions), *map(_in_words, counts), load)


def _in_words(count: Count) -> str:
    """How many: ``54``, ``54–72``, ``15+``."""
    low = f"{round(count.low, 1).normalize():f}"
    if count.high is None:
        return f"{low}+"
    high = f"{round(count.high, 1).normalize():f}"
    return low if low == high else f"{low}–{high}"


def _plans(schedule: Schedule) -> Iterator[str]:
    """What is done, said once for weeks that are alike and follow each other."""
    plans = [(week.number, list(_plan(week.sessions))) for week in schedule.weeks]
    for lines, weeks in groupby(plans, key=lambda plan: plan[1]):
        heading = spelled(number for number, _ in weeks) if schedule.length else "each week"
        yield "\n".join([heading, *lines])


def _plan(sessions: Sequence[Session]) -> Iterator[str]:
    """Each session under its title; those that follow each other and are alike, once."""
    said = [(session.title, tuple(_work(session)), session) for session in sessions]
    for (title, lines), alike in groupby(said, key=lambda each: each[:2]):
        days = [session.day for *_, session in alike]
        named = [str(_day(day)) for day in days if day]
        often = f"{len(days)} times" if len(days) > 1 else ""
        when = ", ".join(named) or often
        yield f"  {title}: {when}" if when else f"  {title}"
        yield from lines


def _work(session: Session) -> Iterator[str]:
    for head, parts in (("warm-up", session.warm_up), ("cool-down", session.cool_down)):
        said = "; ".join(line.strip() for part in parts for line in _lines(part))
        if said:
            yield f"    {head}: {said}"
    for part in session.work:
        yield from (f"    {line}" for line in _lines(part))


def _lines(part: Part) -> Iterator[str]:
    if isinstance(part, Task):
        yield _line(part)
        return
    yield _group(part)
    yield from (f"  {_line(task)}" for task in part.tasks)


def _group(group: Group) -> str:
    rounds = f"{group.rounds} rounds" if group.rounds else None
    time = f"for {group.time}" if group.time else None
    rest = f"rest {group.rest}" if group.rest else None
    return ", ".join(each for each in (group.kind, rounds, time, rest) if each)


def _line(task: Task) -> str:
    said = dose_in_words(task.dose)
    percentage = f" ({task.percentage})" if task.percentage else ""
    rule = f"; {task.rule}" if task.rule else ""
    label = f"{task.label} " if task.label else ""
    return f"{label}{task.title}{': ' if said else ''}{said}{percentage}{rule}"
