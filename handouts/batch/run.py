"""Runs jobs, in this process or in several. What comes out depends on the jobs alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handouts.batch.collector import without_collector
from handouts.batch.job import Job, Outcome
from handouts.batch.press import Press
from handouts.source.problem import Problem

Work = Callable[[Press, Job], Outcome]
"""``Press.print`` or ``Press.check``: named in a module, so that another process can be told."""

Report = Callable[[Outcome], None]

WORTH_A_POOL = 24
"""Jobs from which several processes finish earlier: each must first warm up."""


class Interrupted(Exception):
    """Somebody pressed Ctrl-C. ``outcomes`` are the jobs that were finished by then."""

    def __init__(self, outcomes: list[Outcome]) -> None:
        super().__init__(f"interrupted after {len(outcomes)} jobs")
        self.outcomes = outcomes


def run(
    jobs: Sequence[Job], press: Press, work: Work, report: Report, processes: int
) -> list[Outcome]:
    """Do ``work`` for every job and tell ``report`` of each outcome, in the order of ``jobs``.

    Several processes each have a press like ``press``. Raises ``Interrupted``.
    """
    if processes == 1 or len(jobs) < WORTH_A_POOL:
        return _run_here(jobs, press, work, report)
    from handouts.batch.pool import run_in_pool

    return run_in_pool(jobs, press, work, report, processes)


def attempt(work: Work, press: Press, job: Job) -> Outcome:
    """Do one job. A fault of ours becomes a problem of its own: the other jobs are still done."""
    try:
        return work(press, job)
    except Exception as error:
        import traceback

        return Outcome(job, (bug(job, repr(error)),), trace=traceback.format_exc())


def bug(job: Job, what: str) -> Problem:
    """The problem that owns up to a fault of ours."""
    return Problem(
        "bug",
        f"handouts failed at {job.file.as_posix()}: {what}",
        hint="this is a fault of the program, not of your files: please report it",
    )


def _run_here(jobs: Sequence[Job], press: Press, work: Work, report: Report) -> list[Outcome]:
    outcomes: list[Outcome] = []
    try:
        for job in without_collector(jobs):
            outcomes.append(attempt(work, press, job))
            report(outcomes[-1])
    except KeyboardInterrupt:
        raise Interrupted(outcomes) from None
    return outcomes
