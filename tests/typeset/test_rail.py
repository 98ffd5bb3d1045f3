"""The rail of a ladder, and the signs: where they stand, what they are drawn with."""

from typing import get_args

import pytest
from setting import COLOURS, STYLES, lines_of, place, shaper, text_of

from handouts.colour import Colour
from handouts.layout.block import Block, Rail, Row, Sign, SignKind, Space, Style, Track
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Page, Path
from handouts.typeset.rail import LARGE_DISC
from handouts.typeset.typeset import MODES

INK, PAPER = Colour(0, 0, 0), Colour(1, 1, 1)
TOKENS = {"rail-width": 28.0, "rail-line": 3.6}
SET_IN = {**STYLES, "rail-number": Style(12, 14), "rail-number-here": Style(13, 15, colour="paper")}


def box_of(block: Block, width: float = 400.0) -> Box:
    colours = {**COLOURS, "ink": INK, "paper": PAPER, "stop": INK, "ease": PAPER}
    box = Environment(MODES, shaper(), TOKENS, colours, SET_IN).measure(block, width)
    assert box is not None
    return box


def paths(page: Page) -> list[Path]:
    return [mark for group in page.groups for mark in group.marks if isinstance(mark, Path)]


def beside(rail: Rail, height: float) -> Page:
    """A rail in a row of so much height."""
    tracks = (Track("content"), Track("share"))
    row = Row(blocks=(rail, Space(height=height)), tracks=tracks, gap=10.0)
    return place(box_of(row))[0]


def ends(path: Path) -> tuple[float, float]:
    """The top and the bottom of a path."""
    ys = [y for _, *numbers in path.segments for y in numbers[1::2]]
    return min(ys), max(ys)


@pytest.mark.parametrize("height", [30.0, 90.0, 400.0])
def test_a_rail_is_as_high_as_its_row(height: float) -> None:
    line = paths(beside(Rail(), height))[0]
    assert ends(line) == (0.0, height)


def test_a_rung_has_its_number_in_a_disc_in_the_middle() -> None:
    page = beside(Rail(text="4"), 100.0)
    assert text_of(page) == "4"
    _, disc = paths(page)
    assert disc.fill == PAPER and disc.stroke == INK
    assert sum(ends(disc)) / 2 == pytest.approx(50.0)
    (number,) = lines_of(page)
    assert 45 < number.y < 60


def test_the_clients_rung_is_solid_and_a_line_leads_from_it() -> None:
    page = beside(Rail(text="4", here=True), 100.0)
    _, arm, disc = paths(page)
    assert disc.fill == INK and disc.stroke is None
    assert ends(disc) == (50 - LARGE_DISC / 2, 50 + LARGE_DISC / 2)
    assert ends(arm) == (50.0, 50.0)
    assert max(numbers[0] for _, *numbers in arm.segments) > 28
    (number,) = lines_of(page)
    assert number.colour == PAPER


def test_at_the_top_the_rail_ends_in_an_arrow() -> None:
    line, arrow = paths(beside(Rail(top=True), 60.0))
    assert ends(arrow)[0] == 0.0 and ends(arrow)[1] == ends(line)[0]
    assert arrow.fill == INK


def test_a_rail_is_decoration_but_for_its_number() -> None:
    page, structure = place(box_of(Rail(text="4")))
    assert [group.element is None for group in page.groups].count(False) == 1
    assert [kid.role for kid in structure.kids if hasattr(kid, "role")] == ["Span"]


@pytest.mark.parametrize("kind", get_args(SignKind))
def test_every_sign_stays_in_its_square(kind: SignKind) -> None:
    sign = Sign(kind=kind, size=20.0, value=2)
    box = box_of(sign)
    page, structure = place(box, 5.0, 7.0)
    drawn = paths(page)
    assert drawn and not structure.kids
    for path in drawn:
        slack = path.width / 2 + 0.01
        for _, *numbers in path.segments:
            for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                assert 5 - slack <= x <= 5 + box.width + slack, kind
                assert 7 - slack <= y <= 7 + box.height + slack, kind


def test_signs_of_pain_differ_in_shape_as_well_as_in_colour() -> None:
    shapes = set()
    for kind in ("carry-on", "ease-off", "halt"):
        page, _ = place(box_of(Sign(kind=kind, size=20.0)))
        shapes.add(tuple(tuple(letter for letter, *_ in path.segments) for path in paths(page)))
    assert len(shapes) == 3


def test_a_sign_that_says_something_says_it_in_words_too() -> None:
    _, structure = place(box_of(Sign(kind="halt", size=20.0, role="Figure", alt="stop")))
    (element,) = structure.kids
    assert getattr(element, "alt", None) == "stop"
