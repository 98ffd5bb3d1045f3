"""Growth: what a dose becomes by the steps of its rule."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import ROUND_CEILING, Decimal
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.dose import Dose, Load
from handouts.model.program.loading import KILOGRAMS, is_percentage
from handouts.model.program.progression import METRES, SECONDS, Clause, Progression, in_unit
from handouts.model.quantity import Amount, Span

_PERCENTAGES = frozenset({"%", "% TM"})


@dataclass(frozen=True, slots=True)
class Course:
    """The way of one clause: from ``start`` in steps to ``until``, if it ends, all in one unit."""

    start: Span
    step: Decimal
    until: Decimal | None = None

    @property
    def length(self) -> int | None:
        """How many values there are on the way, the first among them; ``None`` without an end."""
        if self.until is None:
            return None
        steps = (self._whole_way / self.step).to_integral_value(ROUND_CEILING)
        return 1 + max(0, int(steps))

    @property
    def _whole_way(self) -> Decimal:
        """What there is to add until the first of the values gets to the end."""
        ends = [each.low if each.high is None else each.high for each in self.start.amounts]
        known = [each for each in ends if each is not None]
        return (self.until or Decimal(0)) - (max(known) if self.step > 0 else min(known))

    def after(self, steps: int) -> Span:
        """The value so many steps from the start."""
        way = self.step * steps
        if self.until is not None:
            way = (min if self.step > 0 else max)(way, self._whole_way) if steps else Decimal(0)
        return Span(tuple(_moved(amount, way) for amount in self.start.amounts))


@dataclass(frozen=True, slots=True)
class Grown:
    """A dose, and how often ``step`` has been added to the maximum that its load is a part of."""

    dose: Dose
    step: Amount | None = None
    times: int = 0


def grows_maximum(clause: Clause, dose: Dose) -> bool:
    """Whether it is the maximum that grows: where the load is in percent and the step is not."""
    return clause.what == "load" and clause.unit in KILOGRAMS and is_percentage(dose.load)


def course(clause: Clause, dose: Dose) -> Course | None:
    """The way of a clause from a dose; ``None`` where there is nothing that it could add to."""
    if grows_maximum(clause, dose):
        return Course(Span((Amount(Decimal(0), Decimal(0), clause.unit),)), clause.step)
    start = start_of(clause, dose)
    if start is None or any(amount.low is None for amount in start.amounts):
        return None
    return _in_one_unit(start, clause)


def start_of(clause: Clause, dose: Dose) -> Span | None:
    """The value of a dose that a clause starts at."""
    value = getattr(dose, clause.what)
    return value.amount if isinstance(value, Load) else value


def grown(dose: Dose, progression: Progression, steps: int) -> Grown:
    """What a dose has become after so many steps of its rule."""
    courses = [course(clause, dose) for clause in progression.clauses]
    ways = [each for each in courses if each is not None]
    if len(ways) < len(courses):
        return Grown(dose)
    changes: dict[str, Any] = {}
    step, times = None, 0
    for clause, way, taken in zip(progression.clauses, ways, _taken(ways, steps), strict=True):
        if grows_maximum(clause, dose):
            step, times = Amount(clause.step, clause.step, clause.unit), taken
        elif taken:
            value = way.after(taken)
            changes[clause.what] = Load(value) if clause.what == "load" else value
    return Grown(replace(dose, **changes) if changes else dose, step, times)


def _taken(courses: Sequence[Course], steps: int) -> list[int]:
    """How many steps of each course have been taken.

    They go round like the wheels of a counter: when one has got to its end, the next takes a step
    and it begins again. When the last has got to its end, all of them stand still.
    """
    taken = []
    for each in courses:
        length = each.length
        taken.append(steps if length is None else steps % length)
        steps = 0 if length is None else steps // length
    if not steps:
        return taken
    return [(each.length or 1) - 1 for each in courses]


def _in_one_unit(start: Span, clause: Clause) -> Course | None:
    """A course in the unit of its start, or in the clause's where the step is no number there."""
    units = {amount.unit for amount in start.amounts}
    if units == {clause.unit} or units | {clause.unit} <= _PERCENTAGES:
        return Course(start, clause.step, clause.until)
    for scale in (SECONDS, METRES):
        if clause.unit in scale and units <= scale.keys() and len(units) == 1:
            return _scaled(start, clause, scale)
    return None


def _scaled(start: Span, clause: Clause, scale: Mapping[str, Decimal]) -> Course:
    unit = start.amounts[0].unit
    step = in_unit(clause.step, clause.unit, unit)
    until = None if clause.until is None else in_unit(clause.until, clause.unit, unit)
    if step is not None and (until is None) == (clause.until is None):
        return Course(start, step, until)
    factor = scale[unit] / scale[clause.unit]
    amounts = (replace(_times(amount, factor), unit=clause.unit) for amount in start.amounts)
    return Course(Span(tuple(amounts)), clause.step, clause.until)


def _moved(amount: Amount, way: Decimal) -> Amount:
    low, high = (None if each is None else each + way for each in (amount.low, amount.high))
    return replace(amount, low=low, high=high)


def _times(amount: Amount, factor: Decimal) -> Amount:
    low, high = (None if each is None else each * factor for each in (amount.low, amount.high))
    return replace(amount, low=low, high=high)
