"""Whole pages mirrored: every mark is as far from the right edge as it was from the left one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from setting import shaper

from handouts import resources
from handouts.batch.artwork import Artwork
from handouts.layout.block import Document
from handouts.layout.compose import compose
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts
from handouts.layout.sheet import Sheet
from handouts.model.library import Entry, Library
from handouts.typeset.page import (
    Element,
    Group,
    Line,
    Page,
    Pages,
    Path,
    PlacedDrawing,
    PlacedPicture,
)
from handouts.typeset.typeset import typeset

WORD_SPACE = 4.0
"""Words nearer to each other than this are of one line of text."""

Span = tuple[str, float, float]
"""What a mark is, and from where to where it goes across the page."""


def documents(layout: str) -> list[Document]:
    labels = load_labels(resources.labels(), "en")
    library = Library((resources.root() / "data",))
    entry = library.find("glute-bridge")
    assert isinstance(entry, Entry)
    item, _ = library.read(entry)
    found, _ = Layouts(resources.libraries("layouts"), labels).load(layout)
    assert item is not None and found is not None
    artwork = Artwork((resources.root() / "data",), None)
    return compose(found, Sheet(item, labels, paper="letter"), artwork)[0]


def set_as(document: Document, mirrored: bool) -> Pages:
    pages = typeset(replace(document, mirrored=mirrored), shaper()).pages
    assert pages is not None
    return pages


def spans(page: Page) -> Iterator[Span]:
    for group in page.groups:
        for mark in group.marks:
            match mark:
                case Path():
                    xs = [x for segment in mark.segments for x in list(segment[1:])[::2]]
                    yield "path", min(xs), max(xs)
                case Line():
                    words = list(mark.words)
                    while len(words) > 1 and words[-1].text == " ":
                        words.pop()
                    yield "words", mark.x, mark.x + replace(mark, words=words).width
                case PlacedDrawing() | PlacedPicture():
                    yield "picture", mark.box.x, mark.box.x + mark.box.width
    for link in page.links:
        yield "link", link.box.x, link.box.x + link.box.width


def boxes(element: Element) -> Iterator[Span]:
    if element.box is not None:
        yield "box", element.box.x, element.box.x + element.box.width
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from boxes(kid)


def outer(found: Iterator[Span]) -> list[Span]:
    """Spans of what is not words; the order of words within a line is not turned round."""
    return [span for span in found if span[0] != "words"]


@pytest.mark.parametrize("layout", ["card", "handout"])
def test_every_mark_changes_sides(layout: str) -> None:
    for document in documents(layout):
        plain, mirrored = set_as(document, False), set_as(document, True)
        width = document.width
        for one, other in zip(plain.pages, mirrored.pages, strict=True):
            there = [(kind, width - end, width - start) for kind, start, end in outer(spans(one))]
            assert len(there) > 10
            for (kind, *wanted), (same, *found) in zip(there, outer(spans(other)), strict=True):
                assert kind == same
                assert found == pytest.approx(wanted, abs=0.01)
        was = [(kind, width - end, width - start) for kind, start, end in boxes(plain.structure)]
        now = list(boxes(mirrored.structure))
        assert was
        assert [pytest.approx(span[1:]) for span in was] == [span[1:] for span in now]


@pytest.mark.parametrize("layout", ["card", "handout"])
def test_lines_of_text_change_sides_as_a_whole(layout: str) -> None:
    for document in documents(layout):
        plain, mirrored = set_as(document, False), set_as(document, True)
        width = document.width
        for one, other in zip(plain.pages, mirrored.pages, strict=True):
            wanted = sorted((y, width - end, width - start) for y, start, end in rows(one))
            found = sorted(rows(other))
            assert len(found) > 10
            assert [pytest.approx(row, abs=0.01) for row in wanted] == found


def rows(page: Page) -> list[tuple[float, float, float]]:
    """The baseline of each line of text and where it goes from and to, whatever it is made of."""
    lines = [mark for group in page.groups for mark in group.marks if isinstance(mark, Line)]
    found: list[tuple[float, float, float]] = []
    for line in sorted(lines, key=lambda line: (line.y, line.x)):
        [(_, start, end)] = spans(Page(0, 0, [Group([line])]))
        if found and found[-1][0] == line.y and start - found[-1][2] < WORD_SPACE:
            found[-1] = (line.y, found[-1][1], end)
        else:
            found.append((line.y, start, end))
    return found
