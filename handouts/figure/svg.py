"""Drawings as SVG, for screens and manuals (SVG 1.1, paths and fills alone)."""

from __future__ import annotations

from collections.abc import Mapping

from handouts.colour import Colour
from handouts.figure.drawing import Drawing, Shape


def as_svg(drawing: Drawing, colours: Mapping[str, Colour], line_width: float) -> str:
    """A drawing as an SVG document of its own; ``line_width`` is in centimetres of the figure."""
    width = line_width * drawing.units
    shapes = "\n".join(_path(shape, colours, width) for shape in drawing.shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {drawing.width} {drawing.height}"'
        ' fill="none" fill-rule="evenodd" stroke-linecap="round" stroke-linejoin="round">\n'
        f"{shapes}\n</svg>\n"
    )


def _path(shape: Shape, colours: Mapping[str, Colour], width: float) -> str:
    paint = ""
    if shape.fill is not None:
        paint += f' fill="{_code(colours[shape.fill])}"'
    if shape.stroke is not None:
        stroke = _code(colours[shape.stroke])
        paint += f' stroke="{stroke}" stroke-width="{width * shape.width:g}"'
    return f'<path{paint} d="{shape.path}"/>'


def _code(colour: Colour) -> str:
    parts = (colour.red, colour.green, colour.blue)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)
