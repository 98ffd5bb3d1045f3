"""Captions: whether the numbers under pictures still fit the cues, which may have been changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.layout.shown import Shown, shown_by_figure, shown_by_pictures
from handouts.model.exercise import Exercise
from handouts.preflight.copy import Copy
from handouts.source.problem import Problem, Severity

_SECTIONS = ("setup", "execution")


def passed_over(copy: Copy) -> Iterator[Problem]:
    """Warn of a cue that no picture shows between others that are shown: most likely one was put
    in or taken out, and the numbers stayed.
    """
    item = copy.item
    if not isinstance(item, Exercise):
        return
    shown = [*shown_by_figure(item.figure)] or [*shown_by_pictures(item.picture)]
    for section in _SECTIONS:
        yield from _passed_over(section, [each for each in shown if each.steps.section == section])


def _passed_over(section: str, shown: Sequence[Shown]) -> Iterator[Problem]:
    numbers = {number for each in shown for number in _numbers(each)}
    missing = sorted(set(range(min(numbers, default=0), max(numbers, default=0))) - numbers)
    if missing:
        after = next(each for each in shown if max(_numbers(each)) > missing[0])
        which = ", ".join(map(str, missing))
        message = f"the pictures pass over cue {which} of {section}, and show those around it"
        hint = "count the cues again: the numbers after steps: may be of other cues now"
        yield Problem("steps-gap", message, after.place, hint, Severity.WARNING)


def _numbers(shown: Shown) -> range:
    return range(shown.steps.first, shown.steps.last + 1)
