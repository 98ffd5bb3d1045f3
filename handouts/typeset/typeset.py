"""Typesetting: a document's blocks to finished pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from functools import cached_property, partial
from math import ceil

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
from handouts.typeset.binding import SetDocument, SetPart, bind
from handouts.typeset.environment import Environment, Mode
from handouts.typeset.imposition import entitled, impose, sides
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
class Concession:
    """What one document came down to for its pages: type size, and names of blocks left out."""

    type_size: float
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Typeset:
    """What came of documents for one file: how they were fitted, and their pages.

    There are no ``documents`` when one of them cannot be set; ``problems`` say why. ``length`` is
    how many pages they take.
    ``type_size`` is the smallest cue or body text in points; ``left_out`` names the blocks that
    had content and gave way, ``left_out_of`` those of each item that has a document of its own.
    ``concessions`` are of each document in its order.
    """

    place: Callable[[], Pages] | None = None
    documents: Sequence[SetDocument] = ()
    length: int = 0
    type_size: float = 0.0
    left_out: tuple[str, ...] = ()
    left_out_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    concessions: tuple[Concession, ...] = ()

    @cached_property
    def pages(self) -> Pages | None:
        """The pages, placed when they are first asked for: a check knows all it needs without.

        None when they cannot be set.
        """
        return self.place() if self.place else None


MOST_TALLEST = 2
"""So many parts are named where a page is too long."""

WIDEST_NUMBER = 888
"""As many pages as any file has, or more: footers get the room that such numbers need."""


def typeset(document: Document, shaper: Shaper) -> Typeset:
    """Set a document: measure and fit it, and fill and place its pages."""
    return typeset_all([document], shaper)


def typeset_all(documents: Sequence[Document], shaper: Shaper, before: int = 0) -> Typeset:
    """Set documents for one file, each fitted by itself, their pages numbered over the whole.

    There is at least one document; the file's metadata are those of the first. There are no pages
    when one of them cannot be set. ``before`` is how many pages of other handouts come before.
    """
    several = len(documents) > 1
    done: list[SetDocument] = []
    problems: list[Problem] = []
    for document in documents:
        each = _set(document, shaper, several)
        if isinstance(each, Problem):
            problems.append(each)
        else:
            done.append(each)
    if problems:
        return Typeset(problems=tuple(problems))
    conceded = tuple(
        Concession(_type_size(each.parts, each.first.width), tuple(dict.fromkeys(_left_out(each))))
        for each in done
    )
    return Typeset(
        partial(bind, done, before),
        done,
        sum(len(each.pages) for each in done),
        _smallest(conceded),
        _names_left_out(conceded),
        concessions=conceded,
    )


def typeset_cells(
    documents: Sequence[Document], n_up: NUp, shaper: Shaper, before: int = 0
) -> Typeset:
    """Set documents of a cell's size, each by itself, and put them several to a side of a sheet.

    There is at least one; there are no pages when one of them cannot be set. ``before`` is how many
    sides of other handouts come before them in the file.
    """
    done: list[Typeset] = []
    count = before
    for document in documents:
        done.append(typeset_all([document], shaper, count))
        count += done[-1].length
    problems = tuple(problem for each in done for problem in each.problems)
    if problems:
        return Typeset(problems=problems)
    conceded = tuple(concession for each in done for concession in each.concessions)
    return Typeset(
        partial(_imposed, done, n_up, before),
        [document for each in done for document in each.documents],
        sides([each.length for each in done], n_up),
        _smallest(conceded),
        _names_left_out(conceded),
        _left_out_of(documents, conceded),
        concessions=conceded,
    )


def _imposed(cells: Sequence[Typeset], n_up: NUp, before: int) -> Pages:
    """Put cells on sheets, in the colours of the first of them."""
    first = cells[0].documents[0].document
    ink, rule, mirrored = first.colours["ink"], first.colours["rule"], first.mirrored
    return impose(list(_listed(cells)), n_up, ink, rule, before, mirrored=mirrored)


def _listed(cells: Iterable[Typeset]) -> Iterator[Pages]:
    """Give cells as the outline is to list them: under their item's title, if that is not all."""
    for each in cells:
        if each.pages:
            about = each.documents[0].document.about
            yield entitled(each.pages, about.name, about.title) if about else each.pages


def _smallest(conceded: Iterable[Concession]) -> float:
    """Give the smallest type of documents that have any."""
    return min(filter(None, (each.type_size for each in conceded)), default=0.0)


def _names_left_out(conceded: Iterable[Concession]) -> tuple[str, ...]:
    """Name what was left out of any document."""
    return tuple(dict.fromkeys(name for each in conceded for name in each.left_out))


