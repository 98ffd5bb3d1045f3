"""The skeleton: forward kinematics, from joint angles to segments that stand in the world.

Every segment has axes of its own: x forward, y to the person's left, z up along the bone, so a
limb hangs along -z from its origin. Centimetres.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from handouts.dataclass import dataclass
from handouts.figure.posture import SIDES, Arm, Heading, Leg, Posture, Side, Swing, Trunk, outward
from handouts.figure.proportion import (
    ANKLE_HEIGHT,
    BALL_OF_FOOT,
    CHEST_HEIGHT,
    FOREARM,
    LIMB_MASSES,
    SHANK,
    STATURE,
    THIGH,
    TRUNK_MASSES,
    UPPER_ARM,
    WAIST_HEIGHT,
    Physique,
)
from handouts.figure.rotation import (
    AHEAD,
    UP,
    Matrix,
    Vector,
    about_x,
    about_y,
    about_z,
    across,
    cross,
    unit,
    vector,
)

SPINE_SLICES = 8
SLICE = (CHEST_HEIGHT - WAIST_HEIGHT) * STATURE / SPINE_SLICES

HEADINGS: Mapping[Heading, Vector] = {"down": -UP, "up": UP, "ahead": AHEAD, "back": -AHEAD}


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A rigid part of the body: where it stands and how it is turned."""

    axes: Matrix
    origin: Vector

    def point(self, x: float = 0.0, y: float = 0.0, z: float = 0.0) -> Vector:
        """A point given on the segment, in the world."""
        return self.origin + self.axes @ (x, y, z)

    def local(self, point: Vector) -> Vector:
        """A point of the world, as seen from the segment."""
        return self.axes.T @ (point - self.origin)

    def turned(self, rotation: Matrix) -> Matrix:
        """The segment's axes after a turn about themselves."""
        return self.axes @ rotation


@dataclass(frozen=True, slots=True, eq=False)
class Skeleton:
    """A posed body. ``segments`` are named ``pelvis``, ``thorax``, ``neck``, ``head``, and by side
    ``right-thigh``, ``right-shank``, ``right-foot``, ``right-toes``, ``right-upper-arm``,
    ``right-forearm``, ``right-hand``. ``spine`` are the slices from waist to chest.
    """

    posture: Posture
    physique: Physique
    segments: Mapping[str, Segment]
    spine: tuple[Segment, ...]

    def __getitem__(self, name: str) -> Segment:
        return self.segments[name]

    def shifted(self, offset: Vector) -> Skeleton:
        """The same body somewhere else."""
        moved = {name: Segment(s.axes, s.origin + offset) for name, s in self.segments.items()}
        spine = tuple(Segment(s.axes, s.origin + offset) for s in self.spine)
        return replace(self, segments=moved, spine=spine)

    def with_trunk(self, trunk: Trunk) -> Skeleton:
        """The same body with the head (and nothing else) held as ``trunk`` says."""
        posture = replace(self.posture, trunk=trunk)
        segments = {**self.segments, **_head(trunk, self["thorax"])}
        return replace(self, posture=posture, segments=segments)

    def with_leg(self, side: Side, leg: Leg) -> Skeleton:
        """The same body with one leg moved."""
        posture = self.posture.with_leg(side, leg)
        segments = {**self.segments, **_leg(side, leg, self["pelvis"], self.physique)}
        return replace(self, posture=posture, segments=segments)

    def with_arm(self, side: Side, arm: Arm) -> Skeleton:
        """The same body with one arm moved."""
        posture = self.posture.with_arm(side, arm)
        moved = _arm(side, arm, self["pelvis"], self["thorax"], self.physique)
        return replace(self, posture=posture, segments={**self.segments, **moved})

    def with_leg_bones(self, side: Side, thigh: Segment, shank: Segment) -> Skeleton:
        """The same body with a leg whose bones were found by reaching; the foot follows."""
        leg = self.posture.leg(side)
        bones = {f"{side}-thigh": thigh, f"{side}-shank": shank}
        foot = _foot(side, leg, shank, self["pelvis"])
        return replace(self, segments={**self.segments, **bones, **foot})

    def with_arm_bones(self, side: Side, upper_arm: Segment, forearm: Segment) -> Skeleton:
        """The same body with an arm whose bones were found by reaching; the hand follows."""
        arm = self.posture.arm(side)
        bones = {f"{side}-upper-arm": upper_arm, f"{side}-forearm": forearm}
        hand = _hand(side, arm, forearm, self["pelvis"])
        return replace(self, segments={**self.segments, **bones, **hand})

    def centre_of_mass(self) -> Vector:
        """Where the body's weight acts."""
        total, moment = 0.0, np.zeros(3)
        for name, (mass, x, z) in TRUNK_MASSES.items():
            total += mass
            moment = moment + mass * self[name].point(x, 0.0, z)
        for side in SIDES:
            for name, (mass, x, z) in LIMB_MASSES.items():
                total += mass
                moment = moment + mass * self[f"{side}-{name}"].point(x, 0.0, z)
        return moment / total


