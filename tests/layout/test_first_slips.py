"""What people who write their first layout slip on: each is told by what they wrote."""

from pathlib import Path

import pytest
from sheets import problems_of

HEAD = "layout: mine\nfor: exercise\nextends: card\n"


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        ("tokens: {accent: red}", 4, "accent is a colour, and must stay one", '"#0B4A5B"'),
        ("tokens: {accent: #7A2E4D}", 4, "left out as a comment: #7A2E4D", '"#7A2E4D"'),
        ("styles: {cue: {colour: '#7A2E4D'}}", 4, "no colour is called #7A2E4D", "under tokens:"),
        ("paper: {a4: {margins: 5 inches}}", 4, "inches is no length", "0.5 in"),
        ("paper: {a4: {margins: left 30}}", 4, "left is no length", "5 mm"),
        ("change: {picture: {height: 25 %}}", 4, "height has a space in it: 25 %", "write 25%"),
        ("change: {notes: {gap: three}}", 4, "no token is called three", "write 3"),
        ("fit: [{leave out: disclaimer}]", 4, "disclaimer holds what no sheet leaves out", "never"),
        ("body:\n  - \t{block: space, height: 1}", 5, "a tab stands here", "write a space"),
        ("stile: {cue: {size: 12}}", 4, "unknown key stile", "did you mean styles?"),
        ("after: {tips: [{block: lines, name: tags}]}", 4, "two blocks are named tags", "another"),
        (
            "change: {mine: {when: no}}\nbody: [{block: lines, name: mine}]",
            4,
            "mine is a block of this layout itself; change is for what it extends",
            "in line 5",
        ),
        ("body: [{block: section, blocks: []}]", 4, "this section has no heading", "text:"),
        (
            "after: {tips: [{block: section, label: Ask me next time, blocks: []}]}",
            4,
            "no label is called Ask me next time",
            "text:",
        ),
    ],
)
def test_a_first_slip_is_told_once_in_its_writers_words(
    text: str, line: int, message: str, hint: str, tmp_path: Path
) -> None:
    found = [each for each in problems_of(f"{HEAD}{text}\n", tmp_path) if each.place]
    (problem,) = [each for each in found if each.place and each.place.line == line]
    assert message in problem.message
    assert hint in (problem.hint or "")


def test_a_layout_without_a_body_is_told_that_nothing_prints(tmp_path: Path) -> None:
    (problem,) = problems_of("layout: mine\nfor: exercise\n", tmp_path)
    assert problem.message == "this layout has no body: nothing prints"


def test_a_layout_that_is_not_called_what_its_file_is_gets_a_warning(tmp_path: Path) -> None:
    (problem,) = problems_of("layout: card\nextends: card\n", tmp_path, "doorway")
    assert (problem.code, problem.severity) == ("layout-name", "warning")
    assert problem.hint == "write layout: doorway"


_TWICE = """layout: mine
for: exercise
body:
  - {block: steps, name: brief, of: execution, say: leads}
  - block: stack
    name: full
    when: setup or execution
    blocks: [{block: steps, name: every, of: execution}]
fit: [{leave out: NAMES}]
"""


def test_what_another_block_shows_whatever_happens_may_be_left_out(tmp_path: Path) -> None:
    text = _TWICE.replace("    when: setup or execution\n", "")
    assert problems_of(text.replace("NAMES", "brief"), tmp_path) == []
    assert problems_of(text.replace("NAMES", "full"), tmp_path) == []


@pytest.mark.parametrize("names", ["brief", "[brief, full]", "[brief, every]"])
def test_what_others_show_only_sometimes_may_not_be_left_out(names: str, tmp_path: Path) -> None:
    found = problems_of(_TWICE.replace("NAMES", names), tmp_path)
    assert {each.code for each in found} == {"protected"}
