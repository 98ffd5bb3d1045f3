"""Placing limbs: what rests on a surface, one limb at a time. Centimetres and degrees."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Literal

from handouts.figure.landmark import ON_TRUNK, landmark, landmark_on
from handouts.figure.posture import Side, outward
from handouts.figure.proportion import (
    CHEST_HEIGHT,
    FOREARM,
    FOREARM_THICKNESS,
    STATURE,
    UPPER_ARM,
)
from handouts.figure.root import nearest_root
from handouts.figure.rotation import UP, across, hanging, length, unit, vector
from handouts.figure.section import TRUNK_PROFILE, section_at
from handouts.figure.skeleton import Segment, Skeleton, swing_angle

LegJoint = Literal["hip", "knee"]

SKULL_CUSHION = 0.6
RESTING_WRIST = 0.018 * STATURE
WIDEST_NECK = 66.0
WIDEST_ARM = 80.0
WIDEST_LEG = 120.0

BACK_STATIONS = {
    "upper-back": (0.20, 0.225, 0.248, 0.270, 0.286),
    "back": (-0.02, 0.0, 0.02, 0.2, 0.225, 0.248, 0.27),
}
"""Heights above the hip line, in statures, at which a back may touch: whichever is lowest does."""


def rest_head(skeleton: Skeleton) -> Skeleton:
    """Lying on the back: the back of the head lies on the floor."""
    trunk = skeleton.posture.trunk

    def gap(neck: float) -> float:
        held = skeleton.with_trunk(replace(trunk, neck=neck))
        return float(landmark(held, "head-back")[2]) - SKULL_CUSHION

    neck = nearest_root(gap, 0.0, WIDEST_NECK)
    limited = 0.0 if neck is None else max(-10.0, min(50.0, neck))
    return skeleton.with_trunk(replace(trunk, neck=limited))


def rest_arm(skeleton: Skeleton, side: Side) -> Skeleton:
    """Lying on the back: the arm lies beside the body."""
    fingers = (1.0, -0.05 * outward(side), 0.0)
    arm = replace(skeleton.posture.arm(side), hand="flat", fingers=fingers)

    def resting(angle: float) -> Skeleton:
        return skeleton.with_arm(side, replace(arm, shoulder=angle))

    def gap(angle: float) -> float:
        return float(landmark_on(resting(angle), side, "wrist")[2]) - RESTING_WRIST

    angle = nearest_root(gap, 0.0, WIDEST_ARM)
    return resting(0.0 if angle is None else angle)


def swing_leg(
    skeleton: Skeleton, side: Side, joint: LegJoint, part: str, height: float
) -> Skeleton | None:
    """Swing a leg at one joint until its part is at a height; ``None`` when it cannot be."""
    leg = skeleton.posture.leg(side)
    start = swing_angle(leg.hip, skeleton["pelvis"].axes) if joint == "hip" else leg.knee

    def swung(angle: float) -> Skeleton:
        moved = replace(leg, hip=angle) if joint == "hip" else replace(leg, knee=angle)
        return skeleton.with_leg(side, moved)

    def gap(angle: float) -> float:
        return float(landmark_on(swung(angle), side, part)[2]) - height

    angle = nearest_root(gap, start, WIDEST_LEG)
    return None if angle is None else swung(angle)


def place_forearm(skeleton: Skeleton, side: Side, height: float) -> tuple[Skeleton, float]:
    """Put a forearm on a surface, its elbow under the shoulder, and by how much it misses.

    Face down it points ahead; lying on a side, past the face.
    """
    shoulder = skeleton[f"{side}-upper-arm"].origin
    down = vector(0.0, 0.0, height + FOREARM_THICKNESS - shoulder[2])
    elbow = shoulder + unit(down) * UPPER_ARM
    pelvis = skeleton["pelvis"].axes
    facing = across(pelvis[:, 0], UP)
    forward = vector(1.0, -0.12 * outward(side), 0.0)
    if length(facing) > 1 / 2:
        forward = unit(facing) / 2 + across(pelvis[:, 2], UP)
    upper_arm = Segment(hanging(down, forward), shoulder)
    placed = skeleton.with_arm_bones(side, upper_arm, Segment(hanging(forward, UP), elbow))
    return placed, abs(length(down) - UPPER_ARM)


def arm_reach(elbow: float) -> float:
    """From shoulder to wrist, at an elbow's bend."""
    cosine = math.cos(math.radians(elbow))
    return math.sqrt(UPPER_ARM**2 + FOREARM**2 + 2 * UPPER_ARM * FOREARM * cosine)


def lowest(skeleton: Skeleton, sides: tuple[Side, ...], part: str) -> float:
    """The height of a part above the floor; of two sides the lower one."""
    if part in BACK_STATIONS:
        return min(_behind(skeleton, station) for station in BACK_STATIONS[part])
    if part in ON_TRUNK:
        return float(landmark(skeleton, part)[2])
    if part == "foot":
        heights = [float(landmark_on(skeleton, side, part)[2]) for side in sides]
        return sum(heights) / len(heights)
    return min(float(landmark_on(skeleton, side, part)[2]) for side in sides)


def _behind(skeleton: Skeleton, station: float) -> float:
    """The height of the skin of the back, at a height above the hip line in statures."""
    segment = skeleton["thorax" if station >= CHEST_HEIGHT else "pelvis"]
    depth = section_at(TRUNK_PROFILE, station).back
    return float(segment.point(-depth * STATURE, 0.0, station * STATURE)[2])
