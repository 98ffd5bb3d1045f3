"""Layouts in cells: whatever the content, every mark stays in its cell, and copies are alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path as File
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from plans import FIGURE, artwork
from sheets import LAYOUTS, exercise, labels, layout, shaper

from handouts.layout.block import Document
from handouts.layout.compose import compose
from handouts.layout.labels import load_labels
from handouts.layout.load import Layouts
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout, NUp
from handouts.model.gathering import of_items
from handouts.pdf.printer import Printer
from handouts.typeset.imposition import Grid
from handouts.typeset.page import (
    Content,
    Element,
    Group,
    Line,
    Mark,
    Page,
    Pages,
    Path,
    PlacedDrawing,
    PlacedPicture,
    Rectangle,
)
from handouts.typeset.typeset import Typeset, typeset_cells

MINE = """
layout: mine
for: exercise
gather: items
pages: any
n-up: CELLS
sheet: {cells: STAND, backs: BACKS}
paper: {letter: {margins: 8}, a4: {margins: 8}}
running header:
  - {block: text, of: title, style: note}
body:
  - {block: heading, of: exercise, level: 1, style: section}
  - {block: pictures, of: [figure, picture], height: 40, captions: false}
  - {block: steps, of: execution}
  - {block: callout, of: safety, lead: safety, sign-size: 12, style: safety}
  - {block: qr, of: video, size: 56}
