"""Stances: the positions of the body that poses start from, and the joints they speak of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from handouts.dataclass import dataclass
from handouts.figure.pose import FLOOR

JointValue = float | str


@dataclass(frozen=True, slots=True)
class Joint:
    """A joint's angle: what it turns, its healthy range of motion, and what it is in words."""

    owner: Literal["trunk", "leg", "arm"]
    low: float
    high: float
    doc: str


JOINTS: Mapping[str, Joint] = {
    "spine": Joint("trunk", -40, 80, "bends the back forward; negative arches it"),
    "bend": Joint("trunk", -40, 40, "bends the trunk to its left"),
    "twist": Joint("trunk", -50, 50, "turns the chest to its left"),
    "neck": Joint("trunk", -60, 60, "bows the head; negative looks up"),
    "chin": Joint(
        "trunk", -20, 35, "pokes the chin forward with the face level; negative tucks it"
    ),
    "turn": Joint("trunk", -80, 80, "turns the head to its left"),
    "tilt": Joint("trunk", -45, 45, "tilts the head to its left"),
    "hip": Joint("leg", -30, 135, "brings the thigh forward; or down, up, ahead, back"),
    "hip_out": Joint("leg", -35, 60, "moves the thigh out to its side"),
    "hip_turn": Joint("leg", -45, 60, "turns the thigh outward"),
    "knee": Joint("leg", -5, 155, "bends the knee"),
    "ankle": Joint("leg", -55, 35, "pulls the toes up; negative points the foot"),
    "toe": Joint("leg", -10, 85, "bends the toes up"),
    "shoulder": Joint("arm", -60, 185, "lifts the arm ahead; or down, up, ahead, back"),
    "shoulder_out": Joint("arm", -45, 185, "lifts the arm to its side"),
    "shoulder_wide": Joint("arm", -45, 130, "opens an arm that is lifted ahead"),
    "shoulder_turn": Joint("arm", -100, 100, "turns the upper arm inward; negative outward"),
    "elbow": Joint("arm", -5, 155, "bends the elbow"),
    "wrist": Joint("arm", -80, 80, "bends the wrist"),
    "palm": Joint("arm", -180, 180, "turns the hand about the forearm"),
    "shrug": Joint("arm", -4, 8, "lifts the shoulder, in centimetres"),
    "protract": Joint("arm", -5, 6, "pushes the shoulder forward, in centimetres"),
}
"""Ranges after Norkin and White, Measurement of Joint Motion, with a little to spare."""

RULES: Mapping[str, tuple[Literal["leg", "arm"], tuple[str, ...]]] = {
    "foot": ("leg", ("free", "flat", "tiptoe")),
    "hand": ("arm", ("open", "fist", "flat", "wall")),
}
"""What is said of a limb's end in words."""

LIMB_JOINTS = frozenset(
    name for name, joint in JOINTS.items() if joint.owner != "trunk"
) | frozenset(RULES)


@dataclass(frozen=True, slots=True)
class Stance:
    """A position to start from: the body's pitch (0 upright, 90 face down), joints, contacts."""

    pitch: float
    joints: Mapping[str, JointValue]
    touch: Mapping[str, str]
    solves_lean: bool = True
    head_rests: bool = False
    arms_rest: bool = False


STANCES: Mapping[str, Stance] = {
    "standing": Stance(
        0,
        {
            "foot": "flat",
            "hip_out": 2,
            "hip_turn": 7,
            "shoulder": 4,
            "shoulder_out": 5,
            "elbow": 10,
        },
        {"feet": FLOOR},
    ),
    "kneeling": Stance(
        0,
        {
            "knee": 100,
            "foot": "tiptoe",
            "hip_out": 2,
            "shoulder": 4,
            "shoulder_out": 4,
            "elbow": 10,
        },
        {"knee-pads": FLOOR, "toes": FLOOR},
    ),
    "all-fours": Stance(
        75,
        {"hip": 73, "knee": 90, "shoulder": 73, "hand": "flat", "foot": "tiptoe"},
        {"knee-pads": FLOOR, "hands": FLOOR, "toes": FLOOR},
    ),
    "plank": Stance(
        75,
        {"foot": "tiptoe", "shoulder": 75, "hand": "flat"},
        {"toes": FLOOR, "hands": FLOOR},
    ),
    "supine": Stance(
        -90,
        {"shoulder_out": 12, "elbow": 5, "ankle": -8},
        {"upper-back": FLOOR, "buttocks": FLOOR},
        head_rests=True,
        arms_rest=True,
    ),
    "prone": Stance(90, {"ankle": -40, "shoulder_out": 10}, {"chest": FLOOR}, solves_lean=False),
    "sitting": Stance(
        0,
        {"hip": 90, "knee": 90, "shoulder": 22, "elbow": 52},
        {"seat": FLOOR, "heels": FLOOR},
        solves_lean=False,
    ),
    "side-lying": Stance(0, {"shoulder": 30}, {"hip-side": FLOOR}),
    "hanging": Stance(
        0,
        {"shoulder": 178, "shoulder_out": 8, "elbow": 4, "hand": "fist", "ankle": -25, "knee": 6},
        {"grips": "bar"},
        solves_lean=False,
    ),
}
