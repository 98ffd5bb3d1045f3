"""Documents bound into one file: numbered, linked, outlined and read as one."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pdf_walk
from hypothesis import given, settings
from hypothesis import strategies as st
from setting import COLOURS, STYLES, lines_of, shaper, text, text_of
from trees import TREES

from handouts.layout.block import (
    Block,
    Document,
    PageBreak,
    PageNumber,
    Paragraph,
    Run,
    Stack,
    WriteLines,
)
from handouts.pdf.printer import Printer
from handouts.source.problem import Place
from handouts.typeset.page import Element, Metadata, Pages
from handouts.typeset.paragraph import LEADING
from handouts.typeset.typeset import Typeset, typeset, typeset_all

Check = Callable[[bytes], None]


def document(*body: Block, title: str = "Plan", most: int | None = None) -> Document:
    """A document of Letter size with a head, a running head and a page number."""
    return Document(
        header=text(f"{title} head", "note"),
        running_header=text(f"{title} goes on", "note"),
        body=Stack(blocks=(heading(title), *body), gap=6.0),
        footer=Stack(blocks=(text(f"{title} foot", "note"), number())),
        running_footer=Stack(blocks=(text(f"{title} foot", "note"), number())),
        width=612.0,
        height=792.0,
        margins=(36.0, 36.0, 36.0, 36.0),
        tokens={"header-gap": 10.0, "footer-gap": 10.0},
        colours=COLOURS,
        styles=STYLES,
        fit=(),
        stretch=(),
        most_pages=most,
        metadata=Metadata(title),
        places={"": Place("plan.yaml", 1)},
    )


def number() -> PageNumber:
    return PageNumber(text="Page {page} of {pages}", style="note")


def heading(words: str, entry: str | None = None) -> Paragraph:
    return Paragraph(runs=(Run(words),), style="large", role="H1", entry=entry)


def link(words: str, target: str) -> Paragraph:
    return Paragraph(runs=(Run(words),), style="body", link=target)


def pages_of(result: Typeset) -> Pages:
    assert result.pages is not None and not result.problems
    return result.pages


def bound(*documents: Document) -> Pages:
    return pages_of(typeset_all(documents, shaper()))


def test_pages_are_numbered_over_the_whole_file() -> None:
    pages = bound(document(PageBreak(), text("second")), document(title="Card"))
    numbers = [text_of(page).split("Page ")[1] for page in pages.pages]
    assert numbers == ["1 of 3", "2 of 3", "3 of 3"]


def test_a_file_of_one_page_has_no_number() -> None:
    [page] = pages_of(typeset(document(), shaper())).pages
    assert "Page" not in text_of(page)


def test_each_document_has_its_own_head_and_it_is_read_once(check_pdf: Check) -> None:
    pages = bound(
        document(PageBreak(), text("second")),
        document(PageBreak(), text("more"), title="Card"),
    )
    heads = [text_of(page).split(" head")[0].split(" goes")[0] for page in pages.pages]
    assert heads == ["Plan", "Plan", "Card", "Card"]
    data = Printer().print(pages)
    check_pdf(data)
    read = pdf_walk.read(data)
    assert [part.text for part in read.find("Part")] == [
        "Plan headPlansecondPlan footPage 1 of 4",
        "Card headCardmoreCard footPage 3 of 4",
    ]


def test_pages_of_different_sizes_stand_in_one_file(check_pdf: Check) -> None:
    chart = replace(document(title="Chart"), width=1224.0, height=792.0)
    pages = bound(document(), chart)
    assert [(page.width, page.height) for page in pages.pages] == [(612, 792), (1224, 792)]
    check_pdf(Printer().print(pages))


def test_the_file_is_called_what_its_first_document_is() -> None:
    assert bound(document(), document(title="Card")).metadata.title == "Plan"


def test_the_outline_goes_through_all_documents_by_their_entries() -> None:
    pages = bound(document(heading("Week 1: learn", "Week 1")), document(title="Card"))
    assert [entry.title for entry in pages.outline] == ["Plan", "Week 1", "Card"]
    assert len({entry.destination for entry in pages.outline}) == 3


def test_links_lead_to_documents_and_paragraphs_of_the_file(check_pdf: Check) -> None:
    there = replace(text("the rules"), anchor="rules")
    plan = replace(document(link("Goblet squat", "#card")), anchor="plan")
    card = document(there, link("Back", "#plan"), link("Rules", "#rules"), title="Card")
    pages = bound(plan, replace(card, anchor="card"))
    places = {
        anchor.name: (n, anchor.y) for n, page in enumerate(pages.pages) for anchor in page.anchors
    }
    led = [(each.contents, each.destination) for page in pages.pages for each in page.links]
    assert led == [("Goblet squat", "card"), ("Back", "plan"), ("Rules", "rules")]
    assert places["card"] == (1, 0) and places["plan"] == (0, 0)
    rules = next(line for line in lines_of(pages.pages[1]) if line.words[0].text == "the")
    assert rules.y - 14 < places["rules"][1] < rules.y
    data = Printer().print(pages)
    check_pdf(data)
    assert len(pdf_walk.read(data).find("Link")) == 3


def test_a_link_to_what_is_not_in_the_file_is_text(check_pdf: Check) -> None:
    target = replace(text("gone"), anchor="gone", name="gone", instead_of="something")
    pages = bound(document(link("Nowhere", "#nowhere"), link("Gone", "#gone"), target))
    assert not pages.pages[0].links
    data = Printer().print(pages)
    check_pdf(data)
    assert not pdf_walk.read(data).find("Link")
    assert "NowhereGone" in pdf_walk.read(data).text


def test_a_link_that_breaks_leads_from_both_pages(check_pdf: Check) -> None:
    long = link("word " * 1400, "#plan")
    pages = bound(replace(document(text("before"), long), anchor="plan"))
    assert [len(page.links) for page in pages.pages] == [1, 1]
    data = Printer().print(pages)
    check_pdf(data)
    assert len(pdf_walk.read(data).find("Link")) == 1


def test_what_does_not_fit_is_said_for_each_document() -> None:
    tall = WriteLines(count=80.0, pitch=20.0, most=30.0)
    result = typeset_all([document(tall, most=1), document(), document(tall, most=1)], shaper())
    assert result.pages is None
    assert [problem.code for problem in result.problems] == ["too-long"] * 2


def test_the_smallest_text_of_all_documents_counts() -> None:
    small = {**STYLES, "body": replace(STYLES["body"], size=9.5)}
    plain = document(text("body"))
    assert typeset_all([plain, replace(plain, styles=small)], shaper()).type_size == 9.5
    assert typeset_all([document(), plain], shaper()).type_size == 10


def test_a_part_that_stands_on_one_page_is_stretched_though_others_flow_on() -> None:
    notes = WriteLines(count=2.0, pitch=20.0, most=30.0)
    flows = text("word " * 2000)
    pages = bound(document(notes, PageBreak(), flows)).pages
    assert len(pages) > 2
    [decoration, *_] = pages[0].groups
    assert len(decoration.marks) > 15


def test_page_breaks_in_stacks_within_the_body_count_too() -> None:
    weeks = Stack(blocks=(text("one"), PageBreak(), text("two"), PageBreak(), text("three")))
    assert len(bound(document(weeks, text("end"))).pages) == 3


def test_a_stack_of_nothing_but_page_breaks_is_one() -> None:
    empty = Stack(blocks=(PageBreak(), PageBreak()))
    assert len(bound(document(empty, text("one"), Stack(blocks=(empty,)), text("two"))).pages) == 3
    assert len(bound(document(text("one"), empty)).pages) == 1


@settings(max_examples=15, deadline=None)
@given(tree=TREES)
def test_any_tree_makes_a_pdf_whose_structure_holds(tree: Block, check_pdf: Check) -> None:
    small = replace(document(tree), height=330.0, margins=(20.0, 106.0, 20.0, 106.0))
    pages = bound(small, document(title="Card"))
    check_pdf(Printer().print(pages))


@settings(max_examples=30, deadline=None)
@given(levels=st.lists(st.integers(1, 6), min_size=1, max_size=12))
def test_headings_skip_no_level_and_those_alike_stay_alike(levels: list[int]) -> None:
    heads = [
        Paragraph(runs=(Run(f"n{number}"),), style="body", role=f"H{level}")
        for number, level in enumerate(levels)
    ]
    kids = bound(document(*heads)).structure.kids
    found = [int(kid.role[1]) for kid in kids if isinstance(kid, Element) and kid.role in LEADING]
    for (before, now), (was, said) in zip(pairwise(found), pairwise([1, *levels]), strict=True):
        assert now <= before + 1
        assert (now > before) == (said > was)
