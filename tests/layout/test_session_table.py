"""Session tables: columns, boxes, loads, rounds, and sessions that are alike."""

from __future__ import annotations

import pytest
from plans import documents, elements, pages_of, plan, text_on, texts
from programs import kilograms

from handouts.layout.alike import alike
from handouts.layout.block import Figure, Table, WriteBoxes, walk
from handouts.layout.sheet import Sheet
from handouts.model.client import Client

SQUAT = "{exercise: squat, sets: 3, reps: 8}"


def week(work: str, more: str = "", client: Client | None = None) -> Sheet:
    """A program of one week with one session, of such work."""
    return plan(
        f"program: P\nweeks: 1\n{more}\nsessions: [{{session: S, work: [{work}]}}]\n", client
    )


def table(sheet: Sheet, name: str = "program-weeks") -> Table:
    (document, *_) = documents(sheet, name)
    return next(block for block in walk(document.body) if isinstance(block, Table))


def said(sheet: Sheet, name: str = "program-weeks") -> str:
    return " ".join(texts(pages_of(sheet, name)))


def boxes(sheet: Sheet, row: int = 1) -> list[tuple[int, int, int | None]]:
    """The boxes of a row: how many, how many of them dashed, how many to a line."""
    cells = table(sheet).rows[row].cells
    found = [block for block in walk(cells[-1].block) if isinstance(block, WriteBoxes)]
    return [(block.count, block.optional, block.columns) for block in found]


def heads(sheet: Sheet) -> list[str]:
    return [text for _, text in elements(pages_of(sheet, "program-weeks"), "TH")]


@pytest.mark.parametrize(
    ("dose", "expected"),
    [
        ("sets: 3, reps: 8", (3, 0, 3)),
        ("sets: 3-4, reps: 8", (4, 1, 4)),
        ("sets: 3+, reps: 8", (4, 1, 4)),
        ('reps: "12, 10, 8"', (3, 0, 3)),
        ("sets: 6, reps: 8", (6, 0, 3)),
        ("sets: 12, reps: 8", (12, 0, 4)),
        ("sets: 12, reps: 8, load: 20 kg, rest: 60 s", (12, 0, 4)),
        ("sets: 12, reps: 8, load: 20 kg, rest: 60 s, tempo: 2-0-2-0", (12, 0, 4)),
        ("sets: 90, reps: 8", (20, 0, 5)),
        ("time: 20 min", (1, 0, 1)),
    ],
)
def test_there_is_a_box_for_every_set_in_even_lines(
    dose: str, expected: tuple[int, int, int]
) -> None:
    sets, effort = boxes(week(f"{{exercise: squat, {dose}}}"))
    assert sets == expected
    assert effort == (1, 0, None)


def test_what_is_done_twice_a_day_has_boxes_for_both_times() -> None:
    assert boxes(week("{exercise: squat, sets: 3, reps: 8, per_day: 2}"))[::2] == [(3, 0, 3)] * 2


def test_the_heads_of_the_boxes_say_what_each_is_for() -> None:
    assert "Set 1 Set 2 Set 3 Effort" in heads(week(SQUAT))
    assert "Done Effort" in heads(week("{do: Walk, time: 5 min}"))
    assert "Sets 1–6 Effort" in heads(week("{exercise: squat, sets: 6, reps: 8}"))
    rounds = "{repeat: {rounds: COUNT, work: [{do: Run, time: 1 min}]}}"
    assert "Round 1 Round 2 Effort" in heads(week(rounds.replace("COUNT", "2")))
    assert "Rounds 1–8 Effort" in heads(week(rounds.replace("COUNT", "8")))


def test_rounds_have_their_boxes_beside_how_many_there_are() -> None:
    sheet = week("{repeat: {rounds: 4, rest: 60 s, work: [" + SQUAT + ", {do: Run}]}}")
    assert "Do 4 rounds, rest 60 s between rounds" in said(sheet)
    assert boxes(sheet)[0] == (4, 0, 4)
    assert boxes(sheet, 2) == [] and boxes(sheet, 3) == []


def test_a_column_that_would_be_empty_is_not_there() -> None:
    plain = heads(week("{do: Walk, time: 5 min}"))
    assert not {"Tempo", "Rest", "Load"} & set(plain)
    full = "{exercise: squat, sets: 3, reps: 8, tempo: 3-1-1-0, rest: 60 s, load: 20 kg}"
    assert {"Tempo Rest", "Load", "Sets × reps"} <= set(heads(week(full)))
    assert "Rest" in heads(week("{exercise: squat, sets: 3, reps: 8, rest: 60 s}"))


def test_a_dash_stands_where_a_column_has_nothing_of_one_exercise() -> None:
    sheet = week("{exercise: squat, reps: 8, rest: 60 s, tempo: 2-0-2-0}, {do: Walk}")
    assert [each for _, each in elements(pages_of(sheet, "program-weeks"), "TD")].count("–") == 1


def test_of_a_superset_the_rest_is_the_next_exercise() -> None:
    sheet = week("{superset: [" + SQUAT + ", {exercise: row, sets: 3, reps: 8, rest: 90 s}]}")
    assert "then A2" in said(sheet)
    first, second = table(sheet).rows[1:]
    assert first.joined and not second.joined


