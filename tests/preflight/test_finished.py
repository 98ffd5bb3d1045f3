"""Finished PDFs: ours have nothing wrong, and copies that are spoilt are found out."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import finished_files as made
import pikepdf
import pytest
from finished_files import after, before, codes, elements, problems, scaled_type, spoilt
from pdf_sheet import Sheet, lines

from handouts.cli.main import main
from handouts.layout.declare import TypeSource
from handouts.pdf.printer import Printer
from handouts.preflight.finished.disclaimer import has_disclaimer
from handouts.source.problem import Severity

EXERCISE = """\
exercise: Bridge
safety: Stop if it hurts, and call emergency services if your chest feels tight.
goals:
  strength: {sets: 3, reps: 8}
  first weeks: {sets: 2, reps: 8}
setup:
  - Lie down: Bend your knees, and put both of your feet flat on the floor.
execution:
  - Press up: Lift your hips until your body makes one line from shoulder to knee.
picture: {file: square.png, alt: A square.}
"""


@pytest.fixture(scope="module")
def card(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A card of ours with a picture."""
    from PIL import Image

    folder = tmp_path_factory.mktemp("library")
    exercises = folder / "data" / "exercises"
    exercises.mkdir(parents=True)
    (exercises / "bridge.yaml").write_text(EXERCISE, encoding="utf-8")
    Image.new("RGB", (900, 600), "teal").save(exercises / "square.png")
    words = ("build", "bridge", "--data", str(folder / "data"), "--out", str(folder / "out"))
    assert main((*words, "--layout", "card", "--quiet")) == 0
    return (folder / "out" / "card" / "bridge.pdf").read_bytes()


def test_a_card_of_ours_has_nothing_wrong(
    card: bytes, tmp_path: Path, check_pdf: Callable[[bytes], None]
) -> None:
    check_pdf(card)
    assert problems(card, tmp_path) == []


def _remove(*keys: str) -> made.Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for key in keys:
            del pdf.Root[key]

    return spoil


def _untitled(pdf: pikepdf.Pdf) -> None:
    del pdf.trailer.Info
    del pdf.Root.Metadata


def _without_alt(pdf: pikepdf.Pdf) -> None:
    for figure in elements(pdf, "Figure"):
        del figure["/Alt"]


def _role(old: str, new: str) -> made.Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for element in elements(pdf, old):
            element.S = pikepdf.Name(f"/{new}")

    return spoil


def _fonts_without(*keys: str) -> made.Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            for each in (font, font.DescendantFonts[0].FontDescriptor):
                for key in set(keys).intersection(each.keys()):
                    del each[key]

    return spoil


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _address(address: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))


def _opening(address: str) -> made.Spoil:
    """Lead to an address when the file is opened."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OpenAction = _address(address)

    return spoil


def _outlined(action: pikepdf.Dictionary) -> made.Spoil:
    """Let the second item of an outline that goes in a circle do something."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        first = pdf.make_indirect(pikepdf.Dictionary(Title="One"))
        second = pdf.make_indirect(pikepdf.Dictionary(Title="Two", A=action, Next=first))
        first.First = second
        pdf.Root.Outlines = pikepdf.Dictionary(First=first, Last=first)

    return spoil


def _field(pdf: pikepdf.Pdf) -> None:
    field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="name"))
    pdf.Root.AcroForm = pikepdf.Dictionary(Fields=[field])


