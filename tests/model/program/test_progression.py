"""Rules: what coaches write, and what a dose becomes by their steps."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.model.dose import DOSE, Dose
from handouts.model.program.growth import grown
from handouts.model.program.progression import Clause, Pace, Progression, parse_progression
from handouts.source.shape import Unreadable
from handouts.source.yaml import parse


def dose(source: str) -> Dose:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None
    value = DOSE.read(node, problems)
    assert value is not None
    return value


def after(source: str, rule: str, *steps: int) -> list[str]:
    """Sets × reps and all else that a dose says after so many steps."""
    start = dose(source)
    found = [grown(start, parse_progression(rule), count).dose for count in steps]
    values = ("sets", "reps", "load", "hold", "rest", "time", "distance")
    return [
        " ".join(str(getattr(each, key)) for key in values if getattr(each, key)).replace(
            "\xa0", " "
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("text", "what", "step", "unit", "until", "pace"),
    [
        ("+2.5 kg each session", "load", "2.5", "kg", None, Pace.SESSION),
        ("load +5 lb each cycle", "load", "5", "lb", None, Pace.CYCLE),
        ("+5% every week until 90%", "load", "5", "%", "90", Pace.WEEK),
        ("reps +1 each week until 10", "reps", "1", "", "10", Pace.WEEK),
        ("+1 rep each week until 10 reps", "reps", "1", "", "10", Pace.WEEK),
        ("+ 1 set each cycle", "sets", "1", "", None, Pace.CYCLE),
        ("hold +5 s each week until 60 s", "hold", "5", "s", "60", Pace.WEEK),
        ("rest -10 s each week until 60 s", "rest", "-10", "s", "60", Pace.WEEK),
        ("-10 s rest each week until 60 s", "rest", "-10", "s", "60", Pace.WEEK),
        ("distance +0.5 km each week", "distance", "0.5", "km", None, Pace.WEEK),
        ("time +2.5 minutes each session", "time", "2.5", "min", None, Pace.SESSION),
    ],
)
def test_a_rule_says_what_grows_by_how_much_and_how_often(
    text: str, what: str, step: str, unit: str, until: str | None, pace: Pace
) -> None:
    end = None if until is None else Decimal(until)
    assert parse_progression(text) == Progression(
        (Clause(what, Decimal(step), unit, end),), pace, text
    )


def test_a_later_clause_takes_the_pace_of_the_first() -> None:
    rule = parse_progression("reps +1 each week until 10, then sets +1")
    assert [clause.what for clause in rule.clauses] == ["reps", "sets"]
    assert rule.pace is Pace.WEEK


@pytest.mark.parametrize(
    ("text", "message", "marked"),
    [
        ("add a bit", "cannot be read: add a bit", "add a bit"),
        ("+2.5 kg", "does not say how often: +2.5 kg", None),
        ("+2.5 kg each sesion", "cannot go each sesion", "sesion"),
        ("+5 s each week", "does not say what changes: +5 s each week", "+5 s each week"),
        ("reps +1 kg each week", "cannot add 1 kg to reps", "reps +1 kg each week"),
        ("hold +5 each week", "cannot add 5 to hold", "hold +5 each week"),
        ("reps +0.5 each week", "must be whole numbers: reps +0.5 each week", None),
        ("reps +0 each week", "cannot be 0", "0"),
        ("reps -1 each week", "goes down without an end: reps -1 each week", None),
        ("reps +1 each week, then sets +1", "does not say until when, before then", "sets +1"),
        (
            "reps +1 each week until 10, then sets +1 each cycle",
            "goes each week, and then each cycle",
            "cycle",
        ),
        ("+5 kg each week until 60 lb", "ends in another unit: +5 kg each week until 60 lb", "lb"),
    ],
)
def test_a_rule_that_cannot_be_read_is_told_in_its_place(
    text: str, message: str, marked: str | None
) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_progression(text)
    fault = caught.value
    assert fault.message == message
    end = None if fault.length is None else fault.start + fault.length
    assert marked is None or text[fault.start : end] == marked


@given(st.text("+-0123456789. kgrepsttimeuntilchweah,n%TM", max_size=40))
def test_no_rule_raises_anything_but_unreadable(text: str) -> None:
    try:
        rule = parse_progression(text)
    except Unreadable:
        return
    assert rule.clauses


def test_a_load_grows_step_by_step() -> None:
    assert after("{sets: 5, reps: 5, load: 20 kg}", "+2.5 kg each session", 0, 1, 5) == [
        "5 5 20 kg",
        "5 5 22.5 kg",
        "5 5 32.5 kg",
    ]


def test_a_rule_stops_at_its_end_even_when_its_step_does_not_meet_it() -> None:
    found = after("hold: 30 s", "hold +20 s each week until 60 s", 1, 2, 3, 40)
    assert found == ["50 s", "60 s", "60 s", "60 s"]


def test_a_rule_may_go_down_to_its_end() -> None:
    assert after("{reps: 8, rest: 90 s}", "rest -20 s each week until 60 s", 1, 2, 9) == [
        "8 70 s",
        "8 60 s",
        "8 60 s",
    ]


def test_double_progression_adds_a_set_and_begins_again() -> None:
    rule = "reps +1 each week until 10, then sets +1"
    assert after("{sets: 3, reps: 8}", rule, 0, 1, 2, 3, 5, 6) == [
        "3 8",
        "3 9",
        "3 10",
        "4 8",
        "4 10",
        "5 8",
    ]


def test_double_progression_stands_still_when_all_of_it_has_got_to_its_end() -> None:
    rule = "reps +1 each week until 10, then sets +1 until 4"
    assert after("{sets: 3, reps: 8}", rule, 4, 5, 6, 60) == ["4 9", "4 10", "4 10", "4 10"]


def test_a_range_grows_at_both_ends_until_its_upper_one_is_there() -> None:
    assert after("reps: 6-8", "reps +1 each week until 10", 1, 2, 3) == ["7–9", "8–10", "8–10"]


def test_a_value_for_each_set_grows_in_each() -> None:
    assert after('reps: "8, 6, 4"', "reps +2 each week until 12", 1, 2, 3) == [
        "10, 8, 6",
        "12, 10, 8",
        "12, 10, 8",
    ]


def test_units_of_time_agree_with_one_another() -> None:
    assert after("time: 10 min", "time +30 s each week until 11 min", 1, 2, 3) == [
        "10½ min",
        "11 min",
        "11 min",
    ]
    assert after("time: 1 min", "time +10 s each week", 1) == ["70 s"]


def test_without_a_value_to_start_from_nothing_grows() -> None:
    assert after("{sets: 3, reps: max}", "reps +1 each week", 4) == ["3 max"]
    assert after("{sets: 3, reps: 8, load: red band}", "+2.5 kg each session", 4) == [
        "3 8 red band"
    ]
    assert after("{sets: 3, reps: 8}", "reps +1 each week until 10, then load +2.5 kg", 4) == [
        "3 8"
    ]


def test_a_load_in_percent_grows_by_percent() -> None:
    assert after("{reps: 5, load: 70% TM}", "+2.5% each week", 2) == ["5 75% TM"]


def test_the_maximum_grows_where_the_load_is_a_part_of_it() -> None:
    found = grown(dose("{reps: 5, load: 70%}"), parse_progression("+5 kg each cycle"), 3)
    assert str(found.dose.load) == "70%"
    assert found.step and (str(found.step), found.times) == ("5\xa0kg", 3)


@given(st.integers(1, 12), st.integers(1, 5), st.integers(0, 20), st.integers(0, 60))
def test_a_rule_with_an_end_never_goes_past_it(low: int, step: int, more: int, steps: int) -> None:
    rule = f"reps +{step} each week until {low + more}"
    found = grown(dose(f"reps: {low}"), parse_progression(rule), steps).dose.reps
    assert found and found.amounts[0].low == min(low + step * steps, low + more)