def _left_out_of(
    documents: Sequence[Document], conceded: Sequence[Concession]
) -> Mapping[str, tuple[str, ...]]:
    """Name what was left out of each item."""
    return {
        document.about.name: each.left_out
        for document, each in zip(documents, conceded, strict=True)
        if document.about
    }


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
    first, later = _areas(document, start, most or WIDEST_NUMBER)
    room = fit.Room(first.width, first.height, later.height)
    waiting = fit.cut_at_page_breaks(document.body)
    parts: list[SetPart] = []
    while waiting:
        block = waiting.pop(0)
        used = sum(len(part.boxes) for part in parts)
        part = _set_part(document, block, room, start, used + len(waiting))
        if isinstance(part, Problem):
            return part
        parts.append(part)
        room = room.after_first if part.boxes else room
    return SetDocument(document, parts, first, later)


def _set_part(
    document: Document, block: Block, room: fit.Room, start: Environment, others: int
) -> SetPart | Problem:
    """Fit what stands between two page breaks, by itself: ``others`` are pages of other parts.

    So the front of a sheet does not give way to what is on its back.
    """
    fitted = _fit(document, block, room, start, others)
    if isinstance(fitted, fit.Excess):
        return _too_long(document, block, fitted, room)
    return SetPart(block, fitted.boxes, fitted.environment, room)


def _modes(document: Document) -> Mapping[type[Block], Mode]:
    """Give how blocks are measured; those that are traced are in documents with a grid alone."""
    if not document.grid:
        return MODES
    from handouts.typeset.grid import measure_traced

    return {**MODES, blocks.Traced: measure_traced}


def _fit(
    document: Document, part: Block, room: fit.Room, start: Environment, others: int
) -> fit.Fitted | fit.Excess:
    """Fit a part to the number of pages that is wanted rather, or else to what is allowed."""
    if document.rather is not None and document.rather > others:
        fitted = fit.fit(part, room, start, document.fit, document.rather - others)
        if isinstance(fitted, fit.Fitted):
            return fitted
    most = document.most_pages
    return fit.fit(part, room, start, document.fit, None if most is None else most - others)


def _areas(document: Document, start: Environment, pages: int) -> tuple[Rectangle, Rectangle]:
    """Find what heads and feet leave of the first page, and of each later one."""
    first = _area(document, document.header, document.footer, start, pages)
    if document.most_pages == 1:
        return first, first
    later = _area(document, document.running_header, document.running_footer, start, pages)
    return first, later


def _area(
    document: Document, head: Block, foot: Block, start: Environment, pages: int
) -> Rectangle:
    """Find what a head and a foot leave of a page.

    They are measured without a page number first: what has none is the same on every page.
    """
    top, end, bottom, left = document.margins
    width = document.width - left - end
    start.measured([head, foot], width)
    environment = start.on_page(pages, pages)
    header, footer = environment.measure(head, width), environment.measure(foot, width)
    above = environment.tokens["header-gap"] + (header.height if header else 0.0)
    below = environment.tokens["footer-gap"] + (footer.height if footer else 0.0)
    return Rectangle(left, top + above, width, document.height - top - bottom - above - below)


def _left_out(document: SetDocument) -> Iterator[str]:
    """Name what has content and was left out, in reading order."""
    for part in document.parts:
        left_out = part.environment.left_out
        if left_out:
            names = (block.name for block in walk(part.block))
            yield from (name for name in names if name in left_out)


def _type_size(parts: Sequence[SetPart], width: float) -> float:
    """Find the smallest body text; pages that have none are measured by the notes they have."""
    styles = [style for part in parts for style in part.environment.styles_of(part.block, width)]
    for use in ("body", "note", "label"):
        sizes = [style.size for style in styles if style.use == use]
        if sizes:
            return min(sizes)
    return 0.0


def _too_long(document: Document, part: Block, excess: fit.Excess, room: fit.Room) -> Problem:
    """Say by how much a part is too long, and what takes most of the page."""
    heights = _heights_by_name(part, excess.environment, room.width)
    tallest = sorted(heights, key=lambda name: -heights[name])
    pages = {None: "a page", 1: "one page"}.get(document.most_pages, f"{document.most_pages} pages")
    size = _type_size([SetPart(part, (), excess.environment, room)], room.width)
    points = f"{ceil(excess.points)} points"
    whose = f"{document.about.title} is " if document.about else ""
    of = f" of {document.layout}" if document.layout else ""
    written = next((name for name in tallest if name in document.places), "")
    return Problem(
        code="too-long",
        message=f"{whose}too long for {pages}{of} by {points} even at {size:g} points"
        + _said_of_heights(tallest[:MOST_TALLEST], heights),
        place=document.places.get(written),
        hint=f"shorten it, or {document.roomier}",
    )


def _heights_by_name(part: Block, environment: Environment, width: float) -> dict[str, float]:
    """Give how high the named blocks of a part are that hold no other named ones."""
    heights = environment.heights(part, width)
    return {
        block.name: heights[block]
        for block in walk(part)
        if block.name and block in heights and not any(each.name for each in [*walk(block)][1:])
    }


def _said_of_heights(tallest: Sequence[str], heights: Mapping[str, float]) -> str:
    """Say what takes most of a page."""
    parts = [f"{name} ({heights[name]:.0f} points)" for name in tallest]
    if len(parts) > 1:
        return f"; its tallest parts are {' and '.join(parts)}"
    return f"; its tallest part is {parts[0]}" if parts else ""
