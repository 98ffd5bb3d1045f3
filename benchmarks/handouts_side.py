"""Our side: a press prints job after job, as ``build --jobs 1`` does.

Prepared once: what a press prepares. The layouts are the shipped card with nothing left out, at the
largest size at which it fits, and at one size as the other sides print it.
"""

from __future__ import annotations

from pathlib import Path

from benchmarks.sides import PrintCard
from handouts import resources
from handouts.batch.job import Handout, Job
from handouts.batch.press import Press
from handouts.batch.settings import Settings
from handouts.model.library import Library

FITTED, FIXED = (Path(__file__).with_name(f"{name}_card.yaml") for name in ("whole", "fixed"))


def prepare(library: Path, layout: Path) -> PrintCard:
    """A function that prints a card of ``library`` in a layout."""
    settings = Settings(
        data=(library,),
        layouts=resources.libraries("layouts"),
        labels=resources.labels(),
        fonts=resources.fonts(),
    )
    press = Press(settings)
    entries = {entry.name: entry for entry in Library((library,)).entries}

    def print_card(name: str, target: Path) -> None:
        handout = Handout((entries[name],), layout.stem, str(layout))
        outcome = press.print(Job(target, (handout,)))
        if outcome.problems or outcome.left_out:
            raise RuntimeError(f"{name} is not as written: {outcome}")

    return print_card
