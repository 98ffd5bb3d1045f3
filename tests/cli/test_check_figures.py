"""``check`` looks at figures; ``build`` leaves that to it."""

from __future__ import annotations

from collections.abc import Callable, Container
from pathlib import Path
from typing import Any

import pytest

from handouts.figure.pose import Figure
from handouts.source.problem import Problem

Command = Callable[..., Any]

FIGURE = "figure:\n  frames:\n    - {stance: standing, hip: 170, lean: 0, foot: free}\n"


@pytest.fixture
def plank(library: Path) -> Path:
    """The plank of the library, with a hip that no hip can follow."""
    path = library / "exercises" / "plank.yaml"
    written = path.read_text(encoding="utf-8").replace("missing-picture: short, ", "")
    path.write_text(written + FIGURE, encoding="utf-8")
    return path


def test_check_warns_of_a_figure_that_looks_wrong(plank: Path, handouts: Command) -> None:
    ended = handouts("check", "--data", "data")
    assert ended.code == 0
    assert "plank.yaml:13:26: warning: hip: 170 is past its range of −30 to 135" in ended.out
    assert handouts("check", "--data", "data", "--strict").code == 1


def test_what_a_file_allows_is_not_said(plank: Path, handouts: Command) -> None:
    said = handouts("check", "--data", "data", "--json").json["problems"]
    codes = {problem["code"] for problem in said}
    assert "range-of-motion" in codes
    more = "".join(f"{code}: a dancer, " for code in codes)
    text = plank.read_text(encoding="utf-8").replace("allow: {", f"allow: {{{more}")
    plank.write_text(text, encoding="utf-8")
    assert handouts("check", "--data", "data", "--json").json["problems"] == []


def test_a_figure_is_looked_at_once_for_all_its_layouts(
    plank: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Figure] = []

    def look(figure: Figure, sound: Container[str]) -> list[Problem]:
        looked.append(figure)
        return []

    monkeypatch.setattr("handouts.batch.inspection.lint_figure", look)
    both = ("--layout", "card", "--layout", "handout")
    ended = handouts("check", "--data", "data", "--json", *both)
    assert [each["name"] for each in ended.json["checked"]].count("plank") == 2
    assert len(looked) == 1


def test_build_does_not_look_at_figures(plank: Path, handouts: Command) -> None:
    ended = handouts("plank", "--data", "data")
    assert (ended.code, ended.err) == (0, "")


def test_check_says_once_what_is_wrong_with_a_pose(plank: Path, handouts: Command) -> None:
    text = plank.read_text(encoding="utf-8").replace("hip: 170", "hipp: 170")
    plank.write_text(text, encoding="utf-8")
    ended = handouts("check", "--data", "data", "--json")
    assert ended.code == 1
    assert [problem["code"] for problem in ended.json["problems"]] == ["unknown-key"]


@pytest.mark.parametrize(
    ("code", "told", "message"),
    [
        ("missing-sumary", "unknown-code", "there is no check called missing-sumary"),
        ("jargon", "allowed-nothing", "nothing here needs jargon to be allowed"),
        ("dose-range", "allowed-nothing", "dose-range is an error, which nothing allows"),
    ],
)
def test_what_a_file_allows_in_vain_is_told(
    code: str, told: str, message: str, library: Path, handouts: Command
) -> None:
    path = library / "exercises" / "plank.yaml"
    text = path.read_text(encoding="utf-8").replace("allow: {", f"allow: {{{code}: why, ")
    path.write_text(text, encoding="utf-8")
    ended = handouts("check", "plank", "--data", "data", "--json")
    said = [(each["code"], each["message"], each["severity"]) for each in ended.json["problems"]]
    assert said == [(told, message, "warning")]


def test_an_error_is_told_whatever_a_file_allows(library: Path, handouts: Command) -> None:
    path = library / "exercises" / "plank.yaml"
    text = path.read_text(encoding="utf-8").replace("reps: 6-8", "reps: 8-6")
    path.write_text(text.replace("allow: {", "allow: {dose-range: meant, "), encoding="utf-8")
    ended = handouts("check", "plank", "--data", "data", "--json")
    assert ended.code == 1
    assert "dose-range" in {each["code"] for each in ended.json["problems"]}


def test_build_allows_what_a_file_allows_too(library: Path, handouts: Command) -> None:
    path = library / "exercises" / "plank.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "easier: crunch\n", encoding="utf-8")
    said = handouts("plank", "--data", "data", "--json").json["problems"]
    assert [each["code"] for each in said] == ["missing-link"]
    text = path.read_text(encoding="utf-8").replace("allow: {", "allow: {missing-link: later, ")
    path.write_text(text, encoding="utf-8")
    assert handouts("plank", "--data", "data", "--json").json["problems"] == []
