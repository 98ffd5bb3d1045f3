"""Font subsets: TrueType files cut down to the glyphs that are used."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from hashlib import sha256

import uharfbuzz

_DROPPED = (
    *("GSUB", "GPOS", "GDEF", "kern", "STAT", "MVAR"),
    *("OS/2", "cmap", "name", "post", "gasp", "DSIG"),
    *("prep", "fpgm", "cvt "),
)


def subset(
    face: uharfbuzz.Face, glyphs: Collection[int], axes: Mapping[str, float] | None = None
) -> bytes:
    """Cut a font down to ``glyphs`` and what they are composed of.

    Glyphs keep their numbers, those beyond the last are cut off; hints and the tables that a PDF
    has no use for (ISO 32000-1, 9.9) are left out. A variable font becomes the one that it is where
    it stands on its ``axes``.
    """
    request = uharfbuzz.SubsetInput()
    flags = uharfbuzz.SubsetFlags
    request.flags = flags.RETAIN_GIDS | flags.NO_HINTING | flags.NO_LAYOUT_CLOSURE
    request.glyph_set.update(glyphs)
    request.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    if axes:
        request.pin_all_axes_to_default(face)
        for name, value in axes.items():
            request.pin_axis_location(face, name, value)
    data: bytes = uharfbuzz.subset(face, request).blob.data
    return data


def tag(glyphs: Collection[int]) -> str:
    """Give the six letters that tell one subset of a font from another (ISO 32000-1, 9.6.4)."""
    digest = sha256(repr(sorted(glyphs)).encode(), usedforsecurity=False).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
