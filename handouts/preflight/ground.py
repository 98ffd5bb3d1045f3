"""Grounds: whether text can be read on what lies beneath it, once it is set.

In grey each colour has the luminance it had, so contrast is the same there (``pdf.colour.grey``).

Source: WCAG 2.1, 1.4.3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.colour import WHITE, Colour, contrast
from handouts.dataclass import dataclass
from handouts.model.brand import Brand
from handouts.source.problem import Place, Problem, Severity
from handouts.typeset.binding import SetDocument

LEAST = 4.5
LEAST_OF_LARGE = 3.0
"""The contrast that text needs, and that of large type."""

LARGE = 18.0
"""Points from which type is large."""


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


def faint_text(documents: Sequence[SetDocument], brand: Brand, layout: Place) -> Iterator[Problem]:
    """Warn of each pair of colours that a layout prints and nobody can read, in the layout's file
    or in that of the brand whose colour it is.
    """
    faint = dict.fromkeys(pair for each in documents for pair in pairs(each) if pair.is_faint)
    if not faint:
        return
    names = {colour: name for each in documents for name, colour in each.document.colours.items()}
    own = {colour for _, colour in brand.colours}
    for pair in faint:
        text, ground = names.get(pair.text, "text"), names.get(pair.ground, "paper")
        is_brand = not own.isdisjoint((pair.text, pair.ground))
        place = brand.places.get("colours") if is_brand else layout
        yield _problem(text, ground, pair, place)


def pairs(document: SetDocument) -> Iterator[Pair]:
    """Give the colours of a document's text, each with that of the ground it stands on."""
    colours = document.document.colours
    named = [(colour, ground, size >= LARGE) for colour, size, ground in document.lettering()]
    for colour, ground, large in dict.fromkeys(named):
        yield Pair(colours[colour], colours[ground] if ground else WHITE, large)


def _problem(text: str, ground: str, pair: Pair, place: Place | None) -> Problem:
    least = LEAST_OF_LARGE if pair.large else LEAST
    message = (
        f"{'large ' if pair.large else ''}text in {text} on {ground} cannot be read: "
        f"contrast {pair.contrast:.2f}, {least:g} is the least"
    )
    hint = "make one of the two darker or lighter, or set the text in ink"
    return Problem("contrast", message, place, hint, Severity.WARNING)
