"""Text: what is shown, where it stands, and what is read back out of it."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from string import digits
from unicodedata import normalize

import pdf_walk
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_sheet import HEIGHT, INK, Sheet, fonts, lines, paragraph, right_to_left, words

from handouts.colour import Colour
from handouts.pdf.printer import Printer
from handouts.pdf.text import set_by_clusters, set_word
from handouts.pdf.typeface import Typeface
from handouts.typeset.font import Face, Font, Word, shape
from handouts.typeset.page import Line, Path

Check = Callable[[bytes], None]

LATIN = "Łódź “fi ffl” 3–4 × ½ … €5 AVATo"
CYRILLIC = "Подъём таза"
COMBINED = normalize("NFC", "e\u0323\u0301x q\u0307\u0323")


@pytest.mark.parametrize("text", [LATIN, CYRILLIC, COMBINED, "Ελληνικά", "Tiếng Việt", "a\u00a0b"])
def test_text_reads_back_as_it_was_written(text: str, check_pdf: Check) -> None:
    data = Printer().print(paragraph(text))
    check_pdf(data)
    assert normalize("NFC", pdf_walk.read(data).text) == text


@pytest.mark.parametrize("text", ["שלום עולם טוב", "שָׁלוֹם", "سلام عليكم لا بأس", "سَلامٌ"])
def test_text_read_right_to_left_reads_back_as_it_was_written(text: str, check_pdf: Check) -> None:
    data = Printer().print(right_to_left(text))
    check_pdf(data)
    assert normalize("NFC", pdf_walk.read(data).text) == normalize("NFC", text)


def test_words_of_two_directions_keep_their_own_order() -> None:
    hebrew, blank = words("שלום")[0], words("a b")[1]
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines([*words("one"), blank, hebrew, blank, *words("two")]))
    assert pdf_walk.read(Printer().print(sheet.pages())).text == "one שלום two"


@pytest.mark.parametrize("face", [Face(), Face(700), Face(italic=True), Face(tabular=True)])
def test_glyphs_stand_where_they_were_measured(face: Face) -> None:
    [word], [bar] = fonts().shape("AVATo 1147", face), fonts().shape("|", face)
    sheet = Sheet()
    sheet.mark(sheet.element("P"), Line(20, 50, [word, bar], 12, INK))
    [(left, *_)] = _boxes(Printer().print(sheet.pages()), "|")
    bearing = bar.font.shaper.get_glyph_extents(bar.glyphs[0].number).x_bearing
    assert left == pytest.approx(20 + (word.advance + bearing) * 12 / 1000, abs=0.02)


def test_a_line_stands_on_its_baseline() -> None:
    [(_, bottom, _, _)] = _boxes(Printer().print(paragraph("x")), "x")
    assert bottom == pytest.approx(HEIGHT - 20, abs=0.05)


def test_tracking_is_added_after_each_glyph() -> None:
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines("MMM", tracking=5))
    boxes = _boxes(Printer().print(sheet.pages()), "M")
    width = words("M")[0].advance * 12 / 1000
    assert boxes[2][0] - boxes[0][0] == pytest.approx(2 * (width + 5), abs=0.05)


def test_a_raised_glyph_stands_above_the_line_and_the_next_one_on_it() -> None:
    [word] = words("aaa")
    lifted = replace(word, moves=[(0, 0), (0, 500), (0, 0)])
    sheet = Sheet()
    sheet.mark(sheet.element("P"), Line(20, 50, [lifted], 12, INK))
    boxes = _boxes(Printer().print(sheet.pages()), "a")
    assert boxes[1][1] - boxes[0][1] == pytest.approx(500 * 12 / 1000, abs=0.05)
    assert boxes[2][1] == boxes[0][1]


def test_a_glyph_that_stands_for_something_else_is_given_its_text(check_pdf: Check) -> None:
    [hyphen] = words("-")
    soft = replace(hyphen, text="\u00ad", texts=["\u00ad"])
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines([*words("ham"), soft, *words("string-like")]))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).text == "ham\u00adstring-like"


def test_a_glyph_of_two_meanings_in_one_document_reads_as_both(check_pdf: Check) -> None:
    font = words("a")[0].font
    unnamed = _glyph_without_character(font)
    meanings = [Word(font, text, 500, [unnamed], [500], [text]) for text in ("st", "ct")]
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines([*meanings, *meanings]))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).text == "stctstct"
    assert pdf_walk.content(data).count(b"/ActualText") == 2


def test_a_missing_glyph_is_our_own_mistake() -> None:
    [word] = words("a")
    missing = replace(word, text="\u2603", texts=["\u2603"], numbers=[0])
    sheet = Sheet()
    sheet.mark(sheet.element("P"), Line(20, 50, [missing], 12, INK))
    with pytest.raises(ValueError, match="lacks a character of '\u2603'"):
        Printer().print(sheet.pages())


def test_state_is_set_once_for_lines_alike() -> None:
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines("one two", y=50), *lines("three", y=64))
    sheet.mark(sheet.element("P"), *lines("four", y=78))
    content = pdf_walk.content(Printer().print(sheet.pages()))
    assert [content.count(operator) for operator in (b" Tf", b" rg", b" Tc", b"BT")] == [1, 1, 1, 2]


def test_text_after_a_path_has_its_own_colour_again() -> None:
    square = Path((("M", 0, 0), ("L", 9, 0), ("L", 9, 9), ("Z",)), fill=Colour(1, 0, 0))
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines("one"), square, *lines("two", y=90))
    content = pdf_walk.content(Printer().print(sheet.pages()))
    assert content.count(b"0.1 0.1 0.2 rg") == 2


def _glyph_without_character(font: Font) -> int:
    """Give a glyph that is no character's, nor a tabular figure."""
    named = {font.shaper.get_nominal_glyph(character) for character in font.face.unicodes}
    named |= {*shape(digits, font, Face(tabular=True)).numbers}
    return next(number for number in range(1, font.face.glyph_count) if number not in named)


def _boxes(data: bytes, character: str) -> list[tuple[float, float, float, float]]:
    """Give the box of each such character: left, bottom, right, top, from the page's bottom."""
    text = pypdfium2.PdfDocument(data)[0].get_textpage()
    characters = [text.get_text_range(at, 1) for at in range(text.count_chars())]
    return [text.get_charbox(at) for at, each in enumerate(characters) if each == character]


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1, max_size=12))
def test_plain_words_are_set_as_by_clusters(text: str) -> None:
    for face in (Face(), Face(700), Face(tabular=True)):
        for word in fonts().shape(text, face):
            typeface = _typeface(word.font)
            assert set_word(word, typeface) == set_by_clusters(word, typeface)


@cache
def _typeface(font: Font) -> Typeface:
    return Typeface(font)
