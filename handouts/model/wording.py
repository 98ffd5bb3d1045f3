"""Short words that stand among numbers in an item: names of goals, notes on doses, captions.

A translation does not repeat the numbers, so it gives these words by what the original says. They
are found and replaced wherever they stand, by one table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from handouts.model.dose import Dose, Load
from handouts.model.exercise import Exercise
from handouts.model.ladder import Ladder, Rung
from handouts.model.picture import PictureRef
from handouts.model.program.plan import PlannedGroup, PlannedSession, PlannedTask
from handouts.model.program.program import Phase, Program
from handouts.model.program.progression import Progression
from handouts.model.program.weeks import ByWeek, Piece
from handouts.model.reference import Reference
from handouts.source import node

Say = Callable[[str, str], str]
"""Gives what stands for a text, by the group of words that it belongs to."""

_WORDS: Mapping[type, Mapping[str, str]] = {
    Dose: {"note": "notes"},
    PictureRef: {"caption": "captions", "alt": "captions"},
    Phase: {"name": "phases"},
    Program: {},
    Ladder: {},
    Rung: {},
    PlannedSession: {"session": "sessions", "note": "notes"},
    PlannedGroup: {},
    PlannedTask: {"do": "tasks", "title": "tasks"},
    Progression: {"words": "notes"},
    ByWeek: {},
    Piece: {},
}
"""The groups of words that stand in a kind of value, by attribute; nothing else is looked into."""


def reworded(value: Any, say: Say) -> Any:
    """Give a value with all its words as they are to be said."""
    match value:
        case Exercise():
            return _reworded_exercise(value, say)
        case Load():
            return value if value.is_bodyweight or not value.words else _reworded_load(value, say)
        case tuple():
            return tuple([reworded(each, say) for each in value])
        case node.Text() | node.Sequence() | node.Mapping():
            return _reworded_figure(value, say)
    if type(value) not in _WORDS:
        return value
    own = _WORDS[type(value)]
    changed = {
        part.name: say(own[part.name], held) if part.name in own else _inner(part.name, held, say)
        for part in fields(value)
        if (held := getattr(value, part.name))
    }
    return replace(value, **changed)


def _inner(name: str, value: Any, say: Say) -> Any:
    """Reword what a value holds; notes that change by week and sessions in turn have no more."""
    if name == "alternate":
        return tuple([replace(each, name=say("sessions", each.name)) for each in value])
    if name == "values":
        return {key: _by_week(key, each, say) for key, each in value.items()}
    return reworded(value, say)


def _by_week(key: str, value: ByWeek[Any], say: Say) -> ByWeek[Any]:
    if key != "note":
        changed: ByWeek[Any] = reworded(value, say)
        return changed
    pieces = [replace(each, value=say("notes", each.value)) for each in value.pieces]
    return replace(value, pieces=tuple(pieces))


def _reworded_exercise(exercise: Exercise, say: Say) -> Exercise:
    goals = [(say("goals", name), reworded(dose, say)) for name, dose in exercise.goals]
    return replace(
        exercise,
        goals=tuple(goals),
        figure=_reworded_figure(exercise.figure, say) if exercise.figure else None,
        picture=reworded(exercise.picture, say),
    )


def _reworded_load(load: Load, say: Say) -> Load:
    return replace(load, words=say("notes", load.words or ""))


def _reworded_figure(figure: node.Node, say: Say) -> node.Node:
    """Reword the captions of a pose description, wherever they stand in it."""
    match figure:
        case node.Mapping():
            entries = [(key, _captioned(key.value, each, say)) for key, each in figure.entries]
            return replace(figure, entries=tuple(entries))
        case node.Sequence():
            return replace(figure, items=tuple([_reworded_figure(e, say) for e in figure.items]))
    return figure


def _captioned(key: str, value: node.Node, say: Say) -> node.Node:
    if key == "caption" and isinstance(value, node.Text) and value.value.strip():
        return replace(value, value=say("captions", " ".join(value.value.split())))
    return _reworded_figure(value, say)


def with_goals(value: Any, goal_of: Callable[[str, str], str]) -> Any:
    """Give a planned value with the goals that it asks for called as their exercises call them.

    ``goal_of`` takes the exercise's name and the goal's.
    """
    match value:
        case (
            PlannedTask(exercise=Reference() as exercise, goal=Reference() as goal)
            | Rung(exercise=exercise, goal=Reference() as goal)
        ):
            return replace(value, goal=replace(goal, name=goal_of(exercise.name, goal.name)))
        case Program(sessions=sessions, warm_up=warm_up, work=work, cool_down=cool_down):
            planned = {
                "sessions": sessions,
                "warm_up": warm_up,
                "work": work,
                "cool_down": cool_down,
            }
            return replace(value, **{key: with_goals(e, goal_of) for key, e in planned.items()})
        case Ladder(rungs=rungs):
            return replace(value, rungs=with_goals(rungs, goal_of))
        case PlannedSession(warm_up=warm_up, work=work, cool_down=cool_down):
            parts = {"warm_up": warm_up, "work": work, "cool_down": cool_down}
            return replace(value, **{key: with_goals(e, goal_of) for key, e in parts.items()})
        case PlannedGroup(tasks=tasks):
            return replace(value, tasks=with_goals(tasks, goal_of))
        case tuple():
            return tuple([with_goals(each, goal_of) for each in value])
    return value
