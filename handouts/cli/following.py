"""What follows from other problems: of those that a run tells, one line says what follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from handouts.source.problem import Problem, Severity
from handouts.source.report import in_order


def told_once(problems: Iterable[Problem]) -> list[Problem]:
    """Problems without what follows from an error in a file that is told itself, but for the first
    of these, which says in how many files it is so.
    """
    found = in_order(problems)
    wrong = {each.place.file for each in found if each.place and each.severity is Severity.ERROR}
    following: dict[str, list[Problem]] = {}
    for problem in found:
        if problem.cause in wrong:
            following.setdefault(problem.cause, []).append(problem)
    folded = {each[0]: _folded(cause, each) for cause, each in following.items()}
    rest = {problem for each in following.values() for problem in each[1:]}
    return [folded.get(problem, problem) for problem in found if problem not in rest]


def _folded(cause: str, found: Sequence[Problem]) -> Problem:
    """One problem for several of one cause."""
    first = found[0]
    others = len({each.place.file for each in found if each.place}) - 1
    more = f"; so it is in {others} more file{'s' if others > 1 else ''}" if others else ""
    hint = f"mend {cause} first, and check again: what depends on it waits for that"
    return replace(first, message=f"{first.message}{more}", hint=hint)
