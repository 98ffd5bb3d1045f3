"""What is printed on a page of a finished PDF, as the rules get to see it.

Points of 1/72 inch, from the left and the top of the page.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

from handouts.colour import Colour
from handouts.dataclass import dataclass

Levels = NDArray[np.uint8]
"""An image: rows from the top, columns from the left, then red, green and blue from 0 to 255."""


@dataclass(frozen=True, slots=True)
class Box:
    """An upright rectangle on a page, by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def area(self) -> float:
        """The area; 0 where there is none."""
        return max(0.0, self.width) * max(0.0, self.height)

    def within(self, other: Box) -> Box:
        """Give what of it lies in another one; without area where nothing does."""
        return Box(
            max(self.left, other.left),
            max(self.top, other.top),
            min(self.right, other.right),
            min(self.bottom, other.bottom),
        )

    def around(self, other: Box) -> Box:
        """Give the smallest box that both lie in."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )

    def inset(self, by: float) -> Box:
        """Give a box whose edges lie further in."""
        return Box(self.left + by, self.top + by, self.right - by, self.bottom - by)


@dataclass(frozen=True, slots=True)
class Tag:
    """What content belongs to: an element (by its ``mcid`` on the page), decoration, or neither."""

    mcid: int | None = None
    artifact: bool = False

    @property
    def is_none(self) -> bool:
        """Whether content is neither tagged nor marked as decoration."""
        return self.mcid is None and not self.artifact


@dataclass(frozen=True, slots=True)
class Text:
    """Text shown at once. ``size`` is in points as it prints, ``turned`` is other than upright.

    ``colour`` is not known of patterns. What is not ``visible`` is there for readers alone.
    """

    box: Box
    tag: Tag
    words: str
    size: float
    font: str
    colour: Colour | None
    opacity: float = 1.0
    visible: bool = True
    turned: bool = False

    @property
    def letters(self) -> int:
        """How many letters and digits it has."""
        return sum(map(str.isalnum, self.words))


@dataclass(frozen=True, slots=True)
class Image:
    """An image of so many pixels; ``size`` is its width and height as it prints."""

    box: Box
    tag: Tag
    pixels: tuple[int, int]
    size: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path or a shading."""

    box: Box
    tag: Tag


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """A page of a PDF. ``number`` counts from 1.

    ``reading`` is all its text in the order in which it is read. ``ground`` is the page without
    its text, ``scale`` pixels to the point.
    """

    number: int
    width: float
    height: float
    texts: Sequence[Text]
    images: Sequence[Image]
    shapes: Sequence[Shape]
    reading: str
    ground: Levels
    scale: float

    @property
    def box(self) -> Box:
        """The page from edge to edge."""
        return Box(0, 0, self.width, self.height)

    @property
    def is_blank(self) -> bool:
        """Whether it says nothing, as the back of a last sheet; there may be marks for printers."""
        is_marked = all(shape.tag.artifact for shape in self.shapes)
        return is_marked and not (self.texts or self.images)

    @property
    def read(self) -> list[Text]:
        """The texts that people read: not drawn invisibly, and more than signs."""
        return [text for text in self.texts if text.visible and text.letters]

    def ground_of(self, box: Box) -> Levels:
        """Give the part of the ground beneath a box, one pixel wider than it to each side."""
        seen = box.within(self.box)
        left, top = (int(edge * self.scale) for edge in (seen.left, seen.top))
        right, bottom = (int(edge * self.scale) + 1 for edge in (seen.right, seen.bottom))
        return self.ground[top : max(bottom, top), left : max(right, left)]


def words_by_mcid(page: PrintedPage) -> Mapping[int, str]:
    """Give the text of each MCID of a page."""
    found: dict[int, str] = {}
    for text in page.texts:
        if text.tag.mcid is not None:
            found[text.tag.mcid] = f"{found.get(text.tag.mcid, '')}{text.words}"
    return found


def box_of(page: PrintedPage, mcids: Collection[int]) -> Box | None:
    """Give the box around all that some MCIDs mark on a page."""
    printed: list[Text | Image | Shape] = [*page.texts, *page.images, *page.shapes]
    boxes = [each.box for each in printed if each.tag.mcid in mcids]
    return reduce(Box.around, boxes) if boxes else None