def assemble(posture: Posture, physique: Physique, root: Matrix) -> Skeleton:
    """The skeleton of a posture, its hips at the origin, its pelvis turned as ``root`` says."""
    pelvis = Segment(root, vector(0.0, 0.0, 0.0))
    spine, thorax = _spine(posture.trunk, pelvis)
    segments = {"pelvis": pelvis, "thorax": thorax, **_head(posture.trunk, thorax)}
    for side in SIDES:
        segments |= _leg(side, posture.leg(side), pelvis, physique)
        segments |= _arm(side, posture.arm(side), pelvis, thorax, physique)
    return Skeleton(posture, physique, segments, spine)


def swing_angle(swing: Swing, parent: Matrix) -> float:
    """Degrees that a limb is swung forward of its parent; a heading is turned into its angle."""
    if not isinstance(swing, str):
        return swing
    direction = parent.T @ HEADINGS[swing]
    return math.degrees(math.atan2(direction[0], -direction[2]))


def arm_rotation(side: Side, arm: Arm, thorax: Matrix) -> Matrix:
    """How the upper arm is turned against the thorax, before it turns about itself."""
    sign = outward(side)
    lift = about_y(-swing_angle(arm.shoulder, thorax))
    return about_z(sign * arm.shoulder_wide) @ about_x(sign * arm.shoulder_out) @ lift


def _spine(trunk: Trunk, pelvis: Segment) -> tuple[tuple[Segment, ...], Segment]:
    """The bending slices, and the thorax: its z counts from the hip line, as the pelvis's does."""
    step = (
        about_y(trunk.spine / SPINE_SLICES)
        @ about_x(-trunk.bend / SPINE_SLICES)
        @ about_z(trunk.twist / SPINE_SLICES)
    )
    axes, origin = pelvis.axes, pelvis.point(z=WAIST_HEIGHT * STATURE)
    slices = []
    for _ in range(SPINE_SLICES):
        axes = axes @ step
        slices.append(Segment(axes, origin))
        origin = origin + axes[:, 2] * SLICE
    return tuple(slices), Segment(axes, origin - axes[:, 2] * (CHEST_HEIGHT * STATURE))


def _head(trunk: Trunk, thorax: Segment) -> dict[str, Segment]:
    neck_axes = (
        thorax.axes
        @ about_y(14 + trunk.neck * 0.55 + trunk.chin)
        @ about_z(trunk.turn * 0.4)
        @ about_x(-trunk.tilt * 0.5)
    )
    neck = Segment(neck_axes, thorax.point(-0.012 * STATURE, 0.0, 0.292 * STATURE))
    head_axes = thorax.axes @ about_y(trunk.neck) @ about_z(trunk.turn) @ about_x(-trunk.tilt)
    return {"neck": neck, "head": Segment(head_axes, neck.point(z=0.062 * STATURE))}


