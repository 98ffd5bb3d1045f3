"""Totals: sets, reps, minutes, metres and loads, counted."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import between, exactly, scheduled

from handouts.model.program.schedule import NONE, Count, Totals

NEARLY = Decimal("1e-20")
"""Parts of minutes that have no end are rounded somewhere."""


def totals(*parts: str, more: str = "") -> Totals:
    source = f"program: X\nweeks: 1\n{more}\nwork: [{', '.join(parts)}]\n"
    return scheduled(source).total


@pytest.mark.parametrize(
    ("dose", "sets", "reps"),
    [
        ("sets: 3, reps: 8", exactly(3), exactly(24)),
        ("sets: 3-4, reps: 6-8", between(3, 4), between(18, 32)),
        ("reps: '12, 10, 8'", exactly(3), exactly(30)),
        ("sets: 3, reps: '12, 10, 8'", exactly(3), exactly(30)),
        ("reps: 8", exactly(1), exactly(8)),
        ("reps: '5, 5, 5+'", exactly(3), between(15, None)),
        ("sets: 3, reps: max", exactly(3), between(0, None)),
        ("sets: 3+, reps: 5", between(3, None), between(15, None)),
        ("sets: 3, reps: 8, side: each", exactly(3), exactly(24)),
        ("sets: 3, reps: 15, per_day: 2", exactly(6), exactly(90)),
        ("sets: 3, reps: 15, frequency: 2/day", exactly(6), exactly(90)),
        ("hold: 30 s", exactly(1), NONE),
        ("sets: 3, hold: 30 s", exactly(3), NONE),
        ("time: 20 min", NONE, NONE),
    ],
)
def test_sets_and_reps_of_a_dose(dose: str, sets: Count, reps: Count) -> None:
    found = totals(f"{{do: W, {dose}}}")
    assert (found.sets, found.reps) == (sets, reps)


@pytest.mark.parametrize(
    ("dose", "minutes", "metres"),
    [
        ("time: 20 min", exactly(20), NONE),
        ("sets: 3, time: 90 s", exactly("4.5"), NONE),
        ("time: '60, 90 s'", exactly("2.5"), NONE),
        ("time: 1-2 h", between(60, 120), NONE),
        ("time: 30+ min", between(30, None), NONE),
        ("distance: 5 km", NONE, exactly(5000)),
        ("distance: 2-3 mi", NONE, between(3218.688, 4828.032)),
        ("sets: 6, distance: 100 m", NONE, exactly(600)),
        ("sets: 3, hold: 30 s", NONE, NONE),
    ],
)
def test_minutes_and_metres_of_a_dose(dose: str, minutes: Count, metres: Count) -> None:
    found = totals(f"{{do: W, {dose}}}")
    assert (found.minutes, found.metres) == (minutes, metres)


@pytest.mark.parametrize(
    ("dose", "load", "unit"),
    [
        ("sets: 5, reps: 5, load: 100 kg", exactly(2500), "kg"),
        ("sets: 5, reps: 5, load: 100 lb", exactly(2500), "lb"),
        ("reps: '5, 3, 1', load: '50, 60, 70 kg'", exactly(500), "kg"),
        ("reps: 5, load: '50, 60, 70 kg'", exactly(900), "kg"),
        ("reps: '5, 3, 1+', load: 10 kg", between(90, None), "kg"),
        ("sets: 2-3, reps: 10, load: 5-6 kg", between(100, 180), "kg"),
        ("sets: 2, reps: 10, load: bodyweight", None, "kg"),
        ("sets: 2, reps: 10, load: red band", None, "kg"),
        ("sets: 2, hold: 30 s, load: 10 kg", None, "kg"),
    ],
)
def test_loads_of_a_dose(dose: str, load: Count | None, unit: str) -> None:
    found = totals(f"{{do: W, {dose}}}")
    assert (found.load, found.unit) == (load, unit)


def test_loads_of_two_units_are_added_in_the_first() -> None:
    found = totals(
        "{do: A, reps: 1, load: red band}",
        "{do: B, reps: 1, load: 10 lb}",
        "{do: C, reps: 1, load: 0.45359237 kg}",
    )
    assert (found.load, found.unit) == (exactly(11), "lb")


def test_only_the_work_counts() -> None:
    found = totals(
        "{do: W, reps: 5}", more="warm-up: [{do: A, reps: 9}]\ncool-down: [{do: B, time: 9 min}]"
    )
    assert (found.reps, found.minutes, found.sessions) == (exactly(5), NONE, 1)


def test_rounds_multiply() -> None:
    found = totals(
        "{repeat: {rounds: 3-4, work: [{do: A, reps: 10}, {do: B, sets: 2, time: 30 s}]}}"
    )
    assert (found.sets, found.reps, found.minutes) == (
        between(9, 12),
        between(30, 40),
        between(3, 4),
    )


def test_a_superset_s_exercises_have_sets_of_their_own() -> None:
    found = totals("{superset: [{do: A, sets: 3, reps: 5}, {do: B, sets: 2, reps: 8}]}")
    assert (found.sets, found.reps) == (exactly(5), exactly(31))


def by_exercise(*parts: str) -> dict[str, Totals]:
    source = f"program: X\nweeks: 1\nwork: [{', '.join(parts)}]\n"
    return {name: weeks[0] for name, weeks in scheduled(source).by_exercise.items()}


def test_intervals_go_on_until_the_time_is_over_and_the_last_is_cut() -> None:
    turns = "{exercise: run, time: 1.5 min}, {exercise: walk, time: 2 min}"
    part = f"{{repeat: {{for: 20 min, work: [{turns}]}}}}"
    assert totals(part).minutes == exactly(20)
    found = by_exercise(part)
    assert (found["run"].minutes, found["walk"].minutes) == (exactly(9), exactly(11))


def test_rest_between_rounds_takes_its_time() -> None:
    part = "{repeat: {for: 10 min, work: [{exercise: run, time: 1 min}], rest: 1 min}}"
    assert by_exercise(part)["run"].minutes == exactly(5)


def test_reps_in_timed_turns_are_those_of_the_turns() -> None:
    part = "{repeat: {for: 10 min, work: [{exercise: swing, reps: 10, time: 1 min}]}}"
    found = by_exercise(part)["swing"]
    assert (found.sets, found.reps, found.minutes) == (exactly(10), exactly(100), exactly(10))


def test_as_many_rounds_as_there_is_time_for_have_no_upper_end() -> None:
    part = "{repeat: {for: 12 min, work: [{exercise: squat, reps: 10}, {exercise: push, reps: 5}]}}"
    found = totals(part)
    assert (found.reps, found.minutes) == (between(15, None), exactly(12))
    assert by_exercise(part)["squat"].reps == between(10, None)


def test_intervals_of_a_range_come_to_a_range() -> None:
    part = (
        "{repeat: {for: 10 min, work: [{exercise: run, time: 1-2 min}, {do: Walk, time: 1 min}]}}"
    )
    assert by_exercise(part)["run"].minutes == between(5, 7)


@given(
    st.lists(st.integers(1, 300), min_size=1, max_size=5),
    st.integers(0, 60),
    st.integers(1, 60),
)
def test_turns_fill_the_time_but_for_the_rests(turns: list[int], rest: int, time: int) -> None:
    work = ", ".join(f"{{do: W{number}, time: {turn} s}}" for number, turn in enumerate(turns))
    found = totals(f"{{repeat: {{for: {time} min, work: [{work}], rest: {rest} s}}}}").minutes
    assert found.low == found.high
    assert found.low <= time + NEARLY
    assert rest or found.low >= time - NEARLY


def test_each_exercise_is_counted_week_by_week() -> None:
    schedule = scheduled("""\
        program: X
        weeks: 3
        per_week: 2
        warm-up: [{exercise: bridge, sets: 2, reps: 8}]
        work:
          - {exercise: squat, sets: 3, reps: {1-2: 5, 3: 8}, weeks: 1-3}
          - {exercise: squat, as: Light squat, sets: 1, reps: 10, weeks: 2}
          - {exercise: press, reps: 5, load: 20 kg, weeks: 3}
    """)
    assert schedule.exercises == ("bridge", "squat", "press")
    assert [each.reps for each in schedule.by_exercise["squat"]] == [
        exactly(30),
        exactly(50),
        exactly(48),
    ]
    assert [each.sessions for each in schedule.by_exercise["squat"]] == [2, 2, 2]
    assert [each.sessions for each in schedule.by_exercise["press"]] == [0, 0, 2]
    assert {each.reps for each in schedule.by_exercise["bridge"]} == {NONE}
    assert schedule.by_exercise["press"][2].load == exactly(200)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 30)), min_size=1, max_size=6))
def test_the_total_is_the_sum_of_the_weeks_and_of_the_exercises(
    doses: list[tuple[int, int]],
) -> None:
    work = ", ".join(
        f"{{exercise: e{number}, sets: {sets}, reps: {reps}}}"
        for number, (sets, reps) in enumerate(doses)
    )
    schedule = scheduled(f"program: X\nweeks: 3\nper_week: {{1: 1, 2-3: 3}}\nwork: [{work}]\n")
    a_session = sum(sets * reps for sets, reps in doses)
    assert schedule.total.reps == exactly(7 * a_session)
    by_exercise = schedule.by_exercise.values()
    assert sum(each.reps.low for weeks in by_exercise for each in weeks) == 7 * a_session
