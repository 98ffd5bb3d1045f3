"""Logs, large print and the card for copiers: what they hold, whatever the exercise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sheets import NoArtwork, exercise, labels, layout, layout_of, problems_of, shaper

from handouts.layout.block import Frame, Paragraph, Table, WriteBoxes, walk
from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.pdf.printer import Printer
from handouts.typeset.page import Line
from handouts.typeset.typeset import Typeset, typeset_all

Check = Callable[[bytes], None]
SHORTEST = "exercise: Bow\nexecution: [Bend.]\n"
DOSED = SHORTEST + "goals: {strength: {sets: 2-3, reps: 8}, power: {sets: 7, reps: 2}}\n"
LAYOUTS = ("handout", "log", "large-print", "card-bw")
WORDS = st.lists(st.sampled_from(["knees", "over", "toes", "*slowly*", "a", "STOP"]), min_size=1)


def _table(text: str, goal: str | None = None) -> Table:
    sheet = Sheet(exercise(text), labels(), Client(goal=goal))
    documents, _ = compose(layout("log"), sheet, NoArtwork())
    tables = [block for block in walk(documents[0].body) if isinstance(block, Table)]
    return tables[-1]


def _boxes(text: str, goal: str | None = None) -> WriteBoxes:
    cell = _table(text, goal).rows[1].cells[2].block
    assert isinstance(cell, WriteBoxes)
    return cell


def _set(name: str, text: str, paper: str = "letter") -> Typeset:
    documents, _ = compose(layout(name), Sheet(exercise(text), labels(), paper=paper), NoArtwork())
    return typeset_all(documents, shaper())


def _lines(result: Typeset) -> list[Line]:
    assert result.pages is not None
    marks = (m for page in result.pages.pages for group in page.groups for m in group.marks)
    return [mark for mark in marks if isinstance(mark, Line)]


def test_there_is_a_box_for_each_set_of_the_chosen_dose() -> None:
    boxes = _boxes(DOSED, "Strength")
    assert (boxes.count, boxes.optional) == (3, 1)


def test_more_sets_than_a_line_holds_go_on_in_another() -> None:
    boxes = _boxes(DOSED, "power")
    assert (boxes.count, boxes.columns) == (7, 4)


@pytest.mark.parametrize("text", [SHORTEST, DOSED])
def test_sets_that_nobody_has_chosen_are_four(text: str) -> None:
    assert _boxes(text).count == 4


def test_bars_stand_before_the_pain_that_asks_for_something_else() -> None:
    row = _table(SHORTEST + "pain: {ease_off: 3, stop: 5, source: A 2000}\n").rows[1]
    barred = [block for block in walk(row.cells[4].block) if isinstance(block, Frame)]
    texts = [bar.block.runs[0].text for bar in barred if isinstance(bar.block, Paragraph)]
    assert texts == ["4", "6"]


def test_columns_are_chosen_in_a_list_or_in_one_text(tmp_path: Path) -> None:
    for columns in ("[date, notes]", "'date, notes'"):
        text = f"layout: mine\nfor: exercise\nbody: [{{block: log, columns: {columns}}}]\n"
        chosen = layout_of(text, tmp_path)
        documents, _ = compose(chosen, Sheet(exercise(SHORTEST), labels()), NoArtwork())
        table = next(block for block in walk(documents[0].body) if isinstance(block, Table))
        assert len(table.tracks) == 2


def test_a_column_that_there_is_not_has_a_place_and_a_hint(tmp_path: Path) -> None:
    text = "layout: mine\nfor: exercise\nbody: [{block: log, columns: 'date, sats'}]\n"
    problem = problems_of(text, tmp_path)[0]
    assert problem.hint == "did you mean sets?"
    assert problem.place is not None and problem.place.line == 3


def test_the_log_takes_the_height_that_the_back_has_to_spare() -> None:
    few = "faq: [{Why?: Because.}]\n"
    many = "faq: [" + ", ".join("{Why is that?: " + "words " * 40 + "}" for _ in range(8)) + "]\n"
    rows = []
    for faq in (few, many):
        result = _set("handout", SHORTEST + faq)
        assert result.pages is not None and len(result.pages.pages) == 2 and not result.left_out
        tens = [line for line in _lines(result) if line.words[0].text == "10"]
        rows.append(len(tens) // 2)
    assert rows[0] > 12 > rows[1] >= 5


@settings(max_examples=25, deadline=None)
@given(
    name=st.sampled_from(LAYOUTS),
    paper=st.sampled_from(["letter", "a4"]),
    cues=st.lists(WORDS.map(" ".join), min_size=1, max_size=12),
    faq=st.lists(WORDS.map(" ".join), max_size=12),
)
def test_nothing_disappears_unreported(
    name: str, paper: str, cues: list[str], faq: list[str], check_pdf: Check
) -> None:
    cues = [f"{cue} cue{number}." for number, cue in enumerate(cues)]
    said = ", ".join(f"{{Question{number}?: '{text}'}}" for number, text in enumerate(faq))
    text = f"exercise: Bow\nexecution: {cues}\nfaq: [{said}]\n"
    result = _set(name, text, paper)
    assert result.pages is not None
    lines = _lines(result)
    printed = "".join(word.text for line in lines for word in line.words)
    wanted = [] if name == "log" else [f"cue{number}" for number in range(len(cues))]
    if name in ("handout", "large-print"):
        wanted += [f"Question{number}" for number in range(len(faq))]
    assert [each for each in wanted if each not in printed] == []
    height = 792 if paper == "letter" else 841.89
    assert all(18 < line.x < 600 and 18 < line.y < height - 18 for line in lines)
    if name == "large-print":
        assert min(line.size for line in lines) == 18 and not result.left_out
        assert not any(word.font.italic for line in lines for word in line.words)
    check_pdf(Printer().print(result.pages))


def test_large_print_says_what_goes_on() -> None:
    cues = ", ".join("Bend " + "both of your knees as far as you can " * 3 for _ in range(20))
    result = _set("large-print", f"exercise: Bow\nexecution: [{cues}]\n")
    said = ["".join(word.text for word in line.words).strip() for line in _lines(result)]
    assert "Execution, continued" in said


def test_the_card_for_copiers_has_no_ink_but_black() -> None:
    colours = layout("card-bw").colours
    assert {(each.red, each.green, each.blue) for each in colours.values()} == {
        (0.0, 0.0, 0.0),
        (1.0, 1.0, 1.0),
    }
