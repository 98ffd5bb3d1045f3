"""Silhouettes: rounded solids of the body as the flat areas that the viewer sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handouts.figure.camera import Camera, Points
from handouts.figure.proportion import STATURE
from handouts.figure.section import Profile
from handouts.figure.skeleton import Segment

ROUND = 22
"""Points on a section."""

ANGLES = np.linspace(0, 2 * np.pi, ROUND, endpoint=False)
COSINES, SINES = np.cos(ANGLES), np.sin(ANGLES)
FRONT = COSINES > 0

EXACT = 0.02
NICK = 0.6
FACING_A_LITTLE = 0.02
TOUCHING = 1e-9


def rings(
    segment: Segment,
    profile: Profile,
    scale: float = STATURE,
    grow: float = 0.0,
    centre: tuple[float, float] = (0.0, 0.0),
) -> Points:
    """The sections of a segment as rings of points, (sections, points, 3).

    ``at`` of each section is ``scale`` centimetres along z; ``grow`` is added all round.
    """
    table = np.array([(s.at, s.front, s.back, s.side) for s in profile])
    at, front, back, side = (table[:, i : i + 1] for i in range(4))
    front, back, side = (part * STATURE + grow for part in (front, back, side))
    x = centre[0] + np.where(FRONT, front, back) * COSINES
    y = centre[1] + side * SINES
    local = np.stack([x, y, np.broadcast_to(at * scale, x.shape)], axis=-1)
    placed: Points = segment.origin + local @ segment.axes.T
    return placed


def ring(
    segment: Segment, centre: tuple[float, float, float], front: float, back: float, side: float
) -> Points:
    """One section round a point of a segment, in statures, as one ring."""
    x = np.where(FRONT, front, back) * COSINES
    local = np.stack([x, side * SINES, np.zeros(ROUND)], axis=-1) + centre
    placed: Points = segment.origin + (local * STATURE) @ segment.axes.T
    return placed[np.newaxis]


def upright_rings(segment: Segment, profile: Sequence[tuple[float, ...]]) -> Points:
    """Sections across a foot: x, lower z, upper z and half width, in statures."""
    table = np.array(profile) * STATURE
    x, low, high, width = (table[:, i : i + 1] for i in range(4))
    z = (low + high) / 2 + (high - low) / 2 * COSINES
    local = np.stack([np.broadcast_to(x, z.shape), width * SINES, z], axis=-1)
    placed: Points = segment.origin + local @ segment.axes.T
    return placed


def hull(camera: Camera, *parts: Points) -> BaseGeometry:
    """The convex outline of all the points."""
    points = np.concatenate([part.reshape(-1, 3) for part in parts])
    return LineString(camera.flat(points)).convex_hull


def tube(camera: Camera, *parts: Points) -> BaseGeometry:
    """The outline of a solid that runs through rings, one after the other."""
    flat = camera.flat(np.concatenate(parts))
    pairs = np.concatenate([flat[:-1], flat[1:]], axis=1)
    hulls = np.asarray(shapely.convex_hull(shapely.linestrings(pairs)))
    return shapely.union_all(hulls[shapely.area(hulls) > 0])


def united(*geometries: BaseGeometry) -> BaseGeometry:
    """The union of areas."""
    return shapely.union_all(list(geometries))


def closed(area: BaseGeometry, radius: float) -> BaseGeometry:
    """The area with its hollows narrower than ``radius`` filled round."""
    return _grown(_grown(area, radius), -radius)


def softened(area: BaseGeometry, radius: float) -> BaseGeometry:
    """The area with points and hollows rounded."""
    return _grown(_grown(_grown(area, -radius), 2 * radius), -radius)


def _grown(area: BaseGeometry, radius: float) -> BaseGeometry:
    """The area grown all round. What has been grown before has many points that say nothing: they
    would make each further step slower.
    """
    return area.simplify(EXACT, preserve_topology=False).buffer(radius, quad_segs=6)


def smoothed(area: BaseGeometry) -> BaseGeometry:
    """The area without the nicks and spikes that a line's width hides on paper but not enlarged."""
    return softened(closed(area, NICK), NICK)


def polygons(area: BaseGeometry) -> list[Polygon]:
    """The polygons of an area."""
    parts: Iterable[BaseGeometry] = shapely.get_parts(area)
    return [part for part in parts if isinstance(part, Polygon) and not part.is_empty]


def without_holes(area: BaseGeometry) -> BaseGeometry:
    """The area with everything inside its outer edges."""
    return united(*(Polygon(part.exterior) for part in polygons(area)))


def open_end(camera: Camera, area: BaseGeometry, end: Points, segment: Segment) -> BaseGeometry:
    """A sleeve whose end is turned to the viewer shows the limb coming out, not a lid."""
    if camera.faces(-segment.axes[:, 2]) <= FACING_A_LITTLE:
        return area
    return area.difference(hull(camera, end))


def hem(camera: Camera, end: Points) -> LineString | None:
    """The half of a ring that faces the viewer, where a piece of cloth ends."""
    points = end.reshape(-1, 3)
    middle = points.mean(axis=0)
    visible = camera.depths(points - middle) < TOUCHING
    if visible.all() or not visible.any():
        return None
    start = next(i for i in range(ROUND) if visible[i] and not visible[i - 1])
    count = int(visible.sum())
    order = [(start + i) % ROUND for i in range(count)]
    first = (points[start - 1] + points[start]) / 2
    last = (points[(order[-1] + 1) % ROUND] + points[order[-1]]) / 2
    return LineString(camera.flat(np.vstack([first, points[order], last])))
