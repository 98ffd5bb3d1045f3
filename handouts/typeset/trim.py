"""Trimming: a page cut to the figure that stands on it."""

from __future__ import annotations

from dataclasses import replace

from handouts.typeset.page import Element, Pages


def trim(pages: Pages, margin: float) -> Pages:
    """Cut the one page of a document below its figure and beside it, ``margin`` points away.

    Raises ``ValueError`` when there is more than one page, or no figure to cut to.
    """
    (page,) = pages.pages
    (box,) = (
        kid.box for kid in pages.structure.kids if isinstance(kid, Element) and kid.box is not None
    )
    cut = replace(page, width=box.x + box.width + margin, height=box.y + box.height + margin)
    return replace(pages, pages=(cut,))
