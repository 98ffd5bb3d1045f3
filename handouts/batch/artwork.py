"""Artwork: pictures read and figures drawn for the handouts of a run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from handouts.batch import files
from handouts.figure.drawing import Strip
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
STRIPS_KEPT = 64
"""A program shows a figure in every week and on its card; most have fewer figures than this."""


class Artwork:
    """Reads each picture once, and draws only figures that nobody has drawn before.

    Libraries bring drawings along. Those that have to be made are kept below ``kept``, if anywhere.
    """

    def __init__(self, libraries: Sequence[Path], kept: Path | None) -> None:
        self._ready = [folder / DRAWINGS for folder in libraries]
        self._kept = kept / DRAWINGS if kept else None
        self._load = lru_cache(PICTURES_KEPT)(_load)
        self._strips: dict[int, tuple[Node, Strip | list[Problem]]] = {}

    def picture(self, ref: PictureRef) -> Picture | Vector | Problem:
        """Read a picture that data names."""
        try:
            return self._load(ref.path)
        except PictureError as error:
            return Problem("picture", error.message, ref.place, error.hint)

    def strip(self, figure: Node) -> Strip | list[Problem]:
        """Draw a pose description, or find the drawing made before."""
        # By identity: a description is a deep tree, and hashing it costs more than reading it.
        if id(figure) not in self._strips:
            if len(self._strips) == STRIPS_KEPT:
                self._strips.clear()
            self._strips[id(figure)] = figure, self._draw(figure)
        return self._strips[id(figure)][1]

    def _draw(self, figure: Node) -> Strip | list[Problem]:
        problems: list[Problem] = []
        pose = read_figure(figure, problems)
        if pose is None:
            return problems
        try:
            return strip_of(pose, self._kept, self._ready)
        except OSError as error:
            return [files.cannot_write(self._kept or Path(), error)]


def _load(path: Path) -> Picture | Vector:
    """Read a picture by what its name says it is."""
    if path.suffix.lower() != ".svg":
        return picture.load(path)
    from handouts.typeset import svg

    return svg.load(path)
