"""What a handout should have and its file does not say."""

import pytest
from copies import copy, told

from handouts.preflight import completeness as rules
from handouts.preflight.items import Check

WHOLE = """exercise: Chair
summary: Strong legs.
safety: Stop if your knee gives way.
goals: {strength: {sets: 3, reps: 8, frequency: 3/week}}
setup: [Sit.]
picture: {file: chair.jpg, alt: A person on a chair.}
"""
PROGRAM = "program: Legs\nsummary: Strong.\nstop_if: [It hurts.]\nwork: [{do: Walk, time: 5 min}]\n"
LADDER = """ladder: Chair
summary: Strong.
safety: Stop if it hurts.
rungs:
  - {exercise: sit, dose: {sets: 2, frequency: 3/week}}
  - {exercise: stand, dose: {sets: 2, frequency: 3/week}}
"""
ALL: dict[str, Check] = {
    "missing-summary": rules.missing_summary,
    "missing-stop": rules.missing_stop,
    "missing-picture": rules.missing_picture,
    "missing-alt": rules.missing_alt,
    "missing-dose": rules.missing_dose,
    "missing-frequency": rules.missing_frequency,
}


def found(text: str) -> list[tuple[str, int]]:
    subject = copy(text)
    return [each for check in ALL.values() for each in told(check, subject)]


@pytest.mark.parametrize("text", [WHOLE, PROGRAM, LADDER], ids=["exercise", "program", "ladder"])
def test_a_whole_file_lacks_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "line", "code", "at"),
    [
        (WHOLE, "summary", "missing-summary", 1),
        (WHOLE, "safety", "missing-stop", 1),
        (WHOLE, "picture", "missing-picture", 1),
        (WHOLE, "goals", "missing-dose", 1),
        (PROGRAM, "summary", "missing-summary", 1),
        (PROGRAM, "stop_if", "missing-stop", 1),
        (LADDER, "safety", "missing-stop", 1),
    ],
)
def test_a_line_that_is_gone_is_told_at_the_title(text: str, line: str, code: str, at: int) -> None:
    left = "".join(each for each in text.splitlines(True) if not each.startswith(f"{line}:"))
    assert found(left) == [(code, at)]


def test_a_picture_without_words_is_told() -> None:
    assert found(WHOLE.replace(", alt: A person on a chair.", "")) == [("missing-alt", 6)]
    assert found(WHOLE.replace("alt: A person on", "caption: On")) == []


def test_doses_that_do_not_say_how_often_are_told_once() -> None:
    assert found(WHOLE.replace(", frequency: 3/week", "")) == [("missing-frequency", 4)]
    silent = LADDER.replace(", frequency: 3/week", "")
    assert found(silent) == [("missing-frequency", 5)]
    [problem] = rules.missing_frequency(copy(silent))
    assert problem.message.endswith(": sit, stand")
