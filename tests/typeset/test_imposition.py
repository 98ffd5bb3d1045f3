"""Imposition: cells on sheets, fronts and backs, copies, cut marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path as File
from typing import Literal

import pytest
from photos import photo
from plans import artwork, find
from sheets import exercise, labels, layout, lines_of, problems_of, shaper

from handouts.colour import Colour
from handouts.layout.compose import compose
from handouts.layout.declare import PAPERS
from handouts.layout.n_up import PRINTER_MARGIN, SheetSource, imposed_on
from handouts.layout.sheet import Sheet
from handouts.model.exercise import Exercise
from handouts.model.gathering import of_items
from handouts.pdf.printer import Printer
from handouts.typeset.imposition import Grid, cut_marks, impose
from handouts.typeset.page import (
    Content,
    Element,
    Group,
    Metadata,
    Page,
    Pages,
    Path,
    PlacedPicture,
    Rectangle,
)
from handouts.typeset.typeset import typeset_cells

BLACK = Colour(0.0, 0.0, 0.0)

LONG = "\n".join(
    f"  - Move {number}: Take your time and breathe out slowly." for number in range(16)
)


def _item(number: int, cues: str) -> Sheet:
    text = f"exercise: Lift {number}\nsafety: Stop at pain.\nexecution:\n{cues}"
    return Sheet(replace(exercise(text), name=f"lift-{number}"), labels())


def _printed(*gathered: Sheet, name: str = "pocket") -> Pages:
    chosen = layout(name)
    sheet = replace(
        gathered[0],
        item=of_items([each.item for each in gathered if isinstance(each.item, Exercise)]),
        gathered=gathered,
    )
    documents, problems = compose(chosen, sheet, artwork())
    n_up = chosen.papers["letter"].n_up
    assert n_up and not problems
    result = typeset_cells(documents, n_up, shaper())
    assert result.pages, result.problems
    return result.pages


def _titles(page: Page) -> list[str]:
    words = ("".join(word.text for word in line.words) for line in lines_of(page))
    return [text for text in words if text.startswith("Lift")]


Box = tuple[float, float, float, float]
"""Left, top, right and bottom of a card, from the paper's top left corner."""

_EVERY = [
    (cells, stand, edge, paper)
    for cells in ("2", "4", "8")
    for stand in ("upright", "wide")
    for edge in ("long edge", "short edge")
    for paper in (PAPERS["letter"], PAPERS["a4"])
]


def _grid(
    cells: str,
    stand: Literal["upright", "wide"],
    edge: Literal["long edge", "short edge"],
    paper: tuple[float, float],
    mirrored: bool = False,
) -> Grid:
    source = SheetSource(area=(504.0, 720.0), cells=stand, backs=edge)
    n_up, width, height = imposed_on(*paper, cells, source)
    return Grid(n_up, width, height, mirrored)


def _card(grid: Grid, place: int, back: bool) -> Box:
    x, y = grid.corner(place, back)
    return x, y, x + grid.width, y + grid.height


def _seen_from_the_front(grid: Grid, edge: str, card: Box) -> tuple[Box, bool]:
    """Where a card that is printed on the back lies as one looks at the front, and if its head is
    up there: the way of the paper through a printer, step by step.
    """
    left, top, right, bottom = card
    width, height = grid.n_up.sheet_width, grid.n_up.sheet_height
    head_up = True
    if grid.backs_are_turned:  # the page is printed head down
        left, top, right, bottom = width - right, height - bottom, width - left, height - top
        head_up = not head_up
    long_is_upright = height > width
    if (edge == "long edge") == long_is_upright:  # the paper is turned as a page of a book is
        return (width - right, top, width - left, bottom), head_up
    return (left, height - bottom, right, height - top), not head_up  # as one of a notepad


@pytest.mark.parametrize(("cells", "stand", "edge", "paper"), _EVERY)
@pytest.mark.parametrize("mirrored", [False, True])
def test_a_back_lies_under_its_front_head_to_head(
    cells: str,
    stand: Literal["upright", "wide"],
    edge: Literal["long edge", "short edge"],
    paper: tuple[float, float],
    mirrored: bool,
) -> None:
    grid = _grid(cells, stand, edge, paper, mirrored)
    for place in range(int(cells)):
        behind, head_up = _seen_from_the_front(grid, edge, _card(grid, place, back=True))
        assert behind == pytest.approx(_card(grid, place, back=False))
        assert head_up


def test_cells_of_a_mirrored_sheet_run_from_the_right() -> None:
    paper = PAPERS["letter"]
    one, other = (_grid("8", "upright", "long edge", paper, mirrored) for mirrored in (False, True))
    corners = [grid.corner(0, back=False) for grid in (one, other)]
    assert corners == [one.corner(0, back=False), one.corner(3, back=False)]
    assert other.corner(3, back=False) == corners[0]


