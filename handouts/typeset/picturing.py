"""Pictures, drawings and QR codes: boxes that hold something drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import ceil, inf

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.figure.arrange import Arrangement, Room, arrange
from handouts.layout.block import Figure, Image, Pictures, Qr
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import (
    Element,
    Mark,
    Path,
    PlacedDrawing,
    PlacedPicture,
    Rectangle,
)
from handouts.typeset.placer import Placer
from handouts.typeset.row import UNBOUNDED

LEAST_SCALE = 0.05
"""Points to a centimetre of the body, under which a figure is a speck."""

FLOOR_LINE = 0.8
"""The floor line, as a part of the figure's outline."""


@dataclass(slots=True, eq=False)
class ImageBox(Box):
    """A picture in its own shape, or cropped to that of its frame."""

    block: Image

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the picture as a figure."""
        box = Rectangle(x, y, self.width, self.height)
        _place_figure(out, box, self.block.alt, [self._mark(box)])

    def _mark(self, box: Rectangle) -> PlacedPicture:
        picture = self.block.picture
        if self.block.cropped_to is None:
            return PlacedPicture(picture, box)
        return PlacedPicture(picture, _covering(box, picture.width / picture.height), window=box)


@dataclass(slots=True, eq=False)
class PicturesBox(Box):
    """Pictures side by side, each at its offset from the start, and their captions."""

    images: Sequence[ImageBox]
    captions: Sequence[Box | None]
    offsets: Sequence[float]
    caption_gap: float

    @property
    def within(self) -> Sequence[Box]:
        """The captions."""
        return [caption for caption in self.captions if caption]

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place each picture and its caption, one after the other."""
        for image, caption, offset in zip(self.images, self.captions, self.offsets, strict=True):
            image.place(out, x + offset, y)
            if caption:
                caption.place(out, x + offset, y + image.height + self.caption_gap)


@dataclass(slots=True, eq=False)
class FigureBox(Box):
    """The frames of a figure where they were arranged, and their captions."""

    block: Figure
    arrangement: Arrangement
    captions: Sequence[Box | None]
    caption_gap: float
    floor_colour: Colour

    @property
    def within(self) -> Sequence[Box]:
        """The captions."""
        return [caption for caption in self.captions if caption]

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
        code = Path(_modules(self.rows, x, y, module), fill=self.colour, upright=True)
        _place_figure(out, box, self.block.alt, [code])
        out.end()


def measure_image(block: Image, width: float, environment: Environment) -> ImageBox:
    """Fit a picture into the width and its greatest height."""
    height = min(environment.length(block.height), width / block.shape)
    return ImageBox(height * block.shape, height, False, block)


def measure_pictures(block: Pictures, width: float, environment: Environment) -> PicturesBox:
    """Set pictures as high as their width allows; no caption is wider than its share of it."""
    gap, caption_gap = environment.length(block.gap), environment.length(block.caption_gap)
    room = width - gap * (len(block.images) - 1)
    share = room / len(block.images)
    captions = [environment.measure(c, share) if c else None for c in block.captions]
    widths = [caption.width if caption else 0.0 for caption in captions]
    shapes = [image.shape for image in block.images]
    height = _height(shapes, widths, room, environment.length(block.height))
    images = [ImageBox(height * image.shape, height, False, image) for image in block.images]
    slots = [max(image.width, wide) for image, wide in zip(images, widths, strict=True)]
    offsets = list(accumulate((slot + gap for slot in slots), initial=0.0))[:-1]
    lowest = max((caption.height + caption_gap for caption in captions if caption), default=0.0)
    used = offsets[-1] + slots[-1]
    return PicturesBox(used, height + lowest, False, images, captions, offsets, caption_gap)


def measure_figure(block: Figure, width: float, environment: Environment) -> FigureBox | None:
    """Arrange the frames as large as width and height allow; captions get the room they need.

    There is no figure where it would be too small to be seen.
    """
    most = width / len(block.captions) if width < UNBOUNDED else width
    captions = [environment.measure(c, most) if c else None for c in block.captions]
    gap = environment.length(block.caption_gap)
    highest = max((caption.height for caption in captions if caption), default=0.0)
    caption_height = highest + gap if highest else 0.0
    widths = [caption.width if caption else 0.0 for caption in captions]
    height = environment.length(block.height) + caption_height
    largest = inf if block.scale is None else environment.length(block.scale)
    room = Room(width, height, widths, caption_height, largest=largest)
    arrangement = arrange(block.strip, room)
    if arrangement.scale < LEAST_SCALE:
        return None
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


def _height(
    shapes: Sequence[float], captions: Sequence[float], room: float, highest: float
) -> float:
    """Find the height at which pictures, or captions that are wider than theirs, fill the room.

    Slots whose captions are wider take no part of what the pictures share.
    """
    height = highest
    slots = list(zip(shapes, captions, strict=True))
    while slots and sum([max(shape * height, caption) for shape, caption in slots]) > room:
        height = max(0.0, room) / sum([shape for shape, _ in slots])
        wider = [caption for shape, caption in slots if caption > shape * height]
        if not wider:
            break
        room -= sum(wider)
        slots = [slot for slot in slots if slot[1] <= slot[0] * height]
    return height


def _covering(frame: Rectangle, shape: float) -> Rectangle:
    """Give the smallest rectangle of a shape that covers a frame, their middles in one place."""
    width = max(frame.width, frame.height * shape)
    height = width / shape
    x, y = frame.x - (width - frame.width) / 2, frame.y - (height - frame.height) / 2
    return Rectangle(x, y, width, height)


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
