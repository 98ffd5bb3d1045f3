"""What one person does at home: of exercises that somebody put together, and of programs."""

from __future__ import annotations

import pytest
from programs import exercise, program, scheduled

from handouts.model.client import Client
from handouts.model.dose import DOSE, Dose
from handouts.model.prescription import (
    MANY,
    Prescription,
    of_exercise,
    of_program,
    too_many,
)
from handouts.source.problem import Place, Problem
from handouts.source.yaml import parse

GOALS = "{strength: {sets: 3, reps: 8, frequency: 3/week}, First Weeks: {sets: 1, reps: 5}}"
BRIDGE = exercise("bridge", GOALS)


def _dose(text: str) -> Dose:
    problems: list[Problem] = []
    node, _ = parse(f"{{{text}}}".encode(), "dose.yaml")
    dose = DOSE.read(node, problems) if node else None
    assert dose, problems
    return dose


def _said(found: list[Prescription]) -> list[tuple[str, str | None]]:
    return [
        (each.title, str(each.dose.frequency) if each.dose and each.dose.frequency else None)
        for each in found
    ]


def _of(text: str) -> list[Prescription]:
    return of_program(program(text), scheduled(text))


def test_the_dose_is_that_for_the_clients_goal_which_need_not_be_named() -> None:
    found = of_exercise(BRIDGE, Client(goal="first weeks"))
    assert found.dose is not None
    assert (str(found.dose.sets), found.goal) == ("1", None)


def test_where_nobody_chose_a_goal_it_is_the_first_one_and_is_named() -> None:
    for client in (Client(), Client(goal="balance")):
        found = of_exercise(BRIDGE, client)
        assert found.dose is not None
        assert (str(found.dose.sets), found.goal) == ("3", "strength")


def test_what_is_changed_for_a_client_holds_and_the_rest_is_the_goals() -> None:
    client = Client(doses={"bridge": _dose("sets: 2, side: left")})
    found = of_exercise(BRIDGE, client)
    assert found.dose is not None
    assert (str(found.dose.sets), str(found.dose.reps), str(found.dose.side)) == ("2", "8", "left")
    assert found.goal is None


def test_an_exercise_without_goals_has_the_clients_own_dose_or_none() -> None:
    plain = exercise("plank")
    own = of_exercise(plain, Client(doses={"plank": _dose("hold: 20 s")}))
    assert own.dose is not None and str(own.dose.hold) == "20\N{NO-BREAK SPACE}s"
    assert of_exercise(plain, Client()).dose is None


def test_all_that_a_program_asks_for_stands_in_its_order() -> None:
    found = _of("""
        program: Back
        warm-up: [{do: March, time: 1 min}]
        work: [{do: Curl, sets: 2, frequency: 2/day}, {do: Plank, hold: 10 s}]
        cool-down: [{do: Walk, time: 5 min}]
        """)
    assert _said(found) == [("March", None), ("Curl", "2/day"), ("Plank", None), ("Walk", None)]
    assert {each.session for each in found} == {None}


@pytest.mark.parametrize(
    ("when", "often"), [("per_week: 3", "3/week"), ("days: [Mon, Fri]", "2/week")]
)
def test_a_session_that_is_counted_says_how_often(when: str, often: str) -> None:
    found = _of(f"""
        program: Back
        {when}
        work: [{{do: Curl, sets: 2}}, {{do: Walk, time: 5 min, frequency: 1/day}}]
        """)
    assert _said(found) == [("Curl", often), ("Walk", "1/day")]


def test_days_are_those_on_which_the_session_stands() -> None:
    found = _of("program: Back\ndays: [Mon, Fri]\nwork: [{do: Curl, sets: 2}]\n")
    assert [day.number for day in found[0].days] == [1, 5]


def test_where_there_are_several_sessions_the_first_of_each_names_it() -> None:
    found = _of("""
        program: Back
        sessions:
          - session: Morning
            note: Before breakfast.
            work: [{do: Curl, sets: 2}, {do: Walk, sets: 1}]
          - {session: Evening, duration: 5 min, work: [{do: Curl, sets: 1}]}
        """)
    assert [(each.session, each.note) for each in found] == [
        ("Morning", "Before breakfast."),
        (None, None),
        ("Evening", None),
    ]
    assert str(found[2].duration) == "5\N{NO-BREAK SPACE}min"


def test_sessions_stand_as_they_are_written_those_on_days_not_first() -> None:
    found = _of("""
        program: Back
        sessions:
          - {session: Morning, per_week: 5, work: [{do: Curl, sets: 2}]}
          - {session: Evening, days: [Mon, Fri], work: [{do: Curl, sets: 1}]}
        """)
    assert [each.session for each in found] == ["Morning", "Evening"]
    assert _said(found) == [("Curl", "5/week"), ("Curl", "2/week")]


def test_how_often_a_session_is_done_holds_against_what_an_exercise_says() -> None:
    text = "program: Back\nper_week: 5\nwork: [{exercise: bridge, goal: strength}]\n"
    schedule = scheduled(text, exercises={"bridge": BRIDGE})
    assert _said(of_program(program(text), schedule)) == [("Bridge", "5/week")]


def test_the_first_of_a_circuit_says_how_often_it_is_gone_through() -> None:
    found = _of("""
        program: Back
        work: [{repeat: {rounds: 3, work: [{do: Curl, reps: 5}, {do: Walk, time: 1 min}]}}]
        """)
    first, second = (each.circuit for each in found)
    assert first is not None and str(first.rounds) == "3"
    assert second is None


@pytest.mark.parametrize(
    ("count", "words"), [(4, None), (5, "do well"), (6, "do well"), (7, "far")]
)
def test_more_exercises_than_people_do_are_a_warning(count: int, words: str | None) -> None:
    place = Place("back.yaml", 3, 1)
    found = too_many([Prescription(title=f"Move {n}") for n in range(count)], place)
    assert [problem.code for problem in found] == ([MANY] if words else [])
    assert all(problem.place == place and words in problem.message for problem in found if words)


def test_the_same_exercise_in_the_morning_and_in_the_evening_counts_once() -> None:
    twice = [Prescription(title=f"Move {number % 4}") for number in range(8)]
    assert too_many(twice, None) == []
