"""Quantities in words of print, as a language writes them: ``2.5 kg``, ``2,5 kg``, ``75 %``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce

from handouts.layout.labels import Labels
from handouts.model.dose import Effort, Load
from handouts.model.quantity import Amount, Span

_UNIT_KEYS = {"%": "unit-percent", "% TM": "unit-percent-tm"}


def number_in_print(text: str, labels: Labels) -> str:
    """Give a number in figures with the language's decimal sign."""
    return text.replace(".", labels["decimal"])


def with_unit(number: str, unit: str, labels: Labels) -> str:
    """Put a number that is ready to print before its unit; a count has none."""
    return labels.counted(_UNIT_KEYS.get(unit, f"unit-{unit}"), number) if unit else number


def set_by_set(texts: Iterable[str], labels: Labels) -> str:
    """Join what is done in one set after the other: 12, 10, 8."""
    pattern = labels["set-by-set"]
    return reduce(lambda one, following: pattern.format(one=one, next=following), texts)


def span_in_print(span: Span, labels: Labels) -> str:
    """Give an amount, or those of one set after the other, with the unit once where it is one."""
    first, *others = span.amounts
    numbers = [_number(amount, labels) for amount in span.amounts]
    if first.unit.startswith("%") or any(each.unit != first.unit for each in others):
        pairs = zip(numbers, span.amounts, strict=True)
        return set_by_set((with_unit(said, each.unit, labels) for said, each in pairs), labels)
    return with_unit(set_by_set(numbers, labels), first.unit, labels)


def load_in_print(load: Load, labels: Labels) -> str:
    """Give a load: an amount, body weight, or words."""
    if load.is_bodyweight:
        return labels["bodyweight"]
    return span_in_print(load.amount, labels) if load.amount else load.words or ""


def load_in_short(load: Load, labels: Labels) -> str:
    """Give a load with its unit once: 65, 75, 85% TM."""
    units = {amount.unit for amount in load.amount.amounts} if load.amount else set()
    if len(units) != 1:
        return load_in_print(load, labels)
    return with_unit(figures_of(load, labels), units.pop(), labels)


def figures_of(load: Load, labels: Labels) -> str:
    """Give the numbers of a load alone, without the unit."""
    amounts = load.amount.amounts if load.amount else ()
    return set_by_set((_number(amount, labels) for amount in amounts), labels) if amounts else ""


def effort_in_print(effort: Effort, labels: Labels) -> str:
    """Give how hard it is on its scale, whose name is the same in all languages: RPE 8."""
    return f"{effort.scale}\N{NO-BREAK SPACE}{span_in_print(effort.value, labels)}"


def _number(amount: Amount, labels: Labels) -> str:
    if amount.low is None:
        return labels["as-many-as-you-can"]
    return number_in_print(amount.number, labels)
