"""Splines: points to path data in integers, smooth where a shape is round and sharp at corners."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from handouts.figure.camera import Points

CORNER = 38.0
"""Degrees of turn from which a point is a corner."""

STRAIGHT_RUN = 9.0
"""Stretches longer than this stay straight, centimetres."""

STRAIGHT_TURN = 1.5

FEWEST = 3


class Grid:
    """Where flat centimetres fall on the integers of a drawing; y turns downward."""

    def __init__(self, left: float, top: float, units: int) -> None:
        self.left, self.top, self.units = left, top, units

    def place(self, points: NDArray[np.float64]) -> list[list[int]]:
        """Integer places of points, one row for each."""
        placed = (points - (self.left, self.top)) * (self.units, -self.units)
        rows: list[list[int]] = np.rint(placed).astype(np.int64).tolist()
        return rows


def polyline(points: Points, closed: bool, grid: Grid) -> str:
    """Path data with straight sides. A closed line's last point repeats its first."""
    placed = grid.place(points[:-1] if closed else points)
    ops = [f"{'L' if index else 'M'} {x} {y}" for index, (x, y) in enumerate(placed)]
    return " ".join([*ops, "Z"] if closed else ops)


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
    after = np.roll(np.arange(len(points)), -1)
    directions = chords / lengths[:, None]
    leaving = np.where(sharp[:, None], _mirrored(tangents[after], directions), tangents)
    arriving = np.where(sharp[after, None], _mirrored(tangents, directions), tangents[after])
    thirds = lengths[:, None] / 3
    first = grid.place(points + leaving * thirds)
    second = grid.place(points[after] - arriving * thirds)
    ends = grid.place(points)
    ops = ["M {} {}".format(*ends[0])]
    for index in range(len(points) if closed else len(points) - 1):
        end = ends[after[index]]
        if sharp[index] and sharp[after[index]]:
            ops.append("L {} {}".format(*end))
        else:
            ops.append("C {} {} {} {} {} {}".format(*first[index], *second[index], *end))
    return " ".join([*ops, "Z"] if closed else ops)


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


def _mirrored(tangents: Points, chords: Points) -> Points:
    """Tangents at corners: those of the other ends, mirrored at the chords between."""
    along = np.einsum("ij,ij->i", tangents, chords)
    mirrored: Points = 2 * along[:, None] * chords - tangents
    return mirrored
