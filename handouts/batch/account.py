"""Accounts: what is to be said of a job, put together handout by handout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handouts.batch.job import Handout, Job, Outcome
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
        self._left_out_of: dict[str, tuple[str, ...]] = {}

    def add(self, handout: Handout, result: Typeset, problems: Iterable[Problem]) -> None:
        """Take a handout into account. In a pack each stands on sheets of its own."""
        self.problems += problems
        of_items = result.left_out_of
        pages = result.length
        if len(self._job.handouts) > 1:
            of_items = of_items or {_name(handout): result.left_out}
            pages = on_sheets(pages)
        self.pages += pages
        if result.type_size:
            self._type_sizes.append(result.type_size)
        self._left_out.update(dict.fromkeys(result.left_out))
        for name, left_out in of_items.items():
            before = self._left_out_of.get(name, ())
            self._left_out_of[name] = tuple(dict.fromkeys((*before, *left_out)))

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
            left_out_of={name: each for name, each in self._left_out_of.items() if each},
            grade=grade,
        )


def _name(handout: Handout) -> str:
    """What a handout is called among others: by its item, or by what gathers several."""
    return handout.entries[0].name if len(handout.entries) == 1 else handout.layout
