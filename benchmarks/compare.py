"""CPU time from a YAML file to a tagged PDF file, beside other generators; and whole runs of ours.

``python -m benchmarks.compare [--cards 500] [--rounds 3] [--large]`` writes ``RESULTS.md``. Needs
the project installed with the others: ``pip install -e .[bench]``.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from benchmarks import aims
from benchmarks.cards import word_count, write_library
from benchmarks.inspection import Inspection, inspect
from benchmarks.measurement import WARM_UP, measure
from benchmarks.results import results
from benchmarks.sides import SIDES, Side

RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Print the cards, look at what was printed, write the table."""
    arguments = _arguments()
    with TemporaryDirectory() as folder:
        library, outs = Path(folder, "library"), _outs(Path(folder), arguments.rounds)
        cards = write_library(arguments.cards + WARM_UP, library)
        names = [card.stem for card in cards]
        rounds = [measure(names, library, out) for out in outs]
        looks = {side: _look(side, outs[-1]) for side in SIDES}
        words = fmean(word_count(card.read_text(encoding="utf-8")) for card in cards)
    runs = list(aims.rows(arguments.large))
    text = results(arguments.cards, words, rounds, looks, runs)
    RESULTS.write_text(text, encoding="utf-8")
    print(text, end="")


def _outs(folder: Path, rounds: int) -> list[Path]:
    """A folder for each round: to write over a file costs more than to write a new one."""
    return [folder / f"out-{number}" for number in range(rounds)]


def _look(side: Side, out: Path) -> Inspection:
    return inspect(sorted((out / side.name).glob("*.pdf")), side.profiles)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=500, help="how many cards to measure with")
    parser.add_argument("--rounds", type=int, default=3, help="how often each side prints them all")
    parser.add_argument("--large", action="store_true", help=aims.LARGE_HELP)
    return parser.parse_args()


if __name__ == "__main__":
    main()
