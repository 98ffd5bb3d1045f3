"""The file as a whole: the same bytes every time, and what it says of itself."""

import re
from collections.abc import Callable
from io import BytesIO

import pdf_walk
import pikepdf
import pytest
from pdf_sheet import HEIGHT, RED, Sheet, lines, paragraph, right_to_left

from handouts.pdf.printer import Printer
from handouts.typeset.page import (
    Anchor,
    Link,
    Metadata,
    OutlineEntry,
    Pages,
    Path,
    Rectangle,
)

Check = Callable[[bytes], None]

DOCUMENTS = {
    "plain": paragraph("Bend the knees"),
    "beyond the base": paragraph("Подъём таза"),
    "right to left": right_to_left("سلام عليكم"),
    "mixed": paragraph("Łódź и µ"),
}


def test_bytes_depend_on_the_pages_alone() -> None:
    forwards, backwards = Printer(), Printer()
    one = {name: forwards.print(pages) for name, pages in DOCUMENTS.items()}
    other = {name: backwards.print(pages) for name, pages in reversed(DOCUMENTS.items())}
    again = {name: forwards.print(pages) for name, pages in DOCUMENTS.items()}
    assert one == other == again
    assert len(set(one.values())) == len(DOCUMENTS)


def test_documents_that_differ_have_other_identifiers() -> None:
    printer = Printer()
    files = [printer.print(DOCUMENTS[name]) for name in ("plain", "mixed")]
    first, second = (re.findall(rb"/ID\[<(\w+)><(\w+)>\]", file) for file in files)
    assert first[0][0] == first[0][1] != second[0][0]


def test_small_objects_are_packed_and_stay_right(check_pdf: Check) -> None:
    sheet = Sheet()
    for number in range(30):
        sheet.text("P", f"paragraph {number}")
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert b"/S/P" not in data
    assert len(pdf_walk.read(data).kids) == 30


def test_a_document_of_very_many_elements_is_whole(check_pdf: Check) -> None:
    sheet = Sheet()
    for number in range(2100):
        sheet.text("P", str(number))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert data.count(b"/Type/ObjStm") > 1
    assert [kid.text for kid in pdf_walk.read(data).kids] == [str(n) for n in range(2100)]


def test_streams_end_on_a_line_of_their_own() -> None:
    data = Printer().print(DOCUMENTS["plain"])
    assert data.count(b"endstream") == data.count(b"\r\nendstream") > 5


def test_metadata_is_said_twice_alike(check_pdf: Check) -> None:
    about = Metadata(
        title="Kniebeugen & <mehr> – jetzt",
        language="de",
        author="Jo (Coach)",
        subject="Für zuhause",
        keywords=("knee", "Hüfte"),
        date="2027-01-04",
    )
    sheet = Sheet()
    sheet.text("P", "x")
    data = Printer().print(sheet.pages(about))
    check_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.Lang == "de"
        info, xmp = pdf.docinfo, pdf.open_metadata()
        assert str(info["/Title"]) == xmp["dc:title"] == about.title
        assert str(info["/Subject"]) == xmp["dc:description"] == about.subject
        assert [str(info["/Author"])] == xmp["dc:creator"] == [about.author]
        assert str(info["/Keywords"]) == xmp["pdf:Keywords"] == "knee, Hüfte"
        assert info["/CreationDate"] == "D:20270104000000Z"
        assert xmp["xmp:CreateDate"] == "2027-01-04T00:00:00Z"


def test_without_a_date_there_is_none_anywhere() -> None:
    data = Printer().print(DOCUMENTS["plain"])
    assert b"Date" not in data
    assert b"D:20" not in data


def test_a_link_leads_to_an_address(check_pdf: Check) -> None:
    sheet = Sheet()
    element = sheet.text("Link", "Watch the video", sheet.element("P"))
    address = "https://example.org/Übung?a=(1)&b=%20"
    sheet.links.append(Link(Rectangle(20, 20, 90, 14), element, "The video", address=address))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        [annotation] = pdf.pages[0].Annots
        assert annotation.A.URI == "https://example.org/%C3%9Cbung?a=(1)&b=%20"
        assert annotation.Contents == "The video"
        assert [float(edge) for edge in annotation.Rect] == [20, HEIGHT - 34, 110, HEIGHT - 20]


