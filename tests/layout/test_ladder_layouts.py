"""Ladders: rungs from the hardest down, the client's own, gates between them, and pain."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from plans import (
    chained,
    check_page,
    documents,
    elements,
    exercises,
    ladder,
    pages_of,
    rungs,
    text_on,
    texts,
)
from sheets import layout

from handouts.layout.block import Rail, walk
from handouts.model.client import Client

NAMES = ("regression", "my-rung", "ladder-poster")


def test_the_hardest_rung_is_on_top() -> None:
    heads = [text for _, text in elements(pages_of(ladder(rungs(4)), "regression"), "H1", "H2")]
    assert heads == ["Climb", *(f"Rung number {number}" for number in (4, 3, 2, 1))]


def test_between_two_rungs_it_says_when_to_go_up_and_when_down() -> None:
    text = text_on(pages_of(ladder(rungs(3)), "regression").pages[0])
    marks = [
        *("Up from 3 when you pass test 3", "Rung number 3", "Up to 3 when you pass test 2"),
        *("Down to 2 if you fail test 3", "Rung number 2", "Up to 2 when you pass test 1"),
        *("Down to 1 if you fail test 2", "Rung number 1", "Too hard? you fail test 1"),
    ]
    places = [text.find(mark) for mark in marks]
    assert -1 not in places, marks[places.index(-1)]
    assert all(one < other for one, other in pairwise(places))


def test_the_clients_rung_is_marked_by_name() -> None:
    client = Client(client="Jo")
    text = text_on(pages_of(ladder(rungs(3), 2, client), "regression").pages[0])
    assert "Rung number 2 Jo is here" in text
    assert text.count("is here") == 1
    assert "You are here" in text_on(pages_of(ladder(rungs(3), 2), "regression").pages[0])
    assert "here" not in text_on(pages_of(ladder(rungs(3)), "regression").pages[0])


def test_every_rung_has_its_piece_of_the_rail() -> None:
    (document,) = documents(ladder(rungs(5), 2), "regression")
    rails = [block for block in walk(document.body) if isinstance(block, Rail)]
    assert [rail.text for rail in rails if rail.text] == ["5", "4", "3", "2", "1"]
    assert [rail.text for rail in rails if rail.here] == ["2"]
    assert [rail.top for rail in rails] == [True, *[False] * (len(rails) - 1)]


@pytest.mark.parametrize(
    ("rung", "shown"), [(1, [2, 1]), (3, [4, 3, 2]), (5, [5, 4]), (None, [5, 4, 3, 2, 1])]
)
def test_my_rung_has_its_neighbours_alone(rung: int | None, shown: list[int]) -> None:
    heads = [text for _, text in elements(pages_of(ladder(rungs(5), rung), "my-rung"), "H2")]
    assert heads == [f"Rung number {number}" for number in shown]


def test_six_rungs_share_a_page_and_nine_take_two() -> None:
    assert len(pages_of(ladder(rungs(6)), "regression").pages) == 1
    nine = pages_of(ladder(rungs(9)), "regression")
    assert len(nine.pages) == 2
    assert all("Climb" in text for text in texts(nine))


def test_an_exercise_makes_a_ladder_of_what_is_harder() -> None:
    heads = [
        text for _, text in elements(pages_of(chained("squat", "row", "press"), "regression"), "H2")
    ]
    assert heads == ["Press Exercise", "Row Exercise", "Squat Exercise"]


def test_between_exercises_it_says_how_to_progress_where_no_rung_says_when() -> None:
    text = text_on(pages_of(chained("squat", "row", "press"), "regression").pages[0])
    marks = [
        *("Press Exercise", "To progress: Master the row.", "Row Exercise"),
        *("To progress: Master the squat.", "Squat Exercise"),
    ]
    places = [text.rfind(mark) for mark in marks]
    assert -1 not in places, marks[places.index(-1)]
    assert all(one < other for one, other in pairwise(places))
    assert "Master the press" not in text and "Too hard?" not in text
    assert "To progress" not in text_on(pages_of(ladder(rungs(3)), "regression").pages[0])


@pytest.mark.parametrize(
    ("pain", "said"),
    [
        (
            "{ease_off: 3, stop: 5, source: X}",
            ["Pain 0–3: carry on", "Pain 4–5: ease off", "Pain 6 or more: stop"],
        ),
        ("{stop: 5, source: X}", ["Pain 0–5: carry on", "Pain 6 or more: stop"]),
        ("{ease_off: 4, stop: 5, source: X}", ["Pain 5: ease off"]),
        ("{stop: 0, source: X}", ["Pain 0: carry on", "Pain 1 or more: stop"]),
    ],
)
def test_limits_of_pain_are_a_light(pain: str, said: list[str]) -> None:
    text = text_on(pages_of(ladder(rungs(3, f"pain: {pain}\n")), "regression").pages[0])
    assert all(each in text for each in said)
    assert ("ease off" in text) is any("ease off" in each for each in said)


def test_without_limits_there_is_no_light() -> None:
    assert "carry on" not in text_on(pages_of(ladder(rungs(3)), "regression").pages[0])


def test_what_is_said_beside_a_ladder_is_on_its_page() -> None:
    more = (
        "bad_day: Rest a day.\nsafety: Stop at a pop.\nsummary: Find your rung.\nsources: [Smith]\n"
    )
    text = text_on(pages_of(ladder(rungs(3, more, swap="Use a towel.")), "regression").pages[0])
    for said in (
        "On a bad day: Rest a day.",
        "Stop at a pop.",
        "Find your rung.",
        "Sources: Smith",
    ):
        assert said in text
    assert text.count("Without equipment: Use a towel.") == 3


WORDS = st.sampled_from(["a", "slow", "hamstrings", "Schulterblätter", "x" * 24, "3 sets of 12"])
SAID = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)
RUNGS = st.fixed_dictionaries(
    {"exercise": st.sampled_from(sorted(exercises()))},
    optional={
        "as": SAID,
        "move_up": SAID,
        "step_down": SAID,
        "swap": SAID,
        "cues": st.lists(SAID, min_size=1, max_size=3),
        "dose": st.fixed_dictionaries(
            {"sets": st.just("3"), "note": SAID.map(lambda said: said[:60].strip())}
        ),
    },
)
LADDERS = st.fixed_dictionaries(
    {"ladder": SAID, "rungs": st.lists(RUNGS, min_size=2, max_size=10)},
    optional={"summary": SAID, "safety": SAID, "bad_day": SAID},
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LADDERS, st.integers(1, 10), st.sampled_from(["regression", "my-rung"]))
def test_any_ladder_stands_on_its_pages(written: dict[str, Any], rung: int, name: str) -> None:
    sheet = ladder(json.dumps(written), rung if rung <= len(written["rungs"]) else None)
    pages = pages_of(sheet, name)
    for page in pages.pages:
        check_page(page, layout(name).papers["letter"].margins)
    if name == "regression":
        text = "".join("".join(texts(pages)).split())
        for rung_written in written["rungs"]:
            for key in ("as", "step_down", "swap"):
                assert "".join(rung_written.get(key, "").split()) in text
