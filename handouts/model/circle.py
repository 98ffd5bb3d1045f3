"""Circles: exercises each of which is harder, or easier, than the one before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from handouts.model.naming import folded
from handouts.source.problem import Place, Problem, Severity

BACK = {"easier": "harder", "harder": "easier"}
"""The key that answers each of the two that lead from an exercise to others."""


class Linked(Protocol):
    """What is known of an exercise in a circle: what it calls easier and harder, and where."""

    @property
    def name(self) -> str: ...
    @property
    def file(self) -> str: ...
    @property
    def easier(self) -> tuple[str, ...]: ...
    @property
    def harder(self) -> tuple[str, ...]: ...
    @property
    def places(self) -> Mapping[str, Place]: ...


def leads_to(one: Linked, key: str, other: str) -> bool:
    """Whether an exercise names another one under ``easier`` or ``harder``."""
    return folded(other) in map(folded, getattr(one, key))


def round_trip(members: Sequence[Linked], key: str, severity: Severity) -> Problem:
    """Say that ``key`` leads from each of some exercises to the next, and from the last to the
    first; in the same words whichever of them comes first.

    It is told at the link that is not answered, if there is one such: most likely that is the slip.
    """
    first = min(range(len(members)), key=lambda number: members[number].name)
    circle = [*members[first:], *members[:first]]
    links = list(zip(circle, [*circle[1:], circle[0]], strict=True))
    unanswered = [each for each in links if not leads_to(each[1], BACK[key], each[0].name)]
    start = unanswered[0][0] if len(unanswered) == 1 else circle[0]
    names = " → ".join(each.name for each in [*circle, circle[0]])
    place = start.places.get(key, Place(start.file))
    message = f"{key} leads round in a circle: {names}"
    return Problem("link-circle", message, place, _way_out(circle, key, unanswered), severity)


def _way_out(
    circle: Sequence[Linked], key: str, unanswered: Sequence[tuple[Linked, Linked]]
) -> str:
    """What to do, so that nothing else is wrong afterwards."""
    if len(unanswered) == 1 or len(circle) == 1:
        one, other = unanswered[0] if unanswered else (circle[0], circle[0])
        return f"take {other.name} out of {key} in {one.file}"
    if len(circle) == 2 and unanswered:
        said = " and ".join(_said(each, key) for each in circle)
        return f"one is the wrong way round, {said}: there write {BACK[key]}: in place of {key}:"
    ends = ("hardest", "easiest") if key == "harder" else ("easiest", "hardest")
    answer = "" if unanswered else f", and {BACK[key]} that answers it"
    return f"take out the {key} that leads from the {ends[0]} of them to the {ends[1]}{answer}"


def _said(one: Linked, key: str) -> str:
    """Where an exercise says what is easier or harder."""
    place = one.places.get(key)
    return f"{one.file}:{place.line}" if place else one.file
