"""Drawing: a figure's description to a strip of frames."""

from __future__ import annotations

from handouts.figure.drawing import FrameDrawing, Strip
from handouts.figure.pose import Figure
from handouts.figure.scene import UNITS, plate, solve
from handouts.figure.strip import strip_with


def draw(figure: Figure) -> Strip:
    """All frames on one scale. The same figure gives the same strip, to the last integer."""
    scene = solve(figure)
    plates = (plate(scene, number) for number in range(len(figure.frames)))
    drawn = [
        FrameDrawing(made.drawing, round(made.floor * UNITS), round(made.left * UNITS))
        for made in plates
    ]
    return strip_with(figure, drawn)
