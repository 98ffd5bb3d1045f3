"""What a layout holds that prints nothing, or prints small."""

from pathlib import Path

import pytest
from sheets import LAYOUTS, labels, layouts

from handouts.layout.load import Layouts
from handouts.preflight.layouts import look_at_layout
from handouts.source.problem import Problem, Severity

MINE = "layout: mine\nfor: exercise\npages: exactly 1\n"
BODY = "body: [{block: steps, of: execution}]\n"


def _found(text: str, folder: Path, heir: str | None = None) -> list[Problem]:
    """What is wrong with a layout that stands beside our own, and may be extended by an heir."""
    (folder / "mine.yaml").write_text(MINE + text, encoding="utf-8")
    if heir:
        (folder / "heir.yaml").write_text(heir, encoding="utf-8")
    return look_at_layout("mine", Layouts([folder, LAYOUTS], labels()))


@pytest.mark.parametrize("name", layouts().names())
def test_our_own_layouts_have_nothing_to_mend(name: str) -> None:
    assert look_at_layout(name, layouts()) == []


def test_a_layout_that_cannot_be_read_has_its_errors_alone(tmp_path: Path) -> None:
    found = _found("tokens: {wide: 3}\nbody: [{block: stepps}]\n", tmp_path)
    assert [problem.code for problem in found] == ["unknown-block"]


def test_a_token_and_a_style_of_its_own_that_nothing_uses_are_told(tmp_path: Path) -> None:
    text = "tokens: {wide: 3}\nstyles: {shout: {size: 20, leading: 24}}\n"
    found = _found(text + BODY, tmp_path)
    assert [(problem.code, problem.place and problem.place.line) for problem in found] == [
        ("unused-name", 4),
        ("unused-name", 5),
    ]
    assert found[0].severity is Severity.WARNING


def test_what_it_uses_or_changes_is_not_told(tmp_path: Path) -> None:
    text = "tokens: {wide: 3, cue-gap: 9}\nbody: [{block: steps, of: execution, gap: wide}]\n"
    assert _found(text, tmp_path) == []


def test_what_an_heir_uses_is_used(tmp_path: Path) -> None:
    heir = "layout: heir\nextends: mine\nbody: [{block: steps, of: execution, gap: wide}]\n"
    assert _found("tokens: {wide: 3}\n" + BODY, tmp_path, heir) == []


@pytest.mark.parametrize(
    ("block", "why"),
    [
        ("{block: steps, of: setup, when: [faq, not faq]}", "faq would have to be there"),
        ("{block: steps, of: setup, when: not setup}", "it stands where there is no setup"),
        ("{block: stack, when: not faq, blocks: [{block: steps, of: faq}]}", "there is no faq"),
        ("{block: steps, of: setup, instead of: execution}", "no step of fit leaves out execution"),
    ],
)
def test_a_block_that_never_prints_is_told_with_the_reason(
    block: str, why: str, tmp_path: Path
) -> None:
    text = f"body:\n  - {{block: steps, name: execution, of: execution}}\n  - {block}\n"
    [problem] = _found(text, tmp_path)
    assert problem.code == "never-printed" and why in problem.message
    assert problem.place and problem.place.line == 6


def test_a_block_that_stands_in_for_what_may_be_left_out_prints(tmp_path: Path) -> None:
    text = """\
body:
  - {block: text, name: long, of: summary, style: body, priority: 1}
  - {block: text, of: category, style: body, instead of: long}
fit: [leave out: priority 1]
"""
    assert _found(text, tmp_path) == []


def test_a_block_written_once_for_two_places_prints_if_it_does_in_one(tmp_path: Path) -> None:
    text = """\
body:
  - block: stack
    when: faq
    blocks: &both
      - {block: steps, of: faq}
  - block: stack
    when: not faq
    blocks: *both
"""
    assert _found(text, tmp_path) == []


def test_cues_that_a_layout_sets_small_are_told_where_it_says_so(tmp_path: Path) -> None:
    [problem] = _found(BODY + "styles: {cue: {size: 9.6, leading: 12}}\n", tmp_path)
    assert problem.code == "small-type"
    assert problem.message == "style cue sets cues and running text in 9.6 points"
    assert problem.place and problem.place.line == 5


def test_a_slip_in_the_name_of_a_token_is_told_once_with_what_was_meant(tmp_path: Path) -> None:
    [problem] = _found("extends: card\ntokens: {section-gp: 10}\n", tmp_path)
    assert (problem.code, problem.hint) == ("unused-name", "did you mean section-gap?")


def test_what_the_hint_of_too_small_a_size_says_is_large_enough(tmp_path: Path) -> None:
    text = "extends: card\nstyles: {cue: {size: 8, leading: 11}}\n"
    [problem] = _found(text, tmp_path)
    assert (problem.code, problem.hint) == ("type-floor", "write 10 or more")
    assert _found(text.replace("size: 8, leading: 11", "size: 10, leading: 13"), tmp_path) == []
