"""Every problem of a program or a ladder at once: one fault hides no other, nor makes one up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import marked, read

from handouts.model.library import Entry, Library
from handouts.source.problem import Problem

EXERCISES = {
    "squat": "exercise: Squat\nexecution: [Sit down.]\ngoals: {strength: {sets: 3, reps: 5}}\n",
    "plank": "exercise: Plank\nexecution: [Hold.]\n",
    "broken": "exercise: Broken\n",
}


def problems_of(folder: Path, kind: str, source: str) -> list[Problem]:
    """What is wrong with a program or a ladder in a library of three exercises."""
    for name, text in EXERCISES.items():
        _write(folder / "exercises" / f"{name}.yaml", text)
    _write(folder / kind / f"my-{kind}.yaml", source)
    library = Library([folder])
    entry = library.find(f"my-{kind}")
    assert isinstance(entry, Entry)
    item, problems = library.read(entry)
    assert (item is None) == bool(problems)
    return list(problems)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True, parents=True)
    path.write_text(text, "utf-8")


def told(folder: Path, source: str, kind: str = "programs") -> list[tuple[str, str]]:
    """What is told, each with what it marks."""
    return [
        (problem.message, marked(source, problem)) for problem in problems_of(folder, kind, source)
    ]


def test_faults_of_every_stage_are_told_at_once_in_their_order(tmp_path: Path) -> None:
    source = """\
program: Mine
weeks: 8
start: tomorrow
sessions:
  - session: A
    days: [Mon, Mon]
    work:
      - {exercise: plankk, sets: 2}
      - {exercise: squat, goal: nonsense}
      - {exercise: squat, sets: {1-4: 2, 6-8: 3}}
"""
    assert told(tmp_path, source) == [
        ("start must be a date, this is tomorrow", "tomorrow"),
        ("Monday stands there twice", "Mon"),
        ("plankk is not in the library", "plankk"),
        ("squat has no goal called nonsense", "nonsense"),
        ("week 5 has no sets", "{1-4: 2, 6-8: 3}"),
    ]


def test_what_stands_under_a_misspelt_key_is_read_as_what_was_meant(tmp_path: Path) -> None:
    source = """\
progam: Mine
wekes: 8
sesions:
  - sesion: A
    wrok:
      - {exercise: plankk}
      - {exercise: squat, reps: {1-3: 5}}
"""
    assert told(tmp_path, source) == [
        ("unknown key progam", "progam"),
        ("unknown key wekes", "wekes"),
        ("unknown key sesions", "sesions"),
        ("unknown key sesion", "sesion"),
        ("unknown key wrok", "wrok"),
        ("plankk is not in the library", "plankk"),
        ("weeks 4-8 have no reps", "{1-3: 5}"),
    ]


def test_a_guess_at_a_key_says_nothing_of_its_value(tmp_path: Path) -> None:
    source = "program: Mine\nlevle: 3 of 10\nwork: [{exercise: squat, ress: 3}]\n"
    assert [message for message, _ in told(tmp_path, source)] == [
        "unknown key levle",
        "unknown key ress",
    ]


def test_faults_under_a_name_that_is_missing_are_told(tmp_path: Path) -> None:
    source = "sessions:\n  - days: [Mon, Mon]\n    work: [{exercise: plankk}]\n  - session: [B]\n"
    assert [message for message, _ in told(tmp_path, source)] == [
        "program is missing",
        "session is missing",
        "Monday stands there twice",
        "plankk is not in the library",
        "this session has no work",
        "session must be text, this is a list",
    ]


def test_an_exercise_that_cannot_be_read_is_told_where_it_is_named_first(tmp_path: Path) -> None:
    source = "program: Mine\nwork:\n  - exercise: broken\n  - {exercise: squat, max: broken}\n"
    assert told(tmp_path, source) == [
        ("broken cannot be used: its file has an error", "broken"),
    ]
    ladder = "ladder: Mine\nrungs: [{exercise: broken}, {exercise: broken}, {exercise: plankk}]\n"
    assert [message for message, _ in told(tmp_path, ladder, "ladders")] == [
        "broken cannot be used: its file has an error",
        "plankk is not in the library",
    ]


def test_a_ladder_tells_all_of_it_too(tmp_path: Path) -> None:
    source = """\
