from __future__ import annotations

import pytest
from shapely import LineString, Polygon, box

from handouts.figure.layer import Layer
from handouts.figure.outline import sketch


def body(area: Polygon, *lines: LineString, limb: str | None = None) -> Layer:
    return Layer(area, "skin", lines, limb=limb, body=True)


def visible(layers: list[Layer]) -> float:
    return float(sum(stroke.line.length for stroke in sketch(layers).strokes))


def test_a_line_is_hidden_by_what_is_painted_after_it() -> None:
    back = body(box(0, 0, 20, 20), LineString([(5, 10), (15, 10)]))
    front = Layer(box(4, 9, 10, 11), "prop")
    alone = visible([back])
    assert alone == pytest.approx(80 + 10, abs=1)
    hidden = Layer(back.fill, "skin", back.lines, body=True)
    assert visible([hidden, front]) == pytest.approx(80 + 5, abs=1)


def test_a_highlight_hides_nothing() -> None:
    back = body(box(0, 0, 20, 20), LineString([(5, 10), (15, 10)]))
    muscle = Layer(box(4, 9, 10, 11), "muscle", flush=True)
    assert visible([back, muscle]) == pytest.approx(90, abs=1)


def test_parts_of_a_body_share_one_contour() -> None:
    left, right = box(0, 0, 10, 10), box(8, 0, 20, 10)
    layers = [body(left, left.exterior), body(right, right.exterior)]
    contour = 2 * (20 + 10)
    seam = 10
    assert visible(layers) == pytest.approx(contour + seam, abs=1.5)


def test_a_sliver_of_a_far_limb_is_left_out() -> None:
    far = body(box(-0.8, 0, 10, 40), limb="leg")
    near = body(box(0, 0, 10, 40))
    layers = [far, near]
    sketch(layers)
    assert far.fill.is_empty


def test_a_far_limb_that_shows_is_kept() -> None:
    far = body(box(-8, 0, 10, 40), limb="leg")
    near = body(box(0, 0, 10, 40))
    sketch([far, near])
    assert far.fill.area > 8 * 40
