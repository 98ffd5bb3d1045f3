"""Proofs: a figure alone on a page, to be looked at while its poses are being written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handouts.colour import Colour
from handouts.layout.block import Document, Figure, Stack
from handouts.layout.context import Artwork, Context
from handouts.layout.kind import KINDS
from handouts.layout.kind.picturing import PicturesSpec
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.source.problem import Problem
from handouts.typeset.page import Metadata

WIDTH = 540.0
"""What a letter page has between its margins."""

HEIGHT = 240.0
"""Enough for a standing figure with its arms up, at the largest that figures are drawn."""

MARGIN = 12.0
CAPTIONS = 200.0

_NOTHING = Stack(blocks=())
_PICTURES = PicturesSpec(kind="pictures", of=("figure",), height=HEIGHT, scale="figure-scale")


def compose_proof(
    sheet: Sheet, base: Layout, artwork: Artwork, palette: Mapping[str, Colour]
) -> tuple[Document | None, list[Problem]]:
    """Compose the figure as any layout would, in the colours of ``palette`` and in the type of
    ``base``; none when it cannot be drawn. It is a draft of ours and no handout, so it has no
    disclaimer.

    The page has room to spare, for ``trim`` to cut off.
    """
    context = Context(sheet, KINDS, artwork)
    figure = context.compose(_PICTURES)
    if not isinstance(figure, Figure):
        return None, context.problems
    document = Document(
        header=_NOTHING,
        running_header=_NOTHING,
        body=Stack(blocks=(replace(figure, palette=palette),)),
        footer=_NOTHING,
        running_footer=_NOTHING,
        width=WIDTH + 2 * MARGIN,
        height=HEIGHT + CAPTIONS + 2 * MARGIN,
        margins=(MARGIN,) * 4,
        tokens={**base.tokens, "header-gap": 0.0, "footer-gap": 0.0},
        colours=base.colours,
        styles=base.styles,
        fit=(),
        stretch=(),
        most_pages=1,
        metadata=Metadata(sheet.item.title, sheet.labels.language),
        places={},
    )
    return document, context.problems
