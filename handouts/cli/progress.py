"""The progress bar of a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

Advance = Callable[[], None]

LONG_ENOUGH = 10
"""Handouts from which a bar is worth the time it takes to load."""


@contextmanager
def progress_bar(total: int) -> Iterator[Advance]:
    """Show a bar on standard error until done; call what it gives after each step."""
    if total < LONG_ENOUGH:
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    # No thread of its own: processes are forked while the bar is up.
    with Progress(console=Console(stderr=True), transient=True, auto_refresh=False) as progress:
        task = progress.add_task("printing", total=total)

        def advance() -> None:
            before = int(progress.tasks[0].percentage)
            progress.advance(task)
            if int(progress.tasks[0].percentage) > before:
                progress.refresh()

        progress.refresh()
        yield advance
