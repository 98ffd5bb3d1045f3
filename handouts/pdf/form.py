"""Drawings as form XObjects (ISO 32000-1, 8.10): written once, placed anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handouts.colour import Colour
from handouts.figure.drawing import Drawing, Shape
from handouts.pdf.colour import fill, stroke
from handouts.pdf.document import deflated
from handouts.pdf.path import CONSTRUCTION, PAINT
from handouts.pdf.syntax import fine

_COMMAND = re.compile(r"([MLCZ])([^MLCZ]*)")
_ROUND = "1 J 1 j"

Palette = tuple[tuple[str, Colour], ...]


def draw(drawing: Drawing, palette: Palette, line_width: float) -> bytes:
    """Write a drawing as a stream object; line width is in the drawing's units, as all else in it.

    Its coordinates stay as they are, y downward: whoever places it turns it over.
    """
    reach = max((shape.width for shape in drawing.shapes if shape.stroke), default=0) * line_width
    box = (-reach, -reach, drawing.width + reach, drawing.height + reach)
    entries = f"/Type/XObject/Subtype/Form/BBox[{' '.join(map(fine, box))}]"
    content = "\n".join((_ROUND, *_content(drawing, dict(palette), line_width)))
    return deflated(entries, content.encode("ascii"))


def _content(drawing: Drawing, colours: dict[str, Colour], line_width: float) -> Iterator[str]:
    """Give the operators of each shape; state operators only where the state changes."""
    state: dict[str, str] = {}
    for shape in drawing.shapes:
        for kind, operator in _state(shape, colours, line_width):
            if state.get(kind) != operator:
                state[kind] = operator
                yield operator
        yield _path(shape.path)
        yield PAINT[shape.fill is not None, shape.stroke is not None]


def _state(
    shape: Shape, colours: dict[str, Colour], line_width: float
) -> Iterator[tuple[str, str]]:
    if shape.fill is not None:
        yield "fill", fill(colours[shape.fill])
    if shape.stroke is not None:
        yield "stroke", stroke(colours[shape.stroke])
        yield "width", f"{fine(shape.width * line_width)} w"


def _path(data: str) -> str:
    """Turn path data about: in a PDF, operators follow their numbers."""
    commands = _COMMAND.findall(data)
    return " ".join(f"{numbers.strip()} {CONSTRUCTION[letter]}" for letter, numbers in commands)
