"""Files to models: an item or a brand, with all that is wrong with its file."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from handouts.model import brand, exercise, ladder, program
from handouts.model.brand import BRAND, Brand
from handouts.model.exercise import EXERCISE, Exercise
from handouts.model.ladder import LADDER, Ladder
from handouts.model.picture import Home
from handouts.model.program import Program
from handouts.source import yaml
from handouts.source.problem import Problem, Severity
from handouts.source.shape import Shape

T = TypeVar("T")

MOST_PROBLEMS = 100

_LEFT_OUT = frozenset({"missing-key", "empty-key", "empty-file"})


def read_exercise(path: Path, file: str, root: Path) -> tuple[Exercise | None, list[Problem]]:
    """The exercise at ``path``, none when its file has an error.

    ``file`` is the path as people are shown it; pictures must lie within ``root``.
    """
    value, problems = _read(path, file, EXERCISE, "an exercise")
    if value is not None:
        home = Home(path.parent, root)
        value = exercise.located(value, path.stem, file, home, problems)
    return _unless_wrong(value, problems)


def read_program(path: Path, file: str, root: Path) -> tuple[Program | None, list[Problem]]:
    """The program at ``path``, none when its file has an error.

    Whether the exercises exist that it names, only a library can tell.
    """
    from handouts.model.program_file import PROGRAM  # most runs are cards alone

    value, problems = _read(path, file, PROGRAM, "a program")
    if value is not None:
        value = program.located(value, path.stem, file)
    return _unless_wrong(value, problems)


def read_ladder(path: Path, file: str, root: Path) -> tuple[Ladder | None, list[Problem]]:
    """The ladder at ``path``, none when its file has an error.

    Whether the exercises exist that it names, only a library can tell.
    """
    value, problems = _read(path, file, LADDER, "a ladder")
    if value is not None:
        value = ladder.located(value, path.stem, file)
    return _unless_wrong(value, problems)


def read_brand(path: Path, file: str) -> tuple[Brand | None, list[Problem]]:
    """The brand at ``path``, none when its file has an error; its logo lies in the same folder."""
    value, problems = _read(path, file, BRAND, "a brand")
    if value is not None:
        value = brand.located(value, file, Home(path.parent, path.parent), problems)
    return _unless_wrong(value, problems)


def _read(path: Path, file: str, shape: Shape[T], name: str) -> tuple[T | None, list[Problem]]:
    node, problems = yaml.read(path, file)
    if node is None:
        return None, problems
    found: list[Problem] = []
    value = shape.read(node, found, name)
    if _has_error(problems):  # what seems to be missing may stand where YAML could not be read
        found = [problem for problem in found if problem.code not in _LEFT_OUT]
    return value, problems + found


def _unless_wrong(value: T | None, problems: list[Problem]) -> tuple[T | None, list[Problem]]:
    return (None if _has_error(problems) else value), _the_first(problems)


def _has_error(problems: list[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _the_first(problems: list[Problem]) -> list[Problem]:
    """So many problems as a person will read; one more says how many are left."""
    left = len(problems) - MOST_PROBLEMS
    if left <= 0:
        return problems
    place = problems[MOST_PROBLEMS].place
    rest = Problem("more-problems", f"{left} more problems in this file", place)
    return [*problems[:MOST_PROBLEMS], rest]
