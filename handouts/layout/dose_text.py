"""Doses in words of print: ``3–4 × 4–6``, ``lower 3–6 s``, ``3 times a week``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.layout.labels import Labels
from handouts.layout.quantity_text import effort_in_print, load_in_print, span_in_print
from handouts.model.dose import Dose
from handouts.model.program.schedule import Group
from handouts.model.quantity import Span

TIMES = "\u00a0× "
"""The sign between sets and what is done in each; a line never begins with it."""


def figures(dose: Dose, labels: Labels) -> str:
    """Give sets and what is done in each of them, as short as a table needs."""
    amount = amount_of(dose, labels)
    if dose.sets and amount:
        return f"{span_in_print(dose.sets, labels)}{TIMES}{amount}"
    if dose.sets:
        return labels.counted("sets", span_in_print(dose.sets, labels))
    return labels.counted("reps", amount) if dose.reps else amount


def amount_of(dose: Dose, labels: Labels) -> str:
    """Give what is done in each set: how many repetitions, else how long, else how far."""
    value = dose.reps or dose.hold or dose.time or dose.distance
    return span_in_print(value, labels) if value else ""


def amount_head(doses: Sequence[Dose]) -> str:
    """Give the label of a column of figures: what is counted in each set, where it is one thing."""
    if any(dose.reps for dose in doses):
        return "sets-by-reps"
    timed = all(dose.hold or dose.time for dose in doses)
    return "sets-by-time" if timed and doses else "amount"


def how(dose: Dose, labels: Labels) -> str:
    """Give all the rest of a dose but how often, one thing after the other."""
    return labels.joined(_details(dose, labels))


def how_often(dose: Dose, labels: Labels) -> str:
    """Give how often a dose is done: ``2–3 times a week``."""
    return labels.joined(_frequency(dose, labels))


def in_words(dose: Dose, labels: Labels) -> list[str]:
    """Give all of a dose, the figures first."""
    said = (figures(dose, labels), how(dose, labels), how_often(dose, labels))
    return [text for text in said if text]


def repeated(group: Group, labels: Labels) -> str:
    """Say how often, or for how long, a circuit is done."""
    if group.time:
        said = _said("repeat-for", group.time, labels)
    else:
        rounds = span_in_print(group.rounds, labels) if group.rounds else ""
        said = labels.counted("repeat-rounds", rounds)
    return labels.joined(filter(None, (said, _rest_between(group, labels))))


def in_turn(group: Group, labels: Labels) -> str:
    """Say which tasks are done in turn, and how often."""
    titles = " + ".join(task.title for task in group.tasks)
    if group.kind == "repeat":
        return labels.headed(repeated(group, labels), titles)
    said = labels["in-turn"].format(titles=titles)
    return labels.joined(filter(None, (said, _rest_between(group, labels))))


def _rest_between(group: Group, labels: Labels) -> str:
    return _said("rest-between", group.rest, labels) if group.rest else ""


def _details(dose: Dose, labels: Labels) -> Iterator[str]:
    if dose.side:
        yield labels[f"side-{dose.side.value}"]
    if dose.reps and dose.hold:
        yield _said("hold", dose.hold, labels)
    if dose.lowering:
        yield _said("lower", dose.lowering, labels)
    if dose.tempo:
        yield labels["tempo"].format(value=dose.tempo)
    if dose.load:
        yield load_in_print(dose.load, labels)
    if dose.effort:
        yield effort_in_print(dose.effort, labels)
    for extra in (dose.time, dose.distance):
        if extra and (dose.reps or dose.hold or (extra is dose.distance and dose.time)):
            yield span_in_print(extra, labels)
    if dose.rest:
        yield _said("rest", dose.rest, labels)
    if dose.note:
        yield dose.note


def _frequency(dose: Dose, labels: Labels) -> Iterator[str]:
    if dose.per_day:
        yield labels.counted("per-day", span_in_print(dose.per_day, labels))
    if dose.frequency:
        times = span_in_print(dose.frequency.times, labels)
        yield labels.counted(f"per-{dose.frequency.period}", times)


def _said(key: str, value: Span, labels: Labels) -> str:
    return labels[key].format(value=span_in_print(value, labels))
