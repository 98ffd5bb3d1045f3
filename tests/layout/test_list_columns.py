"""Lists in so many columns, discs that do not touch, and boxes by day as wide as they need be."""

from itertools import pairwise
from pathlib import Path

import pytest
from sheets import exercise, labels, laid_out, layout_of, lines_of

from handouts.layout.sheet import Sheet
from handouts.typeset.page import Line

HEAD = "layout: mine\nfor: exercise\nheader: []\nbody: "
SIX = exercise(
    "exercise: Plank\nsafety: Stop when it hurts.\n"
    "execution: [One., Two., Three., Four., Five., Six.]\n"
)


def lines(text: str, folder: Path) -> list[Line]:
    """The lines of the first page: the cues, their numbers, and what is always there."""
    pages = laid_out(Sheet(SIX, labels()), chosen=layout_of(HEAD + text, folder)).pages
    assert pages
    return list(lines_of(pages.pages[0]))


def starts_of_columns(text: str, folder: Path) -> list[float]:
    words = ("One.", "Two.", "Three.", "Four.", "Five.", "Six.")
    found = [line for line in lines(text, folder) if line.words[0].text in words]
    assert len(found) == len(words)
    return sorted({round(line.x) for line in found})


@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_a_list_stands_in_as_many_columns_as_are_asked_for(count: int, tmp_path: Path) -> None:
    steps = f"[{{block: steps, of: execution, columns: {count}}}]\n"
    assert len(starts_of_columns(steps, tmp_path)) == count


@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_list_alone_in_columns_is_divided_among_them(count: int, tmp_path: Path) -> None:
    columns = f"[{{block: columns, count: {count}, blocks: [{{block: steps, of: execution}}]}}]\n"
    assert len(starts_of_columns(columns, tmp_path)) == count


def test_discs_of_cues_of_one_line_do_not_touch(tmp_path: Path) -> None:
    numbers = [
        line.y
        for line in lines("[{block: steps, of: execution, columns: 1}]\n", tmp_path)
        if line.words[0].text in "123456"
    ]
    assert len(numbers) == 6
    assert all(below - above > 15 for above, below in pairwise(numbers))


def test_boxes_by_day_are_as_wide_as_the_longest_name_of_a_day(tmp_path: Path) -> None:
    inner = "[{block: day boxes}, {block: space, height: 5}]"
    found = lines(f"[{{block: row, tracks: [auto, 1fr], blocks: {inner}}}]\n", tmp_path)
    days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert [word for line in found for word in [line.words[0].text] if word in days] == days
