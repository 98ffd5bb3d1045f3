"""One side in a process of its own: prints the cards it is told to, and says what that cost.

It reads lines of JSON, each a list of card names, and answers each with a line: the CPU seconds
it took. The collector is off while cards are made, on every side, as it is when we print a batch.
The first line it writes is what it took until it was ready, the interpreter included.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from benchmarks.sides import prepare
from handouts.batch.collector import without_collector


def main(side: str, library: Path, fonts: Path, out: Path) -> None:
    """Serve until the input ends."""
    print_card = prepare(side, library, fonts)
    _answer(cpu_seconds())
    for line in sys.stdin:
        before = cpu_seconds()
        for name in without_collector(json.loads(line)):
            print_card(name, out / f"{name}.pdf")
        _answer(cpu_seconds() - before)


def cpu_seconds() -> float:
    """User and system time of this process so far, its threads and ended children included."""
    usages = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def _answer(seconds: float) -> None:
    print(json.dumps(seconds), flush=True)


if __name__ == "__main__":
    side, *paths = sys.argv[1:]
    main(side, *map(Path, paths))
