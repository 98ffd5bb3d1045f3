"""Fonts: the right file for a face, help from other families, and what is missing."""

from pathlib import Path
from unicodedata import name

import pytest
from setting import FONTS, shaper

from handouts.typeset.font import FAMILIES, Face, Fonts


def fonts() -> Fonts:
    return shaper().fonts


def test_a_word_is_shaped_with_kerning() -> None:
    [word] = fonts().shape("AVATo", Face())
    alone = sum(fonts().shape(letter, Face())[0].advance for letter in "AVATo")
    assert word.advance < alone


def test_the_nearest_weight_is_taken() -> None:
    assert fonts().shape("a", Face(700))[0].font.weight == 700
    assert fonts().shape("a", Face(650))[0].font.weight in (600, 700)
    assert fonts().shape("a", Face(900))[0].font.weight == 700
    assert fonts().shape("a", Face(400, italic=True))[0].font.italic


def test_tabular_figures_are_of_one_width() -> None:
    widths = {fonts().shape(figure, Face(tabular=True))[0].advance for figure in "0123456789"}
    assert len(widths) == 1


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("strength", "AtkinsonHyperlegibleNext"),
        ("Łódź", "AtkinsonHyperlegibleNext"),
        ("ελληνικά", "NotoSans-"),
        ("Привет", "NotoSans-"),
        ("Tiếng Việt", "NotoSans-"),
        ("שלום", "NotoSansHebrew"),
        ("سلام", "NotoSansArabic"),
    ],
)
def test_each_script_finds_its_font(text: str, family: str) -> None:
    assert not fonts().missing(text)
    words = [word for part in text.split() for word in fonts().shape(part, Face())]
    assert any(word.font.name.startswith(family) for word in words)
    assert all(glyph.number for word in words for glyph in word.glyphs)


def test_a_mark_stays_with_its_letter() -> None:
    composed = fonts().shape("e\u0301", Face())
    assert len(composed) == 1
    assert len(composed[0].glyphs) == 1
    [word] = fonts().shape("x\u0301", Face())
    assert len(word.glyphs) == 2


@pytest.mark.parametrize("character", ["漢", "🏋", "\ue000"])
def test_what_no_font_has_is_missing(character: str) -> None:
    assert fonts().missing(f"a{character}b") == {character}


def test_what_prints_nothing_is_never_missing() -> None:
    assert not fonts().missing("a\u200bb\u200ec\ufe0fd\u00a0e\u202ff\u2011g\nh")


def test_the_signs_that_labels_and_doses_print_are_there() -> None:
    signs = "–—×·•“”‘’…°½¼¾≤≥±€£→"
    missing = fonts().missing(signs)
    assert not missing - {"→"}, [name(sign) for sign in missing]


def test_text_of_a_words_glyphs_is_the_word() -> None:
    for text in ("Привет", "سلام", "fi ffl", "e\u0301x\u0301"):
        for word in fonts().shape(text, Face()):
            assert sorted("".join(glyph.text for glyph in word.glyphs)) == sorted(word.text)


def test_every_family_is_there_with_its_licence() -> None:
    for family in FAMILIES:
        assert "Open Font License" in (FONTS / family / "LICENSE").read_text(encoding="utf-8")


def test_a_folder_without_fonts_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(FileNotFoundError):
        Fonts(tmp_path, ["empty"])
