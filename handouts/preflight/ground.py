"""Grounds: whether text can be read on what lies beneath it, by the marks of finished pages.

In grey each colour has the luminance it had, so contrast is the same there (``pdf.colour.grey``).

Source: WCAG 2.1, 1.4.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from handouts.colour import WHITE, Colour, contrast
from handouts.dataclass import dataclass
from handouts.model.brand import Brand
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.page import Line, Page, Path

LEAST = 4.5
LEAST_OF_LARGE = 3.0
"""The contrast that text needs, and that of large type."""

LARGE = 18.0
"""Points from which type is large."""

Bounds = tuple[float, float, float, float]
"""Left, top, right and bottom."""

Fill = tuple[Bounds, Colour]
"""What a filled path covers, and its colour."""

_MIDDLE = 0.3
"""The middle of small letters above the baseline, as a part of the type's size."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A colour of text and the one beneath it."""

    text: Colour
    ground: Colour
    large: bool

    @property
    def contrast(self) -> float:
        """Their contrast, from 1 to 21."""
        return contrast(self.text, self.ground)

    @property
    def is_faint(self) -> bool:
        """Whether the text cannot be read."""
        return self.contrast < (LEAST_OF_LARGE if self.large else LEAST)


def faint_text(
    pages: Iterable[Page], colours: Mapping[str, Colour], brand: Brand, layout: Place
) -> Iterator[Problem]:
    """Warn of each pair of colours that a layout prints and nobody can read, in the layout's file
    or in that of the brand whose colour it is. ``colours`` are those of the layout and the brand.
    """
    names = {colour: name for name, colour in colours.items()}
    own = {colour for _, colour in brand.colours}
    for pair in dict.fromkeys(pair for page in pages for pair in pairs(page)):
        if pair.is_faint:
            text, ground = names.get(pair.text, "text"), names.get(pair.ground, "paper")
            is_brand = not own.isdisjoint((pair.text, pair.ground))
            place = brand.places.get("colours") if is_brand else layout
            yield _problem(text, ground, pair, place)


def pairs(page: Page) -> Iterator[Pair]:
    """Give the colour of each line of a page with that of the ground it stands on."""
    fills: list[Fill] = []
    for group in page.groups:
        for mark in group.marks:
            if isinstance(mark, Path) and mark.fill:
                fills.append((_bounds(mark), mark.fill))
            elif isinstance(mark, Line) and not _is_blank(mark):
                yield Pair(mark.colour, _ground(mark, fills), mark.size >= LARGE)


def _ground(line: Line, fills: list[Fill]) -> Colour:
    """Find what was painted last beneath the beginning of a line."""
    x, y = line.x, line.y - _MIDDLE * line.size
    for (left, top, right, bottom), colour in reversed(fills):
        if left <= x <= right and top <= y <= bottom:
            return colour
    return WHITE


def _bounds(path: Path) -> Bounds:
    points = [number for _, *numbers in path.segments for number in numbers]
    across, down = points[::2], points[1::2]
    return min(across), min(down), max(across), max(down)


def _is_blank(line: Line) -> bool:
    return not any(word.text.strip() for word in line.words)


def _problem(text: str, ground: str, pair: Pair, place: Place | None) -> Problem:
    least = LEAST_OF_LARGE if pair.large else LEAST
    message = (
        f"{'large ' if pair.large else ''}text in {text} on {ground} cannot be read: "
        f"contrast {pair.contrast:.2f}, {least:g} is the least"
    )
    hint = "make one of the two darker or lighter, or set the text in ink"
    return Problem("contrast", message, place, hint, Severity.WARNING)
