"""Paragraphs: lines of text, one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from handouts.colour import Colour
from handouts.layout.block import Paragraph, Style
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element, Line, Rectangle
from handouts.typeset.placer import Placer
from handouts.typeset.text import ShapedText, TextLine

CAP_MIDDLE = 0.334
"""Half the cap height of the primary font, in ems: caps stand in the middle of the leading."""


HEADINGS = {"H1": 0, "H2": 1, "H3": 2}
"""The roles that make up the outline, and their levels."""


@dataclass(slots=True, eq=False)
class ParagraphBox(Box):
    """A paragraph broken into lines for one measure."""

    block: Paragraph
    style: Style
    text: ShapedText
    lines: Sequence[TextLine]
    measure: float
    colours: Mapping[str, Colour]

    def place(self, out: Placer, x: float, y: float) -> None:
        """Set the lines; each but the last ends in a space, so that its last word ends there."""
        role = self.block.role
        if role:
            out.begin(Element(role))
        if role in HEADINGS:
            out.heading("".join(run.text for run in self.block.runs), HEADINGS[role], y)
        if self.block.link:
            out.begin(Element("Link"))
            out.link(Rectangle(x, y, self.width, self.height), self.block.link, self.block.link)
        baseline = y + self.style.leading / 2 + CAP_MIDDLE * self.style.size
        for line in self.lines:
            self._place_line(out, line, x + self._indent(line), baseline)
            baseline += self.style.leading
        if self.block.link:
            out.end()
        if role:
            out.end()

    def _indent(self, line: TextLine) -> float:
        spare = self.measure - line.width * self.style.size
        return {"start": 0.0, "centre": spare / 2, "end": spare}[self.style.align]

    def _place_line(self, out: Placer, line: TextLine, x: float, baseline: float) -> None:
        size = self.style.size
        for stretch in self.text.stretches(line):
            setting = stretch.setting
            scaled = size * setting.scale
            out.mark(
                Line(
                    x + stretch.offset * size,
                    baseline,
                    stretch.words,
                    scaled,
                    self.colours[setting.colour],
                    setting.tracking * scaled,
                )
            )


def measure_paragraph(block: Paragraph, width: float, environment: Environment) -> ParagraphBox:
    """Break a paragraph into lines for a measure of ``width``."""
    style = environment.style(block.style)
    shaped = environment.shaped(block)
    text, lines = shaped.lines(width / style.size, environment.shaper, style.balance)
    longest = max((line.width for line in lines), default=0.0) * style.size
    height = len(lines) * style.leading
    return ParagraphBox(
        longest, height, False, block, style, text, lines, width, environment.colours
    )
