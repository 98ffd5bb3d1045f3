"""How large drawn figures are: as there is room, or no larger than a layout's people are to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from setting import box_of

from handouts.figure.drawing import Drawing, Strip, StripFrame
from handouts.figure.palette import palette
from handouts.layout.block import Figure
from handouts.typeset.picturing import FigureBox

UNITS = 10
"""To a centimetre."""


def set_figure(width: int, height: int, most: float, scale: float | None = None) -> FigureBox:
    """Set a figure of one frame, its size in centimetres, on a column of 500 points."""
    frame = StripFrame(Drawing((), width * UNITS, height * UNITS, UNITS), height * UNITS, 0)
    block = Figure(
        strip=Strip((frame,), True, "A figure"),
        palette=palette("colour", "plain"),
        height=most,
        scale=scale,
        captions=(None,),
    )
    box = box_of(block, 500)
    assert isinstance(box, FigureBox)
    return box


@pytest.mark.parametrize("most", [100, 250, 500])
def test_a_figure_is_as_high_as_its_layout_lets_it_be(most: float) -> None:
    assert set_figure(60, 170, most).height == pytest.approx(most)


def test_a_figure_grows_no_wider_than_its_column() -> None:
    box = set_figure(200, 50, 400)
    assert box.width == pytest.approx(500)
    assert box.height == pytest.approx(125)


@given(st.integers(20, 250), st.integers(20, 250), st.floats(20, 700), st.floats(0.2, 4))
def test_no_figure_is_drawn_larger_than_people_are_to_be(
    width: int, height: int, most: float, scale: float
) -> None:
    free, capped = set_figure(width, height, most), set_figure(width, height, most, scale)
    expected = min(free.arrangement.scale, scale)
    assert capped.arrangement.scale == pytest.approx(expected)
