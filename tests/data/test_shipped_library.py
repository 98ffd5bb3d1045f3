"""The ladders and programs that ship: whole, without a fault, and growing by small steps."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from handouts.model.client import Client
from handouts.model.climbing import Step, climb
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.ladder import Ladder
from handouts.model.library import Library
from handouts.model.program.program import Program
from handouts.model.program.scheduling import work_out

DATA = Path(__file__).parents[2] / "data"
LIBRARY = Library([DATA])
READ = {entry.name: LIBRARY.read(entry) for entry in LIBRARY.entries}
ITEMS = [item for item, _ in READ.values() if item is not None]
LADDERS = [item for item in ITEMS if isinstance(item, Ladder)]
PROGRAMS = [item for item in ITEMS if isinstance(item, Program)]
EXERCISES = {item.name: item for item in ITEMS if isinstance(item, Exercise)}

AT_LEAST = {"exercise": 60, "ladder": 10, "program": 14}
JUMP = "weekly-jump"
STEADY = [program for program in PROGRAMS if JUMP not in dict(program.allow)]
LARGEST_STEP = Decimal("1.5")
"""How much a week may ask for against the most that came before it."""


def name(item: Item) -> str:
    return item.name


def test_the_library_is_as_large_as_it_should_be() -> None:
    there = Counter(entry.kind.word for entry in LIBRARY.entries)
    assert {kind: there[kind] >= least for kind, least in AT_LEAST.items()} == dict.fromkeys(
        AT_LEAST, True
    )


def test_the_library_itself_has_no_problem() -> None:
    assert LIBRARY.problems == ()


@pytest.mark.parametrize("what", READ)
def test_an_item_that_ships_reads_without_error_or_warning(what: str) -> None:
    item, problems = READ[what]
    assert item is not None
    assert problems == ()


@pytest.mark.parametrize("item", [*LADDERS, *PROGRAMS], ids=name)
def test_every_exercise_that_is_named_is_there(item: Ladder | Program) -> None:
    assert set(item.exercises) <= EXERCISES.keys()


@pytest.mark.parametrize("item", ITEMS, ids=name)
def test_an_item_says_what_it_is_when_to_stop_and_what_it_is_based_on(item: Item) -> None:
    stops = item.stop_if if isinstance(item, Program) else item.safety
    assert item.summary and stops and item.sources


@pytest.mark.parametrize("ladder", LADDERS, ids=name)
def test_a_ladder_says_on_every_rung_what_to_do_and_when_to_change(ladder: Ladder) -> None:
    steps = climb(ladder, EXERCISES, None)
    assert len(steps) >= 3
    assert [step.title for step in steps if not _complete(step)] == []


def _complete(step: Step) -> bool:
    return bool(step.dose and step.cues and step.move_up and step.step_down)


@pytest.mark.parametrize("program", STEADY, ids=name)
def test_a_program_asks_for_at_most_half_as_much_again_in_a_week(program: Program) -> None:
    assert _jumps(program) == []


def _jumps(program: Program) -> list[int]:
    """The weeks that ask for too many more sets than any week before them."""
    schedule, _ = work_out(program, EXERCISES, Client())
    sets = {week.number: week.totals.sets.low for week in schedule.weeks}
    return [
        number
        for number, wanted in sets.items()
        if (before := [each for week, each in sets.items() if week < number])
        and wanted > LARGEST_STEP * max(before)
    ]
