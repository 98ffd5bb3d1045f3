"""Draws the figures of a library ready-made and looks at them, so that nobody who uses it has to.

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
from handouts.figure.lint import lint
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.figure.sound import FILE, as_text
from handouts.figure.store import as_json, key_of
from handouts.model.exercise import Exercise
from handouts.model.library import Library
from handouts.source.problem import Problem


def figures(folder: Path) -> Mapping[str, Figure]:
    """The figures of a library by the names of their drawings' files.

    Raises ``ValueError`` when something in the library cannot be read.
    """
    return {f"{key_of(figure)}.json": figure for figure in posed(folder)}


def posed(folder: Path) -> list[Figure]:
    """The figures of a library, also those that look alike and say other things.

    Raises ``ValueError`` when something in the library cannot be read.
    """
    library = Library([folder])
    problems: list[Problem] = []
    found = []
    for entry in library.entries:
        item, faults = library.read(entry)
        if item is None:
            raise ValueError(faults)
        written = item.figure if isinstance(item, Exercise) else None
        figure = read_figure(written, problems) if written else None
        if problems:
            raise ValueError(problems)
        if figure:
            found.append(figure)
    return found


def make_ready(folder: Path) -> None:
    """Draw every figure of a library anew, list those that nothing is wrong with, and remove the
    drawings that it no longer uses.
    """
    wanted, drawings = figures(folder), folder / DRAWINGS
    for path in drawings.glob("*.json"):
        if path.name not in wanted:
            path.unlink()
    for name, figure in wanted.items():
        whole.write(drawings / name, as_json(draw(figure)).encode())
    found = as_text(figure for figure in posed(folder) if not lint(figure))
    whole.write(drawings / FILE, found.encode())


if __name__ == "__main__":
    for word in sys.argv[1:]:
        make_ready(Path(word))
