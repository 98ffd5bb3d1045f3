"""Pictures, drawings and QR codes: boxes that hold something drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from handouts.layout.block import Figure, Image, Qr
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import (
    Colour,
    Element,
    Mark,
    Path,
    PlacedDrawing,
    PlacedPicture,
    Rectangle,
)
from handouts.typeset.placer import Placer

QUIET_ZONE = 4
"""Modules of white round a QR code (ISO/IEC 18004)."""


@dataclass(slots=True, eq=False)
class ImageBox(Box):
    """A picture in its own shape."""

    block: Image

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the picture as a figure."""
        box = Rectangle(x, y, self.width, self.height)
        _place_figure(out, box, self.block.alt, [PlacedPicture(self.block.picture, box)])


@dataclass(slots=True, eq=False)
class FigureBox(Box):
    """A drawing in its own shape."""

    block: Figure
    environment: Environment

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the drawing as a figure."""
        box = Rectangle(x, y, self.width, self.height)
        palette = {name: self.environment.colours[name] for name in _palette(self.block)}
        scale = self.width / (self.block.drawing.width / self.block.drawing.units)
        line = min(max(0.52 * scale + 0.28, 0.42), 0.9)
        _place_figure(
            out, box, self.block.alt, [PlacedDrawing(self.block.drawing, box, palette, line)]
        )


@dataclass(slots=True, eq=False)
class QrBox(Box):
    """A QR code, its quiet zone outside the box's edges but for what the page leaves white anyway."""

    block: Qr
    rows: Sequence[Sequence[int]]
    colour: Colour

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the code as a figure that is a link."""
        box = Rectangle(x, y, self.width, self.height)
        module = self.width / len(self.rows)
        out.begin(Element("Link"))
        out.link(box, self.block.alt, self.block.address)
        _place_figure(
            out, box, self.block.alt, [Path(_modules(self.rows, x, y, module), fill=self.colour)]
        )
        out.end()


def measure_image(block: Image, width: float, environment: Environment) -> ImageBox:
    """Fit a picture into the width and its greatest height."""
    w, h = _fitted(
        block.picture.width, block.picture.height, width, environment.length(block.height)
    )
    return ImageBox(w, h, False, block)


def measure_figure(block: Figure, width: float, environment: Environment) -> FigureBox:
    """Fit a drawing into the width and its greatest height."""
    w, h = _fitted(
        block.drawing.width, block.drawing.height, width, environment.length(block.height)
    )
    return FigureBox(w, h, False, block, environment)


def measure_qr(block: Qr, width: float, environment: Environment) -> QrBox:
    """Make the code, large enough that a camera reads each module."""
    import segno

    code = segno.make(block.address, micro=False, error="m")
    rows = [list(row) for row in code.matrix]
    side = max(environment.length(block.size), ceil(len(rows) * block.module))
    return QrBox(side, side, False, block, rows, environment.colours["ink"])


def _fitted(
    width: float, height: float, most_width: float, most_height: float
) -> tuple[float, float]:
    scale = min(most_width / width, most_height / height)
    return width * scale, height * scale


def _palette(block: Figure) -> list[str]:
    used = {name for shape in block.drawing.shapes for name in (shape.fill, shape.stroke) if name}
    return sorted(used)


def _modules(
    rows: Sequence[Sequence[int]], x: float, y: float, module: float
) -> Sequence[tuple[str, *tuple[float, ...]]]:
    """Draw each run of dark modules of a row as one rectangle."""
    segments: list[tuple[str, *tuple[float, ...]]] = []
    for index, row in enumerate(rows):
        top, bottom = y + index * module, y + (index + 1) * module
        start = None
        for column, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                left, right = x + start * module, x + column * module
                segments += [
                    ("M", left, top),
                    ("L", right, top),
                    ("L", right, bottom),
                    ("L", left, bottom),
                    ("Z",),
                ]
                start = None
    return segments


def _place_figure(out: Placer, box: Rectangle, alt: str, marks: Sequence[Mark]) -> None:
    out.begin(Element("Figure", alt=alt, box=box))
    for mark in marks:
        out.mark(mark)
    out.end()
