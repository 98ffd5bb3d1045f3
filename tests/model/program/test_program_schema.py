"""The schema of programs says what their reader does, and refuses what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from handouts.model.program.file import PROGRAM
from handouts.model.program.progression import PROGRESSION
from handouts.model.program.weeks import WEEKS
from handouts.model.schema import schema
from handouts.source.yaml import parse

SCHEMA = schema("program")
EDITOR = Draft202012Validator(SCHEMA)
FILES = sorted((Path(__file__).parents[3] / "data" / "programs").glob("*.yaml"))
LEAST = "program: X\nweeks: 8\n"


def reads(source: str) -> bool:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None
    return PROGRAM.read(node, problems) is not None


def refused(source: str) -> list[str]:
    return [error.message for error in EDITOR.iter_errors(pyyaml.safe_load(source))]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_editor_finds_nothing_wrong_with_a_program_that_ships(path: Path) -> None:
    assert refused(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "more",
    [
        "work: [{do: Walk}]",
        "work: [{exercise: a, as: B, goal: c, sets: 3, reps: {1: 5, 2-8: '12, 10, 8'}}]",
        "work: [{exercise: a, weeks: '1-2, 5', load: 75% TM, max: b}]\ntraining_max: 90%",
        "work: [{exercise: a, weeks: [1, 3-4], progression: +2.5 kg each session}]",
        "work: [{superset: [{do: A}, {exercise: b}], rest: 60 s, weeks: 1}]",
        "work: [{repeat: {for: 20 min, work: [{do: A}], rest: 0 s}, weeks: 2}]",
        "sessions: [{session: A, days: {1: Mon, 2-8: [Mon, tue]}, work: [{do: A}], cool-down: []}]",
        "work: [{do: A}]\nper_week: {1: 1, 2-8: 3}",
        "work: [{do: A}]\nweek: 9 days\ndays: [1, 4]\ncycles: 2\nstart: '2027-01-04'",
        "work: [{do: A}]\nround: [2.5 kg, 5 lb]\ncards: true\ntrack: bests\ndeload: 4",
        "alternate: [A]\nper_week: 3\nsessions: [{session: A, work: [{do: A}]}]",
    ],
)
def test_what_the_reader_takes_the_schema_takes(more: str) -> None:
    assert reads(LEAST + more)
    assert refused(LEAST + more) == []


@pytest.mark.parametrize(
    "more",
    [
        "",
        "work: [{sets: 3}]",
        "work: [{exercise: a, do: b}]",
        "work: [{exercise: a, reps: {one: 5}}]",
        "work: [{exercise: a, reps: {}}]",
        "work: [{exercise: a, progression: when it feels easy}]",
        "work: [{superset: []}]",
        "work: [{superset: [{repeat: {rounds: 2, work: [{do: A}]}}]}]",
        "work: [{repeat: {rounds: 2}}]",
        "work: [{do: A, goal: b}]",
        "work: [{do: A}]\nper_week: often",
        "work: [{do: A}]\ndays: [M]",
        "work: [{do: A}]\nstart: tomorrow",
        "work: [{do: A}]\ntraining_max: 90",
        "work: [{do: A}]\nround: 2.5",
        "work: [{do: A}]\nphases: [{name: A}]",
        "work: [{do: A}]\nharder: [b]",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(more: str) -> None:
    assert not reads(LEAST + more)
    assert refused(LEAST + more)


@given(st.text("0123456789-– ,to", min_size=1, max_size=10))
def test_no_weeks_that_can_be_read_are_refused_in_the_editor(text: str) -> None:
    node, problems = parse(f"'{text}'".encode(), "f.yaml")
    assert node is not None
    if WEEKS.read(node, problems) is not None:
        assert list(Draft202012Validator(WEEKS.schema({})).iter_errors(text.strip())) == []


@given(st.text("+-0123456789. kgrepsttimeuntilchweah,n%TM", min_size=1, max_size=40))
def test_no_rule_that_can_be_read_is_refused_in_the_editor(text: str) -> None:
    node, problems = parse(f"'{text}'".encode(), "f.yaml")
    assert node is not None
    if PROGRESSION.read(node, problems) is not None:
        assert list(Draft202012Validator(PROGRESSION.schema({})).iter_errors(text.strip())) == []
