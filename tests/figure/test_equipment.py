from __future__ import annotations

import pytest
from posing import figure

from handouts.figure.draw import draw
from handouts.figure.drawing import Drawing
from handouts.figure.equipment import BUILDERS, parts_of
from handouts.figure.kind import KINDS, top_of
from handouts.figure.layer import Layer
from handouts.figure.palette import palette
from handouts.figure.posture import SIDES
from handouts.figure.scene import Scene, solve
from handouts.figure.setting import Parts, Setting


def parts(text: str, number: int = 0) -> Parts:
    """The first thing of a figure, in one of its frames."""
    made = figure(text)
    scene: Scene = solve(made)
    bodies = [settled.skeleton for settled in scene.settled]
    return parts_of(made.equipment[0], Setting(scene.camera, bodies, bodies[number]))


def layers(made: Parts) -> list[Layer]:
    held = [layer for by in (made.held, made.over) for side in SIDES for layer in by.get(side, ())]
    return [*made.behind, *made.before, *held]


def test_every_kind_can_be_built() -> None:
    assert BUILDERS.keys() == KINDS.keys()


@pytest.mark.parametrize("kind", KINDS)
def test_a_thing_is_drawn_in_colours_of_the_palette(kind: str) -> None:
    made = layers(parts(f"{{equipment: [{kind}], frames: [{{stance: standing}}]}}"))
    assert made
    assert {layer.colour for layer in made} <= palette().keys()
    assert any(layer.fill.area > 1 for layer in made)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if KINDS[kind].top and kind != "bar"])
def test_what_can_be_stood_on_is_as_high_as_it_is_said_to_be(kind: str) -> None:
    text = f"{{camera: {{yaw: 0, pitch: 0}}, equipment: [{kind}], frames: [{{}}]}}"
    highest = max(layer.fill.bounds[3] for layer in layers(parts(text)))
    assert highest >= top_of(figure(text).equipment[0]) - 0.1


def middle(text: str, number: int) -> float:
    left, _, right, _ = layers(parts(text, number))[0].fill.bounds
    return float(left + right) / 2


def test_furniture_stays_where_the_first_frame_puts_it() -> None:
    rising = """
    pin: feet
    equipment: [{type: chair, under: seat}]
    frames:
      - {stance: sitting, touch: {seat: chair, feet: floor}}
      - {stance: standing}
    """
    assert middle(rising, 1) == pytest.approx(middle(rising, 0))


def test_weights_go_along_with_the_hands() -> None:
    lifting = "{equipment: [barbell], frames: [{shoulder: 0, hand: fist}, {shoulder: 90}]}"
    assert middle(lifting, 1) > middle(lifting, 0) + 20


def test_a_ball_that_stays_is_told_so() -> None:
    rolling = """
    pin: upper-back
    equipment: [{type: ball, under: heels, follows: FOLLOWS}]
    frames:
      - {stance: supine, touch: {upper-back: floor, heels: ball}, knee: 5}
      - {knee: 90, hip: 30}
    """
    gone, stayed = (rolling.replace("FOLLOWS", word) for word in ("yes", "no"))
    assert middle(gone, 1) < middle(gone, 0) - 10
    assert middle(stayed, 1) == pytest.approx(middle(stayed, 0))


def test_the_near_weight_of_a_dumbbell_hides_the_fingers() -> None:
    made = parts("{view: front, equipment: [dumbbell], frames: [{hand: fist}]}")
    assert made.held["right"]
    assert made.over["right"]


def test_a_weight_in_one_hand_is_in_that_hand() -> None:
    made = parts("{equipment: [{type: dumbbell, hands: left}], frames: [{hand: fist}]}")
    assert set(made.held) == {"left"}


def test_ankles_are_held_by_a_bar_before_them() -> None:
    made = parts("{equipment: [ankle-bench], frames: [{stance: kneeling}]}")
    assert made.before
    assert made.behind


def fills(drawing: Drawing) -> list[str | None]:
    return [shape.fill for shape in drawing.shapes]


def test_a_band_is_told_apart_from_other_equipment() -> None:
    (frame,) = draw(
        figure("{equipment: [{type: band, anchor: {ahead: 90, up: 110}}], frames: [{hand: fist}]}")
    ).frames
    assert "band" in fills(frame.drawing)
