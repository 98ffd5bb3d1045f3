"""Doses that are different for one client."""

from __future__ import annotations

from handouts.model.client import Client
from handouts.model.dose import DOSE, Dose
from handouts.model.exercise import Exercise
from handouts.model.personal import changed, personal
from handouts.source.problem import Problem, Severity
from handouts.source.yaml import parse


def _dose(text: str) -> Dose:
    problems: list[Problem] = []
    node, _ = parse(f"{{{text}}}".encode(), "dose.yaml")
    dose = DOSE.read(node, problems) if node else None
    assert dose, problems
    return dose


STRENGTH, FIRST = _dose("sets: 3-4, reps: 6-8"), _dose("sets: 2, reps: 8, note: slow")
BRIDGE = Exercise(
    exercise="Bridge", name="bridge", goals=(("strength", STRENGTH), ("First Weeks", FIRST))
)


def test_a_change_says_what_it_says_and_nothing_else() -> None:
    dose = changed(FIRST, _dose("sets: 1, side: left"))
    assert (str(dose.sets), str(dose.reps), str(dose.side), dose.note) == ("1", "8", "left", "slow")


def test_the_dose_of_the_goal_changes_and_the_others_stay() -> None:
    client = Client(goal="first weeks", doses={"bridge": _dose("sets: 1")})
    exercise, problems = personal(BRIDGE, client)
    assert problems == []
    assert [(name, str(dose.sets)) for name, dose in exercise.goals] == [
        ("strength", "3–4"),
        ("First Weeks", "1"),
    ]


def test_without_a_goal_of_the_exercise_the_first_dose_changes() -> None:
    for goal in (None, "endurance"):
        exercise, _ = personal(BRIDGE, Client(goal=goal, doses={"bridge": _dose("sets: 1")}))
        assert [str(dose.sets) for _, dose in exercise.goals] == ["1", "2"]


def test_an_exercise_that_nothing_is_said_of_stays_as_it_is() -> None:
    exercise, problems = personal(BRIDGE, Client(doses={"plank": _dose("sets: 1")}))
    assert exercise is BRIDGE
    assert problems == []


def test_a_change_that_does_not_agree_with_the_rest_is_a_problem() -> None:
    bridge = Exercise(exercise="Bridge", name="bridge", goals=(("a", _dose("reps: '12, 10, 8'")),))
    _, (problem,) = personal(bridge, Client(doses={"bridge": _dose("sets: 2")}))
    assert problem.code == "dose-sets"


def test_a_change_of_no_dose_is_a_warning() -> None:
    bridge = Exercise(exercise="Bridge", name="bridge")
    exercise, (problem,) = personal(bridge, Client(doses={"bridge": _dose("sets: 2")}))
    assert exercise is bridge
    assert (problem.code, problem.severity) == ("no-dose", Severity.WARNING)
