"""Files of programs and ladders: every layout passes both standards, in colour and in grey."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import product

import pytest
from plans import chained, documents, ladder, plan, printed, rungs

from handouts.layout.sheet import Sheet

Check = Callable[[bytes], None]

PLANS = {
    "one exercise": """
        program: Curls
        weeks: 3
        cards: true
        track: [bests]
        start: 2027-01-04
        pain: {stop: 5, source: X}
        sessions:
          - session: Curls
            per_week: {1: 1, 2-3: 3}
            work: [{exercise: curl, sets: 3, reps: {1: 5, 2: 6-8, 3: "12, 10, 8"}}]
        """,
    "in turn": """
        program: Circuits
        weeks: 2
        deload: 2
        phases: [{weeks: 1-2, name: All}]
        sessions:
          - session: Gym
            days: [Mon, Thu]
            warm-up: [{do: Walk, time: 5 min}]
            work:
              - superset:
                  - {exercise: squat, sets: 3, reps: 8, load: 75%, tempo: 3-1-1-0}
                  - {exercise: row, sets: 3, reps: 8, rest: 60 s}
              - repeat: {rounds: 6, work: [{do: Run, time: 1 min}, {do: Walk, time: 1 min}]}
        """,
    "at home": """
        program: At Home
        cards: true
        work: [{exercise: bridge, sets: 2, reps: 8, frequency: 2/day}, {do: Walk, time: 5 min}]
        """,
    "alternating": """
        program: By Turns
        weeks: 2
        alternate: [A, B]
        days: [Mon, Wed, Fri]
        sessions:
          - {session: A, work: [{exercise: squat, sets: 5, reps: 5, load: 20 kg}]}
          - {session: B, work: [{exercise: press, sets: 5, reps: 5+, load: 20 kg}]}
        """,
    "nine days": """
        program: Nine Days
        weeks: 2
        week: 9 days
        sessions: [{session: Push, days: [1, 4, 7], work: [{exercise: press, sets: 3, reps: 8}]}]
        """,
}
LAYOUTS = (
    *("program", "program-overview", "program-weeks", "program-week", "program-session"),
    *("program-log", "program-progress", "wall-chart", "wall-chart-letter"),
)
LADDERS = ("regression", "my-rung", "ladder-poster")


def looks(sheet: Sheet) -> Iterator[Sheet]:
    """The sheet in colour on Letter and in grey on A4."""
    yield sheet
    yield replace(sheet, paper="a4", grey=True)


@pytest.mark.parametrize(("name", "kind"), list(product(LAYOUTS, PLANS)))
def test_programs_pass_both_standards(name: str, kind: str, check_pdf: Check) -> None:
    for sheet in looks(plan(PLANS[kind])):
        if documents(sheet, name):
            check_pdf(printed(sheet, name))


def test_every_program_of_these_tests_has_something_in_most_layouts() -> None:
    empty = {
        (name, kind)
        for name, kind in product(LAYOUTS, PLANS)
        if not documents(plan(PLANS[kind]), name)
    }
    assert {name for name, _ in empty} == {"program-progress", "program-weeks"}
    assert {kind for name, kind in empty if name == "program-weeks"} == {"at home"}


@pytest.mark.parametrize(("name", "count"), list(product(LADDERS, (2, 6, 9))))
def test_ladders_pass_both_standards(name: str, count: int, check_pdf: Check) -> None:
    for sheet in looks(ladder(rungs(count, "pain: {ease_off: 3, stop: 5, source: X}\n"), 2)):
        check_pdf(printed(sheet, name))


def test_a_chain_of_exercises_passes_both_standards(check_pdf: Check) -> None:
    for sheet in looks(chained("squat", "row", "press")):
        check_pdf(printed(sheet, "regression"))


@pytest.mark.parametrize("kind", PLANS)
def test_the_same_program_gives_the_same_bytes(kind: str) -> None:
    assert printed(plan(PLANS[kind]), "program") == printed(plan(PLANS[kind]), "program")
