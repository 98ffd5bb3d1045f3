"""Pages put together by hand, for tests of what becomes of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from handouts import resources
from handouts.colour import Colour
from handouts.typeset.font import Face, Flow, Fonts, Word, shape
from handouts.typeset.page import (
    Anchor,
    Content,
    Element,
    Group,
    Line,
    Link,
    Mark,
    Metadata,
    OutlineEntry,
    Page,
    Pages,
)

WIDTH, HEIGHT = 400, 300
INK = Colour(0.1, 0.1, 0.2)
RED = Colour(0.8, 0.1, 0.1)


@cache
def fonts() -> Fonts:
    """The project's fonts, opened once."""
    return Fonts(resources.fonts())


def words(text: str, face: Face | None = None) -> list[Word]:
    """Shape text word by word, blanks as words of their own."""
    parts = [part for word in text.split(" ") for part in (word, " ")][:-1]
    return [word for part in parts if part for word in fonts().shape(part, face or Face())]


def lines(
    text: str | Sequence[Word],
    x: float = 20,
    y: float = 50,
    size: float = 12,
    colour: Colour = INK,
    tracking: float = 0,
) -> list[Line]:
    """Set text, or words in the order they stand in, on one baseline: a line for each font."""
    made: list[Line] = []
    shaped = words(text) if isinstance(text, str) else text
    for font, run in groupby(shaped, key=lambda word: word.font):
        part = list(run)
        made.append(Line(x, y, part, size, colour, tracking))
        x += sum(word.advance for word in part) * size / font.units
    return made


@dataclass
class Sheet:
    """A document in the making; without further word, things go onto its last page."""

    document: Element = field(default_factory=lambda: Element("Document"))
    groups: list[list[Group]] = field(default_factory=lambda: [[]])
    links: list[Link] = field(default_factory=list)
    anchors: list[Anchor] = field(default_factory=list)
    outline: list[OutlineEntry] = field(default_factory=list)

    def element(self, role: str, parent: Element | None = None) -> Element:
        """Add an element to the tree."""
        element = Element(role)
        (parent or self.document).kids.append(element)
        return element

    def mark(self, element: Element, *marks: Mark) -> None:
        """Add content to an element."""
        element.kids.append(Content(len(self.groups) - 1, len(self.groups[-1])))
        self.groups[-1].append(Group(marks, element))

    def text(self, role: str, text: str, parent: Element | None = None) -> Element:
        """Add an element with a line of text."""
        element = self.element(role, parent)
        self.mark(element, *lines(text, y=20 + 14 * len(self.groups[-1])))
        return element

    def decorate(self, *marks: Mark, artifact: str = "Layout") -> None:
        """Add an artifact."""
        self.groups[-1].append(Group(marks, artifact=artifact))

    def new_page(self) -> None:
        """Go on to the next page."""
        self.groups.append([])

    def pages(self, metadata: Metadata | None = None) -> Pages:
        """Give the finished pages; links and anchors are on the first."""
        first = Page(WIDTH, HEIGHT, self.groups[0], self.links, self.anchors)
        others = [Page(WIDTH, HEIGHT, groups) for groups in self.groups[1:]]
        about = metadata or Metadata("A sheet", "en")
        return Pages([first, *others], self.document, about, self.outline)


def paragraph(text: str) -> Pages:
    """Give a document of one line."""
    sheet = Sheet()
    sheet.text("P", text)
    return sheet.pages()


def right_to_left(text: str) -> Pages:
    """Give a document of one line whose words stand right to left, all in one font."""
    [first, *_] = fonts().shape(text.split(" ", maxsplit=1)[0], Face())
    parts = [part for word in text.split(" ") for part in (word, " ")][:-1]
    flow = Flow("rtl")
    placed = [shape(part, first.font, Face(), flow) for part in reversed(parts)]
    sheet = Sheet()
    sheet.mark(sheet.element("P"), Line(20, 50, placed, 12, INK))
    return sheet.pages()
