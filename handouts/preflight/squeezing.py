"""Squeezing: what a long text costs the sheet it is set on.

Source: clear print asks for type as large as it can be (RNIB); of people who got pictures, twice
as many did their exercises (Schneiders, Zusman and Singer 1998).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from handouts.layout.block import Block, Document, Field, Figure, Image, Paragraph, Pictures, walk
from handouts.layout.check_styles import SMALL
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.typeset import Concession, Typeset

_PICTURES = (Figure, Image, Pictures)


def squeezed(documents: Sequence[Document], result: Typeset, layout: str) -> Iterator[Problem]:
    """Warn of a sheet with small type or without its picture, because there is too much text.

    ``result`` is what was set of the documents. Type that the layout wants small is none of these.
    """
    for document, conceded in zip(documents, result.concessions, strict=True):
        if conceded.type_size < SMALL or conceded.left_out:  # of most sheets, nothing is to be told
            yield from _squeezed(document, conceded, layout)


def _squeezed(document: Document, conceded: Concession, layout: str) -> Iterator[Problem]:
    size = conceded.type_size
    is_small = size < SMALL and size in _smaller_sizes(document) and size < _wanted_size(document)
    lost = _lost_pictures(document, conceded.left_out)
    if not is_small and not lost:
        return
    longest, place = _longest(document, conceded.left_out)
    hint = f"shorten {longest}, or take a layout with more pages" if longest else None
    if is_small:
        given_up = f", without {', '.join(conceded.left_out)}" if conceded.left_out else ""
        message = (
            f"too much text for {layout}: its cues are set in {size:g} points, not in "
            f"{_wanted_size(document):g}{given_up}"
        )
        yield Problem("small-type", message, place, hint, Severity.WARNING)
    if lost:
        message = f"too much text for {layout}: it leaves out {', '.join(lost)}"
        yield Problem("picture-left-out", message, place, hint, Severity.WARNING)


def _wanted_size(document: Document) -> float:
    """Find the smallest running text and cues before anything is made to fit."""
    styles = (
        document.styles[block.style]
        for block in walk(document.body)
        if isinstance(block, Paragraph)
    )
    return min((style.size for style in styles if style.use == "body"), default=0.0)


def _smaller_sizes(document: Document) -> frozenset[float]:
    """Find the sizes of running text and cues to which steps of fitting go down."""
    styles = (style for step in document.fit for style in step.styles.values())
    return frozenset(style.size for style in styles if style.use == "body")


def _lost_pictures(document: Document, left_out: Sequence[str]) -> list[str]:
    """Name the blocks with pictures of what is done among those that were left out."""
    pictured = {
        named.name
        for named in walk(document.body)
        if named.name in left_out and any(isinstance(block, _PICTURES) for block in walk(named))
    }
    return [name for name in left_out if name in pictured]


def _longest(document: Document, left_out: Collection[str]) -> tuple[str | None, Place | None]:
    """Find the part of the data with the most text of those that print, and where it is written."""
    lengths = {
        block.name: _length(block)
        for block in walk(document.body)
        if block.name and block.name in document.places and block.name not in left_out
    }
    longest = max(lengths, key=lambda name: lengths[name], default=None)
    return longest, document.places.get(longest or "")


def _length(block: Block) -> int:
    """Count the characters of a block."""
    total = 0
    for each in walk(block):
        if isinstance(each, Paragraph):
            total += sum(len(run.text) for run in each.runs)
        elif isinstance(each, Field):
            total += len(each.value)
    return total
