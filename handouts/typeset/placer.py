"""Placing: boxes put their marks on a page, in reading order, within structure elements."""

from __future__ import annotations

from collections.abc import Sequence

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.typeset.page import (
    Anchor,
    Content,
    Element,
    Group,
    Line,
    Link,
    Mark,
    OutlineEntry,
    Page,
    Path,
    Rectangle,
)


@dataclass(frozen=True, slots=True)
class Trace:
    """Where on a page a block stands that is shown with its label: its name, or else its kind."""

    label: str
    named: bool
    box: Rectangle


Segments = Sequence[tuple[str, *tuple[float, ...]]]
"""A path's segments, as ``Path`` has them."""


class Placer:
    """The page being filled, and where in the structure tree we are.

    Content goes to the innermost open element. Lines, grounds and other decoration lie beneath
    everything, as one artifact. While ``pagination`` is set (a running header or footer that stood
    on an earlier page already), all content is artifact and elements are not made.
    """

    def __init__(self, page_index: int, structure: Element, pagination: bool = False) -> None:
        self._page = page_index
        self._open = [structure]
        self._decoration: list[Mark] = []
        self._groups: list[tuple[list[Mark], Element | None]] = []
        self._links: list[Link] = []
        self._anchors: list[Anchor] = []
        self.pagination = pagination
        self.outline: list[OutlineEntry] = []
        self.traces: list[Trace] = []

    def begin(self, element: Element) -> None:
        """Open an element within the one that is open; a broken one has its place already."""
        if not self.pagination:
            kids = self._open[-1].kids
            if not element.broken or element not in kids:
                kids.append(element)
        self._open.append(element)

    def end(self) -> None:
        """Close the element opened last."""
        self._open.pop()

    def mark(self, mark: Mark) -> None:
        """Add content to the open element."""
        element = None if self.pagination else self._open[-1]
        if self._groups and self._groups[-1][1] is element:
            self._groups[-1][0].append(mark)
            return
        self._groups.append(([mark], element))
        if element is not None:
            element.kids.append(Content(self._page, len(self._groups)))

    def text(self, line: Line, x: float, width: float) -> None:
        """Add words to the open element; they are part of a line of text that spans ``width``."""
        self.mark(line)

    def decorate(self, mark: Mark) -> None:
        """Add a mark that means nothing to a reader."""
        self._decoration.append(mark)

    def fill(self, box: Rectangle, colour: Colour) -> None:
        """Decorate with a filled rectangle."""
        self.decorate(Path(rectangle_path(box), fill=colour))

    def line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, colour: Colour
    ) -> None:
        """Decorate with a straight line."""
        self.decorate(Path((("M", x1, y1), ("L", x2, y2)), stroke=colour, width=width))

    def link(self, box: Rectangle, contents: str, target: str) -> None:
        """Lead from a rectangle to an address, or to ``#`` and the name of an anchor.

        The open element is the ``Link``; ``contents`` says in words where it leads.
        """
        if self.pagination:
            return
        element = self._open[-1]
        if target.startswith("#"):
            self._links.append(Link(box, element, contents, destination=target[1:]))
        else:
            self._links.append(Link(box, element, contents, address=target))

    def anchor(self, name: str, y: float) -> None:
        """Name a place on the page, for links to lead to."""
        if not self.pagination:
            self._anchors.append(Anchor(name, y))

    def heading(self, title: str, level: int, y: float) -> None:
        """List a place on the page in the outline, under a name that no link has (``#``)."""
        if not self.pagination:
            name = f"#{self._page}.{len(self.outline)}"
            self._anchors.append(Anchor(name, y))
            self.outline.append(OutlineEntry(title, name, level))

    def trace(self, trace: Trace) -> None:
        """Keep where a block stands, for the grid."""
        self.traces.append(trace)

    def page(self, width: float, height: float) -> Page:
        """Give the finished page; its first group is the decoration."""
        groups = [
            Group(self._decoration),
            *(Group(m, e, "Layout" if e else "Pagination") for m, e in self._groups),
        ]
        return Page(width, height, groups, self._links, self._anchors)


def rectangle_path(box: Rectangle) -> Segments:
    """Give a rectangle's outline."""
    right, bottom = box.x + box.width, box.y + box.height
    return (
        ("M", box.x, box.y),
        ("L", right, box.y),
        ("L", right, bottom),
        ("L", box.x, bottom),
        ("Z",),
    )
