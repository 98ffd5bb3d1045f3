"""A program of thirty pages, printed again and again in this process.

``python -m benchmarks.booklet FOLDER ROUNDS`` prints a list of JSON: the CPU milliseconds of each
round. Every round is a new press, which has read nothing yet; what Python has imported stays.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from benchmarks.command import ROOT
from handouts import resources
from handouts.batch.collector import without_collector
from handouts.batch.job import Handout, Job
from handouts.batch.press import Press
from handouts.batch.settings import Settings

NAME, PAGES = "thirty-pages", 30


def main(folder: Path, rounds: int) -> None:
    """Print what each round took."""
    print(json.dumps([1000 * seconds(folder) for _ in without_collector(range(rounds))]))


def seconds(folder: Path) -> float:
    """CPU seconds of printing the booklet; layouts, labels and fonts are read before."""
    press = Press(
        Settings(
            data=(ROOT / "benchmarks" / "booklet_data", *resources.libraries("data")),
            layouts=resources.libraries("layouts"),
            labels=resources.labels(),
            fonts=resources.fonts(),
        )
    )
    entry = press.library.entry(NAME)
    assert entry
    press.layouts.load("program")
    before = time.process_time()
    outcome = press.print(Job(folder / f"{NAME}.pdf", (Handout((entry,), "program", "program"),)))
    took = time.process_time() - before
    if outcome.pages != PAGES:
        raise RuntimeError(f"it has {outcome.pages} pages: {outcome.problems}")
    return took


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
