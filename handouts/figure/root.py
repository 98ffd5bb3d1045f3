"""Roots of a function of one angle: scanned for a change of sign, then closed in on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

Function = Callable[[float], float]

CLOSE_ENOUGH = 1e-5
MOST_STEPS = 40


def nearest_root(f: Function, around: float, span: float, step: float = 3.0) -> float | None:
    """The root closest to ``around``, at most ``span`` away; ``None`` when no sign changes."""
    start = f(around)
    low, high = (around, start), (around, start)
    for count in range(1, int(span / step) + 1):
        above, below = around + count * step, around - count * step
        upper, lower = (above, f(above)), (below, f(below))
        found = [_close_in(f, *pair) for pair in ((high, upper), (lower, low)) if _brackets(*pair)]
        if found:
            return min(found, key=lambda root: abs(root - around))
        low, high = lower, upper
    return None


def roots(f: Function, around: float, span: float, step: float = 6.0) -> list[float]:
    """Every root within ``span`` of ``around`` that a scan in steps of ``step`` can see."""
    count = int(span / step)
    points = [(x, f(x)) for x in (around + step * i for i in range(-count, count + 1))]
    pairs = (pair for pair in pairwise(points) if _brackets(*pair))
    return [_close_in(f, low, high) for low, high in pairs]


Point = tuple[float, float]


def _brackets(low: Point, high: Point) -> bool:
    return low[1] == 0 or low[1] * high[1] < 0


def _close_in(f: Function, low: Point, high: Point) -> float:
    """The root between two points of opposite sign, by false position (the Illinois method)."""
    (a, fa), (b, fb) = low, high
    for _ in range(MOST_STEPS):
        if fa == 0:
            return a
        middle = (a * fb - b * fa) / (fb - fa)
        value = f(middle)
        if abs(value) < CLOSE_ENOUGH or abs(b - a) < CLOSE_ENOUGH:
            return middle
        if value * fb < 0:
            a, fa = b, fb
        else:
            fa /= 2
        b, fb = middle, value
    return (a + b) / 2
