"""Starter files: read as they are, with every key, and without their comments too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from handouts.model import brand, exercise
from handouts.model.kind import KINDS as ITEMS
from handouts.model.program import file as program_file
from handouts.model.read import read_brand
from handouts.model.starter import KINDS, starter, with_exercises


def problems_of(kind: str, source: str, folder: Path) -> list[str]:
    path = folder / "starter.yaml"
    path.write_text(source, "utf-8")
    readers = {item.word: item.read for item in ITEMS}
    if kind == "brand":
        return [problem.message for problem in read_brand(path, path.name)[1]]
    return [problem.message for problem in readers[kind](path, path.name, (folder,)).told]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["glute-bridge", "O'Brien: 100% #1", "*", "null", "Übung", "-"])
def test_a_starter_reads_without_a_problem(kind: str, name: str, tmp_path: Path) -> None:
    assert problems_of(kind, starter(kind, name), tmp_path) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_keys_in_comments_read_too(kind: str, tmp_path: Path) -> None:
    for file in ("photos/start.jpg", "logo.png", "fonts/NotoSansSC.ttf"):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_bytes(b"")
    source = re.sub(r"^# ((?:[a-z_]+:|  ).*)$", r"\1", starter(kind, "glute-bridge"), flags=re.M)
    source = source.replace("yaml-language-server", "# yaml-language-server")
    assert problems_of(kind, source, tmp_path) == []
    assert source.count("\n# ") >= 8


def test_a_starter_shows_every_key_that_has_an_example() -> None:
    for kind, fields in (
        ("exercise", exercise.FIELDS),
        ("program", program_file.FIELDS),
        ("brand", brand.FIELDS),
    ):
        shown = set(re.findall(r"^(?:# )?([a-z_]+):", starter(kind, "x"), flags=re.M))
        assert shown >= {field.key for field in fields if field.example}


def test_a_starter_names_its_schema_first() -> None:
    first = starter("exercise", "x").split("\n")[0]
    assert first == "# yaml-language-server: $schema=../schemas/exercise.schema.json"


def test_the_name_of_a_file_becomes_a_title() -> None:
    assert "exercise: 'Glute Bridge'" in starter("exercise", "glute-bridge")


@pytest.mark.parametrize(
    ("there_are", "rungs"),
    [
        (["push-up", "a", "b", "c"], ["a", "b", "push-up"]),
        (["a"], ["a", "a", "a"]),
        ([], ["wall-push-up", "incline-push-up", "push-up"]),
    ],
)
def test_a_ladder_begins_with_exercises_that_there_are(
    there_are: list[str], rungs: list[str]
) -> None:
    ladder = with_exercises(starter("ladder", "x"), there_are)
    assert re.findall(r"- exercise: (\S+)", ladder) == rungs
