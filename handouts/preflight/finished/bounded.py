"""Looking at files that may mean harm: in a process of its own, with so much time and memory.

A page can be made to take hours, to fill all memory, or to bring down the library that draws it.
Then the process is ended, what has been found so far is kept, and a problem says where it stopped.
"""

from __future__ import annotations

import logging
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.layout.declare import TypeSource
from handouts.preflight.finished.finding import Finding
from handouts.source.problem import Problem

SECONDS_A_PAGE = 10.0
"""Ten times and more what a page takes: 0.08 s the heaviest that ships, a poster of a ladder, and
0.8 s one with the largest picture that is taken, a PNG file of 29 million pixels.
"""

SECONDS_BEFORE_PAGES = 60.0
"""For the structure tree, of which a pack of 2000 pages has 200,000 elements."""

SECONDS_A_FILE = 600.0
MEMORY = 3_000_000_000
"""Bytes of address space."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What was found in a file. ``smallest`` is its smallest type in points.

    ``trace`` is of a fault of ours.
    """

    file: str
    pages: int
    smallest: float | None
    problems: tuple[Problem, ...]
    trace: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What has been found in a part of the work: a page by its number, or the whole file (0).

    ``pages`` is how many the file has; ``smallest`` is the smallest type on this page, in points.
    """

    page: int
    pages: int
    problems: tuple[Problem, ...]
    smallest: float | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that the one who looks did not expect."""

    trace: str
    memory: bool


Look = Callable[[Path, TypeSource], Iterator[Step]]
Answer = Step | Fault | None
"""What a process sends: steps, and nothing when it is done."""


class Inspector:
    """Looks at one file after the other; as a context manager, it ends what it has started."""

    def __init__(
        self,
        look: Look,
        seconds_a_page: float = SECONDS_A_PAGE,
        seconds_before_pages: float = SECONDS_BEFORE_PAGES,
    ) -> None:
        self._look = look
        self._seconds_a_page = seconds_a_page
        self._seconds_before_pages = seconds_before_pages
        self._worker: _Worker | None = None

    def __enter__(self) -> Inspector:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def check(self, path: Path, floors: TypeSource) -> Checked:
        """Look at a file."""
        self._worker = self._worker or _Worker(self._look)
        steps: list[Step] = []
        end = self._steps(self._worker, path, floors, steps)
        problems = [problem for step in steps for problem in step.problems]
        if end is not None:
            self._stop()
            problems.append(_stopped(str(path), steps, end))
        trace = end.trace if isinstance(end, Fault) and not end.memory else None
        sizes = [step.smallest for step in steps if step.smallest is not None]
        pages = steps[0].pages if steps else 0
        return Checked(str(path), pages, min(sizes, default=None), tuple(problems), trace)

    def _steps(
        self, worker: _Worker, path: Path, floors: TypeSource, steps: list[Step]
    ) -> Fault | str | None:
        """Add steps as they come, and say what ended them: nothing when all is done."""
        worker.begin(path, floors)
        end = time.monotonic() + SECONDS_A_FILE
        while True:
            most = self._seconds_a_page if steps else self._seconds_before_pages
            seconds = min(most, end - time.monotonic())
            if not worker.has_answer(seconds):
                return "it takes too long"
            try:
                answer = worker.answer()
            except EOFError:
                return "it brings down what draws it, or takes too much memory"
            if not isinstance(answer, Step):
                return answer
            steps.append(answer)

    def _stop(self) -> None:
        if self._worker:
            self._worker.stop()
        self._worker = None


def _stopped(file: str, steps: Sequence[Step], end: Fault | str) -> Problem:
    """Say that a file has not been looked at to its end, and where that was."""
    page = steps[-1].page + 1 if steps else 0
    if isinstance(end, Fault) and not end.memory:
        last = end.trace.strip().rpartition("\n")[2]
        message = f"handouts failed at this file: {last}"
        hint = "this is a fault of the program, not of your file: please report it"
        return Finding("bug", message, hint).problem(file, page)
    why = "it takes too much memory" if isinstance(end, Fault) else end
    message = f"from here on nothing has been looked at: {why}"
    return Finding("unchecked-pages", message, "write the file again").problem(file, page)


class _Worker:
    """A process that looks at files, and the two ends of what is said between it and us."""

    def __init__(self, look: Look) -> None:
        # A fork starts with everything imported. Elsewhere than on Linux it is missing or unsafe.
        context = get_context("fork") if sys.platform == "linux" else get_context("spawn")
        self._here, there = context.Pipe()
        ends = (there, self._here)
        self._process = context.Process(target=_work, args=(*ends, look), daemon=True)
        self._process.start()
        there.close()

    def begin(self, path: Path, floors: TypeSource) -> None:
        """Say which file comes next."""
        with suppress(BrokenPipeError):  # that it has ended shows when it is asked for an answer
            self._here.send((path, floors))

    def has_answer(self, seconds: float) -> bool:
        """Wait for an answer, or for the process to end."""
        return self._here.poll(max(0.0, seconds))

    def answer(self) -> Answer:
        """Give the next answer. Raises ``EOFError`` when the process has ended."""
        try:
            answer: Answer = self._here.recv()
        except ConnectionResetError:
            raise EOFError from None
        return answer

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._here.close()


def _work(there: Connection, here: Connection, look: Look) -> None:
    """Look at files until nobody asks any more."""
    here.close()  # the end that a fork has inherited: else nobody would notice that it has gone
    _limit_memory()
    logging.disable()  # libraries say there what they think of a file
    with suppress(EOFError, BrokenPipeError, KeyboardInterrupt):
        while True:
            path, floors = there.recv()
            there.send(_looked(there, look, path, floors))


def _looked(there: Connection, look: Look, path: Path, floors: TypeSource) -> Answer:
    """Send the steps of a file, and give what ended them."""
    try:
        for step in look(path, floors):
            there.send(step)
    except MemoryError:
        return Fault("", memory=True)
    except (BrokenPipeError, KeyboardInterrupt):
        raise
    except Exception:
        return Fault(traceback.format_exc(), memory=False)
    return None


def _limit_memory() -> None:
    """Set the bound where the system has one."""
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with suppress(ValueError, OSError):  # a system may keep its own bounds
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, hard))
