"""Pages: every mark placed, every mark in its structure element.

What ``typeset`` gives and ``pdf`` (or any other output) takes. Lengths are points; the origin
is the page's top left corner and y grows downward. Nothing here needs measuring again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from handouts.colour import Colour
from handouts.dataclass import dataclass

if TYPE_CHECKING:
    from handouts.figure.drawing import Drawing
    from handouts.typeset.font import Word
    from handouts.typeset.picture import Picture
    from handouts.typeset.vector import Vector


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An upright rectangle: left, top, width and height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Line:
    """Words of one font and colour set side by side; (x, y) is where the baseline begins.

    ``words`` stand left to right and hold the spaces too, as words of their own; where text goes
    on in another line, the last is a space. ``tracking`` is added after each glyph.
    """

    x: float
    y: float
    words: Sequence[Word]
    size: float
    colour: Colour
    tracking: float = 0.0

    @property
    def width(self) -> float:
        """How wide the words are, side by side."""
        advances = sum([word.advance / word.font.units for word in self.words])
        glyphs = sum([len(word.numbers) for word in self.words])
        return advances * self.size + glyphs * self.tracking


@dataclass(frozen=True, slots=True)
class Path:
    """A path of lines and cubic Béziers, filled, stroked or both.

    ``segments`` are ``("M", x, y)``, ``("L", x, y)``, ``("C", x1, y1, x2, y2, x, y)``, ``("Z",)``.
    ``dash`` is on and off lengths; a dash with an on length of 0 and a round cap draws dots. One
    that is ``upright`` says something by its shape, and is not turned over on a mirrored page.
    """

    segments: Sequence[tuple[str, *tuple[float, ...]]]
    fill: Colour | None = None
    stroke: Colour | None = None
    width: float = 0.0
    dash: tuple[float, float] | None = None
    round_cap: bool = False
    upright: bool = False


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture upright in its box (a photograph knows how it must be turned).

    ``window`` is the part of the box that is seen, where that is not all of it.
    """

    picture: Picture | Vector
    box: Rectangle
    window: Rectangle | None = None


@dataclass(frozen=True, slots=True)
class PlacedDrawing:
    """A vector drawing, scaled evenly into its box and centred there.

    ``palette`` says what the drawing's colour names mean on this page; ``line_width`` is how thick
    its outline prints, whatever the scale.
    """

    drawing: Drawing
    box: Rectangle
    palette: Mapping[str, Colour]
    line_width: float


Mark = Line | Path | PlacedPicture | PlacedDrawing


@dataclass(frozen=True, slots=True)
class Group:
    """Marks painted together, as content of one element, or as an artifact where there is none.

    Text is read in the order of its lines. ``artifact`` is the artifact's type (``Layout``,
    ``Pagination``, ``Background``).
    """

    marks: Sequence[Mark]
    element: Element | None = None
    artifact: str = "Layout"


@dataclass(frozen=True, slots=True)
class Link:
    """A rectangle that leads somewhere: to an address, or to a named destination in the document.

    ``element`` is the structure element (role ``Link``) the annotation belongs to; ``contents``
    says in words where it leads (ISO 14289-1, 7.18.5).
    """

    box: Rectangle
    element: Element
    contents: str
    address: str | None = None
    destination: str | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named destination: a place on a page that links and the outline lead to."""

    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Page:
    """One side of paper: groups in painting order.

    A ``turned`` one is printed head down; its marks know nothing of it.
    """

    width: float
    height: float
    groups: Sequence[Group]
    links: Sequence[Link] = ()
    anchors: Sequence[Anchor] = ()
    turned: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """A kid of an element: the group at ``group`` of page ``page``, both from 0."""

    page: int
    group: int


@dataclass(slots=True, eq=False)
class Element:
    """A structure element (ISO 32000-1, 14.7.2); its kids in reading order.

    Elements with nothing in them are left out, but for the cells of a table that is not empty.
    ``role`` is a standard structure type (``H1``, ``P``, ``L``, ``Lbl`` …). ``alt`` describes a
    figure, ``actual_text`` replaces what is drawn, ``title`` says what the element is for.
    ``scope`` is ``Column`` or ``Row`` of a ``TH``;
    ``numbering`` is a list's ``ListNumbering``; ``box`` a figure's bounding box on the
    page where its content begins. A ``broken`` one is shared by parts on several pages.
    """

    role: str
    kids: list[Element | Content] = field(default_factory=list)
    alt: str | None = None
    actual_text: str | None = None
    title: str | None = None
    language: str | None = None
    scope: str | None = None
    column_span: int = 1
    row_span: int = 1
    numbering: str | None = None
    box: Rectangle | None = None
    broken: bool = False


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A line of the document's outline (bookmarks); ``level`` 0 is outermost."""

    title: str
    destination: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself. ``language`` is a BCP 47 tag; ``date`` is ``YYYY-MM-DD``."""

    title: str
    language: str = "en"
    author: str | None = None
    subject: str | None = None
    keywords: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """A finished document: pages in order, the structure tree's top (``Document``), the outline.

    In a file of several, it is a ``Part``, and a section of the file may begin with it.
    """

    pages: Sequence[Page]
    structure: Element
    metadata: Metadata
    outline: Sequence[OutlineEntry] = ()
    begins_section: bool = False
