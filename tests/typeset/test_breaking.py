"""Breaking over pages: nothing is lost, doubled, parted or placed where it should not be."""

from collections.abc import Sequence
from itertools import groupby

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from setting import box_of, line_width, lines_of, path_points, place, text, text_of
from trees import TREES, WIDTH, broken, overlapping, placed, table, whole

from handouts.layout.block import (
    Block,
    Columns,
    Edges,
    Frame,
    Item,
    Paragraph,
    Row,
    RowLine,
    Rule,
    Run,
    Sign,
    Space,
    Stack,
    Table,
    TableCell,
    TableRow,
    Track,
    VerticalAlign,
)
from handouts.typeset.box import Box
from handouts.typeset.frame import FrameBox
from handouts.typeset.page import Element, Page, Path

LINE = 14.0
HEIGHTS = st.integers(200, 500)


@settings(max_examples=80, deadline=None)
@given(TREES, HEIGHTS)
def test_everything_is_said_once_in_order_and_in_its_element(tree: Block, height: int) -> None:
    assert placed(broken(tree, height)).words() == placed([whole(tree)]).words()


@settings(max_examples=80, deadline=None)
@given(TREES, HEIGHTS)
def test_nothing_overlaps_and_nothing_leaves_its_page(tree: Block, height: int) -> None:
    boxes = broken(tree, height)
    assert all(box.height <= height + 1e-6 for box in boxes)
    for page in placed(boxes).pages:
        assert not overlapping(page)
        assert lines_of(page)
        for line in lines_of(page):
            assert line.x >= -0.01 and line.x + line_width(line) <= WIDTH + 0.01
            assert line.size * 0.6 <= line.y <= height
        for x, y in path_points(page):
            assert -0.01 <= x <= WIDTH + 1 and -0.01 <= y <= height + 0.01


@settings(max_examples=80, deadline=None)
@given(st.lists(TREES, min_size=1, max_size=4), HEIGHTS)
def test_what_is_kept_together_breaks_only_where_a_page_is_too_small(
    trees: list[Block], height: int
) -> None:
    kept = [Stack(blocks=(tree,), together=True, role="Part") for tree in trees]
    boxes = broken(Stack(blocks=tuple(kept), gap=6.0), height)
    pages = placed(boxes)
    starts = 0
    for each, said in zip(kept, pages.parts(), strict=True):
        on = sorted({page for _, _, page in said})
        if whole(each).height <= height:
            assert len(on) == 1
        else:
            assert on[0] == 0 or on[0] > starts
        starts = on[-1]


@settings(max_examples=80, deadline=None)
@given(TREES, HEIGHTS)
def test_no_page_ends_with_a_heading(tree: Block, height: int) -> None:
    pages = groupby(placed(broken(tree, height)).said(), key=lambda said: said[2])
    for _, said in pages:
        *_, (roles, _, _) = said
        assert "H2" not in roles


def heading(words: str = "Setup") -> Paragraph:
    return Paragraph(runs=(Run(words),), style="body", role="H2")


def stack(*blocks: Block, gap: float = 0.0) -> Stack:
    return Stack(blocks=blocks, gap=gap)


def lines(count: int, role: str | None = "P") -> Paragraph:
    """A paragraph of so many lines: each word takes one, as the others do not fit beside it."""
    long = " ".join(f"{number}{'m' * 30}" for number in range(count))
    return Paragraph(runs=(Run(long),), style="body", role=role)


def counts(boxes: Sequence[Box]) -> list[int]:
    """How many lines stand on each page."""
    return [len(lines_of(page)) for page in placed(boxes).pages]


def texts(boxes: Sequence[Box]) -> list[str]:
    return [text_of(page) for page in placed(boxes).pages]


@pytest.mark.parametrize(
    ("before", "count", "expected"),
    [
        (4, 4, [4, 4]),
        (3, 4, [5, 2]),
        (2, 4, [4, 2]),
        (1, 5, [4, 2]),
        (3, 3, [3, 3]),
        (0, 8, [5, 3]),
        (0, 6, [4, 2]),
    ],
)
def test_two_lines_of_a_paragraph_or_more_stand_on_either_page(
    before: int, count: int, expected: list[int]
) -> None:
    tree = stack(*[text(f"{number}") for number in range(before)], lines(count))
    assert counts(broken(tree, 5 * LINE)) == expected


def test_a_paragraph_breaks_line_by_line_where_a_page_takes_no_more() -> None:
    assert counts(broken(lines(3), LINE)) == [1, 1, 1]


def test_a_heading_of_several_lines_is_not_broken() -> None:
    tree = stack(*[text(f"{number}") for number in range(3)], lines(4, role="H2"), lines(2))
    assert counts(broken(tree, 6 * LINE)) == [3, 6]


