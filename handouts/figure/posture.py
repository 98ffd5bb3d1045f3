"""Postures: the angle of every joint.

Degrees; 0 is standing neutral and flexion is positive. Plain values, with nothing solved or drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal, TypeVar

from handouts.dataclass import dataclass

Side = Literal["right", "left"]
SIDES: tuple[Side, Side] = ("right", "left")

Heading = Literal["down", "up", "ahead", "back"]
"""Where a limb points in the picture, whatever the trunk does."""

Swing = float | Heading

FootRule = Literal["free", "flat", "tiptoe"]
"""``flat``: the sole is level; ``tiptoe``: the toes are; ``free``: the ankle's angle rules."""

HandShape = Literal["open", "fist", "flat", "wall"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Trunk:
    """Spine and neck: flexion, bending to the left, turning to the left."""

    spine: float = 0.0
    bend: float = 0.0
    twist: float = 0.0
    neck: float = 0.0
    chin: float = 0.0
    turn: float = 0.0
    tilt: float = 0.0


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg. ``out`` is away from the midline, ``turn`` outward; the ankle lifts the toes."""

    hip: Swing = 0.0
    hip_out: float = 0.0
    hip_turn: float = 0.0
    knee: float = 0.0
    ankle: float = 0.0
    toe: float = 0.0
    foot: FootRule = "free"


@dataclass(frozen=True, slots=True)
class Arm:
    """One arm.

    ``shoulder`` lifts it ahead, ``shoulder_out`` sideways, ``shoulder_wide`` opens a lifted arm to
    the side. ``palm`` turns the hand about the forearm. ``shrug`` and ``protract`` are centimetres.
    ``fingers`` is where the fingers of a flat hand point, in the world.
    """

    shoulder: Swing = 0.0
    shoulder_out: float = 0.0
    shoulder_wide: float = 0.0
    shoulder_turn: float = 0.0
    elbow: float = 0.0
    wrist: float = 0.0
    palm: float = 0.0
    shrug: float = 0.0
    protract: float = 0.0
    hand: HandShape = "open"
    fingers: tuple[float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Posture:
    """The whole body."""

    trunk: Trunk = Trunk()
    right_leg: Leg = Leg()
    left_leg: Leg = Leg()
    right_arm: Arm = Arm()
    left_arm: Arm = Arm()

    def leg(self, side: Side) -> Leg:
        """The leg of one side."""
        return self.right_leg if side == "right" else self.left_leg

    def arm(self, side: Side) -> Arm:
        """The arm of one side."""
        return self.right_arm if side == "right" else self.left_arm

    def with_leg(self, side: Side, leg: Leg) -> Posture:
        """The same posture with another leg on one side."""
        if side == "right":
            return replace(self, right_leg=leg)
        return replace(self, left_leg=leg)

    def with_arm(self, side: Side, arm: Arm) -> Posture:
        """The same posture with another arm on one side."""
        if side == "right":
            return replace(self, right_arm=arm)
        return replace(self, left_arm=arm)


def outward(side: Side) -> int:
    """The sign of y that leads away from the midline on one side."""
    return -1 if side == "right" else 1
