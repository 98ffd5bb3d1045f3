"""How a run ends: the exit codes, and the failures that end it early."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import ClassVar

from handouts.source.problem import Problem, Severity


class Exit(IntEnum):
    """What the command returns to the shell.

    ``BUG`` (``EX_SOFTWARE`` of sysexits.h) is for faults of ours, so that nobody looks for them
    in their own files.
    """

    DONE = 0
    INPUT = 1
    COMMAND = 2
    DISK = 3
    BUG = 70
    INTERRUPTED = 130


class Failure(Exception):
    """Ends the run. ``problem`` says what happened and what to do about it."""

    exit: ClassVar[Exit]

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


class WrongCommand(Failure):
    """The words on the command line make no command."""

    exit = Exit.COMMAND

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(Problem("command-line", message, hint=hint))


class NotWritten(Failure):
    """A file could not be written."""

    exit = Exit.DISK


_BY_CODE = {"bug": Exit.BUG, "unwritable-file": Exit.DISK, "unreadable-file": Exit.DISK}
_GRAVEST_FIRST = (Exit.BUG, Exit.DISK, Exit.INPUT)


def exit_for(problems: Iterable[Problem]) -> Exit:
    """The code a run with these problems ends with: the gravest error decides."""
    codes = {
        _BY_CODE.get(problem.code, Exit.INPUT)
        for problem in problems
        if problem.severity is Severity.ERROR
    }
    return next((code for code in _GRAVEST_FIRST if code in codes), Exit.DONE)