def test_a_heading_takes_two_lines_along() -> None:
    tree = stack(*[text(f"{n}") for n in range(4)], heading(), text("one"), text("two"))
    assert counts(broken(tree, 6 * LINE)) == [4, 3]
    assert counts(broken(tree, 7 * LINE)) == [7]


@pytest.mark.parametrize("lead", [Rule(thickness=1.0), Space(height=1.0)])
def test_what_opens_a_part_goes_with_its_heading(lead: Block) -> None:
    row = Row(blocks=(heading(), text("date")), tracks=(Track("share"), Track("content")))
    framed = Frame(block=row, line=1.0, sides=frozenset({"top"}))
    tree = stack(text("before"), lead, framed, lines(2))
    assert counts(broken(tree, 3 * LINE + 1)) == [1, 4]


def test_a_heading_stays_with_a_tables_first_row() -> None:
    tree = stack(text("before"), heading(), table([text("a"), text("b")], [False, False]))
    row = LINE + 4
    assert counts(broken(tree, 2 * LINE + 2 * row - 1)) == [1, 5, 4]
    assert counts(broken(tree, 2 * LINE + 2 * row)) == [6, 4]


def test_a_part_that_is_kept_together_waits_for_a_new_page() -> None:
    kept = Stack(blocks=(heading(), lines(4)), together=True)
    assert counts(broken(stack(text("before"), kept), 5 * LINE)) == [1, 5]


def test_a_part_that_no_page_holds_breaks_on_a_page_of_its_own() -> None:
    kept = Stack(blocks=(lines(9),), together=True)
    assert counts(broken(stack(text("before"), kept), 5 * LINE)) == [1, 5, 4]


def test_a_heading_above_what_no_page_holds_does_not_keep_it_off_the_page() -> None:
    kept = Stack(blocks=(lines(9),), together=True)
    assert counts(broken(stack(heading(), Space(height=2.0), kept), 5 * LINE + 2)) == [5, 5]


def test_the_rest_of_a_part_is_headed_by_what_says_that_it_goes_on() -> None:
    part = Stack(blocks=(heading(), lines(9)), role="Sect", continued=text("Setup, continued"))
    pages = placed(broken(stack(text("before"), part), 5 * LINE))
    assert [len(lines_of(page)) for page in pages.pages] == [5, 5, 3]
    assert all(text_of(page).startswith("Setup, continued") for page in pages.pages[1:])
    assert pages.words() == placed([whole(stack(text("before"), part))]).words()
    artifacts = [group.artifact for group in pages.pages[1].groups if not group.element]
    assert "Pagination" in artifacts


def test_what_goes_on_does_without_its_head_where_there_is_no_room_for_both() -> None:
    part = Stack(blocks=(lines(2), lines(3)), continued=lines(4))
    assert counts(broken(part, 4 * LINE)) == [2, 3]


def test_space_is_not_carried_over() -> None:
    tree = stack(lines(3), Space(height=30.0), lines(3))
    assert [box.height for box in broken(tree, 4 * LINE)] == [3 * LINE, 3 * LINE]


def test_an_item_breaks_within_its_text_and_has_one_sign() -> None:
    sign = Sign(kind="disc", size=12.0, text="1", style="note", role="Lbl", line="body")
    item = Item(sign=sign, text=lines(6, role="LBody"), indent=20.0)
    pages = placed(broken(Stack(blocks=(item,), role="L", numbering="Decimal"), 4 * LINE))
    assert [len(lines_of(page)) for page in pages.pages] == [1 + 4, 2]
    assert {line.x for page in pages.pages for line in lines_of(page)[1:]} == {20.0}
    [listed] = pages.structure.kids
    assert [roles for roles, _ in pages.words()] == [("L", "LI", "Lbl")] + 6 * [
        ("L", "LI", "LBody")
    ]
    assert isinstance(listed, Element) and listed.numbering == "Decimal"


def sides_of(box: Box) -> frozenset[str]:
    assert isinstance(box, FrameBox)
    return box.sides


def test_a_frame_is_open_where_it_breaks() -> None:
    all_sides = frozenset({"top", "end", "bottom", "start"})
    framed = Frame(block=lines(12), padding=Edges(8.0, 8.0, 8.0, 8.0), line=1.0, role="Sect")
    first, middle, last = boxes = broken(framed, 5 * LINE + 16)
    assert counts(boxes) == [5, 5, 2]
    assert [sides_of(box) for box in (first, middle, last)] == [
        all_sides - {"bottom"},
        all_sides - {"top", "bottom"},
        all_sides - {"top"},
    ]
    assert [box.height for box in boxes] == [5 * LINE + 8, 5 * LINE, 2 * LINE + 8]


