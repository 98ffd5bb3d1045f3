"""The walk itself: it must find what it is there to find."""

from collections.abc import Callable
from io import BytesIO

import pdf_walk
import pikepdf
import pytest
from pdf_sheet import Sheet

from handouts.pdf.printer import Printer
from handouts.typeset.page import Link, Rectangle

Break = Callable[[pikepdf.Pdf], None]


@pytest.fixture(scope="module")
def sound() -> bytes:
    """Give a file with two paragraphs and a link, as it should be."""
    sheet = Sheet()
    sheet.text("P", "one")
    link = sheet.text("Link", "two", sheet.element("P"))
    sheet.links.append(Link(Rectangle(20, 20, 50, 20), link, "Two", address="https://example.org"))
    return Printer().print(sheet.pages())


def _replace(old: bytes, new: bytes) -> Break:
    def change(pdf: pikepdf.Pdf) -> None:
        contents = pdf.pages[0].Contents
        data = bytes(contents.read_bytes())
        assert old in data
        contents.write(data.replace(old, new))

    return change


def _swap_parents(pdf: pikepdf.Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[1] = pikepdf.Array(reversed(list(nums[1])))


def _wrong_parent(pdf: pikepdf.Pdf) -> None:
    document = pdf.Root.StructTreeRoot.K
    document.K[1].K[0].P = document


def _wrong_mcid(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].K = pikepdf.Array([1])


def _no_font_file(pdf: pikepdf.Pdf) -> None:
    [font] = pdf.pages[0].Resources.Font.values()
    del font.DescendantFonts[0].FontDescriptor.FontFile2


def _wrong_link_key(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].StructParent = 7


BROKEN: dict[str, Break] = {
    "paint outside": _replace(b"EMC", b"EMC 0 0 9 9 re f"),
    "numbers out of order": _replace(b"/MCID 1", b"/MCID 2"),
    "number twice": _replace(b"/MCID 1", b"/MCID 0"),
    "another tag": _replace(b"/P<<", b"/H1<<"),
    "no end": _replace(b"EMC", b""),
    "overlap with text": _replace(b"ET\nEMC", b"EMC\nET"),
    "parents swapped": _swap_parents,
    "wrong parent": _wrong_parent,
    "wrong number in the tree": _wrong_mcid,
    "font not embedded": _no_font_file,
    "link without element": _wrong_link_key,
}


def test_a_sound_file_passes(sound: bytes, check_pdf: Callable[[bytes], None]) -> None:
    check_pdf(sound)


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_found_out(name: str, sound: bytes) -> None:
    broken = BytesIO()
    with pikepdf.open(BytesIO(sound)) as pdf:
        BROKEN[name](pdf)
        pdf.save(broken)
    with pytest.raises((AssertionError, KeyError, IndexError)):
        pdf_walk.check(broken.getvalue())


def test_a_file_that_fails_a_standard_is_found_out(
    sound: bytes, check_pdf: Callable[[bytes], None]
) -> None:
    broken = BytesIO()
    with pikepdf.open(BytesIO(sound)) as pdf:
        del pdf.Root.Lang
        pdf.save(broken)
    with pytest.raises(AssertionError, match="ua1"):
        check_pdf(broken.getvalue())
