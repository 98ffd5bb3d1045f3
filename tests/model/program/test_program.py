"""Programs as they are written, and what is wrong with them in its place."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import exercise, marked, program, read

from handouts.model.client import Client
from handouts.model.exercise import Exercise
from handouts.model.library import Entry, Library
from handouts.model.linking import unlinked
from handouts.model.program.file import PROGRAM
from handouts.model.program.plan import PlannedGroup, PlannedTask
from handouts.model.program.schedule import Day
from handouts.model.program.scheduling import work_out
from handouts.model.reference import Reference
from handouts.source.problem import Problem
from handouts.source.yaml import parse

WHOLE = """\
    program: Strong Hips
    summary: Two sessions a week.
    for_you_if: You can stand.
    not_yet_if: It hurts.
    level: beginner
    duration: 15 min
    weeks: 8
    start: 2027-01-04
    phases: [{weeks: 1-4, name: Learn}, {weeks: 5-8, name: Build}]
    deload: 4, 8
    training_max: 90%
    round: 2.5 kg
    sessions:
      - session: A
        weeks: 3-8
        days: {3: [Mon], 4-8: [monday, THU]}
        note: Slow.
        warm-up: [{do: Brisk walk, time: 5 min}]
        work:
          - exercise: bridge
            as: Bridge, slow
            goal: strength
            sets: {3-4: 2, 5-8: 3}
            load: 75% TM
            max: squat
            progression: reps +1 each week until 12
          - superset:
              - {exercise: plank, hold: 30 s, weeks: 3-6}
              - {do: Shake out, time: 1 min}
            rest: 60 s
            weeks: 3-7
          - repeat: {rounds: {3-5: 3, 6-8: 4}, work: [{do: Run, time: 1 min}], rest: 30 s}
    rules:
      - Rest a day: Between two.
    stop_if: [It hurts.]
    track: [bests]
    cards: true
