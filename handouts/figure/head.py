"""The head: skull, face, hair and ears as the viewer sees them."""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handouts.dataclass import dataclass
from handouts.figure.camera import Camera, Points
from handouts.figure.layer import EMPTY, Layer, lines_in
from handouts.figure.posture import SIDES, outward
from handouts.figure.proportion import STATURE
from handouts.figure.rotation import vector
from handouts.figure.silhouette import (
    COSINES,
    SINES,
    closed,
    hull,
    polygons,
    ring,
    softened,
    united,
)
from handouts.figure.skeleton import Segment, Skeleton

LARGER = 1.07
"""Heads are drawn a little too large: small figures need a face."""

HAIRLINE = (
    (0, 30, 48, 62, 74, 82, 90, 104, 112, 125, 150, 180),
    (57, 58, 64, 80, 98, 101, 97, 104, 118, 135, 150, 153),
)
"""How far down from the crown the hair grows, by the angle from the face; degrees."""

ROWS, COLUMNS = 10, 48

PROFILE_NOSE = ((0.0500, 0.034), (0.0560, 0.022), (0.0600, 0.0145), (0.0560, 0.0105))

FRONTAL = 0.45

EAR_SHOWS = 0.25


@dataclass(frozen=True, slots=True)
class Blob:
    """An egg on the head: its centre and radii (front, back, side, up), in statures."""

    centre: tuple[float, float, float]
    front: float
    back: float
    side: float
    up: float


SKULL = Blob((0.008, 0, 0.058), 0.0510, 0.0535, 0.0430, 0.0515)
FACE = Blob((0.020, 0, 0.022), 0.0330, 0.0330, 0.0340, 0.044)
JAW = Blob((0.028, 0, -0.008), 0.0215, 0.026, 0.0235, 0.0165)
NOSE = Blob((0.0555, 0, 0.0175), 0.0075, 0.01, 0.0075, 0.0075)
BRIDGE = Blob((0.050, 0, 0.036), 0.004, 0.01, 0.005, 0.004)
SCALP = Blob((0.006, 0, 0.059), 0.0535, 0.0570, 0.0465, 0.0545)
BUN = Blob((-0.066, 0, 0.058), 0.024, 0.026, 0.024, 0.025)


def head_layers(skeleton: Skeleton, camera: Camera) -> list[Layer]:
    """The head, back to front."""
    head = skeleton["head"]
    skull = _head(head, camera)
    hair = _hair(head, camera)
    layers = []
    if skeleton.physique.long_hair:
        bun = _blob(head, camera, BUN)
        layers.append(Layer(bun, "hair", lines_in(bun.boundary)))
        hair = united(hair, bun) if camera.faces(-head.axes[:, 0]) > FRONTAL else hair
    layers.append(Layer(skull, "skin"))
    layers.append(Layer(hair, "hair", lines_in(hair), width=0.7, line_colour="hair-edge"))
    layers += [Layer(ear, "skin", lines_in(ear), width=0.7) for ear in _ears(head, camera)]
    if camera.faces(head.axes[:, 0]) > FRONTAL:
        layers.append(Layer(lines=[_nose_line(head, camera)], width=0.7))
    layers.append(Layer(lines=lines_in(united(skull, hair))))
    return layers


def _blob(head: Segment, camera: Camera, blob: Blob, slices: int = 9) -> BaseGeometry:
    return hull(camera, *_slices(head, blob, slices))


def _slices(head: Segment, blob: Blob, count: int) -> list[Points]:
    x, y, z = (part * LARGER for part in blob.centre)
    front, back, side, up = (r * LARGER for r in (blob.front, blob.back, blob.side, blob.up))
    parts = []
    for index in range(count):
        height = -1 + 2 * index / (count - 1)
        share = max(0.04, math.sqrt(max(0.0, 1 - height * height)))
        parts.append(ring(head, (x, y, z + height * up), front * share, back * share, side * share))
    return parts


def _head(head: Segment, camera: Camera) -> BaseGeometry:
    skull = _blob(head, camera, SKULL)
    face = hull(camera, *_slices(head, FACE, 9), *_slices(head, JAW, 9))
    nose = hull(camera, *_slices(head, NOSE, 5), *_slices(head, BRIDGE, 5))
    return closed(united(closed(united(skull, face), 0.03 * STATURE), nose), 0.006 * STATURE)


def _hair(head: Segment, camera: Camera) -> BaseGeometry:
    """What can be seen of a cap on the skull whose lower edge is the hairline."""
    points, normals = _cap(head)
    flat = camera.flat(points)
    seen = camera.depths(normals) < 0
    cells = [
        flat[row : row + 2, column : column + 2].reshape(4, 2)
        for row in range(ROWS - 1)
        for column in range(COLUMNS)
        if seen[row : row + 2, column : column + 2].any()
    ]
    if not cells:
        return EMPTY
    area = shapely.union_all(shapely.convex_hull(shapely.linestrings(np.array(cells))))
    return softened(closed(area, 0.006 * STATURE), 0.003 * STATURE)


def _cap(head: Segment) -> tuple[Points, Points]:
    """A grid of points on the scalp, and their normals."""
    scale = STATURE * LARGER
    front, back, side, up = (r * scale for r in (SCALP.front, SCALP.back, SCALP.side, SCALP.up))
    around = np.linspace(-np.pi, np.pi, COLUMNS + 1)
    limit = np.interp(np.degrees(np.abs(around)), *HAIRLINE)
    down = np.radians(np.linspace(0, 1, ROWS)[:, None] * limit[None, :])
    depth = np.where(np.cos(around) > 0, front, back)
    local = np.stack(
        [
            depth * np.cos(around) * np.sin(down),
            side * np.sin(around) * np.sin(down),
            up * np.cos(down),
        ],
        axis=-1,
    )
    radii = np.stack(
        [
            np.broadcast_to(depth, down.shape),
            np.full(down.shape, side),
            np.full(down.shape, up),
        ],
        axis=-1,
    )
    centre = np.array(SCALP.centre) * scale
    points = head.origin + (local + centre) @ head.axes.T
    return points, (local / radii**2) @ head.axes.T


def _ears(head: Segment, camera: Camera) -> list[BaseGeometry]:
    ears: list[BaseGeometry] = []
    for side in SIDES:
        sign = outward(side)
        if camera.faces(head.axes @ vector(-0.1, sign, 0.0)) <= EAR_SHOWS:
            continue
        centre = head.point(-0.002 * STATURE, sign * 0.0455 * STATURE, 0.030 * STATURE)
        local = np.column_stack(
            [
                (0.0085 * COSINES - 0.0012 * SINES) * STATURE,
                np.full(len(SINES), sign * 0.004 * STATURE),
                0.0125 * SINES * STATURE,
            ]
        )
        ears.append(Polygon(camera.flat(centre + local @ head.axes.T)))
    return ears


def _nose_line(head: Segment, camera: Camera) -> LineString:
    """The nose of a face that looks at the viewer."""
    scale = LARGER * STATURE
    points = [head.point(x * scale, 0.0, z * scale) for x, z in PROFILE_NOSE]
    points[-1] = head.point(PROFILE_NOSE[-1][0] * scale, 0.007 * scale, PROFILE_NOSE[-1][1] * scale)
    return LineString(camera.flat(np.array(points)))


def head_area(skeleton: Skeleton, camera: Camera) -> BaseGeometry:
    """The head without its hair: what hides the neck."""
    area = _head(skeleton["head"], camera)
    return max(polygons(area), key=lambda part: part.area)
