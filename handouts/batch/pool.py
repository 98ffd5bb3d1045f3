"""Jobs over several processes, each with a press that it prepares once."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache

from handouts.batch.collector import without_collector
from handouts.batch.job import Job, Outcome
from handouts.batch.press import Press
from handouts.batch.run import Interrupted, Report, Work, attempt, bug
from handouts.batch.settings import Settings

Chunk = Sequence[Job]

LONGEST_CHUNK = 16
_CHUNKS_A_PROCESS = 4
"""At least so many, so that no process waits long for the last one."""

_START = "fork" if sys.platform == "linux" else "spawn"
"""A fork starts with everything imported. Elsewhere than on Linux it is missing or unsafe."""


def run_in_pool(
    jobs: Sequence[Job], settings: Settings, work: Work, processes: int, report: Report
) -> list[Outcome]:
    """As ``run``, in ``processes`` processes."""
    chunks = in_chunks(jobs, processes)
    context = multiprocessing.get_context(_START)
    with ProcessPoolExecutor(processes, context, _leave_interrupts_to_the_parent) as pool:
        futures = [pool.submit(_run_chunk, settings, work, chunk) for chunk in chunks]
        outcomes: list[Outcome] = []
        try:
            for future, chunk in zip(futures, chunks, strict=True):
                for outcome in _result(future, chunk):
                    outcomes.append(outcome)
                    report(outcome)
        except KeyboardInterrupt:
            pool.shutdown(cancel_futures=True)
            raise Interrupted(_finished(futures, chunks)) from None
    return outcomes


def in_chunks(jobs: Sequence[Job], processes: int) -> list[Chunk]:
    """Cut jobs into as many chunks as keep the processes busy to the end."""
    length = len(jobs) // (processes * _CHUNKS_A_PROCESS)
    length = max(1, min(length, LONGEST_CHUNK))
    return [jobs[start : start + length] for start in range(0, len(jobs), length)]


def _leave_interrupts_to_the_parent() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@lru_cache(maxsize=1)
def _press(settings: Settings) -> Press:
    return Press(settings)


def _run_chunk(settings: Settings, work: Work, chunk: Chunk) -> list[Outcome]:
    press = _press(settings)
    return [attempt(work, press, job) for job in without_collector(chunk)]


def _result(future: Future[list[Outcome]], chunk: Chunk) -> list[Outcome]:
    try:
        return future.result()
    except BrokenProcessPool:
        lost = "its process was ended from outside (out of memory?)"
        return [Outcome(job, (bug(job, lost),)) for job in chunk]


def _finished(futures: Sequence[Future[list[Outcome]]], chunks: Sequence[Chunk]) -> list[Outcome]:
    return [
        outcome
        for future, chunk in zip(futures, chunks, strict=True)
        if not future.cancelled()
        for outcome in _result(future, chunk)
    ]
