"""Drawing: a figure's description to a strip of frames."""

from __future__ import annotations

from handouts.figure.describe import describe
from handouts.figure.drawing import Strip, StripFrame
from handouts.figure.pose import Figure
from handouts.figure.scene import UNITS, plate, solve


def draw(figure: Figure) -> Strip:
    """All frames on one scale. The same figure gives the same strip, to the last integer."""
    scene = solve(figure)
    frames = []
    for number, frame in enumerate(figure.frames):
        made = plate(scene, number)
        floor, left = round(made.floor * UNITS), round(made.left * UNITS)
        frames.append(StripFrame(made.drawing, floor, left, frame.caption, frame.steps))
    return Strip(tuple(frames), _shows_floor(figure), describe(figure))


def _shows_floor(figure: Figure) -> bool:
    """A mat under the whole body shows the floor by itself; a crop to the arms has none."""
    whole_mat = any(thing.kind == "mat" and not thing.span for thing in figure.equipment)
    return not whole_mat and figure.crop != "arms"
