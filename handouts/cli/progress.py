"""What is said while a run goes on: a bar on a terminal, plain lines in a pipe or a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import TYPE_CHECKING, TypeVar

from handouts.batch.job import Outcome
from handouts.batch.run import Report
from handouts.cli import output
from handouts.cli.options import RunOptions
from handouts.dataclass import dataclass

if TYPE_CHECKING:
    from handouts.preflight.finished.bounded import Checked

T = TypeVar("T")

LONG_ENOUGH = 10
"""Handouts from which a bar is worth the time it takes to load."""

OFTEN = 0.1
"""Seconds from one look of the bar to the next."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a bar shows of a file that is done with: its name, and whether it took any work."""

    name: str
    unchanged: bool = False


def reporting(options: RunOptions, total: int, say: Report) -> AbstractContextManager[Report]:
    """Give what is to be told of each outcome of ``total`` as it comes.

    ``say`` says a line about one; a terminal gets that when it asks for more.
    """
    return _reporting(options, total, say, lambda each: Seen(str(each.job.file), each.unchanged))


def reporting_files(
    options: RunOptions, total: int, say: Callable[[Checked], None]
) -> AbstractContextManager[Callable[[Checked], None]]:
    """As ``reporting``, of finished files that are looked at."""
    return _reporting(options, total, say, lambda each: Seen(each.file))


@contextmanager
def _reporting(
    options: RunOptions, total: int, say: Callable[[T], None], seen: Callable[[T], Seen]
) -> Iterator[Callable[[T], None]]:
    if options.json or options.quiet:
        yield say_nothing
    elif options.verbose or not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield say
    elif total < LONG_ENOUGH:
        yield say_nothing
    else:
        with _bar(total) as report:
            yield lambda each: report(seen(each))


def details(outcome: Outcome) -> str:
    """Say what became of a handout's content: ``1 page, 10.5 pt, left out: faq``."""
    parts = [output.plural(outcome.pages, "page"), f"{outcome.type_size:g} pt"]
    if outcome.left_out:
        of_items = [f"{name}: {', '.join(each)}" for name, each in outcome.left_out_of.items()]
        parts.append(f"left out: {'; '.join(of_items) or ', '.join(outcome.left_out)}")
    return ", ".join(parts)


def say_nothing(_: object) -> None:
    """Keep quiet."""


class Pace:
    """How fast handouts are set, and how long the rest will take, by a ``clock`` in seconds.

    What is unchanged costs next to nothing, and says nothing about the others.
    """

    def __init__(self, total: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._left = total
        self._set = 0
        self._began = clock()

    def count(self, seen: Seen) -> None:
        """Count a handout."""
        self._left -= 1
        if seen.unchanged:
            self._began = self._clock()
        else:
            self._set += 1

    def __str__(self) -> str:
        """``120/s, 0:45 left``, or nothing before anything is known."""
        passed = self._clock() - self._began
        if not (self._set and passed):
            return ""
        rate = self._set / passed
        minutes, seconds = divmod(round(self._left / rate), 60)
        return f"{rate:.0f}/s, {minutes}:{seconds:02} left"


@contextmanager
def _bar(total: int) -> Iterator[Callable[[Seen], None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
    from rich.table import Column

    name = Column(ratio=1, no_wrap=True, overflow="ellipsis")
    columns = (
        TextColumn("{task.description}", markup=False, table_column=name),
        BarColumn(20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
    )
    pace = Pace(total)
    shown = 0.0
    # No thread of its own: processes are forked while the bar is up.
    with Progress(
        *columns, console=Console(stderr=True), transient=True, auto_refresh=False, expand=True
    ) as progress:
        task = progress.add_task("", total=total, pace="")

        def report(seen: Seen) -> None:
            nonlocal shown
            pace.count(seen)
            progress.advance(task)
            if time.monotonic() - shown > OFTEN:
                shown = time.monotonic()
                progress.update(task, description=seen.name, pace=str(pace))
                progress.refresh()

        yield report
