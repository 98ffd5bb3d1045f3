"""What has no room on a page: margins that leave none, rows that are wider than there is."""

from pathlib import Path

import pytest
from sheets import LAYOUTS, exercise, labels, laid_out, lines_of, problems_of, width_of

from handouts.layout.load import Layouts
from handouts.layout.sheet import Sheet
from handouts.source.problem import Severity

HEAD = "layout: mine\nfor: exercise\n"
TWO = "blocks: [{block: text, of: summary, style: body}, {block: text, of: safety, style: body}]"
WORDS = exercise(
    "exercise: Plank\n"
    "summary: Some words that go on and on, so that they would need the whole of a line\n"
    "safety: Stop when it hurts, and then some more words that need the whole of a line\n"
    "execution: [Lie down.]\n"
)


@pytest.mark.parametrize("margins", ["300", "5 300", "400 20"])
def test_margins_that_leave_no_room_are_a_problem_with_their_place(
    margins: str, tmp_path: Path
) -> None:
    body = "body: [{block: text, of: summary, style: body}]"
    text = f"{HEAD}paper: {{letter: {{margins: {margins}}}}}\n{body}\n"
    (problem,) = problems_of(text, tmp_path)
    assert problem.code == "no-room"
    assert problem.place and (problem.place.line, problem.place.column) == (3, 18)


def test_a_row_that_is_wider_than_the_paper_is_told_of_once(tmp_path: Path) -> None:
    text = f"{HEAD}body:\n  - {{block: row, tracks: [300, 400], {TWO}}}\n"
    (problem,) = problems_of(text, tmp_path)
    assert problem.severity is Severity.WARNING
    assert problem.message == ("this row takes 700 points with its gaps; there are 540 on letter")
    assert problem.place and problem.place.line == 4


def test_a_row_that_is_wider_than_its_frame_is_told_of(tmp_path: Path) -> None:
    row = f"{{block: row, tracks: [270, 270], {TWO}}}"
    assert not problems_of(f"{HEAD}paper: {{a4: {{margins: 20}}}}\nbody: [{row}]\n", tmp_path)
    framed = f"{HEAD}body:\n  - {{block: frame, padding: 10, blocks: [{row}]}}\n"
    assert [each.code for each in problems_of(framed, tmp_path)] == ["row-width"]


@pytest.mark.parametrize("tracks", ["[300, 400]", "[80%, 500]", "[560, 1fr]", "[560, auto]"])
def test_nothing_of_a_row_that_is_too_wide_leaves_the_page(tracks: str, tmp_path: Path) -> None:
    text = f"{HEAD}body:\n  - {{block: row, gap: 20, tracks: {tracks}, {TWO}}}\n"
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    mine, problems = Layouts([tmp_path, LAYOUTS], labels()).load("mine")
    assert mine and [problem.code for problem in problems] == ["row-width"]
    pages = laid_out(Sheet(WORDS, labels()), chosen=mine).pages
    assert pages
    for page in pages.pages:
        ends = [line.x + width_of(line) for line in lines_of(page)]
        assert ends and max(ends) <= page.width - 36 + 0.01
