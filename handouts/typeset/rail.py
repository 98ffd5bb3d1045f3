"""A ladder's rail: a line through all rows, with a disc for each rung."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Paragraph, Rail, Run
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.lettering import Letterings
from handouts.typeset.page import Path
from handouts.typeset.placer import Placer
from handouts.typeset.sign import circle

RING = 2.4
"""The thickness of an open disc's ring."""

DISC = 24.0
LARGE_DISC = 28.0
"""How wide a rung's disc is, and that of the client's rung."""

ARROW = 7.0
"""Half the breadth of the arrow at the top, and half its height."""


@dataclass(slots=True, eq=False)
class RailBox(Box):
    """A piece of the rail; the number stands in the middle of its height."""

    block: Rail
    line: float
    number: Box | None
    colours: Mapping[str, Colour]

    def stretched(self, height: float) -> RailBox:
        """Go on as far as the row does."""
        return replace(self, height=height)

    def lettering(self, ground: str | None, found: Letterings) -> None:
        """Find the number, which stands on its disc."""
        if self.number:
            self.number.lettering("ink" if self.block.here else "paper", found)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Draw the rail, then the disc on it, and set the number."""
        ink, middle, centre = self.colours["ink"], y + self.height / 2, x + self.width / 2
        top = y + 2 * ARROW if self.block.top else y
        out.line(centre, top, centre, y + self.height, self.line, ink)
        if self.block.top:
            tip = (("M", centre, y), ("L", centre - ARROW, top), ("L", centre + ARROW, top), ("Z",))
            out.decorate(Path(tip, fill=ink))
        if self.number is None:
            return
        if self.block.here:
            out.line(centre, middle, x + self.width + LARGE_DISC, middle, self.line, ink)
            out.decorate(Path(circle(centre, middle, LARGE_DISC / 2), fill=ink))
        else:
            paper, radius = self.colours["paper"], (DISC - RING) / 2
            disc = circle(centre, middle, radius)
            out.decorate(Path(disc, fill=paper, stroke=ink, width=RING))
        left, above = centre - self.number.width / 2, middle - self.number.height / 2
        self.number.place(out, left, above)


def measure_rail(block: Rail, width: float, environment: Environment) -> RailBox:
    """Measure the rail at its least height; rows stretch it to theirs."""
    style = f"{block.style}-here" if block.here else block.style
    number = Paragraph(runs=(Run(block.text),), style=style, role="Span") if block.text else None
    return RailBox(
        environment.length(block.width),
        LARGE_DISC if number else 0.0,
        True,
        block,
        environment.length(block.thickness),
        environment.measure(number, width) if number else None,
        environment.colours,
    )
