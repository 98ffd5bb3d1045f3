"""Mirrored pages: everything is as far from the right edge as it was from the left one."""

from dataclasses import replace

import pytest
from setting import box_of, shaper, text

from handouts.colour import Colour
from handouts.layout.block import Item, Sign, Stack
from handouts.typeset.font import Face
from handouts.typeset.mirroring import MirroredPlacer
from handouts.typeset.page import Element, Line, Mark, Page, Path, Rectangle
from handouts.typeset.placer import Placer, Trace

WIDTH = 400.0


def placed(*marks: Mark) -> list[Mark]:
    out = MirroredPlacer(0, Element("Document"), WIDTH)
    for mark in marks:
        out.decorate(mark)
    return list(out.page(WIDTH, 300).groups[0].marks)


def words(letters: str) -> Line:

    return Line(30, 50, shaper().fonts.shape(letters, Face()), 10, Colour(0, 0, 0), 0.5)


def test_a_line_is_turned_over() -> None:
    [path] = placed(Path((("M", 10.0, 5.0), ("L", 60.0, 7.0))))
    assert isinstance(path, Path)
    assert path.segments == [("M", 390.0, 5.0), ("L", 340.0, 7.0)]


def test_what_says_something_by_its_shape_moves_as_it_is() -> None:
    tick = Path((("M", 10.0, 5.0), ("L", 20.0, 9.0), ("L", 40.0, 1.0)), upright=True)
    [path] = placed(tick)
    assert isinstance(path, Path)
    assert path.segments == [("M", 360.0, 5.0), ("L", 370.0, 9.0), ("L", 390.0, 1.0)]


def test_words_end_where_they_began() -> None:
    line = words("abc")
    [moved] = placed(line)
    assert isinstance(moved, Line)
    assert moved.x + moved.width == pytest.approx(WIDTH - line.x)
    assert moved.words == line.words


def test_a_line_of_text_changes_sides_as_a_whole() -> None:
    out = MirroredPlacer(0, Element("Document"), WIDTH)
    first, second = words("abc"), replace(words("def"), x=80)
    for line in (first, second):
        out.text(line, 30, 70)
    [_, group] = out.page(WIDTH, 300).groups
    assert [mark.x for mark in group.marks if isinstance(mark, Line)] == [300, 350]


def test_links_and_the_boxes_of_figures_change_sides() -> None:
    out = MirroredPlacer(0, Element("Document"), WIDTH)
    figure = Element("Figure", box=Rectangle(10, 20, 100, 50))
    out.begin(figure)
    out.link(Rectangle(10, 20, 100, 50), "a video", "https://example.org")
    out.end()
    [link] = out.page(WIDTH, 300).links
    assert figure.box == link.box == Rectangle(290, 20, 100, 50)


def test_the_grid_is_where_the_blocks_are() -> None:
    out = MirroredPlacer(0, Element("Document"), WIDTH)
    out.trace(Trace("title", True, Rectangle(10, 20, 100, 50)))
    assert [trace.box.x for trace in out.traces] == [290]


def test_a_list_has_its_signs_at_the_right() -> None:
    item = Item(sign=Sign(kind="disc", size=10.0), text=text("hips up", "body"), indent=20.0)
    box = box_of(Stack(blocks=(item,), role="L", numbering="Decimal"), 200)

    def page_by(out: Placer) -> Page:
        box.place(out, 50, 10)
        return out.page(WIDTH, 300)

    plain = page_by(Placer(0, Element("Document")))
    mirrored = page_by(MirroredPlacer(0, Element("Document"), WIDTH))
    assert disc_of(mirrored) == pytest.approx(WIDTH - disc_of(plain))
    [line], [turned] = lines(plain), lines(mirrored)
    assert turned.x + turned.width == pytest.approx(WIDTH - line.x)


def disc_of(page: Page) -> float:
    """The middle of the one disc of a page, from its left edge."""
    [disc] = page.groups[0].marks
    assert isinstance(disc, Path)
    xs = [x for segment in disc.segments for x in list(segment[1:])[::2]]
    return (min(xs) + max(xs)) / 2


def lines(page: Page) -> list[Line]:
    return [mark for group in page.groups for mark in group.marks if isinstance(mark, Line)]
