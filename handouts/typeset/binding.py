"""Binding: documents that were fitted to their pages become one file, every mark in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.block import Block, Document
from handouts.typeset import fit
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.lettering import Letterings
from handouts.typeset.page import Content, Element, OutlineEntry, Page, Pages, Rectangle
from handouts.typeset.paragraph import LEADING
from handouts.typeset.placer import Placer


@dataclass(frozen=True, slots=True)
class SetPart:
    """A part of a document's body, as boxes, one a page, and what they were measured in.

    ``room`` is what its pages have for it: to fit it took no more, and when bound it fills them.
    """

    block: Block
    boxes: Sequence[Box]
    environment: Environment
    room: fit.Room


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A document, the parts of its body, and what its first page and each later one has for them.

    ``first`` and ``later`` are as wide, but their heads and feet need not be as high.
    """

    document: Document
    parts: Sequence[SetPart]
    first: Rectangle
    later: Rectangle

    @property
    def pages(self) -> Sequence[tuple[Box, Environment]]:
        """The body of each page, and what it was measured in."""
        return [(box, part.environment) for part in self.parts for box in part.boxes]

    def filled(self) -> SetDocument:
        """Give the document with the spare height of its pages put to use."""
        return replace(self, parts=[_filled(part, self.document) for part in self.parts])

    def head(self, index: int, environment: Environment) -> Box | None:
        """Measure the head of a page, which are counted from 0."""
        document = self.document
        head = document.running_header if index else document.header
        return environment.measure(head, self.first.width)

    def foot(self, index: int, environment: Environment) -> Box | None:
        """Measure the foot of a page."""
        document = self.document
        foot = document.running_footer if index else document.footer
        return environment.measure(foot, self.first.width)

    def lettering(self) -> Letterings:
        """Find the text of all pages, by its colours and sizes, and what it stands on."""
        found: Letterings = {}
        pages = self.pages
        for index, (body, fitted) in enumerate(pages):
            environment = fitted.on_page(index + 1, len(pages))
            for box in (self.head(index, environment), body, self.foot(index, environment)):
                if box:
                    box.lettering(None, found)
        return found


def _filled(part: SetPart, document: Document) -> SetPart:
    """Fill the page of a part that has but one; of several, the last one's spare height grows."""
    if len(part.boxes) == 1:
        box = fit.stretch(part.block, part.room, part.environment, document.stretch)
        return replace(part, boxes=[box] if box else [])
    last = [fit.filling(box, part.room.later) for box in part.boxes[-1:]]
    return replace(part, boxes=[*part.boxes[:-1], *last])


def bind(documents: Sequence[SetDocument], before: int = 0) -> Pages:
    """Place documents one after the other on pages they fill, numbered over the whole.

    ``before`` is how many pages of other handouts come before them in the file.
    """
    structure = Element("Document")
    outline: list[OutlineEntry] = []
    pages: list[Page] = []
    count = sum(len(each.pages) for each in documents)
    for each in [document.filled() for document in documents]:
        top = structure if len(documents) == 1 else Element("Part")
        if top is not structure:
            structure.kids.append(top)
        feet: list[Element | Content] = []
        for index, (body, fitted) in enumerate(each.pages):
            out = _placer(each.document, before + len(pages), top)
            environment = fitted.on_page(len(pages) + 1, count)
            _place_body(each, index, body, environment, out)
            feet += _place_foot(each, index, environment, out, top)
            pages.append(_page(each, environment, out))
            outline += out.outline
        top.kids += feet
    _nest_headings(structure)
    metadata = documents[0].document.metadata
    return Pages(_without_dead_links(pages), structure, metadata, outline)


def _placer(document: Document, page_index: int, top: Element) -> Placer:
    if not document.mirrored:
        return Placer(page_index, top)
    from handouts.typeset.mirroring import MirroredPlacer

    return MirroredPlacer(page_index, top, document.width)


def _page(each: SetDocument, environment: Environment, out: Placer) -> Page:
    """Give a page that is full, its grid over it where one is wanted."""
    document = each.document
    page = out.page(document.width, document.height)
    if not document.grid:
        return page
    from handouts.typeset.grid import with_grid

    return with_grid(page, out.traces, _margins(document), environment.shaper)


def _margins(document: Document) -> Rectangle:
    """Give what the margins leave of a page."""
    top, end, bottom, start = document.margins
    left = end if document.mirrored else start
    width, height = document.width - start - end, document.height - top - bottom
    return Rectangle(left, top, width, height)


def _place_body(
    each: SetDocument, index: int, body: Box, environment: Environment, out: Placer
) -> None:
    """Place a page's head and body; the head of a later page repeats what was read before."""
    document, area = each.document, each.later if index else each.first
    if index == 0 and document.anchor:
        out.anchor(document.anchor, 0.0)
    header = each.head(index, environment)
    out.pagination = index > 0
    if header:
        header.place(out, area.x, document.margins[0])
    out.pagination = False
    (body.at_head() if index and header else body).place(out, area.x, area.y)


def _place_foot(
    each: SetDocument, index: int, environment: Environment, out: Placer, top: Element
) -> Sequence[Element | Content]:
    """Place a page's foot, and give what is to be read of it: once, after all of the body."""
    document, area = each.document, each.first
    footer = each.foot(index, environment)
    if footer is None:
        return ()
    body = len(top.kids)
    out.pagination = index > 0
    footer.place(out, area.x, document.height - document.margins[2] - footer.height)
    feet = top.kids[body:]
    del top.kids[body:]
    return feet


def _nest_headings(structure: Element) -> None:
    """Give headings levels that skip none, whatever a layout says (ISO 14289-1, 7.4.2)."""
    above: list[str] = []
    for element in _elements(structure):
        if element.role in LEADING:
            while above and above[-1] >= element.role:
                above.pop()
            above.append(element.role)
            element.role = f"H{len(above)}"


def _elements(element: Element) -> Iterator[Element]:
    """Give an element and all within it, in reading order."""
    yield element
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _elements(kid)


def _without_dead_links(pages: Sequence[Page]) -> Sequence[Page]:
    """Make mere text of links to what is not in the file, or has been left out."""
    names = {None, *(anchor.name for page in pages for anchor in page.anchors)}
    return [page if _leads(page, names) else _unlinked(page, names) for page in pages]


def _leads(page: Page, names: Set[str | None]) -> bool:
    return all([link.destination in names for link in page.links])


def _unlinked(page: Page, names: Set[str | None]) -> Page:
    for link in page.links:
        if link.destination not in names:
            link.element.role = "Span"
    return replace(page, links=[link for link in page.links if link.destination in names])
