from __future__ import annotations

import math
import re

import pytest
from posing import BRIDGE, CURL, PUSH_UP, figure

from handouts.figure.draw import draw
from handouts.figure.drawing import Drawing, Strip
from handouts.figure.palette import palette

RUN = r"M \d+ \d+( (L \d+ \d+|C( \d+){6}))*( Z)?"
PATH = re.compile(f"{RUN}( {RUN})*")


@pytest.fixture(scope="module")
def curl() -> Strip:
    return draw(figure(CURL))


def test_the_same_figure_gives_the_same_strip(curl: Strip) -> None:
    assert draw(figure(CURL)) == curl


def test_paths_are_integers_inside_the_drawing(curl: Strip) -> None:
    for frame in curl.frames:
        drawing = frame.drawing
        for shape in drawing.shapes:
            assert PATH.fullmatch(shape.path), shape.path[:80]
            numbers = [int(n) for n in re.findall(r"\d+", shape.path)]
            assert max(numbers) <= max(drawing.width, drawing.height)


def test_every_colour_is_in_the_palette(curl: Strip) -> None:
    named = {shape.fill or shape.stroke for frame in curl.frames for shape in frame.drawing.shapes}
    assert {"skin", "shirt", "shorts", "muscle", "ink", "arrow", "accent"} <= named
    assert named <= palette().keys()


def test_a_shape_is_filled_or_stroked(curl: Strip) -> None:
    for shape in curl.frames[0].drawing.shapes:
        assert (shape.fill is None) != (shape.stroke is None)


def test_fills_come_before_lines(curl: Strip) -> None:
    for frame in curl.frames:
        stroked = [shape.stroke is not None for shape in frame.drawing.shapes]
        assert stroked == sorted(stroked)


def test_frames_carry_captions_and_steps(curl: Strip) -> None:
    assert [frame.caption for frame in curl.frames] == [
        "Start tall",
        "Lower in one line",
        "Touch lightly",
    ]
    assert [len(frame.steps) for frame in curl.frames] == [2, 1, 1]


def test_feet_and_equipment_stand_near_the_floor_line(curl: Strip) -> None:
    for frame in curl.frames:
        below = frame.drawing.height - frame.floor
        assert 0 <= below <= 4 * frame.drawing.units


def colours(drawing: Drawing) -> list[str | None]:
    return [shape.fill for shape in drawing.shapes]


def test_an_arrow_stands_in_the_frame_that_it_leads_to(curl: Strip) -> None:
    assert ["arrow" in colours(frame.drawing) for frame in curl.frames] == [False, True, True]


def test_arrows_keep_clear_of_the_body() -> None:
    for text in (CURL, PUSH_UP, BRIDGE):
        for frame in draw(figure(text)).frames:
            arrows = [shape.path for shape in frame.drawing.shapes if shape.fill == "arrow"]
            for arrow in arrows:
                tip = _points(arrow)
                for shape in frame.drawing.shapes:
                    if shape.stroke == "ink":
                        assert _nearest(tip, _points(shape.path)) > frame.drawing.units


def _points(path: str) -> list[tuple[int, int]]:
    pairs = re.findall(r"(-?\d+) (-?\d+)(?= [MLCZ]|$)", path)
    return [(int(x), int(y)) for x, y in pairs]


def _nearest(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> float:
    return min(math.dist(a, b) for a in one for b in other)


def test_a_whole_mat_takes_the_place_of_the_floor_line() -> None:
    assert draw(figure(PUSH_UP)).floor_line
    assert not draw(figure(BRIDGE)).floor_line


def test_a_crop_to_the_legs_leaves_out_the_head() -> None:
    whole = draw(figure("{frames: [{stance: standing}]}")).frames[0].drawing
    legs = draw(figure("{crop: legs, frames: [{stance: standing}]}")).frames[0].drawing
    assert "hair" in colours(whole)
    assert "hair" not in colours(legs)
    assert legs.height < whole.height * 0.65


def test_holes_are_wound_against_what_they_are_in() -> None:
    seated = "{equipment: [wheelchair], frames: [{stance: sitting, touch: {seat: wheelchair}}]}"
    (frame,) = draw(figure(seated)).frames
    filled = [shape.path for shape in frame.drawing.shapes if shape.fill == "prop-dark"]
    wheels = [path for path in filled if path.count("M") > 1]
    assert len(wheels) == 4
    for wheel in wheels:
        outer, *holes = [_points(f"M{part}") for part in wheel.split("M") if part]
        assert all(_turn(hole) * _turn(outer) < 0 for hole in holes)


def _turn(points: list[tuple[int, int]]) -> int:
    """Twice the area, its sign the way round."""
    around = zip(points, points[1:] + points[:1], strict=True)
    return sum(x * v - u * y for (x, y), (u, v) in around)


def test_the_second_body_is_drawn_differently() -> None:
    first = draw(figure("{frames: [{}]}"))
    second = draw(figure("{body: long-hair, frames: [{}]}"))
    assert first.frames[0].drawing != second.frames[0].drawing


def test_a_figure_can_face_left() -> None:
    right = draw(figure("{frames: [{shoulder: 90}]}")).frames[0].drawing
    left = draw(figure("{facing: left, frames: [{shoulder: 90}]}")).frames[0].drawing
    assert left.width == pytest.approx(right.width, abs=2)
    assert left.shapes != right.shapes


def _red(muscle: str) -> list[float]:
    """Where the highlight begins and ends, across a figure seen from behind."""
    strip = draw(
        figure(
            f"muscles: [{muscle}]\nview: back\nframes:\n  - {{caption: Stand, stance: standing}}\n"
        )
    )
    drawing = strip.frames[0].drawing
    paths = [shape.path for shape in drawing.shapes if shape.fill == "muscle"]
    across = [int(x) for path in paths for x in re.findall(r"(\d+) \d+", path)]
    return [min(across) / drawing.width, max(across) / drawing.width]


def test_a_muscle_across_the_midline_can_be_highlighted_on_one_side() -> None:
    both, left, right = _red("neck"), _red("left-neck"), _red("right-neck")
    assert both[0] == pytest.approx(min(left[0], right[0]), abs=0.02)
    assert both[1] == pytest.approx(max(left[1], right[1]), abs=0.02)
    assert max(left) <= min(right) + 0.02 or max(right) <= min(left) + 0.02
