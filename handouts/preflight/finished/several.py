"""Looking at several files at once, in processes each of which has an inspector of its own."""

from __future__ import annotations

import multiprocessing
import signal
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from handouts.layout.declare import TypeSource
from handouts.preflight.finished.bounded import Checked, Inspector
from handouts.preflight.finished.inspect import inspect

LONGEST_CHUNK = 8
"""Files that one process looks at before it is heard of again."""

_START = "fork" if sys.platform == "linux" else "spawn"
"""A fork starts with everything imported. Elsewhere than on Linux it is missing or unsafe."""

Wanted = tuple[Path, TypeSource]
"""A file, and the floors of type that hold for it."""


def check_all(files: Sequence[Wanted], processes: int) -> Iterator[Checked]:
    """Look at files, and give what was found in each, in their order, as soon as it is known."""
    if processes == 1 or len(files) < 2:
        yield from _check(files)
        return
    length = max(1, min(LONGEST_CHUNK, len(files) // (2 * processes)))
    chunks = [files[start : start + length] for start in range(0, len(files), length)]
    context = multiprocessing.get_context(_START)
    with ProcessPoolExecutor(min(processes, len(chunks)), context, _let_us_be_told) as pool:
        try:
            for found in pool.map(_check_chunk, chunks):
                yield from found
        finally:  # of what nobody waits for any more, nothing is begun
            pool.shutdown(wait=False, cancel_futures=True)


def _let_us_be_told() -> None:
    """Leave Ctrl-C to the process that has started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _check_chunk(files: Sequence[Wanted]) -> list[Checked]:
    return list(_check(files))


def _check(files: Sequence[Wanted]) -> Iterator[Checked]:
    with Inspector(inspect) as inspector:
        for path, floors in files:
            yield inspector.check(path, floors)
