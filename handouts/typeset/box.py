"""Boxes: blocks that have been measured and know how to place themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence

from handouts.dataclass import dataclass
from handouts.typeset.lettering import Letterings
from handouts.typeset.placer import Placer

TOLERANCE = 1e-6
"""Points by which sums of the same lengths may differ."""


@dataclass(slots=True, eq=False)
class Box(ABC):
    """A measured block, in points. ``width`` is what its content takes, not what it was offered.

    ``grows`` tells whether it has a use for spare height. A box may be placed any number of times,
    as blocks may occur in more than one place; so the structure elements are made when it is. Only
    the parts of a broken box know the element that they share.
    """

    width: float
    height: float
    grows: bool

    @property
    def within(self) -> Sequence[Box]:
        """The boxes directly within, in reading order."""
        return ()

    @property
    def keeps_with_next(self) -> bool:
        """Whether no page may end with it, as it leads to what follows."""
        return False

    @property
    def keeps_with_previous(self) -> bool:
        """Whether no page may begin with it, as it belongs to what comes before."""
        return False

    def at_head(self) -> Box:
        """Give the box as it opens a page under a running head, which ends in a rule of its own."""
        return self

    def stretched(self, height: float) -> Box:
        """Give the box filling ``height``, which is no less than its own; most stay as they are."""
        return self

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Give what fits into ``height`` and what is left; most boxes do not break.

        ``fresh`` is said of a box at the top of an empty page: it will never have more room, so
        that nothing is gained by keeping it in one piece.
        """
        return (self, None) if self.height <= height + TOLERANCE else (None, self)

    def lettering(self, ground: str | None, found: Letterings) -> None:
        """Add the text within to what is ``found``; a ``ground`` lies beneath the box, or none."""
        for box in self.within:
            box.lettering(ground, found)

    @abstractmethod
    def place(self, out: Placer, x: float, y: float) -> None:
        """Put every mark on the page, with the box's top left corner at (x, y)."""