def _leg(side: Side, leg: Leg, pelvis: Segment, physique: Physique) -> dict[str, Segment]:
    sign = outward(side)
    axes = (
        pelvis.axes
        @ about_y(-swing_angle(leg.hip, pelvis.axes))
        @ about_x(sign * leg.hip_out)
        @ about_z(sign * leg.hip_turn)
    )
    thigh = Segment(axes, pelvis.point(y=sign * physique.hip * STATURE))
    shank = Segment(thigh.turned(about_y(leg.knee)), thigh.point(z=-THIGH))
    return {f"{side}-thigh": thigh, f"{side}-shank": shank, **_foot(side, leg, shank, pelvis)}


def _foot(side: Side, leg: Leg, shank: Segment, pelvis: Segment) -> dict[str, Segment]:
    axes = shank.turned(about_y(-leg.ankle))
    if leg.foot == "flat":
        axes = _level_foot(axes, pelvis.axes)
    foot = Segment(axes, shank.point(z=-SHANK))
    bend = leg.toe
    if leg.foot == "tiptoe":
        slope = math.degrees(math.atan2(-axes[2, 0], axes[2, 2]))
        bend = max(-10.0, min(85.0, slope))
    ball = foot.point(BALL_OF_FOOT, 0.0, -ANKLE_HEIGHT + 0.012 * STATURE)
    toes = Segment(foot.turned(about_y(-bend)), ball)
    return {f"{side}-foot": foot, f"{side}-toes": toes}


def _level_foot(axes: Matrix, pelvis: Matrix) -> Matrix:
    forward = axes[:, 0]
    if abs(forward[2]) > 0.85:
        forward = pelvis[:, 0] if abs(pelvis[2, 0]) < 0.8 else AHEAD
    forward = unit(across(forward, UP))
    return np.column_stack([forward, cross(UP, forward), UP])


def _arm(
    side: Side, arm: Arm, pelvis: Segment, thorax: Segment, physique: Physique
) -> dict[str, Segment]:
    rotation = arm_rotation(side, arm, thorax.axes)
    joint = _shoulder_joint(side, arm, rotation, physique)
    axes = thorax.axes @ rotation @ about_z(-outward(side) * arm.shoulder_turn)
    upper_arm = Segment(axes, thorax.point(*joint))
    forearm = Segment(upper_arm.turned(about_y(-arm.elbow)), upper_arm.point(z=-UPPER_ARM))
    bones = {f"{side}-upper-arm": upper_arm, f"{side}-forearm": forearm}
    return bones | _hand(side, arm, forearm, pelvis)


def _shoulder_joint(
    side: Side, arm: Arm, rotation: Matrix, physique: Physique
) -> tuple[float, float, float]:
    """The joint on the thorax: an arm raised past 50 degrees takes its shoulder up and inward."""
    raised = math.degrees(math.acos(max(-1.0, min(1.0, rotation[2, 2]))))
    lift = max(0.0, raised - 50) / 130
    return (
        0.002 * STATURE + arm.protract,
        outward(side) * (physique.shoulder - 0.020 * lift) * STATURE,
        (0.269 + 0.030 * lift) * STATURE + arm.shrug,
    )


def _hand(side: Side, arm: Arm, forearm: Segment, pelvis: Segment) -> dict[str, Segment]:
    wrist = forearm.point(z=-FOREARM)
    if arm.hand == "flat":
        axes = _flat_hand(side, arm, pelvis)
    elif arm.hand == "wall":
        inward = vector(0.0, -outward(side), 0.0)
        axes = np.column_stack([inward, cross(-UP, inward), -UP])
    else:
        axes = forearm.turned(about_z(-outward(side) * arm.palm) @ about_y(-arm.wrist))
    return {f"{side}-hand": Segment(axes, wrist)}


def _flat_hand(side: Side, arm: Arm, pelvis: Segment) -> Matrix:
    """Palm on a level surface: the thin axis stands upright, the thumb is toward the midline."""
    fingers = pelvis.axes[:, 2] if abs(pelvis.axes[2, 2]) < 0.75 else AHEAD
    if arm.fingers is not None:
        fingers = np.array(arm.fingers)
    z = -unit(vector(fingers[0], fingers[1], -0.08))
    y = unit(across(UP * outward(side), z))
    return np.column_stack([cross(y, z), y, z])
