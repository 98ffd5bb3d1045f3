"""Hints for what people write: each says what to write in its place, and that can be read."""

from __future__ import annotations

from pathlib import Path

import pytest
from copies import GRAMMARS

from handouts.model.clients import read_clients
from handouts.source.problem import Problem
from handouts.source.yaml import parse

EXERCISE = "exercise: Squat\nexecution: [Sit down.]\n"
PROGRAM = "program: Legs\nweeks: 4\n"
WORK = "    work: [{do: Squat, reps: 8}]\n"


def _problems(text: str) -> list[Problem]:
    """What is wrong with an item's text."""
    node, problems = parse(text.encode(), "test.yaml")
    assert node is not None
    GRAMMARS[text.partition(":")[0]].read(node, problems)
    return problems


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("goals: {strength: 3 x 8}", "write {sets: 3, reps: 8}"),
        ("goals: {strength: 3-4×8-10 slowly}", 'write {sets: 3-4, reps: 8-10, note: "slowly"}'),
        ("goals: {strength: often}", "write it as {sets: 3, reps: 8}"),
        ("goals: {strength: {reps: 8 each side}}", "write the number alone, and side: each"),
        ("goals: {strength: {reps: 8 per leg}}", "write the number alone, and side: each"),
        ("goals: {strength: {reps: 8 x}}", "write the number alone"),
        ("lang: Spanish", "write es"),
        ("lang: klingon!", "write en, de or pt-BR"),
    ],
)
def test_a_slip_in_an_exercise_is_answered_with_what_to_write(line: str, hint: str) -> None:
    [problem] = _problems(f"{EXERCISE}{line}\n")
    assert problem.hint == hint


def test_where_keys_are_wanted_they_are_named() -> None:
    [problem] = _problems(f"{EXERCISE}muscles: legs\n")
    assert problem.hint == "write key: value, one to a line; the keys are primary, secondary"


@pytest.mark.parametrize(
    ("per_week", "hint"),
    [("twice", "write 2"), ("3 times", "write 3"), ("three", "write 3"), ("often", None)],
)
def test_a_number_in_words_is_answered_with_the_number(per_week: str, hint: str | None) -> None:
    text = f"{PROGRAM}sessions:\n  - session: A\n    per_week: {per_week}\n{WORK}"
    [problem] = _problems(text)
    assert problem.hint == hint


def test_a_program_of_8_weeks_is_told_to_write_8() -> None:
    text = f"program: Legs\nweeks: 8 weeks\nsessions:\n  - session: A\n{WORK}"
    assert [problem.hint for problem in _problems(text)] == ["write 8"]


def test_a_list_in_the_encoding_of_a_spreadsheet_is_told_once(tmp_path: Path) -> None:
    file = tmp_path / "clients.csv"
    file.write_bytes("client\nJosé Núñez\nBjörn\n".encode("latin-1"))
    _, [problem] = read_clients(file, "clients.csv")
    assert problem.message == "byte 0xE9 is not UTF-8, nor are 3 more"
    assert problem.place and (problem.place.line, problem.place.column) == (2, 4)


@pytest.mark.parametrize("path", ["C:\\photos\\x.jpg", "~/Pictures/x.jpg", "//server/photos/x.jpg"])
def test_a_picture_elsewhere_on_a_disk_is_answered_with_a_path_that_works(path: str) -> None:
    [problem] = _problems(f"{EXERCISE}picture: {path}\n")
    assert problem.hint == "put it beside this file, say in photos, and write photos/x.jpg"
