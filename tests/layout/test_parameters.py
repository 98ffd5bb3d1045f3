"""Parameters: what a layout leaves open is filled in before it is read."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sheets import LAYOUTS, labels

from handouts.layout.load import Layouts
from handouts.layout.parameter import Parameter, used, with_values
from handouts.layout.schema import schema
from handouts.layout.spec import Layout
from handouts.source.problem import Problem

MINE = """\
layout: mine
for: exercise
parameters:
  columns: {default: 2, values: [1, 2, 3], about: How many columns.}
  lines: {default: 3, least: 1, most: 9}
  edge: {default: 9 mm}
  faq: {default: yes, values: [yes, no]}
paper: {letter: {margins: $edge}}
pages: at most $columns
body:
  - {block: lines, count: $lines, pitch: 20, most: $lines}
  - {block: faq, of: faq, when: $faq}
"""


def load(text: str, folder: Path, **chosen: str) -> tuple[Layout | None, list[Problem]]:
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    return Layouts([folder, LAYOUTS], labels(), chosen=chosen).load("mine")


def loaded(text: str, folder: Path, **chosen: str) -> Layout:
    layout, problems = load(text, folder, **chosen)
    assert layout is not None and not problems, problems
    return layout


def test_a_parameter_has_its_default_unless_it_is_set(tmp_path: Path) -> None:
    assert loaded(MINE, tmp_path).most_pages == 2
    assert loaded(MINE, tmp_path, columns="3").most_pages == 3


def test_a_parameter_stands_for_text_of_any_kind(tmp_path: Path) -> None:
    layout = loaded(MINE, tmp_path, edge="1 in", lines="5")
    assert layout.papers["letter"].margins == (72, 72, 72, 72)
    assert "count=5" in repr(layout.body[0])


def test_a_condition_can_be_a_parameter(tmp_path: Path) -> None:
    [yes], [no] = (loaded(MINE, tmp_path, faq=word).body[1].when for word in ("yes", "no"))
    assert (yes.paths, yes.wanted, no.wanted) == ((), False, True)


def test_a_child_changes_a_default_and_keeps_what_is_offered(tmp_path: Path) -> None:
    (tmp_path / "first.yaml").write_text(MINE.replace("mine", "first"), encoding="utf-8")
    child = "layout: mine\nfor: exercise\nextends: first\nparameters: {columns: {default: 1}}\n"
    layout = loaded(child, tmp_path)
    assert layout.most_pages == 1
    assert layout.parameters["columns"] == Parameter(
        default="1", values=("1", "2", "3"), about="How many columns."
    )
    _, [problem] = load(child.replace("default: 1", "default: 4"), tmp_path)
    assert problem.place and (problem.place.line, problem.place.column) == (4, 33)


def test_what_a_part_leaves_open_its_whole_leaves_open(tmp_path: Path) -> None:
    (tmp_path / "first.yaml").write_text(MINE.replace("mine", "first"), encoding="utf-8")
    whole = loaded("layout: mine\nfor: exercise\nparts: [first]\n", tmp_path, columns="3")
    assert set(whole.parameters) == {"columns", "lines", "edge", "faq"}
    assert whole.parts[0].most_pages == 3


@pytest.mark.parametrize(
    ("name", "value", "hint"),
    [
        ("columns", "4", "it can be 1, 2 or 3"),
        ("lines", "10", "it can be a whole number from 1 to 9"),
        ("lines", "two", "it can be a whole number from 1 to 9"),
        ("faq", "maybe", "it can be yes or no"),
    ],
)
def test_a_value_that_is_not_offered_is_the_one_problem(
    name: str, value: str, hint: str, tmp_path: Path
) -> None:
    layout, [problem] = load(MINE, tmp_path, **{name: value})
    assert layout is None
    assert (problem.code, problem.place, problem.hint) == ("parameter-value", None, hint)
    assert problem.message == f"{name} cannot be {value}"


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "column"),
    [
        ("at most $columns", "at most $colums", "unknown-parameter", 9, 16),
        ("margins: $edge", "margins: $egde", "unknown-parameter", 8, 27),
        ("default: 2,", "default: 7,", "parameter-value", 4, 22),
        ("default: 2,", "defualt: 2,", "unknown-key", 4, 13),
        ("default: 9 mm", "default: 9miles", "value", 8, 27),
        ("least: 1", "least: one", "value", 5, 30),
        ("  columns:", "  Columns:", "value", 4, 3),
    ],
)
def test_a_slip_in_a_parameter_has_its_place(
    old: str, new: str, code: str, line: int, column: int, tmp_path: Path
) -> None:
    _, found = load(MINE.replace(old, new), tmp_path)
    assert (code, line, column) in [
        (each.code, each.place.line, each.place.column) for each in found if each.place
    ]
    if old != "  columns:":
        assert len(found) == 1
    assert all(each.hint for each in found if each.code == "unknown-parameter")


def test_a_name_that_a_layout_does_not_declare_is_not_filled_in(tmp_path: Path) -> None:
    _, [problem] = load("layout: mine\npages: at most $columns\n", tmp_path, columns="2")
    assert problem.code == "unknown-parameter"
    assert problem.hint is not None and "under parameters:" in problem.hint


def test_editors_take_a_parameter_wherever_text_has_a_form() -> None:
    validator = Draft202012Validator(schema())
    text = MINE.replace("yes", "always").replace("no]", "never]")
    assert not list(validator.iter_errors(yaml.safe_load(text)))
    assert list(validator.iter_errors(yaml.safe_load(text.replace("$columns", "columns"))))


TEXTS = st.text("abc$-1 ", max_size=20).filter(lambda text: "$$" not in text)


@given(TEXTS, st.dictionaries(st.sampled_from("abc"), st.text("x1")))
def test_no_name_is_left_and_text_without_names_stays(text: str, values: dict[str, str]) -> None:
    filled = with_values(text, values)
    if not used(text):
        assert filled == text
    assert not used(filled)
