"""Solids: boxes, cylinders, balls and ribbons as layers. World centimetres."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
from shapely import LineString, Point, Polygon, affinity

from handouts.figure.camera import Camera, Points
from handouts.figure.layer import Layer, lines_in
from handouts.figure.rotation import Vector, cross, unit, vector

THIN = 0.7
SMALLEST_FACE = 0.2

Colours = tuple[str, str, str]
"""A box's top, its long sides, its ends."""

LIGHT: Colours = ("prop", "prop-mid", "prop-mid")
DARK: Colours = ("prop-dark", "prop-dark", "prop-dark")
MAT: Colours = ("prop-mid", "prop-dark", "prop-dark")

FACES: tuple[tuple[tuple[int, int, int], int, tuple[tuple[int, int, int], ...]], ...] = (
    ((0, 0, 1), 0, ((0, 0, 1), (1, 0, 1), (1, 1, 1), (0, 1, 1))),
    ((0, 0, -1), 2, ((0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 1, 0))),
    ((0, -1, 0), 1, ((0, 0, 0), (1, 0, 0), (1, 0, 1), (0, 0, 1))),
    ((0, 1, 0), 1, ((0, 1, 0), (1, 1, 0), (1, 1, 1), (0, 1, 1))),
    ((-1, 0, 0), 2, ((0, 0, 0), (0, 1, 0), (0, 1, 1), (0, 0, 1))),
    ((1, 0, 0), 2, ((1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 1))),
)
"""Normal, colour, and corners (low or high of each axis) of a box's faces."""

EDGE_ON = 1e-6


def box(
    camera: Camera,
    x: tuple[float, float],
    y: tuple[float, float],
    z: tuple[float, float],
    colours: Colours = LIGHT,
    width: float = 1.0,
) -> list[Layer]:
    """The faces of an upright box that the viewer sees; each axis from low to high."""
    layers = []
    for normal, colour, corners in FACES:
        if camera.faces(vector(*normal)) <= EDGE_ON:
            continue
        points = np.array([(x[i], y[j], z[k]) for i, j, k in corners])
        face = Polygon(camera.flat(points))
        if face.area >= SMALLEST_FACE:
            edge = lines_in(face)
            layers.append(Layer(face, colours[colour], edge, width=width, straight=True))
    return layers


def circle(centre: Vector, radius: float, axis: Vector, count: int = 36) -> Points:
    """Points on a circle round an axis."""
    axis = unit(axis)
    first = unit(cross(axis, vector(0.31, 0.2, 0.9)))
    second = cross(axis, first)
    angles = np.linspace(0, 2 * np.pi, count, endpoint=False)[:, None]
    points: Points = centre + radius * (np.cos(angles) * first + np.sin(angles) * second)
    return points


def disc(
    camera: Camera, centre: Vector, radius: float, axis: Vector, colour: str, width: float = THIN
) -> Layer:
    """A flat round plate."""
    area = Polygon(camera.flat(circle(centre, radius, axis)))
    return Layer(area, colour, lines_in(area), width=width)


def cylinder(
    camera: Camera,
    start: Vector,
    end: Vector,
    radius: float,
    side: str = "prop-mid",
    cap: str = "prop",
    width: float = 1.0,
) -> list[Layer]:
    """A cylinder between two points; its nearer end shows as a cap."""
    axis = end - start
    near, far = (start, end) if camera.depth(axis) > 0 else (end, start)
    near_end = camera.flat(circle(near, radius, axis))
    far_end = camera.flat(circle(far, radius, axis))
    body = LineString(np.vstack([near_end, far_end])).convex_hull
    layers = [Layer(body, side, lines_in(body), width=width)]
    lid = Polygon(near_end)
    if lid.area > 0.06 * math.pi * radius * radius:
        layers.append(Layer(lid, cap, lines_in(lid), width=width))
    return layers


def ball_of(camera: Camera, centre: Vector, radius: float) -> list[Layer]:
    """A ball with a shadow at its lower right."""
    area = Point(*camera.flat(centre)).buffer(radius, quad_segs=24)
    shadow = area.difference(affinity.translate(area, -radius * 0.16, radius * 0.20))
    return [Layer(area, "prop", lines_in(area)), Layer(shadow, "prop-mid", flush=True)]


def ribbon(
    camera: Camera, points: Sequence[Vector], thickness: float, colour: str = "band"
) -> list[Layer]:
    """A band or strap along points."""
    line = LineString(camera.flat(np.array(points)))
    area = line.buffer(thickness / 2, cap_style="flat", join_style="round")
    return [Layer(area, colour, lines_in(area), width=0.8, straight=True)]


def rod(camera: Camera, start: Vector, end: Vector, radius: float) -> list[Layer]:
    """A thin dark cylinder."""
    return cylinder(camera, start, end, radius, "prop-dark", "prop-dark", THIN)
