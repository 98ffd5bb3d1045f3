"""Mirrored pages, for languages that are written from the right.

Everything is measured and placed from the start of a page to its end. Where the start is at the
right, each mark changes sides as it is placed: what is at a distance from the left edge comes to be
at that distance from the right one. Words, pictures and drawings change places but are not turned
over, and neither are signs that say something by their shape.
"""

from __future__ import annotations

from dataclasses import replace

from handouts.typeset.page import (
    Element,
    Line,
    Mark,
    Path,
    PlacedDrawing,
    PlacedPicture,
    Rectangle,
)
from handouts.typeset.placer import Placer, Segments, Trace


class MirroredPlacer(Placer):
    """Places marks on a page of a ``width`` whose start is at the right."""

    def __init__(self, page_index: int, structure: Element, width: float) -> None:
        super().__init__(page_index, structure)
        self._width = width

    def begin(self, element: Element) -> None:
        """Open an element; a figure's box changes sides with the figure."""
        if element.box is not None:
            element.box = self._box(element.box)
        super().begin(element)

    def mark(self, mark: Mark) -> None:
        """Add content to the open element, at the other side."""
        super().mark(self._mirrored(mark))

    def text(self, line: Line, x: float, width: float) -> None:
        """Add words to the open element: their line of text changes sides as a whole."""
        moved = self._width - 2 * x - width
        super().mark(replace(line, x=line.x + moved))

    def decorate(self, mark: Mark) -> None:
        """Add a mark that means nothing to a reader, at the other side."""
        super().decorate(self._mirrored(mark))

    def link(self, box: Rectangle, contents: str, target: str) -> None:
        """Lead somewhere from a rectangle at the other side."""
        super().link(self._box(box), contents, target)

    def trace(self, trace: Trace) -> None:
        """Keep where a block stands, at the other side."""
        super().trace(replace(trace, box=self._box(trace.box)))

    def _mirrored(self, mark: Mark) -> Mark:
        match mark:
            case Path():
                return replace(mark, segments=self._segments(mark))
            case PlacedPicture():
                window = self._box(mark.window) if mark.window else None
                return replace(mark, box=self._box(mark.box), window=window)
            case PlacedDrawing():
                return replace(mark, box=self._box(mark.box))
            case Line():
                return replace(mark, x=self._width - mark.x - mark.width)

    def _box(self, box: Rectangle) -> Rectangle:
        return replace(box, x=self._width - box.x - box.width)

    def _segments(self, path: Path) -> Segments:
        """Turn a path over, or move it as it is."""
        xs = [x for segment in path.segments for x in list(segment[1:])[::2]]
        width, dx = self._width, self._width - min(xs) - max(xs)
        moved: list[tuple[str, *tuple[float, ...]]] = []
        for segment in path.segments:
            numbers = list(segment[1:])
            numbers[::2] = [x + dx if path.upright else width - x for x in numbers[::2]]
            moved.append((segment[0], *numbers))
        return moved
