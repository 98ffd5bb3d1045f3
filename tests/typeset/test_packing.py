"""Handouts bound into a pack: each on sheets of its own, with its own numbers and links."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pdf_walk
import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setting import COLOURS, STYLES, shaper, text, text_of

from handouts.layout.block import Document, PageBreak, PageNumber, Paragraph, Run, Stack
from handouts.pdf.printer import Printer
from handouts.source.problem import Place
from handouts.typeset.packing import Pack, on_sheets
from handouts.typeset.page import Metadata, OutlineEntry, Page, Pages
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
        running_footer=PageNumber(text="Page {page} of {pages}", style="note"),
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


@dataclass(frozen=True)
class Packed:
    """Handouts as they stand in their pack, and what it is called."""

    handouts: Sequence[Pages]
    metadata: Metadata

    @property
    def pages(self) -> list[Page]:
        return [page for handout in self.handouts for page in handout.pages]

    @property
    def outline(self) -> list[OutlineEntry]:
        return [entry for handout in self.handouts for entry in handout.outline]

    def printed(self) -> bytes:
        out = BytesIO()
        printing = Printer().begin(out)
        for handout in self.handouts:
            printing.add(handout)
        printing.finish(self.metadata)
        return out.getvalue()


def packed(*sections: tuple[str | None, Sequence[Document]]) -> Packed:
    """A pack of handouts, of one document each, by the titles of their sections."""
    pack = Pack()
    handouts: list[Pages] = []
    before = 0
    for title, documents in sections:
        for each in documents:
            result = typeset_all([each], shaper(), before)
            assert result.pages is not None
            handouts.append(pack.add(result.pages, title))
            before += on_sheets(len(result.pages.pages))
    return Packed(handouts, pack.metadata)


Entry = tuple[str, int, list[Any]]
"""A line of an outline: its title, the page it leads to, from 0, and the lines below it."""


def outline_of(data: bytes) -> list[Entry]:
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [_entry(pdf, item) for item in outline.root]


def _entry(pdf: pikepdf.Pdf, item: pikepdf.OutlineItem) -> Entry:
    return item.title, _page(pdf, item.destination), [_entry(pdf, each) for each in item.children]


def links_of(data: bytes) -> dict[str, int]:
    """The pages, from 0, that links lead to, by what is said of each."""
    with pikepdf.open(BytesIO(data)) as pdf:
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        return {str(link.Contents): _page(pdf, link.Dest) for link in links}


def _page(pdf: pikepdf.Pdf, destination: Any) -> int:
    return [page.obj.objgen for page in pdf.pages].index(destination[0].objgen)


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
    check_pdf(pages.printed())


def test_a_blank_back_is_as_large_as_its_front_and_has_nothing_to_read(check_pdf: Check) -> None:
    chart = replace(plan("Chart"), width=1224.0, height=792.0)
    pages = packed((None, [plan("Card"), chart]))
    sizes = [(page.width, page.height) for page in pages.pages]
    assert sizes == [(612, 792), (612, 792), (1224, 792), (1224, 792)]
    for back in pages.pages[1::2]:
        assert [group.element for group in back.groups] == [None]
        assert back.groups[0].marks  # a printer that skips blank pages must not skip it
    data = pages.printed()
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
    data = packed(("Ana", [plan("Card")]), ("Bo", [plan("Plan", 3), plan("Card")])).printed()
    assert outline_of(data) == [
        ("Ana", 0, [("Card", 0, [])]),
        ("Bo", 2, [("Plan", 2, []), ("Card", 6, [])]),
    ]


def test_links_stay_within_their_handout(check_pdf: Check) -> None:
    data = packed((None, [plan("One"), plan("Two")])).printed()
    assert links_of(data) == {"To One": 0, "To Two": 2}
    check_pdf(data)


def test_each_handout_says_its_language(check_pdf: Check) -> None:
    pages = packed((None, [plan("Card"), plan("Karte", language="de")]))
    assert [handout.structure.language for handout in pages.handouts] == ["en", "de"]
    check_pdf(pages.printed())


def test_the_handouts_of_a_section_are_one_part(check_pdf: Check) -> None:
    data = packed(("Ana", [plan("Card")]), ("Bo", [plan("Card"), plan("Plan")])).printed()
    check_pdf(data)
    sections = pdf_walk.read(data).kids
    assert [part.role for part in sections] == ["Part", "Part"]
    assert [[part.role for part in section.kids] for section in sections] == [
        ["Part"],
        ["Part", "Part"],
    ]


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
    assert all(len(handout.pages) % 2 == 0 for handout in pages.handouts)
    assert len(pages.handouts) == len(lengths)
    assert len(pages.pages) == sum(map(on_sheets, lengths))
    alone = [text_of(page) for each in plans for page in alone_pages(each)]
    assert [said for page in pages.pages if (said := text_of(page))] == alone
