"""ReportLab drawings as vectors: every shape an outline, every transformation carried out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from math import isfinite, sqrt
from typing import Any

from reportlab.graphics.shapes import Group, Line, PolyLine

from handouts.colour import Colour
from handouts.typeset.picture import PictureError
from handouts.typeset.vector import Outline, Pen, Segment, Vector, VectorShape

_SIDE = 1000.0
"""Units of the larger side."""

_FARTHEST = 100 * _SIDE
_MOST_SHAPES = 20_000
_MOVE, _LINE = 0, 1
_OPERATORS = (("M", 1), ("L", 1), ("C", 3), ("Z", 0))
"""By ReportLab's number of a path operator, our letter and how many points it takes."""

_EVEN_ODD = 0
_HINT = "save it as PNG, about 1000 pixels wide"

Matrix = tuple[float, float, float, float, float, float]
ToPath = Callable[[Any], Any]
"""Makes a ReportLab path of another shape; none where it cannot."""


def outlined(drawing: Any, to_path: ToPath) -> Vector:
    """Convert a drawing, whose y grows upward. Raises ``PictureError`` where it cannot be."""
    width, height = drawing.width, drawing.height
    if not (isfinite(width) and isfinite(height) and width > 0 and height > 0):
        raise PictureError("has no size", "give it a viewBox, or a width and a height")
    scale = _SIDE / max(width, height)
    upright = (scale, 0.0, 0.0, -scale, 0.0, height * scale)
    shapes = tuple(islice(_shapes(drawing, upright, (), to_path), _MOST_SHAPES + 1))
    if not shapes:
        raise PictureError("shows nothing", "look at it in a browser, and save it again")
    if len(shapes) > _MOST_SHAPES:
        raise PictureError(f"has more than {_MOST_SHAPES} shapes", _HINT)
    return Vector(shapes, width * scale, height * scale)


def _shapes(
    group: Any, matrix: Matrix, clips: tuple[Outline, ...], to_path: ToPath
) -> Iterator[VectorShape]:
    """Give what a group paints; a clip holds for what comes after it in its group."""
    for item in group.contents:
        if isinstance(item, Group):
            yield from _shapes(item, _composed(matrix, item.transform), clips, to_path)
            continue
        outline = _outline(item, matrix, to_path)
        if getattr(item, "isClipPath", False):
            clips = (*clips, outline)
            continue
        properties = item.getProperties()
        fill, pen = _colour(properties.get("fillColor")), _pen(properties, matrix)
        if fill or pen:
            yield VectorShape(outline, fill, pen, clips)


def _outline(shape: Any, matrix: Matrix, to_path: ToPath) -> Outline:
    operators, points = _path(shape, to_path)
    placed = iter([_moved(point, matrix) for point in zip(points[::2], points[1::2], strict=True)])
    segments: list[Segment] = []
    for operator in operators:
        letter, count = _OPERATORS[operator]
        numbers = [number for point in islice(placed, count) for number in point]
        segments.append((letter, *numbers))
    return Outline(tuple(segments), getattr(shape, "fillMode", None) == _EVEN_ODD)


def _path(shape: Any, to_path: ToPath) -> tuple[Sequence[int], Sequence[float]]:
    """Give a shape's path operators and the coordinates that they take."""
    if isinstance(shape, Line):
        return (_MOVE, _LINE), (shape.x1, shape.y1, shape.x2, shape.y2)
    if isinstance(shape, PolyLine):
        return (_MOVE, *[_LINE] * (len(shape.points) // 2 - 1)), shape.points
    path = to_path(shape)
    if path is None:
        raise PictureError("has something in it that has no outline", _HINT)
    return path.operators, path.points


def _pen(properties: dict[str, Any], matrix: Matrix) -> Pen | None:
    colour = _colour(properties.get("strokeColor"), properties.get("strokeOpacity"))
    if colour is None:
        return None
    a, b, c, d, _, _ = matrix
    scale = sqrt(abs(a * d - b * c))
    dash = tuple(scale * length for length in properties.get("strokeDashArray") or ())
    return Pen(
        colour,
        scale * properties["strokeWidth"],
        cap=properties.get("strokeLineCap") or 0,
        join=properties.get("strokeLineJoin") or 0,
        dash=dash if any(dash) and min(dash) >= 0 else (),
    )


def _colour(paint: Any, opacity: float | None = None) -> Colour | None:
    """Give a colour of ReportLab; none for no paint, and for paint that cannot be seen."""
    alpha = 0.0 if paint is None else min(paint.alpha, 1.0 if opacity is None else opacity)
    if alpha <= 0:
        return None
    if alpha < 1:
        raise PictureError("has see-through parts", f"use flat colours, or {_HINT}")
    return Colour(paint.red, paint.green, paint.blue)


def _composed(outer: Matrix, inner: Sequence[float]) -> Matrix:
    """Give the matrix that carries out ``inner``, then ``outer``."""
    a, b, c, d, e, f = inner
    outer_a, outer_b, outer_c, outer_d, outer_e, outer_f = outer
    return (
        outer_a * a + outer_c * b,
        outer_b * a + outer_d * b,
        outer_a * c + outer_c * d,
        outer_b * c + outer_d * d,
        outer_a * e + outer_c * f + outer_e,
        outer_b * e + outer_d * f + outer_f,
    )


def _moved(point: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    (x, y), (a, b, c, d, e, f) = point, matrix
    moved = a * x + c * y + e, b * x + d * y + f
    if not all(abs(number) <= _FARTHEST for number in moved):
        raise PictureError("reaches far beyond its size", _HINT)
    return moved
