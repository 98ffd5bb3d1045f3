"""What is different for one client."""

from __future__ import annotations

from dataclasses import replace

from handouts.model.client import Client
from handouts.model.dose import FIELDS, Dose, disagreements
from handouts.model.exercise import Exercise
from handouts.model.naming import folded
from handouts.source.problem import Problem, Severity

KEYS = tuple(each.attribute for each in FIELDS)
"""The keys of a dose."""


def personal(exercise: Exercise, client: Client) -> tuple[Exercise, list[Problem]]:
    """The exercise with the dose that a client has: for their goal, or else for the first."""
    change = client.doses.get(exercise.name)
    if change is None:
        return exercise, []
    if not exercise.goals:
        return exercise, [_no_dose(exercise, client)]
    names = [folded(name) for name, _ in exercise.goals]
    wanted = folded(client.goal or "")
    chosen = names.index(wanted) if wanted in names else 0
    goals = list(exercise.goals)
    name, dose = goals[chosen]
    goals[chosen] = name, changed(dose, change)
    return replace(exercise, goals=tuple(goals)), disagreements(goals[chosen][1])


def changed(dose: Dose, change: Dose) -> Dose:
    """A dose with what ``change`` says in place of what it said."""
    values = {key: value for key in KEYS if (value := getattr(change, key)) is not None}
    return replace(dose, **values, places={**dose.places, **change.places})


def _no_dose(exercise: Exercise, client: Client) -> Problem:
    message = f"{exercise.name} has no dose that could change"
    place = client.places.get(f"doses.{exercise.name}")
    hint = "write goals: into its file"
    return Problem("no-dose", message, place, hint, Severity.WARNING)
