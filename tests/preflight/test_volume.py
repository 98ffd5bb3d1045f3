"""Weeks that ask for much more than those before them."""

from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from programs import between, exactly

from handouts.model.library import Library
from handouts.model.program.schedule import NONE, Count, Totals
from handouts.preflight.index import Index
from handouts.preflight.volume import jumps, weekly_jumps
from handouts.source.problem import Problem, Severity


def _weeks(*reps: int | Count) -> list[Totals]:
    """Weeks of one session and one set with so many reps."""
    counts = (each if isinstance(each, Count) else exactly(each) for each in reps)
    return [Totals(sessions=1, sets=exactly(1), reps=count) for count in counts]


def _told(*reps: int | Count) -> list[int]:
    return [jump.week for jump in jumps(_weeks(*reps))]


def test_half_as_much_again_is_no_jump_and_more_is_one() -> None:
    assert _told(20, 30) == []
    assert _told(20, 31) == [2]


def test_week_one_is_none_whatever_it_asks_for() -> None:
    assert _told(500) == []


def test_what_comes_back_after_a_light_week_is_none() -> None:
    assert _told(40, 60, 20, 60) == []
    assert _told(40, 60, 20, 100) == [4]


def test_what_was_done_long_ago_does_not_count() -> None:
    assert _told(60, 20, 20, 20, 20, 60) == [6]


def test_what_has_not_been_done_before_begins_anew() -> None:
    assert _told(0, 0, 30, 30) == []


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (between(20, 30), between(40, 60), [2]),
        (between(20, 30), between(40, 45), []),
        (exactly(20), between(20, 60), []),
        (between(20, None), between(40, None), [2]),
        (between(20, None), between(25, None), []),
    ],
)
def test_of_a_range_both_ends_have_to_rise(before: Count, now: Count, told: list[int]) -> None:
    assert _told(before, now) == told


def test_a_set_more_is_never_a_jump() -> None:
    one = Totals(sessions=3, sets=exactly(3), reps=exactly(24))
    two = Totals(sessions=3, sets=exactly(6), reps=exactly(48))
    longer = Totals(sessions=3, sets=exactly(6), reps=exactly(60))
    oftener = Totals(sessions=6, sets=exactly(6), reps=exactly(48))
    assert jumps([one, two]) == []
    assert [jump.week for jump in jumps([one, longer])] == [2]
    assert [jump.week for jump in jumps([one, oftener])] == [2]


def test_where_there_is_nothing_else_sets_are_counted() -> None:
    holds = [Totals(sessions=each, sets=exactly(3 * each)) for each in (1, 2)]
    assert [(jump.week, jump.measure) for jump in jumps(holds)] == [(2, "sets")]
    assert jumps([Totals(sessions=1), Totals(sessions=1)]) == []


def test_minutes_are_counted_by_themselves() -> None:
    walks = [Totals(sessions=3, reps=exactly(30), minutes=exactly(each)) for each in (30, 60)]
    assert [(jump.week, jump.measure) for jump in jumps(walks)] == [(2, "minutes")]


@given(st.lists(st.integers(0, 1000), max_size=12))
def test_each_jump_is_of_a_week_that_asks_for_more_than_half_as_much_again(
    reps: list[int],
) -> None:
    for jump in jumps(_weeks(*reps)):
        assert reps[jump.week - 1] > 1.5 * reps[jump.week - 2]
        assert jump.count == exactly(reps[jump.week - 1]) and jump.before != NONE


def _program(folder: Path, sessions: str, keys: str = "") -> list[Problem]:
    """The jumps in a program of four weeks, whose sessions are given, in a library of one card."""
    (folder / "exercises").mkdir()
    (folder / "programs").mkdir()
    card = "exercise: Squat\nexecution: [Sit.]\n"
    (folder / "exercises" / "squat.yaml").write_text(card, encoding="utf-8")
    text = f"program: Four\nweeks: 4\n{keys}sessions:\n{indent(dedent(sessions), '  ')}"
    (folder / "programs" / "four.yaml").write_text(text, encoding="utf-8")
    library = Library([folder])
    entry = library.entry("four")
    assert entry is not None
    item, problems = library.read(entry)
    assert item is not None and problems == ()
    return list(weekly_jumps(item, Index(library)))


