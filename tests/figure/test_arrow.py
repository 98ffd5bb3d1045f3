from __future__ import annotations

import numpy as np
import pytest
from posing import BRIDGE, CURL, PUSH_UP, figure
from shapely import box

from handouts.figure.arrow import Way, arrow_layers, way_of
from handouts.figure.scene import solve


def way(text: str, part: str) -> Way:
    scene = solve(figure(text))
    before, now = (settled.skeleton for settled in scene.settled[:2])
    return way_of(part, before, now, scene.camera)


def test_a_swinging_arm_turns_as_far_as_it_swings() -> None:
    swing = "{camera: {yaw: 0, pitch: 0}, frames: [{lean: 0, shoulder: 0}, {shoulder: 90}]}"
    made = way(swing, "right-hand")
    assert made.turn == pytest.approx(90, abs=1)
    assert made.end[0] > made.start[0]
    assert made.end[1] > made.start[1]


def test_lowering_the_body_goes_forward_and_down() -> None:
    made = way(CURL, "head")
    assert made.end[0] > made.start[0] + 20
    assert made.end[1] < made.start[1] - 10
    assert made.turn < -30


@pytest.mark.parametrize(("text", "part"), [(CURL, "head"), (PUSH_UP, "chest"), (BRIDGE, "hips")])
def test_an_arrow_keeps_clear_of_what_is_drawn(text: str, part: str) -> None:
    scene = solve(figure(text))
    before, now = (settled.skeleton for settled in scene.settled[:2])
    x, y = scene.camera.flat(np.array(now["pelvis"].origin))
    obstacle = box(x - 20, y - 20, x + 20, y + 20)
    (_, arrow) = arrow_layers(part, before, now, scene.camera, obstacle)
    assert arrow.fill.distance(obstacle) > 0.5


def test_what_hardly_moves_has_no_arrow() -> None:
    scene = solve(figure("{frames: [{}, {elbow: 90}]}"))
    before, now = (settled.skeleton for settled in scene.settled)
    assert arrow_layers("head", before, now, scene.camera, box(0, 0, 1, 1)) == []