def _small_paper(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = [0, 0, 612, 800]


def _coarse(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(bytes(300), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
    image.Width, image.Height = 10, 10
    image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
    pdf.pages[0].Resources.XObject.Coarse = image
    after(b"/Artifact BMC q 72 0 0 72 300 60 cm /Coarse Do Q EMC")(pdf)


def _drop_disclaimer(pdf: pikepdf.Pdf) -> None:
    made.without(int(made.titled(pdf, "Disclaimer").K[0]))(pdf)


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (_remove("/MarkInfo"), {"not-tagged"}),
        (_remove("/StructTreeRoot"), {"not-tagged"}),
        (_remove("/Lang"), {"no-language"}),
        (_remove("/ViewerPreferences"), {"title-not-shown"}),
        (_untitled, {"no-title"}),
        (_without_alt, {"no-alt-text"}),
        (_role("H2", "H4"), {"heading-level"}),
        (_role("TH", "TD"), {"table-heads"}),
        (_role("LI", "P"), {"list-structure"}),
        (_fonts_without("/FontFile2", "/FontFile3"), {"font-not-embedded"}),
        (_fonts_without("/ToUnicode"), {"no-unicode"}),
        (_script, {"active-content"}),
        (_opening("file:///C:/list.txt"), {"active-content"}),
        (_opening("Java\tScript:alert(1)"), {"active-content"}),
        (_opening("https://example.org/file:1"), set()),
        (_outlined(_address("javascript:alert(1)")), {"active-content"}),
        (_outlined(pikepdf.Dictionary(S=pikepdf.Name.Launch, F="list.exe")), {"active-content"}),
        (_outlined(pikepdf.Dictionary(S=pikepdf.Name.GoToR, F="list.pdf")), {"active-content"}),
        (_field, {"form-fields"}),
        (_small_paper, {"paper-size"}),
        (_coarse, {"coarse-picture"}),
        (_drop_disclaimer, {"no-disclaimer"}),
        (scaled_type(0.5), {"tiny-type"}),
        (scaled_type(0.88), {"tiny-type"}),
        (after(b"580 400 9 9 re f"), {"untagged-content"}),
        (after(b"/Artifact BMC 590 400 9 9 re f EMC"), {"in-margin"}),
        (after(b"/P<</MCID 999>>BDC 580 400 9 9 re f EMC"), {"untagged-content"}),
        (before(b"1 0 0 1 -26 0 cm"), {"in-margin"}),
    ],
)
def test_a_spoilt_copy_is_found_out(
    card: bytes, tmp_path: Path, spoil: made.Spoil, found: set[str]
) -> None:
    assert codes(spoilt(card, spoil), tmp_path) == found


def test_pale_text_is_told_by_its_colours(card: bytes, tmp_path: Path) -> None:
    pale = spoilt(card, made.change_content(_pale))
    told = [each for each in problems(pale, tmp_path) if each.code == "low-contrast"]
    assert [each.message.partition(" is ")[2].partition(" (")[0] for each in told[:1]] == [
        "#999999 on #FFFFFF"
    ]
    assert told[0].place and told[0].place.page == 1


def _pale(content: bytes) -> bytes:
    """Have text in grey wherever a colour is set before it."""
    parts = content.split(b"BT\n")
    return b"BT\n.6 g\n".join(
        [parts[0], *(part.replace(b" rg\n", b" pop\n") for part in parts[1:])]
    )


def test_text_on_a_dark_ground_must_be_light(card: bytes, tmp_path: Path) -> None:
    dark = spoilt(card, before(b"/Artifact BMC .1 g 0 0 612 792 re f EMC"))
    assert "low-contrast" in codes(dark, tmp_path)


def test_what_a_margin_hides_is_not_in_the_margin(card: bytes, tmp_path: Path) -> None:
    clipped = b"/Artifact BMC q 100 100 9 9 re W n 0 0 300 300 re f Q EMC"
    white = b"/Artifact BMC 1 g 0 0 612 792 re f EMC"
    assert codes(spoilt(card, before(clipped)), tmp_path) == set()
    assert codes(spoilt(card, before(white)), tmp_path) == set()


def test_cut_marks_may_run_to_the_edge(card: bytes, tmp_path: Path) -> None:
    marks = b"/Artifact BMC .5 w 100 0 m 100 12 l S 0 396 m 612 396 l S EMC"
    assert codes(spoilt(card, after(marks)), tmp_path) == set()


def _turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Rotate = 90


def _cropped(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.CropBox = page.MediaBox
    page.MediaBox = [-50, -70, 700, 900]


def _moved(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].MediaBox = [1000, 1000, 1612, 1792]
    before(b"1 0 0 1 1000 1000 cm")(pdf)


@pytest.mark.parametrize("spoil", [_turned, _cropped, _moved])
def test_a_page_may_be_turned_and_lie_anywhere(
    card: bytes, tmp_path: Path, spoil: made.Spoil
) -> None:
    assert codes(spoilt(card, spoil), tmp_path) == set()


def _inherit(pdf: pikepdf.Pdf) -> None:
    _fonts_without("/FontFile2", "/FontFile3")(pdf)
    page = pdf.pages[0].obj
    page.Parent.Resources = page.Resources
    del page.Resources


def test_fonts_that_a_page_inherits_are_looked_at(card: bytes, tmp_path: Path) -> None:
    assert codes(spoilt(card, _inherit), tmp_path) == {"font-not-embedded"}


def test_text_that_leaves_the_page_is_cut_off(card: bytes, tmp_path: Path) -> None:
    assert "off-page" in codes(spoilt(card, before(b"1 0 0 1 -120 0 cm")), tmp_path)


def test_one_text_over_another_is_found(card: bytes, tmp_path: Path) -> None:
    twice = spoilt(card, made.change_content(lambda content: content + _lower(content)))
    assert "overlapping-text" in codes(twice, tmp_path)


def _lower(content: bytes) -> bytes:
    """The same page again, a few points lower, as decoration."""
    marked = content.replace(b"/Artifact<<", b"/Artifact <<")
    for line in set(marked.split(b"\n")):
        if b"BDC" in line:
            marked = marked.replace(line, b"/Artifact BMC")
    return b"\nq 1 0 0 1 20 -2 cm\n" + marked + b"\nQ"


def test_large_print_is_held_to_its_own_floor(card: bytes, tmp_path: Path) -> None:
    [problem] = problems(card, tmp_path, TypeSource(floor=18, labels=18))
    assert problem.code == "tiny-type"
    assert problem.hint == "18 points is the floor"


def test_the_smallest_type_is_named_with_its_size(card: bytes, tmp_path: Path) -> None:
    [problem] = problems(spoilt(card, scaled_type(0.5)), tmp_path)
    assert "prints at 4.3 points" in problem.message
    assert problem.severity is Severity.ERROR


@pytest.mark.parametrize(("behind", "codes_found"), [(0.0, set()), (60.0, {"tiny-type"})])
def test_an_exponent_may_be_smaller_than_what_stands_alone(
    behind: float, codes_found: set[str], tmp_path: Path, check_pdf: Callable[[bytes], None]
) -> None:
    sheet = Sheet()
    base = lines("Energy")
    end = 20 + sum(word.advance for word in base[0].words) * 12 / base[0].words[0].font.units
    sheet.mark(sheet.element("P"), *base, *lines("2", x=end + behind, y=46, size=7))
    data = Printer().print(sheet.pages())
    check_pdf(data)
    assert codes(data, tmp_path) - {"paper-size", "no-disclaimer"} == codes_found


def test_where_no_page_has_a_disclaimer_it_is_said_once(
    tmp_path: Path, check_pdf: Callable[[bytes], None]
) -> None:
    sheet = Sheet()
    sheet.text("P", "A page")
    sheet.new_page()
    sheet.text("P", "Another page")
    data = Printer().print(sheet.pages())
    check_pdf(data)
    told = [each for each in problems(data, tmp_path) if each.code == "no-disclaimer"]
    assert [(each.message, each.place and each.place.page) for each in told] == [
        ("no page has a disclaimer", 0)
    ]


def test_a_locked_file_is_told_and_one_that_may_be_read_is_not(card: bytes, tmp_path: Path) -> None:
    def locked(user: str, allow: pikepdf.Permissions | None = None) -> set[str]:
        how = pikepdf.Encryption(owner="o", user=user, allow=allow or pikepdf.Permissions())
        out = BytesIO()
        with pikepdf.open(BytesIO(card)) as pdf:
            pdf.save(out, encryption=how)
        return codes(out.getvalue(), tmp_path)

    assert locked("secret") == {"locked"}
    assert locked("", pikepdf.Permissions(print_lowres=False, print_highres=False)) == {"locked"}
    assert locked("") == set()


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    image = (
        b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray"
        b"/BitsPerComponent 8/Length 1>>stream\n\x00\nendstream"
    )
    scan = made.one_page(made.stream(b"q 500 0 0 700 50 50 cm /X Do Q"), image)
    assert {"no-text", "not-tagged", "coarse-picture"} <= codes(scan, tmp_path)


def test_a_blank_page_needs_no_disclaimer(tmp_path: Path) -> None:
    assert "no-disclaimer" not in codes(made.one_page(made.stream(b"")), tmp_path)


@pytest.mark.parametrize("language", ["ar", "de", "en", "es", "fr", "he", "it", "pt"])
@pytest.mark.parametrize("key", ["disclaimer", "disclaimer-short"])
def test_a_disclaimer_is_known_in_the_languages_of_labels(language: str, key: str) -> None:
    from handouts import resources
    from handouts.layout.labels import load_labels

    text = load_labels(resources.labels(), language)[key]
    assert has_disclaimer(text)
    assert has_disclaimer(" ".join(word[::-1] for word in text.split()))


@pytest.mark.parametrize(
    "text", ["", "Stop if your chest feels tight.", "Ask your doctor.", "Page 2 of 3"]
)
def test_not_every_text_is_a_disclaimer(text: str) -> None:
    assert not has_disclaimer(text)
