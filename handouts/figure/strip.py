"""Strips: drawings together with what a figure says of its frames.

What is said is no part of a drawing: other words, or another language, need no other drawing.
"""

from __future__ import annotations

from collections.abc import Sequence

from handouts.figure.describe import describe
from handouts.figure.drawing import FrameDrawing, Strip, StripFrame
from handouts.figure.pose import Figure


def strip_with(figure: Figure, drawn: Sequence[FrameDrawing]) -> Strip:
    """The strip of a figure from its frames' drawings.

    Raises ``ValueError`` when there are not as many drawings as frames.
    """
    frames = tuple(
        StripFrame(made.drawing, made.floor, made.left, frame.caption, frame.steps)
        for made, frame in zip(drawn, figure.frames, strict=True)
    )
    return Strip(frames, _shows_floor(figure), describe(figure))


def _shows_floor(figure: Figure) -> bool:
    """A mat under the whole body shows the floor by itself; a crop to the arms has none."""
    whole_mat = any(thing.kind == "mat" and not thing.span for thing in figure.equipment)
    return not whole_mat and figure.crop != "arms"
