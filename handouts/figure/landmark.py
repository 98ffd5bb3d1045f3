"""Landmarks: the named points of the body that poses speak of (``right-knee``, ``heels``).

A plain name of a paired landmark means the point midway between both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handouts.figure.posture import SIDES, Side, outward
from handouts.figure.proportion import SHANK, STATURE, THIGH

if TYPE_CHECKING:
    from handouts.figure.rotation import Vector
    from handouts.figure.skeleton import Skeleton

Offset = tuple[float, float, float]

ON_TRUNK: dict[str, tuple[str, Offset]] = {
    "hips": ("pelvis", (0, 0, 0)),
    "waist": ("pelvis", (0, 0, 0.1)),
    "seat": ("pelvis", (-0.02, 0, -0.052)),
    "buttocks": ("pelvis", (-0.068, 0, -0.005)),
    "belly": ("pelvis", (0.05, 0, 0.06)),
    "upper-back": ("thorax", (-0.053, 0, 0.262)),
    "back": ("thorax", (-0.055, 0, 0.235)),
    "chest": ("thorax", (0.066, 0, 0.225)),
    "neck": ("neck", (0, 0, 0)),
    "head": ("head", (0.012, 0, 0.055)),
    "top": ("head", (0, 0, 0.11)),
    "face": ("head", (0.07, 0, 0.03)),
    "head-back": ("head", (-0.045, 0, 0.045)),
}
"""Segment and offset of the landmarks on the midline, in statures."""

TRUNK = frozenset({"pelvis", "thorax", "neck", "head"})

ON_LIMBS: dict[str, tuple[str, Offset]] = {
    "hip": ("thigh", (0, 0, 0)),
    "thigh": ("thigh", (0, 0, -0.5 * THIGH / STATURE)),
    "knee": ("shank", (0, 0, 0)),
    "knee-pad": ("shank", (0.027, 0, -0.022)),
    "shin": ("shank", (0.022, 0, -0.5 * SHANK / STATURE)),
    "calf": ("shank", (-0.024, 0, -0.68 * SHANK / STATURE)),
    "achilles": ("shank", (-0.018, 0, -0.95 * SHANK / STATURE)),
    "ankle": ("foot", (0, 0, 0)),
    "foot": ("foot", (0, 0, -0.039)),
    "sole": ("foot", (0.03, 0, -0.039)),
    "heel": ("foot", (-0.034, 0, -0.036)),
    "instep": ("foot", (0.06, 0, -0.012)),
    "toes": ("toes", (0, 0, -0.012)),
    "toe-tip": ("toes", (0.036, 0, -0.006)),
    "shoulder": ("upper-arm", (0, 0, 0)),
    "elbow": ("forearm", (0, 0, 0)),
    "forearm": ("forearm", (-0.021, 0, -0.05)),
    "wrist": ("hand", (0, 0, 0)),
    "palm": ("hand", (0, 0, -0.03)),
    "grip": ("hand", (0.006, 0, -0.032)),
    "hand": ("hand", (0, 0, -0.05)),
    "finger-tips": ("hand", (0, 0, -0.097)),
}
"""The same for landmarks that both sides have; the segment is named without its side."""

ON_SIDES: dict[str, tuple[str, Offset]] = {
    "hip-side": ("pelvis", (0, 0.09, 0)),
    "shoulder-side": ("thorax", (0, 0.126, 0.269)),
    "ear": ("head", (-0.002, 0.0455, 0.03)),
    "foot-side": ("foot", (0.03, 0.026, -0.032)),
}
"""The same for landmarks beside a bone, of trunk or limb: y leads outward."""

PLURALS = {
    "knees": "knee",
    "knee-pads": "knee-pad",
    "feet": "foot",
    "heels": "heel",
    "soles": "sole",
    "insteps": "instep",
    "ankles": "ankle",
    "calves": "calf",
    "shins": "shin",
    "thighs": "thigh",
    "hands": "hand",
    "palms": "palm",
    "grips": "grip",
    "wrists": "wrist",
    "forearms": "forearm",
    "elbows": "elbow",
    "shoulders": "shoulder",
    "ears": "ear",
}

LEG_PARTS = frozenset(
    {"foot", "heel", "toes", "toe-tip", "sole", "calf", "instep", "ankle", "foot-side"}
)
"""What a leg can be moved to touch a surface with."""

REACHING_PARTS = frozenset(
    {"foot", "heel", "ankle", "toes", "toe-tip", "sole", "instep"}
    | {"hand", "grip", "palm", "wrist", "finger-tips"}
)
"""What a limb can reach with."""

ARM_PARTS = frozenset({"hand", "grip", "palm", "forearm", "elbow", "wrist", "finger-tips"})


def names() -> list[str]:
    """Every name that :func:`landmark` knows."""
    paired = sorted([*ON_LIMBS, *ON_SIDES])
    sided = [f"{side}-{name}" for name in paired for side in SIDES]
    return sorted(ON_TRUNK) + paired + sided + sorted(PLURALS)


def sides_of(name: str) -> tuple[tuple[Side, ...], str]:
    """Which sides a name means, and the landmark's own name: ``left-heel`` is ``(left,), heel``."""
    for side in SIDES:
        if name.startswith(side + "-"):
            return (side,), name.removeprefix(side + "-")
    return SIDES, PLURALS.get(name, name)


def landmark(skeleton: Skeleton, name: str) -> Vector:
    """Where a landmark is, in the world. Raises ``KeyError`` for a name the body does not have."""
    sides, base = sides_of(name)
    if base in ON_TRUNK:
        segment, (x, y, z) = ON_TRUNK[base]
        return skeleton[segment].point(x * STATURE, y * STATURE, z * STATURE)
    if len(sides) == 1:
        return landmark_on(skeleton, sides[0], base)
    right, left = (landmark_on(skeleton, side, base) for side in SIDES)
    return (right + left) / 2


def landmark_on(skeleton: Skeleton, side: Side, base: str) -> Vector:
    """Where a landmark of one side is."""
    if base in ON_SIDES:
        bone, (x, y, z) = ON_SIDES[base]
        place = skeleton[bone if bone in TRUNK else f"{side}-{bone}"]
        return place.point(x * STATURE, y * outward(side) * STATURE, z * STATURE)
    segment, (x, y, z) = ON_LIMBS[base]
    return skeleton[f"{side}-{segment}"].point(x * STATURE, y * STATURE, z * STATURE)
