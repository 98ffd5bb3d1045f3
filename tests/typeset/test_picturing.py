"""Pictures side by side: at one height, within their measure, whole or cropped to their frame."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from photos import photo
from setting import box_of, lines_of, place, text

from handouts.layout.block import Block, Image, Pictures
from handouts.source.problem import Place
from handouts.typeset.page import Element, PlacedPicture, Rectangle

GAP, CAPTION_GAP, HIGHEST = 10, 4, 100
FRAME = 4 / 3


def image(width: int, height: int, cropped_to: float | None = None) -> Image:
    picture = photo(width, height)
    return Image(
        picture=picture, alt="A", height=HIGHEST, place=Place("a.yaml"), cropped_to=cropped_to
    )


def pictures(*images: Image, captions: tuple[Block | None, ...] = ()) -> Pictures:
    return Pictures(
        images=images,
        captions=captions or (None,) * len(images),
        height=HIGHEST,
        gap=GAP,
        caption_gap=CAPTION_GAP,
    )


def placed(block: Block, width: float) -> list[PlacedPicture]:
    page, _ = place(box_of(block, width))
    marks = (mark for group in page.groups for mark in group.marks)
    return [mark for mark in marks if isinstance(mark, PlacedPicture)]


def test_one_picture_is_as_high_as_it_may_be() -> None:
    (mark,) = placed(pictures(image(400, 200)), 500)
    assert mark == PlacedPicture(mark.picture, Rectangle(0, 0, 200, 100))


def test_a_picture_too_wide_for_its_measure_is_lower() -> None:
    (mark,) = placed(image(400, 200), 100)
    assert mark.box == Rectangle(0, 0, 100, 50)


def test_pictures_that_are_too_wide_together_shrink_together() -> None:
    marks = placed(pictures(image(400, 200), image(100, 200)), 135)
    assert [mark.box for mark in marks] == [Rectangle(0, 0, 100, 50), Rectangle(110, 0, 25, 50)]


def test_a_caption_wider_than_its_picture_makes_room_beside_it() -> None:
    caption = text("as wide as this")
    wide = box_of(caption, 200).width
    block = pictures(image(50, 200), image(50, 200), captions=(caption, None))
    first, second = placed(block, 500)
    assert first.box.width == 25 < wide
    assert second.box.x == pytest.approx(wide + GAP)


def test_captions_stand_below_their_pictures() -> None:
    block = pictures(image(100, 100), image(100, 100), captions=(text("one"), text("two")))
    box = box_of(block, 500)
    lines = lines_of(place(box)[0])
    assert [line.x for line in lines] == [0, HIGHEST + GAP]
    assert all(HIGHEST + CAPTION_GAP < line.y < box.height for line in lines)


def test_each_picture_is_a_figure_that_says_what_it_shows_and_is_read_before_its_caption() -> None:
    block = pictures(image(100, 100), image(100, 50), captions=(text("one"), text("two")))
    _, structure = place(box_of(block, 500))
    kids = [kid for kid in structure.kids if isinstance(kid, Element)]
    assert [kid.role for kid in kids] == ["Figure", "P", "Figure", "P"]
    assert [kid.alt for kid in kids] == ["A", None, "A", None]


@pytest.mark.parametrize("size", [(400, 100), (100, 400)])
def test_a_cropped_picture_covers_its_frame_and_is_seen_in_the_middle(
    size: tuple[int, int],
) -> None:
    (mark,) = placed(image(*size, cropped_to=FRAME), 500)
    window, box = mark.window, mark.box
    assert window == Rectangle(0, 0, HIGHEST * FRAME, HIGHEST)
    assert box.width / box.height == pytest.approx(size[0] / size[1])
    assert box.width >= window.width - 1e-9 and box.height >= window.height - 1e-9
    assert min(box.width - window.width, box.height - window.height) == pytest.approx(0)
    assert box.x + box.width / 2 == pytest.approx(window.x + window.width / 2)
    assert box.y + box.height / 2 == pytest.approx(window.y + window.height / 2)


def test_filled_frames_are_alike_whatever_is_in_them() -> None:
    captions = (text("a caption of some length"), None, text("short"))
    images = [image(*size, cropped_to=FRAME) for size in ((400, 100), (100, 400), (300, 300))]
    windows = [mark.window for mark in placed(pictures(*images, captions=captions), 300)]
    shapes = {(window.width, window.height, window.y) for window in windows if window}
    assert len(windows) == 3 and len(shapes) == 1


SIZES = st.tuples(st.integers(20, 2000), st.integers(20, 2000))
WORDS = st.none() | st.lists(st.sampled_from(["low", "stand", "slowly"]), min_size=1, max_size=9)


@given(st.lists(st.tuples(SIZES, WORDS), min_size=1, max_size=5), st.integers(250, 600))
def test_pictures_of_any_shape_and_their_captions_stay_side_by_side_within_the_measure(
    shown: list[tuple[tuple[int, int], list[str] | None]], width: int
) -> None:
    captions = tuple(text(" ".join(words)) if words else None for _, words in shown)
    block = pictures(*(image(*size) for size, _ in shown), captions=captions)
    box = box_of(block, width)
    assert box.width <= width + 1e-6
    boxes = [mark.box for mark in placed(block, width)]
    assert len({round(one.height, 6) for one in boxes}) == 1
    assert 0 < boxes[0].height <= HIGHEST
    assert all(a.x + a.width + GAP <= b.x + 1e-6 for a, b in pairwise(boxes))
    room = box.width < width - 1e-6
    assert boxes[0].height == HIGHEST or not room
