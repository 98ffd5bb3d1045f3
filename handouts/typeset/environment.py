"""What blocks are set with: fonts, tokens, colours and styles, and what has been left out so far."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from handouts.layout.block import Block, FitStep, Length, Paragraph, Style
from handouts.typeset.box import Box
from handouts.typeset.font import Fonts
from handouts.typeset.page import Colour
from handouts.typeset.text import Setting, ShapedText


@dataclass(frozen=True, slots=True)
class Environment:
    """One state of a page on its way to fitting. Changing it gives a new one; shaped text is shared.

    ``modes`` says how each kind of block is measured.
    """

    modes: Mapping[type[Block], Mode]
    fonts: Fonts
    tokens: Mapping[str, float]
    colours: Mapping[str, Colour]
    styles: Mapping[str, Style]
    left_out: frozenset[str] = frozenset()
    page: int = 1
    pages: int = 1
    _shaped: dict[tuple[Paragraph, tuple[Setting, ...]], ShapedText] = field(default_factory=dict)

    def length(self, value: Length) -> float:
        """Give a length in points, looked up when it is a token's name."""
        return self.tokens[value] if isinstance(value, str) else value

    def measure(self, block: Block, width: float) -> Box | None:
        """Measure a block for a width in points; none if it is left out or has nothing to show."""
        if block.name in self.left_out:
            return None
        return self.modes[type(block)](block, width, self)

    def measured(self, blocks: Sequence[Block], width: float) -> list[Box]:
        """Measure several blocks for one width; those that are absent are not in the list."""
        return [box for block in blocks if (box := self.measure(block, width)) is not None]

    def after(self, step: FitStep) -> Environment:
        """Give the environment that a fit step leads to."""
        return replace(
            self,
            tokens={**self.tokens, **step.tokens},
            styles={**self.styles, **step.styles},
            left_out=self.left_out.union(step.leave_out),
        )

    def on_page(self, page: int, pages: int) -> Environment:
        """Give the environment for one page of several, both counted from 1."""
        return replace(self, page=page, pages=pages)

    def with_token(self, name: str, value: float) -> Environment:
        """Give the environment with one token changed."""
        return replace(self, tokens={**self.tokens, name: value})

    def shaped(self, paragraph: Paragraph) -> ShapedText:
        """Shape a paragraph's text, once for each way of setting it."""
        base = self.styles[paragraph.style]
        settings = tuple(
            self._setting(run.style, run.weight, run.italic, base) for run in paragraph.runs
        )
        shaped = self._shaped.get((paragraph, settings))
        if shaped is None:
            texts = [run.text for run in paragraph.runs]
            shaped = self._shaped[paragraph, settings] = ShapedText.of(texts, settings, self.fonts)
        return shaped

    def _setting(self, name: str | None, weight: int | None, italic: bool, base: Style) -> Setting:
        style = base if name is None else self.styles[name]
        return Setting(
            weight=weight or style.weight,
            italic=italic or style.italic,
            tabular=style.tabular,
            tracking=style.tracking,
            scale=style.size / base.size,
            colour=style.colour,
        )


Mode = Callable[[Any, float, Environment], Box | None]
"""A layout mode: measures one kind of block for a width."""
