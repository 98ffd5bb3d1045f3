"""The body's shape: elliptical sections along each segment.

A section is how far the body extends in front of its bone, behind it, and to the side, in
statures. Along a limb, sections stand at fractions of its length; on the trunk at heights above
the hip line.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise

from handouts.dataclass import dataclass
from handouts.figure.proportion import CHEST_HEIGHT, Physique


@dataclass(frozen=True, slots=True)
class Section:
    """An ellipse across a bone, at ``at`` along it; its front half may be fuller than its back."""

    at: float
    front: float
    back: float
    side: float


Profile = tuple[Section, ...]


def section_at(profile: Profile, at: float) -> Section:
    """The section at a place between two given ones; beyond the ends it stays as it was there."""
    index = bisect_left(profile, at, key=lambda section: section.at)
    if index == 0:
        return replace(profile[0], at=at)
    if index == len(profile):
        return replace(profile[-1], at=at)
    low, high = profile[index - 1], profile[index]
    share = (at - low.at) / (high.at - low.at)
    return Section(
        at,
        low.front + (high.front - low.front) * share,
        low.back + (high.back - low.back) * share,
        low.side + (high.side - low.side) * share,
    )


def between(profile: Profile, start: float, end: float) -> Profile:
    """The sections of a stretch, cut to it at both ends."""
    inner = tuple(section for section in profile if start < section.at < end)
    return (section_at(profile, start), *inner, section_at(profile, end))


def _profile(*rows: tuple[float, float, float, float]) -> Profile:
    return tuple(Section(*row) for row in rows)


THIGH_PROFILE = _profile(
    (-0.06, 0.036, 0.040, 0.032),
    (0.00, 0.050, 0.053, 0.045),
    (0.12, 0.052, 0.054, 0.0475),
    (0.30, 0.049, 0.050, 0.0465),
    (0.50, 0.043, 0.0435, 0.042),
    (0.70, 0.0365, 0.036, 0.036),
    (0.86, 0.032, 0.030, 0.0315),
    (0.95, 0.0315, 0.027, 0.0305),
    (1.00, 0.030, 0.026, 0.030),
)
SHANK_PROFILE = _profile(
    (0.00, 0.029, 0.026, 0.0295),
    (0.07, 0.0285, 0.0285, 0.029),
    (0.20, 0.0255, 0.0365, 0.031),
    (0.34, 0.0235, 0.0365, 0.0305),
    (0.50, 0.021, 0.030, 0.026),
    (0.68, 0.0178, 0.0220, 0.0195),
    (0.85, 0.0158, 0.0180, 0.0165),
    (0.95, 0.016, 0.0180, 0.0165),
    (1.00, 0.0165, 0.0185, 0.017),
)
UPPER_ARM_PROFILE = _profile(
    (-0.085, 0.018, 0.018, 0.014),
    (-0.03, 0.029, 0.029, 0.0245),
    (0.06, 0.0325, 0.032, 0.0285),
    (0.20, 0.0325, 0.0315, 0.0295),
    (0.42, 0.029, 0.028, 0.027),
    (0.70, 0.0245, 0.0235, 0.023),
    (0.90, 0.0215, 0.0215, 0.0215),
    (1.00, 0.0205, 0.021, 0.021),
)
FOREARM_PROFILE = _profile(
    (0.00, 0.0205, 0.021, 0.021),
    (0.12, 0.0235, 0.0225, 0.0235),
    (0.28, 0.024, 0.023, 0.0245),
    (0.50, 0.0205, 0.0195, 0.0215),
    (0.75, 0.0158, 0.0155, 0.018),
    (0.92, 0.0135, 0.0135, 0.0165),
    (1.00, 0.0135, 0.0135, 0.0158),
)
TRUNK_PROFILE = _profile(
    (-0.052, 0.020, 0.034, 0.055),
    (-0.040, 0.034, 0.050, 0.074),
    (-0.022, 0.045, 0.064, 0.088),
    (0.000, 0.051, 0.069, 0.0935),
    (0.020, 0.053, 0.066, 0.0930),
    (0.045, 0.052, 0.057, 0.0875),
    (0.075, 0.050, 0.046, 0.0785),
    (0.105, 0.048, 0.041, 0.0725),
    (0.135, 0.050, 0.043, 0.073),
    (0.165, 0.056, 0.048, 0.078),
    (0.195, 0.0635, 0.053, 0.0845),
    (0.222, 0.067, 0.0555, 0.089),
    (0.246, 0.063, 0.0555, 0.0900),
    (0.264, 0.053, 0.053, 0.086),
    (0.279, 0.041, 0.048, 0.074),
    (0.292, 0.033, 0.041, 0.056),
    (0.304, 0.028, 0.035, 0.041),
    (0.312, 0.026, 0.032, 0.034),
)

# Below, ``at`` is statures from the segment's origin, for shapes that are no limb of a set length.
NECK_PROFILE = _profile(
    (-0.010, 0.026, 0.030, 0.030),
    (0.015, 0.0255, 0.0275, 0.027),
    (0.045, 0.026, 0.028, 0.0265),
    (0.075, 0.028, 0.028, 0.027),
)
OPEN_HAND_PROFILE = _profile(
    (0.000, 0.0135, 0.0135, 0.0130),
    (0.018, 0.017, 0.017, 0.0135),
    (0.036, 0.0205, 0.0205, 0.013),
    (0.054, 0.020, 0.0205, 0.0115),
    (0.072, 0.017, 0.0185, 0.0100),
    (0.088, 0.0125, 0.015, 0.0085),
    (0.097, 0.006, 0.009, 0.005),
)
FIST_PROFILE = _profile(
    (0.000, 0.0135, 0.0128, 0.0115),
    (0.010, 0.0190, 0.0180, 0.0162),
    (0.022, 0.0235, 0.0223, 0.0200),
    (0.034, 0.0245, 0.0233, 0.0208),
    (0.046, 0.0220, 0.0209, 0.0187),
    (0.056, 0.0140, 0.0133, 0.0119),
)

THUMB = (
    (0.004, -0.012, 0.011),
    (0.0165, -0.028, 0.0088),
    (0.0205, -0.043, 0.0075),
    (0.0205, -0.052, 0.0050),
)
"""Balls along the thumb: x, z and radius."""

FOOT_PROFILE = (
    (-0.0400, -0.034, -0.014, 0.012),
    (-0.0350, -0.039, 0.000, 0.019),
    (-0.018, -0.039, 0.011, 0.0215),
    (0.008, -0.039, 0.011, 0.0225),
    (0.030, -0.039, 0.000, 0.0240),
    (0.050, -0.039, -0.0075, 0.0265),
    (0.066, -0.039, -0.0115, 0.0275),
    (0.074, -0.039, -0.0130, 0.0275),
)
TOES_PROFILE = (
    (0.0, -0.012, 0.014, 0.0275),
    (0.012, -0.012, 0.0115, 0.0265),
    (0.024, -0.012, 0.0075, 0.023),
    (0.034, -0.011, 0.002, 0.016),
    (0.0385, -0.007, -0.002, 0.008),
)
"""Sections across the shoe: x from the ankle or the ball, lower and upper z, half width."""


def trunk_profile(physique: Physique) -> Profile:
    """The trunk's sections, their widths fitted to a physique."""
    return tuple(
        replace(section, side=section.side * _girth(physique, section.at))
        for section in TRUNK_PROFILE
    )


def _girth(physique: Physique, height: float) -> float:
    """How much wider than the table the trunk is: hip, waist and shoulder, and evenly between."""
    stations = (
        (0.0, physique.hip_girth),
        (0.105, physique.waist_girth),
        (CHEST_HEIGHT, physique.shoulder_girth),
    )
    if height <= 0:
        return physique.hip_girth
    for (low, start), (high, end) in pairwise(stations):
        if height <= high:
            return start + (end - start) * (height - low) / (high - low)
    return physique.shoulder_girth


def limb_profile(profile: Profile, physique: Physique) -> Profile:
    """A limb's sections, their thickness fitted to a physique."""
    girth = physique.limb_girth
    return tuple(Section(s.at, s.front * girth, s.back * girth, s.side * girth) for s in profile)
