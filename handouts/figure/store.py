"""The store: strips kept by the content of their figures, so that each is drawn once.

What has been drawn is read without the heavy libraries that drawing needs. A kept strip that
cannot be read is drawn anew.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from handouts.figure.drawing import Drawing, Shape, Strip, StripFrame
from handouts.figure.pose import Figure, Steps

EDITION = 1
"""Raised whenever the same figure would be drawn differently, so that old drawings are not used."""


def strip_of(figure: Figure, folder: Path | None, ready: Sequence[Path] = ()) -> Strip:
    """The strip of a figure: from a folder of ready-made ones, from ``folder``, or drawn and kept
    there. Without a folder it is drawn every time.

    Raises ``OSError`` when the strip cannot be written.
    """
    name = f"{key_of(figure)}.json"
    for place in (*ready, *([folder] if folder else [])):
        kept = _read(place / name)
        if kept is not None:
            return kept
    from handouts.figure.draw import draw

    strip = draw(figure)
    if folder is not None:
        _write(folder / name, strip)
    return strip


def key_of(figure: Figure) -> str:
    """A name for a figure's content: equal figures have equal names, wherever they were written."""
    return hashlib.sha256(f"{EDITION} {figure!r}".encode()).hexdigest()[:32]


def as_json(strip: Strip) -> str:
    """A strip as text that :func:`from_json` reads."""
    frames = [
        {
            "floor": frame.floor,
            "left": frame.left,
            "caption": frame.caption,
            "steps": [[steps.section, steps.first, steps.last] for steps in frame.steps],
            "size": [frame.drawing.width, frame.drawing.height, frame.drawing.units],
            "shapes": [[s.path, s.fill, s.stroke, s.width] for s in frame.drawing.shapes],
        }
        for frame in strip.frames
    ]
    whole = {"description": strip.description, "floor_line": strip.floor_line, "frames": frames}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Strip:
    """A strip as :func:`as_json` wrote it. Raises ``ValueError``, ``KeyError`` or ``TypeError``."""
    whole = json.loads(text)
    frames = tuple(_frame(frame) for frame in whole["frames"])
    return Strip(frames, whole["floor_line"], whole["description"])


def _frame(kept: dict[str, Any]) -> StripFrame:
    width, height, units = kept["size"]
    shapes = tuple(Shape(*shape) for shape in kept["shapes"])
    steps = tuple(Steps(*steps) for steps in kept["steps"])
    drawing = Drawing(shapes, width, height, units)
    return StripFrame(drawing, kept["floor"], kept["left"], kept["caption"], steps)


def _read(path: Path) -> Strip | None:
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _write(path: Path, strip: Strip) -> None:
    """Whole or not at all, also when several processes keep the same strip."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix=".strip-")
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(as_json(strip))
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
