"""Weeks: sets of them as coaches write them, and values that change by week."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.model.program.weeks import LONGEST, WEEKS, ByWeek, Weekly, Weeks, parse_weeks, spelled
from handouts.source.problem import Place, Problem
from handouts.source.shape import Line, Unreadable
from handouts.source.yaml import parse


def weeks(source: str) -> tuple[Weeks | None, list[Problem]]:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None
    return WEEKS.read(node, problems, "weeks"), problems


def by_week(source: str) -> tuple[ByWeek[str] | None, list[Problem]]:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None
    return Weekly(Line()).read(node, problems, "note"), problems


@pytest.mark.parametrize(
    ("source", "numbers"),
    [
        ("3", {3}),
        ("1-4", {1, 2, 3, 4}),
        ("1 to 3", {1, 2, 3}),
        ("1–2, 5", {1, 2, 5}),
        ("[1-2, 5]", {1, 2, 5}),
        ("2-2", {2}),
    ],
)
def test_weeks_are_a_number_a_range_or_several(source: str, numbers: set[int]) -> None:
    found, problems = weeks(source)
    assert problems == []
    assert found and found.numbers == numbers


@pytest.mark.parametrize(
    ("source", "message", "hint"),
    [
        ("4-1", "weeks cannot run backwards: 4-1", "write 1-4"),
        ("0", f"weeks must be from 1 to {LONGEST}: 0", None),
        (f"1-{LONGEST + 1}", f"weeks must be from 1 to {LONGEST}: 1-{LONGEST + 1}", None),
        ("all", "weeks cannot be read: all", "write weeks like 3, 1-4 or 1-2, 5"),
        ("1,,2", "weeks cannot be read: 1,,2", "write weeks like 3, 1-4 or 1-2, 5"),
    ],
)
def test_weeks_that_cannot_be_are_a_problem(source: str, message: str, hint: str | None) -> None:
    found, (problem,) = weeks(source)
    assert found is None
    assert (problem.message, problem.hint) == (message, hint)


def test_a_fault_in_several_is_marked_alone() -> None:
    _, (problem,) = weeks("1-2, 9-5")
    assert problem.place == Place("f.yaml", 1, 6, 3)


def test_a_plain_value_holds_in_every_week() -> None:
    value, _ = by_week("slow")
    assert value and not value.varies
    assert (value.at(1), value.at(300)) == ("slow", "slow")


def test_a_value_by_week_holds_in_its_own() -> None:
    value, problems = by_week("{1: slow, 2-4: fast}")
    assert problems == []
    assert value and value.varies
    assert [value.at(week) for week in range(1, 6)] == ["slow", "fast", "fast", "fast", None]


def test_every_slip_in_a_value_by_week_is_told() -> None:
    value, problems = by_week("{4-2: slow, 5: [a], x: fast}")
    assert value is None
    assert [problem.message for problem in problems] == [
        "weeks of note cannot run backwards: 4-2",
        "note must be text, this is a list",
        "weeks of note cannot be read: x",
    ]


@given(st.frozensets(st.integers(1, LONGEST), min_size=1, max_size=40))
def test_weeks_that_are_spelled_read_as_the_same(numbers: frozenset[int]) -> None:
    word, _, written = spelled(numbers).partition(" ")
    assert parse_weeks(written) == numbers
    assert (word == "week") == (len(numbers) == 1)


@given(st.frozensets(st.integers(1, 60), max_size=30))
def test_nothing_changes_between_the_turns_of_weeks(numbers: frozenset[int]) -> None:
    turns = set(Weeks(numbers).turns)
    for week in range(2, 62):
        changed = (week in numbers) != (week - 1 in numbers)
        assert (week in turns) == changed


@given(st.text("0123456789,-– to", min_size=1, max_size=12))
def test_no_weeks_raise_anything_but_unreadable(text: str) -> None:
    try:
        found = parse_weeks(text.strip() or "1")
    except Unreadable:
        return
    assert found and min(found) >= 1 and max(found) <= LONGEST
