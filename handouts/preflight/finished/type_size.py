"""How large type prints, measured on the page: floors under which nobody should have to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import floor

from handouts.layout.declare import TypeSource
from handouts.preflight.finished.finding import Finding, others, quoted
from handouts.preflight.finished.printed import PrintedPage, Text

_TOLERANCE = 0.05
"""Points that rounding may take away."""

_RUNNING = 4
"""Words from which text is more than a label."""

_FEW = 3
_LARGER = 1.2
_CLOSE = 0.4
"""Letters of an exponent, how much larger what it belongs to is, and how near, in its size."""


def small_type(page: PrintedPage, floors: TypeSource) -> Iterator[Finding]:
    """Find type under the floor of all type, naming the smallest; raised figures may be smaller."""
    under = [text for text in page.read if text.size < floors.labels - _TOLERANCE]
    small = [text for text in under if not _is_raised(text, page)]
    if small:
        smallest = min(small, key=lambda text: text.size)
        more = others(len(small) - 1, "text")
        message = f"{quoted(smallest.words)} prints at {_figure(smallest.size)} points{more}"
        yield Finding("tiny-type", message, f"{floors.labels:g} points is the floor")


def small_reading(page: PrintedPage, said: Sequence[Text], floors: TypeSource) -> Iterator[Finding]:
    """Find a page whose text is mostly small, though no smaller than labels may be.

    ``said`` is what it says, without what repeats on every page.
    """
    size = usual_size(said)
    if size is not None and floors.labels - _TOLERANCE <= size < floors.floor - _TOLERANCE:
        message = f"most of the text prints at {_figure(size)} points"
        yield Finding("tiny-type", message, f"{floors.floor:g} is the floor for what people read")


def smallest(page: PrintedPage) -> float | None:
    """Give the smallest size on a page in points, none of a page without text."""
    return min((text.size for text in page.read), default=None)


def usual_size(texts: Sequence[Text]) -> float | None:
    """Give the size that half of the letters in running text do not exceed: the median.

    Words that stand alone are not running text, as labels and the cells of a table do. Where most
    words stand alone there is none.
    """
    running = [text for text in texts if len(text.words.split()) >= _RUNNING]
    half = sum(text.letters for text in running) / 2
    if half < sum(text.letters for text in texts) / 4:
        return None
    for text in sorted(running, key=lambda text: text.size):
        half -= text.letters
        if half <= 0:
            return text.size
    return None


def _is_raised(text: Text, page: PrintedPage) -> bool:
    """Whether a text is an exponent or an index: a sign or two close behind larger type."""
    if text.letters > _FEW:
        return False
    return any(
        other.size > text.size * _LARGER
        and abs(text.box.left - other.box.right) < _CLOSE * other.size
        and text.box.top < other.box.bottom + text.box.height
        and text.box.bottom > other.box.top - text.box.height
        for other in page.texts
    )


def _figure(size: float) -> str:
    """Write a size so that it never reads as the floor that it is under."""
    return f"{floor(size * 10 + 0.5 * _TOLERANCE) / 10:g}"
