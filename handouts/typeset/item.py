"""Items of lists: a sign with its text, which no page parts."""

from __future__ import annotations

from dataclasses import dataclass

from handouts.layout.block import Item
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element
from handouts.typeset.paragraph import ParagraphBox, measure_paragraph
from handouts.typeset.placer import Placer
from handouts.typeset.sign import SignBox, measure_sign


@dataclass(slots=True, eq=False)
class ItemBox(Box):
    """A sign, and the text beside it."""

    sign: SignBox
    text: ParagraphBox
    indent: float
    role: str | None

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the sign on the text's first line."""
        if self.role:
            out.begin(Element(self.role))
        self.sign.place(out, x, y)
        self.text.place(out, x + self.indent, y)
        if self.role:
            out.end()


def measure_item(block: Item, width: float, environment: Environment) -> ItemBox:
    """Measure sign and text; neither is looked for among the boxes made before, as the item is."""
    indent = environment.length(block.indent)
    text = measure_paragraph(block.text, width - indent, environment)
    sign = measure_sign(block.sign, indent, environment)
    height = max(sign.height, text.height)
    return ItemBox(indent + text.width, height, False, sign, text, indent, block.role)
