"""Where pages and columns break, as layouts say it, on pages that are set."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import NoArtwork, exercise, labels, layout_of, lines_of, problems_of, shaper

from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.model.exercise import Exercise
from handouts.pdf.printer import Printer
from handouts.typeset.page import Page, Pages
from handouts.typeset.page import Path as Path_
from handouts.typeset.typeset import typeset

HEAD = """\
layout: mine
for: exercise
header: []
footer: [{block: page number, label: page, style: footer}]
"""
SECTIONS = """\
body:
  - {block: section, label: setup, blocks: [{block: steps, of: setup}]}
  - {block: section, label: execution, %s, blocks: [{block: steps, of: execution}]}
  - {block: section, label: tips, blocks: [{block: bullets, of: tips}]}
"""


def told(setup: int = 3, execution: int = 3, tips: int = 3) -> Exercise:
    """An exercise with so many cues in each of its parts."""
    lines = ["exercise: Told\n"]
    for key, count in {"setup": setup, "execution": execution, "tips": tips}.items():
        lines += [f"{key}:\n", *(f"  - {key} {number} goes on.\n" for number in range(count))]
    return exercise("".join(lines))


def pages_of(text: str, folder: Path, item: Exercise) -> Pages:
    layout = layout_of(text, folder)
    [document], _ = compose(layout, Sheet(item, labels()), NoArtwork())
    result = typeset(document, shaper())
    assert result.pages is not None, result.problems
    return result.pages


def texts(pages: Pages) -> list[str]:
    """The words of each page."""
    return [
        " ".join("".join(word.text for word in line.words) for line in lines_of(page))
        for page in pages.pages
    ]


def test_a_section_begins_a_page_where_it_is_to(
    tmp_path: Path, check_pdf: Callable[[bytes], None]
) -> None:
    pages = pages_of(HEAD + SECTIONS % "break before: page", tmp_path, told())
    first, second = texts(pages)
    assert "setup 2" in first and "Execution" not in first
    assert second.index("Execution") < second.index("execution 0") < second.index("Tips")
    assert "Page 1 of 2" in first and "Page 2 of 2" in second
    check_pdf(Printer().print(pages))


def test_the_first_block_needs_no_page_before_its_own(tmp_path: Path) -> None:
    first = (SECTIONS % "together: true").replace("setup,", "setup, break before: page,", 1)
    assert len(texts(pages_of(HEAD + first, tmp_path, told()))) == 1


@settings(max_examples=12, deadline=None)
@given(setup=st.integers(1, 60), execution=st.integers(1, 60))
def test_what_is_together_stands_on_one_page_and_no_page_ends_with_a_heading(
    setup: int, execution: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("layouts")
    pages = texts(pages_of(HEAD + SECTIONS % "together: true", folder, told(setup, execution)))
    on = [number for number, text in enumerate(pages) if "execution " in text]
    assert len(on) == 1 or execution > 40
    for number, text in enumerate(pages, 1):
        body = text.removesuffix(f"Page {number} of {len(pages)}").rstrip()
        assert not body.endswith(("Setup", "Execution", "Tips"))


@settings(max_examples=12, deadline=None)
@given(setup=st.integers(1, 60), execution=st.integers(1, 20))
def test_what_leads_on_stands_on_the_page_of_what_follows(
    setup: int, execution: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("layouts")
    text = HEAD + SECTIONS % "break after: avoid, together: true"
    pages = texts(pages_of(text, folder, told(setup, execution)))
    [page] = [text for text in pages if "execution 0" in text]
    assert "Tips" in page and "tips 0" in page


@pytest.mark.parametrize(
    "block",
    [
        "{block: row, tracks: [1fr], blocks: [{block: stack, blocks: [{block: page break}]}]}",
        "{block: frame, blocks: [{block: page break}]}",
        "{block: row, tracks: [1fr], blocks: [{block: stack, break before: page, blocks: []}]}",
        "{block: stack, width: 100, blocks: [{block: page break}]}",
    ],
)
def test_a_page_does_not_begin_within_a_row_or_a_frame(block: str, tmp_path: Path) -> None:
    [problem] = problems_of(f"layout: mine\nfor: exercise\nbody:\n  - {block}\n", tmp_path)
    assert problem.code == "page-break"
    assert problem.place is not None and problem.place.line == 4


def test_a_page_does_not_begin_in_a_head(tmp_path: Path) -> None:
    [problem] = problems_of("layout: mine\nheader: [{block: page break}]\n", tmp_path)
    assert problem.code == "page-break"


COLUMNS = """\
body:
  - block: columns
    count: %d
    gap: 4
    width: 120
    blocks:
      - {block: text, of: summary, style: body}
      - {block: text, of: progression, style: body}
      - {block: text, of: checkpoint, style: body}
      - {block: text, of: safety, style: body}
