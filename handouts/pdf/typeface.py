"""Fonts as a PDF holds them: what their glyphs say, how wide they are, and the file to embed.

Glyphs keep the numbers they have in the font, or CIDs (Identity-H), so text is written the same way
whichever subset is embedded in the end. Most documents need no more than the base: a fixed subset,
cut and compressed once, that says nothing about what else was printed. A document that goes
beyond it gets a subset of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, cached_property
from struct import unpack_from
from unicodedata import category, normalize
from zlib import compress

from handouts.dataclass import dataclass
from handouts.pdf.cmap import to_unicode
from handouts.pdf.document import Document, stream
from handouts.pdf.subset import subset, tag
from handouts.pdf.syntax import escaped, number, reference
from handouts.typeset.font import Face, Font, Word, shape

_ASCII = "".join(map(chr, range(0x20, 0x7F)))
_LATIN_1 = "".join(map(chr, range(0xA0, 0x100)))
_OTHERS = "ŁłŒœŠšŸŽž–—‘’‚“”„†•…′″‹›⁄€™−≈≤≥⅓⅔⅛→←↑↓✓\u2009\u2011\u202f"
_LIGATURES = "ff fi fl ffi ffl"
BASE = " ".join((_ASCII, _LATIN_1, _OTHERS, _LIGATURES))
"""Characters of the base subset, as far as a font has them."""

_SYMBOLIC, _ITALIC = 4, 64


@dataclass(frozen=True, slots=True)
class Outlines:
    """How a PDF has fonts of one kind of outlines: under which names, and what their file is."""

    font: str
    file: str
    entries: str


TRUETYPE = Outlines("CIDFontType2/CIDToGIDMap/Identity", "FontFile2", "/Length1 {length}")
POSTSCRIPT = Outlines("CIDFontType0", "FontFile3", "/Subtype/OpenType")


@dataclass(frozen=True, slots=True)
class Embedding:
    """A subset ready to be written into any document; only object numbers are missing."""

    name: str
    outlines: Outlines
    program: bytes
    to_unicode: bytes
    descriptor: str
    widths: str

    def write(self, document: Document) -> int:
        """Write the font's objects (ISO 32000-1, 9.7) and give the number of the Type 0 font."""
        program = document.add(self.program)
        to_unicode = document.add(self.to_unicode)
        first = document.next_number
        document.pack(
            (
                f"<<{self.descriptor}/{self.outlines.file} {reference(program)}>>",
                f"<</Type/Font/Subtype/{self.outlines.font}/BaseFont/{self.name}"
                "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                f"/FontDescriptor {reference(first)}/W[{self.widths}]>>",
                f"<</Type/Font/Subtype/Type0/BaseFont/{self.name}/Encoding/Identity-H"
                f"/DescendantFonts[{reference(first + 1)}]/ToUnicode {reference(to_unicode)}>>",
            )
        )
        return first + 2


