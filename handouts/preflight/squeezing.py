"""Squeezing: what a long text costs the sheet it is set on.

Source: clear print asks for type as large as it can be (RNIB); of people who got pictures, twice
as many did their exercises (Schneiders, Zusman and Singer 1998).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.layout.block import Block, Document, Field, Figure, Image, Paragraph, Pictures, walk
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.typeset import Typeset

SMALL = 10.0
"""Points under which cues and running text are small, though not too small to print."""

_PICTURES = (Figure, Image, Pictures)


def squeezed(documents: Sequence[Document], result: Typeset, layout: str) -> Iterator[Problem]:
    """Warn of a sheet with small type or without its picture, because there is too much text.

    ``result`` is what was set of the documents. Type that the layout wants small is none of these.
    """
    if result.type_size >= SMALL and not result.left_out:
        return  # as most sheets are
    longest, place = _longest(documents)
    hint = f"shorten {longest}, or take a layout with more pages" if longest else None
    wanted = min(_wanted_sizes(documents), default=0.0)
    if result.type_size < min(SMALL, wanted) and result.type_size in _smaller_sizes(documents):
        given_up = f", without {', '.join(result.left_out)}" if result.left_out else ""
        message = (
            f"too much text for {layout}: its cues are set in {result.type_size:g} points, not in "
            f"{wanted:g}{given_up}"
        )
        yield Problem("small-type", message, place, hint, Severity.WARNING)
    if lost := [name for name in result.left_out if _shows_picture(name, documents)]:
        message = f"too much text for {layout}: it leaves out {', '.join(lost)}"
        yield Problem("picture-left-out", message, place, hint, Severity.WARNING)


def _wanted_sizes(documents: Sequence[Document]) -> Iterator[float]:
    """Give the sizes of running text and cues before anything is made to fit."""
    for document in documents:
        for block in walk(document.body):
            if isinstance(block, Paragraph):
                style = document.styles[block.style]
                if style.use == "body":
                    yield style.size


def _smaller_sizes(documents: Sequence[Document]) -> frozenset[float]:
    """Find the sizes of running text and cues to which steps of fitting go down."""
    steps = [step for document in documents for step in document.fit]
    styles = [style for step in steps for style in step.styles.values()]
    return frozenset(style.size for style in styles if style.use == "body")


def _shows_picture(name: str, documents: Sequence[Document]) -> bool:
    """Whether a block of a name holds pictures of what is done."""
    return any(
        isinstance(block, _PICTURES)
        for document in documents
        for named in walk(document.body)
        if named.name == name
        for block in walk(named)
    )


def _longest(documents: Sequence[Document]) -> tuple[str | None, Place | None]:
    """Find the part of the data with the most text, and where it is written."""
    lengths = [
        (_length(block), block.name, document.places[block.name])
        for document in documents
        for block in walk(document.body)
        if block.name and block.name in document.places
    ]
    if not lengths:
        return None, documents[0].places.get("")
    _, name, place = max(lengths, key=lambda each: each[0])
    return name, place


def _length(block: Block) -> int:
    """Count the characters of a block."""
    total = 0
    for each in walk(block):
        if isinstance(each, Paragraph):
            total += sum(len(run.text) for run in each.runs)
        elif isinstance(each, Field):
            total += len(each.value)
    return total
