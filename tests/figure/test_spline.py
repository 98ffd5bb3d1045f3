from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from handouts.figure.spline import Grid, polyline, spline

GRID = Grid(0.0, 100.0, 10)


def test_a_polyline_has_straight_sides_and_y_grows_downward() -> None:
    square = np.array([(0, 0), (0, 10), (10, 10), (0, 0)], dtype=float)
    assert polyline(square, True, GRID) == "M 0 1000 L 0 900 L 100 900 Z"


def test_a_round_shape_becomes_curves() -> None:
    angles = np.linspace(0, 2 * np.pi, 17)
    circle = 5 * np.column_stack([np.cos(angles), np.sin(angles)]) + 50
    path = spline(circle, True, GRID)
    assert path.count("C") == 16
    assert "L" not in path


def test_corners_stay_corners() -> None:
    square = np.array([(0, 0), (0, 10), (10, 10), (10, 0), (0, 0)], dtype=float)
    assert spline(square, True, GRID).count("L") == 4


def test_an_open_line_ends_where_its_points_end() -> None:
    points = np.array([(0, 0), (1, 1), (2, 1.5), (3, 1.7)])
    path = spline(points, False, GRID)
    assert path.startswith("M 0 1000")
    assert path.endswith("30 983")
    assert "Z" not in path


coordinates = st.tuples(st.integers(-50, 50), st.integers(-50, 50))


@given(st.lists(coordinates, min_size=2, max_size=20, unique=True))
def test_a_curve_passes_through_all_its_points(points: list[tuple[int, int]]) -> None:
    path = spline(np.array(points, dtype=float), False, GRID)
    ends = [f"{x * 10} {1000 - y * 10}" for x, y in points]
    for end in ends:
        assert f" {end} " in f"{path} "
