"""Large runs: what a card costs, the memory of a process, and a rerun when nothing has changed.

``python -m benchmarks.batch 100 10000`` prints rows for each number of cards: the shipped ones
under changed names.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.command import build, compiled
from benchmarks.copies import write_copies


def main(counts: list[int]) -> None:
    """Print the rows."""
    print(f"{'cards':>7}  {'run':<12}  {'cards/s':>8}  {'CPU ms':>7}  {'MB':>4}")
    for count in counts:
        with TemporaryDirectory() as folder, compiled():
            write_copies(count, Path(folder, "data"))
            for name, *words in (
                ("1 process", "--jobs", "1", "--force"),
                ("2 processes", "--jobs", "2", "--force"),
                ("unchanged",),
            ):
                cost = build(["--data", "data", "--layout", "card", *words], Path(folder))
                rate, cpu = count / cost.seconds, 1000 * cost.cpu / count
                print(f"{count:>7}  {name:<12}  {rate:>8.0f}  {cpu:>7.2f}  {cost.memory:>4.0f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [100, 10_000])
