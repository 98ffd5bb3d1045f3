"""Exercises read from their files, and everything that can be wrong with one."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from handouts.model.exercise import EXERCISE, FIELDS, Cue, Exercise, Level, Muscles, Pain
from handouts.model.grammar import MOST_PROBLEMS
from handouts.model.read import read_exercise
from handouts.source.problem import Place, Problem, Severity
from handouts.source.yaml import parse

LEAST = "exercise: Squat\nexecution: [Stand up.]\n"


def read(folder: Path, source: str | bytes) -> tuple[Exercise | None, list[Problem]]:
    path = folder / "squat.yaml"
    path.write_bytes(source.encode() if isinstance(source, str) else source)
    reading = read_exercise(path, "squat.yaml", (folder,))
    return reading.sound, list(reading.told)


def exercise(source: str) -> Exercise:
    node, problems = parse(source.encode(), "squat.yaml")
    assert node is not None
    value = EXERCISE.read(node, problems, "an exercise")
    assert problems == []
    assert value is not None
    return value


def problem(source: str) -> Problem:
    node, problems = parse(source.encode(), "squat.yaml")
    assert node is not None and problems == []
    assert EXERCISE.read(node, problems, "an exercise") is None
    (found,) = problems
    return found


def test_a_name_and_something_to_do_are_enough(tmp_path: Path) -> None:
    value, problems = read(tmp_path, LEAST)
    assert problems == []
    assert value == Exercise(
        exercise="Squat", execution=(Cue(None, "Stand up."),), name="squat", file="squat.yaml"
    )


def test_every_key_is_an_attribute() -> None:
    attributes = {part.name for part in fields(Exercise)}
    assert {field.attribute for field in FIELDS} == attributes - {"name", "file", "places"}


def test_a_full_exercise_is_read_as_it_was_written() -> None:
    value = exercise(
        """
exercise: Squat & *press*
category: Legs
level: advanced
tags: [a, b]
summary: |
  One.

  Two.
muscles: {primary: quads, secondary: [glutes, calves]}
equipment: bar
safety: Stop.
goals:
  strength: {sets: 3, reps: 5}
  Endurance: {time: 20 min}
setup:
  - Stand tall: Feet apart.
faq:
  - Why?: Because.
