"""What no file may have too much of, each with a problem that says how much is the most."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.model.library import Library
from handouts.model.program.soundness import MOST_TASKS
from handouts.source.problem import Problem

EXERCISE = "exercise: Much\nexecution: {execution}\n{more}"


def problems(folder: Path, kind: str, source: str) -> list[Problem]:
    path = folder / kind / "much.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(source, "utf-8")
    library = Library([folder])
    (entry,) = library.entries
    return list(library.read(entry)[1])


@pytest.mark.parametrize(
    ("source", "what"),
    [
        (EXERCISE.format(execution=["a"] * 501, more=""), "501 items, 500 are the most"),
        (EXERCISE.format(execution=["a " * 1100], more=""), "are the most"),
        (
            EXERCISE.format(execution="[a]", more=f"picture: {['a.png'] * 25}"),
            "25 items, 24 are the most",
        ),
        (EXERCISE.format(execution="[a]", more="goals: {a: {sets: 1e9}}"), "sets"),
        (EXERCISE.format(execution="[a]", more=f"summary: {'a ' * 5000}"), "are the most"),
    ],
)
def test_too_much_in_a_file_is_one_problem(source: str, what: str, tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "exercises", source)
    assert what in problem.message


PROGRAM = """\
program: Much
weeks: {weeks}
sessions:
  - session: One
    per_week: 1
    {of}work: [{tasks}]
"""


def too_long(folder: Path, weeks: int, tasks: int, of: str = "") -> list[str]:
    listed = ", ".join(["{do: Walk, sets: 1, reps: 1}"] * tasks)
    source = PROGRAM.format(weeks=weeks, tasks=listed, of=of)
    found = problems(folder, "programs", source)
    return [problem.message for problem in found if problem.code == "too-long"]


def test_what_a_program_asks_for_is_bounded_over_all_its_weeks(tmp_path: Path) -> None:
    assert too_long(tmp_path, 500, MOST_TASKS // 500) == []
    assert too_long(tmp_path, 500, MOST_TASKS // 500 + 1)[0].startswith("all weeks together")
    assert too_long(tmp_path, 500, 100, "weeks: 1-100\n    ") == []


def test_a_folder_of_too_many_files_is_one_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.model.library.MOST_FILES", 2)
    shelf = tmp_path / "exercises"
    shelf.mkdir()
    for name in ("a.yaml", "b.yaml", "photo.jpg", ".c.yaml"):
        (shelf / name).touch()
    assert not Library([tmp_path]).problems
    (shelf / "d.yaml").touch()
    library = Library([tmp_path])
    assert [problem.code for problem in library.problems] == ["too-large"]
    assert library.entries == ()
