from __future__ import annotations

import numpy as np
import pytest
from posing import BRIDGE, CURL, PUSH_UP, bodies

from handouts.figure.contact import Settled
from handouts.figure.landmark import landmark
from handouts.figure.proportion import WRIST_THICKNESS

MILLIMETRE = 0.1


def height(body: Settled, name: str) -> float:
    return float(landmark(body.skeleton, name)[2])


def test_feet_stand_on_the_floor_to_a_millimetre() -> None:
    for body in bodies("{frames: [{stance: standing}, {hip: 80, knee: 90, shoulder: 90}]}"):
        assert height(body, "right-sole") == pytest.approx(0, abs=MILLIMETRE)
        assert height(body, "left-sole") == pytest.approx(0, abs=MILLIMETRE)


def test_a_standing_body_balances_over_its_feet() -> None:
    for body in bodies("{frames: [{stance: standing}, {hip: 80, knee: 90, shoulder: 90}]}"):
        weight = body.skeleton.centre_of_mass()[0]
        heel, toe = (landmark(body.skeleton, name)[0] for name in ("heels", "right-toe-tip"))
        assert heel < weight < toe


def test_knees_and_toes_both_touch_what_they_should() -> None:
    for body in bodies(CURL):
        assert height(body, "knee-pads") == pytest.approx(5, abs=MILLIMETRE)
        assert height(body, "right-toes") == pytest.approx(0, abs=MILLIMETRE)


def test_the_pinned_part_stays_where_it_was() -> None:
    places = [landmark(body.skeleton, "knee-pads")[0] for body in bodies(CURL)]
    assert places == pytest.approx([places[0]] * 3, abs=MILLIMETRE)


def test_reaching_hands_lie_on_the_floor() -> None:
    last = bodies(CURL)[-1]
    assert height(last, "right-wrist") == pytest.approx(WRIST_THICKNESS, abs=MILLIMETRE)
    assert not last.findings


def test_hands_stay_on_the_floor_where_they_were() -> None:
    top, bottom = bodies(PUSH_UP)
    for side in ("right", "left"):
        before, now = (landmark(body.skeleton, f"{side}-wrist") for body in (top, bottom))
        assert now == pytest.approx(before, abs=MILLIMETRE)


def test_the_elbow_bends_as_much_in_a_push_up_as_it_is_told() -> None:
    _, bottom = bodies(PUSH_UP)
    upper, fore = (bottom.skeleton[f"right-{name}"].axes[:, 2] for name in ("upper-arm", "forearm"))
    assert np.degrees(np.arccos(upper @ fore)) == pytest.approx(105, abs=0.5)


def test_the_forearm_is_upright_at_the_bottom_of_a_push_up() -> None:
    _, bottom = bodies(PUSH_UP)
    elbow, wrist = (landmark(bottom.skeleton, f"right-{name}") for name in ("elbow", "wrist"))
    assert abs(elbow[0] - wrist[0]) < 3


def test_a_bridge_lifts_the_hips_and_leaves_back_and_feet_down() -> None:
    down, up = bodies(BRIDGE)
    assert height(up, "buttocks") > height(down, "buttocks") + 15
    assert height(up, "feet") == pytest.approx(0, abs=MILLIMETRE)


def test_lying_on_the_back_the_head_rests_on_the_floor() -> None:
    down, _ = bodies(BRIDGE)
    assert height(down, "head-back") == pytest.approx(0.6, abs=MILLIMETRE)


def test_palms_meet_the_wall_in_every_frame() -> None:
    pushing = """
    pin: feet
    equipment: [{type: wall, at: toes, ahead: 55}]
    frames:
      - {stance: standing, touch: {feet: floor, hands: wall}, elbow: 5}
      - {elbow: 95}
    """
    away, close = bodies(pushing)
    wall = away.walls["wall"]
    for body in (away, close):
        assert landmark(body.skeleton, "right-wrist")[0] == pytest.approx(
            wall - WRIST_THICKNESS, abs=MILLIMETRE
        )
    assert close.pitch > away.pitch + 5


def test_a_raised_leg_is_swung_down_to_its_box() -> None:
    step = """
    equipment: [{type: box, under: right-foot, height: 30}]
    frames: [{stance: standing, lean: 5, touch: {left-foot: floor, right-foot: box},
              right: {hip: 60, knee: 70}}]
    """
    (body,) = bodies(step)
    assert height(body, "right-sole") == pytest.approx(30, abs=MILLIMETRE)
    assert height(body, "left-sole") == pytest.approx(0, abs=MILLIMETRE)


def test_a_contact_that_cannot_be_is_found_out() -> None:
    (body,) = bodies(
        "{equipment: [{type: box, height: 150}],"
        " frames: [{stance: supine, touch: {upper-back: floor, feet: box}, knee: 150}]}"
    )
    assert [finding.code for finding in body.findings] == ["no-contact"]