class Typeface:
    """One font, prepared: its base subset and what each of its glyphs says when it stands alone."""

    def __init__(self, font: Font) -> None:
        self.font = font
        self.width = cache(self._width)
        self.code = cache(self._code)
        self.spelling = cache(self._spelling)

    @cached_property
    def base(self) -> Mapping[int, str]:
        """Glyphs of the base subset, and the text of each."""
        texts: dict[int, str] = {}
        for face in (Face(), Face(tabular=True)):
            for glyph, text in _single_glyphs(shape(BASE, self.font, face)):
                texts.setdefault(glyph, text)
        return texts

    def _spelling(self, glyph: int) -> str:
        """Give what a glyph says: the character it is drawn for, nothing if it is for none."""
        return self.base.get(glyph) or self._characters.get(glyph, "")

    @cached_property
    def base_embedding(self) -> Embedding:
        """The base subset, compressed as well as can be: it is made once for many documents."""
        return self._embedding(self.base, level=9)

    def embedding(self, texts: Mapping[int, str]) -> Embedding:
        """Make a subset of the glyphs given, each with its text."""
        return self._embedding(texts, level=6)

    @cached_property
    def _characters(self) -> Mapping[int, str]:
        texts: dict[int, str] = {}
        for character in map(chr, sorted(self.font.face.unicodes)):
            glyph = self.font.shaper.get_nominal_glyph(ord(character))
            if _extractable(character):
                texts.setdefault(glyph, _abstract(character))
        return texts

    @property
    def _is_postscript(self) -> bool:
        return "CFF " in self.font.face.table_tags

    @cached_property
    def _cids(self) -> Sequence[int] | None:
        """The CIDs of glyphs, where those are not their numbers."""
        if not self._is_postscript:
            return None
        from handouts.pdf.cff import cids

        return cids(self.font.face.reference_table("CFF ").data)

    def _cid(self, glyph: int) -> int:
        return glyph if self._cids is None else self._cids[glyph]

    def _code(self, glyph: int) -> str:
        """Give a glyph's code as it stands in a string (ISO 32000-1, 7.3.4.2)."""
        return escaped(self._cid(glyph).to_bytes(2, "big").decode("latin-1"))

    def _width(self, glyph: int) -> float:
        """Give a glyph's width in thousandths of the type size."""
        return self._thousandths(self.font.shaper.get_glyph_h_advance(glyph))

    def _thousandths(self, length: float) -> float:
        return round(length * 1000 / self.font.units, 2)

    def _embedding(self, texts: Mapping[int, str], level: int) -> Embedding:
        name = f"{tag(texts)}+{self.font.name}"
        outlines = POSTSCRIPT if self._is_postscript else TRUETYPE
        program = subset(self.font.face, texts, self.font.axes)
        cmap = to_unicode({self._cid(glyph): text for glyph, text in texts.items()})
        deflate = "/Filter/FlateDecode"
        entries = outlines.entries.format(length=len(program))
        return Embedding(
            name=name,
            outlines=outlines,
            program=stream(f"{deflate}{entries}", compress(program, level)),
            to_unicode=stream(deflate, compress(cmap, level)),
            descriptor=f"/Type/FontDescriptor/FontName/{name}{self._metrics}",
            widths=self._widths(texts),
        )

    @cached_property
    def _metrics(self) -> str:
        """The font-wide part of the descriptor (ISO 32000-1, 9.8); the stem is a guess."""
        font = self.font
        head = font.face.reference_table("head").data
        box = " ".join(number(self._thousandths(edge)) for edge in unpack_from(">4h", head, 36))
        (angle,) = unpack_from(">i", font.face.reference_table("post").data, 4)
        flags = _SYMBOLIC | (_ITALIC if font.italic else 0)
        return (
            f"/Flags {flags}/FontBBox[{box}]/ItalicAngle {number(angle / 65536)}"
            f"/Ascent {number(self._thousandths(font.ascender))}"
            f"/Descent {number(self._thousandths(font.descender))}"
            f"/CapHeight {number(self._thousandths(font.cap_height))}/StemV {font.weight // 5}"
        )

    def _widths(self, texts: Mapping[int, str]) -> str:
        """Write the widths, each stretch of glyphs numbered in a row after its first number."""
        parts: list[str] = []
        last = -1
        for cid, glyph in sorted([(self._cid(glyph), glyph) for glyph in texts]):
            parts.append("" if cid == last + 1 else f"]{cid}[")
            parts.append(f"{number(self.width(glyph))} ")
            last = cid
        return "".join(parts).removeprefix("]") + "]"


def _single_glyphs(word: Word) -> list[tuple[int, str]]:
    """Give the glyphs that make up a cluster by themselves, and its text."""
    glyphs = word.glyphs
    nexts = [*(glyph.text for glyph in glyphs[1:]), "end"]
    return [
        (glyph.number, glyph.text)
        for glyph, following in zip(glyphs, nexts, strict=True)
        if glyph.number and glyph.text and following and _extractable(glyph.text)
    ]


def _abstract(character: str) -> str:
    """Give the letters that a presentation form, such as one of Arabic, is a shape of."""
    return normalize("NFKC", character) if "\ufb1d" <= character <= "\ufefc" else character


def _extractable(text: str) -> bool:
    """Whether ToUnicode may say this: a private or unassigned character says nothing to anybody."""
    return all(category(character) not in ("Cc", "Co", "Cn", "Cs") for character in text) and (
        "\ufeff" not in text
    )
