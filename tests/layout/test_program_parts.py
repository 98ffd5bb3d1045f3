"""Booklets: their parts, the cards that follow, links there and back, headings and outline."""

from itertools import pairwise
from pathlib import Path

import pytest
from plans import documents, elements, pages_of, plan, text_on, texts
from sheets import layout_of, problems_of

from handouts.layout.block import walk
from handouts.typeset.page import Pages

STRONG = """
program: Strong Again
weeks: 2
cards: true
track: [bests]
sessions:
  - session: Upper
    days: [Mon, Thu]
    work:
      - {exercise: press, sets: 3, reps: 8}
      - {do: Brisk walk, time: 5 min}
  - session: Lower
    days: [Fri]
    work: [{exercise: squat, sets: 3, reps: 8}]
"""
HOME = "{program: At Home, cards: true, work: [{exercise: squat, sets: 3, reps: 8}]}"
ONE_WEEK = STRONG.replace("weeks: 2", "weeks: 1")


def headings(pages: Pages) -> list[tuple[int, str]]:
    return [(int(role[1]), said) for role, said in elements(pages, "H1", "H2", "H3", "H4")]


def test_a_booklet_is_the_plan_the_weeks_the_progress_and_the_cards() -> None:
    found = texts(pages_of(plan(STRONG), "program"))
    marks = ["The plan, week by week", "Week 1 of 2", "My progress", "Press Exercise", "Squat Ex"]
    assert [mark in page for mark, page in zip(marks, found, strict=True)] == [True] * 5


def test_cards_follow_only_where_they_are_asked_for() -> None:
    found = texts(pages_of(plan(STRONG.replace("cards: true", "cards: false")), "program"))
    assert len(found) == 3
    assert len(texts(pages_of(plan(STRONG), "program-weeks"))) == 1


def test_a_part_that_has_nothing_to_show_takes_no_page() -> None:
    without = STRONG.replace("track: [bests]", "tags: []")
    assert len(documents(plan(without), "program")) == len(documents(plan(STRONG), "program")) - 1
    home = texts(pages_of(plan(HOME), "program"))
    assert len(home) == 2
    assert not documents(plan(without), "program-progress")


def test_links_lead_to_the_cards_and_back() -> None:
    pages = pages_of(plan(STRONG), "program").pages
    there = {link.destination for link in pages[1].links}
    assert there == {"card-press", "card-squat"}
    anchors = [{anchor.name for anchor in page.anchors} for page in pages]
    assert "card-press" in anchors[3] and "card-squat" in anchors[4]
    assert "plan" in anchors[0]
    assert [link.destination for page in pages[3:] for link in page.links] == ["plan", "plan"]
    assert "From the plan: Strong Again" in text_on(pages[3])


def test_without_cards_nothing_is_a_link() -> None:
    for page in pages_of(plan(STRONG), "program-weeks").pages:
        assert not page.links


def test_the_outline_has_weeks_sessions_and_cards() -> None:
    entries = [(entry.level, entry.title) for entry in pages_of(plan(STRONG), "program").outline]
    assert entries[0] == (0, "Strong Again")
    assert (1, "Week 2 of 2") in entries
    assert (2, "Sessions 1, 2: Upper · Monday, Thursday") in entries
    assert (0, "Squat Exercise") in entries


WEEKS = ("program", "program-overview", "program-week", "program-session", "program-log")
CHARTS = ("wall-chart", "wall-chart-letter")
HEADED = [
    *((name, text) for name in (*WEEKS, *CHARTS) for text in (STRONG, HOME, ONE_WEEK)),
    ("program-weeks", STRONG),
]


@pytest.mark.parametrize(("name", "text"), HEADED)
def test_headings_skip_no_level(name: str, text: str) -> None:
    levels = [level for level, _ in headings(pages_of(plan(text), name))]
    assert levels[0] == 1
    assert all(following <= level + 1 for level, following in pairwise(levels)), levels


def test_every_week_of_its_own_has_the_title_and_its_number() -> None:
    pages = pages_of(plan(STRONG), "program-week")
    found = [said for _, said in headings(pages) if said != "Coach’s notes"]
    assert found[:2] == ["Strong Again", "Week 1 of 2"]
    assert found.count("Strong Again") == 2
    assert len(pages.pages) == 2


def test_every_session_of_its_own_has_a_page() -> None:
    pages = pages_of(plan(STRONG), "program-session")
    assert len(pages.pages) == 6
    assert "Session 2 Upper · Thursday" in text_on(pages.pages[1])
    assert "Session 3 Lower · Friday" in text_on(pages.pages[2])


def test_what_heads_a_week_on_another_page_is_among_a_documents_blocks() -> None:
    (document,) = documents(plan(STRONG), "program-weeks")
    said = [run.text for block in walk(document.body) for run in getattr(block, "runs", ())]
    assert "Week 1, continued" in said


MINE = "layout: mine\nfor: program\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("parts: [program-overveiw]", "no layout is called program-overveiw"),
        ("parts: [card]", "card lays out exercise, not program"),
        ("parts: [mine]", "mine is a part of itself"),
        ("cards: program-week", "program-week lays out program, not exercise"),
        ("cards: kard", "no layout is called kard"),
        ("pages: 1, else", "is no number of pages: 1, else"),
        ("each: month", "each cannot be month"),
        ("body: [{block: each, of: tags, blocks: []}]", "each shows parts; tags holds texts"),
        (
            "body: [{block: heading, of: title, level: 1, label: week-off, style: title}]",
            "no label is called week-off",
        ),
        (
            "body: [{block: calendar, of: schedule, rows: [weeks]}]",
            "weeks",
        ),
    ],
)
def test_what_is_wrong_with_a_layout_is_said_with_its_place(
    text: str, message: str, tmp_path: Path
) -> None:
    problems = problems_of(MINE + text + "\n", tmp_path)
    assert any(message in problem.message for problem in problems), problems
    assert all(problem.place and problem.place.line for problem in problems)


def test_parts_that_lead_round_in_a_circle_are_a_problem(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("layout: other\nfor: program\nparts: [mine]\n")
    problems = problems_of(MINE + "parts: [other]\n", tmp_path)
    assert [problem.code for problem in problems] == ["extends-circle"]


def test_a_layout_of_parts_can_hold_another(tmp_path: Path) -> None:
    mine = layout_of(MINE + "parts: [program, program-log]\n", tmp_path)
    names = [part.name for part in mine.parts]
    assert names == ["program-overview", "program-weeks", "program-progress", "program-log"]


def test_a_layout_had_rather_one_page_but_takes_more(tmp_path: Path) -> None:
    lines = "{block: lines, count: COUNT, pitch: pitch}"
    text = (
        f"{MINE}pages: 1, else any\ntokens: {{pitch: 20}}\nfit: [{{tokens: {{pitch: 10}}}}]\n"
        f"body: [{lines}, {lines}, {{block: text, of: title, style: body}}]\n"
    )
    for count, pages in ((10, 1), (25, 1), (50, 2)):
        mine = layout_of(text.replace("COUNT", str(count)), tmp_path)
        assert mine.rather == 1 and mine.most_pages is None
        assert len(pages_of(plan(HOME), mine).pages) == pages
