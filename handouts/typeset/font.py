"""Fonts and shaped words.

A ``Font`` is one TrueType file with what HarfBuzz knows of it; a ``Word`` is a run of text that
has been shaped once and can be set at any size. Advances and offsets are in font units.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uharfbuzz


@dataclass(slots=True, eq=False)
class Font:
    """One TrueType font. ``base`` names the glyphs of the fixed subset that every document shares."""

    name: str
    data: bytes
    face: uharfbuzz.Face
    shaper: uharfbuzz.Font
    units: int
    ascender: int
    descender: int
    cap_height: int
    weight: int
    italic: bool


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a shaped word: its number in the font, its advance, and where it is moved to.

    ``text`` is what the glyph stands for: the characters of its cluster on the cluster's first
    glyph, nothing on the others. Glyphs stand in visual order, left to right.
    """

    number: int
    advance: int
    dx: int
    dy: int
    text: str


@dataclass(slots=True, eq=False)
class Word:
    """A shaped run of text in one font; compared by identity, so that outputs can keep what they made of it."""

    font: Font
    text: str
    glyphs: tuple[Glyph, ...]
    advance: int
