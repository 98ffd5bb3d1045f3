"""Doses that can be read and make no sense: more than anybody does, or nothing that can be done.

The limits are judgement: wide enough for what protocols ask, and narrow enough for slips of the
finger.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.dose import Dose, Effort, Frequency, Load, Tempo
from handouts.model.exercise import Exercise
from handouts.model.ladder import Ladder
from handouts.model.program.program import Program
from handouts.model.quantity import Amount, Span
from handouts.preflight.copy import Copy
from handouts.source.problem import Place, Problem, Severity

_UNITS = {"s": 1, "min": 60, "h": 3600}
"""Units of time in seconds."""

WIDEST = 4
"""A range goes up to so many times where it starts: 5-20 is wide, 5-50 a slip."""

LEAST_REST = 10
"""Seconds that a rest takes, if there is one."""

LONGEST_TEMPO = 20
"""Seconds that a repetition takes at its slowest."""

MOST_RATING = 10
"""Where the scale of effort that people know ends. Source: Borg CR10; Zourdos et al. 2016."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The most that anybody does: in seconds, where it is a time; in words, for the hint."""

    most: int
    words: str


BOUNDS: Mapping[str, Bound] = {
    "sets": Bound(12, "12 sets"),
    "reps": Bound(100, "100 reps"),
    "hold": Bound(300, "5 minutes"),
    "lowering": Bound(30, "30 seconds"),
    "rest": Bound(900, "15 minutes"),
    "time": Bound(4 * 3600, "4 hours"),
    "per_day": Bound(12, "12 times a day"),
}

_PER = {"day": 12, "week": 21}
"""The most times in a period."""

_PERCENT = 110
"""Percent of a maximum that somebody lowers, who can lift 100 of them."""


@dataclass(frozen=True, slots=True)
class Written:
    """A value of a dose under its key, and where it is written."""

    key: str
    value: Any
    place: Place | None


def strange_doses(copy: Copy) -> Iterator[Problem]:
    """Warn of numbers in doses that are hardly what was meant."""
    for written in _written(copy):
        match written.value:
            case Tempo() as tempo:
                yield from _of_tempo(tempo, written)
            case Effort() as effort:
                yield from _of_effort(effort, written)
            case Frequency(times=times, period=period):
                yield from _above(times, Bound(_PER[period], str(_PER[period])), written)
            case Load(amount=Span() as amount) if amount.amounts[0].unit.startswith("%"):
                yield from _above(amount, Bound(_PERCENT, f"{_PERCENT} %"), written)
            case Span() as span if written.key in BOUNDS:
                yield from _of_span(span, written)


def _written(copy: Copy) -> Iterator[Written]:
    """Give each value of each dose of an item."""
    match copy.item:
        case Exercise(goals=goals):
            for _, dose in goals:
                yield from _of_dose(dose)
        case Ladder(rungs=rungs):
            for rung in rungs:
                yield from _of_dose(rung.dose) if rung.dose else ()
        case Program() as program:
            yield from _of_program(program)


def _of_dose(dose: Dose) -> Iterator[Written]:
    for key, place in dose.places.items():
        yield Written(key, getattr(dose, key), place)


def _of_program(program: Program) -> Iterator[Written]:
    tasks = (task for session in program.plan for task in session.tasks)
    for task in tasks:
        for key, by_week in task.values.items():
            yield from (Written(key, piece.value, piece.place) for piece in by_week.pieces)


def _of_span(span: Span, written: Written) -> Iterator[Problem]:
    yield from _above(span, BOUNDS[written.key], written)
    for amount in span.amounts:
        if amount.low and amount.high and amount.high > WIDEST * max(amount.low, Decimal(2)):
            hint = "give a narrower range, or a goal for each"
            yield _problem("dose-wide", written, f"{amount} says hardly how much", hint)
    shortest = min(_size(amount, amount.low) for amount in span.amounts)
    if written.key == "rest" and shortest < LEAST_REST:
        hint = "take the key out, or write 30 s"
        yield _problem("dose-small", written, f"{span} is hardly a rest", hint)


def _above(span: Span, bound: Bound, written: Written) -> Iterator[Problem]:
    if any(_size(amount, amount.high or amount.low) > bound.most for amount in span.amounts):
        message = f"{span} is more than anybody does"
        yield _problem(
            "dose-large", written, message, f"look for a slip: {bound.words} is a lot already"
        )


def _of_tempo(tempo: Tempo, written: Written) -> Iterator[Problem]:
    seconds = sum(int(part) for part in tempo.parts if part.isdigit())
    if seconds > LONGEST_TEMPO:
        message = f"{tempo} makes a repetition of {seconds} seconds"
        hint = "write seconds down, at the bottom, up, at the top: 3-1-1-0"
        yield _problem("dose-tempo", written, message, hint)


def _of_effort(effort: Effort, written: Written) -> Iterator[Problem]:
    if effort.scale == "RPE" and any((a.high or 0) > MOST_RATING for a in effort.value.amounts):
        message = f"{effort} is on Borg’s scale from 6 to 20, which few clients know"
        yield _problem("dose-effort", written, message, "write it on the scale from 0 to 10")


def _size(amount: Amount, number: Decimal | None) -> Decimal:
    """A number in the unit of bounds; as much as can be done (``max``) has none."""
    return (number or Decimal(0)) * _UNITS.get(amount.unit, 1)


def _problem(code: str, written: Written, message: str, hint: str) -> Problem:
    return Problem(code, f"{written.key} {message}", written.place, hint, Severity.WARNING)
