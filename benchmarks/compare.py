"""CPU time from a YAML file to a tagged PDF file, beside other generators.

``python benchmarks/compare.py [--cards 500] [--rounds 3]`` writes ``RESULTS.md``. Needs the project
installed with the others: ``pip install -e .[bench]``.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory

from benchmarks.cards import word_count, write_library
from benchmarks.inspection import inspect
from benchmarks.measurement import WARM_UP, measure
from benchmarks.results import results
from benchmarks.sides import SIDES

RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Print the cards, look at what was printed, write the table."""
    arguments = _arguments()
    with TemporaryDirectory() as folder:
        library, out = Path(folder, "library"), Path(folder, "out")
        cards = write_library(arguments.cards + WARM_UP, library)
        names = [card.stem for card in cards]
        rounds = [measure(names, library, out) for _ in range(arguments.rounds)]
        looks = {
            side: inspect(sorted((out / side.name).glob("*.pdf")), side.profiles) for side in SIDES
        }
        words = fmean(word_count(card.read_text(encoding="utf-8")) for card in cards)
    text = results(arguments.cards, words, rounds, looks)
    RESULTS.write_text(text, encoding="utf-8")
    print(text, end="")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, default=500, help="how many cards to measure with")
    parser.add_argument("--rounds", type=int, default=3, help="how often each side prints them all")
    return parser.parse_args()


if __name__ == "__main__":
    main()
