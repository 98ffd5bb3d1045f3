"""Doses in words of print: ``3–4 × 4–6``, ``lower 3–6 s``, ``3 times a week``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.layout.labels import Labels
from handouts.model.dose import Dose, Load
from handouts.model.quantity import Span

TIMES = "\u00a0× "
"""The sign between sets and what is done in each; a line never begins with it."""


def figures(dose: Dose, labels: Labels) -> str:
    """Give sets and what is done in each of them, as short as a table needs."""
    amount = _amount(dose)
    if dose.sets and amount:
        return f"{dose.sets}{TIMES}{amount}"
    if dose.sets:
        return f"{dose.sets}\u00a0{counted(str(dose.sets), 'set', labels)}"
    if dose.reps:
        return f"{dose.reps}\u00a0{counted(str(dose.reps), 'rep', labels)}"
    return amount


def amount_label(dose: Dose, labels: Labels) -> str:
    """Give the word behind the second of the figures: reps, or nothing where a unit says it."""
    return counted(str(dose.reps), "rep", labels) if dose.reps else ""


def amount_head(doses: Sequence[Dose]) -> str:
    """Give the label of a column of figures: what is counted in each set, where it is one thing."""
    if any(dose.reps for dose in doses):
        return "sets-by-reps"
    timed = all(dose.hold or dose.time for dose in doses)
    return "sets-by-time" if timed and doses else "amount"


def load_in_short(load: Load) -> str:
    """Give a load with its unit once: 65, 75, 85% TM."""
    amounts = load.amount.amounts if load.amount else ()
    if len({amount.unit for amount in amounts}) != 1:
        return str(load)
    return ", ".join([*(amount.number for amount in amounts[:-1]), str(amounts[-1])])


def counted(figure: str, noun: str, labels: Labels) -> str:
    """Give a noun in the number that a figure asks for."""
    return labels[noun if figure == "1" else f"{noun}s"]


def how(dose: Dose, labels: Labels) -> str:
    """Give all the rest of a dose but how often, one thing after the other."""
    return ", ".join(_details(dose, labels))


def how_often(dose: Dose, labels: Labels) -> str:
    """Give how often a dose is done: ``2–3 times a week``."""
    return ", ".join(_frequency(dose, labels))


def in_words(dose: Dose, labels: Labels) -> list[str]:
    """Give all of a dose, the figures first."""
    said = (figures(dose, labels), how(dose, labels), how_often(dose, labels))
    return [text for text in said if text]


def _amount(dose: Dose) -> str:
    for value in (dose.reps, dose.hold, dose.time, dose.distance):
        if value:
            return str(value)
    return ""


def _details(dose: Dose, labels: Labels) -> Iterator[str]:
    if dose.side:
        yield labels[f"side-{dose.side.value}"]
    if dose.reps and dose.hold:
        yield labels["hold"].format(value=dose.hold)
    if dose.lowering:
        yield labels["lower"].format(value=dose.lowering)
    if dose.tempo:
        yield labels["tempo"].format(value=dose.tempo)
    if dose.load:
        yield labels["bodyweight"] if dose.load.is_bodyweight else str(dose.load)
    if dose.effort:
        yield str(dose.effort)
    for extra in (dose.time, dose.distance):
        if extra and (dose.reps or dose.hold or (extra is dose.distance and dose.time)):
            yield str(extra)
    if dose.rest:
        yield labels["rest"].format(value=dose.rest)
    if dose.note:
        yield dose.note


def _frequency(dose: Dose, labels: Labels) -> Iterator[str]:
    if dose.per_day:
        yield _times(dose.per_day, "day", labels)
    if dose.frequency:
        yield _times(dose.frequency.times, dose.frequency.period, labels)


def _times(times: Span, period: str, labels: Labels) -> str:
    """Give how often: once a week, 2–3 times a week."""
    key = "once-a" if str(times) == "1" else "per"
    return labels[f"{key}-{period}"].format(value=times)
