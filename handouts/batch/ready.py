"""Draws the figures of a library ready-made, so that nobody who uses it has to.

Run it from the project's root after a change to a figure, or to how figures are drawn:
python -m handouts.batch.ready data
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from handouts import whole
from handouts.batch.artwork import DRAWINGS
from handouts.figure.draw import draw
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.figure.store import as_json, key_of
from handouts.model.exercise import Exercise
from handouts.model.library import Library
from handouts.source.problem import Problem


def figures(folder: Path) -> Mapping[str, Figure]:
    """The figures of a library by the names of their drawings' files.

    Raises ``ValueError`` when something in the library cannot be read.
    """
    library = Library([folder])
    problems: list[Problem] = []
    found = {}
    for entry in library.entries:
        item, faults = library.read(entry)
        if item is None:
            raise ValueError(faults)
        posed = item.figure if isinstance(item, Exercise) else None
        figure = read_figure(posed, problems) if posed else None
        if problems:
            raise ValueError(problems)
        if figure:
            found[f"{key_of(figure)}.json"] = figure
    return found


def make_ready(folder: Path) -> None:
    """Draw every figure of a library anew, and remove the drawings that it no longer uses."""
    wanted = figures(folder)
    for path in (folder / DRAWINGS).glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    for name, figure in wanted.items():
        whole.write(folder / DRAWINGS / name, as_json(draw(figure)).encode())


if __name__ == "__main__":
    for word in sys.argv[1:]:
        make_ready(Path(word))
