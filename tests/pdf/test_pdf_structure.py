"""The structure tree: roles, order, attributes, and what is left out."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pdf_walk
import pikepdf
import pytest
from pdf_sheet import RED, Sheet, lines

from handouts.pdf.printer import Printer
from handouts.typeset.page import Content, Element, Group, Path, Rectangle

Check = Callable[[bytes], None]

SQUARE = Path((("M", 10, 100), ("L", 60, 100), ("L", 60, 150), ("L", 10, 150), ("Z",)), fill=RED)


def test_elements_are_read_in_the_order_of_the_tree_and_not_of_the_paint(check_pdf: Check) -> None:
    sheet = Sheet()
    first, second = sheet.element("H1"), sheet.element("P")
    sheet.mark(second, *lines("painted first", y=80))
    sheet.mark(first, *lines("read first"))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).pieces() == [("H1", "read first"), ("P", "painted first")]


def test_a_list_says_how_it_is_numbered(check_pdf: Check) -> None:
    sheet = Sheet()
    steps = sheet.element("L")
    steps.numbering = "Decimal"
    for number in "12":
        item = sheet.element("LI", steps)
        sheet.text("Lbl", f"{number}. ", item)
        sheet.text("LBody", f"Step {number}", item)
    data = Printer().print(sheet.pages())
    check_pdf(data)
    [found] = pdf_walk.read(data).find("L")
    assert found.attributes["ListNumbering"] == "/Decimal"
    assert found.text == "1. Step 12. Step 2"


def test_a_table_keeps_its_grid_with_its_empty_cells(check_pdf: Check) -> None:
    sheet = Sheet()
    table = sheet.element("Table")
    head, blank = sheet.element("TR", table), sheet.element("TR", table)
    for text in ("Set", "Load"):
        sheet.text("TH", text, head).scope = "Column"
    for _ in range(2):
        sheet.element("TD", blank)
    data = Printer().print(sheet.pages())
    check_pdf(data)
    _, row = pdf_walk.read(data).find("TR")
    assert [cell.role for cell in row.kids] == ["TD", "TD"]


def test_cells_say_what_they_head_and_span(check_pdf: Check) -> None:
    sheet = Sheet()
    table = sheet.element("Table")
    top, bottom = sheet.element("TR", table), sheet.element("TR", table)
    wide = sheet.text("TH", "Week", top)
    wide.scope, wide.column_span = "Column", 2
    tall = sheet.text("TD", "Rest", top)
    tall.row_span = 2
    sheet.text("TH", "1", bottom).scope = "Row"
    sheet.text("TD", "3 × 8", bottom)
    data = Printer().print(sheet.pages())
    check_pdf(data)
    [week, one] = pdf_walk.read(data).find("TH")
    assert (week.attributes["Scope"], week.attributes["ColSpan"]) == ("/Column", "2")
    assert one.attributes["Scope"] == "/Row"
    assert pdf_walk.read(data).find("TD")[0].attributes["RowSpan"] == "2"


def test_elements_without_content_are_left_out(check_pdf: Check) -> None:
    sheet = Sheet()
    sheet.text("P", "something")
    nothing = sheet.element("Sect")
    sheet.mark(sheet.element("P", nothing))
    sheet.element("TD", sheet.element("TR", sheet.element("Table", nothing)))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert [kid.role for kid in pdf_walk.read(data).kids] == ["P"]


def test_a_document_without_any_content_is_still_whole(check_pdf: Check) -> None:
    sheet = Sheet()
    sheet.decorate(SQUARE)
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).kids == []


def test_an_element_goes_on_over_the_page(check_pdf: Check) -> None:
    sheet = Sheet()
    element = sheet.text("P", "begins here ")
    sheet.new_page()
    sheet.text("H1", "between")
    sheet.mark(element, *lines("and ends there", y=90))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).kids[0].text == "begins here and ends there"


def test_a_figure_has_its_words_and_its_box(check_pdf: Check) -> None:
    sheet = Sheet()
    figure = sheet.element("Figure")
    figure.alt, figure.box = "A red (square) – no more", Rectangle(10, 100, 50, 50)
    sheet.mark(figure, SQUARE)
    data = Printer().print(sheet.pages())
    check_pdf(data)
    [found] = pdf_walk.read(data).find("Figure")
    assert found.alt == "A red (square) – no more"
    with pikepdf.open(BytesIO(data)) as pdf:
        attributes = pdf.Root.StructTreeRoot.K.K[0].A
        assert [int(edge) for edge in attributes.BBox] == [10, 150, 60, 200]
        assert attributes.Placement == "/Block"


def test_an_element_may_say_its_text_and_its_language(check_pdf: Check) -> None:
    sheet = Sheet()
    span = sheet.text("Span", "w/u", sheet.element("P"))
    span.actual_text, span.language = "Aufwärmen", "de"
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).text == "Aufwärmen"
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.StructTreeRoot.K.K[0].K[0].Lang == "de"


def test_notes_have_identifiers_of_their_own(check_pdf: Check) -> None:
    sheet = Sheet()
    for text in ("first", "second"):
        sheet.text("Note", text)
    data = Printer().print(sheet.pages())
    check_pdf(data)
    with pikepdf.open(BytesIO(data)) as pdf:
        names = list(pdf.Root.StructTreeRoot.IDTree.Names)
        assert [str(note.ID) for note in names[1::2]] == list(map(str, names[::2]))
        assert len(set(map(str, names[::2]))) == 2


def test_artifacts_are_in_no_element(check_pdf: Check) -> None:
    sheet = Sheet()
    sheet.text("P", "read")
    sheet.decorate(*lines("not read", y=90), artifact="Pagination")
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert pdf_walk.read(data).text == "read"
    assert b"/Artifact<</Type/Pagination>>BDC" in pdf_walk.content(data)


def test_a_group_that_no_element_has_is_our_own_mistake() -> None:
    sheet = Sheet()
    sheet.groups[0].append(Group(lines("lost"), Element("P")))
    with pytest.raises(ValueError, match="group 0 of page 0 is not in the structure"):
        Printer().print(sheet.pages())


def test_a_group_that_two_elements_have_is_our_own_mistake() -> None:
    sheet = Sheet()
    sheet.text("P", "twice")
    sheet.element("P").kids.append(Content(0, 0))
    with pytest.raises(ValueError, match="group 0 of page 0 is in the structure twice"):
        Printer().print(sheet.pages())


def test_a_group_that_an_artifact_is_cannot_be_an_elements_content() -> None:
    sheet = Sheet()
    sheet.decorate(SQUARE)
    pages = sheet.pages()
    element = Element("P", [Content(0, 0)])
    document = Element("Document", [element])
    assert pdf_walk.read(Printer().print(replace(pages, structure=document))).kids == []
