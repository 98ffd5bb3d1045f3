"""Fonts: subsets, and what ToUnicode says of them."""

import re
from io import BytesIO

import pdf_walk
import pikepdf
import uharfbuzz
from hypothesis import given
from hypothesis import strategies as st
from pdf_sheet import Sheet, fonts, lines, paragraph, words

from handouts.pdf.cmap import to_unicode
from handouts.pdf.icc import srgb
from handouts.pdf.printer import Printer
from handouts.pdf.typeface import BASE, Typeface
from handouts.typeset.font import Face

ENTRY = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>")


def _embedded(data: bytes) -> list[tuple[str, uharfbuzz.Face]]:
    """Give the name and the program of each font of the first page."""
    with pikepdf.open(BytesIO(data)) as pdf:
        fonts = pdf.pages[0].Resources.Font.values()
        found = [font.DescendantFonts[0].FontDescriptor for font in fonts]
        programs = [bytes(each.FontFile2.read_bytes()) for each in found]
        names = [str(each.FontName) for each in found]
    return [(name, uharfbuzz.Face(data)) for name, data in zip(names, programs, strict=True)]


def _outlines(face: uharfbuzz.Face) -> set[int]:
    """Give the glyphs that have an outline."""
    font = uharfbuzz.Font(face)
    extents = {glyph: font.get_glyph_extents(glyph) for glyph in range(face.glyph_count)}
    return {glyph for glyph, box in extents.items() if box.width}


def test_documents_within_the_base_share_one_subset() -> None:
    printer = Printer()
    (one, _), (other, _) = (
        _embedded(printer.print(paragraph(text)))[0] for text in ("Bend", "Stretch out")
    )
    assert one == other
    assert re.fullmatch(r"/[A-Z]{6}\+AtkinsonHyperlegibleNext-Regular", one)


def test_a_document_beyond_the_base_has_a_subset_of_its_own_and_no_other() -> None:
    [(_, face)] = _embedded(Printer().print(paragraph("Вода")))
    assert {glyph.number for glyph in words("Вода")[0].glyphs} <= _outlines(face)
    assert len(_outlines(face)) < len(BASE) / 4


def test_a_subset_ends_with_its_last_glyph_and_has_no_tables_to_spare() -> None:
    [(_, face)] = _embedded(Printer().print(paragraph("Вода")))
    assert face.glyph_count == max(glyph.number for glyph in words("Вода")[0].glyphs) + 1
    assert set(face.table_tags) == {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}


def test_widths_are_those_of_the_font() -> None:
    data = Printer().print(paragraph("x"))
    [(_, face)] = _embedded(data)
    font = uharfbuzz.Font(face)
    with pikepdf.open(BytesIO(data)) as pdf:
        [resource] = pdf.pages[0].Resources.Font.values()
        widths = list(resource.DescendantFonts[0].W)
        rows = [
            (int(first), list(row)) for first, row in zip(widths[::2], widths[1::2], strict=True)
        ]
    assert sum(len(row) for _, row in rows) > 200
    for first, row in rows:
        assert [font.get_glyph_h_advance(first + at) for at in range(len(row))] == row


def test_the_base_covers_what_english_cards_print() -> None:
    typeface = Typeface(fonts().shape("a", Face())[0].font)
    texts = set(typeface.base.values())
    assert set("AZaz09 –—‘’“”…×°½¼¾≤≥−•€£é") <= texts


@given(st.dictionaries(st.integers(1, 0xFFFF), st.text(min_size=1, max_size=3), max_size=300))
def test_to_unicode_says_every_text_in_blocks_of_a_hundred(texts: dict[int, str]) -> None:
    cmap = to_unicode(texts)
    entries = ENTRY.findall(cmap.replace(b"<0000> <FFFF>", b""))
    assert {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for glyph, text in entries
    } == texts
    sizes = [int(size) for size in re.findall(rb"(\d+) beginbfchar", cmap)]
    assert sum(sizes) == len(texts)
    assert all(0 < size <= 100 for size in sizes)


def test_characters_past_the_first_plane_read_back() -> None:
    assert b"<0005> <D83DDE00>" in to_unicode({5: "\U0001f600"})


def test_tabular_figures_are_in_the_base() -> None:
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines(fonts().shape("1,234", Face(tabular=True))))
    data = Printer().print(sheet.pages())
    assert pdf_walk.read(data).text == "1,234"
    [(name, _)] = _embedded(data)
    assert name == _embedded(Printer().print(paragraph("x")))[0][0]


def test_the_colour_profile_is_srgb() -> None:
    from PIL import Image, ImageCms

    profile = ImageCms.ImageCmsProfile(BytesIO(srgb()))
    colours = [(255, 0, 0), (12, 200, 99), (128, 128, 128), (3, 3, 250)]
    image = Image.new("RGB", (4, 1))
    for at, colour in enumerate(colours):
        image.putpixel((at, 0), colour)
    turned = ImageCms.profileToProfile(image, profile, ImageCms.createProfile("sRGB"))
    assert turned is not None
    assert [turned.getpixel((at, 0)) for at in range(4)] == colours