@pytest.mark.parametrize(("cells", "stand", "edge", "paper"), _EVERY)
def test_marks_and_lines_stay_where_a_printer_reaches(
    cells: str,
    stand: Literal["upright", "wide"],
    edge: Literal["long edge", "short edge"],
    paper: tuple[float, float],
) -> None:
    n_up, width, height = imposed_on(*paper, cells, SheetSource(cells=stand, backs=edge))
    divided = Grid(n_up, width, height)
    for grid in (divided, _grid(cells, stand, edge, paper)):
        marks = cut_marks(grid, BLACK, BLACK)
        points = [at for mark in marks if isinstance(mark, Path) for _, *at in mark.segments]
        assert points
        for x, y in points:
            assert x + 0.01 >= PRINTER_MARGIN and x <= grid.n_up.sheet_width - PRINTER_MARGIN + 0.01
            assert (
                y + 0.01 >= PRINTER_MARGIN and y <= grid.n_up.sheet_height - PRINTER_MARGIN + 0.01
            )


def test_a_sheet_that_is_divided_has_lines_between_its_cells_alone() -> None:
    n_up, width, height = imposed_on(*PAPERS["letter"], "2", SheetSource(cells="wide"))
    (line,) = cut_marks(Grid(n_up, width, height), BLACK, BLACK)
    assert isinstance(line, Path) and line.dash
    assert {at[-1] for at in line.segments} == {396.0}


def test_an_item_alone_fills_the_sheet_and_is_read_once(
    check_pdf: Callable[[bytes], None],
) -> None:
    pages = _printed(_item(1, "  - Go: Slowly."))
    assert [len(_titles(page)) for page in pages.pages] == [4, 4]
    assert len(list(find(pages.structure, "H1"))) == 1
    check_pdf(Printer().print(pages))


def test_several_items_stand_once_each_with_their_backs_overleaf(
    check_pdf: Callable[[bytes], None],
) -> None:
    pages = _printed(*(_item(number, LONG) for number in range(5)))
    assert [len(_titles(page)) for page in pages.pages] == [4, 4, 1, 1]
    assert [kid.role for kid in find(pages.structure, "Part")] == 5 * ["Part"]
    assert [(entry.title, entry.level) for entry in pages.outline] == [
        (f"Lift {number}", 0) for number in range(5)
    ]
    anchors = {anchor.name: anchor.y for page in pages.pages for anchor in page.anchors}
    assert [anchors[entry.destination] for entry in pages.outline] == [36, 36, 396, 396, 36]
    check_pdf(Printer().print(pages))


def test_a_picture_that_is_cut_moves_with_what_is_seen_of_it() -> None:
    n_up, width, height = imposed_on(*PAPERS["letter"], "2", SheetSource(cells="wide"))
    placed = PlacedPicture(
        photo(400, 300), Rectangle(0, 0, 80, 60), window=Rectangle(10, 5, 40, 40)
    )
    figure = Element("Figure", [Content(0, 0)], alt="A wall", box=Rectangle(10, 5, 40, 40))
    cell = Page(width, height, [Group([placed], figure)])
    item = Pages([cell], Element("Document", [figure]), Metadata("Walls"))
    (page,) = impose([item], n_up, BLACK, BLACK).pages
    marks = [mark for group in page.groups[1:] for mark in group.marks]
    grid = Grid(n_up, width, height)
    for place, mark in enumerate(marks):
        x, y = grid.corner(place, back=False)
        assert isinstance(mark, PlacedPicture)
        assert mark.box == Rectangle(x, y, 80, 60)
        assert mark.window == Rectangle(x + 10, y + 5, 40, 40)
    assert len(marks) == 2
    x, y = grid.corner(0, back=False)
    assert figure.box == Rectangle(x + 10, y + 5, 40, 40)


def test_two_summaries_share_a_page_with_a_line_to_cut_along() -> None:
    pages = _printed(*(_item(number, "  - Go.") for number in range(2)), name="summary")
    (page,) = pages.pages
    assert len(_titles(page)) == 2
    cut = [mark for mark in page.groups[0].marks if isinstance(mark, Path)]
    assert [{at[-1] for at in path.segments} for path in cut] == [{page.height / 2}]


def test_cells_that_no_printer_reaches_are_a_problem_with_its_place(tmp_path: File) -> None:
    text = "layout: mine\nextends: card\nn-up: 4\nsheet: {area: 600 780}\n"
    found = problems_of(text, tmp_path)
    assert {problem.code for problem in found} == {"sheet-area"}
    assert all(problem.place and problem.place.line == 4 for problem in found)
