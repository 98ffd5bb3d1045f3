"""How a run was called, so that a command in a hint can be pasted and finds the same library."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from dataclasses import replace

from handouts.cli.options import LibraryOptions
from handouts.cli.program import program
from handouts.source.problem import Problem

_COMMAND = re.compile(r"\bhandouts (build|check|figure|list|new|show)\b")
"""A command of ours in a hint, as the rooms write it that know nothing of command lines."""


def command(name: str, options: LibraryOptions) -> str:
    """A command that works on the library of this run: ``handouts check --data mine``."""
    words = [program(), name]
    for option, folders in (("--data", options.data), ("--allow", options.allow)):
        words += [word for folder in folders for word in (option, shlex.quote(str(folder)))]
    return " ".join(words)


def pasteable(problems: Iterable[Problem], options: LibraryOptions) -> list[Problem]:
    """Problems whose hints name commands as this run would have to call them."""
    return [_pasteable(problem, options) for problem in problems]


def _pasteable(problem: Problem, options: LibraryOptions) -> Problem:
    if problem.hint is None or not _COMMAND.search(problem.hint):
        return problem
    hint = _COMMAND.sub(lambda found: command(found[1], options), problem.hint)
    return replace(problem, hint=hint)
