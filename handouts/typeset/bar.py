"""Bars of a chart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Bar
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Path, Rectangle
from handouts.typeset.placer import Placer
from handouts.typeset.row import UNBOUNDED

OUTLINE, DASHES = 1.0, (2.0, 1.6)
"""The line round what a bar may reach, and its dashes."""

LABEL_GAP = 2.0
"""Between a bar and its label."""

NARROWEST = 12.0
"""A bar without bounds is at least so wide as to be seen."""

WIDEST = 64.0
"""No bar is wider: it is to be read by its height."""


@dataclass(slots=True, eq=False)
class BarBox(Box):
    """A bar at the foot of its box; ``solid`` and ``reach`` are heights in points."""

    solid: float
    reach: float
    breadth: float
    label: Box | None
    colour: Colour

    @property
    def within(self) -> Sequence[Box]:
        """The label, which stands above the bar."""
        return (self.label,) if self.label else ()

    def place(self, out: Placer, x: float, y: float) -> None:
        """Draw the bar, and set the label in the middle above it."""
        middle, foot = x + self.width / 2, y + self.height
        left = middle - self.breadth / 2
        if self.solid:
            out.fill(Rectangle(left, foot - self.solid, self.breadth, self.solid), self.colour)
        if self.reach > self.solid:
            outline = list(self._outline(left, foot))
            out.decorate(Path(outline, stroke=self.colour, width=OUTLINE, dash=DASHES))
        if self.label:
            top = foot - self.reach - LABEL_GAP - self.label.height
            self.label.place(out, middle - self.label.width / 2, top)

    def _outline(self, left: float, foot: float) -> Iterator[tuple[str, *tuple[float, ...]]]:
        """Go up from the solid part, over the top and down again, the line within."""
        half = OUTLINE / 2
        right, base, top = left + self.breadth - half, foot - self.solid, foot - self.reach + half
        yield "M", left + half, base
        yield "L", left + half, top
        yield "L", right, top
        yield "L", right, base


def measure_bar(block: Bar, width: float, environment: Environment) -> BarBox:
    """Measure a bar and its label; the label stands above the block's height."""
    label = _label(block, width, environment)
    height = environment.length(block.height)
    used = width if width < UNBOUNDED else max(label.width if label else 0.0, NARROWEST)
    return BarBox(
        used,
        height + (label.height + LABEL_GAP if label else 0.0),
        False,
        block.low * height,
        max(block.low, block.high) * height,
        min(block.breadth * used, WIDEST),
        label,
        environment.colours[block.colour],
    )


def _label(block: Bar, width: float, environment: Environment) -> Box | None:
    """Measure the label for its own width, so that it can be put in the middle."""
    if block.label is None:
        return None
    natural = environment.measure(block.label, UNBOUNDED)
    return environment.measure(block.label, min(natural.width, width)) if natural else None