def test_the_rest_after_a_superset_stands_in_its_last_row() -> None:
    sheet = week("{superset: [" + SQUAT + ", {do: Row}], rest: 75 s}")
    cells = [text for _, text in elements(pages_of(sheet, "program-weeks"), "TD")]
    assert cells.index("then A2") < cells.index("75 s")


@pytest.mark.parametrize(
    ("load", "expected"),
    [
        ("20 kg", "20 kg"),
        ("bodyweight", "body weight"),
        ("red band", "red band"),
        ("75%", "75% of max"),
        ("70% TM", "70% of training max"),
        ('"65% TM, 75% TM, 85% TM"', "65, 75, 85% of training max"),
        ('"65%, 75%, 85%"', "65, 75, 85% of max"),
        ('"20 kg, 25 kg, 30 kg"', "20, 25, 30 kg"),
    ],
)
def test_a_load_prints_as_it_is_said(load: str, expected: str) -> None:
    assert expected in said(week(f"{{exercise: squat, sets: 3, reps: 5, load: {load}}}"))


def test_a_known_maximum_gives_loads_and_what_they_are_of() -> None:
    client = Client(client="Jo", maxima=kilograms(squat=100))
    work = '{exercise: squat, sets: 3, reps: 5, load: "65%, 75%, 85%"}'
    text = said(week(work, "round: 2.5 kg", client))
    assert "65, 75, 85 kg" in text
    assert "65, 75, 85% of max" in text


def test_a_name_leads_to_what_else_there_is_to_know() -> None:
    work = "{exercise: squat, sets: 3, reps: 8, side: each, note: slow, effort: RPE 8}"
    assert "Squat Exercise each side, RPE 8, slow" in said(week(work))


def test_warm_up_and_cool_down_are_said_in_words() -> None:
    sheet = plan(
        "program: P\nweeks: 1\nsessions:\n  - session: S\n    note: Bring water.\n"
        "    warm-up: [{do: Walk, time: 5 min}, {exercise: bridge, sets: 2, reps: 8}]\n"
        f"    work: [{SQUAT}]\n    cool-down: [{{do: Stretch}}]\n"
    )
    text = said(sheet)
    assert "Warm-up Walk 5 min · Bridge Exercise 2 × 8" in text
    assert "Cool-down Stretch" in text
    assert "Bring water." in text


def test_pictures_are_forty_points_high_or_more_however_full_a_page() -> None:
    many = ", ".join([SQUAT] * 14)
    for name in ("program-weeks", "program-week", "program-session"):
        for document in documents(week(many), name):
            figures = [block for block in walk(document.body) if isinstance(block, Figure)]
            assert len(figures) == 14
            tokens = [document.tokens, *(step.tokens for step in document.fit)]
            given = [
                each["task-picture-height"] for each in tokens if "task-picture-height" in each
            ]
            assert given and min(given) >= 40


ALTERNATE = """
program: P
weeks: 2
alternate: [A, B]
days: [Mon, Wed, Fri]
sessions:
  - {session: A, work: [{exercise: squat, sets: 3, reps: 8}]}
  - {session: B, work: [{exercise: row, sets: 3, reps: 8}]}
"""


def test_sessions_that_are_alike_share_a_table() -> None:
    sheet = plan(ALTERNATE)
    assert sheet.schedule is not None
    groups = [[s.number for s in group] for group in alike(sheet.schedule.weeks[0])]
    assert groups == [[1, 3], [2]]
    text = said(sheet)
    assert "Sessions 1, 3 A · Monday, Friday" in text
    assert "Session 2 B · Wednesday" in text


def test_sessions_that_differ_in_a_load_stand_alone() -> None:
    text = ALTERNATE.replace("reps: 8}", "reps: 8, load: 20 kg, progression: +2.5 kg each session}")
    sheet = plan(text)
    assert sheet.schedule is not None
    assert [len(group) for group in alike(sheet.schedule.weeks[0])] == [1, 1, 1]


def test_each_session_has_a_line_of_boxes_with_its_number() -> None:
    sheet = plan(
        "program: P\nweeks: 1\nstart: 2027-01-04\n"
        f"sessions: [{{session: S, days: [Mon, Tue, Wed, Thu, Fri], work: [{SQUAT}]}}]\n"
    )
    assert boxes(sheet) == [(3, 0, 3), (1, 0, None)] * 5
    assert "Sessions 1–5 S · Monday 4 Jan – Friday 8 Jan" in said(sheet)
    cells = [text for _, text in elements(pages_of(sheet, "program-weeks"), "TD")]
    assert cells[-1] == "1 2 3 4 5"


def test_sessions_that_a_page_cannot_hold_together_stand_alone() -> None:
    many = ", ".join([SQUAT] * 6)
    text = f"program: P\nweeks: 1\nsessions: [{{session: S, per_week: 7, work: [{many}]}}]\n"
    sheet = plan(text)
    assert sheet.schedule is not None
    assert [len(group) for group in alike(sheet.schedule.weeks[0])] == [1] * 7


def test_at_home_nothing_is_to_be_written_down_in_the_plan() -> None:
    pages = pages_of(plan(f"program: At Home\nwork: [{SQUAT}]\n"), "program-overview")
    text = text_on(pages.pages[0])
    assert "The plan" in text and "Squat Exercise" in text and "3 × 8" in text
    assert "Set 1" not in text and "Session 1" not in text
