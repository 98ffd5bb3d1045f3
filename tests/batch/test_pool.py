from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from handouts import resources
from handouts.batch import pool, run
from handouts.batch.job import Handout, Job, Outcome
from handouts.batch.pool import run_in_pool
from handouts.batch.press import Press
from handouts.batch.settings import Settings
from handouts.model.library import Library


def _jobs(settings: Settings, out: Path) -> list[Job]:
    entries = Library(settings.data).entries
    return [Job(out / f"{each.name}.pdf", (Handout((each,), "card", "card"),)) for each in entries]


def _die_at_c(press: Press, job: Job) -> Outcome:
    if job.file.stem == "c":
        os._exit(1)
    return press.check(job)


def _fail_at_c(press: Press, job: Job) -> Outcome:
    if job.file.stem == "c":
        raise ZeroDivisionError
    return press.check(job)


def _ignore(outcome: Outcome) -> None:
    pass


def test_outcomes_come_in_the_order_of_the_jobs(settings: Settings, tmp_path: Path) -> None:
    jobs = _jobs(settings, tmp_path)
    told: list[Outcome] = []
    outcomes = run_in_pool(jobs, Press(settings), Press.print, told.append, 2)
    assert [outcome.job for outcome in outcomes] == jobs
    assert told == outcomes
    assert all(outcome.written for outcome in outcomes)
    assert all(job.file.is_file() for job in jobs)


def test_a_pool_gives_what_one_process_gives(settings: Settings, tmp_path: Path) -> None:
    jobs = _jobs(settings, tmp_path)
    here = run.run(jobs, Press(settings), Press.check, _ignore, 1)
    assert run_in_pool(jobs, Press(settings), Press.check, _ignore, 2) == here


def test_a_fault_of_ours_keeps_nothing_else_from_being_done(
    settings: Settings, tmp_path: Path
) -> None:
    outcomes = run_in_pool(_jobs(settings, tmp_path), Press(settings), _fail_at_c, _ignore, 2)
    faulty = [outcome for outcome in outcomes if outcome.trace]
    assert [outcome.job.file.stem for outcome in faulty] == ["c"]
    assert faulty[0].problems[0].code == "bug"
    assert "ZeroDivisionError" in (faulty[0].trace or "")


def test_a_process_that_is_killed_is_told_and_nothing_hangs(
    settings: Settings, tmp_path: Path
) -> None:
    jobs = _jobs(settings, tmp_path)
    outcomes = run_in_pool(jobs, Press(settings), _die_at_c, _ignore, 2)
    assert [outcome.job for outcome in outcomes] == jobs
    lost = {outcome.job.file.stem for outcome in outcomes if outcome.problems}
    assert "c" in lost


def test_an_interruption_keeps_count_of_what_was_finished(
    settings: Settings, tmp_path: Path
) -> None:
    def interrupt(outcome: Outcome) -> None:
        raise KeyboardInterrupt

    jobs = _jobs(settings, tmp_path)
    with pytest.raises(run.Interrupted) as caught:
        run_in_pool(jobs, Press(settings), Press.print, interrupt, 2)
    written = {outcome.job.file for outcome in caught.value.outcomes}
    assert jobs[0].file in written
    assert written == {job.file for job in jobs if job.file.exists()}


@pytest.mark.parametrize("number", [1, 7, 24, 100, 1000])
def test_chunks_hold_every_job_once_in_order(number: int) -> None:
    jobs = [Job(Path(f"{each}.pdf"), ()) for each in range(number)]
    chunks = pool.in_chunks(jobs, 2)
    assert [job for chunk in chunks for job in chunk] == jobs
    assert min(number, 8) <= len(chunks)
    assert max(map(len, chunks)) <= pool.LONGEST_CHUNK


_PARENT = """
import sys, time
from handouts.batch import pool
from handouts.batch.job import Handout, Job, Outcome
from pathlib import Path

def sleep(press, job):
    Path(job.file).write_text(str(pool.os.getpid()))
    time.sleep(600)

class Press:
    settings = None

pool.run_in_pool([Job(Path(name), ()) for name in sys.argv[1:]], Press(), sleep, print, 2)
"""


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="asks Linux which processes there are")
def test_no_process_outlives_a_parent_that_is_killed(tmp_path: Path) -> None:
    files = [tmp_path / "one", tmp_path / "two"]
    words = [sys.executable, "-c", _PARENT, *map(str, files)]
    with subprocess.Popen(words, env={**os.environ, "PYTHONPATH": str(resources.root())}) as parent:
        _wait_until(lambda: all(file.is_file() and file.read_text() for file in files))
        workers = [int(file.read_text()) for file in files]
        assert all(map(_is_alive, workers))
        parent.kill()
    _wait_until(lambda: not any(map(_is_alive, workers)))


def _is_alive(process: int) -> bool:
    """Whether a process is there and has not ended, waiting for somebody to ask how."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def _wait_until(is_so: Callable[[], bool]) -> None:
    for _ in range(1000):
        if is_so():
            return
        time.sleep(0.02)
    pytest.fail("it never came to that")


def test_where_processes_cannot_be_forked_each_makes_a_press_of_its_own(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_START", "spawn")
    jobs = _jobs(settings, tmp_path)
    outcomes = run_in_pool(jobs, Press(settings), Press.print, _ignore, 2)
    assert [outcome.written for outcome in outcomes] == [True] * len(jobs)
