"""Arrows: the way a part of the body came, drawn clear of the body.

The way is an arc that turns as much as the part's bone turns between the frames. It is moved
outward until it clears everything that is drawn.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from shapely import LineString, Point, Polygon
from shapely.geometry.base import BaseGeometry

from handouts.dataclass import dataclass
from handouts.figure.camera import Camera, Points
from handouts.figure.landmark import ON_LIMBS, ON_SIDES, ON_TRUNK, TRUNK, landmark, sides_of
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

NEAREST, FARTHEST, STEP = 3.0, 60.0, 3.0

DIRECTIONS = 12

SHIFTED = 2.5
"""A way moved off its course must be this much closer than one that keeps it, centimetres."""

FOLLOWING = 5.0
"""And one that follows behind the part, closer than one that leads it."""

SMALLEST_RADIUS = 6.0


@dataclass(frozen=True, slots=True, eq=False)
class Way:
    """How a part came: from, to, and the degrees its bone turned on the page."""

    start: Points
    end: Points
    turn: float

    @property
    def length(self) -> float:
        """From start to end."""
        return math.dist(self.start, self.end)

    @property
    def turns(self) -> bool:
        """Whether the way is drawn as a curve."""
        return abs(self.turn) >= STRAIGHT

    @property
    def radius(self) -> float:
        """Of the curve."""
        return self.length / (2 * math.sin(math.radians(abs(self.turn)) / 2))


def arrow_layers(
    part: str, before: Skeleton, now: Skeleton, camera: Camera, drawn: BaseGeometry
) -> list[Layer]:
    """An arrow along the way of a part, or nothing when it hardly moved on the page."""
    way = way_of(part, before, now, camera)
    if way.length < SMALLEST_MOVE:
        return []
    area = _arrow(_clear(way, drawn.simplify(0.5)))
    return [
        Layer(area.buffer(HALO, quad_segs=2), "paper", straight=True),
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
    name = {**ON_TRUNK, **ON_SIDES, **ON_LIMBS}[base][0]
    if name in TRUNK:
        segment = "thorax" if name in ("head", "neck") else name
    else:
        segment = f"{sides[0]}-{_swinging(name)}"
    axis = camera.flat(body[segment].axes[:, 2])
    return math.atan2(axis[1], axis[0])


def _swinging(segment: str) -> str:
    """Hands and feet go where forearm and shank swing them."""
    return {"hand": "forearm", "foot": "shank", "toes": "shank"}.get(segment, segment)


def _clear(way: Way, drawn: BaseGeometry) -> Points:
    """The way, moved as little as clears what is drawn."""
    shapely.prepare(drawn)
    best, least = _moved(way, 0.0), math.inf
    for offset in np.arange(NEAREST, FARTHEST, STEP):
        for points, dislike in _candidates(way, float(offset)):
            cost = offset + dislike
            if cost < least:
                cost += _crowding(points, drawn)
            if cost < least:
                best, least = points, cost
    return best


def _candidates(way: Way, offset: float) -> Iterator[tuple[Points, float]]:
    """The way moved by an offset, and how much less each is liked than a wider curve."""
    if way.turns:
        yield _moved(way, offset), 0.0
        if way.radius - offset > SMALLEST_RADIUS:
            yield _moved(way, -offset), SHIFTED
    here = _moved(way, 0.0)
    heading = (way.end - way.start) / way.length
    for angle in np.linspace(0, 2 * math.pi, DIRECTIONS, endpoint=False):
        direction = np.array([math.cos(angle), math.sin(angle)])
        behind = max(0.0, -float(direction @ heading)) * FOLLOWING
        yield here + direction * offset, SHIFTED + behind


def _crowding(points: Points, drawn: BaseGeometry) -> float:
    """What it costs an arrow to touch or come close to what is drawn."""
    line = LineString(points)
    if not shapely.dwithin(drawn, line, CLEARANCE):
        return 0.0
    return (CLEARANCE - line.distance(drawn)) * 3.0 + line.intersection(drawn).length * 4.0


def _moved(way: Way, offset: float) -> Points:
    """The way as an arrow's length of it; a curve is widened by the offset."""
    if not way.turns:
        return _straight(way)
    chord = way.end - way.start
    turn = math.radians(way.turn)
    normal = np.array([-chord[1], chord[0]]) / way.length
    centre = (way.start + way.end) / 2 + normal * (way.radius * math.cos(turn / 2)) * np.sign(turn)
    first = math.atan2(*(way.start - centre)[::-1])
    outer = way.radius + offset
    margin = (abs(turn) - _trimmed(abs(turn) * outer) / outer) / 2
    angles = first + np.sign(turn) * np.linspace(margin, abs(turn) - margin, POINTS)
    arc: Points = centre + outer * np.column_stack([np.cos(angles), np.sin(angles)])
    return arc


def _trimmed(length: float) -> float:
    """How long an arrow is for a way of some length."""
    return min(LONGEST, max(SHORTEST, length * 0.78))


def _straight(way: Way) -> Points:
    along = (way.end - way.start) / way.length
    size = _trimmed(way.length)
    points: Points = way.end - along * size * np.linspace(1, 0, POINTS)[:, None]
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
    return LineString([*shaft, neck]).buffer(SHAFT / 2, quad_segs=4).union(head)


def _at(line: LineString, distance: float) -> Points:
    return np.array(line.interpolate(distance).coords[0])
