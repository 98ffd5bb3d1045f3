"""What is said while a run goes on: a bar on a terminal, plain lines in a pipe or a log."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from handouts.batch.job import Outcome
from handouts.batch.run import Report
from handouts.cli import output
from handouts.cli.options import RunOptions

LONG_ENOUGH = 10
"""Handouts from which a bar is worth the time it takes to load."""


@contextmanager
def reporting(options: RunOptions, total: int, say: Report) -> Iterator[Report]:
    """Give what is to be told of each outcome of ``total`` as it comes.

    ``say`` says a line about one; a terminal gets that when it asks for more.
    """
    if options.json or options.quiet:
        yield say_nothing
    elif options.verbose or not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield say
    elif total < LONG_ENOUGH:
        yield say_nothing
    else:
        with _bar(total) as report:
            yield report


def details(outcome: Outcome) -> str:
    """Say what became of a handout's content: ``1 page, 10.5 pt, left out: faq``."""
    parts = [output.plural(outcome.pages, "page"), f"{outcome.type_size:g} pt"]
    if outcome.left_out:
        parts.append(f"left out: {', '.join(outcome.left_out)}")
    return ", ".join(parts)


def say_nothing(outcome: Outcome) -> None:
    """Keep quiet."""


@contextmanager
def _bar(total: int) -> Iterator[Report]:
    from rich.console import Console
    from rich.progress import Progress

    # No thread of its own: processes are forked while the bar is up.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("setting", total=total)

        def report(outcome: Outcome) -> None:
            before = int(progress.tasks[0].percentage)
            progress.advance(task)
            if int(progress.tasks[0].percentage) > before:
                progress.refresh()

        yield report
