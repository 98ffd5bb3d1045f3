"""Allowances: what a file says is meant so, with the reason, is not warned of in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from handouts.model.kind import Item
from handouts.model.library import Entry, Library
from handouts.source.problem import Problem, Severity

FILES_KEPT = 1024


class Allowances:
    """What the files of a library allow."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._codes = lru_cache(FILES_KEPT)(self._of_file)

    def without_allowed(self, problems: Iterable[Problem]) -> list[Problem]:
        """Leave out the warnings that the files in which they stand allow; an error stays."""
        return [problem for problem in problems if not self._is_allowed(problem)]

    def _is_allowed(self, problem: Problem) -> bool:
        if problem.severity is not Severity.WARNING or problem.place is None:
            return False
        return problem.code in self._codes(problem.place.file)

    def _of_file(self, file: str) -> frozenset[str]:
        entry = self._library.find(file)
        item = self._library.read(entry)[0] if isinstance(entry, Entry) else None
        return codes(item) if item else frozenset()


def codes(item: Item) -> frozenset[str]:
    """The codes that an item allows."""
    return frozenset(code for code, _ in item.allow)
