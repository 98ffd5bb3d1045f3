"""Loads: percentages of a maximum worked out, to what the plates allow."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_DOWN, Decimal

from handouts.model.dose import Load
from handouts.model.quantity import Amount, Span

KILOGRAMS = {"kg": Decimal(1), "lb": Decimal("0.45359237")}
"""What the units of loads weigh (the pound as agreed internationally in 1959)."""

PERCENT = "%"
PERCENT_OF_TRAINING_MAX = "% TM"

_PLATES = {"kg": Decimal("2.5"), "lb": Decimal(5)}


def is_percentage(load: Load | None) -> bool:
    """Whether a load is a part of a maximum."""
    return bool(load and load.amount and load.amount.amounts[0].unit.startswith(PERCENT))


def converted(value: Decimal, unit: str, to: str) -> Decimal:
    """A load of one unit in another."""
    return value if unit == to else value * KILOGRAMS[unit] / KILOGRAMS[to]


def plates(rounding: Sequence[Amount], unit: str) -> Decimal:
    """The step in which loads of a unit can grow: the one asked for, else 2.5 kg and 5 lb."""
    asked = (amount.low for amount in rounding if amount.unit == unit)
    return next(asked, None) or _PLATES[unit]


def rounded(value: Decimal, step: Decimal) -> Decimal:
    """The multiple of ``step`` that is nearest; the lower one where two are."""
    return (value / step).quantize(Decimal(1), ROUND_HALF_DOWN) * step


def growth(step: Decimal, unit: str, to: str, plate: Decimal) -> Decimal:
    """What a step of a rule adds to a maximum: in its unit what the plates make of it, never 0."""
    if unit == to:
        return step
    nearest = rounded(abs(converted(step, unit, to)), plate)
    return max(nearest, plate).copy_sign(step)


def worked_out(
    load: Load, maximum: Amount, training_max: Decimal, plate: Decimal, grown: Decimal
) -> Load:
    """The load that a percentage is, in the unit of ``maximum``, as near as the plates allow.

    ``training_max`` is in percent of the maximum; ``grown`` is what has been added to whichever
    of the two the percentage is of.
    """
    assert load.amount is not None and maximum.low is not None
    whole = {
        PERCENT: maximum.low + grown,
        PERCENT_OF_TRAINING_MAX: maximum.low * training_max / 100 + grown,
    }

    def part(amount: Amount) -> Amount:
        base = whole[amount.unit]
        low, high = (
            None if value is None else rounded(base * value / 100, plate)
            for value in (amount.low, amount.high)
        )
        return Amount(low, high, maximum.unit)

    return replace(load, amount=Span(tuple(map(part, load.amount.amounts))))
