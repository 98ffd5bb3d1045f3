"""Problems: what is wrong with somebody's input, where it stands, and what to do about it.

A problem is a value. Rooms collect problems and go on; only the command prints them.
Our own bugs are not problems: they raise.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from handouts.dataclass import dataclass


class Severity(StrEnum):
    """How bad a problem is: an error keeps a handout from being written, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in a file: line and column count from 1, length in characters.

    A PDF has no lines: there ``page`` counts from 1, and is 0 for the file as a whole.
    """

    file: str
    line: int = 1
    column: int = 1
    length: int = 1
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the input, in the words of the person who wrote it.

    ``code`` is a stable kebab-case name (``dose-range``); ``place`` is ``None`` when no file
    can be named, such as a name on the command line that the library does not have. ``key`` is
    the one that is missing there, or that was most likely meant by the one that stands there.
    ``cause`` is the file with the error that it comes of, where that is another one.
    """

    code: str
    message: str
    place: Place | None = None
    hint: str | None = None
    severity: Severity = Severity.ERROR
    key: str | None = None
    cause: str | None = None


def has_error(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems is an error."""
    return any(problem.severity is Severity.ERROR for problem in problems)