def test_the_greatest_jump_of_all_work_is_told_with_the_others(tmp_path: Path) -> None:
    sessions = """\
    - session: A
      per_week: {1: 1, 2: 2, 3-4: 5}
      work: [{exercise: squat, sets: 2, reps: 10}]
    """
    [problem] = _program(tmp_path, sessions)
    assert problem.code == "weekly-jump" and problem.severity is Severity.WARNING
    assert problem.message == (
        "week 3 jumps: 100 reps of all exercises together, after 40 in week 2 (150 % more); "
        "so does week 2"
    )
    assert problem.hint and problem.hint.startswith("up to 60 in week 3 is no jump; ")
    assert problem.place and problem.place.line == 5
    assert "per_week: {1: 1, 2: 2, 3-4: 5}"[problem.place.column - 5] == "5"


@pytest.mark.parametrize(
    ("sessions", "place"),
    [
        ("[{exercise: squat, sets: {1-2: 2, 3-4: <6>}, reps: 10}]", "sets"),
        ("[{exercise: squat, sets: 2, reps: {1: 10, 2: 12, 3-4: <30>}}]", "reps"),
        ("[{do: Walk, sets: 1, reps: 4}, {do: Row, sets: 5, reps: 5, weeks: <3-4>}]", "begins"),
        ("[{exercise: squat, sets: 1, reps: 5, progression: <+10 reps each week>}]", "rule"),
        ("[repeat: {rounds: {1-2: 2, 3-4: <6>}, work: [{do: Hop, reps: 10}]}]", "rounds"),
        ("[{do: Hop, reps: 3}, {do: Bow, sets: 3, reps: {1-2: 6, 3-4: <20>}}]", "largest"),
    ],
)
def test_a_jump_is_told_at_the_value_that_jumps(tmp_path: Path, sessions: str, place: str) -> None:
    line = f"    work: {sessions}"
    start = line.index("<")
    written = line.replace("<", "").replace(">", "")
    found = _program(tmp_path, f"- session: A\n  per_week: 2\n  {written.strip()}\n")
    assert found, place
    assert found[0].place and (found[0].place.line, found[0].place.column) == (6, start + 1)


def test_what_the_hint_says_is_within_the_bound_is_no_jump(tmp_path: Path) -> None:
    work = "- session: A\n  per_week: 3\n  work: [{exercise: squat, reps: {1-2: 7, 3-4: 20}}]\n"
    [problem] = _program(tmp_path, work)
    assert problem.hint and problem.hint.startswith("up to 31 in week 3 is no jump")
    assert _told(21, 31) == [] and _told(21, 32) == [2]


def test_a_jump_of_one_exercise_is_told_where_it_is_asked_for(tmp_path: Path) -> None:
    sessions = """\
    - session: A
      per_week: 1
      work:
        - {do: Push up, sets: 5, reps: 20}
        - {exercise: squat, sets: 2, reps: {1: 5, 2-4: 10}}
    """
    [problem] = _program(tmp_path, sessions)
    assert "20 reps of squat, after 10" in problem.message
    assert problem.place and problem.place.line == 8


def test_sessions_that_take_turns_are_held_against_each_other(tmp_path: Path) -> None:
    sessions = """\
    - session: A
      work: [{exercise: squat, sets: 2, reps: 10}]
    - session: B
      work: [{do: Push up, sets: 2, reps: 10}]
    """
    keys = "alternate: [B, A]\ndays: [Mon, Wed, Fri]\n"
    assert _program(tmp_path, sessions, keys) == []
