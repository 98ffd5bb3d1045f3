"""Pictures for tests of where they stand and how they print: a size, and no pixels."""

from __future__ import annotations

from pathlib import Path

from handouts.figure.drawing import Strip
from handouts.model.picture import PictureRef
from handouts.source.node import Node
from handouts.source.problem import Problem
from handouts.typeset.picture import Picture


def photo(width: int, height: int, name: str = "photo.jpg") -> Picture:
    """A picture of a size in pixels."""
    return Picture(Path(name), b"", "JPEG", width, height)


class Photos:
    """Artwork that gives one picture for every path, the same one whenever it is asked for."""

    def __init__(self, picture: Picture) -> None:
        self._picture = picture

    def picture(self, ref: PictureRef) -> Picture | Problem:
        """Give the picture."""
        return self._picture

    def strip(self, figure: Node) -> Strip | list[Problem]:
        """Say that there is none."""
        return [Problem("figure", "there is no drawing")]
