"""Text that runs both ways: broken as it is read, shown as it is seen, and read back as written."""

from collections.abc import Callable
from itertools import pairwise

import pdf_walk
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setting import COLOURS, STYLES, shaper, text

from handouts.layout.block import Paragraph, Run
from handouts.pdf.printer import Printer
from handouts.typeset.environment import Environment
from handouts.typeset.font import Face, Word
from handouts.typeset.mirroring import MirroredPlacer
from handouts.typeset.page import Element, Line, Metadata, Page, Pages
from handouts.typeset.paragraph import ParagraphBox, measure_paragraph
from handouts.typeset.placer import Placer
from handouts.typeset.typeset import MODES

WIDTH = 300.0

LETTERS = {"latin": "abcq", "greek": "αβγ", "hebrew": "אבגם", "arabic": "ابتهلي", "number": "0123"}
WORD = st.sampled_from(sorted(LETTERS)).flatmap(
    lambda script: st.text(LETTERS[script], min_size=1, max_size=9)
)
SENTENCE = st.lists(
    st.tuples(WORD, st.sampled_from(["", "", ".", ",", "!", ")", "–5"])).map("".join),
    min_size=1,
    max_size=25,
).map(" ".join)


def measured(words: str | Paragraph, width: float, mirrored: bool = True) -> ParagraphBox:
    environment = Environment(MODES, shaper(), {}, COLOURS, STYLES, mirrored)
    block = text(words) if isinstance(words, str) else words
    return measure_paragraph(block, width, environment)


def placed(box: ParagraphBox, mirrored: bool = True) -> tuple[Page, Element]:
    structure = Element("Document")
    out = MirroredPlacer(0, structure, WIDTH) if mirrored else Placer(0, structure)
    box.place(out, 20, 20)
    return out.page(WIDTH, 900), structure


def lines(page: Page) -> list[Line]:
    return [mark for group in page.groups for mark in group.marks if isinstance(mark, Line)]


def in_reading_order(line: Line) -> list[Word]:
    """A line's words as they are read."""
    words = list(line.words)
    return words[::-1] if words[0].right_to_left else words


def seen(page: Page) -> list[str]:
    """The lines of a page as they are seen from left to right, blanks at their ends dropped."""
    rows: dict[float, list[Line]] = {}
    for line in lines(page):
        rows.setdefault(line.y, []).append(line)
    return [
        "".join(
            glyph.text
            for line in sorted(row, key=lambda line: line.x)
            for word in line.words
            for glyph in word.glyphs
        ).strip()
        for _, row in sorted(rows.items())
    ]


def printed(words: str | Paragraph, width: float = 260, mirrored: bool = True) -> bytes:
    page, structure = placed(measured(words, width, mirrored), mirrored)
    return Printer().print(Pages([page], structure, Metadata("A test", "he")))


def test_a_sentence_is_seen_from_the_right() -> None:
    page, _ = placed(measured("הרימו את הירך", 260))
    assert seen(page) == ["ךריה תא ומירה"]


def test_lines_break_in_reading_order() -> None:
    page, _ = placed(measured("אחת שתיים שלוש ארבע חמש", 60))
    assert [line[::-1] for line in seen(page)] == ["אחת שתיים", "שלוש ארבע", "חמש"]


def test_a_foreign_name_and_a_dose_keep_their_order_within_a_sentence() -> None:
    page, _ = placed(measured("בצעו Glute Bridge עם 3–4 × 8 (קל).", 260))
    assert seen(page) == [".)לק( 3–4 × 8 םע Glute Bridge ועצב"]  # brackets open to the left


def test_a_bracket_is_drawn_as_it_opens_where_it_is_seen() -> None:
    page, _ = placed(measured("(קל)", 260))
    [opening] = shaper().fonts.shape("(", Face())
    first = min(lines(page), key=lambda line: line.x)
    assert first.words[0].text == ")"
    assert first.words[0].numbers == opening.numbers


def test_lines_begin_at_the_right_edge() -> None:
    page, _ = placed(measured("אחת שתיים שלוש ארבע חמש שש שבע", 80))
    rows: dict[float, float] = {}
    for line in lines(page):
        blank = line.words[0].text == " " and len(line.words) > 1
        assert not blank or line.words[0].right_to_left
        rows[line.y] = max(rows.get(line.y, 0.0), line.x + line.width)
    assert len(rows) > 2
    assert all(end == pytest.approx(WIDTH - 20) for end in rows.values())


