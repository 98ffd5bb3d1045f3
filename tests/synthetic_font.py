"""Fonts made for tests: every character is a box."""

from __future__ import annotations

from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

UNITS = 1000


def write_font(
    path: Path,
    characters: str,
    name: str = "Boxes",
    weight: int = 400,
    may: int = 0,
    postscript: bool = False,
) -> Path:
    """Write a font that has these characters and a space; ``may`` is its ``fsType``."""
    glyphs = [".notdef", "space", *(f"uni{ord(each):04X}" for each in characters)]
    builder = FontBuilder(UNITS, isTTF=not postscript)
    builder.setupGlyphOrder(glyphs)
    builder.setupCharacterMap(dict(zip(map(ord, f" {characters}"), glyphs[1:], strict=True)))
    if postscript:
        outlines = {each: _t2_box(each) for each in glyphs}
        builder.setupCFF(name, {"FullName": name}, outlines, {})
    else:
        builder.setupGlyf({each: _box(each) for each in glyphs})
    builder.setupHorizontalMetrics(dict.fromkeys(glyphs, (UNITS, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name})
    builder.setupOS2(usWeightClass=weight, fsType=may)
    builder.setupPost()
    builder.save(path)
    return path


def _box(glyph: str) -> object:
    pen = TTGlyphPen(None)
    _draw(pen, glyph)
    return pen.glyph()


def _t2_box(glyph: str) -> object:
    pen = T2CharStringPen(UNITS, None)
    _draw(pen, glyph)
    return pen.getCharString()


def _draw(pen: TTGlyphPen | T2CharStringPen, glyph: str) -> None:
    if glyph == "space":
        return
    pen.moveTo((100, 0))
    for corner in ((100, 800), (900, 800), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
