"""Doses that can be read and make no sense."""

import pytest
from copies import copy, told

from handouts.preflight.doses import strange_doses


def found(dose: str) -> list[str]:
    text = f"exercise: Chair\nsetup: [Sit.]\ngoals:\n  strength: {{{dose}}}\n"
    problems = told(strange_doses, copy(text))
    assert {line for _, line in problems} <= {4}
    return [code for code, _ in problems]


@pytest.mark.parametrize(
    ("dose", "code"),
    [
        ("sets: 30", "dose-large"),
        ("reps: 500", "dose-large"),
        ('reps: "12, 10, 800"', "dose-large"),
        ("hold: 30 min", "dose-large"),
        ("rest: 1 h", "dose-large"),
        ("lowering: 2 min", "dose-large"),
        ("load: 250%", "dose-large"),
        ("frequency: 50/day", "dose-large"),
        ("reps: 5-50", "dose-wide"),
        ("rest: 0 s", "dose-small"),
        ("tempo: 30-1-1-0", "dose-tempo"),
        ("effort: RPE 12", "dose-effort"),
    ],
)
def test_a_strange_dose_is_told(dose: str, code: str) -> None:
    assert found(dose) == [code]


@pytest.mark.parametrize(
    "dose",
    [
        "sets: 3-4, reps: 8-12, rest: 90 s",
        "sets: 10, reps: 1-5",
        "reps: max, hold: 60 s",
        "reps: 5+",
        "tempo: 3-1-X-0, effort: RPE 8",
        "load: 105%, frequency: 10/day",
        "load: 120 kg, distance: 5 km, time: 90 min",
    ],
)
def test_a_sensible_dose_is_not(dose: str) -> None:
    assert found(dose) == []


def test_a_dose_of_a_program_is_told_in_its_week() -> None:
    program = """program: Legs
weeks: 2
sessions:
  - session: One
    per_week: 1
    work:
      - exercise: squat
        reps:
          1: 8
          2: 800
"""
    assert told(strange_doses, copy(program)) == [("dose-large", 10)]


def test_a_dose_of_a_ladder_is_told() -> None:
    ladder = "ladder: A\nrungs:\n  - {exercise: sit}\n  - {exercise: stand, dose: {sets: 40}}\n"
    assert told(strange_doses, copy(ladder)) == [("dose-large", 4)]
