"""Arrows: the way a part of the body came, drawn clear of the body.

The way is an arc that turns as much as the part's bone turns between the frames. It is moved
outward until it clears everything that is drawn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handouts.figure.camera import Camera, Points
from handouts.figure.landmark import ON_LIMBS, ON_SIDES, ON_TRUNK, landmark, sides_of
from handouts.figure.layer import Layer
from handouts.figure.skeleton import Skeleton

SHAFT, HEAD_LENGTH, HEAD_WIDTH = 2.3, 7.5, 7.5
HALO = 1.3
CLEARANCE = 4.5
"""How far an arrow keeps from what is drawn, centimetres."""

SHORTEST, LONGEST = 17.0, 58.0
SMALLEST_MOVE = 2.0
STRAIGHT = 12.0
"""An arc that turns less than this is drawn straight, degrees."""

MOST_TURN = 150.0
POINTS = 24
STEP = 2.0
FARTHEST = 46.0


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """How a part came: from, to, and the degrees its bone turned on the page."""

    start: Points
    end: Points
    turn: float


def arrow_layers(
    part: str, before: Skeleton, now: Skeleton, camera: Camera, drawn: BaseGeometry
) -> list[Layer]:
    """An arrow along the way of a part, or nothing when it hardly moved on the page."""
    way = way_of(part, before, now, camera)
    if math.dist(way.start, way.end) < SMALLEST_MOVE:
        return []
    area = _arrow(_clear(way, drawn))
    return [
        Layer(area.buffer(HALO), "paper", straight=True),
        Layer(area, "arrow", straight=True),
    ]


def way_of(part: str, before: Skeleton, now: Skeleton, camera: Camera) -> Way:
    """How a landmark came from one frame to the next, on the page."""
    start, end = (camera.flat(landmark(body, part)) for body in (before, now))
    first, last = (_bone(part, body, camera) for body in (before, now))
    turn = (math.degrees(last - first) + 180) % 360 - 180
    return Way(start, end, max(-MOST_TURN, min(MOST_TURN, turn)))


def _bone(part: str, body: Skeleton, camera: Camera) -> float:
    """The direction on the page of the bone that carries a landmark, radians."""
    sides, base = sides_of(part)
    if base in ON_TRUNK or base in ON_SIDES:
        name = {**ON_TRUNK, **ON_SIDES}[base][0]
        segment = "thorax" if name in ("head", "neck") else name
    else:
        segment = f"{sides[0]}-{_swinging(ON_LIMBS[base][0])}"
    axis = camera.flat(body[segment].axes[:, 2])
    return math.atan2(axis[1], axis[0])


def _swinging(segment: str) -> str:
    """Hands and feet go where forearm and shank swing them."""
    return {"hand": "forearm", "foot": "shank", "toes": "shank"}.get(segment, segment)


def _clear(way: Way, drawn: BaseGeometry) -> Points:
    """The way, moved to whichever side first clears what is drawn; the far side of a curve first."""
    best, least = None, math.inf
    for index in range(int(FARTHEST / STEP)):
        offset = 3.0 + STEP * index
        for side in (1.0, -1.0):
            points = _moved(way, side * offset)
            if points is None:
                continue
            cost = offset + _crowding(points, drawn) + (0.0 if side > 0 else INNER)
            if cost < least:
                best, least = points, cost
    if best is None:
        raise AssertionError("a way has at least one straight arrow")
    return best


INNER = 6.0
"""The inside of a curve must be this much closer to be preferred, centimetres."""


def _crowding(points: Points, drawn: BaseGeometry) -> float:
    """What it costs an arrow to touch or come close to what is drawn."""
    line = LineString(points)
    gap = line.distance(drawn)
    if gap >= CLEARANCE:
        return 0.0
    return (CLEARANCE - gap) * 3.0 + line.intersection(drawn).length * 4.0


def _moved(way: Way, offset: float) -> Points | None:
    """The way moved sideways by an offset: outward from a curve where it is positive."""
    chord = way.end - way.start
    size = math.hypot(*chord)
    if abs(way.turn) < STRAIGHT:
        return _straight(way, chord / size, size, offset)
    turn = math.radians(way.turn)
    radius = size / (2 * math.sin(abs(turn) / 2))
    outer = radius + offset
    if outer < SMALLEST_RADIUS:
        return None
    normal = np.array([-chord[1], chord[0]]) / size
    centre = (way.start + way.end) / 2 + normal * (radius * math.cos(turn / 2)) * np.sign(turn)
    first = math.atan2(*(way.start - centre)[::-1])
    margin = (abs(turn) - _trimmed(abs(turn) * outer) / outer) / 2
    angles = first + np.sign(turn) * np.linspace(margin, abs(turn) - margin, POINTS)
    arc: Points = centre + outer * np.column_stack([np.cos(angles), np.sin(angles)])
    return arc


SMALLEST_RADIUS = 6.0


def _trimmed(length: float) -> float:
    """How long an arrow is for a way of some length."""
    return min(LONGEST, max(SHORTEST, length * 0.78))


def _straight(way: Way, along: Points, size: float, offset: float) -> Points:
    normal = np.array([-along[1], along[0]])
    middle = (way.start + way.end) / 2 + normal * offset
    half = _trimmed(size) / 2
    points: Points = middle + np.linspace(-half, half, POINTS)[:, None] * along
    return points


def _arrow(points: Points) -> BaseGeometry:
    """An arrow along points: a shaft and a head."""
    line = LineString(points)
    tip = points[-1]
    neck = _at(line, line.length - HEAD_LENGTH * 0.8)
    base = _at(line, line.length - HEAD_LENGTH)
    along = (tip - base) / math.hypot(*(tip - base))
    across = np.array([-along[1], along[0]]) * HEAD_WIDTH / 2
    inner = base + along * HEAD_LENGTH * 0.16
    head = Polygon([tip, base + across, inner, base - across])
    shaft = [point for point in points if line.project(Point(point)) < line.length - HEAD_LENGTH]
    return LineString([*shaft, neck]).buffer(SHAFT / 2).union(head)


def _at(line: LineString, distance: float) -> Points:
    return np.array(line.interpolate(distance).coords[0])
