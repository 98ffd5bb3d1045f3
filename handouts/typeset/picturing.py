"""Pictures, drawings and QR codes: boxes that hold something drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from handouts.figure.arrange import Arrangement, Room, arrange
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
from handouts.typeset.row import UNBOUNDED

FLOOR_LINE = 0.8
"""The floor line, as a part of the figure's outline."""


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
    """The frames of a figure where they were arranged, and their captions."""

    block: Figure
    arrangement: Arrangement
    captions: Sequence[Box | None]
    caption_gap: float
    floor_colour: Colour

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place all frames as one figure, then the captions in their order."""
        box = Rectangle(x, y, self.width, self.height)
        _place_figure(out, box, self.block.strip.description, list(self._marks(x, y)))
        for frame, caption in zip(self.arrangement.frames, self.captions, strict=True):
            if caption:
                caption.place(out, x + frame.caption_x, y + frame.caption_y + self.caption_gap)

    def _marks(self, x: float, y: float) -> Iterator[Mark]:
        line = self.arrangement.line_width
        for floor in self.arrangement.floors:
            path = (("M", x + floor.start, y + floor.y), ("L", x + floor.end, y + floor.y))
            yield Path(path, stroke=self.floor_colour, width=line * FLOOR_LINE)
        frames = zip(self.arrangement.frames, self.block.strip.frames, strict=True)
        for placed, frame in frames:
            box = Rectangle(x + placed.x, y + placed.y, placed.width, placed.height)
            yield PlacedDrawing(frame.drawing, box, self.block.palette, line)


@dataclass(slots=True, eq=False)
class QrBox(Box):
    """A QR code; the page round it is white, which is the quiet zone that it needs."""

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
    """Arrange the frames as large as width and height allow; captions get the room they need."""
    most = width / len(block.captions) if width < UNBOUNDED else width
    captions = [environment.measure(c, most) if c else None for c in block.captions]
    gap = environment.length(block.caption_gap)
    highest = max((caption.height for caption in captions if caption), default=0.0)
    caption_height = highest + gap if highest else 0.0
    widths = [caption.width if caption else 0.0 for caption in captions]
    height = environment.length(block.height) + caption_height
    arrangement = arrange(block.strip, Room(width, height, widths, caption_height))
    frames = zip(arrangement.frames, widths, strict=True)
    used = max(frame.x + max(frame.width, wide) for frame, wide in frames)
    colour = environment.colours["rule"]
    return FigureBox(used, arrangement.height, False, block, arrangement, captions, gap, colour)


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
