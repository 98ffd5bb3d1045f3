from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.figure.landmark import landmark, names
from handouts.figure.posture import Arm, Leg, Posture, Trunk
from handouts.figure.proportion import FOREARM, LONG_HAIR, SHANK, SHORT_HAIR, THIGH, UPPER_ARM
from handouts.figure.rotation import about_x, about_y, about_z, hanging, vector
from handouts.figure.skeleton import Skeleton, assemble

UPRIGHT = about_y(0)
NEUTRAL = Posture()


def standing(posture: Posture = NEUTRAL) -> Skeleton:
    return assemble(posture, SHORT_HAIR, UPRIGHT)


def test_legs_hang_straight_down_from_the_hips() -> None:
    body = standing()
    hip, knee, ankle = (landmark(body, f"right-{name}") for name in ("hip", "knee", "ankle"))
    assert knee == pytest.approx(hip - vector(0, 0, THIGH))
    assert ankle == pytest.approx(hip - vector(0, 0, THIGH + SHANK))


def test_a_bent_hip_brings_the_knee_ahead() -> None:
    body = standing(Posture(right_leg=Leg(hip=90)))
    hip, knee = landmark(body, "right-hip"), landmark(body, "right-knee")
    assert knee == pytest.approx(hip + vector(THIGH, 0, 0))


def test_a_bent_knee_brings_the_heel_behind() -> None:
    body = standing(Posture(left_leg=Leg(knee=90)))
    knee, ankle = landmark(body, "left-knee"), landmark(body, "left-ankle")
    assert ankle == pytest.approx(knee - vector(SHANK, 0, 0))


def test_a_lifted_arm_points_ahead_and_its_bent_elbow_up() -> None:
    body = standing(Posture(right_arm=Arm(shoulder=90, elbow=90)))
    shoulder, elbow, wrist = (
        landmark(body, f"right-{name}") for name in ("shoulder", "elbow", "wrist")
    )
    assert elbow == pytest.approx(shoulder + vector(UPPER_ARM, 0, 0))
    assert wrist == pytest.approx(elbow + vector(0, 0, FOREARM))


@pytest.mark.parametrize(("side", "sign"), [("right", -1), ("left", 1)])
def test_out_is_away_from_the_midline_on_both_sides(side: str, sign: int) -> None:
    arm, leg = Arm(shoulder_out=90), Leg(hip_out=30)
    body = standing(Posture(right_arm=arm, left_arm=arm, right_leg=leg, left_leg=leg))
    for near, far in (("shoulder", "wrist"), ("hip", "ankle")):
        away = landmark(body, f"{side}-{far}") - landmark(body, f"{side}-{near}")
        assert away[1] * sign > 10


@pytest.mark.parametrize("trunk", [Trunk(bend=30), Trunk(tilt=30), Trunk(twist=30), Trunk(turn=30)])
def test_the_trunk_and_head_go_to_the_left(trunk: Trunk) -> None:
    assert landmark(standing(Posture(trunk=trunk)), "face")[1] > 2


def test_a_heading_holds_whatever_the_trunk_does() -> None:
    for pitch in (0, 40, 90, -90):
        body = assemble(Posture(right_arm=Arm(shoulder="down")), SHORT_HAIR, about_y(pitch))
        shoulder, elbow = landmark(body, "right-shoulder"), landmark(body, "right-elbow")
        assert elbow == pytest.approx(shoulder - vector(0, 0, UPPER_ARM))


def test_a_bowed_spine_brings_the_chest_ahead_and_down() -> None:
    straight, bowed = standing(), standing(Posture(trunk=Trunk(spine=60)))
    moved = landmark(bowed, "chest") - landmark(straight, "chest")
    assert moved[0] > 10
    assert moved[2] < -5


def test_a_flat_foot_is_level_whatever_the_shank_does() -> None:
    body = standing(Posture(right_leg=Leg(hip=40, knee=70, foot="flat")))
    assert body["right-foot"].axes[:, 2] == pytest.approx(vector(0, 0, 1))


def test_the_centre_of_mass_is_in_the_pelvis_and_follows_the_arms() -> None:
    rest = standing().centre_of_mass()
    ahead = Posture(right_arm=Arm(shoulder=90), left_arm=Arm(shoulder=90))
    forward = standing(ahead).centre_of_mass()
    assert abs(rest[1]) < 1e-9
    assert 0 < rest[2] < 15
    assert forward[0] > rest[0] + 2


def test_every_landmark_has_a_place() -> None:
    body = standing()
    known = names()
    assert len(known) > 60
    assert all(landmark(body, name).shape == (3,) for name in known)


def test_the_second_body_has_wider_hips_and_narrower_shoulders() -> None:
    first, second = (assemble(Posture(), one, UPRIGHT) for one in (SHORT_HAIR, LONG_HAIR))

    def width(body: Skeleton, name: str) -> float:
        return float(landmark(body, f"left-{name}")[1] - landmark(body, f"right-{name}")[1])

    assert width(second, "hip") > width(first, "hip")
    assert width(second, "shoulder") < width(first, "shoulder")


degrees = st.floats(-180, 180)


@given(degrees, degrees, degrees)
def test_bones_keep_their_lengths(hip: float, out: float, knee: float) -> None:
    body = standing(Posture(right_leg=Leg(hip=hip, hip_out=out, knee=knee)))
    hips, knees, ankles = (landmark(body, f"right-{name}") for name in ("hip", "knee", "ankle"))
    assert np.linalg.norm(knees - hips) == pytest.approx(THIGH)
    assert np.linalg.norm(ankles - knees) == pytest.approx(SHANK)
    upper, lower = (body[f"right-{name}"].axes[:, 2] for name in ("thigh", "shank"))
    assert float(upper @ lower) == pytest.approx(np.cos(np.radians(knee)), abs=1e-9)


@given(degrees, degrees, degrees)
def test_hanging_axes_are_a_rotation_along_the_bone(x: float, y: float, z: float) -> None:
    down = (about_x(x) @ about_y(y) @ about_z(z))[:, 0]
    axes = hanging(down * 7, vector(1, 0, 0))
    assert axes.T @ axes == pytest.approx(np.eye(3), abs=1e-9)
    assert np.linalg.det(axes) == pytest.approx(1)
    assert -axes[:, 2] == pytest.approx(down, abs=1e-9)
