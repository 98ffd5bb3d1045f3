"""Jobs over several processes, of this machine or of a cluster, each with a press of its own.

What runs the processes is an ``Executor`` as the standard library knows it, whoever made it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, wait
from contextlib import chdir
from dataclasses import replace
from multiprocessing.synchronize import Event
from pathlib import Path
from threading import Lock, Thread
from uuid import uuid4

from handouts.batch.collector import without_collector
from handouts.batch.job import Job, Outcome
from handouts.batch.press import Press
from handouts.batch.run import Interrupted, Report, Work, attempt, bug
from handouts.batch.settings import Settings
from handouts.dataclass import dataclass

Chunk = Sequence[Job]

LONGEST_CHUNK = 8
"""Jobs. For as long as one chunk takes, a process may be alone at the end."""
_CHUNKS_A_PROCESS = 4
"""At least so many, so that no process waits long for the last one."""

LOOK = 0.1
"""Seconds after which a process looks again whether it is still wanted."""

GRACE = 0.5
"""Seconds that a process has to finish its job when the run is stopped."""

_START = "fork" if sys.platform == "linux" else "spawn"
"""A fork starts with everything imported. Elsewhere than on Linux it is missing or unsafe."""


def run_in_pool(
    jobs: Sequence[Job], press: Press, work: Work, report: Report, processes: int
) -> list[Outcome]:
    """As ``run``, in ``processes`` processes of this machine."""
    context = multiprocessing.get_context(_START)
    stop = context.Event()
    inherited = press if _START == "fork" else None
    with ProcessPoolExecutor(processes, context, _begin, (inherited, stop)) as pool:
        return spread(jobs, press.settings, work, pool, processes, report, stop.set)


def spread(
    jobs: Sequence[Job],
    settings: Settings,
    work: Work,
    executor: Executor,
    processes: int,
    report: Report,
    stop: Callable[[], None],
) -> list[Outcome]:
    """As ``run``, wherever ``executor`` has its processes, of which there are so many.

    At Ctrl-C ``stop`` tells them that no further job is wanted.
    """
    run = Run(uuid4().hex, Path.cwd(), settings, work)
    chunks = in_chunks(jobs, processes)
    pending = deque((executor.submit(_run_chunk, run, chunk), chunk) for chunk in chunks)
    outcomes: list[Outcome] = []
    try:
        while pending:
            found = _outcomes(*pending[0])
            pending.popleft()  # a future keeps its result as long as it is kept
            outcomes += found
            for outcome in found:
                report(outcome)
    except KeyboardInterrupt:
        stop()
        wait([future for future, _ in pending if not future.cancel()])
        raise Interrupted([*outcomes, *_finished(pending)]) from None
    return outcomes


def in_chunks(jobs: Sequence[Job], processes: int) -> list[Chunk]:
    """Cut jobs into as many chunks as keep the processes busy to the end."""
    length = len(jobs) // (processes * _CHUNKS_A_PROCESS)
    length = max(1, min(length, LONGEST_CHUNK))
    return [jobs[start : start + length] for start in range(0, len(jobs), length)]


@dataclass(frozen=True, slots=True)
class Run:
    """What all chunks of a run have in common. ``folder`` is where its relative paths begin."""

    name: str
    folder: Path
    settings: Settings
    work: Work


class _Process:
    """What a process keeps from one chunk to the next, which nobody can hand to it.

    A press is that of one run: another run finds other files. Threads take turns at it.
    """

    def __init__(self) -> None:
        self.turn = Lock()
        self.stop: Event | None = None
        self._inherited: Press | None = None
        self._made: tuple[str, Press] | None = None

    def begin(self, inherited: Press | None, stop: Event) -> None:
        self._inherited, self.stop = inherited, stop

    def press(self, run: Run) -> Press:
        if self._inherited:
            return self._inherited
        if self._made is None or self._made[0] != run.name:
            self._made = run.name, Press(run.settings)
        return self._made[1]

    def is_stopped(self) -> bool:
        return self.stop is not None and self.stop.is_set()


_HERE = _Process()


def _begin(inherited: Press | None, stop: Event) -> None:
    """Prepare a process: the parent alone is interrupted, and nobody outlives it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _HERE.begin(inherited, stop)
    Thread(target=_end_in_time, daemon=True).start()


def _end_in_time() -> None:
    """End when the parent has been killed, or a while after a stop: a job may take minutes."""
    parent = multiprocessing.parent_process()
    while parent and parent.is_alive() and not _HERE.is_stopped():
        parent.join(LOOK)
    if parent and parent.is_alive():
        parent.join(GRACE)
    os._exit(1)


def _run_chunk(run: Run, chunk: Chunk) -> list[Outcome]:
    """The outcomes of a chunk's jobs, or of the first of them when the process is stopped."""
    with _HERE.turn, chdir(run.folder):
        press = _HERE.press(run)
        outcomes = []
        for job in without_collector(chunk):
            if _HERE.is_stopped():
                break
            outcomes.append(attempt(run.work, press, job))
        return outcomes


def _outcomes(future: Future[list[Outcome]], chunk: Chunk) -> list[Outcome]:
    """What a future came to. Each outcome gets the job that is here, not the copy of a copy."""
    try:
        found = future.result()
    except Exception as error:  # of the executor's own: attempt() lets none through
        lost = f"its process was ended from outside, out of memory? ({error})"
        found = [Outcome(job, (bug(job, lost),)) for job in chunk]
    return [replace(outcome, job=job) for job, outcome in zip(chunk, found, strict=False)]


def _finished(pending: Iterable[tuple[Future[list[Outcome]], Chunk]]) -> Iterator[Outcome]:
    """What became of chunks that were let finish."""
    for future, chunk in pending:
        if not future.cancelled() and not future.exception():
            yield from _outcomes(future, chunk)
