"""Typesetting: a document's blocks to finished pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from handouts.dataclass import dataclass
from handouts.layout import block as blocks
from handouts.layout.block import Block, Document, walk
from handouts.layout.spec import NUp
from handouts.source.problem import Problem
from handouts.typeset import (
    bar,
    columns,
    fit,
    frame,
    item,
    paragraph,
    picturing,
    rail,
    row,
    sign,
    stack,
    table,
    write_boxes,
    writing,
)
from handouts.typeset.binding import SetDocument, bind
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment, Mode
from handouts.typeset.imposition import impose
from handouts.typeset.page import Pages, Rectangle
from handouts.typeset.text import Shaper

MODES: Mapping[type[Block], Mode] = {
    blocks.Paragraph: paragraph.measure_paragraph,
    blocks.Stack: stack.measure_stack,
    blocks.Columns: columns.measure_columns,
    blocks.Space: stack.measure_space,
    blocks.PageBreak: stack.measure_page_break,
    blocks.Measure: stack.measure_limited,
    blocks.Row: row.measure_row,
    blocks.Wrap: row.measure_wrap,
    blocks.Frame: frame.measure_frame,
    blocks.Table: table.measure_table,
    blocks.Item: item.measure_item,
    blocks.Sign: sign.measure_sign,
    blocks.Rail: rail.measure_rail,
    blocks.Rule: writing.measure_rule,
    blocks.Field: writing.measure_field,
    blocks.WriteLines: writing.measure_write_lines,
    blocks.WriteBoxes: write_boxes.measure_write_boxes,
    blocks.Bar: bar.measure_bar,
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


WIDEST_NUMBER = 888
"""As many pages as any file has, or more: footers get the room that such numbers need."""


def typeset(document: Document, shaper: Shaper) -> Typeset:
    """Set a document: measure, fit, stretch and place it."""
    return typeset_all([document], shaper)


def typeset_all(documents: Sequence[Document], shaper: Shaper, before: int = 0) -> Typeset:
    """Set documents for one file, each fitted by itself, their pages numbered over the whole.

    There is at least one document; the file's metadata are those of the first. There are no pages
    when one of them cannot be set. ``before`` is how many pages of other handouts come before.
    """
    several = len(documents) > 1
    parts: list[SetDocument] = []
    problems: list[Problem] = []
    for document in documents:
        part = _set(document, shaper, several)
        if isinstance(part, Problem):
            problems.append(part)
        else:
            parts.append(part)
    if problems:
        return Typeset(None, problems=tuple(problems))
    sizes = [_type_size(part.blocks, part.area.width, part.environment) for part in parts]
    left_out = dict.fromkeys(name for part in parts for name in _left_out(part))
    return Typeset(bind(parts, before), min(filter(None, sizes), default=0.0), tuple(left_out))


def typeset_cells(
    documents: Sequence[Document], n_up: NUp, shaper: Shaper, before: int = 0
) -> Typeset:
    """Set documents of a cell's size, each by itself, and put them several to a side of a sheet.

    There is at least one; there are no pages when one of them cannot be set. ``before`` is how many
    sides of other handouts come before them in the file.
    """
    done: list[Typeset] = []
    cells: list[Pages] = []
    for document in documents:
        count = sum(len(pages.pages) for pages in cells)
        done.append(typeset_all([document], shaper, before + count))
        cells += [pages for pages in (done[-1].pages,) if pages]
    problems = tuple(problem for each in done for problem in each.problems)
    if len(cells) < len(done):
        return Typeset(None, problems=problems)
    colours = documents[0].colours
    pages = impose(cells, n_up, colours["ink"], colours["rule"], before)
    left_out = dict.fromkeys(name for each in done for name in each.left_out)
    size = min(filter(None, (each.type_size for each in done)), default=0.0)
    return Typeset(pages, size, tuple(left_out), problems)


def _set(document: Document, shaper: Shaper, several: bool) -> SetDocument | Problem:
    """Fit one document to its pages; ``several`` if others are in the same file."""
    start = Environment(
        _modes(document),
        shaper,
        document.tokens,
        document.colours,
        document.styles,
        document.mirrored,
    )
    most = None if several else document.most_pages
    area = _area(document, start, most or WIDEST_NUMBER)
    room = fit.Room(area.width, area.height)
    parts = fit.cut_at_page_breaks(document.body)
    fitted = _fit(document, parts, room, start)
    if isinstance(fitted, fit.Excess):
        return _too_long(document, parts, fitted, room)
    bodies = [
        box
        for part, boxes in zip(parts, fitted.parts, strict=True)
        for box in _stretched(document, part, boxes, room, fitted.environment)
    ]
    return SetDocument(document, parts, bodies, area, fitted.environment)


def _modes(document: Document) -> Mapping[type[Block], Mode]:
    """Give how blocks are measured; those that are traced are in documents with a grid alone."""
    if not document.grid:
        return MODES
    from handouts.typeset.grid import measure_traced

    return {**MODES, blocks.Traced: measure_traced}


def _fit(
    document: Document, parts: Sequence[Block], room: fit.Room, start: Environment
) -> fit.Fitted | fit.Excess:
    """Fit a body to the number of pages that is wanted rather, or else to what is allowed."""
    if document.rather is not None:
        fitted = fit.fit(parts, room, start, document.fit, document.rather)
        if isinstance(fitted, fit.Fitted):
            return fitted
    return fit.fit(parts, room, start, document.fit, document.most_pages)


def _area(document: Document, start: Environment, pages: int) -> Rectangle:
    """Find what the header and the footer leave; every page has the same room.

    They are measured without a page number first: what has none is the same on every page.
    """
    top, end, bottom, left = document.margins
    width = document.width - left - end
    headers = [document.header]
    if document.most_pages != 1:
        headers.append(document.running_header)
    start.measured([*headers, document.footer], width)
    environment = start.on_page(pages, pages)
    above = max((box.height for box in environment.measured(headers, width)), default=0.0)
    footer = environment.measure(document.footer, width)
    above += environment.tokens["header-gap"]
    below = environment.tokens["footer-gap"] + (footer.height if footer else 0.0)
    return Rectangle(left, top + above, width, document.height - top - bottom - above - below)


def _stretched(
    document: Document,
    part: Block,
    boxes: Sequence[Box],
    room: fit.Room,
    environment: Environment,
) -> Sequence[Box]:
    """Fill the page of a part that has but one; a part that flowed on stays as it is."""
    if len(boxes) != 1:
        return boxes
    box = fit.stretch(part, room, environment, document.stretch)
    return [box] if box else []


def _left_out(part: SetDocument) -> Iterator[str]:
    """Name what has content and was left out, in reading order."""
    left_out = part.environment.left_out
    if left_out:
        names = (block.name for block in walk(part.document.body))
        yield from (name for name in names if name in left_out)


def _type_size(parts: Sequence[Block], width: float, environment: Environment) -> float:
    """Find the smallest body text; a page that has none is measured by the notes it has."""
    styles = [style for part in parts for style in environment.styles_of(part, width)]
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
    size = _type_size(parts, room.width, excess.environment)
    part = f"; the longest part is {longest}" if longest else ""
    return Problem(
        code="too-long",
        message=f"too long for {pages} by {excess.points:.0f} points even at {size:g} points{part}",
        place=document.places.get(longest or "", document.places.get("")),
        hint="shorten it, or choose a layout with more pages",
    )