def test_columns_fill_a_page_and_share_the_rest_evenly() -> None:
    tree = Columns(blocks=tuple(text(f"{n}") for n in range(26)), measure=80.0, column_gap=10.0)
    boxes = broken(stack(text("before"), tree), 6 * LINE)
    assert counts(boxes) == [1 + 20, 6]
    assert [box.height for box in boxes] == [6 * LINE, 2 * LINE]
    [rest] = placed(boxes[1:]).pages
    ends = pytest.approx([10.34, 24.34, 10.34, 24.34, 10.34, 10.34], abs=2)
    assert [line.y for line in lines_of(rest)] == ends


def test_one_column_flows_as_a_stack_does() -> None:
    tree = Columns(blocks=(lines(3), lines(8)), measure=300.0, gap=LINE)
    assert counts(broken(tree, 6 * LINE)) == [5, 6]


def test_a_heading_is_not_the_last_of_a_column() -> None:
    parts = [text("1"), text("2"), heading(), text("3"), text("4")]
    page, _ = place(box_of(Columns(blocks=tuple(parts), measure=100.0), 210))
    setup, three = lines_of(page)[2:4]
    assert setup.x == three.x > 0


def joined(kinds: str) -> Table:
    """Rows that are joined to the next (``+``) or not (``.``)."""
    cells = [text(f"cell {number}") for number in range(len(kinds))]
    return table(cells, [kind == "+" for kind in kinds])


ROW = LINE + 4


@pytest.mark.parametrize(
    ("kinds", "rows", "expected"),
    [
        ("....", 3, [2, 2]),
        (".+..", 3, [1, 2, 1]),
        ("++..", 3, [2, 2]),
        ("+.+.+.", 4, [2, 2, 2]),
    ],
)
def test_joined_rows_stay_on_one_page_where_it_holds_them(
    kinds: str, rows: int, expected: list[int]
) -> None:
    boxes = broken(joined(kinds), rows * ROW)
    assert [text.count("cell") for text in texts(boxes)] == expected
    assert all(text.startswith("Set Load") for text in texts(boxes))


def test_a_table_does_not_begin_with_its_head_alone() -> None:
    tree = stack(text("before"), joined("..."))
    assert [text.count("cell") for text in texts(broken(tree, LINE + 1.5 * ROW))] == [0, 1, 1, 1]


def test_a_broken_table_is_one_table_with_one_head() -> None:
    pages = placed(broken(joined("....."), 3 * ROW))
    assert pages.words() == placed([whole(joined("....."))]).words()


def test_a_block_that_stands_in_two_places_is_read_in_both() -> None:
    one = stack(heading(), Frame(block=joined("..."), role="Sect"))
    tree = stack(one, one, one, gap=4.0)
    for height in (4 * ROW, 7 * ROW, 30 * ROW):
        assert placed(broken(tree, height)).words() == 3 * placed([whole(one)]).words()


def paths(page: Page) -> list[Path]:
    return [mark for group in page.groups for mark in group.marks if isinstance(mark, Path)]


def corners(path: Path) -> tuple[float, float, float, float]:
    """The left, the top, the right and the bottom of a path."""
    xs = [x for _, *numbers in path.segments for x in numbers[::2]]
    ys = [y for _, *numbers in path.segments for y in numbers[1::2]]
    return min(xs), min(ys), max(xs), max(ys)


def test_a_bar_joins_the_middles_of_joined_rows_and_dots_part_them() -> None:
    page, _ = place(box_of(joined("++.+."), WIDTH), 10, 100)
    middles = [100 + ROW * (index + 0.5) for index in range(6)]
    bars = [corners(path) for path in paths(page) if path.fill]
    assert bars == [
        pytest.approx((10, middles[1], 13, middles[3])),
        pytest.approx((10, middles[4], 13, middles[5])),
    ]
    dotted = [corners(path) for path in paths(page) if path.dash]
    assert [start for start, _, _, _ in dotted] == [10 + 40 + 5] * 3


def test_rows_are_as_high_as_they_ask_and_cells_stand_where_they_ask() -> None:
    aligns: tuple[VerticalAlign, ...] = ("top", "middle", "bottom")
    cells = tuple(TableCell(text("x"), align=align) for align in aligns)
    tall = Table(
        rows=(TableRow(cells, height=60.0, line="none"),),
        tracks=(Track("share"),) * 3,
        heads=0,
        padding=5.0,
        row_height=20.0,
    )
    box = box_of(tall, 300)
    assert box.height == 60
    page, _ = place(box)
    top, middle, bottom = [line.y for line in lines_of(page)]
    assert (middle - top, bottom - middle) == pytest.approx((18, 18))
    assert not paths(page)


def test_lines_under_rows_are_as_the_rows_say() -> None:
    kinds: tuple[RowLine | None, ...] = ("ink", "rule", "hair", "dotted", "none", None)
    rows = tuple(TableRow((TableCell(text("x")),), line=kind) for kind in kinds)
    page, _ = place(box_of(Table(rows=rows, tracks=(Track("share"),), heads=0), 100))
    assert [path.dash is not None for path in paths(page)] == [False, False, False, True, False]
