"""The kinds of things a library holds: the word, the folder, and how a file becomes a value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.model.exercise import Exercise
from handouts.model.grammar import Reading
from handouts.model.ladder import Ladder
from handouts.model.program.program import Program
from handouts.model.read import read_exercise, read_ladder, read_program

Item = Exercise | Program | Ladder
"""What a file of a library can hold."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of item. ``read`` takes the path, the path as shown, and the folders that
    what it names must lie in.
    """

    word: str
    folder: str
    read: Callable[[Path, str, tuple[Path, ...]], Reading[Item]]


HOME = "home"
"""What layouts are for that print programs without weeks, or exercises put together like one."""

KINDS = (
    Kind("exercise", "exercises", read_exercise),
    Kind("program", "programs", read_program),
    Kind("ladder", "ladders", read_ladder),
)
