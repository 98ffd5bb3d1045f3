"""Large print: 18 points everywhere, and when to stop before anything is to be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from plans import chained, exercises, ladder, pages_of, plan, printed, rungs, text_on, texts
from sheets import labels, lines_of

from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.model.gathering import Gathering
from handouts.model.prescription import of_exercise
from handouts.typeset.page import Pages

Check = Callable[[bytes], None]

FLOOR = 18.0
PROGRAM = """
program: Climb
weeks: 2
rules: [Rest a day.]
stop_if: [It hurts.]
sessions:
  - session: Legs
    days: [Mon, Thu]
    work: [{exercise: squat, sets: 3, reps: 8, load: 20 kg}, {exercise: bridge, sets: 2, reps: 5}]
"""


def _exercise(client: Client | None = None, paper: str = "letter") -> Sheet:
    return Sheet(exercises()["squat"], labels(), client or Client(), paper=paper)


def _home(client: Client, *names: str) -> Sheet:
    """A home sheet of exercises, each with the dose of its first goal."""
    gathering = Gathering(title="My exercises at home", file="home.yaml")
    items = [Sheet(exercises()[name], labels(), client) for name in names]
    given = [
        replace(item, here={"prescription": of_exercise(exercises()[name], client)})
        for item, name in zip(items, names, strict=True)
    ]
    return Sheet(gathering, labels(), client, gathered=tuple(given))


def _smallest(pages: Pages) -> float:
    return min(line.size for page in pages.pages for line in lines_of(page))


@pytest.mark.parametrize("goal", [None, "strength"])
@pytest.mark.parametrize("paper", ["letter", "a4"])
def test_when_to_stop_is_on_the_first_page_and_the_dose_above_the_steps(
    paper: str, goal: str | None
) -> None:
    pages = pages_of(_exercise(Client(goal=goal), paper), "large-print")
    first, second, *_ = texts(pages)
    assert "Safety:" in first
    assert "How much" not in first
    assert second.index("How much") < second.index("Setup") < second.index("Execution")


@pytest.mark.parametrize(("wanted", "said"), [("STRENGTH", "STRENGTH"), ("sprints", "strength")])
def test_a_dose_is_never_said_to_be_for_a_goal_that_the_exercise_does_not_have(
    wanted: str, said: str
) -> None:
    (name, _), *_ = exercises()["squat"].goals
    assert name == "strength"
    text = " ".join(texts(pages_of(_exercise(Client(goal=wanted)), "large-print")))
    assert f"Goal: {said}" in text
    assert "sprints" not in text


@pytest.mark.parametrize(
    "name", ["large-print", "large-print-ladder", "large-print-program", "large-print-home"]
)
def test_nothing_is_smaller_than_18_points(name: str, check_pdf: Check) -> None:
    client = Client(client="Jo", coach="Dr. Lee", date="2027-01-04", note="Slowly.")
    sheets = {
        "large-print": _exercise(client),
        "large-print-ladder": ladder(rungs(3), 2, client),
        "large-print-program": plan(PROGRAM, client),
        "large-print-home": _home(client, "squat", "bridge"),
    }
    sheet = sheets[name]
    assert _smallest(pages_of(sheet, name)) >= FLOOR
    check_pdf(printed(replace(sheet, paper="a4"), name))


def test_what_pain_means_stays_on_one_page_a_line_for_each_light() -> None:
    pages = pages_of(
        ladder(rungs(2, "pain: {ease_off: 2, stop: 5, source: Lee 2020}")), "large-print-ladder"
    )
    (said,) = [text for text in texts(pages) if "Pain" in text]
    assert "Pain 0–2: carry on Pain 3–5: ease off Pain 6 or more: stop" in said


def test_a_ladder_in_large_print_begins_with_its_easiest_rung() -> None:
    text = " ".join(texts(pages_of(ladder(rungs(3), 2, Client(client="Jo")), "large-print-ladder")))
    marks = [
        "1. Rung number 1",
        "Up from 1 when",
        "Jo is here 2. Rung number 2",
        "3. Rung number 3",
    ]
    places = [text.find(mark) for mark in marks]
    assert -1 not in places
    assert places == sorted(places)


def test_a_ladder_of_exercises_in_large_print_says_how_to_progress_up_to_its_last() -> None:
    text = " ".join(texts(pages_of(chained("squat", "row"), "large-print-ladder")))
    assert "To progress: Master the squat." in text
    assert "Master the row" not in text


def test_a_program_in_large_print_has_its_rules_before_its_first_week() -> None:
    text = " ".join(map(text_on, pages_of(plan(PROGRAM), "large-print-program").pages))
    assert text.index("When to stop:") < text.index("Rest a day.") < text.index("Week 1 of 2")
    assert text.count("Sessions 1, 2 Legs · Monday, Thursday") == 2


def test_a_home_sheet_in_large_print_has_a_page_for_each_exercise() -> None:
    pages = pages_of(_home(Client(), "squat", "bridge", "plank"), "large-print-home").pages
    found = [(text.count("Exercise"), text.count("Mon Tue Wed")) for text in map(text_on, pages)]
    assert found[-1] == (1, 1)
    assert sum(heads for heads, _ in found) == sum(boxes for _, boxes in found) == 3