"""


def test_a_program_is_read_in_full() -> None:
    found = program(WHOLE)
    assert (found.title, found.weeks, found.start) == ("Strong Hips", 8, date(2027, 1, 4))
    assert [phase.name for phase in found.phases] == ["Learn", "Build"]
    assert found.deload and found.deload.numbers == {4, 8}
    assert (found.training_max, [str(plate) for plate in found.round]) == (
        Decimal(90),
        ["2.5\xa0kg"],
    )
    assert (found.cards, found.track, found.stop_if) == (True, ("bests",), ("It hurts.",))
    assert found.exercises == ("bridge", "plank")
    (session,) = found.plan
    assert session.days and [each.day for each in session.days.at(4) or ()] == [Day(1), Day(4)]
    bridge, superset, repeat = session.work
    assert isinstance(bridge, PlannedTask) and bridge.progression
    assert (bridge.title, bridge.goal, bridge.max) == (
        "Bridge, slow",
        Reference("strength"),
        Reference("squat"),
    )
    assert isinstance(superset, PlannedGroup) and [task.do for task in superset.tasks] == [
        None,
        "Shake out",
    ]
    assert isinstance(repeat, PlannedGroup) and repeat.rounds
    assert [str(repeat.rounds.at(week)) for week in (5, 6)] == ["3", "4"]


def test_work_in_the_open_is_a_single_session() -> None:
    found = program("{program: Home, per_week: 3, work: [{do: Walk}], cool-down: [{do: Sit}]}")
    (session,) = found.plan
    assert (session.session, session.per_week and session.per_week.at(1)) == ("Home", 3)
    assert [task.do for task in session.tasks] == ["Walk", "Sit"]


LEAST = "program: X\nweeks: 8\n"
WORK = "work: [{do: Walk}]"


@pytest.mark.parametrize(
    ("more", "message", "at"),
    [
        # weeks
        ("work: [{do: W, reps: {1-4: 5, 7-8: 6}}]", "weeks 5-6 have no reps", "{1-4: 5, 7-8: 6}"),
        ("work: [{do: W, reps: {1-4: 5, 4-8: 6}}]", "week 4 has reps twice", "4-8"),
        (
            "work: [{do: W, reps: {1-9: 5}}]",
            "week 9 is out of range: the program has weeks 1-8",
            "1-9",
        ),
        (
            "work: [{do: W, weeks: 2-3, reps: {1-3: 5}}]",
            "week 1 is out of range: this is done in weeks 2-3",
            "1-3",
        ),
        ("work: [{do: W, weeks: 2-3, reps: {2: 5}}]", "week 3 has no reps", "{2: 5}"),
        (
            f"sessions: [{{session: A, weeks: 8-10, {WORK}}}]",
            "weeks 9-10 are out of range: the program has weeks 1-8",
            "8-10",
        ),
        (
            "sessions: [{session: A, weeks: 1-2, work: [{do: W, weeks: 1-4}]}]",
            "weeks 3-4 are out of range: the session is done in weeks 1-2",
            "1-4",
        ),
        (
            "work: [{superset: [{do: W, weeks: 3}], weeks: 1-2}]",
            "week 3 is out of range: this is done in weeks 1-2",
            "3",
        ),
        (
            "work: [{repeat: {rounds: {1-4: 2}, work: [{do: W}]}}]",
            "weeks 5-8 have no rounds",
            "{1-4: 2}",
        ),
        (f"{WORK}\ndeload: 9", "week 9 is out of range: the program has weeks 1-8", "9"),
        (
            f"{WORK}\nphases: [{{weeks: 8-9, name: A}}]",
            "week 9 is out of range: the program has weeks 1-8",
            "8-9",
        ),
        (f"{WORK}\nper_week: {{1-7: 2}}", "week 8 has no per_week", "{1-7: 2}"),
        (f"{WORK}\ncycles: 100", "8 weeks, 100 times, are 800", "cycles"),
        # when
        (f"{WORK}\ndays: [Mon, mon]", "Monday stands there twice", "mon"),
        (f"{WORK}\ndays: [1, 4]", "a week of 7 days has names for its days", "1"),
        (f"{WORK}\ndays: Mon\nweek: 9 days", "a week of 9 days has no names for its days", "Mon"),
        (f"{WORK}\ndays: [1, 10]\nweek: 9", "there is no day 10 in a week of 9 days", "10"),
        (f"{WORK}\ndays: Mon\nper_week: 2", "per_week stands beside days", "per_week"),
        (f"{WORK}\nper_week: {{1: 2, 2-8: 9}}", "per_week is 9, but a week has 7 days", "9"),
        (f"{WORK}\ndays: [Mon, Funday]", "item 2 of days cannot be Funday", "Funday"),
        (
            f"days: Mon\nsessions: [{{session: A, {WORK}}}]",
            "days stands beside sessions that do not alternate",
            "days",
        ),
        (
            f"alternate: [A, C]\ndays: Mon\nsessions: [{{session: A, {WORK}}}]",
            "there is no session C",
            "C",
        ),
        (f"alternate: [Y]\ndays: Mon\n{WORK}", "there is no session Y", "Y"),
        (
            f"alternate: [A]\nsessions: [{{session: A, {WORK}}}]",
            "alternate does not say when",
            "alternate",
        ),
        (
            f"alternate: [A]\ndays: Mon\nsessions: [{{session: A, days: Tue, {WORK}}}]",
            "A alternates, and says days of its own",
            "days",
        ),
        # what
        ("sessions: []", "sessions or work is missing", "program"),
        ("sessions: [{session: A}]", "A has no work", "session"),
        (f"{WORK}\nsessions: [{{session: A, {WORK}}}]", "work stands beside sessions", "work"),
        ("work: [{exercice: a}]", "unknown key exercice", "exercice"),
        ("work: [{sets: 3}]", "item 1 of work does not say what to do", "{sets: 3}"),
        ("work: [{exercise: a, do: b}]", "item 1 of work has exercise and do", "do"),
        ("work: [{superset: []}]", "superset has nothing in it", "[]"),
        (
            "work: [{superset: [{superset: [{do: W}]}]}]",
            "item 1 of superset does not say what to do",
            None,
        ),
        ("work: [{repeat: {work: [{do: W}]}}]", "repeat does not say how often", "repeat"),
        (
            "work: [{repeat: {rounds: 2, for: 5 min, work: [{do: W}]}}]",
            "repeat says both rounds and for",
            "for",
        ),
        (
            "work: [{exercise: a, frequency: 3/week}]",
            "frequency says 3/week, and the session says it too",
            "3/week",
        ),
        ("work: [{do: Lift, load: 75%}]", "75% does not say of what", "75%"),
        (
            "work: [{do: W, reps: {1-8: 5}, progression: reps +1 each week}]",
            "progression changes reps, which changes by week as well",
            "reps +1 each week",
        ),
        # facts
        (f"{WORK}\nstart: 4.1.2027", "start must be a date, this is 4.1.2027", "4.1.2027"),
        (f"{WORK}\nweek: 1", "week must be a whole number from 2 to 31, this is 1", "1"),
        (f"{WORK}\ntraining_max: 0.9", "training_max must be a percentage, this is 0.9", "0.9"),
        (f"{WORK}\nround: [2.5 kg, 5 kg]", "round says 2 loads in kg", "round"),
        (f"{WORK}\nround: 2-5 kg", "round must be one load, this is 2-5 kg", "2-5 kg"),
        (
            f"{WORK}\npain: {{ease_off: 6, stop: 5, source: x}}",
            "pain says to ease off at 6, after stopping at 5",
            "pain",
        ),
    ],
)
def test_what_is_wrong_is_told_in_its_place(more: str, message: str, at: str | None) -> None:
    source = f"{LEAST}{more}\n"
    found, problems = read(source)
    assert found is None
    told = {problem.message: problem for problem in reversed(problems)}
    assert message in told, list(told)
    assert at is None or marked(source, told[message]) == at


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("work: [{do: W, reps: {1: 5}}]", "reps changes by week, but the program has no weeks"),
        ("work: [{do: W, weeks: 1}]", "this names weeks, but the program has none"),
        (f"{WORK}\ndeload: 4", "deload names weeks, but the program has none"),
        (f"{WORK}\ncycles: 3", "cycles says how often weeks are gone through"),
    ],
)
def test_a_home_program_has_no_weeks_to_speak_of(more: str, message: str) -> None:
    found, problems = read(f"program: X\n{more}\n")
    assert found is None
    assert [problem.message[: len(message)] for problem in problems] == [message]


def test_a_home_program_says_itself_how_often() -> None:
    assert program("{program: X, work: [{do: Walk, frequency: 3/week}]}").weeks is None


def test_everything_that_is_wrong_is_told_at_once() -> None:
    source = """\
        program: X
        weeks: 4
        deload: 5
        sessions:
          - session: A
            days: [Mon, Mon]
            work: [{do: W, reps: {1-3: 5}}, {exercise: a, frequency: 2/week}]
    """
    _, problems = read(source)
    assert {problem.code for problem in problems} == {
        "weeks-range",
        "days",
        "weeks-uncovered",
        "frequency",
    }


def links(source: str, **goals: str) -> list[Problem]:
    exercises = {name: exercise(name, text) for name, text in goals.items()}

    def find(reference: Reference) -> Exercise | Problem:
        unknown = Problem("unknown-exercise", f"no {reference.name}", reference.place)
        return exercises.get(reference.name, unknown)

    return list(unlinked(program(source), find))


def work(*parts: str) -> str:
    return f"{LEAST}work: [{', '.join(parts)}]\n"


@pytest.mark.parametrize(
    ("part", "goals", "message", "at"),
    [
        ("{exercise: jump}", "", "no jump", "jump"),
        ("{exercise: squat, max: jump}", "", "no jump", "jump"),
        (
            "{exercise: squat, goal: speed}",
            "{strength: {sets: 3}}",
            "squat has no goal called speed",
            "speed",
        ),
        ("{exercise: squat, goal: x}", "", "squat has no goal called x", "x"),
        (
            "{exercise: squat, sets: 4, reps: '12, 10, 8'}",
            "",
            "reps has 3 values, one for each set, but sets says 4",
            "'12, 10, 8'",
        ),
        (
            "{exercise: squat, sets: {1-4: 3, 5-8: 4}, reps: '12, 10, 8'}",
            "",
            "reps has 3 values, one for each set, but sets says 4 in week 5",
            "'12, 10, 8'",
        ),
        (
            "{exercise: squat, goal: strength, sets: 2}",
            "{strength: {reps: '5, 5, 5'}}",
            "reps has 3 values, one for each set, but sets says 2",
            "strength",
        ),
        (
            "{exercise: squat, load: 75% TM}",
            "",
            "75%\xa0TM is of a training maximum that the program does not give",
            "75% TM",
        ),
        (
            "{exercise: squat, load: 20 kg, progression: +5 lb each week}",
            "",
            "progression adds lb to 20\xa0kg",
            "+5 lb each week",
        ),
        (
            "{exercise: squat, load: 70%, progression: +5 kg each week until 80 kg}",
            "",
            "progression cannot end at a load that is in percent",
            None,
        ),
        (
            "{exercise: squat, sets: 3, reps: '5, 4, 3', progression: sets +1 each week}",
            "",
            "progression adds sets, but there is a value for each set",
            None,
        ),
    ],
)
def test_what_the_exercises_do_not_bear_out_is_told_in_its_place(
    part: str, goals: str, message: str, at: str | None
) -> None:
    source = work(part)
    (problem,) = links(source, squat=goals)
    assert problem.message == message
    assert at is None or marked(source, problem) == at


def test_the_goals_there_are_stand_in_the_hint() -> None:
    source = work("{exercise: squat, goal: speed}")
    (problem,) = links(source, squat="{first weeks: {sets: 2}, strength: {sets: 3}}")
    assert problem.hint == "its goals are first weeks or strength"


def test_a_goal_is_found_whatever_its_case() -> None:
    assert links(work("{exercise: squat, goal: STRENGTH}"), squat="{Strength: {sets: 3}}") == []


def library(folder: Path, work: str) -> tuple[object, tuple[Problem, ...]]:
    for name, text in (
        ("exercises/squat.yaml", "exercise: Squat\nexecution: [Sit down.]\n"),
        ("exercises/broken.yaml", "exercise: Broken\n"),
        ("programs/other.yaml", f"program: Other\n{WORK}\n"),
        ("programs/mine.yaml", f"program: Mine\nwork: [{work}]\n"),
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    library = Library([folder])
    entry = library.find("mine")
    assert isinstance(entry, Entry) and entry.kind.word == "program"
    return library.read(entry)


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("sqat", "sqat is not in the library", "did you mean squat?"),
        ("other", "other is a program", "for work without a card write do:"),
    ],
)
def test_the_library_knows_which_exercises_there_are(
    name: str, message: str, hint: str, tmp_path: Path
) -> None:
    item, (problem,) = library(tmp_path, f"{{exercise: {name}}}")
    assert item is None
    assert (problem.message, problem.hint) == (message, hint)


def test_an_exercise_that_cannot_be_read_keeps_its_program_from_being_made(tmp_path: Path) -> None:
    item, (problem,) = library(tmp_path, "{exercise: broken}")
    assert item is None
    assert problem.code == "unread-exercise"
    assert problem.hint == "what is wrong with it: handouts check broken"


def test_an_exercise_is_found_whatever_its_case(tmp_path: Path) -> None:
    item, problems = library(tmp_path, "{exercise: SQUAT}")
    assert (item is not None, problems) == (True, ())


def test_a_program_of_no_library_is_known_by_its_first_key(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(f"# mine\nprogram: Mine\n{WORK}\n", "utf-8")
    found = Library([])
    entry = found.find(str(path))
    assert isinstance(entry, Entry)
    item, problems = found.read(entry)
    assert problems == ()
    assert item and item.title == "Mine"


SIGNS = st.sampled_from([*":-#&*!|>'\"%@`{}[],? \t\n", "\0", "0", "-1", "99999999", ": ", "\n- "])


@given(
    st.lists(
        st.tuples(st.integers(0, len(WHOLE)), st.integers(0, 3), SIGNS), min_size=1, max_size=4
    )
)
def test_a_program_with_slips_has_problems_within_it_or_works_out(
    slips: list[tuple[int, int, str]],
) -> None:
    source = WHOLE
    for start, length, sign in slips:
        source = source[:start] + sign + source[start + length :]
    node, problems = parse(source.encode(), "f.yaml")
    value = PROGRAM.read(node, problems) if node else None
    assert value is not None or problems
    lines = source.split("\n")
    for problem in problems:
        assert problem.place is not None
        assert 1 <= problem.place.line <= len(lines)
    if value is not None:
        schedule, _ = work_out(value, {}, Client())
        assert schedule.length == (value.weeks or 0) * value.cycles
