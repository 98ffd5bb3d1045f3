"""Highlights: the visible part of a muscle's strip of the body's surface, from any side."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

import numpy as np
import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from handouts.figure.camera import Camera, Points
from handouts.figure.musculature import MUSCLES, Region, Strip
from handouts.figure.pose import Muscle
from handouts.figure.posture import SIDES, Side, outward
from handouts.figure.proportion import FOREARM, SHANK, STATURE, THIGH, UPPER_ARM
from handouts.figure.section import Section, section_at
from handouts.figure.silhouette import closed, united
from handouts.figure.skeleton import Segment, Skeleton
from handouts.figure.skin import BodyShape, trunk_station

STEPS, ACROSS = 16, 25
CLOTH = {"thigh": 0.3, "upper-arm": 0.3, "trunk": 0.2, "pelvis": 0.2}
"""How far above the skin a highlight lies where it is worn over cloth, centimetres."""

LENGTHS = {"thigh": THIGH, "shank": SHANK, "upper-arm": UPPER_ARM, "forearm": FOREARM}

Station = Callable[[float], tuple[Segment, float, Section]]
"""For a place along a strip: the segment, z on it, and the section there."""

JOINS = 5.0
INSET = 0.985


def highlights(
    skeleton: Skeleton,
    camera: Camera,
    shape: BodyShape,
    muscles: Iterable[Muscle],
    regions: Iterable[Region],
    side: Side,
) -> list[BaseGeometry]:
    """What can be seen of each muscle on some regions; of limbs, on one side.

    Strips of one muscle that meet are one area.
    """
    wanted = frozenset(regions)
    areas = []
    for muscle in muscles:
        found = [
            _visible(camera, _station(skeleton, shape, strip.region, one), strip, outward(one))
            for strip in _strips(muscle)
            if strip.region in wanted
            for one in _sides(strip, muscle, side)
        ]
        seen = [area for area in found if area is not None]
        if seen:
            areas.append(closed(united(*seen), JOINS))
    return areas


def _sides(strip: Strip, muscle: Muscle, side: Side) -> tuple[Side, ...]:
    """On which sides a strip is highlighted, for a limb of one side."""
    if strip.region not in ("trunk", "pelvis"):
        return (side,) if muscle.side in (None, side) else ()
    if muscle.side is not None:
        return (muscle.side,)
    return SIDES if strip.both else SIDES[1:]


def _strips(muscle: Muscle) -> Iterator[Strip]:
    """A muscle's strips; of one side, half of a strip that lies across the midline."""
    for strip in MUSCLES[muscle.name]:
        across = strip.region in ("trunk", "pelvis") and strip.centre in (0, 180)
        if muscle.side is None or not across:
            yield strip
        else:
            half = strip.half_width / 2
            yield replace(strip, centre=abs(strip.centre - half), half_width=half)


def _station(skeleton: Skeleton, shape: BodyShape, region: Region, side: Side) -> Station:
    if region in ("trunk", "pelvis"):

        def on_trunk(at: float) -> tuple[Segment, float, Section]:
            return *trunk_station(skeleton, at), section_at(shape.trunk, at)

        return on_trunk
    profiles = {
        "thigh": shape.thigh,
        "shank": shape.shank,
        "upper-arm": shape.upper_arm,
        "forearm": shape.forearm,
    }
    segment, profile, length = skeleton[f"{side}-{region}"], profiles[region], LENGTHS[region]

    def on_limb(at: float) -> tuple[Segment, float, Section]:
        return segment, -at * length, section_at(profile, at)

    return on_limb


def _visible(camera: Camera, station: Station, strip: Strip, sign: int) -> BaseGeometry | None:
    """The part of a strip that faces the viewer."""
    pieces: list[BaseGeometry] = []
    before: Points | None = None
    for step in range(STEPS + 1):
        share = step / STEPS
        seen = _seen(camera, station, strip, sign, share)
        if seen is not None and before is not None:
            pieces.append(LineString(np.vstack([before, seen])).convex_hull)
        before = seen
    return shapely.union_all(pieces) if pieces else None


def _seen(camera: Camera, station: Station, strip: Strip, sign: int, share: float) -> Points | None:
    """The points of one row across a strip that face the viewer; the strip's ends are pointed."""
    segment, z, section = station(strip.start + (strip.end - strip.start) * share)
    narrow = math.sin(math.pi * min(max(share, 0.015), 0.985)) ** 0.42
    half = strip.half_width * narrow
    around = np.radians(np.linspace(strip.centre - half, strip.centre + half, ACROSS))
    cosine, sine = np.cos(around), np.sin(around) * sign
    cloth = CLOTH.get(strip.region, 0.0)
    depth = np.where(cosine > 0, section.front, section.back) * STATURE + cloth
    width = section.side * STATURE + cloth
    local = np.column_stack([depth * cosine * INSET, width * sine * INSET, np.full(ACROSS, z)])
    normals = np.column_stack([cosine / depth, sine / width, np.zeros(ACROSS)]) @ segment.axes.T
    visible = camera.depths(normals) < 0
    if visible.sum() < 2:
        return None
    return camera.flat(segment.origin + local[visible] @ segment.axes.T)
