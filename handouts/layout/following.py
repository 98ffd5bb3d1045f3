"""Problems that come of other ones, which are told already."""

from __future__ import annotations

from collections.abc import Sequence

from handouts.source.problem import Problem, has_error

_FOLLOWING = frozenset({"protected", "type-floor", "unknown-parameter"})
"""Codes of what is wrong where a block, style or parameter is missing that could not be read."""


def without_what_follows(problems: Sequence[Problem], read: Sequence[Problem]) -> list[Problem]:
    """Give problems without those that come of another one, which is told already.

    They are those of a value that is told to be of another kind, and those that may be there
    because something else could not be ``read``.
    """
    told = {problem.place for problem in problems if problem.code == "token-kind"}
    unread = has_error(each for each in read if each.code not in _FOLLOWING)
    return [
        each
        for each in problems
        if (each.code == "token-kind" or each.place not in told)
        and not (unread and each.code in _FOLLOWING and not _is_said(each))
    ]


def _is_said(problem: Problem) -> bool:
    """Whether a size under its floor was written, and is not what is left without another one."""
    return problem.code == "type-floor" and problem.place is not None
