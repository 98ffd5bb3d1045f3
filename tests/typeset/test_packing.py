"""Handouts bound into a pack: each on sheets of its own, with its own numbers and links."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pdf_walk
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setting import COLOURS, STYLES, shaper, text, text_of

from handouts.layout.block import Document, PageBreak, PageNumber, Paragraph, Run, Stack
from handouts.pdf.printer import Printer
from handouts.source.problem import Place
from handouts.typeset.packing import Section, on_sheets, pack
from handouts.typeset.page import Element, Metadata, Page, Pages
from handouts.typeset.typeset import typeset_all

Check = Callable[[bytes], None]


def plan(title: str, pages: int = 1, language: str = "en") -> Document:
    """A document of so many pages, with a link to its own head."""
    heading = Paragraph(runs=(Run(title),), style="large", role="H1")
    link = Paragraph(runs=(Run(f"To {title}"),), style="body", link="#plan")
    others = [block for n in range(1, pages) for block in (PageBreak(), text(f"page {n}"))]
    return Document(
        header=text(f"{title} head", "note"),
        running_header=text(f"{title} goes on", "note"),
        body=Stack(blocks=(heading, link, *others), gap=6.0),
        footer=PageNumber(text="Page {page} of {pages}", style="note"),
        width=612.0,
        height=792.0,
        margins=(36.0, 36.0, 36.0, 36.0),
        tokens={"header-gap": 10.0, "footer-gap": 10.0},
        colours=COLOURS,
        styles=STYLES,
        fit=(),
        stretch=(),
        most_pages=None,
        metadata=Metadata(title, language=language),
        places={"": Place("plan.yaml", 1)},
        anchor="plan",
    )


def packed(*sections: tuple[str | None, Sequence[Document]]) -> Pages:
    """A pack of handouts, of one document each, by the titles of their sections."""
    made: list[Section] = []
    before = 0
    for title, documents in sections:
        handouts = []
        for each in documents:
            result = typeset_all([each], shaper(), before)
            assert result.pages is not None
            handouts.append(result.pages)
            before += on_sheets(len(result.pages.pages))
        made.append(Section(handouts, title))
    return pack(made)


def alone_pages(document: Document) -> Sequence[Page]:
    result = typeset_all([document], shaper())
    assert result.pages is not None
    return result.pages.pages


def test_each_handout_begins_a_fresh_sheet(check_pdf: Check) -> None:
    pages = packed((None, [plan("One"), plan("Three", 3), plan("Two", 2), plan("Last")]))
    heads = [text_of(page).split(" head")[0] for page in pages.pages[::2]]
    assert heads[0] == "One" and heads[1] == "Three" and heads[3] == "Two" and heads[4] == "Last"
    assert [text_of(pages.pages[n]) for n in (1, 5, 9)] == [""] * 3
    assert len(pages.pages) == 10
    check_pdf(Printer().print(pages))


def test_a_blank_back_is_as_large_as_its_front_and_has_nothing_to_read(check_pdf: Check) -> None:
    chart = replace(plan("Chart"), width=1224.0, height=792.0)
    pages = packed((None, [plan("Card"), chart]))
    sizes = [(page.width, page.height) for page in pages.pages]
    assert sizes == [(612, 792), (612, 792), (1224, 792), (1224, 792)]
    for back in pages.pages[1::2]:
        assert [group.element for group in back.groups] == [None]
        assert back.groups[0].marks  # a printer that skips blank pages must not skip it
    data = Printer().print(pages)
    check_pdf(data)
    assert pdf_walk.read(data).text.count("To Chart") == 1


def test_pages_are_numbered_within_their_handout() -> None:
    pages = packed((None, [plan("Card"), plan("Plan", 2)]))
    assert "Page" not in text_of(pages.pages[0])
    assert [text_of(page).split("Page ")[1] for page in pages.pages[2:4]] == ["1 of 2", "2 of 2"]


def test_the_outline_has_each_title_once_and_its_own_entries_below() -> None:
    pages = packed(("Ana", [plan("Card")]), ("Bo", [plan("Card"), plan("Plan")]))
    entries = [(entry.level, entry.title) for entry in pages.outline]
    assert entries == [(0, "Ana"), (1, "Card"), (0, "Bo"), (1, "Card"), (1, "Plan")]
    assert [entry.level for entry in packed((None, [plan("Card"), plan("Plan")])).outline] == [0, 0]


def test_the_outline_leads_to_where_its_handouts_begin() -> None:
    pages = packed(("Ana", [plan("Card")]), ("Bo", [plan("Plan", 3), plan("Card")]))
    begins = {anchor.name: n for n, page in enumerate(pages.pages) for anchor in page.anchors}
    assert [begins[entry.destination] for entry in pages.outline] == [0, 0, 2, 2, 6]


def test_links_stay_within_their_handout(check_pdf: Check) -> None:
    pages = packed((None, [plan("One"), plan("Two")]))
    begins = {anchor.name: n for n, page in enumerate(pages.pages) for anchor in page.anchors}
    led = {each.contents: begins[each.destination or ""] for p in pages.pages for each in p.links}
    assert led == {"To One": 0, "To Two": 2}
    check_pdf(Printer().print(pages))


def test_each_handout_says_its_language(check_pdf: Check) -> None:
    pages = packed((None, [plan("Card"), plan("Karte", language="de")]))
    assert [part.language for part in pages.structure.kids if isinstance(part, Element)] == [
        "en",
        "de",
    ]
    check_pdf(Printer().print(pages))


def test_a_pack_is_called_what_it_holds_as_far_as_a_title_goes() -> None:
    assert packed((None, [plan("Card"), plan("Card"), plan("Plan")])).metadata.title == "Card, Plan"
    assert packed(("Ana", [plan("Card")]), ("Bo", [plan("Card")])).metadata.title == "Ana, Bo"
    many = packed((None, [plan(f"Handout with the number {n}") for n in range(9)]))
    assert len(many.metadata.title) < 125 and many.metadata.title.endswith(" 3 …")


@pytest.mark.parametrize(("pages", "sides"), [(1, 2), (2, 2), (3, 4), (26, 26)])
def test_a_handout_takes_whole_sheets(pages: int, sides: int) -> None:
    assert on_sheets(pages) == sides


@settings(max_examples=25, deadline=None)
@given(lengths=st.lists(st.integers(1, 4), min_size=1, max_size=6))
def test_however_long_handouts_are_each_begins_on_a_front(lengths: list[int]) -> None:
    plans = [plan(f"Plan {n}", length) for n, length in enumerate(lengths)]
    pages = packed((None, plans))
    begins = {anchor.name: n for n, page in enumerate(pages.pages) for anchor in page.anchors}
    starts = [begins[e.destination] for e in pages.outline if e.level == 0]
    assert all(start % 2 == 0 for start in starts)
    assert len(starts) == len(lengths)
    assert len(pages.pages) == sum(map(on_sheets, lengths))
    alone = [text_of(page) for each in plans for page in alone_pages(each)]
    assert [said for page in pages.pages if (said := text_of(page))] == alone