easier: sit-to-stand
harder: [front-squat, jump-squat]
video: https://example.org/a?b=c&d
pain: {ease_off: 3, stop: 5, source: Smith 2020}
lang: pt-BR
allow: {reading-level: read aloud}
sources: Smith 2020
"""
    )
    assert value.exercise == "Squat & *press*"
    assert value.level is Level.ADVANCED
    assert value.summary == "One.\n\nTwo."
    assert value.muscles == Muscles(primary=("quads",), secondary=("glutes", "calves"))
    assert value.equipment == ("bar",)
    assert [name for name, _ in value.goals] == ["strength", "Endurance"]
    assert value.setup == (Cue("Stand tall", "Feet apart."),)
    assert value.faq == (Cue("Why?", "Because."),)
    assert (value.easier, value.harder) == (("sit-to-stand",), ("front-squat", "jump-squat"))
    assert value.video == "https://example.org/a?b=c&d"
    assert value.pain == Pain(ease_off=3, stop=5, source="Smith 2020")
    assert (value.lang, value.allow) == ("pt-BR", (("reading-level", "read aloud"),))


def test_keys_and_cues_know_their_places() -> None:
    value = exercise("exercise: Squat\nexecution:\n  - Stand up: Slowly.\n")
    assert value.places["execution"] == Place("squat.yaml", 2, 1, 9)
    assert value.execution[0].place == Place("squat.yaml", 3, 5, 8)


def test_levels_stand_from_easy_to_hard() -> None:
    assert list(Level) == ["beginner", "intermediate", "advanced"]


@pytest.mark.parametrize(
    ("line", "code", "message"),
    [
        ("setups: [a]", "unknown-key", "unknown key setups"),
        ("tips: Stand tall", "wrong-kind", "tips must be a list, this is text"),
        ("summary: [a, b]", "wrong-kind", "summary must be text, this is a list"),
        ("muscles: [quads]", "wrong-kind", "muscles must be keys with values, this is a list"),
        ("level: easy", "unknown-word", "level cannot be easy"),
        (
            "goals: {strength: 3 x 8}",
            "wrong-kind",
            "strength must be keys with values, this is text",
        ),
        ("goals: {strength: {reps: 8-5}}", "dose-range", "reps run backwards: 8-5"),
        ("setup: [{a: b, c: d}]", "not-one-pair", "item 1 of setup has 2 leads, it must have one"),
        ("faq: [Why]", "wrong-kind", "item 1 of faq must be a lead and its detail, this is text"),
        ("faq: [{Why?: }]", "empty", "item 1 of faq has nothing after its colon"),
        (
            "video: javascript:alert(1)",
            "address",
            "video must be a web address, this is javascript:",
        ),
        ("video: example.org", "address", "video must be a web address, this is example.org"),
        ("video: 'http://[x'", "address", "video must be a web address, this is http://[x"),
        ("harder: exercises/a.yaml", "value", "harder must be a name, this is a file"),
        ("pain: {stop: 11, source: x}", "unknown-word", "stop cannot be 11"),
        ("pain: {stop: 5}", "missing-key", "source is missing"),
        ("pain: {ease_off: 6, stop: 5, source: x}", "pain", "pain says to ease off at 6"),
        ("lang: English language", "value", "lang must be a language tag"),
        (f"category: {'x' * 81}", "too-long", "category is 81 characters long"),
    ],
)
def test_a_slip_is_a_problem_in_its_line(line: str, code: str, message: str) -> None:
    found = problem(f"{LEAST}{line}\n")
    assert found.code == code
    assert found.message.startswith(message)
    assert found.place and found.place.line == 3


def test_a_number_that_cannot_be_is_not_nearly_another() -> None:
    found = problem(f"{LEAST}pain: {{stop: 11, source: x}}\n")
    assert found.hint
    assert found.hint.startswith("write 0, 1, 2")


def test_a_file_without_anything_to_do_is_a_problem() -> None:
    found = problem("exercise: Squat\ntips: [Breathe.]\n")
    assert found.message == "setup or execution is missing"


def test_a_file_that_is_no_mapping_is_a_problem() -> None:
    assert problem("- a\n").message == "an exercise must be keys with values, this is a list"


def test_everything_wrong_in_a_file_is_reported_at_once(tmp_path: Path) -> None:
    source = 'exercise: Squat\nsafety: "Stop\nsetup: [a]\nlevel: easy\ntip: [b]\nsetup: [c]\n'
    value, problems = read(tmp_path, source)
    assert value is None
    assert sorted(found.code for found in problems) == [
        "duplicate-key",
        "unknown-key",
        "unknown-word",
        "yaml",
    ]


def test_what_broken_yaml_hides_is_not_said_to_be_missing(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "exercise: Squat: deep\nexecution: @x\n")
    assert [found.code for found in problems] == ["yaml", "yaml"]


def test_a_warning_keeps_nothing_from_being_read(tmp_path: Path) -> None:
    value, (warning,) = read(tmp_path, f"{LEAST}equipment: band #2\n")
    assert warning.severity is Severity.WARNING
    assert value and value.equipment == ("band",)


def test_a_file_full_of_problems_names_the_first(tmp_path: Path) -> None:
    source = LEAST + "".join(f"unheard of {number}: x\n" for number in range(500))
    _, problems = read(tmp_path, source)
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].message == "400 more problems in this file"


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"exercise:\n\tname: x\n",
        b"exercise: caf\xe9\n",
        b"exercise: x\0\n",
        "exercise: x\n".encode("utf-16"),
        b"exercise: " + b"x" * 10_000_000,
        b"exercise: " + b"[" * 1000 + b"]" * 1000,
        b"a: &a [x,x]\n"
        + b"".join(b"%c: &%c [*%c,*%c]\n" % (n, n, n - 1, n - 1) for n in range(98, 122)),
    ],
    ids=["empty", "tabs", "latin-1", "NUL", "UTF-16", "10 MB", "1,000 deep", "alias bomb"],
)
def test_bad_files_are_problems(tmp_path: Path, source: bytes) -> None:
    value, problems = read(tmp_path, source)
    assert value is None
    assert problems and all(found.place for found in problems)