def test_a_paragraph_without_a_letter_from_the_right_reads_as_ever_but_stands_at_the_right() -> (
    None
):
    page, _ = placed(measured("12 Mill Lane, Springfield.", 260))
    assert seen(page) == ["12 Mill Lane, Springfield."]
    assert max(line.x + line.width for line in lines(page)) == pytest.approx(WIDTH - 20)


def test_letters_join_across_a_change_of_weight() -> None:
    whole = measured("سلام", 260)
    halves = Paragraph(runs=(Run("سل"), Run("ام", weight=700)), style="body")
    apart = [measured(part, 260).width for part in ("سل", "ام")]
    together = measured(halves, 260)
    page, _ = placed(together)
    shapes = [glyph.number for line in lines(page) for word in line.words for glyph in word.glyphs]
    alone = [
        glyph.number
        for part in ("سل", "ام")
        for line in lines(placed(measured(part, 260))[0])
        for word in line.words
        for glyph in word.glyphs
    ]
    assert shapes != alone
    assert together.width != pytest.approx(sum(apart))
    assert whole.width > 0


def test_a_long_word_that_is_cut_keeps_its_joined_shapes() -> None:
    box = measured("سستستستستستستس", 30)
    assert len(box.lines) > 2
    page, _ = placed(box)
    [alone] = shaper().fonts.shape("س", Face())
    middle = [glyph.number for line in lines(page)[1:-1] for w in line.words for glyph in w.glyphs]
    assert alone.numbers[0] not in middle


def test_arabic_is_not_tracked() -> None:
    tracked = shaper().setting((400, False, False), -0.1, 1.0, "ink")
    for words, same in (("سلام عليكم", True), ("שלום עליכם", False)):
        plain = shaper().setting((400, False, False), 0.0, 1.0, "ink")
        widths = [shaper().shape((words,), (each,), True).width for each in (plain, tracked)]
        assert (widths[0] == pytest.approx(widths[1])) is same


def test_lines_of_a_tall_script_do_not_touch() -> None:
    box = measured("إِلَىٰ ٱلأَعلَىٰ جِدًّا لإِلٰهٍ " * 6, 60)
    page, _ = placed(box)
    rows: dict[float, list[float]] = {}
    for line in lines(page):
        for word in line.words:
            above, below = word.ink
            row = rows.setdefault(line.y, [line.y, line.y])
            row[0] = min(row[0], line.y - above * line.size)
            row[1] = max(row[1], line.y + below * line.size)
    ordered = sorted(rows.values())
    assert len(ordered) > 3
    assert all(upper[1] <= lower[0] for upper, lower in pairwise(ordered))


@pytest.mark.parametrize("width", [40, 90, 260])
@pytest.mark.parametrize(
    "words",
    [
        "הרימו את הירך (Glute Bridge), עם 3–4 × 8.",
        "ارفع الحوض ببطء، ثم اثبت 2–3 ثوانٍ (RPE 7).",
        "لا إله إلا الله",
        "Push up: שכיבות סמיכה!",
    ],
)
def test_a_page_reads_back_in_the_order_of_the_text(
    words: str, width: float, check_pdf: Callable[[bytes], None]
) -> None:
    data = printed(words, width)
    check_pdf(data)
    assert pdf_walk.read(data).text == words


@settings(max_examples=150)
@given(SENTENCE, st.floats(15, 260), st.booleans())
def test_nothing_is_lost_and_nothing_overlaps(words: str, width: float, mirrored: bool) -> None:
    page, _ = placed(measured(words, width, mirrored), mirrored)
    there = "".join(word.text for line in lines(page) for word in in_reading_order(line))
    assert there.replace(" ", "") == words.replace(" ", "")
    rows: dict[float, list[Line]] = {}
    for line in lines(page):
        rows.setdefault(line.y, []).append(line)
    for row in rows.values():
        row.sort(key=lambda line: line.x)
        for left, right in pairwise(row):
            assert left.x + left.width <= right.x + 1e-6


@settings(max_examples=80)
@given(SENTENCE, st.floats(30, 260), st.booleans())
def test_what_is_printed_reads_back(words: str, width: float, mirrored: bool) -> None:
    assert "".join(pdf_walk.read(printed(words, width, mirrored)).text.split()) == "".join(
        words.split()
    )
