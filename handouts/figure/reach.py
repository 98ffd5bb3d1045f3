"""Reaching: two-bone inverse kinematics for arms and legs, and explicit reaches of a pose."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.figure.finding import Finding
from handouts.figure.landmark import ARM_PARTS, landmark, landmark_on, sides_of
from handouts.figure.pose import Reach
from handouts.figure.posture import Side, outward
from handouts.figure.proportion import FOREARM, SHANK, THIGH, UPPER_ARM, WRIST_THICKNESS
from handouts.figure.rotation import (
    AHEAD,
    FAR,
    TINY,
    UP,
    Vector,
    across,
    cross,
    hanging,
    length,
    unit,
    vector,
)
from handouts.figure.skeleton import Segment, Skeleton

STRAIGHTEST = 0.9995
TOLERATED_MISS = 2.0
ROUNDS = 8


@dataclass(frozen=True, slots=True, eq=False)
class TwoBones:
    """Where the middle joint and the end come to lie, and how far the end falls short, cm."""

    middle: Vector
    end: Vector
    front: Vector
    short: float


def two_bones(root: Vector, target: Vector, upper: float, lower: float, pole: Vector) -> TwoBones:
    """Bend two bones so that their end is at the target and the middle joint points to the pole."""
    distance = length(target - root)
    reach = min(distance, (upper + lower) * STRAIGHTEST)
    along = unit(target - root)
    cosine = (upper * upper + reach * reach - lower * lower) / (2 * upper * max(reach, TINY))
    cosine = max(-1.0, min(1.0, cosine))
    sine = math.sqrt(1 - cosine * cosine)
    bend = across(pole, along)
    bend = unit(bend) if length(bend) > TINY else unit(cross(along, FAR))
    middle = root + along * (upper * cosine) + bend * (upper * sine)
    return TwoBones(middle, root + along * reach, bend, max(0.0, distance - upper - lower))


def reach_with_leg(
    skeleton: Skeleton, side: Side, ankle: Vector, pole: Vector
) -> tuple[Skeleton, float]:
    """The body with one ankle at a point, its knee toward the pole, and by how much it misses."""
    hip = skeleton[f"{side}-thigh"].origin
    bones = two_bones(hip, ankle, THIGH, SHANK, pole)
    thigh = Segment(hanging(bones.middle - hip, bones.front), hip)
    shank = Segment(hanging(bones.end - bones.middle, bones.front), bones.middle)
    return skeleton.with_leg_bones(side, thigh, shank), bones.short


def reach_with_arm(
    skeleton: Skeleton, side: Side, wrist: Vector, pole: Vector
) -> tuple[Skeleton, float]:
    """The body with one wrist at a point, its elbow toward the pole, and by how much it misses."""
    shoulder = skeleton[f"{side}-upper-arm"].origin
    bones = two_bones(shoulder, wrist, UPPER_ARM, FOREARM, pole)
    upper = Segment(hanging(bones.middle - shoulder, -bones.front), shoulder)
    forearm = Segment(hanging(bones.end - bones.middle, -bones.front), bones.middle)
    return skeleton.with_arm_bones(side, upper, forearm), bones.short


def carry_out(
    reach: Reach, skeleton: Skeleton, heights: Mapping[str, float], before: Skeleton | None
) -> tuple[Skeleton, list[Finding]]:
    """The body after an explicit reach, and what was found on the way.

    ``before`` is the body of the frame before, in place: where a part stays that is told to.
    """
    findings = []
    sides, part = sides_of(reach.part)
    for side in sides:
        if reach.stays and before is not None:
            goal = landmark_on(before, side, _end(part, skeleton, side))
        else:
            goal = _target(reach, skeleton, side, heights)
        if part in ARM_PARTS:
            skeleton, short = _reach_with_hand(reach, skeleton, side, goal)
        else:
            skeleton, short = _reach_with_foot(reach, skeleton, side, part, goal)
        if short > TOLERATED_MISS:
            limb = "hand" if part in ARM_PARTS else "foot"
            message = f"the {side} {limb} misses its target by {short:.0f} cm"
            hint = "bring the target closer, or move the body"
            findings.append(Finding("out-of-reach", message, "reach", hint))
    return skeleton, findings


def _target(reach: Reach, skeleton: Skeleton, side: Side, heights: Mapping[str, float]) -> Vector:
    """The point a reach goes to, for one side."""
    if reach.to is not None:
        base = _same_side(skeleton, side, reach.to)
    elif reach.under is not None:
        base = _same_side(skeleton, side, reach.under)
    else:
        limb = "upper-arm" if sides_of(reach.part)[1] in ARM_PARTS else "thigh"
        base = skeleton[f"{side}-{limb}"].origin
    if reach.onto is not None:
        base = vector(base[0], base[1], heights[reach.onto])
    return base + vector(reach.ahead, outward(side) * reach.out - reach.near, reach.up)


def _same_side(skeleton: Skeleton, side: Side, name: str) -> Vector:
    """A landmark; one that both sides have is taken on the side of the limb that reaches."""
    sides, base = sides_of(name)
    if len(sides) == 1 or f"{side}-{base}" == name:
        return landmark(skeleton, name)
    try:
        return landmark_on(skeleton, side, base)
    except KeyError:
        return landmark(skeleton, name)


def _end(part: str, skeleton: Skeleton, side: Side) -> str:
    """The landmark of a hand or foot that goes to the goal."""
    if part in ARM_PARTS:
        return "grip" if skeleton.posture.arm(side).hand == "fist" else "palm"
    level = skeleton.posture.leg(side).foot == "flat"
    return "ankle" if part == "foot" and not level else part


def _reach_with_hand(
    reach: Reach, skeleton: Skeleton, side: Side, goal: Vector
) -> tuple[Skeleton, float]:
    pole = _elbow_pole(reach, skeleton, side)
    arm = skeleton.posture.arm(side)
    if reach.onto is not None or arm.hand == "flat":
        fingers = arm.fingers or (1.0, -0.1 * outward(side), 0.0)
        skeleton = skeleton.with_arm(side, replace(arm, hand="flat", fingers=fingers))
        return reach_with_arm(skeleton, side, goal + UP * WRIST_THICKNESS, pole)
    end = _end("hand", skeleton, side)
    wrist = goal
    for _ in range(ROUNDS):
        skeleton, _ = reach_with_arm(skeleton, side, wrist, pole)
        wrist = wrist + (goal - landmark_on(skeleton, side, end)) * 0.8
    return skeleton, length(goal - landmark_on(skeleton, side, end))


def _reach_with_foot(
    reach: Reach, skeleton: Skeleton, side: Side, part: str, goal: Vector
) -> tuple[Skeleton, float]:
    pole = _knee_pole(reach, skeleton, side)
    end = _end(part, skeleton, side)
    ankle = goal
    for _ in range(ROUNDS):
        skeleton, _ = reach_with_leg(skeleton, side, ankle, pole)
        ankle = ankle + (goal - landmark_on(skeleton, side, end)) * 0.9
    return skeleton, length(goal - landmark_on(skeleton, side, end))


def _elbow_pole(reach: Reach, skeleton: Skeleton, side: Side) -> Vector:
    sign = outward(side)
    thorax = skeleton["thorax"].axes
    ahead, out, up = thorax[:, 0], thorax[:, 1] * sign, thorax[:, 2]
    lying = abs(up[2]) < 0.6
    match reach.elbow:
        case "back":
            return (-up - 0.35 * ahead if lying else -ahead) + 0.35 * out
        case "down":
            return -UP + 0.2 * out
        case "up":
            return UP
        case "out":
            return out - 0.2 * ahead
        case "toward-feet":
            return -up + 0.3 * out


def _knee_pole(reach: Reach, skeleton: Skeleton, side: Side) -> Vector:
    pelvis = skeleton["pelvis"].axes
    match reach.knee:
        case "front":
            return pelvis[:, 0]
        case "up":
            return UP
        case "open":
            return pelvis[:, 0] + 1.1 * outward(side) * pelvis[:, 1]


def upright_elbow(shoulder: Vector, wrist: Vector, side: Side) -> Vector:
    """The pole that holds the forearm above a planted hand as upright as the arm allows, seen from
    the side: elbows back and out, as a push-up is done.
    """
    sign = outward(side)
    poles = [
        vector(-math.cos(a), sign * math.sin(a), 0.15)
        for a in (math.radians(5 * step) for step in range(3, 18))
    ]

    def slope(pole: Vector) -> float:
        middle = two_bones(shoulder, wrist, UPPER_ARM, FOREARM, pole).middle
        return abs(float((middle - wrist) @ AHEAD))

    return min(poles, key=slope)
