"""The grid shows where blocks stand, and moves none of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import NoArtwork, exercise, labels, layout, layout_of, layouts, shaper

from handouts.layout.block import Document
from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.pdf.printer import Printer
from handouts.typeset.grid import BASELINE, LABEL, MARGIN, NAMED, UNNAMED
from handouts.typeset.page import Line, Mark, Page, Pages
from handouts.typeset.page import Path as PathMark
from handouts.typeset.typeset import typeset

CUES = st.lists(st.integers(1, 30), min_size=1, max_size=9)


def told(setup: list[int], execution: list[int]) -> Sheet:
    """A sheet of an exercise whose cues have so many words."""
    lines = ["exercise: Told\nsummary: What it is for.\nsafety: Stop when it hurts.\n"]
    for key, counts in {"setup": setup, "execution": execution}.items():
        lines += [f"{key}:\n", *(f"  - Cue{' word' * count}.\n" for count in counts)]
    return Sheet(exercise("".join(lines)), labels())


def documents_of(sheet: Sheet, name: str) -> list[Document]:
    return compose(layout(name), sheet, NoArtwork())[0]


def pages_of(sheet: Sheet, name: str) -> Pages:
    [document] = documents_of(sheet, name)
    pages = typeset(document, shaper()).pages
    assert pages is not None
    return pages


def added(page: Page) -> list[Mark]:
    """What the grid adds: the last group of the page."""
    return list(page.groups[-1].marks)


@settings(max_examples=20, deadline=None)
@given(CUES, CUES, st.sampled_from(["card", "handout"]))
def test_a_page_with_a_grid_is_the_page_without_it_and_one_artifact_more(
    setup: list[int], execution: list[int], name: str
) -> None:
    sheet = told(setup, execution)
    plain, gridded = pages_of(sheet, name), pages_of(replace(sheet, grid=True), name)
    assert len(plain.pages) == len(gridded.pages)
    for without, with_grid in zip(plain.pages, gridded.pages, strict=True):
        assert repr(with_grid.groups[-1].element) == "None"
        assert [list(group.marks) for group in with_grid.groups[:-1]] == [
            list(group.marks) for group in without.groups
        ]


def test_blocks_are_shown_by_their_names_and_those_without_by_their_kinds() -> None:
    [page] = pages_of(replace(told([5], [5]), grid=True), "card").pages
    said = {
        ("".join(word.text for word in mark.words), mark.colour)
        for mark in added(page)
        if isinstance(mark, Line)
    }
    assert {("summary", NAMED), ("setup", NAMED), ("steps", UNNAMED), ("heading", UNNAMED)} <= said
    assert {mark.stroke for mark in added(page) if isinstance(mark, PathMark)} == {
        *(NAMED, UNNAMED, MARGIN, BASELINE)
    }


def test_no_label_lies_on_another() -> None:
    [page] = pages_of(replace(told([5], [5]), grid=True), "card").pages
    placed = [mark for mark in added(page) if isinstance(mark, Line)]
    assert len(placed) > 20
    for number, one in enumerate(placed):
        for other in placed[:number]:
            apart = one.x >= other.x + other.width or other.x >= one.x + one.width
            assert apart or abs(one.y - other.y) >= LABEL - 0.01


def test_the_grid_of_a_mirrored_page_is_mirrored() -> None:
    sheet = replace(told([5], [5]), grid=True)
    [document] = documents_of(sheet, "card")
    [plain] = pages_of(sheet, "card").pages
    pages = typeset(replace(document, mirrored=True), shaper()).pages
    assert pages is not None
    [mirrored] = pages.pages
    assert _edges(plain, 0.0, 1.0) == pytest.approx(_edges(mirrored, 612.0, -1.0), abs=0.01)


def _edges(page: Page, offset: float, sign: float) -> list[float]:
    """The sides of the boxes of the grid, from one edge of the page."""
    boxes = [
        [offset + sign * segment[1] for segment in mark.segments if len(segment) > 1]
        for mark in added(page)
        if isinstance(mark, PathMark) and mark.stroke in (NAMED, UNNAMED)
    ]
    return [side for box in boxes for side in (min(box), max(box))]


@pytest.mark.parametrize(
    "name", [name for name in layouts().names() if layout(name).kind == "exercise"]
)
def test_every_layout_of_exercises_passes_with_its_grid(
    name: str, check_pdf: Callable[[bytes], None]
) -> None:
    for document in documents_of(replace(told([5], [5, 9]), grid=True), name):
        pages = typeset(document, shaper()).pages
        assert pages is not None
        check_pdf(Printer().print(pages))


def test_each_part_of_a_block_that_breaks_is_shown(tmp_path: Path) -> None:
    steps = "layout: mine\nfor: exercise\nbody: [{block: steps, name: cues, of: execution}]\n"
    sheet = replace(told([1], [30] * 60), grid=True)
    [document], _ = compose(layout_of(steps, tmp_path), sheet, NoArtwork())
    pages = typeset(document, shaper()).pages
    assert pages is not None and len(pages.pages) > 1
    for page in pages.pages:
        labels_of_page = [mark for mark in added(page) if isinstance(mark, Line)]
        assert "cues" in ["".join(w.text for w in mark.words) for mark in labels_of_page]