"""


@pytest.mark.parametrize(("count", "starts"), [(1, 1), (2, 2), (3, 3), (9, 4)])
def test_blocks_flow_down_as_many_columns_as_are_asked_for_and_fit(
    count: int, starts: int, tmp_path: Path, check_pdf: Callable[[bytes], None]
) -> None:
    item = exercise(
        "exercise: Told\nsummary: One.\nprogression: Two.\ncheckpoint: Three.\nsafety: Four.\n"
        "execution: [Go.]\n"
    )
    pages = pages_of(HEAD + COLUMNS % count, tmp_path, item)
    [page] = pages.pages
    body = [line for line in lines_of(page) if line.y < 700]
    assert len({round(line.x) for line in body}) == starts
    said = " ".join("".join(word.text for word in line.words) for line in body)
    assert said.split() == ["One.", "Two.", "Three.", "Four."]
    check_pdf(Printer().print(pages))


@settings(max_examples=20, deadline=None)
@given(setup=st.integers(1, 60), execution=st.integers(2, 60))
def test_no_item_of_a_list_stands_alone_and_the_rest_of_it_elsewhere(
    setup: int, execution: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("layouts")
    pages = texts(pages_of(HEAD + SECTIONS % "line: 1", folder, told(setup, execution)))
    counts = [text.count("execution ") for text in pages]
    assert sum(counts) == execution
    assert 1 not in counts


@settings(max_examples=20, deadline=None)
@given(setup=st.integers(1, 90))
def test_what_belongs_to_what_comes_before_is_never_alone_on_a_page(
    setup: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    body = """\
body:
  - {block: section, label: setup, blocks: [{block: steps, of: setup}]}
  - {block: stack, break before: avoid, blocks: [{block: text, text: The end., style: note}]}
"""
    pages = texts(pages_of(HEAD + body, tmp_path_factory.mktemp("layouts"), told(setup, 0, 0)))
    [last] = [text for text in pages if "The end." in text]
    assert "setup" in last


def test_a_section_that_opens_a_page_has_no_rule_under_the_running_heads(tmp_path: Path) -> None:
    head = "running header: [{block: text, of: title, style: note}]\n"
    rules = []
    for opening in ("", "break before: page, "):
        body = (
            f"body:\n  - {{block: section, label: setup, {opening}"
            "blocks: [{block: steps, of: setup}]}"
            f"\n  - {{block: section, label: tips, {opening}"
            "blocks: [{block: bullets, of: tips}]}\n"
        )
        pages = pages_of(HEAD + head + body, tmp_path, told(3, 3, 3))
        rules.append([len(_rules(page)) for page in pages.pages])
    assert rules == [[2], [1, 0]]


def _rules(page: Page) -> list[Path_]:
    """The straight lines across a page."""
    marks = (mark for group in page.groups for mark in group.marks)
    return [mark for mark in marks if isinstance(mark, Path_) and len(mark.segments) == 2]
