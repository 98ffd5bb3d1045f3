"""Drawings as form XObjects (ISO 32000-1, 8.10): written once, placed anywhere.

A drawing's content calls colours and line widths by name, and the form's resources say what they
are. So the content is worked out and compressed once, whatever the colours and the size it prints
in. What has a name in a PDF is not a colour but a colour space: each here is of one colour alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from zlib import compress

from handouts.colour import Colour
from handouts.figure.drawing import Drawing, Shape
from handouts.pdf.document import QUICK, stream
from handouts.pdf.path import PAINT
from handouts.pdf.syntax import fine

_COMMAND = re.compile("([MLCZ])")
_ROUND = "1 J 1 j"


def content(drawing: Drawing) -> bytes:
    """Write what is painted, compressed. Coordinates stay as they are, y downward."""
    return compress("\n".join((_ROUND, *_operators(drawing))).encode("ascii"), QUICK)


def draw(drawing: Drawing, content: bytes, colours: str, line_width: float) -> bytes:
    """Write a drawing as a stream object. Whoever places it turns it over.

    ``colours`` refers to the colour spaces of a palette; line width is in the drawing's units, as
    all else in it.
    """
    widths = [width * line_width for width in _widths(drawing)]
    reach = max(widths, default=0.0)
    box = (-reach, -reach, drawing.width + reach, drawing.height + reach)
    pens = "".join([f"/W{index}<</LW {fine(width)}>>" for index, width in enumerate(widths)])
    return stream(
        f"/Type/XObject/Subtype/Form/BBox[{' '.join(map(fine, box))}]"
        f"/Resources<</ColorSpace {colours}/ExtGState<<{pens}>>>>/Filter/FlateDecode",
        content,
    )


def colour_spaces(palette: Mapping[str, Colour]) -> str:
    """Write the dictionary of a palette's colours; equal parts are black ink alone (8.6.6.3)."""
    return f"<<{''.join([f'/{name}{_space(colour)}' for name, colour in palette.items()])}>>"


def _space(colour: Colour) -> str:
    red, green, blue = (round(part * 255) for part in (colour.red, colour.green, colour.blue))
    if red == green == blue:
        return f"[/Indexed/DeviceGray 0<{red:02X}>]"
    return f"[/Indexed/DeviceRGB 0<{red:02X}{green:02X}{blue:02X}>]"


def _widths(drawing: Drawing) -> list[float]:
    return sorted({shape.width for shape in drawing.shapes if shape.stroke is not None})


def _operators(drawing: Drawing) -> Iterator[str]:
    """Give the operators of each shape; state operators only where the state changes."""
    names = {width: f"/W{index} gs" for index, width in enumerate(_widths(drawing))}
    state: dict[str, str] = {}
    for shape in drawing.shapes:
        for kind, operator in _state(shape, names):
            if state.get(kind) != operator:
                state[kind] = operator
                yield operator
        yield _path(shape.path)
        yield PAINT[shape.fill is not None, shape.stroke is not None]


def _state(shape: Shape, pens: Mapping[float, str]) -> Iterator[tuple[str, str]]:
    if shape.fill is not None:
        yield "fill", f"/{shape.fill} cs 0 sc"
    if shape.stroke is not None:
        yield "stroke", f"/{shape.stroke} CS 0 SC"
        yield "pen", pens[shape.width]


def _path(data: str) -> str:
    """Turn path data about: in a PDF, operators follow their numbers.

    All of them go by the same letters but for the one that closes a path.
    """
    parts = _COMMAND.split(f"{data} ")
    parts[1::2], parts[2::2] = parts[2::2], parts[1::2]
    return "".join(parts).lower().replace("z", "h")
