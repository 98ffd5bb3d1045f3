"""ToUnicode: the CMap that says what characters a font's glyphs stand for (ISO 32000-1, 9.10.3)."""

from __future__ import annotations

from collections.abc import Mapping

_HEAD = """\
/CIDInit/ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_TAIL = """\
endcmap
CMapName currentdict/CMap defineresource pop
end
end
"""
_BLOCK = 100
"""Adobe Technical Note 5411 allows no more entries in one block."""


def to_unicode(texts: Mapping[int, str]) -> bytes:
    """Write the CMap that gives each glyph its text."""
    entries = [f"<{glyph:04X}> <{_utf16(text)}>" for glyph, text in sorted(texts.items())]
    blocks = (entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK))
    return "".join((_HEAD, *map(_block, blocks), _TAIL)).encode("ascii")


def _block(entries: list[str]) -> str:
    lines = "\n".join(entries)
    return f"{len(entries)} beginbfchar\n{lines}\nendbfchar\n"


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
