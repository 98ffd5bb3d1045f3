"""Doses by week: what was written for a task, on the ground of its exercise's dose for a goal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.dose import Dose
from handouts.model.exercise import Exercise
from handouts.model.naming import folded
from handouts.model.personal import KEYS, changed
from handouts.model.program.plan import PlannedTask
from handouts.model.program.program import Program
from handouts.model.program.weeks import ByWeek, Piece


@dataclass(frozen=True, slots=True)
class Dosage:
    """The doses of a task: in weeks where the same values hold, it is the same object.

    ``ground`` is what holds where the task says nothing. ``over`` is what holds whatever it says.
    """

    task: PlannedTask
    ground: Dose
    over: Dose | None
    _varying: tuple[ByWeek[Any], ...]
    _made: dict[tuple[int, ...], Dose]

    def at(self, week: int) -> Dose:
        """The dose in a week, each value with its place."""
        key = tuple([id(value.piece(week)) for value in self._varying])
        if key not in self._made:
            values = self.task.values.items()
            self._made[key] = self._make({key: value.piece(week) for key, value in values})
        return self._made[key]

    def _make(self, pieces: Mapping[str, Piece[Any] | None]) -> Dose:
        found = {key: piece for key, piece in pieces.items() if piece is not None}
        values = {key: piece.value for key, piece in found.items()}
        places = {key: piece.place for key, piece in found.items()}
        dose = replace(self.ground, **values, places={**self.ground.places, **places})
        return changed(dose, self.over) if self.over else dose


def dosage(
    program: Program, task: PlannedTask, exercise: Exercise | None, over: Dose | None = None
) -> Dosage:
    """The doses of a program's task that is, or is not, an exercise of the library."""
    ground = goal_dose(task, exercise) or Dose()
    if program.weeks is not None:
        ground = _without_week(ground)
    varying = tuple(value for value in task.values.values() if value.varies)
    return Dosage(task, ground, over, varying, {})


def goal_dose(task: PlannedTask, exercise: Exercise | None) -> Dose | None:
    """The dose of the exercise for the task's goal, whatever its case, where there is one."""
    if task.goal is None or exercise is None:
        return None
    wanted = folded(task.goal.name)
    found = (dose for goal, dose in exercise.goals if folded(goal) == wanted)
    dose = next(found, None)
    return dose and replace(dose, places=dict.fromkeys(KEYS, task.goal.place))


def _without_week(dose: Dose) -> Dose:
    """The dose but for how often a week: where there are weeks, their sessions say it."""
    weekly = dose.frequency is not None and dose.frequency.period == "week"
    return replace(dose, frequency=None) if weekly else dose
