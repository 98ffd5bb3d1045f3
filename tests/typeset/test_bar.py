"""Bars of a chart: how high, where they stand, and where their labels are."""

from dataclasses import replace

import pytest
from setting import box_of, line_width, lines_of, place, text

from handouts.layout.block import Bar
from handouts.typeset.page import Page, Path

BAR = Bar(low=0.5, high=0.8, height=100.0, label=text("54"), breadth=0.5)
LABEL = 14.0 + 2.0


def spans(page: Page) -> list[tuple[bool, float, float, float, float]]:
    """For each path whether it is solid, its left, top, right and bottom."""
    found = []
    for path in page.groups[0].marks:
        assert isinstance(path, Path)
        xs = [x for _, *numbers in path.segments for x in numbers[::2]]
        ys = [y for _, *numbers in path.segments for y in numbers[1::2]]
        found.append((path.fill is not None, min(xs), min(ys), max(xs), max(ys)))
    return found


def test_a_bar_is_solid_to_its_low_end_and_outlined_to_its_high_one() -> None:
    box = box_of(BAR, 80)
    assert (box.width, box.height) == (80, 100 + LABEL)
    page, _ = place(box, 10, 20)
    foot = 20 + 100 + LABEL
    assert spans(page) == [
        pytest.approx((True, 30, foot - 50, 70, foot)),
        pytest.approx((False, 30.5, foot - 79.5, 69.5, foot - 50)),
    ]


def test_its_label_stands_in_the_middle_above_it_and_is_read() -> None:
    page, structure = place(box_of(BAR, 80), 10, 0)
    [line] = lines_of(page)
    assert line.x + line_width(line) / 2 == pytest.approx(50)
    assert line.y < 100 + LABEL - 80 - 2
    assert len(structure.kids) == 1


def test_a_label_that_is_centred_anyway_is_not_moved_twice() -> None:
    styled = replace(BAR, label=text("54", "centred"))
    box = box_of(styled, 80)
    [line] = lines_of(place(box)[0])
    assert line.x + line_width(line) / 2 == pytest.approx(40)


@pytest.mark.parametrize(("low", "high", "marks"), [(0, 0, 0), (1, 1, 1), (0, 1, 1), (0.5, 0, 1)])
def test_what_has_no_height_is_not_drawn(low: float, high: float, marks: int) -> None:
    page, _ = place(box_of(replace(BAR, low=low, high=high, label=None), 80))
    assert len(page.groups[0].marks) == marks
    assert all(0 <= top <= bottom <= 100 for _, _, top, _, bottom in spans(page))


def test_a_bar_without_bounds_is_as_wide_as_its_label() -> None:
    assert box_of(BAR, 1e6).width == box_of(text("54"), 1e6).width
    assert box_of(replace(BAR, label=None), 1e6).width > 0
