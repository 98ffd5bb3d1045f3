"""Layout × data: a layout and a sheet become a document of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.layout.block import About, Block, Document, Stack
from handouts.layout.context import Artwork, Context
from handouts.layout.grid import traced
from handouts.layout.kind import KINDS
from handouts.layout.sheet import Sheet, as_texts
from handouts.layout.spec import Layout, Paper, Spec
from handouts.model.gathering import Gathering
from handouts.model.kind import HOME
from handouts.model.program.program import Program
from handouts.source.problem import Place, Problem
from handouts.typeset.page import Metadata

PLAN = "plan"
"""What links back to the head of a program lead to."""

N_UP = "n-up"
"""The parameter by which layouts offer how many cells stand on a sheet."""

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def compose(layout: Layout, sheet: Sheet, artwork: Artwork) -> tuple[list[Document], list[Problem]]:
    """Compose the documents of a file, and say which pictures and drawings could not be had.

    There are several where a layout has parts, begins anew for each week or each gathered item, or
    has cards follow. Raises ``KeyError`` when a layout does not know the sheet's paper.
    """
    if layout.gather and layout.kind != HOME:
        return _one_by_one(layout, sheet, artwork)
    problems: list[Problem] = []
    plan = sheet.item if isinstance(sheet.item, Program | Gathering) else None
    wants_cards = layout.cards is not None and plan is not None and plan.cards
    sheet = replace(sheet, cards=wants_cards)
    parts = [
        document
        for part in layout.parts or (layout,)
        for about in _each(part, sheet)
        if (document := _document(part, about, artwork, problems)) is not None
    ]
    documents = [
        _going_on(part) if number else replace(part, anchor=PLAN)
        for number, part in enumerate(parts)
    ]
    if layout.cards and wants_cards:
        for card in _cards(sheet):
            document = _document(layout.cards, card, artwork, problems)
            if document is not None:
                documents.append(replace(document, anchor=f"card-{card.item.name}"))
    return documents, problems


def _going_on(document: Document) -> Document:
    """Give a document that follows another one in its file: its first page is a later one."""
    return replace(document, header=document.running_header, footer=document.running_footer)


def _one_by_one(
    layout: Layout, sheet: Sheet, artwork: Artwork
) -> tuple[list[Document], list[Problem]]:
    """Compose a document for each item of a gathering, for a file with the title of them all."""
    documents: list[Document] = []
    problems: list[Problem] = []
    several, metadata = len(sheet.gathered) > 1, _metadata(sheet)
    for each in sheet.gathered:
        document = _document(layout, each, artwork, problems)
        if document is not None:
            about = About(each.item.name, each.item.title) if several else None
            documents.append(replace(document, metadata=metadata, about=about))
    return documents, problems


def _roomier(layout: Layout, paper: Paper) -> str:
    """Say what gives more room: larger cells, where there are any and the layout offers them."""
    if paper.n_up is None:
        return "choose a layout with more pages"
    offered = layout.parameters[N_UP].values if N_UP in layout.parameters else ()
    fewer = [value for value in offered if int(value) < paper.n_up.across * paper.n_up.down]
    if not fewer:
        return "choose a layout with larger cells"
    return f"choose fewer to a sheet: --set {N_UP}={max(fewer, key=int)}"


def _each(layout: Layout, sheet: Sheet) -> Iterator[Sheet]:
    """Give the sheet for every week or session where a layout begins anew for each."""
    if layout.each is None or sheet.schedule is None:
        yield sheet
        return
    for week in sheet.schedule.weeks:
        about = replace(sheet, here={**sheet.here, "week": week})
        if layout.each == "week":
            yield about
            continue
        for session in week.sessions:
            yield replace(about, here={**about.here, "session": session})


def _cards(sheet: Sheet) -> Iterator[Sheet]:
    """Give a sheet for the card of each exercise that a plan uses, in the order of their use."""
    for name in sheet.schedule.exercises if sheet.schedule else sheet.exercises:
        if exercise := sheet.exercises.get(name):
            yield replace(
                sheet,
                item=exercise,
                schedule=None,
                gathered=(),
                cards=False,
                plan=sheet.item.title,
                here={},
            )


def _document(
    layout: Layout, sheet: Sheet, artwork: Artwork, problems: list[Problem]
) -> Document | None:
    """Compose a document; none where a layout has nothing to show of the data."""
    kinds = traced(KINDS) if sheet.grid else KINDS
    context = Context(sheet, kinds, artwork, problems)
    body = context.compose_all(layout.body)
    if not body:
        return None
    always = context.compose_all(layout.always)
    paper = layout.papers[sheet.paper]
    header = _stack(layout.header, context, 0.0)
    footer = _stack(layout.footer, context, 0.0)
    running, foot = layout.running_header, layout.running_footer
    return Document(
        header=header,
        running_header=_stack(running, context, 0.0) if running else header,
        body=Stack(blocks=(*body, *always), gap="section-gap"),
        footer=footer,
        running_footer=_stack(foot, context, 0.0) if foot else footer,
        width=paper.width,
        height=paper.height,
        margins=paper.margins,
        tokens={**layout.tokens, **paper.tokens, **_parts_of_height(layout, paper)},
        colours=_colours(layout, sheet),
        styles=layout.styles,
        fit=layout.fit,
        stretch=layout.stretch,
        most_pages=layout.most_pages,
        rather=layout.rather,
        metadata=_metadata(sheet),
        places=_places(sheet),
        mirrored=sheet.labels.direction == "rtl",
        grid=sheet.grid,
        roomier=_roomier(layout, paper),
        layout=_in_words(layout, paper),
    )


def _in_words(layout: Layout, paper: Paper) -> str:
    """Name a layout, and how large its cells are where it has several to a sheet."""
    cells = f" (a cell of {paper.width:.0f} × {paper.height:.0f} points)" if paper.n_up else ""
    return f"{layout.name}{cells}"


def _parts_of_height(layout: Layout, paper: Paper) -> dict[str, float]:
    """Work out the lengths that are parts of a page's height between its margins."""
    top, _, bottom, _ = paper.margins
    height = paper.height - top - bottom
    return {written: part * height for written, part in layout.parts_of_height.items()}


def _stack(specs: Sequence[Spec], context: Context, gap: float | str) -> Block:
    return Stack(blocks=context.compose_all(specs), gap=gap)


def _colours(layout: Layout, sheet: Sheet) -> dict[str, Colour]:
    """Give the layout's colours; a brand's own replace those of the same name."""
    return {**layout.colours, **dict(sheet.brand.colours)}


def _metadata(sheet: Sheet) -> Metadata:
    date = sheet.client.date or ""
    return Metadata(
        title=sheet.item.title,
        language=sheet.item.lang,
        author=sheet.brand.name or None,
        subject=sheet.item.summary or None,
        keywords=tuple(as_texts(sheet.item.tags, sheet.labels)),
        date=date if _ISO_DATE.fullmatch(date) else None,
    )


def _places(sheet: Sheet) -> Mapping[str, Place]:
    """Say where things were written: in the item's file, and the client's note in a list."""
    note = sheet.client.places.get("note")
    said = {"note": note} if note else {}
    begins = min(sheet.item.places.values(), key=lambda place: place.line, default=None)
    return {"": begins or Place(sheet.item.file), **sheet.item.places, **said}
