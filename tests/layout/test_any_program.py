"""Any program in any layout: nothing is lost, nothing collides, nothing is torn apart."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from plans import (
    DRAWN,
    check_page,
    elements,
    exercises,
    find,
    pages_of,
    places_of,
    plan,
    said_by,
    set_in,
    text_on,
)
from sheets import layout

from handouts.typeset.page import Element, Pages

LAYOUTS = (
    "program",
    "program-overview",
    "program-weeks",
    "program-week",
    "program-session",
    "program-log",
    "program-progress",
    "wall-chart",
    "wall-chart-letter",
)
WORDS = st.sampled_from(
    ["a", "slow", "Bend", "hamstrings", "Romanian", "Schulterblätter", "x" * 24]
)
SHORT = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
LONG = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
COUNTS = st.sampled_from(["3", "1", "5", "12", "3-4", "5+"])
REPS = st.sampled_from(["8", "8-12", "max", "5+"])
LISTS = st.integers(2, 12).map(lambda n: ", ".join(str(20 - k) for k in range(n)))
LOADS = st.sampled_from(["20 kg", "102.5 kg", "75%", "70% TM", "bodyweight", "red band"])


@st.composite
def doses(draw: st.DrawFn) -> dict[str, Any]:
    """What is done of a task."""
    dose: dict[str, Any] = {}
    if draw(st.booleans()):
        dose |= {"sets": draw(COUNTS), "reps": draw(REPS)}
    else:
        listed = draw(LISTS)
        dose |= {"sets": str(listed.count(",") + 1), "reps": listed}
    extras = {
        "tempo": st.just("3-1-1-0"),
        "rest": st.sampled_from(["60 s", "2-3 min"]),
        "load": LOADS,
        "note": SHORT,
        "side": st.just("each"),
        "effort": st.just("RPE 8"),
        "per_day": st.just("2"),
    }
    for key in draw(st.sets(st.sampled_from(sorted(extras)), max_size=4)):
        dose[key] = draw(extras[key])
    return dose


@st.composite
def tasks(draw: st.DrawFn) -> dict[str, Any]:
    """An exercise with or without a figure, or work without a card."""
    if draw(st.integers(0, 4)) == 0:
        return {"do": draw(LONG), "time": "5 min"}
    return {"exercise": draw(st.sampled_from(sorted(exercises()))), **draw(doses())}


GROUPS = st.one_of(
    st.lists(tasks(), min_size=2, max_size=4).map(lambda several: {"superset": several}),
    st.builds(
        lambda rounds, several: {"repeat": {"rounds": rounds, "work": several}},
        st.sampled_from([2, 6, 12]),
        st.lists(tasks(), min_size=1, max_size=4),
    ),
    st.lists(tasks(), min_size=1, max_size=3).map(
        lambda several: {"repeat": {"for": "20 min", "work": several}}
    ),
)
WORK = st.lists(st.one_of(tasks(), tasks(), GROUPS), min_size=1, max_size=9) | st.lists(
    tasks(), min_size=15, max_size=20
)


@st.composite
def programs(draw: st.DrawFn) -> dict[str, Any]:
    """A program of one week or fifty-two, of one session a week or seven."""
    weeks = draw(st.sampled_from([1, 2, 3, 8, 13, 52]))
    most = 1 if weeks > 8 else 3
    sessions = []
    for index in range(draw(st.integers(1, most))):
        session: dict[str, Any] = {
            "session": f"{draw(SHORT)} {index}",
            "per_week": draw(st.sampled_from([1, 2, 3] if most > 1 else [1, 3, 7])),
            "work": draw(WORK if weeks < 13 else st.lists(tasks(), min_size=1, max_size=3)),
        }
        for key in ("warm-up", "cool-down"):
            if draw(st.booleans()):
                session[key] = [{"do": draw(SHORT), "time": "3 min"}]
        if draw(st.integers(0, 3)) == 0:
            session["note"] = draw(LONG)
        sessions.append(session)
    program: dict[str, Any] = {"program": draw(LONG), "weeks": weeks, "sessions": sessions}
    if draw(st.booleans()):
        program["phases"] = [
            {"weeks": f"1-{max(weeks - 1, 1)}", "name": draw(SHORT)},
            {"weeks": f"{max(weeks // 2, 1)}-{weeks}", "name": "End"},
        ]
    if draw(st.booleans()):
        program["start"] = "2027-01-04"
    if draw(st.booleans()):
        program |= {"summary": draw(LONG), "goal": draw(LONG), "rules": [draw(LONG)]}
    if draw(st.booleans()):
        program |= {"stop_if": [draw(LONG)], "deload": weeks}
    return program | {"track": ["pain", "sleep"]}


SETTINGS = settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])


TWELVE_SETS_A_DAY: dict[str, Any] = {
    "program": " ".join(["a"] * 7 + ["x" * 24, "Schulterblätter"] * 2),
    "weeks": 13,
    "sessions": [
        {
            "session": "x" * 24,
            "per_week": 7,
            "work": [{"exercise": "bridge", "sets": "12", "reps": "8-12", "tempo": "3-1-1-0"}],
            "note": "a",
        }
    ],
    "track": ["pain", "sleep"],
}
"""A week whose single row of boxes was higher than a page."""


@pytest.mark.parametrize("name", LAYOUTS)
@SETTINGS
@given(programs(), st.sampled_from(["letter", "a4"]))
@example(TWELVE_SETS_A_DAY, "letter")
def test_every_line_has_its_place(name: str, written: dict[str, Any], paper: str) -> None:
    pages = pages_of(plan(json.dumps(written), paper=paper), name)
    chosen = layout(name)
    for page in pages.pages:
        check_page(page, chosen.papers[paper].margins)


@SETTINGS
@given(programs())
def test_every_week_says_all_that_is_done(written: dict[str, Any]) -> None:
    sheet = plan(json.dumps(written))
    assert sheet.schedule is not None
    pages = pages_of(sheet, "program-weeks")
    heads = [said for role, said in elements(pages, "H2") if said.startswith("Week ")]
    assert len(heads) == written["weeks"]
    named = ["".join(said.split()) for _, said in elements(pages, "TH")]
    for session in sheet.schedule.weeks[0].sessions:
        for part in session.work:
            for task in part.tasks if hasattr(part, "tasks") else (part,):
                title = "".join(task.title.split())
                assert any(each.startswith(title) for each in named), title


@SETTINGS
@given(programs(), st.sampled_from(["program-weeks", "program-log", "program-week"]))
def test_a_session_is_torn_only_where_no_page_holds_it(written: dict[str, Any], name: str) -> None:
    pages = pages_of(plan(json.dumps(written)), name)
    tables = list(find(pages.structure, "Table"))
    first = {id(table): places_of(table)[0] for table in tables}
    for table in tables:
        there = set(places_of(table))
        if len(there) > 1:
            begun = [t for t in tables if places_of(t)[-1] == min(there) and t is not table]
            assert not begun, said_by(pages, table)[:80]
            for number in there - {min(there)}:
                assert "Effort" in text_on(pages.pages[number])
    assert first


@SETTINGS
@given(programs(), st.sampled_from(["program-weeks", "program-log"]))
def test_no_page_ends_with_the_head_of_a_week(written: dict[str, Any], name: str) -> None:
    pages = pages_of(plan(json.dumps(written)), name)
    previous: Element | None = None
    for element in _heads_and_tables(pages.structure):
        if element.role == "Table" and previous is not None and previous.role == "H2":
            assert places_of(previous)[-1] == places_of(element)[0]
        previous = element


def _heads_and_tables(element: Element) -> list[Element]:
    if element.role in ("H2", "Table"):
        return [element]
    kids = [kid for kid in element.kids if isinstance(kid, Element)]
    return [found for kid in kids for found in _heads_and_tables(kid)]


@SETTINGS
@given(st.lists(GROUPS, min_size=1, max_size=6), st.lists(tasks(), max_size=12))
def test_what_is_done_in_turn_stays_on_one_page(
    groups: list[dict[str, Any]], others: list[dict[str, Any]]
) -> None:
    sessions = [{"session": "One", "work": [*others, *groups]}]
    written = {"program": "P", "weeks": 1, "sessions": sessions}
    pages = pages_of(plan(json.dumps(written)), "program-weeks")
    for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ":
        rows = [row for row in find(pages.structure, "TR") if _label(pages, row)[:1] == letter]
        numbered = [row for row in rows if _label(pages, row)[1:].isdecimal()]
        assert len({place for row in numbered for place in places_of(row)}) <= 1


def _label(pages: Pages, row: Element) -> str:
    cells = [kid for kid in row.kids if isinstance(kid, Element)]
    return said_by(pages, cells[0]) if cells else ""


def test_the_programs_of_these_tests_have_figures() -> None:
    assert all(exercises()[name].figure for name in DRAWN)
    assert set_in(plan(json.dumps({"program": "P", "work": [{"do": "Walk"}]})), "program").pages
