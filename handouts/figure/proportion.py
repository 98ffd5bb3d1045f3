"""Lengths and masses of the body, and the two physiques the figure can have.

Lengths are centimetres on a figure 170 cm tall, as fractions of stature after Drillis and Contini;
masses and their centres along a segment after Dempster (both in Winter, Biomechanics and Motor
Control of Human Movement, table 4.1).
"""

from __future__ import annotations

from handouts.dataclass import dataclass

STATURE = 170.0

THIGH = 0.245 * STATURE
SHANK = 0.246 * STATURE
ANKLE_HEIGHT = 0.039 * STATURE
BALL_OF_FOOT = 0.072 * STATURE
UPPER_ARM = 0.182 * STATURE
FOREARM = 0.146 * STATURE

WAIST_HEIGHT = 0.05
CHEST_HEIGHT = 0.20
"""The bending part of the trunk, in statures above the hip line."""

WRIST_THICKNESS = 0.022 * STATURE
"""How far the wrist stays above the surface under a flat hand."""
FOREARM_THICKNESS = 0.021 * STATURE


@dataclass(frozen=True, slots=True)
class Physique:
    """What differs from one body to the other.

    ``hip`` and ``shoulder`` are half distances between the joints, in statures. The girths multiply
    the widths of the trunk's sections at hip, waist and shoulder, and the limbs' thickness.
    """

    name: str
    hip: float
    shoulder: float
    hip_girth: float
    waist_girth: float
    shoulder_girth: float
    limb_girth: float
    long_hair: bool


SHORT_HAIR = Physique("short-hair", 0.049, 0.095, 1.0, 1.0, 1.0, 1.0, long_hair=False)
LONG_HAIR = Physique("long-hair", 0.051, 0.087, 1.06, 0.91, 0.92, 0.94, long_hair=True)
PHYSIQUES = {physique.name: physique for physique in (SHORT_HAIR, LONG_HAIR)}

LIMB_MASSES = {
    "thigh": (0.100, 0.0, -0.433 * THIGH),
    "shank": (0.0465, 0.0, -0.433 * SHANK),
    "foot": (0.0145, 0.04 * STATURE, -0.02 * STATURE),
    "upper-arm": (0.028, 0.0, -0.436 * UPPER_ARM),
    "forearm": (0.016, 0.0, -0.43 * FOREARM),
    "hand": (0.006, 0.0, -0.04 * STATURE),
}
TRUNK_MASSES = {
    "pelvis": (0.25, 0.0, 0.06 * STATURE),
    "thorax": (0.247, 0.0, 0.22 * STATURE),
    "head": (0.081, 0.01 * STATURE, 0.03 * STATURE),
}
"""Share of the body's mass, and where it is: x forward and z up on the segment, centimetres."""
