"""Accounts: what is to be said of a job, put together handout by handout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handouts.batch.job import Job, Outcome
from handouts.source.problem import Problem, Severity
from handouts.typeset.packing import on_sheets
from handouts.typeset.typeset import Typeset


class Account:
    """The account of one job. ``pages`` are those of its file so far."""

    def __init__(self, job: Job) -> None:
        self.pages = 0
        self.problems: list[Problem] = []
        self._job = job
        self._type_sizes: list[float] = []
        self._left_out: dict[str, None] = {}

    def add(self, result: Typeset, problems: Iterable[Problem]) -> None:
        """Take a handout into account. In a pack each stands on sheets of its own."""
        self.problems += problems
        if result.pages:
            pages = len(result.pages.pages)
            self.pages += on_sheets(pages) if len(self._job.handouts) > 1 else pages
        if result.type_size:
            self._type_sizes.append(result.type_size)
        self._left_out.update(dict.fromkeys(result.left_out))

    @property
    def has_error(self) -> bool:
        """Whether something keeps the file from being written."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def outcome(
        self, found: Sequence[Problem] = (), *, written: bool = False, grade: float | None = None
    ) -> Outcome:
        """Say what became of the job, ``found`` among its problems."""
        return Outcome(
            self._job,
            (*self.problems, *found),
            written=written,
            pages=self.pages,
            type_size=min(self._type_sizes, default=0.0),
            left_out=tuple(self._left_out),
            grade=grade,
        )
