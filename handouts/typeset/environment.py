"""What blocks are set with: fonts, tokens, colours and styles, and what has been left out so far.

Measuring is incremental. Each box remembers which tokens, styles and names it was made from, so
that the environment after a fit step keeps every box that the step does not touch.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from handouts.colour import Colour
from handouts.layout.block import Block, FitStep, Length, Paragraph, Run, Style
from handouts.typeset.box import Box
from handouts.typeset.text import Setting, ShapedText, Shaper

Made = tuple[Box | None, set[str]]
"""A box, and the names of what it was made from."""

BOLD = 700
"""The weight of words that are to be bold."""

PAGE = "page number"
"""What a box is made from that prints the page's number."""


class Environment:
    """One state of a page on its way to fitting. Changing it gives a new one."""

    __slots__ = (
        "_before",
        "_difference",
        "_made",
        "_made_from",
        "colours",
        "left_out",
        "mirrored",
        "modes",
        "page",
        "pages",
        "shaper",
        "styles",
        "tokens",
    )

    def __init__(
        self,
        modes: Mapping[type[Block], Mode],
        shaper: Shaper,
        tokens: Mapping[str, float],
        colours: Mapping[str, Colour],
        styles: Mapping[str, Style],
        mirrored: bool = False,
    ) -> None:
        self.modes = modes
        self.shaper = shaper
        self.tokens = tokens
        self.colours = colours
        self.styles = styles
        self.mirrored = mirrored
        self.left_out: frozenset[str] = frozenset()
        self.page = self.pages = 1
        self._made: dict[tuple[Block, float], Made] = {}
        self._made_from: set[str] = set()
        self._before: Environment | None = None
        self._difference: frozenset[str] = frozenset()

    def measure(self, block: Block, width: float) -> Box | None:
        """Measure a block for a width in points; none if it is left out or has nothing to show."""
        key = (block, width)
        made = self._made.get(key)
        if made is None and self._before is not None:
            made = self._inherited(key)
        if made is None:
            outer, self._made_from = self._made_from, set()
            made = self._made[key] = (self._measure(block, width), self._made_from)
            self._made_from = outer
        self._made_from |= made[1]
        return made[0]

    def measured(self, blocks: Sequence[Block], width: float) -> list[Box]:
        """Measure several blocks for one width; those that are absent are not in the list."""
        return [box for block in blocks if (box := self.measure(block, width)) is not None]

    def is_present(self, block: Block) -> bool:
        """Whether a block, or something within it, has not been left out."""
        if self._is_absent(block):
            return False
        within = block.within
        return not within or any(self.is_present(child) for child in within)

    def length(self, value: Length) -> float:
        """Give a length in points, looked up when it is a token's name."""
        if isinstance(value, str):
            self._made_from.add(value)
            return self.tokens[value]
        return value

    def style(self, name: str) -> Style:
        """Give a style by its name."""
        self._made_from.add(name)
        return self.styles[name]

    def is_left_out(self, name: str | None) -> bool:
        """Whether what goes by a name has been left out."""
        if name is None:
            return False
        self._made_from.add(name)
        return name in self.left_out

    def styles_of(self, block: Block, width: float) -> list[Style]:
        """Give the styles that a block measured for a width is set in."""
        self.measure(block, width)
        return [self.styles[name] for name in self._made[block, width][1] if name in self.styles]

    def page_number(self) -> tuple[int, int]:
        """Give the page's number and how many pages there are."""
        self._made_from.add(PAGE)
        return self.page, self.pages

    def shaped(self, paragraph: Paragraph) -> ShapedText:
        """Shape a paragraph's text."""
        base = self.style(paragraph.style)
        settings = tuple([self._setting(run, base) for run in paragraph.runs])
        texts = tuple([run.text for run in paragraph.runs])
        return self.shaper.shape(texts, settings, self.mirrored)

    def after(self, step: FitStep) -> Environment:
        """Give the environment that a fit step leads to."""
        after = self._changed(step.names)
        after.tokens = {**self.tokens, **step.tokens}
        after.styles = {**self.styles, **step.styles}
        after.left_out = self.left_out.union(step.leave_out)
        return after

    def heights(self, block: Block, width: float) -> dict[Block, float]:
        """Give how high all blocks within one are where they stand; natural widths do not count."""
        anew = Environment(
            self.modes, self.shaper, self.tokens, self.colours, self.styles, self.mirrored
        )
        anew.left_out = self.left_out
        anew.measure(block, width)
        heights: dict[Block, float] = {}
        for (each, wide), (box, _) in anew._made.items():
            if box is not None and wide <= width:
                heights[each] = max(box.height, heights.get(each, 0.0))
        return heights

    def keep_from(self, other: Environment, names: Collection[str]) -> None:
        """Take over what another environment has measured, if they differ in these names alone."""
        self._before, self._difference = other, frozenset(names)

    def with_block(self, name: str) -> Environment:
        """Give the environment with a block that had been left out."""
        after = self._changed([name])
        after.left_out = self.left_out - {name}
        return after

    def with_token(self, name: str, value: float) -> Environment:
        """Give the environment with one token changed."""
        after = self._changed([name])
        after.tokens = {**self.tokens, name: value}
        return after

    def on_page(self, page: int, pages: int) -> Environment:
        """Give the environment for one page of several, both counted from 1."""
        if (page, pages) == (self.page, self.pages):
            return self
        after = self._changed([PAGE])
        after.page, after.pages = page, pages
        return after

    def _changed(self, names: Collection[str]) -> Environment:
        """Give a copy that takes over what is not made from these names."""
        after = Environment(
            self.modes, self.shaper, self.tokens, self.colours, self.styles, self.mirrored
        )
        after.left_out, after.page, after.pages = self.left_out, self.page, self.pages
        if self._made or self._before is None:
            after._before, after._difference = self, frozenset(names)
        else:
            after._before, after._difference = self._before, self._difference.union(names)
        return after

    def _inherited(self, key: tuple[Block, float]) -> Made | None:
        """Find a box made earlier, if nothing it was made from has changed since."""
        before, difference = self._before, self._difference
        while before is not None:
            made = before._made.get(key)
            if made is not None:
                if not made[1].isdisjoint(difference):
                    return None
                self._made[key] = made
                return made
            difference |= before._difference
            before = before._before
        return None

    def _measure(self, block: Block, width: float) -> Box | None:
        if (block.name or block.instead_of) and self._is_absent(block):
            return None
        return self.modes[type(block)](block, width, self)

    def _is_absent(self, block: Block) -> bool:
        if self.is_left_out(block.name):
            return True
        return block.instead_of is not None and not self.is_left_out(block.instead_of)

    def _setting(self, run: Run, base: Style) -> Setting:
        style = base if run.style is None else self.style(run.style)
        weight, italic = run.weight or style.weight, run.italic or style.italic
        if run.italic and style.emphasis == "bold":
            weight, italic = BOLD, style.italic
        face = (weight, italic, style.tabular)
        scale = style.size / base.size
        return self.shaper.setting(face, style.tracking, scale, style.colour)


Mode = Callable[[Any, float, Environment], Box | None]
"""A layout mode: measures one kind of block for a width."""
