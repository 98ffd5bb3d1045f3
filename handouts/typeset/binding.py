"""Binding: documents whose pages are full become one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.block import Block, Document
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Content, Element, OutlineEntry, Page, Pages, Rectangle
from handouts.typeset.paragraph import LEADING
from handouts.typeset.placer import Placer


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A document, the parts of its body, and those as boxes, one a page, in ``area``.

    Every page of a document has the same area for its body.
    """

    document: Document
    blocks: Sequence[Block]
    bodies: Sequence[Box]
    area: Rectangle
    environment: Environment


def bind(parts: Sequence[SetDocument], before: int = 0) -> Pages:
    """Place documents one after the other, their pages numbered over the whole.

    ``before`` is how many pages of other handouts come before them in the file.
    """
    structure = Element("Document")
    outline: list[OutlineEntry] = []
    pages: list[Page] = []
    count = sum(len(part.bodies) for part in parts)
    for part in parts:
        top = structure if len(parts) == 1 else Element("Part")
        if top is not structure:
            structure.kids.append(top)
        feet: list[Element | Content] = []
        for index in range(len(part.bodies)):
            out = _placer(part.document, before + len(pages), top)
            environment = part.environment.on_page(len(pages) + 1, count)
            _place_body(part, index, environment, out)
            feet += _place_foot(part, index, environment, out, top)
            pages.append(_page(part, out))
            outline += out.outline
        top.kids += feet
    _nest_headings(structure)
    metadata = parts[0].document.metadata
    return Pages(_without_dead_links(pages), structure, metadata, outline)


def _placer(document: Document, page_index: int, top: Element) -> Placer:
    if not document.mirrored:
        return Placer(page_index, top)
    from handouts.typeset.mirroring import MirroredPlacer

    return MirroredPlacer(page_index, top, document.width)


def _page(part: SetDocument, out: Placer) -> Page:
    """Give a page that is full, its grid over it where one is wanted."""
    document = part.document
    page = out.page(document.width, document.height)
    if not document.grid:
        return page
    from handouts.typeset.grid import with_grid

    return with_grid(page, out.traces, _margins(document), part.environment.shaper)


def _margins(document: Document) -> Rectangle:
    """Give what the margins leave of a page."""
    top, end, bottom, start = document.margins
    left = end if document.mirrored else start
    width, height = document.width - start - end, document.height - top - bottom
    return Rectangle(left, top, width, height)


def _place_body(part: SetDocument, index: int, environment: Environment, out: Placer) -> None:
    """Place a page's head and body; the head of a later page repeats what was read before."""
    document, area = part.document, part.area
    if index == 0 and document.anchor:
        out.anchor(document.anchor, 0.0)
    header = environment.measure(document.running_header if index else document.header, area.width)
    out.pagination = index > 0
    if header:
        header.place(out, area.x, document.margins[0])
    out.pagination = False
    part.bodies[index].place(out, area.x, area.y)


def _place_foot(
    part: SetDocument, index: int, environment: Environment, out: Placer, top: Element
) -> Sequence[Element | Content]:
    """Place a page's foot, and give what is to be read of it: once, after all of the body."""
    document, area = part.document, part.area
    footer = environment.measure(document.footer, area.width)
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
