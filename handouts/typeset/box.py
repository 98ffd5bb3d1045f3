"""Boxes: blocks that have been measured and know how to place themselves."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass

from handouts.typeset.placer import Placer


@dataclass(slots=True, eq=False)
class Box(ABC):
    """A measured block, in points. ``width`` is what its content takes, not what it was offered.

    ``grows`` tells whether it has a use for spare height.
    """

    width: float
    height: float
    grows: bool

    def stretched(self, height: float) -> Box:
        """Give the box filling ``height``, which is no less than its own; most stay as they are."""
        return self

    def split(self, height: float) -> tuple[Box | None, Box | None]:
        """Give what fits into ``height`` and what is left; most boxes do not break."""
        return (self, None) if self.height <= height + 1e-6 else (None, self)

    @abstractmethod
    def place(self, out: Placer, x: float, y: float) -> None:
        """Put every mark on the page, with the box's top left corner at (x, y)."""
