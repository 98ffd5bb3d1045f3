"""The store: drawings kept by what their figures look like, so that each is drawn once.

What has been drawn is read without the heavy libraries that drawing needs. A kept strip that
cannot be read is drawn anew.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from handouts import whole
from handouts.figure.drawing import Drawing, FrameDrawing, Shape, Strip
from handouts.figure.palette import COLOUR
from handouts.figure.pose import Figure
from handouts.figure.strip import strip_with
from handouts.source.disk import LARGEST, content

EDITION = 5
"""Raised whenever the same figure would be drawn differently, so that old drawings are not used."""


_NAMES = {None, "skin", "skin-far", *COLOUR}
_WIDEST, _FARTHEST = 100, 1_000_000


def strip_of(figure: Figure, folder: Path | None, ready: Sequence[Path] = ()) -> Strip:
    """The strip of a figure: from a folder of ready-made ones, from ``folder``, or drawn and kept
    there. Without a folder it is drawn every time.

    Raises ``OSError`` when the strip cannot be written.
    """
    name = f"{key_of(figure)}.json"
    for place in (*ready, *([folder] if folder else [])):
        kept = _read(place / name, figure)
        if kept is not None:
            return kept
    from handouts.figure.draw import draw

    strip = draw(figure)
    if folder is not None:
        whole.write(folder / name, as_json(strip).encode())
    return strip


def key_of(figure: Figure) -> str:
    """A name for what a figure looks like, whatever its captions say and wherever it is written."""
    frames = tuple(replace(frame, caption=None, steps=()) for frame in figure.frames)
    looks = replace(figure, frames=frames)
    return hashlib.sha256(f"{EDITION} {looks!r}".encode()).hexdigest()[:32]


def as_json(strip: Strip) -> str:
    """The drawings of a strip as text that :func:`from_json` reads."""
    frames = [
        {
            "floor": frame.floor,
            "left": frame.left,
            "size": [frame.drawing.width, frame.drawing.height, frame.drawing.units],
            "shapes": [[s.path, s.fill, s.stroke, s.width] for s in frame.drawing.shapes],
        }
        for frame in strip.frames
    ]
    return json.dumps({"frames": frames}, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str, figure: Figure) -> Strip:
    """The strip of a figure from its drawings, as :func:`as_json` wrote them.

    Raises ``ValueError``, ``KeyError`` or ``TypeError`` when they are not.
    """
    return strip_with(figure, [_frame(frame) for frame in json.loads(text)["frames"]])


def _frame(kept: dict[str, Any]) -> FrameDrawing:
    width, height, units = map(_integer, kept["size"])
    if min(width, height, units) < 1:
        raise ValueError("this has no size")
    drawing = Drawing(_shapes(kept["shapes"]), width, height, units)
    return FrameDrawing(drawing, _integer(kept["floor"]), _integer(kept["left"]))


_PATH = re.compile("[MLCZ 0-9-]*", re.ASCII)
"""Signs of path data; its grammar would take four times as long to hold it to."""


def _shapes(kept: list[Any]) -> tuple[Shape, ...]:
    """Shapes, if they are some: drawings may come with a library that somebody hands on, and what
    they hold goes onto the page as it is.
    """
    shapes = tuple([Shape(*shape) for shape in kept])
    are_paths = _PATH.fullmatch("".join([shape.path for shape in shapes]))
    names = {name for shape in shapes for name in (shape.fill, shape.stroke)}
    if not are_paths or not names <= _NAMES or not all([0 <= s.width <= _WIDEST for s in shapes]):
        raise ValueError("these are no shapes")
    return shapes


def _integer(value: int) -> int:
    if type(value) is not int or abs(value) > _FARTHEST:
        raise ValueError("this is no measure")
    return value


def _read(path: Path, figure: Figure) -> Strip | None:
    try:
        return from_json(content(path, LARGEST).decode(), figure)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
