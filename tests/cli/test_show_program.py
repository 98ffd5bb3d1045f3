"""``show`` of programs: week by week, in text and as JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

PROGRAM = """\
program: Hips
goal: Stand up with ease.
weeks: 3
start: 2027-01-04
phases: [{weeks: 1-2, name: Learn}]
deload: 3
sessions:
  - session: A
    days: {1: [Mon], 2-3: [Mon, Thu]}
    warm-up: [{do: Walk, time: 5 min}]
    work:
      - {exercise: bridge, sets: 2, reps: {1: 8, 2-3: 8-10}}
      - {exercise: plank, goal: STRENGTH, load: 60%, weeks: 2}
      - superset: [{do: Swing, reps: 5+}, {do: Jog, time: 10 s}]
        weeks: 3
"""


@pytest.fixture
def hips(library: Path) -> Path:
    """The library with a program, ``hips``."""
    (library / "programs").mkdir()
    (library / "programs" / "hips.yaml").write_text(PROGRAM, encoding="utf-8")
    return library


def test_a_program_is_shown_by_week_with_its_totals(hips: Path, handouts: Command) -> None:
    shown = handouts("show", "hips", "--data", str(hips), "--json").json
    assert shown["problems"] == []
    assert (shown["kind"], shown["name"], shown["title"]) == ("program", "hips", "Hips")
    first, second, third = shown["weeks"]
    assert {key: first[key] for key in ("week", "start", "phases", "deload", "sessions")} == {
        "week": 1,
        "start": "2027-01-04",
        "phases": ["Learn"],
        "deload": False,
        "sessions": 1,
    }
    assert (first["sets"], first["reps"]) == (2, {"low": 16, "high": 16})
    assert second["sets"] == {"low": 10, "high": 12}  # a bridge's 2, a plank's 3 to 4, twice
    assert third["reps"] == {"low": 42, "high": None}
    assert third["minutes"] == {"low": 0.333333, "high": 0.333333}
    assert shown["total"]["sessions"] == 5
    assert shown["total"]["load"] is None


def test_an_exercise_is_counted_for_itself(hips: Path, handouts: Command) -> None:
    shown = handouts("show", "hips", "--data", str(hips), "--json").json
    assert list(shown["exercises"]) == ["bridge", "plank"]
    bridge = shown["exercises"]["bridge"]
    assert [week["sessions"] for week in bridge["weeks"]] == [1, 2, 2]
    assert bridge["total"]["reps"] == {"low": 80, "high": 96}


def test_the_plan_says_what_is_done(hips: Path, handouts: Command) -> None:
    shown = handouts("show", "hips", "--data", str(hips), "--json").json
    session = shown["weeks"][2]["plan"][1]
    assert (session["session"], session["day"], session["date"]) == ("A", "Thursday", "2027-01-21")
    assert session["warm-up"] == [
        {"label": "", "title": "Walk", "exercise": None, "time": "5\xa0min"}
    ]
    bridge, superset = session["work"]
    assert bridge == {
        "label": "A",
        "title": "Bridge",
        "exercise": "bridge",
        "sets": "2",
        "reps": "8–10",
    }
    assert [task["label"] for task in superset["superset"]] == ["B1", "B2"]


def test_the_text_says_what_is_alike_once(hips: Path, handouts: Command) -> None:
    text = handouts("show", "hips", "--data", str(hips)).out.replace("\xa0", " ")
    assert "week        sessions  sets   reps    minutes\n" in text
    assert "1 (Learn)   1         2      16      0\n" in text
    assert "3 (deload)  2         6      42+     0.3\n" in text
    assert (
        "week 2\n"
        "  A: Monday, Thursday\n"
        "    warm-up: Walk: time 5 min\n"
        "    A Bridge: 2 × 8–10\n"
        "    B Plank: 3–4 × 6–8, load 60%\n"
    ) in text


def test_a_client_s_maximum_works_loads_out(hips: Path, handouts: Command) -> None:
    words = ("show", "hips", "--data", str(hips), "--client", "Ann", "--json")
    shown = handouts(*words, "--max", "plank=50kg").json
    plank = shown["weeks"][1]["plan"][0]["work"][1]
    assert (plank["load"], plank["percentage"]) == ("30\xa0kg", "60%")
    assert shown["weeks"][1]["load"] == {"low": 1080, "high": 1920, "unit": "kg"}


def test_a_client_without_the_maximum_is_told(hips: Path, handouts: Command) -> None:
    ended = handouts("show", "hips", "--data", str(hips), "--client", "Ann", "--json")
    assert ended.code == 1
    (problem,) = ended.json["problems"]
    assert (problem["code"], problem["line"]) == ("missing-maximum", 13)


def test_a_list_of_several_clients_needs_a_choice(hips: Path, handouts: Command) -> None:
    clients = hips / "clients.csv"
    clients.write_text("client,1rm plank\nAnn,50 kg\nBob,60 kg\n", encoding="utf-8")
    words = ("show", "hips", "--data", str(hips), "--clients", str(clients))
    assert handouts(*words).code == 2
    ended = handouts(*words, "--client", "Bob")
    assert ended.code == 0
    assert "load 35\xa0kg (60%)" in ended.out  # 36 kg, to the nearest 2.5


def test_some_weeks_or_one_session_are_shown_alone(hips: Path, handouts: Command) -> None:
    words = ("show", "hips", "--data", str(hips), "--json")
    shown = handouts(*words, "--weeks", "2-3").json
    assert [week["week"] for week in shown["weeks"]] == [2, 3]
    assert shown["total"]["sessions"] == 4
    assert handouts(*words, "--session", "B").json["problems"][0]["code"] == "unknown-session"


def test_a_home_program_is_shown_for_each_week(library: Path, handouts: Command) -> None:
    (library / "programs").mkdir()
    text = "program: Home\nper_week: 3\nwork: [{exercise: bridge, sets: 2, reps: 8}]\n"
    (library / "programs" / "home.yaml").write_text(text, encoding="utf-8")
    said = handouts("show", "home", "--data", str(library)).out
    assert "each week\n  Home: 3 times\n    A Bridge: 2 × 8\n" in said


def test_a_program_that_cannot_be_read_is_shown_as_its_problems(
    hips: Path, handouts: Command
) -> None:
    (hips / "programs" / "hips.yaml").write_text(PROGRAM.replace("bridge", "brige"), "utf-8")
    ended = handouts("show", "hips", "--data", str(hips), "--json")
    assert ended.code == 1
    (problem,) = ended.json["problems"]
    assert (problem["message"], problem["hint"]) == (
        "brige is not in the library",
        "did you mean bridge?",
    )


def test_a_new_program_can_be_shown(library: Path, handouts: Command) -> None:
    ended = handouts("new", "program", "my-hips", "--data", str(library))
    assert ended.out == f"{library}/programs/my-hips.yaml\n"
    shown = handouts("show", "my-hips", "--data", str(library), "--json")
    assert shown.code == 0
    assert shown.json["total"]["sessions"] == 11
    assert handouts("check", "my-hips", "--data", str(library), "--strict").code == 0
