"""Vectors on paper: the right way up, in their own colours or in grey, clipped and sharp."""

from collections.abc import Callable
from typing import Any

import pypdfium2
import pytest
from pdf_sheet import Sheet

from handouts.colour import Colour
from handouts.pdf.printer import Printer
from handouts.typeset.page import PlacedPicture, Rectangle
from handouts.typeset.vector import Outline, Pen, Vector, VectorShape

Check = Callable[[bytes], None]

BOX = Rectangle(100, 50, 120, 60)
RED, GREEN, BLUE = Colour(1, 0, 0), Colour(0, 1, 0), Colour(0, 0, 1)
WHITE = (255, 255, 255)


def rectangle(x: float, y: float, width: float, height: float, even_odd: bool = False) -> Outline:
    right, bottom = x + width, y + height
    corners = (("M", x, y), ("L", right, y), ("L", right, bottom), ("L", x, bottom), ("Z",))
    return Outline(corners, even_odd)


def within(outer: Outline, inner: Outline, even_odd: bool) -> Outline:
    """One outline within another, in one path."""
    return Outline((*outer.segments, *inner.segments), even_odd)


def printed(
    *shapes: VectorShape,
    box: Rectangle = BOX,
    window: Rectangle | None = None,
    grey: bool = False,
) -> bytes:
    """Print shapes of a field of 1000 by 500 units."""
    sheet = Sheet()
    figure = sheet.element("Figure")
    figure.alt, figure.box = "A logo", box
    sheet.mark(figure, PlacedPicture(Vector(shapes, 1000, 500), box, window))
    return Printer().print(sheet.pages(), grey)


def colour_at(data: bytes, x: float, y: float) -> Any:
    """The colour at a place of the field, as parts of its width and its height."""
    image = pypdfium2.PdfDocument(data)[0].render(scale=2).to_pil().convert("RGB")
    return image.getpixel((int(2 * (BOX.x + x * BOX.width)), int(2 * (BOX.y + y * BOX.height))))


def test_a_vector_stands_upright_in_its_box(check_pdf: Check) -> None:
    data = printed(
        VectorShape(rectangle(0, 0, 500, 250), RED),
        VectorShape(rectangle(500, 250, 500, 250), BLUE),
    )
    check_pdf(data)
    assert colour_at(data, 0.05, 0.1) == colour_at(data, 0.45, 0.4) == (255, 0, 0)
    assert colour_at(data, 0.55, 0.6) == colour_at(data, 0.95, 0.9) == (0, 0, 255)
    assert colour_at(data, 0.75, 0.25) == colour_at(data, 0.25, 0.75) == WHITE


def test_a_vector_turns_grey_with_the_rest(check_pdf: Check) -> None:
    shape = VectorShape(rectangle(100, 100, 800, 300), RED, Pen(GREEN, 100))
    data = printed(shape, grey=True)
    check_pdf(data)
    inside, edge = colour_at(data, 0.5, 0.5), colour_at(data, 0.1, 0.5)
    assert len(set(inside)) == len(set(edge)) == 1
    assert 0 < inside[0] < edge[0] < 255


@pytest.mark.parametrize(("even_odd", "middle"), [(True, WHITE), (False, (255, 0, 0))])
def test_holes_are_told_by_the_rule_of_the_outline(even_odd: bool, middle: Any) -> None:
    ring = within(rectangle(0, 0, 1000, 500), rectangle(250, 125, 500, 250), even_odd)
    data = printed(VectorShape(ring, RED))
    assert colour_at(data, 0.05, 0.5) == (255, 0, 0)
    assert colour_at(data, 0.5, 0.5) == middle


def test_clips_hold_together_and_for_their_shape_alone(check_pdf: Check) -> None:
    left, top = rectangle(0, 0, 500, 500), rectangle(0, 0, 1000, 250)
    all_over = rectangle(0, 0, 1000, 500)
    data = printed(
        VectorShape(all_over, RED, clips=(left, top)),
        VectorShape(rectangle(750, 250, 250, 250), BLUE),
    )
    check_pdf(data)
    places = [(0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.9, 0.9)]
    assert [colour_at(data, *place) for place in places] == [
        (255, 0, 0),
        WHITE,
        WHITE,
        (0, 0, 255),
    ]


def test_a_line_is_as_wide_as_its_pen_and_broken_where_that_is() -> None:
    line = Outline((("M", 0, 250), ("L", 1000, 250)))
    data = printed(VectorShape(line, pen=Pen(BLUE, 100, dash=(250, 250))))
    on, off = colour_at(data, 0.1, 0.5), colour_at(data, 0.4, 0.5)
    assert (on, off) == ((0, 0, 255), WHITE)
    assert colour_at(data, 0.1, 0.42) == (0, 0, 255)
    assert colour_at(data, 0.1, 0.37) == WHITE


def test_what_reaches_beyond_the_field_is_not_seen() -> None:
    data = printed(VectorShape(rectangle(-500, -500, 2000, 2000), RED))
    assert colour_at(data, 0.5, 0.5) == (255, 0, 0)
    outside = [colour_at(data, *place) for place in ((-0.1, 0.5), (1.1, 0.5), (0.5, 1.1))]
    assert outside == [WHITE] * 3


def test_a_vector_is_seen_through_its_window_alone(check_pdf: Check) -> None:
    half = Rectangle(BOX.x, BOX.y, BOX.width / 2, BOX.height)
    data = printed(VectorShape(rectangle(0, 0, 1000, 500), RED), window=half)
    check_pdf(data)
    assert (colour_at(data, 0.4, 0.5), colour_at(data, 0.6, 0.5)) == ((255, 0, 0), WHITE)


def test_a_vector_shown_twice_is_held_once() -> None:
    vector = Vector((VectorShape(rectangle(0, 0, 9, 9), RED),), 1000, 500)
    sheet = Sheet()
    sheet.decorate(PlacedPicture(vector, BOX), PlacedPicture(vector, Rectangle(0, 0, 30, 20)))
    assert Printer().print(sheet.pages()).count(b"/Subtype/Form") == 1
