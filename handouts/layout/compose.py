"""Layout × data: a layout and a sheet become a document of blocks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from handouts.colour import Colour
from handouts.layout.block import Block, Document, Stack
from handouts.layout.context import Artwork, Context
from handouts.layout.kind import KINDS
from handouts.layout.sheet import Sheet, as_texts
from handouts.layout.spec import Layout, Spec
from handouts.source.problem import Place, Problem
from handouts.typeset.page import Metadata

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def compose(layout: Layout, sheet: Sheet, artwork: Artwork) -> tuple[Document, list[Problem]]:
    """Compose a document, and say which pictures and drawings could not be had.

    Raises ``KeyError`` when the layout does not know the sheet's paper.
    """
    context = Context(sheet, KINDS, artwork)
    paper = layout.papers[sheet.paper]
    document = Document(
        header=_stack(layout.header, context, 0.0),
        running_header=_stack(layout.running_header or layout.header, context, 0.0),
        body=_stack(layout.body, context, "section-gap"),
        footer=_stack(layout.footer, context, 0.0),
        width=paper.width,
        height=paper.height,
        margins=paper.margins,
        tokens={**layout.tokens, **paper.tokens},
        colours=_colours(layout, sheet),
        styles=layout.styles,
        fit=layout.fit,
        stretch=layout.stretch,
        most_pages=layout.most_pages,
        metadata=_metadata(sheet),
        places=_places(sheet),
    )
    return document, context.problems


def _stack(specs: Sequence[Spec], context: Context, gap: float | str) -> Block:
    return Stack(blocks=context.compose_all(specs), gap=gap)


def _colours(layout: Layout, sheet: Sheet) -> dict[str, Colour]:
    """Give the layout's colours; a brand's own replace those of the same name."""
    return {**layout.colours, **dict(sheet.brand.colours)}


def _metadata(sheet: Sheet) -> Metadata:
    date = sheet.client.date or ""
    return Metadata(
        title=sheet.item.exercise,
        language=sheet.labels.language,
        author=sheet.brand.name or None,
        subject=sheet.item.summary or None,
        keywords=tuple(as_texts(sheet.item.tags, sheet.labels)),
        date=date if _ISO_DATE.fullmatch(date) else None,
    )


def _places(sheet: Sheet) -> Mapping[str, Place]:
    return {"": Place(sheet.item.file), **sheet.item.places}
