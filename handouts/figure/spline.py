"""Splines: points to path data in integers, smooth where a shape is round and sharp at corners."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from handouts.figure.camera import Points

CORNER = 38.0
"""Degrees of turn from which a point is a corner."""

STRAIGHT_RUN = 9.0
"""Stretches longer than this stay straight, centimetres."""

STRAIGHT_TURN = 1.5


class Grid:
    """Where flat centimetres fall on the integers of a drawing; y turns downward."""

    def __init__(self, left: float, top: float, units: int) -> None:
        self.left, self.top, self.units = left, top, units

    def place(self, points: NDArray[np.float64]) -> NDArray[np.int64]:
        """Integer places of points."""
        shifted = np.stack([points[..., 0] - self.left, self.top - points[..., 1]], axis=-1)
        return np.rint(shifted * self.units).astype(np.int64)


def polyline(points: Points, closed: bool, grid: Grid) -> str:
    """Path data with straight sides."""
    placed = grid.place(points[:-1] if closed else points)
    path = _op("M", placed[0]) + "".join(_op("L", point) for point in placed[1:])
    return path + (" Z" if closed else "")


def spline(points: Points, closed: bool, grid: Grid) -> str:
    """Path data of a smooth curve through points (Catmull-Rom with chordal tangents).

    A closed curve's last point repeats its first.
    """
    if closed:
        points = points[:-1]
    if len(points) < FEWEST:
        return polyline(np.vstack([points, points[:1]]) if closed else points, closed, grid)
    chords = np.roll(points, -1, axis=0) - points
    lengths = np.hypot(chords[:, 0], chords[:, 1]) + 1e-9
    tangents, sharp = _tangents(chords, lengths, closed)
    count = len(points) if closed else len(points) - 1
    path = _op("M", grid.place(points[0]))
    for index in range(count):
        after = (index + 1) % len(points)
        chord = chords[index] / lengths[index]
        ends = (points[index], points[after])
        if sharp[index] and sharp[after]:
            path += _op("L", grid.place(ends[1]))
            continue
        leaving = tangents[index] if not sharp[index] else _mirrored(tangents[after], chord)
        arriving = tangents[after] if not sharp[after] else _mirrored(tangents[index], chord)
        third = lengths[index] / 3
        curve = np.stack([ends[0] + leaving * third, ends[1] - arriving * third, ends[1]])
        path += _op("C", grid.place(curve).ravel())
    return path + (" Z" if closed else "")


FEWEST = 3


def _tangents(
    chords: Points, lengths: NDArray[np.float64], closed: bool
) -> tuple[Points, NDArray[np.bool_]]:
    """The direction of the curve at each point, and which points are corners."""
    before, length_before = np.roll(chords, 1, axis=0), np.roll(lengths, 1)
    heading = np.degrees(np.arctan2(chords[:, 1], chords[:, 0]))
    turn = np.abs((heading - np.roll(heading, 1) + 180) % 360 - 180)
    both_long = (length_before > STRAIGHT_RUN) & (lengths > STRAIGHT_RUN)
    sharp = (turn > CORNER) | (both_long & (turn > STRAIGHT_TURN))
    if not closed:
        sharp[0] = sharp[-1] = True
    here, there = chords / lengths[:, None], before / length_before[:, None]
    chordal = there * lengths[:, None] + here * length_before[:, None]
    chordal /= np.hypot(chordal[:, 0], chordal[:, 1])[:, None] + 1e-9
    one_long = np.maximum(lengths, length_before) > STRAIGHT_RUN
    along_longer = np.where((length_before > lengths)[:, None], there, here)
    return np.where(one_long[:, None], along_longer, chordal), sharp


def _mirrored(tangent: Points, chord: Points) -> Points:
    """The tangent at a corner: that of the other end, mirrored at the chord."""
    mirrored: Points = 2 * (tangent @ chord) * chord - tangent
    return mirrored


def _op(letter: str, numbers: Iterable[int]) -> str:
    return f"{'' if letter == 'M' else ' '}{letter} " + " ".join(str(int(n)) for n in numbers)


def joined(paths: Sequence[str]) -> str:
    """Several paths as one."""
    return " ".join(paths)
