"""What is left for a pen: lines to write on, empty fields; and rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Field, PageNumber, Paragraph, Rule, Run, WriteLines
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.placer import Placer

LEAST_PITCH = 12.0
"""Nobody writes on lines closer together than this."""

FIELD_LINE = 0.6
"""The thickness of a line to write on."""


@dataclass(slots=True, eq=False)
class RuleBox(Box):
    """A line across the width."""

    colour: Colour

    @property
    def keeps_with_next(self) -> bool:
        """A line opens what follows."""
        return True

    def place(self, out: Placer, x: float, y: float) -> None:
        """Draw the line."""
        middle = y + self.height / 2
        out.line(x, middle, x + self.width, middle, self.height, self.colour)


@dataclass(slots=True, eq=False)
class WriteLinesBox(Box):
    """Lines to write on, sharing the height evenly."""

    count: int
    most: float
    colour: Colour

    def stretched(self, height: float) -> WriteLinesBox:
        """Spread the lines; add more rather than set them further apart than is handy."""
        count = max(self.count, round(height / self.most))
        return replace(self, height=height, count=count)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Draw the lines, the last one at the bottom."""
        pitch = self.height / self.count
        for index in range(1, self.count + 1):
            bottom = y + pitch * index - FIELD_LINE / 2
            out.line(x, bottom, x + self.width, bottom, FIELD_LINE, self.colour)


@dataclass(slots=True, eq=False)
class FieldBox(Box):
    """A label with its value below, or with a line to write it on."""

    label: Box
    value: Box | None
    blank: float
    colour: Colour

    @property
    def within(self) -> Sequence[Box]:
        """The label, and the value where there is one."""
        return (self.label, self.value) if self.value else (self.label,)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place label and value."""
        self.label.place(out, x, y)
        if self.value:
            self.value.place(out, x, y + self.label.height)
        else:
            bottom = y + self.height - 1.5
            out.line(x, bottom, x + self.blank, bottom, FIELD_LINE, self.colour)


def measure_rule(block: Rule, width: float, environment: Environment) -> RuleBox:
    """Measure a line across ``width``."""
    return RuleBox(
        width, environment.length(block.thickness), False, environment.colours[block.colour]
    )


def measure_write_lines(block: WriteLines, width: float, environment: Environment) -> WriteLinesBox:
    """Measure the fewest lines."""
    count = max(1, round(environment.length(block.count)))
    height = count * environment.length(block.pitch)
    colour = environment.colours[block.colour]
    most = max(environment.length(block.most), LEAST_PITCH)
    return WriteLinesBox(width, height, True, count, most, colour)


def measure_field(block: Field, width: float, environment: Environment) -> Box | None:
    """Measure a label and its value; the line to write on keeps the value's height."""
    label = environment.measure(Paragraph(runs=(Run(block.label),), style=block.label_style), width)
    if label is None:
        return None
    colour = environment.colours["ink2"]
    leading = environment.style(block.value_style).leading
    blank = min(environment.length(block.blank), width)
    if not block.value:
        return FieldBox(
            max(label.width, blank), label.height + leading, False, label, None, blank, colour
        )
    value = environment.measure(Paragraph(runs=(Run(block.value),), style=block.value_style), width)
    assert value is not None
    wide = max(label.width, value.width)
    return FieldBox(wide, label.height + value.height, False, label, value, blank, colour)


def measure_page_number(block: PageNumber, width: float, environment: Environment) -> Box | None:
    """Measure the page's number; a single page has none."""
    page, pages = environment.page_number()
    if pages == 1:
        return None
    text = block.text.replace("{page}", str(page)).replace("{pages}", str(pages))
    return environment.measure(Paragraph(runs=(Run(text),), style=block.style), width)
