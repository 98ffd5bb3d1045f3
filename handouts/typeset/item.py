"""Items of lists: a sign with its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.block import Item
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element
from handouts.typeset.paragraph import measure_paragraph
from handouts.typeset.placer import Placer
from handouts.typeset.sign import SignBox, measure_sign


@dataclass(slots=True, eq=False)
class ItemBox(Box):
    """A sign, and the text beside it; what goes on on another page has no sign.

    ``element`` is that which the parts of a broken item share.
    """

    sign: SignBox | None
    text: Box
    indent: float
    role: str | None
    element: Element | None = None

    @property
    def within(self) -> Sequence[Box]:
        """The sign, where it is there, and the text."""
        return (self.sign, self.text) if self.sign else (self.text,)

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Break between lines of the text; the sign stays with the first of them."""
        if self.height <= height + TOLERANCE:
            return self, None
        least = self.sign.height if self.sign else 0.0
        head, tail = self.text.split(height, fresh) if least <= height else (None, self.text)
        if head is None:
            return None, self
        element = self.element or Element(self.role or "", broken=True)
        first = replace(self, text=head, height=max(head.height, least), element=element)
        if tail is None:
            return first, None
        return first, replace(self, sign=None, text=tail, height=tail.height, element=element)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the sign on the text's first line."""
        if self.role:
            out.begin(self.element or Element(self.role))
        if self.sign:
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
