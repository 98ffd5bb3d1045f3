"""A page is cut to its figure."""

from __future__ import annotations

import pytest

from handouts.typeset.page import Element, Metadata, Page, Pages, Rectangle
from handouts.typeset.trim import trim

FIGURE = Element("Figure", box=Rectangle(10, 20, 100, 50))


def pages(*kids: Element, count: int = 1) -> Pages:
    return Pages([Page(612, 792, ())] * count, Element("Document", [*kids]), Metadata("Squat"))


def test_a_page_ends_a_margin_away_from_its_figure() -> None:
    (page,) = trim(pages(FIGURE, Element("Caption")), 10).pages
    assert (page.width, page.height) == (120, 80)


@pytest.mark.parametrize("untrimmable", [pages(), pages(FIGURE, count=2)])
def test_what_has_no_one_page_and_figure_cannot_be_cut(untrimmable: Pages) -> None:
    with pytest.raises(ValueError, match="unpack"):
        trim(untrimmable, 10)
