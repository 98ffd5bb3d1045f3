"""Pictures with too few pixels for the size at which they print: a warning at their place."""

from __future__ import annotations

from collections.abc import Sequence
from math import floor

from handouts.layout.block import Document, Image, walk
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.page import Pages, PlacedPicture
from handouts.typeset.picture import Picture
from handouts.typeset.typeset import Typeset

LEAST = 150
"""Pixels an inch that a picture needs; with fewer, its edges look soft on paper."""

_INCH = 72


def coarse_pictures(documents: Sequence[Document], result: Typeset) -> list[Problem]:
    """Warn of each picture that prints under 150 dpi; shown more than once, at its largest.

    ``result`` is what was set of the documents. Pages are placed only to see a picture on them.
    """
    places = _places(documents)
    sizes = _sizes(result.pages) if places and result.pages else {}
    return [
        _problem(picture, size, places[picture])
        for picture, size in sizes.items()
        if _across(size) > picture.width
    ]


def _sizes(pages: Pages) -> dict[Picture, float]:
    """Find how wide each picture prints, in inches."""
    groups = [group for page in pages.pages for group in page.groups]
    placed = [m for group in groups for m in group.marks if isinstance(m, PlacedPicture)]
    sizes: dict[Picture, float] = {}
    for mark in placed:
        if isinstance(mark.picture, Picture):
            size = mark.box.width / _INCH
            sizes[mark.picture] = max(size, sizes.get(mark.picture, 0.0))
    return sizes


def _across(size: float) -> int:
    """Give the pixels that a width in inches needs."""
    return round(LEAST * size)


def _places(documents: Sequence[Document]) -> dict[Picture, Place]:
    """Find where the data names each picture of pixels; one named twice, where it first is."""
    trees = (tree for document in documents for tree in document.trees)
    images = (block for tree in trees for block in walk(tree) if isinstance(block, Image))
    places: dict[Picture, Place] = {}
    for image in images:
        if isinstance(image.picture, Picture):
            places.setdefault(image.picture, image.place)
    return places


def _problem(picture: Picture, size: float, place: Place) -> Problem:
    name, has = picture.path.name, picture.width
    message = (
        f"{name} prints at {floor(has / size)} dpi; "
        f"{LEAST} needs {_across(size)} pixels across, it has {has}"
    )
    hint = "take a larger original, or a layout that prints it smaller"
    return Problem("coarse-picture", message, place, hint, Severity.WARNING)