ladder: Mine
pain: {ease_off: 6, stop: 5, source: x}
rungs:
  - {exercise: plankk, move_up: [x]}
  - {exercise: squat, goal: speed, dose: {sets: 3, reps: "5, 5"}}
  - {}
"""
    assert told(tmp_path, source, "ladders") == [
        ("pain says to ease off at 6, after stopping at 5", "pain"),
        ("plankk is not in the library", "plankk"),
        ("move_up must be text, this is a list", "[x]"),
        ("squat has no goal called speed", "speed"),
        ("reps has 2 values, one for each set, but sets says 3", "reps"),
        ("exercise is missing", "{}"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        # each of them has one fault, from which the rest would seem to follow
        "program: X\nweeks: eight\ndeload: 4\nwork: [{do: W, reps: {1-8: 5}}]",
        "program: X\nwekes: 8\ndeload: 4\nwork: [{do: W, reps: {1-8: 5}}]",
        "program: X\nweeks: 8\nwork: [{do: W, weeks: 2-x, reps: {2-3: 5}}]",
        "program: X\nweeks: 8\nwork: [{do: W, reps: {1-4: 5, 5-8: x}}]",
        "program: X\nweeks: 8\nwork: [{do: W, reps: {1-4: 5, 5-x: 6}}]",
        "program: X\nweek: nine\ndays: [1, 9]\nwork: [{do: W}]",
        "program: X\nweek: nine\nper_week: 8\nwork: [{do: W}]",
        "program: X\ndays: Funday\nalternate: A\nsessions: [{session: A, work: [{do: W}]}]",
        "program: X\ndays: Mon\nalternate: {A: 1}\nsessions: [{session: A, work: [{do: W}]}]",
        "program: X\ndays: Mon\nalternate: [A]\nsessions: [{session: [A], work: [{do: W}]}]",
        "program: X\ndays: Mon\nalternate: [A]\nsessions: [{sesion: A, work: [{do: W}]}]",
        "program: X\nwork: [{exercise: a/b, sets: 3}]",
        "program: X\nwork: walk",
        "program: X\nsessions: [{session: A, work: [{do: [W]}]}]",
        "program: X\nwork: [{superset: [{do: [W]}]}]",
        "program: X\nwork: [{repeat: {rounds: x, work: [{do: W}]}}]",
        "program: X\nwork: [{repeat: {ronds: 3, work: [{do: W}]}}]",
        "program: X\ntraining_max: most\nwork: [{exercise: squat, load: 75% TM}]",
        "program: X\nwork: [{do: W, load: 75%, max: a/b}]",
        "program: X\nwork: [{do: W, exercise: squat, load: 75%}]",
        "program: X\nwork: [{exercise: squat, goal: strength, sets: x, reps: '5, 5'}]",
        "program: X\nweeks: 2\nwork: [{exercise: squat, goal: strength, sets: {1: 2}, hold: "
        "'5 s, 5 s'}]",
        "program: X\nwork: [{exercise: squat, load: 20, progression: +5 lb each week}]",
        "program: X\nwork: [{do: W, reps: 5\n",
    ],
)
def test_nothing_is_made_up_of_one_fault(source: str, tmp_path: Path) -> None:
    assert len(problems_of(tmp_path, "programs", source)) == 1


def test_a_ladder_whose_rungs_cannot_be_read_has_enough_of_them(tmp_path: Path) -> None:
    source = "ladder: X\nrungs: [{exercise: a/b}, {exercise: squat}]\n"
    assert [message for message, _ in told(tmp_path, source, "ladders")] == [
        "exercise must be a name, this is a file: a/b"
    ]


def test_weeks_that_stand_twice_do_so_however_many_there_are() -> None:
    _, problems = read("program: X\nweeks: eight\nwork: [{do: W, reps: {1-4: 5, 4-8: 6}}]\n")
    assert [problem.code for problem in problems] == ["number", "weeks-twice"]


SOUND = """\
program: Strong Hips
weeks: 8
round: 2.5 kg
training_max: 90%
deload: 8
phases:
  - {weeks: 1-8, name: Build}
