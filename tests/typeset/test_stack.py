"""Stacks, columns, rows, wraps and frames, by their coordinates."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from setting import box_of, environment, lines_of, path_points, place, text, text_of

from handouts.layout.block import (
    Block,
    Columns,
    Edges,
    FitStep,
    Frame,
    Measure,
    Paragraph,
    Row,
    Run,
    Space,
    Stack,
    Track,
    Wrap,
    WriteLines,
)
from handouts.typeset.columns import ColumnsBox
from handouts.typeset.stack import StackBox

ONE_LINE = 14.0
SENTENCE = "Lower the body slowly and keep the hips straight all the way."


def test_a_paragraph_is_as_high_as_its_lines() -> None:
    box = box_of(text(SENTENCE), 120)
    assert box.height % ONE_LINE == 0
    assert box.height > ONE_LINE
    assert box.width <= 120


def test_caps_stand_in_the_middle_of_the_leading() -> None:
    page, _ = place(box_of(text("H"), 100), 5, 100)
    [line] = lines_of(page)
    assert line.x == 5
    assert line.y - 0.334 * line.size == pytest.approx(100 + ONE_LINE / 2)


def test_a_stack_puts_a_gap_between_its_blocks_only() -> None:
    box = box_of(Stack(blocks=(text("one"), text("two"), text("three")), gap="gap"), 100, gap=6.0)
    assert box.height == pytest.approx(3 * ONE_LINE + 2 * 6)
    page, _ = place(box)
    ys = [line.y for line in lines_of(page)]
    assert [b - a for a, b in pairwise(ys)] == pytest.approx([20, 20])


def test_blocks_that_are_left_out_take_no_gap() -> None:
    stack = Stack(blocks=(text("one"), text("two", name="second"), text("three")), gap=6.0)
    box = environment().after(FitStep(leave_out=("second",))).measure(stack, 100)
    assert box is not None
    assert box.height == pytest.approx(2 * ONE_LINE + 6)


def test_a_block_instead_of_another_is_there_only_when_that_is_not() -> None:
    stand_in = Paragraph(runs=(Run("two"),), style="body", instead_of="first")
    stack = Stack(blocks=(text("one", name="first"), stand_in))
    assert text_of(place(box_of(stack, 100))[0]) == "one"
    box = environment().after(FitStep(leave_out=("first",))).measure(stack, 100)
    assert box is not None
    assert text_of(place(box)[0]) == "two"


def test_an_empty_stack_is_nothing() -> None:
    assert environment().measure(Stack(blocks=()), 100) is None
    assert environment().measure(Stack(blocks=(Space(height=10.0),)), 100) is None


def test_spare_height_goes_to_what_grows() -> None:
    lines = WriteLines(count=3, pitch=20.0, most=30.0)
    box = box_of(Stack(blocks=(text("one"), lines)), 100)
    assert box.height == pytest.approx(ONE_LINE + 60)
    assert box.stretched(200).height == 200
    page, _ = place(box.stretched(200))
    bottoms = [y for _, y in path_points(page)][::2]
    assert max(bottoms) == pytest.approx(200, abs=0.5)
    assert len(bottoms) == round((200 - ONE_LINE) / 30)


def test_there_are_no_more_lines_than_a_hand_can_write_on() -> None:
    page, _ = place(box_of(WriteLines(count=1, pitch=0.0, most=0.0), 100).stretched(120))
    assert len(list(path_points(page))) == 2 * 10


def test_tracks_are_lengths_then_contents_then_shares() -> None:
    blocks = (text("a"), text("content"), text("b"), text("c"))
    tracks = (Track("points", 30.0), Track("content"), Track("share", 1.0), Track("share", 2.0))
    page, _ = place(box_of(Row(blocks=blocks, tracks=tracks, gap=10.0), 400))
    xs = [line.x for line in lines_of(page)]
    content = box_of(text("content"), 400).width
    share = (400 - 30 - content - 30) / 3
    assert xs == pytest.approx([0, 40, 40 + content + 10, 40 + content + 20 + share])


def test_a_row_is_as_high_as_its_highest_block() -> None:
    row = Row(blocks=(text(SENTENCE), text("short")), tracks=(Track("share"), Track("share")))
    assert box_of(row, 200).height == box_of(text(SENTENCE), 100).height


def test_a_row_measured_for_its_own_width_breaks_nothing() -> None:
    for words in ("Intermediate", "Advanced level", "a", "Hamstrings", "Knee-flexion control"):
        tracks = (Track("content"), Track("share"))
        row = Row(blocks=(text("sign"), text(words)), tracks=tracks, gap=7.3)
        outer = Row(blocks=(text("left"), row), tracks=(Track("share"), Track("content")))
        assert box_of(outer, 333.3).height == ONE_LINE


def test_contents_too_wide_for_their_row_shrink() -> None:
    row = Row(blocks=(text(SENTENCE), text(SENTENCE)), tracks=(Track("content"), Track("content")))
    box = box_of(row, 200)
    assert box.width <= 200
    assert box.height > ONE_LINE


@pytest.mark.parametrize(("keep", "x"), [(True, 100), (False, 0)])
def test_an_absent_block_keeps_its_track_or_gives_it_away(keep: bool, x: float) -> None:
    blocks = (text("gone", name="gone"), text("here"))
    row = Row(blocks=blocks, tracks=(Track("share"), Track("share")), keep=keep)
    box = environment().after(FitStep(leave_out=("gone",))).measure(row, 200)
    assert box is not None
    assert lines_of(place(box)[0])[0].x == x


def test_a_wrap_goes_on_in_a_new_line() -> None:
    chips: tuple[Block, ...] = tuple(text(word) for word in ("anchor", "eccentric", "control"))
    one = box_of(Wrap(blocks=chips, gap=5.0, line_gap=4.0), 1000)
    two = box_of(Wrap(blocks=chips, gap=5.0, line_gap=4.0), one.width - 1)
    assert one.height == ONE_LINE
    assert two.height == 2 * ONE_LINE + 4


def test_a_frame_adds_its_padding() -> None:
    framed = Frame(block=text("inside"), padding=Edges(1.0, 2.0, 3.0, 4.0), line=1.0)
    box = box_of(framed, 100)
    assert box.height == ONE_LINE + 4
    assert box.width == 100
    [line] = lines_of(place(box, 10, 20)[0])
    assert line.x == 14


def test_a_frame_of_content_width_is_no_wider_than_it_needs() -> None:
    framed = Frame(block=text("inside"), padding=Edges(0.0, 6.0, 0.0, 6.0), width="content")
    assert box_of(framed, 400).width == pytest.approx(box_of(text("inside"), 400).width + 12)


def test_a_measure_limits_the_width() -> None:
    assert box_of(Measure(block=text(SENTENCE * 3), width=80.0), 400).width <= 80


@given(st.lists(st.integers(1, 12), min_size=1, max_size=20), st.integers(1, 4))
def test_columns_hold_everything_in_order_and_come_out_even(words: list[int], count: int) -> None:
    blocks = tuple(text(f"n{i} " + "word " * length) for i, length in enumerate(words))
    width = count * 100 + (count - 1) * 10
    columns = Columns(blocks=blocks, measure=100.0, column_gap=10.0, gap=4.0)
    box = box_of(columns, width)
    alone = [box_of(block, 100).height for block in blocks]
    total = sum(alone) + 4 * (len(blocks) - 1)
    assert box.height <= total + 1e-6
    assert box.height >= total / count - 4 * count - max(alone)
    page, _ = place(box)
    marks = [word for word in text_of(page).split() if word.startswith("n")]
    assert marks == [f"n{i}" for i in range(len(words))]
    if count > 1 and len(words) > 1:
        assert box.height <= total / count + max(alone) + 4 + 1e-6


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(20, 300))
def test_a_split_stack_keeps_everything_and_fits(words: list[int], height: int) -> None:
    blocks = tuple(text(f"n{i} " + "word " * length) for i, length in enumerate(words))
    rest: object = box_of(Stack(blocks=blocks, gap=4.0, role="Sect"), 100)
    seen = []
    pages = 0
    while isinstance(rest, StackBox) and pages < 100:
        head, rest = rest.split(height, fresh=True)
        if head is None:
            break
        assert head.height <= height + 1e-6
        seen += [word for word in text_of(place(head)[0]).split() if word.startswith("n")]
        pages += 1
    if rest is None:
        assert seen == [f"n{i}" for i in range(len(words))]


def test_a_heading_stays_with_what_follows_it() -> None:
    heading = Paragraph(runs=(Run("Setup"),), style="body", role="H2")
    stack = box_of(Stack(blocks=(text("before"), heading, text("after"))), 100)
    head, tail = stack.split(2 * ONE_LINE, fresh=False)
    assert head is not None and tail is not None
    assert text_of(place(head)[0]) == "before"
    assert text_of(place(tail)[0]) == "Setup after"


def test_both_parts_of_a_split_stack_are_one_element() -> None:
    stack = box_of(Stack(blocks=(text("one"), text("two")), role="Sect"), 100)
    head, tail = stack.split(ONE_LINE, fresh=False)
    assert isinstance(head, StackBox) and isinstance(tail, StackBox)
    assert head.element is tail.element is not None


def test_what_is_kept_together_is_not_split() -> None:
    stack = box_of(Stack(blocks=(text("one"), text("two")), together=True), 100)
    assert stack.split(ONE_LINE, fresh=False) == (None, stack)


@given(st.lists(st.integers(0, 40), min_size=1, max_size=14), st.integers(2, 4))
def test_columns_differ_by_no_more_than_a_block_and_its_heading(
    words: list[int], count: int
) -> None:
    head = Paragraph(runs=(Run("Head"),), style="body", role="H2")
    blocks = tuple(text("word " * length) if length else head for length in words)
    width = count * 100 + (count - 1) * 10
    box = box_of(Columns(blocks=blocks, measure=100.0, column_gap=10.0, gap=4.0), width)
    assert isinstance(box, ColumnsBox)
    heights = [sum(each.height + 4 for each in column) for column in box.columns]
    heights += [0.0] * (count - len(heights))
    assert max(heights) - min(heights) <= max(_units(box)) + 0.5


def _units(box: ColumnsBox) -> list[float]:
    """The heights of the blocks, each with the headings before it and the gaps."""
    heights = [0.0]
    for each in (each for column in box.columns for each in column):
        heights[-1] += each.height + 4
        if not each.keeps_with_next:
            heights.append(0.0)
    return heights
