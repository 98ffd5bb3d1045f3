"""Typesetting: a document's blocks to finished pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handouts.layout import block as blocks
from handouts.layout.block import Block, Document, walk
from handouts.source.problem import Problem
from handouts.typeset import (
    fit,
    frame,
    item,
    paragraph,
    picturing,
    row,
    sign,
    stack,
    table,
    writing,
)
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment, Mode
from handouts.typeset.page import Element, OutlineEntry, Page, Pages
from handouts.typeset.placer import Placer
from handouts.typeset.text import Shaper

MODES: Mapping[type[Block], Mode] = {
    blocks.Paragraph: paragraph.measure_paragraph,
    blocks.Stack: stack.measure_stack,
    blocks.Columns: stack.measure_columns,
    blocks.Space: stack.measure_space,
    blocks.Measure: stack.measure_limited,
    blocks.Row: row.measure_row,
    blocks.Wrap: row.measure_wrap,
    blocks.Frame: frame.measure_frame,
    blocks.Table: table.measure_table,
    blocks.Item: item.measure_item,
    blocks.Sign: sign.measure_sign,
    blocks.Rule: writing.measure_rule,
    blocks.Field: writing.measure_field,
    blocks.WriteLines: writing.measure_write_lines,
    blocks.PageNumber: writing.measure_page_number,
    blocks.Image: picturing.measure_image,
    blocks.Pictures: picturing.measure_pictures,
    blocks.Figure: picturing.measure_figure,
    blocks.Qr: picturing.measure_qr,
}
"""How each kind of block is measured."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """What came of a document. ``pages`` is none when it cannot be set; ``problems`` say why.

    ``type_size`` is the smallest cue or body text in points; ``left_out`` names the blocks that
    had content and gave way.
    """

    pages: Pages | None
    type_size: float = 0.0
    left_out: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def typeset(document: Document, shaper: Shaper) -> Typeset:
    """Set a document: measure, fit, stretch and place it."""
    start = Environment(MODES, shaper, document.tokens, document.colours, document.styles)
    room = _room(document, start)
    parts = fit.cut_at_page_breaks(document.body)
    fitted = fit.fit(parts, room, start, document.fit, document.most_pages)
    if isinstance(fitted, fit.Excess):
        return Typeset(None, problems=(_too_long(document, parts, fitted, room),))
    bodies = _stretched(document, parts, room, fitted)
    left_out = _left_out(document, fitted.environment)
    pages = _place(document, bodies, fitted.environment)
    return Typeset(pages, _type_size(parts, room, fitted.environment), left_out)


def _room(document: Document, environment: Environment) -> fit.Room:
    """Find what the header and the footer leave; every page has the same room."""
    top, end, bottom, start = document.margins
    width = document.width - start - end
    several = environment if document.most_pages == 1 else environment.on_page(1, 2)
    footer = several.measure(document.footer, width)
    taken = _header_height(document, width, several) + (footer.height if footer else 0.0)
    gaps = environment.tokens["header-gap"] + environment.tokens["footer-gap"]
    return fit.Room(width, document.height - top - bottom - taken - gaps)


def _header_height(document: Document, width: float, environment: Environment) -> float:
    """Give the height kept for a header: that of the taller one, where there are two."""
    headers = [document.header]
    if document.most_pages != 1:
        headers.append(document.running_header)
    return max((box.height for box in environment.measured(headers, width)), default=0.0)


def _stretched(
    document: Document, parts: Sequence[Block], room: fit.Room, fitted: fit.Fitted
) -> Sequence[Box]:
    """Fill the pages, where each is one part of the body; those that flowed on stay as they are."""
    if len(parts) != len(fitted.boxes):
        return fitted.boxes
    boxes = (fit.stretch(part, room, fitted.environment, document.stretch) for part in parts)
    return [box for box in boxes if box is not None]


def _place(document: Document, bodies: Sequence[Box], environment: Environment) -> Pages:
    structure = Element("Document")
    outline: list[OutlineEntry] = []
    pages = []
    for index, body in enumerate(bodies):
        on_page = environment.on_page(index + 1, len(bodies))
        pages.append(_place_page(document, body, on_page, structure, outline))
    return Pages(pages, structure, document.metadata, outline)


def _place_page(
    document: Document,
    body: Box,
    environment: Environment,
    structure: Element,
    outline: list[OutlineEntry],
) -> Page:
    top, end, bottom, start = document.margins
    width = document.width - start - end
    later = environment.page > 1
    out = Placer(environment.page - 1, structure, pagination=later)
    header = environment.measure(document.running_header if later else document.header, width)
    if header:
        header.place(out, start, top)
    out.pagination = False
    above = _header_height(document, width, environment) + environment.tokens["header-gap"]
    body.place(out, start, top + above)
    out.pagination = later
    footer = environment.measure(document.footer, width)
    if footer:
        footer.place(out, start, document.height - bottom - footer.height)
    outline.extend(out.outline)
    return out.page(document.width, document.height)


def _left_out(document: Document, environment: Environment) -> tuple[str, ...]:
    """Name what has content and was left out, in reading order."""
    if not environment.left_out:
        return ()
    names = (block.name for block in walk(document.body) if block.name in environment.left_out)
    return tuple(dict.fromkeys(name for name in names if name))


def _type_size(parts: Sequence[Block], room: fit.Room, environment: Environment) -> float:
    """Find the smallest body text; a page that has none is measured by the notes it has."""
    styles = [style for part in parts for style in environment.styles_of(part, room.width)]
    for use in ("body", "note", "label"):
        sizes = [style.size for style in styles if style.use == use]
        if sizes:
            return min(sizes)
    return 0.0


def _too_long(
    document: Document, parts: Sequence[Block], excess: fit.Excess, room: fit.Room
) -> Problem:
    """Say by how much the body is too long, and which part takes most of the page."""
    heights = {
        block.name: box.height
        for block in walk(document.body)
        if block.name in document.places
        and (box := excess.environment.measure(block, room.width)) is not None
    }
    longest = max(heights, key=lambda name: heights[name], default=None)
    pages = {None: "a page", 1: "one page"}.get(document.most_pages, f"{document.most_pages} pages")
    size = _type_size(parts, room, excess.environment)
    part = f"; the longest part is {longest}" if longest else ""
    return Problem(
        code="too-long",
        message=f"too long for {pages} by {excess.points:.0f} points even at {size:g} points{part}",
        place=document.places.get(longest or "", document.places.get("")),
        hint="shorten it, or choose a layout with more pages",
    )
