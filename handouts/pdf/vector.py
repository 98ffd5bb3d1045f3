"""Vectors as form XObjects (ISO 32000-1, 8.10), in their own units, y downward."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from handouts.pdf import colour as ink
from handouts.pdf.document import deflated
from handouts.pdf.path import CONSTRUCTION, PAINT
from handouts.pdf.syntax import number
from handouts.typeset.vector import Outline, Pen, Vector, VectorShape

_MITRE = "4 M"
"""The mitre limit of SVG; that of PDF is 10."""


def draw(vector: Vector, grey: bool) -> bytes:
    """Write a vector as a stream object. Whoever places it scales it and turns it over."""
    box = f"/BBox[0 0 {number(vector.width)} {number(vector.height)}]"
    content = "\n".join((_MITRE, *_content(vector, grey)))
    return deflated(f"/Type/XObject/Subtype/Form{box}", content.encode("ascii"))


def _content(vector: Vector, grey: bool) -> Iterator[str]:
    for clips, shapes in groupby(vector.shapes, key=lambda shape: shape.clips):
        yield "q"
        for clip in clips:
            yield f"{_path(clip)} {'W*' if clip.even_odd else 'W'} n"
        for shape in shapes:
            yield from _shape(shape, grey)
        yield "Q"


def _shape(shape: VectorShape, grey: bool) -> Iterator[str]:
    if shape.fill:
        yield ink.fill(ink.grey(shape.fill) if grey else shape.fill)
    if shape.pen:
        yield from _set(shape.pen, grey)
    paint = PAINT[shape.fill is not None, shape.pen is not None]
    rule = "*" if shape.fill and shape.outline.even_odd else ""
    yield f"{_path(shape.outline)} {paint}{rule}"


def _set(pen: Pen, grey: bool) -> Iterator[str]:
    yield ink.stroke(ink.grey(pen.colour) if grey else pen.colour)
    yield f"{number(pen.width)} w {pen.cap} J {pen.join} j [{' '.join(map(number, pen.dash))}]0 d"


def _path(outline: Outline) -> str:
    parts = (
        f"{' '.join(map(number, numbers))} {CONSTRUCTION[letter]}"
        for letter, *numbers in outline.segments
    )
    return " ".join(parts)
