"""What whole runs cost, beside what they are meant to cost at most.

``python -m benchmarks.aims [--large]`` prints the table; large runs of 10,000 and 50,000 cards take
a quarter of an hour.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.command import ROOT, Cost, build, compiled
from benchmarks.copies import write_copies

CARD = ("--data", "data", "--layout", "card")
ROUNDS = 5
BATCH, UNCHANGED = 600, 1000
LARGE = (100, 10_000, 50_000)
LARGE_HELP = "also print 10,000 and 50,000 cards, for a quarter of an hour"
CLIENTS, HANDOUTS = 500, 6


@dataclass(frozen=True, slots=True)
class Aimed:
    """One thing that was measured: in words, what came out, and what is aimed at."""

    what: str
    measured: str
    aim: str


def rows(large: bool) -> Iterator[Aimed]:
    """Measure whole runs, one after the other; of the ``large`` ones the first alone, if not."""
    with TemporaryDirectory() as name, compiled():
        folder = Path(name)
        yield _start_up(folder)
        yield _booklet(folder)
        yield from _processes(folder)
        yield _unchanged(folder)
        yield from _memory(folder, LARGE if large else LARGE[:1])
        yield _pack(folder)


def _start_up(folder: Path) -> Aimed:
    words = ["glute-bridge", "--layout", "card", "--force"]
    build(words, folder)
    costs = [build(words, folder).cpu for _ in range(2 * ROUNDS)]
    return Aimed("a run that prints one card, CPU ms", _spread(costs, 1000), "300")


def _booklet(folder: Path) -> Aimed:
    """The median of processes' first and later ones, as the machine is not theirs alone."""
    words = [sys.executable, "-m", "benchmarks.booklet", str(folder), "4"]
    took = [
        json.loads(subprocess.run(words, cwd=ROOT, check=True, capture_output=True).stdout)
        for _ in range(ROUNDS)
    ]
    first = median(each[0] for each in took)
    later = median(milliseconds for each in took for milliseconds in each[1:])
    what = "a program of 30 pages, CPU ms: the first of a process, and again"
    return Aimed(what, f"{first:.0f}, {later:.0f}", "150")


def _processes(folder: Path) -> Iterator[Aimed]:
    """Time one process and two in turns; what is asked for is cards a second, start included."""
    library = _library(BATCH, folder)
    pairs = [(_forced("1", library), _forced("2", library)) for _ in range(3)]
    for index, processes in enumerate(("1 process", "2 processes")):
        rates = [BATCH / pair[index].seconds for pair in pairs]
        yield Aimed(f"{BATCH} cards, cards a second with {processes}", _spread(rates), "")
    gain = median(one.seconds / two.seconds for one, two in pairs)
    yield Aimed("two processes, times as many cards as one", f"{gain:.2f}", "1.8")
    more = median(two.cpu / one.cpu for one, two in pairs)
    yield Aimed("two processes, times the CPU of one", f"{more:.2f}", "")


def _unchanged(folder: Path) -> Aimed:
    library = _library(UNCHANGED, folder)
    build(CARD, library)
    costs = [build(CARD, library).seconds for _ in range(ROUNDS)]
    return Aimed(f"{UNCHANGED:,} unchanged cards again, seconds", _spread(costs, digits=2), "1")


def _memory(folder: Path, counts: Sequence[int]) -> Iterator[Aimed]:
    for count in counts:
        cost = _forced("1", _library(count, folder))
        measured = f"{cost.memory:.0f} MB ({1000 * cost.cpu / count:.1f} CPU ms a card)"
        yield Aimed(f"memory of a process that prints {count:,} cards", measured, "150 MB")


def _pack(folder: Path) -> Aimed:
    """Print one file for all clients, the handouts of each from here and there in the library."""
    library = _library(LARGE[0], folder)
    names = sorted(path.stem for path in (library / "data" / "exercises").iterdir())
    lines = ["client,build"]
    for number in range(CLIENTS):
        own = (names[(7 * number + 13 * index) % len(names)] for index in range(HANDOUTS))
        lines.append(f"Client {number},{';'.join(own)}")
    (library / "clients.csv").write_text("\n".join(lines), encoding="utf-8")
    cost = build([*CARD, "--clients", "clients.csv", "--pack", "all", "--force"], library)
    what = f"memory for one pack of {CLIENTS} clients × {HANDOUTS} handouts"
    return Aimed(what, f"{cost.memory:.0f} MB", "150 MB")


def _library(count: int, folder: Path) -> Path:
    """A folder with a library of so many cards in it, the same one every time."""
    library = folder / str(count)
    if not library.is_dir():
        write_copies(count, library / "data")
    return library


def _forced(jobs: str, folder: Path) -> Cost:
    return build([*CARD, "--jobs", jobs, "--force"], folder)


def _spread(values: Sequence[float], times: int = 1, digits: int = 0) -> str:
    middle, least, most = (f"{times * each:.{digits}f}" for each in _points(values))
    return f"{middle} ({least}–{most})"


def _points(values: Sequence[float]) -> tuple[float, float, float]:
    return median(values), min(values), max(values)


def main() -> None:
    """Print the rows as they come."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--large", action="store_true", help=LARGE_HELP)
    for row in rows(parser.parse_args().large):
        aim = f"   aim {row.aim}" if row.aim else ""
        print(f"{row.what}: {row.measured}{aim}", flush=True)


if __name__ == "__main__":
    main()
