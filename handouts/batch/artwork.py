"""Artwork: pictures read and figures drawn for the handouts of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from handouts.batch import files
from handouts.figure.drawing import Strip
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.figure.store import strip_of
from handouts.model.picture import PictureRef
from handouts.source.node import Node
from handouts.source.problem import Problem
from handouts.typeset import picture
from handouts.typeset.picture import Picture, PictureError
from handouts.typeset.vector import Vector

DRAWINGS = "drawings"
"""The folder of drawings: those of a library that lie ready, and those kept that had to be made."""

PICTURES_KEPT = 16
FIGURES_KEPT = 64
"""A program shows a figure in every week and on its card; most have fewer figures than this."""

T = TypeVar("T")


class Artwork:
    """Reads each picture and figure once, and draws only figures that nobody has drawn before.

    Libraries bring drawings along. Those that have to be made are kept below ``kept``, if anywhere.
    """

    def __init__(self, libraries: Sequence[Path], kept: Path | None) -> None:
        self._ready = [folder / DRAWINGS for folder in libraries]
        self._kept = kept / DRAWINGS if kept else None
        self._load = lru_cache(PICTURES_KEPT)(_load)
        self._figures = _keeping(_read)
        self._strips = _keeping(self._draw)

    def picture(self, ref: PictureRef) -> Picture | Vector | Problem:
        """Read a picture that data names."""
        try:
            return self._load(ref.path)
        except PictureError as error:
            return Problem("picture", error.message, ref.place, error.hint)

    def figure(self, description: Node) -> tuple[Figure | None, Sequence[Problem]]:
        """Read a pose description."""
        return self._figures(description)

    def strip(self, figure: Node) -> Strip | list[Problem]:
        """Draw a pose description, or find the drawing made before."""
        return self._strips(figure)

    def _draw(self, description: Node) -> Strip | list[Problem]:
        figure, problems = self.figure(description)
        if figure is None:
            return list(problems)
        try:
            return strip_of(figure, self._kept, self._ready)
        except OSError as error:
            return [files.cannot_write(self._kept or Path(), error)]


def _read(description: Node) -> tuple[Figure | None, Sequence[Problem]]:
    problems: list[Problem] = []
    return read_figure(description, problems), problems


def _keeping(made_of: Callable[[Node], T]) -> Callable[[Node], T]:
    """Keep what is made of the nodes asked for last.

    They are known by identity: a description is a deep tree, and hashing it costs more than
    reading it.
    """
    kept: dict[int, tuple[Node, T]] = {}

    def of(node: Node) -> T:
        if id(node) not in kept:
            if len(kept) == FIGURES_KEPT:
                kept.clear()
            kept[id(node)] = node, made_of(node)
        return kept[id(node)][1]

    return of


def _load(path: Path) -> Picture | Vector:
    """Read a picture by what its name says it is."""
    if path.suffix.lower() != ".svg":
        return picture.load(path)
    from handouts.typeset import svg

    return svg.load(path)
