"""Vectors: drawings that people bring along, as shapes in their own colours."""

from __future__ import annotations

from handouts.colour import Colour
from handouts.dataclass import dataclass

Segment = tuple[str, *tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Outline:
    """A closed or open path; what is inside it is told by the even-odd rule, or by winding.

    ``segments`` are as those of a page's ``Path``.
    """

    segments: tuple[Segment, ...]
    even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Pen:
    """What an outline is stroked with. ``cap`` and ``join`` are 0 to 2: butt, round, square; mitre,
    round, bevel. ``dash`` is lengths on and off, none for a line without breaks.
    """

    colour: Colour
    width: float
    cap: int = 0
    join: int = 0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class VectorShape:
    """One shape, painted where it is inside all of its ``clips``."""

    outline: Outline
    fill: Colour | None = None
    pen: Pen | None = None
    clips: tuple[Outline, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Vector:
    """Shapes in painting order within ``width`` by ``height`` units, y downward.

    The larger side is 1000 units. Compared by identity, so that outputs can keep what they made
    of it.
    """

    shapes: tuple[VectorShape, ...]
    width: float
    height: float
