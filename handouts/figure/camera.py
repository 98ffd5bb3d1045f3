"""The camera: an orthographic view of the world. Flat points are centimetres, x right and y up."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray

from handouts.figure.pose import View
from handouts.figure.rotation import Vector

Points = NDArray[np.float64]

FLAT_DECIMALS = 4
DEPTH_DECIMALS = 6
"""Processors differ in the last bits of a product, and what is drawn from points hangs on whole
bits: rounded to a micrometre and less, a figure is drawn alike on all of them.
"""


class Camera:
    """A viewer far away. ``sight`` is where they look: what faces them runs against it."""

    def __init__(self, view: View) -> None:
        yaw, pitch = math.radians(view.yaw), math.radians(view.pitch)
        cy, sy, cp, sp = math.cos(yaw), math.sin(yaw), math.cos(pitch), math.sin(pitch)
        right = np.array([cy, sy, 0.0])
        up = np.array([-sy * sp, cy * sp, cp])
        self.sight: Vector = np.array([-sy * cp, cy * cp, -sp])
        self._plane: Points = np.column_stack([-right if view.mirrored else right, up])

    def flat(self, points: NDArray[Any]) -> Points:
        """Points of the world as the viewer sees them."""
        flat: Points = np.round(points @ self._plane, FLAT_DECIMALS)
        return flat

    def depth(self, point: Vector) -> float:
        """How far away a point is, against others."""
        return float(self.depths(point))

    def depths(self, points: NDArray[Any]) -> Points:
        """How far away points are; of normals, below 0 where their surfaces face the viewer."""
        depths: Points = np.round(points @ self.sight, DEPTH_DECIMALS)
        return depths

    def faces(self, normal: Vector) -> float:
        """How much a surface faces the viewer: 1 fully, -1 its back."""
        return -self.depth(normal)
