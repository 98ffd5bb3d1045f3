"""Links: whether what is easier and what is harder leads anywhere, and back."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.model.circle import BACK, leads_to, round_trip
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.ladder import Ladder, Rung
from handouts.model.naming import folded
from handouts.preflight.index import Index, Link
from handouts.source.problem import Place, Problem, Severity


def one_way_links(item: Item, index: Index) -> Iterator[Problem]:
    """Warn of an easier exercise that does not call this one harder, and the other way; not of
    those in a circle, where the link itself may be wrong.
    """
    if not isinstance(item, Exercise):
        return
    for key, back in BACK.items():
        for name in getattr(item, key):
            other = index.link(name)
            if other is None or leads_to(other, back, item.name):
                continue
            if _path(other.name, item.name, key, index) is None:
                message = f"{key} names {name}, which does not lead back"
                hint = f"add {item.name} to {back} in {other.file}"
                place = item.places.get(key)
                yield Problem("one-way-link", message, place, hint, Severity.WARNING)


def circles(item: Item, index: Index) -> Iterator[Problem]:
    """Warn of an exercise that is harder than itself, by way of others, or easier; one circle is
    told in the same words whichever of its exercises is asked.
    """
    if not isinstance(item, Exercise):
        return
    for key in ("harder", "easier"):
        if path := _path(item.name, item.name, key, index):
            yield round_trip(path, key, Severity.WARNING)
            return  # the other way round is most likely the same circle


def backward_rungs(item: Item, index: Index) -> Iterator[Problem]:
    """Warn of a rung whose exercise is easier than that of the rung below, by what their own files
    say.
    """
    if not isinstance(item, Ladder):
        return
    for number, (below, rung) in enumerate(zip(item.rungs, item.rungs[1:], strict=False), 2):
        one, other = below.exercise.name, rung.exercise.name
        if folded(one) != folded(other) and _path(other, one, "harder", index):
            message = f"rung {number} is easier than rung {number - 1}: {other} leads up to {one}"
            hint = "write the easier one first, or mend easier and harder in their files"
            yield Problem("rung-order", message, _place(rung, item), hint, Severity.WARNING)


def _place(rung: Rung, ladder: Ladder) -> Place | None:
    return rung.exercise.place if rung.exercise.place.file else ladder.places.get("rungs")


def _path(start: str, goal: str, key: str, index: Index) -> list[Link] | None:
    """The shortest way from an exercise to one that is easier or harder: all on it but the goal."""
    link = index.link(start)
    ways = [[link]] if link else []
    seen: set[str] = set()
    for way in ways:  # which grows by what these lead to
        for name in getattr(way[-1], key):
            if folded(name) == folded(goal):
                return way
            following = index.link(name)
            if following and folded(name) not in seen:
                seen.add(folded(name))
                ways.append([*way, following])
    return None
