from __future__ import annotations

import os
from pathlib import Path

import pytest

from handouts.batch import pool, run
from handouts.batch.job import Handout, Job, Outcome
from handouts.batch.pool import run_in_pool
from handouts.batch.press import Press
from handouts.batch.settings import Settings
from handouts.model.library import Library


def _jobs(settings: Settings, out: Path) -> list[Job]:
    entries = Library(settings.data).entries
    return [Job(out / f"{each.name}.pdf", (Handout(each, "card", "card"),)) for each in entries]


def _die_at_c(press: Press, job: Job) -> Outcome:
    if job.handouts[0].entry.name == "c":
        os._exit(1)
    return press.check(job)


def _fail_at_c(press: Press, job: Job) -> Outcome:
    if job.handouts[0].entry.name == "c":
        raise ZeroDivisionError
    return press.check(job)


def _ignore(outcome: Outcome) -> None:
    pass


def test_outcomes_come_in_the_order_of_the_jobs(settings: Settings, tmp_path: Path) -> None:
    jobs = _jobs(settings, tmp_path)
    told: list[Outcome] = []
    outcomes = run_in_pool(jobs, settings, Press.print, 2, told.append)
    assert [outcome.job for outcome in outcomes] == jobs
    assert told == outcomes
    assert all(outcome.written for outcome in outcomes)
    assert all(job.file.is_file() for job in jobs)


def test_a_pool_gives_what_one_process_gives(settings: Settings, tmp_path: Path) -> None:
    jobs = _jobs(settings, tmp_path)
    here = run.run(jobs, Press(settings), Press.check, 1, _ignore)
    assert run_in_pool(jobs, settings, Press.check, 2, _ignore) == here


def test_a_fault_of_ours_keeps_nothing_else_from_being_done(
    settings: Settings, tmp_path: Path
) -> None:
    outcomes = run_in_pool(_jobs(settings, tmp_path), settings, _fail_at_c, 2, _ignore)
    faulty = [outcome for outcome in outcomes if outcome.problems]
    assert [outcome.job.handouts[0].entry.name for outcome in faulty] == ["c"]
    assert faulty[0].problems[0].code == "bug"
    assert "ZeroDivisionError" in (faulty[0].trace or "")


def test_a_process_that_is_killed_is_told_and_nothing_hangs(
    settings: Settings, tmp_path: Path
) -> None:
    jobs = _jobs(settings, tmp_path)
    outcomes = run_in_pool(jobs, settings, _die_at_c, 2, _ignore)
    assert [outcome.job for outcome in outcomes] == jobs
    lost = {outcome.job.handouts[0].entry.name for outcome in outcomes if outcome.problems}
    assert "c" in lost


def test_an_interruption_keeps_count_of_what_was_finished(
    settings: Settings, tmp_path: Path
) -> None:
    def interrupt(outcome: Outcome) -> None:
        raise KeyboardInterrupt

    jobs = _jobs(settings, tmp_path)
    with pytest.raises(run.Interrupted) as caught:
        run_in_pool(jobs, settings, Press.print, 2, interrupt)
    written = {outcome.job.file for outcome in caught.value.outcomes}
    assert jobs[0].file in written
    assert written == {job.file for job in jobs if job.file.exists()}


@pytest.mark.parametrize("number", [1, 7, 24, 100, 1000])
def test_chunks_hold_every_job_once_in_order(settings: Settings, number: int) -> None:
    jobs = [Job(Path(f"{each}.pdf"), ()) for each in range(number)]
    chunks = pool.in_chunks(jobs, 2)
    assert [job for chunk in chunks for job in chunk] == jobs
    assert min(number, 8) <= len(chunks)
    assert max(map(len, chunks)) <= pool.LONGEST_CHUNK
