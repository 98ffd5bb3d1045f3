"""What typesetting tests share: fonts, an environment, and short ways to make blocks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handouts.colour import Colour
from handouts.layout.block import Block, Paragraph, Run, Style
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.font import Fonts
from handouts.typeset.page import Element, Line, Page
from handouts.typeset.page import Path as PathMark
from handouts.typeset.placer import Placer
from handouts.typeset.text import Shaper
from handouts.typeset.typeset import MODES

FONTS = Path(__file__).parents[1] / "fonts"
BLACK = Colour(0, 0, 0)
COLOURS = dict.fromkeys(("ink", "ink2", "paper", "rule", "hair", "tint", "accent"), BLACK)
STYLES = {
    "body": Style(10, 14),
    "large": Style(20, 26, balance=True),
    "note": Style(9, 12, use="note"),
    "centred": Style(10, 14, align="centre"),
}


@cache
def shaper() -> Shaper:
    """The fonts of the project, opened once for all tests."""
    return Shaper(Fonts(FONTS))


def environment(**tokens: float) -> Environment:
    """An environment with a few styles and the tokens given."""
    return Environment(MODES, shaper(), tokens, COLOURS, STYLES)


def text(words: str, style: str = "body", name: str | None = None) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(runs=(Run(words),), style=style, name=name)


def box_of(block: Block, width: float, **tokens: float) -> Box:
    """Measure a block that is there."""
    box = environment(**tokens).measure(block, width)
    assert box is not None
    return box


def place(box: Box, x: float = 0.0, y: float = 0.0) -> tuple[Page, Element]:
    """Place a box on a page of its own."""
    structure = Element("Document")
    out = Placer(0, structure)
    box.place(out, x, y)
    return out.page(1000, 1000), structure


def lines_of(page: Page) -> list[Line]:
    """All marks that are text, in painting order."""
    return [mark for group in page.groups for mark in group.marks if isinstance(mark, Line)]


def text_of(page: Page) -> str:
    """All text of a page, in painting order, its lines a space apart."""
    lines = ("".join(word.text for word in line.words) for line in lines_of(page))
    return " ".join(line.strip() for line in lines)


def line_width(line: Line) -> float:
    """How wide a line's glyphs are, without the space it may end in."""
    words = list(line.words)
    while words and not words[-1].text.strip():
        words.pop()
    glyphs = sum(len(word.glyphs) for word in words)
    return (
        sum(word.advance / word.font.units for word in words) * line.size + glyphs * line.tracking
    )


def path_points(page: Page) -> Iterator[tuple[float, float]]:
    """The points of all paths."""
    for group in page.groups:
        for mark in group.marks:
            if isinstance(mark, PathMark):
                for _, *numbers in mark.segments:
                    yield from zip(numbers[::2], numbers[1::2], strict=True)
