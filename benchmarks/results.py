"""The table that a run of the comparison writes."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version
from statistics import median

from weasyprint.text.ffi import harfbuzz_subset

from benchmarks.aims import Aimed
from benchmarks.inspection import Inspection
from benchmarks.measurement import BATCH, WARM_UP, Cost
from benchmarks.sides import SIDES, Side
from handouts import __version__

Rounds = Sequence[Mapping[Side, Cost]]
Looks = Mapping[Side, Inspection]
Row = tuple[str, ...]

STANDARDS = {"ua1": "PDF/UA-1", "2a": "PDF/A-2a"}

TEXT = """\
# From YAML to tagged PDF, beside other generators

Written by `python -m benchmarks.compare`; run it for the figures of your own machine.

{costs}

CPU time is user and system time of a side's process, threads and children included, from reading
the YAML file to the written PDF; medians over the rounds, with the least and the most; the ratio
is taken within a round. Start-up is the interpreter, what is prepared, and the first card. Words
are those that can be read back from the PDF.

{validity}

## Beside the aims

{aims}

Aims are what the project set out for: the most it may cost, or the least that a ratio may be. Of
several runs it is the median, with the least and the most. Whole runs are command lines, start
included, over the shipped cards under changed names, with their drawings and on disk; memory is
that of the largest process. Start-up is with the modules' bytecode kept, as Python and pip do.

## How

{cards} cards of {words:.0f} words, no two alike, the same for all; rounds: {rounds}. The sides take
turns at batches of {batch} cards, each time another first, so that whatever else the machine does
hits all alike. {warm_up} more cards are printed before those that count. Every round starts new
processes: none prints a card twice. Garbage collection is off while cards are made, for all.

The design is that of the card: title, facts, checkpoint, two columns of numbered cues, safety box,
dose table, tips, lines for notes, disclaimer; the same font files, no picture. A card prints all
of that on one page; an FAQ and a source in each file are read by all sides and printed by none.
One size of type is 9.5 points, at which all cards fit. Ours searches, as the shipped card does,
through the steps of `whole_card.yaml` (closer, then smaller, nothing left out); Typst searches
through five sizes by bisection. The ratio is to ours in the same row's way, searching or not.

What is prepared once, before the first card:

{prepared}

Machine: {cores} cores, Python {python}.

Versions: {versions}. WeasyPrint subsets fonts with {subsetter}
(HarfBuzz where libharfbuzz-subset is installed; fontTools otherwise, which takes far longer).
"""


def results(cards: int, words: float, rounds: Rounds, looks: Looks, runs: Iterable[Aimed]) -> str:
    """The whole of RESULTS.md; ``words`` is the mean of what a card's YAML asks to print.

    ``runs`` are whole runs, measured.
    """
    return TEXT.format(
        aims=_aims([*_ratios(rounds), *runs]),
        costs=_costs(rounds, looks),
        validity=_validity(looks),
        cards=cards,
        words=words,
        rounds=len(rounds),
        batch=BATCH,
        warm_up=WARM_UP,
        prepared="\n".join(f"- {side.title}: {side.prepared}." for side in SIDES),
        cores=os.cpu_count(),
        python=platform.python_version(),
        versions=_versions(),
        subsetter="HarfBuzz" if harfbuzz_subset else "fontTools",
    )


def _costs(rounds: Rounds, looks: Looks) -> str:
    head = ("", "CPU ms a card", "least–most", "ratio", "start-up, ms", "pages", "words", "KB")
    return _table(head, (_cost(side, rounds, looks[side]) for side in SIDES))


def _cost(side: Side, rounds: Rounds, look: Inspection) -> Row:
    cards = [costs[side].card * 1000 for costs in rounds]
    start_up = median(costs[side].start_up * 1000 for costs in rounds)
    ratio = _ratio(side, rounds)
    return (
        side.title,
        f"{median(cards):.2f}",
        f"{min(cards):.2f}–{max(cards):.2f}",
        f"{ratio:.1f}",
        f"{start_up:.0f}",
        f"{look.pages:.2f}",
        f"{look.words:.0f}",
        f"{look.bytes / 1000:.1f}",
    )


def _ratio(side: Side, rounds: Rounds) -> float:
    """How many times our CPU time a side takes, within a round, where both do the same."""
    return median(costs[side].card / costs[side.ours or side].card for costs in rounds)


def _ratios(rounds: Rounds) -> Iterator[Aimed]:
    for side in SIDES:
        if side.ours:
            what = f"{side.title}: times our CPU a card"
            yield Aimed(what, f"{_ratio(side, rounds):.1f}", f"{side.aim}")


def _aims(rows: Iterable[Aimed]) -> str:
    return _table(("", "measured", "aim"), ((row.what, row.measured, row.aim) for row in rows))


def _validity(looks: Looks) -> str:
    """A row a side and standard that it means to keep: how many of its files do."""
    rows = (
        (
            side.title,
            STANDARDS[profile],
            f"{look.passed[profile]} of {look.files}",
            _verapdf(look, profile),
        )
        for side, look in looks.items()
        for profile in side.profiles
    )
    return _table(("", "standard", "page-validation", "veraPDF, a sample"), rows)


def _verapdf(look: Inspection, profile: str) -> str:
    if not look.verapdf_files:
        return "not there"
    return f"{look.verapdf_passed.get(profile, 0)} of {look.verapdf_files}"


def _table(head: Row, rows: Iterable[Row]) -> str:
    """A table in Markdown, its first column of words and the others of figures."""
    rule = ("---", *("--:" for _ in head[1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, rule, *rows))


def _versions() -> str:
    packages = dict.fromkeys(package for side in SIDES for package in side.packages)
    others = (f"{package} {version(package)}" for package in packages)
    return ", ".join((f"handouts {__version__}", *others))
