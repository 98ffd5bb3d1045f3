"""Rotations and directions of three-dimensional space.

The world: x points right on the page (the way a standing figure faces), y into the page, z up.
Angles are degrees.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]

AHEAD: Vector = np.array([1.0, 0.0, 0.0])
FAR: Vector = np.array([0.0, 1.0, 0.0])
UP: Vector = np.array([0.0, 0.0, 1.0])

TINY = 1e-9
PARALLEL = 1e-6


def about_x(degrees: float) -> Matrix:
    """Turn about x: y towards z."""
    cosine, sine = _cosine_sine(degrees)
    return np.array([[1.0, 0.0, 0.0], [0.0, cosine, -sine], [0.0, sine, cosine]])


def about_y(degrees: float) -> Matrix:
    """Turn about y: z towards x, a bow forward."""
    cosine, sine = _cosine_sine(degrees)
    return np.array([[cosine, 0.0, sine], [0.0, 1.0, 0.0], [-sine, 0.0, cosine]])


def about_z(degrees: float) -> Matrix:
    """Turn about z: x towards y."""
    cosine, sine = _cosine_sine(degrees)
    return np.array([[cosine, -sine, 0.0], [sine, cosine, 0.0], [0.0, 0.0, 1.0]])


def _cosine_sine(degrees: float) -> tuple[float, float]:
    radians = math.radians(degrees)
    return math.cos(radians), math.sin(radians)


def vector(x: float, y: float, z: float) -> Vector:
    """A point or direction."""
    return np.array([x, y, z], dtype=np.float64)


def length(v: Vector) -> float:
    """How long a vector is."""
    return math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2])


def unit(v: Vector) -> Vector:
    """The direction of a vector; one without length stays as it is."""
    size = length(v)
    return v / size if size > TINY else v


def cross(a: Vector, b: Vector) -> Vector:
    """The cross product; written out, for numpy's is slow on single vectors."""
    return np.array(
        [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
    )


def across(v: Vector, axis: Vector) -> Vector:
    """The part of ``v`` that is perpendicular to the unit vector ``axis``."""
    return v - axis * (axis @ v)


def hanging(down: Vector, front: Vector) -> Matrix:
    """Axes of a limb whose bone runs along ``down``, its front toward ``front`` where it can be."""
    z = -unit(down)
    x = across(front, z)
    if length(x) < PARALLEL:
        x = across(AHEAD if abs(z[0]) < 1 / 2 else FAR, z)
    x = unit(x)
    return np.column_stack([x, cross(z, x), z])
