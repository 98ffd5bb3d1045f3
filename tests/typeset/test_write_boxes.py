"""Boxes to write in: how many, how they wrap, which are dashed, and what is drawn where none is."""

from dataclasses import replace

import pytest
from setting import box_of, environment, lines_of, place

from handouts.layout.block import WriteBoxes
from handouts.typeset.page import Path
from handouts.typeset.row import UNBOUNDED

SET = WriteBoxes(count=3, width=30.0, height=20.0, gap=4.0, line_gap=3.0)


def drawn(block: WriteBoxes, width: float = 400.0) -> dict[str, int]:
    """How many boxes, dashed boxes and dashes there are; all of it is decoration."""
    page, structure = place(box_of(block, width))
    assert not structure.kids and not lines_of(page)
    [decoration] = page.groups
    found = {"boxes": 0, "dashed": 0, "dashes": 0}
    for path in decoration.marks:
        assert isinstance(path, Path)
        letters = [letter for letter, *_ in path.segments]
        kind = "dashes" if "Z" not in letters else "dashed" if path.dash else "boxes"
        found[kind] += letters.count("M")
    return found


def size(block: WriteBoxes, width: float = 400.0) -> tuple[float, float]:
    box = box_of(block, width)
    return box.width, box.height


def test_boxes_stand_side_by_side_with_a_gap_between() -> None:
    assert size(SET) == (3 * 30 + 2 * 4, 20)
    assert size(SET, UNBOUNDED) == size(SET)
    assert drawn(SET) == {"boxes": 3, "dashed": 0, "dashes": 0}


def test_the_last_ones_are_dashed_where_they_need_not_be_used() -> None:
    assert drawn(replace(SET, optional=1)) == {"boxes": 2, "dashed": 1, "dashes": 0}
    assert drawn(replace(SET, optional=5)) == {"boxes": 0, "dashed": 3, "dashes": 0}


def test_a_line_that_is_not_full_ends_in_dashes_where_that_is_asked_for() -> None:
    assert drawn(replace(SET, columns=4, fill=True)) == {"boxes": 3, "dashed": 0, "dashes": 1}
    assert size(replace(SET, columns=4, fill=True)) == (4 * 30 + 3 * 4, 20)
    assert drawn(replace(SET, columns=4)) == {"boxes": 3, "dashed": 0, "dashes": 0}
    five = replace(SET, count=5, columns=4, fill=True)
    assert drawn(five) == {"boxes": 5, "dashed": 0, "dashes": 3}
    assert size(five) == (4 * 30 + 3 * 4, 2 * 20 + 3)


def test_boxes_that_the_width_has_no_room_for_stand_in_another_line() -> None:
    assert size(SET, 64) == (2 * 30 + 4, 2 * 20 + 3)
    assert size(SET, 63) == (30, 3 * 20 + 2 * 3)


def test_a_box_is_no_wider_than_there_is_room_for() -> None:
    assert size(SET, 5) == (5, 3 * 20 + 2 * 3)


def test_no_boxes_are_nothing_or_a_line_of_dashes() -> None:
    assert environment().measure(replace(SET, count=0), 400) is None
    assert drawn(replace(SET, count=0, columns=2, fill=True)) == {
        "boxes": 0,
        "dashed": 0,
        "dashes": 2,
    }


def test_there_is_a_square_to_tick_in_the_top_corner_of_each() -> None:
    page, _ = place(box_of(replace(SET, count=2, tick=True), 400), 100, 200)
    [path] = page.groups[0].marks
    assert isinstance(path, Path)
    lefts = [segment[1:] for segment in path.segments if segment[0] == "M"]
    _, first, _, second = lefts
    assert first == pytest.approx((103.375, 203.375))
    assert second == pytest.approx((137.375, 203.375))
