"""Drawings: what the figure room gives, and what a page can hold.

A drawing is a short list of shapes in painting order, in integer units, so that it is small to
keep, exact to repeat and quick to write.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Shape:
    """One path of a drawing.

    ``path`` is path data in absolute integers, y downward: ``M x y``, ``L x y``, ``C x1 y1 x2 y2 x y``
    and ``Z``, separated by spaces. ``fill`` and ``stroke`` name palette colours (``skin``, ``shirt``,
    ``muscle``, ``ink`` …) and are ``None`` where there is none. ``width`` is the line's, as a multiple
    of the drawing's outline width.
    """

    path: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes within ``width`` × ``height`` units; ``units`` of them make a centimetre of the figure."""

    shapes: tuple[Shape, ...]
    width: int
    height: int
    units: int
