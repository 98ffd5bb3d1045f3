"""Files to models: an item or a brand as far as it can be read, and all that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from handouts.model import brand, exercise, ladder
from handouts.model.brand import BRAND, Brand
from handouts.model.exercise import EXERCISE, TITLE, Exercise
from handouts.model.grammar import Grammar, Reading
from handouts.model.ladder import LADDER, Ladder
from handouts.model.picture import Home
from handouts.model.program import program
from handouts.model.program.program import Program
from handouts.source import yaml
from handouts.source.disk import read_bytes
from handouts.source.mending import Remains
from handouts.source.node import Mapping
from handouts.source.problem import Problem

if TYPE_CHECKING:  # most runs are in one language
    from handouts.model.translation import Translation

T = TypeVar("T")

_TITLE = re.compile(rb"^(?:\xef\xbb\xbf)?exercise:[ \t].*(?:\n[ \t]+.*)*", re.MULTILINE)
"""The name of an exercise as nearly all files write it, with the lines on which it goes on."""


_WEEKS = re.compile(rb"^weeks:[ \t]*[0-9]", re.MULTILINE)
"""The weeks of a program as nearly all files write them."""


def read_exercise(path: Path, file: str, bounds: tuple[Path, ...]) -> Reading[Exercise]:
    """The exercise at ``path``.

    ``file`` is the path as people are shown it; pictures must lie within ``bounds``.
    """
    reading = _read(path, file, EXERCISE, "an exercise")
    if reading.value is None:
        return reading
    found: list[Problem] = []
    home = Home(path.parent, bounds)
    value = exercise.located(reading.value, path.stem, file, home, found)
    return replace(reading, value=value).and_found(found)


def read_title(path: Path, file: str) -> str | None:
    """What the exercise at ``path`` is called, without reading the rest of its file.

    None where it takes more than that: the file cannot be read, or writes its name in a way of
    its own.
    """
    data = read_bytes(path, file)
    written = None if isinstance(data, Problem) else _TITLE.search(data)
    node, problems = yaml.parse(written[0], file) if written else (None, [])
    title = node.get("exercise") if isinstance(node, Mapping) else None
    value = TITLE.read(title, problems, "exercise") if title else None
    return None if problems else value


def read_program(path: Path, file: str, bounds: tuple[Path, ...]) -> Reading[Program]:
    """The program at ``path``.

    Whether the exercises exist that it names, only a library can tell.
    """
    from handouts.model.program.file import PROGRAM  # most runs are cards alone

    reading = _read(path, file, PROGRAM, "a program")
    if reading.value is None:
        return reading
    return replace(reading, value=program.located(reading.value, path.stem, file))


def has_weeks(path: Path, file: str) -> bool:
    """Whether the program at ``path`` has weeks, without reading the rest of what it says.

    One whose file cannot be read is taken to have them.
    """
    data = read_bytes(path, file)
    if isinstance(data, Problem) or _WEEKS.search(data):
        return True
    node, _ = yaml.parse(data, file)
    return not isinstance(node, Mapping) or node.get("weeks") is not None


def read_ladder(path: Path, file: str, bounds: tuple[Path, ...]) -> Reading[Ladder]:
    """The ladder at ``path``.

    Whether the exercises exist that it names, only a library can tell.
    """
    reading = _read(path, file, LADDER, "a ladder")
    if reading.value is None:
        return reading
    return replace(reading, value=ladder.located(reading.value, path.stem, file))


def read_translation(path: Path, file: str, kind: str) -> Reading[Translation]:
    """The translation at ``path`` of an item of a kind."""
    from handouts.model.translation_file import GRAMMARS

    return _read(path, file, GRAMMARS[kind], "a translation")


def read_brand(
    path: Path, file: str, allowed: Sequence[Path] = ()
) -> tuple[Brand | None, list[Problem]]:
    """The brand at ``path``, none when its file has an error.

    Its logo and its fonts lie in the same folder, or in those that are ``allowed``.
    """
    reading = _read(path, file, BRAND, "a brand")
    if reading.value is not None:
        found: list[Problem] = []
        value = brand.located(
            reading.value, file, Home(path.parent, (path.parent, *allowed)), found
        )
        reading = replace(reading, value=value).and_found(found)
    return reading.sound, list(reading.told)


def _read(path: Path, file: str, grammar: Grammar[T], name: str) -> Reading[T]:
    node, problems = yaml.read(path, file)
    if node is None:
        return Reading(None, tuple(problems), Remains(None))
    return grammar.reading(node, problems, name)