sessions:
  - session: A
    days: {1-4: [Mon, Thu], 5-8: [Mon]}
    work:
      - {exercise: squat, goal: strength, load: 75% TM}
      - {exercise: plank, hold: {1-4: 20 s, 5-8: 30 s}}
  - session: B
    weeks: 3-8
    per_week: 2
    warm-up:
      - {do: Brisk walk, time: 5 min}
    work:
      - superset:
          - {exercise: squat, sets: 3, reps: 5}
          - {do: Rest, time: 1 min}
        weeks: 4-6
      - repeat: {rounds: 3, work: [{do: Run, time: 1 min}]}
rules:
  - Rest a day: Between two.
lang: en
"""

NO_WEEKS = ("weeks: 8", "weeks: eight")
MUTATIONS = (
    ("program: Strong Hips", "program: [a]"),
    NO_WEEKS,
    ("2.5 kg", "2.5 stone"),
    ("training_max: 90%", "trainingmax: 90%"),
    ("deload: 8", "deload: 8-x"),
    ("name: Build", "nam: Build"),
    ("name: Build", ""),
    ("5-8: [Mon]}", "6-8: [Mon]}"),
    ("[Mon, Thu]", "[Mon, Mon]"),
    ("[Mon, Thu]", "[Mon, Funday]"),
    ("session: A", "session: [A]"),
    ("goal: strength", "goal: speed"),
    ("exercise: squat, goal", "exercise: broken, goal"),
    ("75% TM", "75"),
    ("5-8: 30 s", "5-8: 30"),
    ("5-8: 30 s", "6-8: 30 s"),
    ("5-8: 30 s", "4-8: 30 s"),
    ("exercise: plank", "exercise: plankk"),
    ("exercise: plank", "exercse: plank"),
    ("exercise: plank", "exercise: plank, do: it"),
    ("weeks: 3-8", "weeks: 3-9"),
    ("per_week: 2", "per_week: 8"),
    ("Brisk walk, time: 5 min", "Brisk walk, time: 5"),
    ("{do: Brisk walk, time: 5 min}", "[do]"),
    ("sets: 3, reps: 5", "sets: 3, reps: '5, 5'"),
    ("sets: 3, reps: 5", "sets: 3, reps: '5, x'"),
    ("weeks: 4-6", "weeks: 6-4"),
    ("do: Rest", "load: 75%, do: Rest"),
    ("rounds: 3, ", ""),
    ("rounds: 3, ", "for: 3 min, rounds: 3, "),
    ("do: Run", "di: Run"),
    ("Rest a day: Between two.", "Rest a day:"),
    ("lang: en", "lang: klingon"),
)
"""A piece of a sound program, which is there once, and what somebody might write by mistake."""


def line_of(mutation: tuple[str, str]) -> int:
    before = SOUND[: SOUND.index(mutation[0])]
    return before.count("\n") + 1


def mutated(*mutations: tuple[str, str]) -> str:
    source = SOUND
    for written, slip in mutations:
        source = source.replace(written, slip, 1)
    return source


def test_what_is_mutated_is_sound(tmp_path: Path) -> None:
    assert problems_of(tmp_path, "programs", SOUND) == []


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_slip_is_told_where_it_is_and_nowhere_else(
    mutation: tuple[str, str], tmp_path: Path
) -> None:
    problems = problems_of(tmp_path, "programs", mutated(mutation))
    assert [problem.place.line for problem in problems if problem.place] == [line_of(mutation)]


@given(mutations=st.lists(st.sampled_from(MUTATIONS), min_size=2, max_size=5, unique_by=line_of))
def test_slips_in_different_items_are_all_told_and_nothing_else(
    mutations: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "slips"
    problems = problems_of(folder, "programs", mutated(*mutations))
    told = [problem.place.line for problem in problems if problem.place]
    if NO_WEEKS in mutations:  # then what covers them cannot be told
        assert {line_of(NO_WEEKS)} <= set(told) <= set(map(line_of, mutations))
    else:
        assert told == sorted(map(line_of, mutations))
