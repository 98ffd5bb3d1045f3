"""JSON Schemas: they say what the reader does, and the files that ship are not stale."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from posing import BRIDGE, CURL, PUSH_UP

from handouts.figure.read import FIGURE
from handouts.model.dose import DOSE
from handouts.model.schema import KINDS, SHAPES, schema
from handouts.source.yaml import parse

DATA = Path(__file__).parents[2] / "data"
EXERCISE = Draft202012Validator(schema("exercise"))
ONE_DOSE = Draft202012Validator({"$ref": "#/$defs/dose", "$defs": schema("exercise")["$defs"]})

FILES = sorted(path for path in (DATA / "exercises").glob("*.yaml") if "." not in path.stem)

LEAST = "exercise: Squat\nexecution: [Stand up.]\n"


def reads(kind: str, source: str) -> bool:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None
    return SHAPES[kind][0].read(node, problems, "this") is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_a_schema(kind: str) -> None:
    Draft202012Validator.check_schema(schema(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_says_what_it_is_for(kind: str) -> None:
    properties = schema(kind)["properties"]
    assert isinstance(properties, dict) and len(properties) > 5
    assert all(len(entry["description"]) > 8 for entry in properties.values())


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_that_ships_is_the_one_we_make(kind: str) -> None:
    shipped = (DATA / "schemas" / f"{kind}.schema.json").read_text("utf-8")
    assert shipped == json.dumps(schema(kind), indent=2) + "\n"


@pytest.mark.parametrize(
    "more",
    [
        "",
        "tips:\n",
        "level: advanced",
        "category: 12",
        "tags: one",
        "tags: [one, 2]",
        "muscles: {primary: quads}",
        "setup: [{a: b}, c]",
        "goals: {strength: {sets: 3, reps: 5+, load: 75% TM, side: each}}",
        "goals: {strength: {sets: 3, reps: '12, 10, 8', hold: max, rest: 0 s}}",
        "picture: [a.jpg, {file: b.jpg, steps: [1, 2-3]}]",
        "pain: {stop: 5, source: x}",
        "video: https://example.org",
        "figure: {frames: []}",
    ],
)
def test_what_the_reader_takes_the_schema_takes(more: str) -> None:
    source = LEAST + more
    assert reads("exercise", source)
    assert list(EXERCISE.iter_errors(pyyaml.safe_load(source))) == []


@pytest.mark.parametrize(
    "more",
    [
        "tip: [a]",
        "level: easy",
        "tips: a",
        "summary: [a]",
        "muscles: [quads]",
        "setup: [{a: b, c: d}]",
        "faq: [Why]",
        "goals: {strength: 3}",
        "goals: {strength: {}}",
        "goals: {strength: {reps: many}}",
        "goals: {strength: {hold: 30}}",
        "goals: {strength: {load: 20}}",
        "goals: {strength: {side: both}}",
        "goals: {strength: {frequency: often}}",
        "picture: {caption: a}",
        "picture: //server/a.jpg",
        "pain: {stop: 5}",
        "pain: {stop: 11, source: x}",
        "video: example.org",
        "lang: English language",
        f"category: {'x' * 81}",
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(more: str) -> None:
    source = LEAST + more
    assert not reads("exercise", source)
    assert list(EXERCISE.iter_errors(pyyaml.safe_load(source)))


@pytest.mark.parametrize("source", ["exercise: x\n", "execution: [a]\n", "[]\n"])
def test_both_ask_for_a_name_and_something_to_do(source: str) -> None:
    assert not reads("exercise", source)
    assert list(EXERCISE.iter_errors(pyyaml.safe_load(source)))


@pytest.mark.parametrize("key", ["sets", "reps", "hold", "tempo", "load", "effort", "frequency"])
@given(text=st.text("0123456789.,-–+ %½xXkgsminRPEtoax/dayTM", min_size=1, max_size=16))
@example(text="1+,1")
@example(text="1 ,1")
def test_no_dose_that_can_be_read_is_refused_in_the_editor(key: str, text: str) -> None:
    node, problems = parse(f"{key}: '{text}'".encode(), "f.yaml")
    assert node is not None
    if DOSE.read(node, problems) is not None:
        assert list(ONE_DOSE.iter_errors({key: text.strip()})) == []


def wrong_in_the_editor(figure: str) -> list[str]:
    exercise = {**pyyaml.safe_load(LEAST), "figure": pyyaml.safe_load(figure)}
    return [error.message for error in EXERCISE.iter_errors(exercise)]


@pytest.mark.parametrize("figure", [CURL, PUSH_UP, BRIDGE])
def test_a_figure_that_can_be_read_is_not_refused_in_the_editor(figure: str) -> None:
    assert wrong_in_the_editor(figure) == []


@pytest.mark.parametrize(
    "figure",
    [
        "standing",
        "{muscles: [quads]}",
        "{frames: {stance: standing}}",
        "{frames: [{stance: standig}]}",
        "{frames: [{kne: 90}]}",
        "{frames: [{knee: bent}]}",
        "{frames: [{left: {spine: 10}}]}",
        "{frames: [{steps: one}]}",
        "{frames: [{}], equipment: [sofa]}",
        "{frames: [{}], equipment: [{under: feet}]}",
    ],
)
def test_the_editor_holds_a_figure_to_the_grammar_of_poses(figure: str) -> None:
    node, problems = parse(figure.encode(), "f.yaml")
    assert node is not None
    assert FIGURE.read(node, problems, "figure") is None
    assert wrong_in_the_editor(figure)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_editor_finds_nothing_wrong_with_an_exercise_that_ships(path: Path) -> None:
    exercise = pyyaml.safe_load(path.read_text("utf-8"))
    assert [error.message for error in EXERCISE.iter_errors(exercise)] == []


def test_the_grammar_of_poses_is_loaded_for_the_schema_alone() -> None:
    code = (
        "import sys, handouts.model.schema as model; grammar = 'handouts.figure.grammar'; "
        "print(grammar in sys.modules, model.schema('exercise') and grammar in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True"]
