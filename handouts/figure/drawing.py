"""Drawings: what the figure room gives, and what a page can hold.

A drawing is a short list of shapes in painting order, in integer units, so that it is small to
keep, exact to repeat and quick to write.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from handouts.dataclass import dataclass
from handouts.figure.pose import Steps


@dataclass(frozen=True, slots=True)
class Shape:
    """One path of a drawing.

    ``path`` is path data in absolute integers, y downward: ``M x y``, ``L x y``,
    ``C x1 y1 x2 y2 x y`` and ``Z``, separated by spaces. Holes are wound the other way round, so
    either fill rule leaves them open. ``fill`` and ``stroke`` name palette colours (``skin``,
    ``shirt``, ``muscle``, ``ink`` …) and are ``None`` where there is none. ``width`` is the line's,
    as a multiple of the drawing's outline width; lines end and join round.
    """

    path: str
    fill: str | None = None
    stroke: str | None = None
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes within ``width`` by ``height`` units; ``units`` of them make a centimetre."""

    shapes: tuple[Shape, ...] = field(hash=False)  # there are many, and the size tells most apart
    width: int
    height: int
    units: int


@dataclass(frozen=True, slots=True)
class FrameDrawing:
    """A drawing and how it stands among others.

    ``floor`` is how far below the drawing's top the floor line runs, and ``left`` where its left
    edge is against the figure's fixed point, in units, so that frames stand on one line and stacked
    ones below each other.
    """

    drawing: Drawing
    floor: int
    left: int


@dataclass(frozen=True, slots=True)
class StripFrame:
    """One position of a figure: its drawing as it stands (see ``FrameDrawing``), and what is said.

    ``caption`` is what is done, ``steps`` which cues it shows.
    """

    drawing: Drawing
    floor: int
    left: int
    caption: str | None = None
    steps: tuple[Steps, ...] = ()


@dataclass(frozen=True, slots=True)
class Strip:
    """All frames of a figure, on one scale. ``floor_line`` is whether a line shows the floor."""

    frames: Sequence[StripFrame]
    floor_line: bool
    description: str
