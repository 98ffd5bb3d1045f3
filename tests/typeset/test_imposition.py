"""Imposition: cells on sheets, fronts and backs, copies, cut marks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import pytest
from plans import artwork, find
from sheets import exercise, labels, layout, lines_of, problems_of, shaper

from handouts.layout.compose import compose
from handouts.layout.n_up import SheetSource, imposed_on
from handouts.layout.sheet import Sheet
from handouts.model.exercise import Exercise
from handouts.model.gathering import of_items
from handouts.pdf.printer import Printer
from handouts.typeset.imposition import cell_corner
from handouts.typeset.page import Page, Pages, Path
from handouts.typeset.typeset import typeset_cells

LONG = "\n".join(
    f"  - Move {number}: Take your time and breathe out slowly." for number in range(16)
)


def _item(number: int, cues: str) -> Sheet:
    text = f"exercise: Lift {number}\nsafety: Stop at pain.\nexecution:\n{cues}"
    return Sheet(exercise(text), labels())


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


@pytest.mark.parametrize("cells", ["2", "4", "8"])
@pytest.mark.parametrize("stand", ["upright", "wide"])
@pytest.mark.parametrize("edge", ["long edge", "short edge"])
def test_a_back_lies_under_its_front_when_the_paper_is_turned(
    cells: str, stand: Literal["upright", "wide"], edge: Literal["long edge", "short edge"]
) -> None:
    source = SheetSource(area=(504.0, 720.0), cells=stand, backs=edge)
    n_up, width, height = imposed_on(612.0, 792.0, cells, source)
    cell = Page(width, height, [])
    over_a_side = (edge == "long edge") == (n_up.sheet_height > n_up.sheet_width)
    for place in range(int(cells)):
        x, y = cell_corner(n_up, cell, place, back=False)
        if over_a_side:
            x = n_up.sheet_width - x - width
        else:
            y = n_up.sheet_height - y - height
        assert cell_corner(n_up, cell, place, back=True) == pytest.approx((x, y))


def test_an_item_alone_fills_the_sheet_and_is_read_once(
    check_pdf: Callable[[bytes], None],
) -> None:
    pages = _printed(_item(1, "  - Go: Slowly."))
    assert len(pages.pages) == 1
    assert len(_titles(pages.pages[0])) == 4
    assert len(list(find(pages.structure, "H1"))) == 1
    check_pdf(Printer().print(pages))


def test_several_items_stand_once_each_with_their_backs_overleaf(
    check_pdf: Callable[[bytes], None],
) -> None:
    pages = _printed(*(_item(number, LONG) for number in range(5)))
    assert [len(_titles(page)) for page in pages.pages] == [4, 4, 1, 1]
    assert [kid.role for kid in find(pages.structure, "Part")] == 5 * ["Part"]
    assert len([entry for entry in pages.outline if entry.level == 0]) == 5
    check_pdf(Printer().print(pages))


def test_two_summaries_share_a_page_with_a_line_to_cut_along() -> None:
    pages = _printed(*(_item(number, "  - Go.") for number in range(2)), name="summary")
    (page,) = pages.pages
    assert len(_titles(page)) == 2
    cut = [mark for mark in page.groups[0].marks if isinstance(mark, Path)]
    middle = page.height / 2
    assert any({at[-1] for at in path.segments} == {middle} and path.dash for path in cut)


def test_cells_that_no_printer_reaches_are_a_problem_with_its_place(tmp_path: object) -> None:
    from pathlib import Path as File

    text = "layout: mine\nextends: card\nn-up: 4\nsheet: {area: 600 780}\n"
    found = problems_of(text, File(str(tmp_path)))
    assert {problem.code for problem in found} == {"sheet-area"}
    assert all(problem.place and problem.place.line == 4 for problem in found)
