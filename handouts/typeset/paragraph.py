"""Paragraphs: lines of text, one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Paragraph, Style
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.environment import Environment
from handouts.typeset.lettering import Letterings
from handouts.typeset.page import Element, Line, Rectangle
from handouts.typeset.placer import Placer
from handouts.typeset.text import ShapedText, TextLine

CAP_MIDDLE = 0.334
"""Half the cap height of the primary font, in ems: caps stand in the middle of the leading."""

FEWEST_LINES = 2
"""Of a paragraph that breaks, as many lines or more stand on either page."""

LEADING = frozenset(("H1", "H2", "H3", "H4", "H5", "H6"))
"""The roles of what leads to what follows."""

HEADINGS = {"H1": 0, "H2": 1, "H3": 2}
"""The roles that make up the outline, and their levels."""


@dataclass(slots=True, eq=False)
class ParagraphBox(Box):
    """A paragraph broken into lines for one measure, or some of those lines.

    ``elements`` are those that the parts of a broken paragraph share, the outer one first.
    """

    block: Paragraph
    style: Style
    text: ShapedText
    lines: Sequence[TextLine]
    measure: float
    colours: Mapping[str, Colour]
    begins: bool = True
    elements: Sequence[Element] = ()

    @property
    def keeps_with_next(self) -> bool:
        """Headings lead to what follows."""
        return self.block.role in LEADING

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Break between two lines, none of them alone; a heading is not broken."""
        if self.height <= height + TOLERANCE:
            return self, None
        fitting = int((height + TOLERANCE) // self.style.leading)
        kept = min(fitting, len(self.lines) - FEWEST_LINES)
        if kept < FEWEST_LINES or self.keeps_with_next:
            kept = min(fitting, len(self.lines) - 1) if fresh else 0
        if kept < 1:
            return None, self
        elements = self.elements or self._elements(broken=True)
        return (
            self._part(self.lines[:kept], self.begins, elements),
            self._part(self.lines[kept:], False, elements),
        )

    def lettering(self, ground: str | None, found: Letterings) -> None:
        """Find the colours and sizes of its runs."""
        for setting in self.text.settings:
            found[setting.colour, self.style.size * setting.scale, ground] = None

    def place(self, out: Placer, x: float, y: float) -> None:
        """Set the lines; each but the last ends in a space, so that its last word ends there."""
        for element in self.elements or self._elements():
            out.begin(element)
        if self.begins:
            self._name(out, y)
        if link := self.block.link:
            contents = self._words if link.startswith("#") else link
            out.link(Rectangle(x, y, self.width, self.height), contents, link)
        baseline = y + self.style.leading / 2 + CAP_MIDDLE * self.style.size
        for line in self.lines:
            self._place_line(out, line, x + self._indent(line), baseline)
            baseline += self.style.leading
        if self.block.link:
            out.end()
        if self.block.role:
            out.end()

    @property
    def _words(self) -> str:
        return "".join([run.text for run in self.block.runs])

    def _name(self, out: Placer, y: float) -> None:
        """Name the place where the paragraph begins, for links and the outline."""
        if self.block.anchor:
            out.anchor(self.block.anchor, y)
        if self.block.role in HEADINGS:
            out.heading(self.block.entry or self._words, HEADINGS[self.block.role], y)

    def _elements(self, broken: bool = False) -> Sequence[Element]:
        elements = []
        if self.block.role:
            elements.append(Element(self.block.role, title=self.block.title, broken=broken))
        if self.block.link:
            elements.append(Element("Link", broken=broken))
        return elements

    def _part(
        self, lines: Sequence[TextLine], begins: bool, elements: Sequence[Element]
    ) -> ParagraphBox:
        height = len(lines) * self.style.leading
        return replace(self, lines=lines, height=height, begins=begins, elements=elements)

    def _indent(self, line: TextLine) -> float:
        if self.style.align == "start":
            return 0.0
        spare = self.measure - line.width * self.style.size
        return spare / 2 if self.style.align == "centre" else spare

    def _place_line(self, out: Placer, line: TextLine, x: float, baseline: float) -> None:
        size, colours, width = self.style.size, self.colours, line.width * self.style.size
        for words, setting, offset in self.text.stretches(line):
            scaled = size * setting.scale
            colour, tracking = colours[setting.colour], setting.tracking * scaled
            part = Line(x + offset * size, baseline, words, scaled, colour, tracking)
            out.text(part, x, width)


def measure_paragraph(block: Paragraph, width: float, environment: Environment) -> ParagraphBox:
    """Break a paragraph into lines for a measure of ``width``.

    Lines of a script that is taller than ours are as far apart as it needs, by half points; a
    heading is as far from what follows, however few lines it has.
    """
    style = environment.style(block.style)
    shaped = environment.shaped(block)
    text, lines = shaped.lines(width / style.size, environment.shaper, style.balance)
    if text.foreign and (len(lines) > 1 or block.role in HEADINGS):
        least = ceil(2 * text.least_leading * style.size) / 2
        style = replace(style, leading=max(style.leading, least))
    longest = max([line.width for line in lines], default=0.0) * style.size
    height = len(lines) * style.leading
    return ParagraphBox(
        longest, height, False, block, style, text, lines, width, environment.colours
    )
