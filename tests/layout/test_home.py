"""Home sheets: what stands on them for each exercise, and what a layout of one may say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import documents, exercises, pages_of, printed, text_on
from sheets import labels, layout_of, problems_of

from handouts.layout.block import Table, TableRow, WriteBoxes, walk
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.model.client import Client
from handouts.model.dose import DOSE, Dose
from handouts.model.exercise import Cue, Exercise
from handouts.model.gathering import Gathering
from handouts.model.prescription import Prescription
from handouts.model.program.schedule import Day
from handouts.source.problem import Problem
from handouts.source.yaml import parse

Check = Callable[[bytes], None]

SQUAT = exercises()["squat"]
WEEK = ["box"] * 7


def _dose(text: str) -> Dose:
    problems: list[Problem] = []
    node, _ = parse(f"{{{text}}}".encode(), "dose.yaml")
    dose = DOSE.read(node, problems) if node else None
    assert dose, problems
    return dose


def _item(prescription: Prescription, exercise: Exercise = SQUAT) -> Sheet:
    return Sheet(exercise, labels(), here={"prescription": prescription})


def _dosed(dose: str, *days: int) -> Sheet:
    on = tuple(Day(number) for number in days)
    return _item(Prescription(title="Squat", dose=_dose(dose), days=on))


def _home(*items: Sheet, client: Client | None = None, paper: str = "letter") -> Sheet:
    gathering = Gathering(title="My exercises at home", file="home.yaml")
    return Sheet(gathering, labels(), client or Client(), paper=paper, gathered=items)


def _moves(count: int, paper: str = "letter") -> Sheet:
    """So many exercises, some of them with a picture."""
    names = sorted(exercises())[:count]
    found = [
        _item(
            Prescription(title=exercises()[name].title, dose=_dose("sets: 2, reps: 8")),
            exercises()[name],
        )
        for name in names
    ]
    return _home(*found, paper=paper)


def _boxes(sheet: Sheet, layout: str | Layout = "home") -> list[list[str]]:
    """The rows under the days: a box, one that need not be used, or nothing."""
    (document,) = documents(sheet, layout)
    (table,) = [block for block in walk(document.body) if isinstance(block, Table)]
    return [_marks(row) for row in table.rows[1:]]


def _marks(row: TableRow) -> list[str]:
    found = []
    for cell in row.cells:
        box = next((each for each in walk(cell.block) if isinstance(each, WriteBoxes)), None)
        found.append("none" if box is None else "maybe" if box.optional else "box")
    return found


def _text(sheet: Sheet, layout: str | Layout = "home") -> str:
    return " ".join(text_on(page) for page in pages_of(sheet, layout).pages)


@pytest.mark.parametrize(
    ("dose", "said", "rows"),
    [
        ("sets: 2, frequency: 3/week", "3 times a week", [WEEK]),
        ("sets: 2, frequency: 2/day", "twice a day|2 times a day", [WEEK, WEEK]),
        ("sets: 2, per_day: 3", "3 times a day", [WEEK, WEEK, WEEK]),
        ("sets: 2, frequency: 1-2/day", "1–2 times a day", [WEEK, ["maybe"] * 7]),
        ("sets: 2", "Days a week:", [WEEK]),
    ],
)
def test_there_is_a_box_for_every_time_of_every_day(
    dose: str, said: str, rows: list[list[str]]
) -> None:
    sheet = _home(_dosed(dose))
    assert _boxes(sheet) == rows
    assert any(words in _text(sheet) for words in said.split("|"))


def test_on_other_days_than_the_sessions_own_there_is_no_box() -> None:
    (row,) = _boxes(_home(_dosed("sets: 2", 1, 5)))
    assert [number for number, mark in enumerate(row, 1) if mark == "box"] == [1, 5]


def test_boxes_for_several_weeks_have_the_weeks_numbers(tmp_path: Path) -> None:
    text = "layout: mine\nfor: home\nbody:\n  - block: each\n    of: items\n    blocks:\n"
    blocks = "      - {block: day boxes, of: prescription.dose, weeks: 3}\n"
    mine = layout_of(text + blocks, tmp_path)
    rows = _boxes(_home(_dosed("frequency: 2/day")), mine)
    assert [row[1:] for row in rows] == [WEEK] * 6
    assert "Week Mon" in _text(_home(_dosed("frequency: 2/day")), mine)


def test_on_a_card_there_are_boxes_for_any_day_and_a_line_for_how_many(tmp_path: Path) -> None:
    text = "layout: mine\nfor: exercise\nbody: [{block: day boxes, of: summary}]\n"
    mine = layout_of(text, tmp_path)
    card = Sheet(SQUAT, labels())
    assert _boxes(card, mine) == [WEEK]
    assert "Days a week:" in _text(card, mine)


def test_where_there_is_no_room_for_all_an_exercise_has_three_cues_and_where_to_stop() -> None:
    cues = tuple(Cue(None, f"Cue number {number}.") for number in range(1, 41))
    exercise = replace(SQUAT, execution=cues)
    said = _text(
        _home(_item(Prescription(title="Squat", dose=_dose("sets: 2, reps: 8")), exercise))
    )
    assert "2 sets × 8 reps" in said
    assert "Cue number 3." in said and "Cue number 4." not in said
    assert "More steps: see the card." in said
    assert "Stop at sharp pain." in said


def test_every_cue_stands_there_where_there_is_room() -> None:
    cues = tuple(Cue(None, f"Cue number {number}.") for number in range(1, 6))
    said = _text(_home(_item(Prescription(title="Squat"), replace(SQUAT, execution=cues))))
    assert "Cue number 5." in said and "More steps" not in said


def test_without_execution_the_setup_is_what_to_do() -> None:
    exercise = replace(SQUAT, execution=())
    assert "Stand tall." in _text(_home(_item(Prescription(title="Squat"), exercise)))


def test_a_dose_that_nobody_chose_says_what_it_is_for() -> None:
    chosen = Prescription(title="Squat", dose=_dose("sets: 2"), goal="strength")
    assert "Goal: strength" in _text(_home(_item(chosen)))
    assert "Goal: strength" not in _text(_home(_item(replace(chosen, goal=None))))


def test_the_safety_text_stands_on_it_however_little_room_there_is() -> None:
    long = replace(SQUAT, safety="Stop when it hurts. " * 30)
    said = _text(_home(*[_item(Prescription(title="Squat"), long)] * 8))
    assert said.count("Stop when it hurts.") == 240


def test_a_layout_that_forgets_when_to_stop_says_it_of_each_and_of_all(tmp_path: Path) -> None:
    text = """\
        layout: mine
        for: home
        body:
          - block: stack
            blocks:
              - {block: each, of: items, blocks: [{block: text, of: title, style: body}]}
    """
    said = _text(_home(_dosed("sets: 2"), _dosed("sets: 1")), layout_of(text, tmp_path))
    assert said.count("Stop at sharp pain.") == 2
    assert said.count("numbness or tingling") == 1
    assert "not medical advice" in said


@pytest.mark.parametrize(
    ("block", "field"),
    [
        ("{block: steps, of: execution}", "execution"),
        ("{block: dose, of: prescription.dose, style: body}", "prescription.dose"),
        ("{block: each, of: items, blocks: [{block: text, of: rules, style: body}]}", "rules"),
        ("{block: each, of: items, blocks: [{block: each, of: items, blocks: []}]}", "items"),
    ],
)
def test_outside_the_items_stands_what_is_said_of_all_and_inside_of_one(
    block: str, field: str, tmp_path: Path
) -> None:
    (problem,) = problems_of(f"layout: mine\nfor: home\nbody: [{block}]\n", tmp_path)
    assert (problem.code, field in problem.message) == ("unknown-field", True)


def test_other_layouts_have_no_items(tmp_path: Path) -> None:
    text = "layout: mine\nfor: exercise\nbody: [{block: each, of: items, blocks: []}]\n"
    assert [problem.code for problem in problems_of(text, tmp_path)] == ["unknown-field"]


def test_programs_are_not_gathered(tmp_path: Path) -> None:
    text = "layout: mine\nfor: program\ngather: items\nbody: [{block: space, height: 1}]\n"
    (problem,) = problems_of(text, tmp_path)
    assert (problem.code, problem.place and problem.place.line) == ("gather", 3)


def test_a_title_is_a_label_that_there_is(tmp_path: Path) -> None:
    text = "layout: mine\nextends: home\ntitle: home-titel\n"
    (problem,) = problems_of(text, tmp_path)
    assert (problem.code, problem.hint) == ("unknown-label", "did you mean home-title?")


def test_a_layout_of_one_item_that_gathers_has_a_document_for_each(tmp_path: Path) -> None:
    mine = layout_of("layout: mine\nextends: card\ngather: items\n", tmp_path)
    first, second = documents(_moves(2), mine)
    assert first.metadata == second.metadata
    assert first.metadata.title == "My exercises at home"


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("count", [1, 4, 9])
def test_sheets_of_few_and_of_many_exercises_meet_both_standards(
    count: int, paper: str, check_pdf: Check
) -> None:
    check_pdf(printed(_moves(count, paper), "home"))


def test_four_exercises_stand_on_one_page_and_more_on_several() -> None:
    assert len(pages_of(_moves(4), "home").pages) == 1
    assert len(pages_of(_moves(12), "home").pages) > 1


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.tuples(st.integers(1, 40), st.integers(0, 40)), min_size=1, max_size=7),
    st.sampled_from(["letter", "a4"]),
)
def test_no_exercise_goes_on_to_another_page(lengths: list[tuple[int, int]], paper: str) -> None:
    items = [
        _item(
            Prescription(title=f"Move {number} " + "and on " * (words // 4)),
            replace(SQUAT, safety="Stop now. " * safe, execution=(Cue("Go", f"End{number}end."),)),
        )
        for number, (words, safe) in enumerate(lengths)
    ]
    pages = pages_of(_home(*items, paper=paper), "home").pages
    said = [text_on(page) for page in pages]
    for number in range(len(lengths)):
        (page,) = [each for each in said if f"End{number}end." in each]
        assert f"Move {number} " in page


def test_exercises_stand_in_the_order_in_which_they_were_asked_for() -> None:
    names = [exercises()[name].title for name in sorted(exercises())[:6]]
    said = _text(_moves(6))
    assert all(said.index(one) < said.index(other) for one, other in pairwise(names))
