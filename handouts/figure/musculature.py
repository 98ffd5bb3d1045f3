"""Muscle groups: where each lies on the surface of the body."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from handouts.dataclass import dataclass

Region = Literal["thigh", "shank", "upper-arm", "forearm", "pelvis", "trunk"]


@dataclass(frozen=True, slots=True)
class Strip:
    """A strip of a segment's surface, pointed at both ends.

    ``start`` and ``end`` are places along the segment as its sections count them. ``centre`` is the
    direction round the bone: 0 front, 90 outward, 180 back; ``half_width`` degrees to either side.
    ``both`` mirrors a strip of the trunk onto its other side.
    """

    region: Region
    start: float
    end: float
    centre: float
    half_width: float
    both: bool = False


MUSCLES: Mapping[str, tuple[Strip, ...]] = {
    "hamstrings": (Strip("thigh", 0.08, 0.95, 180, 88),),
    "quads": (Strip("thigh", 0.10, 0.95, 0, 86),),
    "adductors": (Strip("thigh", 0.06, 0.78, -90, 72),),
    "hip-flexors": (Strip("thigh", -0.04, 0.30, 0, 60),),
    "calves": (Strip("shank", 0.04, 0.62, 180, 85),),
    "shins": (Strip("shank", 0.06, 0.75, 20, 50),),
    "glutes": (
        Strip("pelvis", -0.052, 0.066, 180, 86),
        Strip("thigh", -0.06, 0.20, 180, 82),
    ),
    "hip-side": (
        Strip("pelvis", -0.01, 0.062, 90, 48, both=True),
        Strip("thigh", -0.02, 0.10, 90, 50),
    ),
    "abs": (Strip("trunk", 0.03, 0.20, 0, 60),),
    "obliques": (Strip("trunk", 0.05, 0.17, 90, 34, both=True),),
    "lower-back": (Strip("trunk", 0.03, 0.17, 180, 60),),
    "chest": (Strip("trunk", 0.185, 0.262, 0, 66),),
    "upper-back": (Strip("trunk", 0.18, 0.29, 180, 80),),
    "lats": (Strip("trunk", 0.10, 0.24, 135, 40, both=True),),
    "neck": (Strip("trunk", 0.26, 0.305, 180, 70),),
    "rear-shoulders": (Strip("upper-arm", -0.04, 0.28, 150, 70),),
    "shoulders": (Strip("upper-arm", -0.04, 0.34, 60, 110),),
    "triceps": (Strip("upper-arm", 0.12, 0.88, 180, 75),),
    "biceps": (Strip("upper-arm", 0.25, 0.88, 0, 70),),
    "forearms": (Strip("forearm", 0.05, 0.6, 0, 80),),
}
