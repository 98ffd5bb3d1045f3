"""Doses: what coaches write, what is wrong with it and where, and how it prints."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.model.dose import DOSE, Dose, Load, Side
from handouts.model.quantity import Amount, Span
from handouts.source.problem import Problem
from handouts.source.yaml import parse

NB = "\N{NO-BREAK SPACE}"


def read(source: str) -> tuple[Dose | None, list[Problem]]:
    node, problems = parse(source.encode(), "f.yaml")
    assert node is not None and problems == []
    return DOSE.read(node, problems, "strength"), problems


def dose(source: str) -> Dose:
    value, problems = read(source)
    assert problems == []
    assert value is not None
    return value


def printed(key: str, text: str) -> str:
    return str(getattr(dose(f"{key}: {text}"), key))


def problem(source: str) -> Problem:
    value, (found,) = read(source)
    assert value is None
    return found


def marked(source: str, found: Problem) -> str:
    place = found.place
    assert place is not None
    return source.split("\n")[place.line - 1][place.column - 1 :][: place.length]


@pytest.mark.parametrize(
    ("key", "text", "shown"),
    [
        ("sets", "3", "3"),
        ("sets", "3-4", "3–4"),
        ("sets", "3 – 4", "3–4"),
        ("sets", "3 to 4", "3–4"),
        ("sets", "5+", "5+"),
        ("reps", "12, 10, 8", "12, 10, 8"),
        ("reps", "5, 5, 5+", "5, 5, 5+"),
        ("reps", "max", "max"),
        ("reps", "012", "12"),
        ("hold", "30 s", f"30{NB}s"),
        ("hold", "30s", f"30{NB}s"),
        ("hold", "20 s - 30 s", f"20–30{NB}s"),
        ("hold", "max", "max"),
        ("lowering", "3-6 sec", f"3–6{NB}s"),
        ("rest", "1.5 minutes", f"1½{NB}min"),
        ("rest", "½ min", f"½{NB}min"),
        ("rest", "0 s", f"0{NB}s"),
        ("time", "30+ s", f"30+{NB}s"),
        ("time", "1 h", f"1{NB}h"),
        ("distance", "1.50 km", f"1.5{NB}km"),
        ("distance", "400 m", f"400{NB}m"),
        ("distance", "2-3 miles", f"2–3{NB}mi"),
        ("load", "20 kg", f"20{NB}kg"),
        ("load", "20, 25, 27.5 kg", f"20, 25, 27.5{NB}kg"),
        ("load", "45 lbs", f"45{NB}lb"),
        ("load", "75%", "75%"),
        ("load", "70-75 %", "70–75%"),
        ("load", "75% TM", f"75%{NB}TM"),
        ("load", '"65%, 75%, 85%"', "65%, 75%, 85%"),
        ("load", "bodyweight", "bodyweight"),
        ("load", "red band", "red band"),
        ("load", "2 red bands", "2 red bands"),
        ("effort", "RPE 8", f"RPE{NB}8"),
        ("effort", "rir 1-2", f"RIR{NB}1–2"),
        ("effort", "RIR 0", f"RIR{NB}0"),
        ("effort", "RPE 7.5", f"RPE{NB}7.5"),
        ("tempo", "3-1-1-0", "3-1-1-0"),
        ("tempo", "31x0", "3-1-X-0"),
        ("tempo", "10-0-X", "10-0-X"),
        ("frequency", "2/day", "2/day"),
        ("frequency", "3-4 / week", "3–4/week"),
        ("frequency", "3 times a week", "3/week"),
        ("frequency", "daily", "1/day"),
        ("per_day", "2", "2"),
        ("note", "slow", "slow"),
    ],
)
def test_a_value_prints_with_the_signs_of_good_typography(key: str, text: str, shown: str) -> None:
    assert printed(key, text) == shown


def test_a_range_has_a_low_and_a_high() -> None:
    assert dose("reps: 4-6").reps == Span((Amount(Decimal(4), Decimal(6)),))


def test_an_open_number_has_no_high() -> None:
    assert dose("reps: 5+").reps == Span((Amount(Decimal(5), None),))


def test_as_much_as_can_be_has_neither_low_nor_high() -> None:
    assert dose("reps: max").reps == Span((Amount(None, None),))


def test_decimals_are_exact() -> None:
    load = dose("load: 0.1 kg").load
    assert load and load.amount == Span((Amount(Decimal("0.1"), Decimal("0.1"), "kg"),))


def test_the_body_as_load_is_known_however_it_is_written() -> None:
    loads = [dose(f"load: {text}").load for text in ("bodyweight", "body weight", "BW")]
    assert loads == [Load(words="bodyweight")] * 3
    assert all(load and load.is_bodyweight for load in loads)


def test_a_side_is_a_word_of_its_own() -> None:
    assert dose("side: each").side is Side.EACH


def test_a_dose_knows_only_what_was_written() -> None:
    assert dose("{sets: 3, note: }") == Dose(sets=Span((Amount(Decimal(3), Decimal(3)),)))


@pytest.mark.parametrize(
    ("source", "code", "at", "message", "hint"),
    [
        ("reps: 10-6", "dose-range", "10-6", "reps run backwards: 10-6", "write 6-10"),
        ("lowering: 6-3 s", "dose-range", "6-3 s", "lowering runs backwards: 6-3 s", "write 3-6 s"),
        ("reps: 12, 10-8", "dose-range", "10-8", "reps run backwards: 10-8", "write 8-10"),
        ("effort: RPE 8-7", "dose-range", "8-7", "effort runs backwards: 8-7", "write 7-8"),
        ("reps: 6-6", "dose-range", "6-6", "reps run from 6 to 6", "write 6"),
        ("sets: 0", "dose-zero", "0", "sets cannot be 0", None),
        ("hold: 0 s", "dose-zero", "0", "hold cannot be 0", None),
        ("sets: 2.5", "dose-number", "2.5", "sets must be a whole number: 2.5", None),
        ("reps: 8-10001", "dose-size", "10001", "reps cannot be so much: 10001", None),
        ("reps: 99999999999999999999", "dose-size", None, "reps cannot be so much", None),
        ("effort: RPE 21", "dose-size", "RPE 21", "effort cannot be so much: RPE 21", None),
        ("hold: 30", "dose-unit", "30", "hold needs a unit: 30", "write 30 s, 30 min or 30 h"),
        ("load: 20", "dose-unit", "20", "load needs a unit: 20", None),
        ("load: 20 kgg", "dose-unit", "kgg", "load cannot be in kgg", "write kg, lb, % or % TM"),
        ("distance: 5 kg", "dose-unit", "kg", "distance cannot be in kg", "write m, km or mi"),
        ("reps: 8 x", "dose-unit", "x", "reps cannot have a unit: 8 x", "write the number alone"),
        ("load: 65%, 75", "dose-unit", "75", "load needs a unit: 75", None),
        ("hold: 2,5 s", "dose-number", "2,5", "hold can be read in two ways: 2,5 s", None),
        (
            "sets: three",
            "dose",
            "three",
            "sets cannot be read: three",
            "write it like 3, 3-4 or 5+",
        ),
        ("sets: 3, 4", "dose", "3, 4", "sets cannot be read: 3, 4", None),
        ("sets: max", "dose", "max", "sets cannot be read: max", None),
        ("reps: 12,, 8", "dose", "12,, 8", "reps cannot be read: 12,, 8", None),
        ("reps: 3-4+", "dose", "3-4+", "reps cannot be read: 3-4+", None),
        ("reps: -5", "dose", "-5", "reps cannot be read: -5", None),
        ("tempo: slow", "dose", "slow", "tempo cannot be read: slow", None),
        ("tempo: 3-1", "dose", "3-1", "tempo cannot be read: 3-1", None),
        ("effort: hard", "dose", "hard", "effort cannot be read: hard", None),
        ("frequency: often", "dose", "often", "frequency cannot be read: often", None),
        ("frequency: max/week", "dose", "max/week", "frequency cannot be read: max/week", None),
        (
            "frequency: twice a day",
            "dose",
            "twice a day",
            "frequency cannot be read: twice a day",
            "write it like 2/day or 3-4/week",
        ),
        ("effort: RPE 8+", "dose", "RPE 8+", "effort must have an end: RPE 8+", None),
        (
            "hold: 45 s - 1 min",
            "dose-unit",
            "45 s - 1 min",
            "hold has two units: 45 s - 1 min",
            "write both numbers in s or both in min",
        ),
        ("hold: 3 kg - 5 s", "dose-unit", "kg", "hold cannot be in kg", None),
        ("frequency: 4-3/week", "dose-range", "4-3", "frequency runs backwards: 4-3", "write 3-4"),
        ("side: eech", "unknown-word", "eech", "side cannot be eech", "did you mean each?"),
        ("rep: 3", "unknown-key", "rep", "unknown key rep", "did you mean reps?"),
        ("{}", "empty", "{}", "strength says nothing", "write sets: 3-4"),
        ("[3]", "wrong-kind", "[3]", "strength must be keys with values, this is a list", None),
    ],
)
def test_a_slip_is_a_problem_in_its_place(
    source: str, code: str, at: str | None, message: str, hint: str | None
) -> None:
    found = problem(source)
    assert found.code == code
    assert found.message.startswith(message)
    assert at is None or marked(source, found) == at
    assert hint is None or found.hint == hint


def test_a_slip_in_quotes_has_its_place_too() -> None:
    source = 'reps: "12, 10-8, 6"'
    assert marked(source, problem(source)) == "10-8"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ('{sets: 4, reps: "12, 10, 8"}', "reps has 3 values, one for each set, but sets says 4"),
        (
            '{sets: 2-3, reps: "12, 10, 8"}',
            "reps has 3 values, one for each set, but sets says 2–3",
        ),
        (
            '{reps: "9, 8", load: "5, 6, 7 kg"}',
            "load has 3 values, one for each set, but reps has 2",
        ),
    ],
)
def test_values_for_each_set_are_as_many_as_the_sets(source: str, message: str) -> None:
    found = problem(source)
    assert (found.code, found.message) == ("dose-sets", message)
    assert marked(source, found) == message.split(maxsplit=1)[0]


def test_values_for_each_set_may_agree() -> None:
    assert str(dose('{sets: 3, reps: "12, 10, 8", load: "65%, 75%, 85%"}').reps) == "12, 10, 8"


@pytest.mark.parametrize("key", ["sets", "reps", "hold", "tempo", "load", "effort", "frequency"])
@given(text=st.text("0123456789.,-–+ %½xXkgsminRPEtoax/day", min_size=1, max_size=20))
def test_no_dose_raises(key: str, text: str) -> None:
    node, problems = parse(f"{key}: '{text}'".encode(), "f.yaml")
    assert node is not None
    value = DOSE.read(node, problems, "strength")
    assert (value is None) == bool(problems)


@given(st.integers(1, 999), st.integers(1, 999), st.sampled_from(["s", "min", "h"]))
def test_every_range_prints_as_it_was_meant(low: int, more: int, unit: str) -> None:
    source = f"time: {low}-{low + more} {unit}"
    value, problems = read(source)
    assert problems or (value and str(value.time) == f"{low}–{low + more}{NB}{unit}")
    assert not problems or unit == "h" or low + more > 1440
