"""The handout: its front is the card, whatever stands on its back; and feet of later pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from photos import Photos, photo
from plans import FIGURE
from sheets import (
    LAYOUTS,
    ROOT,
    exercise,
    labels,
    layout,
    layout_of,
    lines_of,
    problems_of,
    shaper,
    width_of,
)
from trees import overlapping

from handouts.batch.artwork import Artwork
from handouts.layout.compose import compose
from handouts.layout.labels import languages, load_labels
from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.model.exercise import Exercise
from handouts.model.library import Library
from handouts.pdf.printer import Printer
from handouts.typeset.page import Line, Page
from handouts.typeset.typeset import Typeset, typeset_all

Check = Callable[[bytes], None]

LIBRARY = Library([ROOT / "data"])
SHIPPED = [
    item
    for entry in LIBRARY.entries
    if isinstance(item := LIBRARY.read(entry)[0], Exercise) and entry.name == item.name
]
ARTWORK = Artwork([ROOT / "data"], None)
FOOT = 745.0
"""Where the foot of a card begins on letter, in points from the top, or lower."""

LONG = "Keep the knees over the toes and breathe slowly while you hold the bar. "


def _set(name: str, item: Exercise, client: Client | None = None, paper: str = "letter") -> Typeset:
    sheet = Sheet(item, labels(), client or Client(), paper=paper)
    documents, problems = compose(layout(name), sheet, ARTWORK)
    assert not problems, problems
    return typeset_all(documents, shaper())


def _pages(result: Typeset) -> list[Page]:
    assert result.pages is not None, result.problems
    return list(result.pages.pages)


def _above_foot(page: Page) -> list[tuple[float, float, float, str]]:
    return [
        (line.x, line.y, line.size, "".join(word.text for word in line.words))
        for line in lines_of(page)
        if line.y < FOOT
    ]


def _words(page: Page) -> str:
    return " ".join("".join(word.text for word in line.words) for line in lines_of(page))


def test_the_front_of_every_handout_is_its_card() -> None:
    assert len(SHIPPED) > 100
    for item in SHIPPED:
        card, handout = _set("card", item), _set("handout", item)
        [one], [front, *_] = _pages(card), _pages(handout)
        assert _above_foot(front) == _above_foot(one), item.name
        assert handout.left_out == card.left_out
        assert handout.type_size == card.type_size


def _talkative(questions: int, cues: int = 3) -> Exercise:
    asked = "".join(f"  - Question {number}?: {LONG * 3}\n" for number in range(questions))
    told = "".join(f"  - Step {number}. {LONG}\n" for number in range(cues))
    return exercise(f"exercise: Bow\nexecution:\n{told}faq:\n{asked}")


def test_many_questions_go_on_to_a_third_page_and_cost_the_front_nothing(check_pdf: Check) -> None:
    few, many = _set("handout", _talkative(2)), _set("handout", _talkative(30))
    assert len(_pages(few)) == 2 and len(_pages(many)) > 2
    assert _above_foot(_pages(many)[0]) == _above_foot(_pages(few)[0])
    assert many.left_out == ()
    assert many.pages is not None
    check_pdf(Printer().print(many.pages))


def test_a_monstrous_exercise_prints_all_it_has(check_pdf: Check) -> None:
    result = _set("handout", _talkative(questions=20, cues=60))
    said = " ".join(map(_words, _pages(result)))
    assert [number for number in range(60) if f"Step {number}." not in said] == []
    assert [number for number in range(20) if f"Question {number}?" not in said] == []
    assert not any(overlapping(page) for page in _pages(result))
    assert result.pages is not None
    check_pdf(Printer().print(result.pages))


def test_the_hint_at_the_back_stands_where_there_is_one() -> None:
    hint = labels()["overleaf"]
    fronts = {name: _words(_pages(_set(name, _talkative(2)))[0]) for name in ("card", "handout")}
    assert {name for name, words in fronts.items() if hint in words} == {"handout"}


@pytest.mark.parametrize("name", ["handout", "large-print"])
def test_the_disclaimer_is_full_on_the_first_page_and_short_on_later_ones(name: str) -> None:
    first, *later = [_words(page) for page in _pages(_set(name, _talkative(12)))]
    full, short = labels()["disclaimer"][:40], labels()["disclaimer-short"]
    assert full in first and later
    assert all(short in words and full not in words for words in later)


def test_a_running_foot_without_a_disclaimer_gets_it(tmp_path: Path) -> None:
    text = (
        "layout: mine\nfor: exercise\nbody: [{block: steps, of: execution}]\n"
        "footer: [{block: disclaimer, style: footer}]\n"
        "running footer: [{block: text, text: And so on., style: footer}]\n"
    )
    sheet = Sheet(_talkative(0, cues=60), labels())
    documents, _ = compose(layout_of(text, tmp_path), sheet, ARTWORK)
    _, *later = [_words(page) for page in _pages(typeset_all(documents, shaper()))]
    assert later
    assert all("And so on." in words and "medical advice" in words for words in later)


def test_what_a_running_foot_names_must_be_there(tmp_path: Path) -> None:
    text = (
        "layout: mine\nfor: exercise\nbody: [{block: steps, of: execution}]\n"
        "running footer: [{block: disclaimer, form: shortish, style: footer}]\n"
    )
    [problem] = problems_of(text, tmp_path)
    assert problem.place is not None and problem.place.line == 4


@pytest.mark.parametrize("language", languages(LAYOUTS / "labels"))
def test_the_short_disclaimer_is_shorter_in_every_language(language: str) -> None:
    said = load_labels(LAYOUTS / "labels", language)
    assert 0 < len(said["disclaimer-short"]) < len(said["disclaimer"]) / 2


PHOTO = "picture: photo.jpg\n"


@settings(max_examples=30, deadline=None)
@given(
    name=st.sampled_from(["handout", "log", "large-print", "card-bw"]),
    paper=st.sampled_from(["letter", "a4"]),
    look=st.sampled_from(["none", "figure", "photo"]),
    goal=st.sampled_from([None, "strength"]),
    cues=st.integers(1, 9),
    questions=st.integers(0, 12),
    words=st.integers(1, 3),
)
def test_no_mark_leaves_its_page_or_stands_on_another(
    name: str,
    paper: str,
    look: str,
    goal: str | None,
    cues: int,
    questions: int,
    words: int,
    check_pdf: Check,
) -> None:
    told = "".join(f"  - Step {number}. {LONG * words}\n" for number in range(cues))
    asked = "".join(f"  - Question {number}?: {LONG * words}\n" for number in range(questions))
    shown = {"none": "", "figure": FIGURE, "photo": PHOTO}[look]
    text = (
        f"exercise: Squat\nsafety: {LONG}\nexecution:\n{told}"
        f"goals: {{strength: {{sets: 3-4, reps: 4-6}}, power: {{sets: 5, reps: 2}}}}\n"
        + (f"faq:\n{asked}" if questions else "")
        + shown
    )
    sheet = Sheet(exercise(text), labels(), Client(client="Jordan Ellis", goal=goal), paper=paper)
    pictures = Photos(photo(600, 400)) if look == "photo" else ARTWORK
    documents, problems = compose(layout(name), sheet, pictures)
    assert not problems
    result = typeset_all(documents, shaper())
    if result.pages is None:
        assert name == "card-bw" and [each.code for each in result.problems] == ["too-long"]
        return
    floor = 18.0 if name == "large-print" else 8.6
    for page in result.pages.pages:
        assert not overlapping(page)
        for line in lines_of(page):
            _stands_on(line, page, floor)
    if look != "photo":  # which is a size without any pixels
        check_pdf(Printer().print(result.pages))


def _stands_on(line: Line, page: Page, floor: float) -> None:
    assert line.size >= floor
    assert line.x >= 17 and line.x + width_of(line) <= page.width - 17
    assert line.y - line.size * 0.7 >= 17 and line.y <= page.height - 17
