"""Calendars and charts: weeks in columns, bars, boxes, and what is done in each week."""

from __future__ import annotations

import pytest
from plans import documents, elements, find, pages_of, plan, said_by, text_on

from handouts.layout.block import Bar, Table, WriteBoxes, walk
from handouts.layout.sheet import Sheet

NORDIC = """
program: Nordic
weeks: 10
phases: [{weeks: 1-4, name: Build}, {weeks: 3-10, name: Hold}]
sessions:
  - session: Curls
    per_week: {1: 1, 2: 2, 3-10: 3}
    work:
      - exercise: curl
        sets: {1-2: 2, 3-10: 3}
        reps: {1: 5, 2: 6, 3: 6-8, 4: 8-10, 5-10: "12, 10, 8"}
"""


def calendar(sheet: Sheet, name: str = "program-overview") -> list[Table]:
    (document, *_) = documents(sheet, name)
    return [block for block in walk(document.body) if isinstance(block, Table)]


def rows(sheet: Sheet, name: str) -> list[str]:
    pages = pages_of(sheet, name)
    return [said_by(pages, row) for row in find(pages.structure, "TR")]


def test_a_calendar_has_the_weeks_the_doses_and_the_totals() -> None:
    said = rows(plan(NORDIC), "program-overview")
    assert "Total reps each week 10 24 54–72 72–90 90 90 90 90 90 90" in said
    assert "Week 1 2 3 4 5 6 7 8 9 10" in said
    assert "Sets × reps 2 × 5 2 × 6 3 × 6–8 3 × 8–10 3 × 12, 10, 8" in said
    assert "Session 3 – –" in said


def test_phases_that_overlap_stand_on_lines_of_their_own() -> None:
    said = rows(plan(NORDIC), "program-overview")
    assert said.index("Build") < said.index("Hold")


def test_bars_are_on_one_scale_and_a_range_is_dashed() -> None:
    (table,) = calendar(plan(NORDIC))
    bars = [block for block in walk(table) if isinstance(block, Bar)]
    assert [(round(bar.low, 2), round(bar.high, 2)) for bar in bars[2:5]] == [
        (0.6, 0.8),
        (0.8, 1.0),
        (1.0, 1.0),
    ]


@pytest.mark.parametrize(("weeks", "columns"), [(1, [1]), (13, [13]), (14, [7, 7]), (52, [13] * 4)])
def test_many_weeks_go_on_in_tables_of_like_length(weeks: int, columns: list[int]) -> None:
    work = "[{exercise: squat, sets: 3, reps: 8}]"
    sheet = plan(f"program: P\nweeks: {weeks}\nsessions: [{{session: S, work: {work}}}]\n")
    assert [len(table.tracks) - 1 for table in calendar(sheet)] == columns


def test_a_calendar_that_goes_on_on_another_page_repeats_its_weeks() -> None:
    work = "".join(f"      - {{exercise: move-{n}, sets: 3, reps: 8}}\n" for n in range(1, 12))
    sessions = "".join(f"  - session: S{n}\n    work:\n{work}" for n in range(5))
    pages = pages_of(plan(f"program: P\nweeks: 4\nsessions:\n{sessions}"), "wall-chart-letter")
    assert len(pages.pages) > 1
    assert all("Week 1 2 3 4" in text_on(page) for page in pages.pages)


@pytest.mark.parametrize(("often", "small"), [(4, False), (5, True), (7, True)])
def test_of_many_sessions_each_has_a_small_box(often: int, small: bool) -> None:
    work = "[{exercise: squat, sets: 3, reps: 8}]"
    head = f"program: P\nweeks: 2\nsessions: [{{session: S, per_week: {often}, work: {work}}}]\n"
    (table,) = calendar(plan(head))
    found = [block for block in walk(table) if isinstance(block, WriteBoxes)]
    assert [block.count for block in found] == ([often] * 2 if small else [1] * 2 * often)
    assert all(block.tick is not small for block in found)


def test_a_chart_says_once_what_never_changes() -> None:
    work = "{exercise: squat, sets: 5, reps: 5, load: {1: 20 kg, 2: 22.5 kg, 3: 25 kg}}"
    sheet = plan(f"program: P\nweeks: 3\nsessions: [{{session: S, work: [{work}]}}]\n")
    assert "Squat Exercise 5 × 5 20 kg 22.5 kg 25 kg" in rows(sheet, "wall-chart")


def test_a_chart_says_what_differs_within_a_week() -> None:
    work = "{exercise: squat, sets: 5, reps: 5, load: 20 kg, progression: +2.5 kg each session}"
    head = f"program: P\nweeks: 2\nsessions: [{{session: S, per_week: 2, work: [{work}]}}]\n"
    assert "Squat Exercise 5 × 5 20 / 22.5 kg 25 / 27.5 kg" in rows(plan(head), "wall-chart")


def test_running_is_said_in_the_order_in_which_it_is_done() -> None:
    work = "[{do: Run, time: 3 min}, {do: Walk, time: 1.5 min}, {do: Run, time: 5 min}]"
    sheet = plan(f"program: P\nweeks: 1\nsessions: [{{session: Long run, work: {work}}}]\n")
    assert "Long run Run 3 min Walk 1½ min Run 5 min" in rows(sheet, "wall-chart")


def test_what_is_not_done_in_some_weeks_has_a_dash_there() -> None:
    text = """
    program: P
    weeks: 4
    sessions:
      - session: S
        work:
          - {exercise: squat, sets: 3, reps: 8, weeks: 1-2}
          - {exercise: row, sets: 3, reps: 8, weeks: 3-4}
    """
    said = rows(plan(text), "wall-chart")
    assert "Squat Exercise 3 × 8 –" in said
    assert "Row Exercise – 3 × 8" in said


def test_dates_and_easy_weeks_stand_under_the_weeks() -> None:
    text = NORDIC.replace("weeks: 10\n", "weeks: 10\nstart: 2027-01-04\ndeload: 4\n")
    (week,) = [row for row in rows(plan(text), "program-overview") if row.startswith("Week")]
    assert "1 4 Jan 2 11 Jan" in week
    assert "4 25 Jan Easy week" in week


def test_a_tracker_has_a_row_for_each_week_and_a_column_for_each_thing() -> None:
    sheet = plan(NORDIC + "track: [bests, pain in the morning]\n")
    said = rows(sheet, "program-progress")
    assert said[0] == "Week Bests Pain in the morning"
    assert [row for row in said[1:]] == [f"Week {number}" for number in range(1, 11)]


def test_a_screen_reader_finds_what_heads_each_column_and_row() -> None:
    heads = [text for _, text in elements(pages_of(plan(NORDIC), "program-overview"), "TH")]
    assert {"1", "10", "Week", "Total reps each week", "Session 1 tick, date"} <= set(heads)
