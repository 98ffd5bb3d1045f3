"""Binding: documents whose pages are full become one file."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from handouts.layout.block import Block, Document
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element, OutlineEntry, Page, Pages, Rectangle
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


def bind(parts: Sequence[SetDocument]) -> Pages:
    """Place documents one after the other, their pages numbered over the whole."""
    structure = Element("Document")
    outline: list[OutlineEntry] = []
    pages: list[Page] = []
    count = sum(len(part.bodies) for part in parts)
    for part in parts:
        top = structure if len(parts) == 1 else Element("Part")
        if top is not structure:
            structure.kids.append(top)
        for index in range(len(part.bodies)):
            out = Placer(len(pages), top)
            _place_page(part, index, part.environment.on_page(len(pages) + 1, count), out)
            pages.append(out.page(part.document.width, part.document.height))
            outline += out.outline
    metadata = parts[0].document.metadata
    return Pages(_without_dead_links(pages), structure, metadata, outline)


def _place_page(part: SetDocument, index: int, environment: Environment, out: Placer) -> None:
    """Place header, body and footer; after a document's first page it has been told of the ends."""
    document, area = part.document, part.area
    top, _, bottom, start = document.margins
    if index == 0 and document.anchor:
        out.anchor(document.anchor, 0.0)
    out.pagination = index > 0
    header = environment.measure(document.running_header if index else document.header, area.width)
    if header:
        header.place(out, start, top)
    out.pagination = False
    part.bodies[index].place(out, area.x, area.y)
    out.pagination = index > 0
    footer = environment.measure(document.footer, area.width)
    if footer:
        footer.place(out, start, document.height - bottom - footer.height)


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
