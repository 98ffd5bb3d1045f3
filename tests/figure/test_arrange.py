from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.figure.arrange import Arrangement, Room, arrange
from handouts.figure.drawing import Drawing, Strip, StripFrame


def strip(*sizes: tuple[int, int], floor_line: bool = True) -> Strip:
    """Frames of some widths and heights in centimetres, floors at their bottoms."""
    frames = tuple(
        StripFrame(Drawing((), width * 10, height * 10, 10), height * 10, -10 * index)
        for index, (width, height) in enumerate(sizes)
    )
    return Strip(frames, floor_line, "")


def rows(arrangement: Arrangement) -> int:
    return len({frame.caption_y for frame in arrangement.frames})


def test_narrow_frames_stand_in_a_row_on_one_floor() -> None:
    made = arrange(strip((50, 170), (70, 120)), Room(300, 150, [40, 40], 12))
    assert rows(made) == 1
    assert {frame.y + frame.height for frame in made.frames} == {made.floors[0].y}


def test_long_frames_are_stacked() -> None:
    made = arrange(strip((200, 40), (200, 40)), Room(130, 110, [40, 40], 10))
    assert rows(made) == 2


def test_stacked_frames_keep_their_fixed_point_in_one_line() -> None:
    made = arrange(strip((200, 40), (200, 40)), Room(130, 110, [40, 40], 10))
    first, second = made.frames
    assert first.x - second.x == pytest.approx(1 * made.scale)


def test_three_frames_may_stand_two_above_one() -> None:
    made = arrange(strip((90, 80), (110, 80), (120, 60)), Room(128, 100, [20, 20, 20], 8))
    assert rows(made) == 2
    assert made.frames[0].caption_y == made.frames[1].caption_y < made.frames[2].caption_y


def test_spare_width_goes_between_frames_up_to_a_limit() -> None:
    made = arrange(strip((50, 170), (50, 170)), Room(900, 100, [10, 10]))
    first, second = made.frames
    assert second.x - (first.x + first.width) == pytest.approx(64)


def test_a_wide_caption_has_its_own_room() -> None:
    made = arrange(strip((30, 170), (30, 170)), Room(300, 100, [120, 60]))
    first, second = made.frames
    assert second.x - first.x >= 120 + 14


def test_drawings_stand_evenly_whatever_their_captions() -> None:
    made = arrange(strip((30, 170), (30, 170), (30, 170)), Room(400, 100, [100, 20, 60]))
    first, second, third = (frame.x for frame in made.frames)
    assert second - first == pytest.approx(third - second)
    assert second - first >= 100 + 14


def test_where_all_cannot_stand_evenly_a_wide_caption_alone_has_more_room() -> None:
    made = arrange(strip((30, 170), (30, 170), (30, 170)), Room(260, 100, [150, 20, 20]))
    first, second, third = made.frames
    assert second.x - first.x == pytest.approx(150 + 14)
    assert third.x > second.x + second.width
    assert third.x + max(third.width, 20) == pytest.approx(260)


def test_a_mat_needs_no_floor_line() -> None:
    assert not arrange(strip((50, 50), floor_line=False), Room(100, 100, [10])).floors


def test_the_outline_grows_with_the_figure_within_limits() -> None:
    thin, thick = (arrange(strip((50, 170)), Room(300, height, [10])) for height in (20, 178))
    assert thin.line_width == 0.42
    assert thick.line_width == pytest.approx(0.52 * thick.scale + 0.28)


sizes = st.lists(st.tuples(st.integers(20, 250), st.integers(20, 220)), min_size=1, max_size=6)


@given(sizes, st.floats(150, 600), st.floats(120, 300), st.floats(0, 20))
def test_nothing_leaves_the_room(
    frames: list[tuple[int, int]], width: float, height: float, caption: float
) -> None:
    room = Room(width, height, [width / 12] * len(frames), caption)
    made = arrange(strip(*frames), room)
    assert len(made.frames) == len(frames)
    assert made.height <= height + 1e-6
    for frame in made.frames:
        assert frame.x >= -1e-6
        assert frame.x + frame.width <= width + 1e-6
        assert frame.y >= -1e-6
        assert frame.caption_y + caption <= made.height + 1e-6
