from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from posing import bodies

from handouts.figure.landmark import landmark
from handouts.figure.reach import two_bones
from handouts.figure.rotation import length, vector

coordinate = st.floats(-60, 60)


@given(coordinate, coordinate, coordinate)
def test_two_bones_keep_their_lengths_wherever_they_reach(x: float, y: float, z: float) -> None:
    root, target = vector(0, 0, 0), vector(x, y, z)
    bones = two_bones(root, target, 30, 25, vector(1, 0.5, 0.25))
    if length(target) > 6:
        assert length(bones.middle - root) == pytest.approx(30)
        assert length(bones.end - bones.middle) == pytest.approx(25, abs=1e-6)


def test_two_bones_reach_what_is_near_and_fall_short_of_what_is_far() -> None:
    pole = vector(1, 0, 0)
    near = two_bones(vector(0, 0, 0), vector(0, 0, -40), 30, 25, pole)
    far = two_bones(vector(0, 0, 0), vector(0, 0, -75), 30, 25, pole)
    assert near.end == pytest.approx(vector(0, 0, -40))
    assert near.middle[0] > 0
    assert near.short == 0
    assert far.short == pytest.approx(20)


def test_a_hand_goes_to_the_knee_of_its_own_side() -> None:
    (body,) = bodies(
        "{frames: [{stance: standing, hip: 100, knee: 90, reach: {hands: {to: knees}}}]}"
    )
    for side in ("right", "left"):
        palm, knee = (landmark(body.skeleton, f"{side}-{name}") for name in ("palm", "knee"))
        assert palm == pytest.approx(knee, abs=0.5)


def test_a_target_out_of_reach_is_found_out_with_the_distance() -> None:
    (body,) = bodies("{frames: [{stance: standing, reach: {right-hand: {to: right-heel}}}]}")
    (finding,) = body.findings
    assert finding.code == "out-of-reach"
    assert "right hand" in finding.message


def test_hands_that_stay_are_where_they_were() -> None:
    squat = """
    pin: feet
    frames:
      - {stance: standing, shoulder: 40, elbow: 40, hand: fist}
      - {hip: 60, knee: 70, reach: {hands: stay}}
    """
    before, now = bodies(squat)
    for side in ("right", "left"):
        was, is_ = (landmark(body.skeleton, f"{side}-grip") for body in (before, now))
        assert is_ == pytest.approx(was, abs=0.5)