def test_a_link_over_two_lines_is_one_element(check_pdf: Check) -> None:
    sheet = Sheet()
    element = sheet.text("Link", "first line ", sheet.element("P"))
    for y in (20, 34):
        box = Rectangle(20, y, 90, 14)
        sheet.links.append(Link(box, element, "Somewhere", address="https://example.org"))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [each.StructParent for each in pdf.pages[0].Annots] == [1, 2]


def _guide() -> Sheet:
    sheet = Sheet()
    sheet.text("H1", "Guide")
    sheet.anchors += [Anchor("top", 10), Anchor("middle", 150)]
    return sheet


def test_a_link_leads_to_a_place_in_the_document(check_pdf: Check) -> None:
    sheet = _guide()
    element = sheet.text("Link", "below", sheet.element("P"))
    sheet.links.append(Link(Rectangle(20, 40, 40, 14), element, "Below", destination="middle"))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        page, kind, _, top, _ = pdf.pages[0].Annots[0].Dest
        assert page.objgen == pdf.pages[0].objgen
        assert (str(kind), float(top)) == ("/XYZ", HEIGHT - 150)


def test_a_link_to_nowhere_is_our_own_mistake() -> None:
    sheet = _guide()
    element = sheet.text("Link", "lost", sheet.element("P"))
    sheet.links.append(Link(Rectangle(20, 40, 40, 14), element, "Lost", destination="bottom"))
    with pytest.raises(KeyError, match="bottom"):
        Printer().print(sheet.pages())


def test_a_link_whose_element_is_not_in_the_tree_is_our_own_mistake() -> None:
    sheet = _guide()
    loose = Sheet().element("Link")
    sheet.links.append(Link(Rectangle(20, 40, 40, 14), loose, "Lost", destination="top"))
    with pytest.raises(ValueError, match="a link's element is not in the structure"):
        Printer().print(sheet.pages())


def test_the_outline_nests_by_level(check_pdf: Check) -> None:
    sheet = _guide()
    levels = {"One": 0, "Below – one": 1, "Below two": 1, "Deep": 2, "Two": 0}
    sheet.outline += [OutlineEntry(title, "middle", level) for title, level in levels.items()]
    data = Printer().print(sheet.pages())
    check_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        one, two = outline.root
        assert [one.title, two.title] == ["One", "Two"]
        assert [kid.title for kid in one.children] == ["Below – one", "Below two"]
        assert [kid.title for kid in one.children[1].children] == ["Deep"]
        assert pdf.Root.Outlines.Count == 5


def test_grey_has_no_colour_and_the_same_contrast(check_pdf: Check) -> None:
    sheet = Sheet()
    sheet.mark(sheet.element("P"), *lines("ink"))
    square = (("M", 0, 0), ("L", 9, 0), ("L", 9, 9), ("Z",))
    sheet.decorate(Path(square, fill=RED, stroke=RED, width=1, dash=(0, 3), round_cap=True))
    data = Printer().print(sheet.pages(), grey=True)
    check_pdf(data)
    content = pdf_walk.content(data)
    assert not re.search(rb" (rg|RG)\b", content)
    [level] = re.findall(rb"([\d.]+) G", content)
    red = 0.2126 * ((0.8 + 0.055) / 1.055) ** 2.4 + 0.7874 * ((0.1 + 0.055) / 1.055) ** 2.4
    assert ((float(level) + 0.055) / 1.055) ** 2.4 == pytest.approx(red, abs=0.002)


def test_a_document_of_several_pages_shares_its_fonts(check_pdf: Check) -> None:
    sheet = Sheet()
    sheet.text("P", "one")
    sheet.new_page()
    sheet.text("P", "two")
    pages: Pages = sheet.pages()
    data = Printer().print(pages)
    check_pdf(data)
    assert data.count(b"/Length1") == 1
    assert [kid.text for kid in pdf_walk.read(data).kids] == ["one", "two"]
