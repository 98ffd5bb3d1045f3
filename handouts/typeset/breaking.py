"""Breaking a run of boxes where a page, or a column, is full."""

from __future__ import annotations

from collections.abc import Sequence

from handouts.dataclass import dataclass
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.placer import Placer

LEAST_AFTER_HEADING = 22.0
"""Points of what must follow a heading on its page: two lines of small type, or a row."""


@dataclass(slots=True, eq=False)
class SpaceBox(Box):
    """Nothing, so high. It is not carried over to another page."""

    @property
    def keeps_with_next(self) -> bool:
        """No page ends with nothing."""
        return True

    def place(self, out: Placer, x: float, y: float) -> None:
        """Leave the page as it is."""


@dataclass(slots=True, eq=False)
class RepeatedBox(Box):
    """What heads the rest of a box that broke. It has been read before, so it is an artifact."""

    box: Box

    @property
    def within(self) -> Sequence[Box]:
        """The one box."""
        return (self.box,)

    @property
    def keeps_with_next(self) -> bool:
        """A head is nothing without what it heads."""
        return True

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the box outside the structure."""
        was, out.pagination = out.pagination, True
        self.box.place(out, x, y)
        out.pagination = was


UNREAD = (SpaceBox, RepeatedBox)
"""What is no reason to begin a page."""


def height_of(boxes: Sequence[Box], gap: float) -> float:
    """Give the height of boxes below one another."""
    return sum([box.height for box in boxes]) + gap * max(len(boxes) - 1, 0)


def broken(
    boxes: Sequence[Box], gap: float, height: float, fresh: bool
) -> tuple[Sequence[Box], Sequence[Box]]:
    """Break boxes, ``gap`` apart, into those that fit ``height`` and the rest.

    The break falls between two boxes or within one, and a heading stays with what follows it.
    Nothing may fit, as with ``Box.split``; at the top of an empty page, what can be broken is.
    """
    first, rest = _cut(boxes, gap, height, fresh)
    if first and rest and rest[0].keeps_with_previous:
        return _with_end(first, rest, gap)
    return first, rest


def _cut(
    boxes: Sequence[Box], gap: float, height: float, fresh: bool
) -> tuple[Sequence[Box], Sequence[Box]]:
    """Break boxes where the height is full, whatever follows on the next page."""
    count = _fitting(boxes, gap, height)
    if count == len(boxes):
        return boxes, ()
    leading = all(box.keeps_with_next for box in boxes[:count])
    top = height_of(boxes[:count], gap) + (gap if count else 0.0)
    head, tail = boxes[count].split(height - top, fresh and leading)
    first = [*boxes[:count], head] if head else boxes[:count]
    end = _end(first, gap)
    if not end and fresh and not all(isinstance(box, UNREAD) for box in first):
        end = len(first)
    if end > count:
        return first, _without_space([tail, *boxes[count + 1 :]] if tail else boxes[count + 1 :])
    return boxes[:end], _without_space(boxes[end:]) if end else boxes


def _with_end(
    first: Sequence[Box], rest: Sequence[Box], gap: float
) -> tuple[Sequence[Box], Sequence[Box]]:
    """Take the end of what comes before along to the page of what belongs to it.

    Where that would leave nothing, it stays where it is.
    """
    *before, last = first
    head, tail = last.split(last.height - 2 * TOLERANCE, False)
    begun = [*before, head] if head else before
    if _end(begun, gap) < max(len(begun), 1):
        return first, rest
    return begun, [tail or last, *rest]


def _fitting(boxes: Sequence[Box], gap: float, height: float) -> int:
    """Count the boxes that fit as they are."""
    top = 0.0
    for count, box in enumerate(boxes):
        if top + box.height > height + TOLERANCE:
            return count
        top += box.height + gap
    return len(boxes)


def _end(boxes: Sequence[Box], gap: float) -> int:
    """Count the boxes with which a page may end: no heading at its foot, or next to it."""
    end = _without_leads(boxes, len(boxes))
    start = end
    while start and (
        isinstance(boxes[start - 1], SpaceBox) or not boxes[start - 1].keeps_with_next
    ):
        start -= 1
    if start and height_of(boxes[start:end], gap) < LEAST_AFTER_HEADING:
        return _without_leads(boxes, start)
    return end


def _without_leads(boxes: Sequence[Box], end: int) -> int:
    while end and boxes[end - 1].keeps_with_next:
        end -= 1
    return end


def _without_space(boxes: Sequence[Box]) -> Sequence[Box]:
    start = 0
    while start < len(boxes) and isinstance(boxes[start], SpaceBox):
        start += 1
    return boxes[start:]