"""
PHOTO = "picture: {file: FOLDER/photo.png, alt: A grey wall}\n"
NEAR = 0.75
"""Points by which a stroke is wider than its path."""

WORDS = st.text("abcdef gh ijk lmno", min_size=1, max_size=60).filter(str.strip)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> File:
    """Where layouts are written, each once, beside a photograph."""
    folder = tmp_path_factory.mktemp("layouts")
    Image.new("RGB", (400, 300), "silver").save(folder / "photo.png")
    return folder


@st.composite
def items(draw: st.DrawFn, most: int = 9) -> list[str]:
    """The texts of some exercises."""
    found = []
    for number in range(draw(st.integers(1, most))):
        cues = draw(st.lists(WORDS, min_size=1, max_size=6))
        text = f"exercise: Lift {number}\nsafety: {' '.join(draw(WORDS).split())}.\nexecution:\n"
        text += "".join(f"  - Go {' '.join(cue.split())}.\n" for cue in cues)
        text += draw(st.sampled_from(["", "video: https://example.org/lift\n"]))
        found.append(text + draw(st.sampled_from(["", FIGURE, PHOTO])))
    return found


@cache
def _mine(cells: str, stand: str, backs: str, folder: File) -> Layout:
    text = MINE.replace("CELLS", cells).replace("STAND", stand).replace("BACKS", backs)
    file = folder / f"{cells}-{stand}-{backs}".replace(" ", "-") / "mine.yaml"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    found, problems = Layouts([LAYOUTS], labels()).load(str(file))
    assert found is not None and not problems, problems
    return found


@cache
def _of_language(language: str) -> Any:
    return load_labels(LAYOUTS / "labels", language)


def _documents(
    texts: list[str], chosen: Layout, paper: str, language: str, folder: File
) -> list[Document]:
    texts = [text.replace("FOLDER", str(folder)) for text in texts]
    read = [replace(exercise(text), name=f"lift-{at}") for at, text in enumerate(texts)]
    sheets = tuple(Sheet(each, _of_language(language), paper=paper) for each in read)
    found, problems = compose(
        chosen, replace(sheets[0], item=of_items(read), gathered=sheets), artwork()
    )
    assert not problems and len(found) == len(texts)
    return found


def _set(documents: list[Document], n_up: NUp | None) -> Typeset:
    assert n_up
    return typeset_cells(documents, n_up, shaper())


def _box(mark: Mark) -> Rectangle:
    match mark:
        case Line():
            return Rectangle(mark.x, mark.y - 0.7 * mark.size, mark.width, 0.9 * mark.size)
        case Path():
            xs = [at for _, *points in mark.segments for at in points[::2]]
            ys = [at for _, *points in mark.segments for at in points[1::2]]
            return Rectangle(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
        case PlacedPicture():
            return mark.window or mark.box
        case PlacedDrawing():
            return mark.box


def _cell_of(box: Rectangle, grid: Grid) -> tuple[float, float]:
    """The corner of the one cell that something stands in."""
    for place in range(grid.n_up.across * grid.n_up.down):
        x, y = grid.corner(place, back=False)
        if (
            x <= box.x + NEAR
            and box.x + box.width <= x + grid.width + NEAR
            and y <= box.y + NEAR
            and box.y + box.height <= y + grid.height + NEAR
        ):
            return x, y
    raise AssertionError(f"in no cell: {box}")


def _by_cell(page: Page, grid: Grid) -> dict[tuple[float, float], list[Group]]:
    """The groups of a side by the cells they stand in, one cell after the other."""
    found: dict[tuple[float, float], list[Group]] = {}
    for group in page.groups[1:]:  # the first is what is cut along
        if not group.marks:
            continue
        corners = {_cell_of(_box(mark), grid) for mark in group.marks}
        assert len(corners) == 1
        corner = corners.pop()
        assert corner not in list(found)[:-1], "two pages in one cell"
        found.setdefault(corner, []).append(group)
    return found


def _in_its_cell(groups: list[Group], corner: tuple[float, float]) -> list[tuple[Any, ...]]:
    """What stands in a cell, and where in it."""
    marks = [mark for group in groups for mark in group.marks]
    boxes = [_box(mark) for mark in marks]
    return [
        (
            type(mark),
            round(box.x - corner[0], 3),
            round(box.y - corner[1], 3),
            round(box.width, 3),
            "".join(word.text for word in mark.words) if isinstance(mark, Line) else "",
        )
        for mark, box in zip(marks, boxes, strict=True)
    ]


def _contents(element: Element) -> Iterator[tuple[Element, Content]]:
    for kid in element.kids:
        if isinstance(kid, Content):
            yield element, kid
        else:
            yield from _contents(kid)


def _hold_together(pages: Pages, grid: Grid) -> None:
    """Hold sheets against what every imposition must be."""
    for page in pages.pages:
        _by_cell(page, grid)
        for link in page.links:
            _cell_of(link.box, grid)
    seen = list(_contents(pages.structure))
    assert len({(content.page, content.group) for _, content in seen}) == len(seen) > 0
    for element, content in seen:
        assert pages.pages[content.page].groups[content.group].element is element


@settings(max_examples=25, deadline=None)
@given(
    texts=items(),
    cells=st.sampled_from(["2", "4", "8"]),
    stand=st.sampled_from(["upright", "wide"]),
    backs=st.sampled_from(["long edge", "short edge", "none"]),
    paper=st.sampled_from(["letter", "a4"]),
    language=st.sampled_from(["en", "ar"]),
)
def test_every_mark_stays_in_its_cell(
    texts: list[str],
    cells: str,
    stand: str,
    backs: str,
    paper: str,
    language: str,
    check_pdf: Callable[[bytes], None],
    folder: File,
) -> None:
    chosen = _mine(cells, stand, backs, folder)
    cell = chosen.papers[paper]
    result = _set(_documents(texts, chosen, paper, language, folder), cell.n_up)
    if result.pages is None:
        assert {problem.code for problem in result.problems} == {"too-long"}
        return
    assert cell.n_up
    _hold_together(result.pages, Grid(cell.n_up, cell.width, cell.height, language == "ar"))
    check_pdf(Printer().print(result.pages))


@settings(max_examples=20, deadline=None)
@given(
    texts=items(most=1),
    cells=st.sampled_from(["2", "4", "8"]),
    language=st.sampled_from(["en", "ar"]),
)
def test_copies_of_an_item_are_alike(
    texts: list[str], cells: str, language: str, folder: File
) -> None:
    chosen = _mine(cells, "upright", "long edge", folder)
    cell = chosen.papers["letter"]
    result = _set(_documents(texts, chosen, "letter", language, folder), cell.n_up)
    if result.pages is None:
        assert {problem.code for problem in result.problems} == {"too-long"}
        return
    assert cell.n_up
    grid = Grid(cell.n_up, cell.width, cell.height, language == "ar")
    for page in result.pages.pages:
        cells_of_page = _by_cell(page, grid)
        found = [_in_its_cell(groups, corner) for corner, groups in cells_of_page.items()]
        read = [any(group.element for group in groups) for groups in cells_of_page.values()]
        leaves = read.count(True)
        assert read == [True] * leaves + [False] * (len(read) - leaves)
        assert found[leaves:] == found[:-leaves]
        assert len(found) + leaves > int(cells) or page is not result.pages.pages[0]


@settings(max_examples=12, deadline=None)
@given(
    texts=items(most=5),
    name=st.sampled_from(["pocket", "summary"]),
    paper=st.sampled_from(["letter", "a4"]),
    language=st.sampled_from(["en", "ar"]),
)
def test_the_layouts_that_ship_keep_to_their_cells(
    texts: list[str],
    name: str,
    paper: str,
    language: str,
    check_pdf: Callable[[bytes], None],
    folder: File,
) -> None:
    chosen = layout(name)
    cell = chosen.papers[paper]
    result = _set(_documents(texts, chosen, paper, language, folder), cell.n_up)
    assert result.pages and cell.n_up, result.problems
    _hold_together(result.pages, Grid(cell.n_up, cell.width, cell.height, language == "ar"))
    check_pdf(Printer().print(result.pages))
