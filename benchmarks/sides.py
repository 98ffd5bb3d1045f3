"""Who is compared, and what each of them prepares before the first card."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

PrintCard = Callable[[str, Path], None]
"""Prints the card of that name (a file stem of the library) to that PDF."""


@dataclass(frozen=True, slots=True)
class Side:
    """One generator, used in one way.

    ``packages`` are the distributions whose versions matter; ``profiles`` are the standards that
    its files mean to keep, in the validators' words. ``ours`` is our side that does the same, and
    ``aim`` how many times its CPU a card is meant to cost at least.
    """

    name: str
    title: str
    prepared: str
    packages: tuple[str, ...]
    profiles: tuple[str, ...] = ("ua1",)
    ours: Side | None = None
    aim: int = 1


HANDOUTS = Side(
    "handouts",
    "handouts, searching for the size",
    "the layout, the fonts with their base subsets and the printer; shaped words are kept",
    ("pyyaml", "uharfbuzz"),
    ("ua1", "2a"),
)
HANDOUTS_FIXED = Side(
    "handouts-fixed",
    "handouts, one size of type",
    "the same",
    HANDOUTS.packages,
    HANDOUTS.profiles,
)
TYPST_FIXED = Side(
    "typst",
    "Typst, one size of type",
    "the compiler with its fonts; it keeps what it memoises from card to card",
    ("typst",),
    ours=HANDOUTS_FIXED,
    aim=6,
)
TYPST_FITTED = Side(
    "typst-fitted",
    "Typst, searching for the size",
    "the same",
    ("typst",),
    ours=HANDOUTS,
    aim=6,
)
WEASYPRINT = Side(
    "weasyprint",
    "WeasyPrint, one size of type",
    "the fonts and the parsed stylesheet",
    ("weasyprint",),
    ours=HANDOUTS_FIXED,
    aim=35,
)

SIDES = (HANDOUTS, HANDOUTS_FIXED, TYPST_FIXED, TYPST_FITTED, WEASYPRINT)
"""In the order of the table; the first is what the others are held against."""


def prepare(side: str, library: Path, fonts: Path) -> PrintCard:
    """Make ``side`` ready to print cards of ``library`` with the font files in ``fonts``."""
    match side:
        case HANDOUTS.name:
            from benchmarks import handouts_side

            return handouts_side.prepare(library, handouts_side.FITTED)
        case HANDOUTS_FIXED.name:
            from benchmarks import handouts_side

            return handouts_side.prepare(library, handouts_side.FIXED)
        case TYPST_FIXED.name:
            from benchmarks import typst_side

            return typst_side.prepare_fixed(library, fonts)
        case TYPST_FITTED.name:
            from benchmarks import typst_side

            return typst_side.prepare_fitted(library, fonts)
        case WEASYPRINT.name:
            from benchmarks import weasyprint_side

            return weasyprint_side.prepare(library, fonts)
    raise ValueError(f"no side is called {side}")
