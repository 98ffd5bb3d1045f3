"""Large runs: what a card costs, the memory of a process, and a rerun when nothing has changed.

``python -m benchmarks.batch 100 10000`` prints rows for each number of cards. The cards are those
of ``cards.py``, as many of each as it takes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.cards import library

ROOT = Path(__file__).resolve().parents[1]

DIFFERENT = 500
"""Cards whose words are all different: it takes long to find more titles that are."""


@dataclass(frozen=True)
class Cost:
    """What a command line took; ``memory`` is that of its largest process, in MB."""

    seconds: float
    cpu: float
    memory: float


def main(counts: list[int]) -> None:
    """Print the rows."""
    print(f"{'cards':>7}  {'run':<12}  {'cards/s':>8}  {'CPU ms':>7}  {'MB':>4}")
    for count in counts:
        with TemporaryDirectory() as folder:
            write_cards(count, Path(folder, "data"))
            for name, *words in (
                ("1 process", "--jobs", "1", "--force"),
                ("2 processes", "--jobs", "2", "--force"),
                ("unchanged",),
            ):
                cost = measured(["--layout", "card", "--quiet", *words], Path(folder))
                rate, cpu = count / cost.seconds, 1000 * cost.cpu / count
                print(f"{count:>7}  {name:<12}  {rate:>8.0f}  {cpu:>7.2f}  {cost.memory:>4.0f}")


def write_cards(count: int, folder: Path) -> None:
    """Write ``count`` exercises into ``folder``/exercises, each with its own title and links."""
    exercises = folder / "exercises"
    exercises.mkdir(parents=True)
    cards = library(min(count, DIFFERENT))
    for number in range(count):
        copy, place = divmod(number, len(cards))
        name, text = list(cards.items())[place]
        for key in ("easier: [", "harder: ["):
            text = text.replace(key, f"{key}{copy}-")
        text = text.replace("exercise: ", f"exercise: {copy} ", 1)
        (exercises / f"{copy}-{name}.yaml").write_text(text, encoding="utf-8")


def measured(words: list[str], folder: Path) -> Cost:
    """What a command line costs in a folder with the library ``data``."""
    start = time.monotonic()
    command = [sys.executable, str(ROOT / "make_pdfs.py"), "--data", "data", *words]
    process = subprocess.Popen(command, cwd=folder)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{command} ended with {os.waitstatus_to_exitcode(status)}")
    seconds = time.monotonic() - start
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 10_000])
