"""Fonts that people bring along: what they add, and why some of them cannot be printed with."""

from collections.abc import Callable
from pathlib import Path

import pdf_walk
import pytest
from pdf_sheet import Sheet, lines
from setting import FONTS
from synthetic_font import write_font

from handouts.pdf.printer import Printer
from handouts.typeset.font import Face, Fonts
from handouts.typeset.own_font import UnusableFont, check_font, own_families

Check = Callable[[bytes], None]


def fonts(*paths: Path) -> Fonts:
    return Fonts(FONTS, others=own_families(paths))


def test_a_font_helps_out_with_what_ours_do_not_have(tmp_path: Path) -> None:
    with_boxes = fonts(write_font(tmp_path / "boxes.ttf", "漢字"))
    assert with_boxes.missing("a漢字仮") == {"仮"}
    words = with_boxes.shape("a漢", Face())
    assert [word.font.name for word in words] == ["AtkinsonHyperlegibleNext-Regular", "Boxes"]


def test_one_weight_does_for_all_where_a_font_has_no_other(tmp_path: Path) -> None:
    regular = fonts(write_font(tmp_path / "boxes.ttf", "漢"))
    [word] = regular.shape("漢", Face(700, italic=True))
    assert word.font.name == "Boxes"


def test_files_of_one_family_are_its_weights(tmp_path: Path) -> None:
    both = fonts(
        write_font(tmp_path / "boxes.ttf", "漢字"),
        write_font(tmp_path / "boxes-bold.ttf", "漢", weight=700),
    )
    [word] = both.shape("漢", Face(700))
    assert word.font.weight == 700
    assert both.missing("字") == {"字"}, "the bold one lacks it"


@pytest.mark.parametrize("postscript", [False, True])
def test_what_is_set_in_it_is_embedded_and_reads_back(
    postscript: bool, tmp_path: Path, check_pdf: Check
) -> None:
    own = fonts(write_font(tmp_path / "boxes.ttf", "漢字", postscript=postscript))
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines(own.shape("漢字", Face())))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).text == "漢字"
    assert data == Printer().print(sheet.pages())


def test_a_font_whose_maker_forbids_it_is_not_embedded(tmp_path: Path) -> None:
    for number, may in enumerate((0x2, 0x100, 0x208)):
        path = write_font(tmp_path / f"{number}.ttf", "漢", may=may)
        with pytest.raises(UnusableFont, match="may not be embedded"):
            check_font(path)
    for number, may in enumerate((0x0, 0x4, 0x8, 0x6)):  # of 2 and 4 together, the freer counts
        assert check_font(write_font(tmp_path / f"free-{number}.ttf", "漢", may=may))


@pytest.mark.parametrize("data", [b"", b"wOF2" + bytes(40), b"not a font at all", b"\0\1\0\0" * 9])
def test_what_is_no_font_is_told_from_one(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "font.ttf"
    path.write_bytes(data)
    with pytest.raises(UnusableFont):
        check_font(path)


def test_a_font_that_was_cut_off_is_told_from_a_whole_one(tmp_path: Path) -> None:
    whole = write_font(tmp_path / "boxes.ttf", "漢字").read_bytes()
    for length in range(0, len(whole), 97):
        path = tmp_path / "part.ttf"
        path.write_bytes(whole[:length])
        with pytest.raises(UnusableFont):
            check_font(path)


def test_outlines_of_other_kinds_are_a_problem(tmp_path: Path) -> None:
    path = write_font(tmp_path / "boxes.ttf", "漢")
    path.write_bytes(path.read_bytes().replace(b"glyf", b"CFF2"))
    with pytest.raises(UnusableFont, match="no outlines"):
        check_font(path)


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(OSError, match=r"none\.ttf"):
        own_families([tmp_path / "none.ttf"])
