"""How often something is done in a session: what boxes are counted by."""

from __future__ import annotations

from handouts.model.dose import Dose
from handouts.model.program.schedule import Group, Part
from handouts.model.quantity import Span

MOST_SETS = 20
"""Sets that somebody writes down one by one."""

MOST_TIMES = 4
"""Times a day that somebody writes down."""


def sets_of(part: Part) -> tuple[int, int]:
    """Count sets or rounds, and how many of these only some people will do.

    Of a superset it is the most that one of its tasks has.
    """
    if not isinstance(part, Group):
        return sets_of_dose(part.dose)
    if part.kind == "repeat":
        return _count(part.rounds, MOST_SETS) if part.rounds else (1, 0)
    return max(sets_of(task) for task in part.tasks)


def times_of(part: Part) -> int:
    """Count how many times a day something is done."""
    if isinstance(part, Group) or part.dose.per_day is None:
        return 1
    return _count(part.dose.per_day, MOST_TIMES)[0]


def times_a_day(dose: Dose) -> tuple[int, int]:
    """Count how many times a day something is done, and how many of these only some people do."""
    daily = dose.frequency and dose.frequency.period == "day"
    times = dose.frequency.times if dose.frequency and daily else dose.per_day
    return _count(times, MOST_TIMES) if times else (1, 0)


def sets_of_dose(dose: Dose) -> tuple[int, int]:
    """Count sets by their number, or by a list that has a value for each."""
    if dose.sets:
        return _count(dose.sets, MOST_SETS)
    amount = dose.reps or dose.hold or dose.time or dose.distance
    return (min(len(amount.amounts), MOST_SETS) if amount else 1), 0


def _count(span: Span, most: int) -> tuple[int, int]:
    amount = span.amounts[0]
    low = min(int(amount.low or 1), most)
    high = low + 1 if amount.high is None else min(int(amount.high), most)
    return high, high - low
