"""SVG files as vectors: what they become, and what is refused for safety or for paper's sake."""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handouts.colour import Colour
from handouts.typeset.picture import PictureError
from handouts.typeset.svg import load
from handouts.typeset.vector import Outline, Vector, VectorShape

Read = Callable[..., Vector]

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
RED, BLACK = Colour(1, 0, 0), Colour(0, 0, 0)
SQUARE = '<rect width="100" height="100" fill="red"/>'


def svg(body: str, head: str = 'viewBox="0 0 200 100"', before: str = "") -> str:
    return f"{before}{HEAD} {head}>{body}</svg>"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Read the text of an SVG file."""

    def read(text: str | bytes) -> Vector:
        path = tmp_path / "logo.svg"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load(path)

    return read


def refused(read: Read, text: str | bytes) -> PictureError:
    with pytest.raises(PictureError) as error:
        read(text)
    assert error.value.message.startswith("logo.svg ") and error.value.hint
    return error.value


def only(vector: Vector) -> VectorShape:
    (shape,) = vector.shapes
    return shape


def square(left: float, top: float, side: float) -> set[tuple[float, float]]:
    """The corners of a square."""
    return {(x, y) for x in (left, left + side) for y in (top, top + side)}


def corners(outline: Outline) -> set[tuple[float, float]]:
    """The points of an outline without curves."""
    points = (numbers for letter, *numbers in outline.segments if letter in "ML")
    return {(round(x, 6), round(y, 6)) for x, y in points}


def test_the_larger_side_is_a_thousand_units_and_y_grows_downward(read: Read) -> None:
    vector = read(svg(SQUARE))
    assert (vector.width, vector.height) == (1000, 500)
    assert corners(only(vector).outline) == square(0, 0, 500)
    assert only(vector).fill == RED


@pytest.mark.parametrize(
    "head",
    [
        'viewBox="0 0 200 100" width="40mm" height="20mm"',
        'viewBox="0 0 200 100" width="268pt" height="134pt"',
        'width="200" height="100"',
        'viewBox="0 0 200 100" width="100%" height="100%"',
    ],
)
def test_sizes_in_any_unit_change_the_shape_of_nothing(head: str, read: Read) -> None:
    assert corners(only(read(svg(SQUARE, head))).outline) == square(0, 0, 500)


def test_transformations_are_carried_out(read: Read) -> None:
    moved = f'<g transform="translate(100 0)"><g transform="scale(.5)">{SQUARE}</g></g>'
    assert corners(only(read(svg(moved))).outline) == square(500, 0, 250)


def test_a_pen_is_as_wide_as_its_scale_makes_it(read: Read) -> None:
    line = '<path d="M0 0h9" transform="scale(2)" stroke="red" stroke-width="3" fill="none"'
    pen = only(read(svg(f'{line} stroke-linecap="round" stroke-dasharray="2 1"/>'))).pen
    assert pen is not None
    assert (pen.colour, pen.cap, pen.dash) == (RED, 1, (20, 10))
    assert pen.width == pytest.approx(30)


@pytest.mark.parametrize(
    "shape",
    [
        '<circle cx="50" cy="50" r="40"/>',
        '<ellipse cx="50" cy="50" rx="40" ry="20"/>',
        '<rect width="9" height="9" rx="3"/>',
        '<polygon points="0,0 9,0 9,9"/>',
        '<polyline points="0,0 9,0 9,9"/>',
        '<path d="M0 0 A 5 5 0 0 1 9 9 q 1 2 3 4 z"/>',
        '<line x2="50" y2="50" stroke="black"/>',
    ],
)
def test_every_kind_of_shape_has_an_outline_and_is_black_unless_said(
    shape: str, read: Read
) -> None:
    painted = [(s.fill or (s.pen and s.pen.colour)) for s in read(svg(shape)).shapes]
    assert BLACK in painted


def test_styles_of_the_file_colour_its_shapes(read: Read) -> None:
    styled = '<style>.a{fill:#ff0000}</style><rect class="a" width="9" height="9"/>'
    assert only(read(svg(styled))).fill == RED


def test_what_is_shown_again_is_there_again(read: Read) -> None:
    again = f'<defs><g id="a">{SQUARE}</g></defs><use href="#a"/><use xlink:href="#a" x="100"/>'
    one, two = read(svg(again)).shapes
    assert (corners(one.outline), corners(two.outline)) == (square(0, 0, 500), square(500, 0, 500))


def test_a_clip_holds_for_its_group_alone(read: Read) -> None:
    clip = '<clipPath id="c"><rect width="50" height="50"/></clipPath>'
    one, two = read(svg(f'{clip}<g clip-path="url(#c)">{SQUARE}</g>{SQUARE}')).shapes
    assert [corners(outline) for outline in one.clips] == [square(0, 0, 250)]
    assert two.clips == ()


def test_a_hole_stays_a_hole(read: Read) -> None:
    hole = '<path fill-rule="evenodd" d="M0 0h90v90h-90z M20 20h50v50h-50z"/>'
    assert only(read(svg(hole))).outline.even_odd


def test_what_cannot_be_seen_is_not_there(read: Read) -> None:
    unseen = '<rect width="9" height="9" fill="none"/><g display="none"><circle r="9"/></g>'
    none = '<rect width="9" height="9" fill-opacity="0"/>'
    assert only(read(svg(unseen + none + SQUARE))).fill == RED


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("<text>Northside</text>", "has text"),
        ('<image href="photo.jpg"/>', "has a bitmap"),
        ('<image href="data:image/png;base64,AAAA"/>', "has a bitmap"),
        ("<foreignObject><p/></foreignObject>", "has a piece of a web page"),
        ('<rect width="9" height="9" fill="url(#a)"/>', "has a gradient"),
        ('<rect width="9" height="9" style="stroke: url(#a)"/>', "has a gradient"),
        ("<style>.a{fill:url(#a)}</style>" + SQUARE, "has a gradient"),
        ('<g filter="url(#a)"/>' + SQUARE, "has an effect"),
        ('<g mask="url(#a)"/>' + SQUARE, "has an effect"),
        ('<g opacity=".5">' + SQUARE + "</g>", "has see-through parts"),
        ('<rect width="9" height="9" fill-opacity="50%"/>', "has see-through parts"),
        ('<rect width="9" height="9" stroke="red" stroke-opacity=".2"/>', "see-through parts"),
        ('<rect width="9" height="9" fill="#ff000080"/>', "has see-through parts"),
        ('<style>.a{clip-path:url(#c)}</style><g class="a"/>', "clips by a style"),
        ('<symbol viewBox="0 0 9 9"/>' + SQUARE, "has a symbol"),
        ('<g clip-path="url(#none)">' + SQUARE + "</g>", "has something in it"),
        ("", "shows nothing"),
        ('<rect x="1e9" width="9" height="9"/>', "reaches far beyond its size"),
    ],
)
def test_what_does_not_print_as_flat_outlines_is_refused(body: str, what: str, read: Read) -> None:
    assert what in refused(read, svg(body)).message


@pytest.mark.parametrize("value", ["1", "1.0", "100%", "1 !important"])
def test_what_is_said_to_be_opaque_is(value: str, read: Read) -> None:
    assert only(read(svg(f'<g style="opacity:{value}">{SQUARE}</g>'))).fill == RED


@pytest.mark.parametrize(
    "head", ['viewBox="0 0 0 0"', 'viewBox="0 0 -5 5"', 'width="0" height="9"']
)
def test_a_file_without_a_size_is_refused(head: str, read: Read) -> None:
    refused(read, svg(SQUARE, head))


@pytest.mark.parametrize("data", [b"", b"<svg", b"\x00\xff", b"<html/>", b"<svg></g>", b"GIF89a"])
def test_what_is_no_svg_file_is_refused(data: bytes, read: Read) -> None:
    assert "SVG file" in refused(read, data).message


def test_a_file_over_three_megabytes_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "logo.svg").open("wb") as file:
        file.truncate(6_000_000)
    with pytest.raises(PictureError, match=r"logo\.svg is too large: 6 MB"):
        load(tmp_path / "logo.svg")


# Safety


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No network: whoever opens a connection fails the test."""

    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("something opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY e "word">',
        '<!ENTITY e SYSTEM "secret.txt">',
        '<!ENTITY e SYSTEM "http://127.0.0.1/secret.txt">',
        '<!ENTITY % e SYSTEM "secret.txt"> %e;',
    ],
)
@pytest.mark.usefixtures("alone")
def test_entities_are_refused(entity: str, read: Read, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    declared = f"<!DOCTYPE svg [{entity}]>"
    assert "entities" in refused(read, svg(SQUARE, before=declared)).message


def test_entities_within_entities_are_refused_at_once(read: Read) -> None:
    words = ["ha", *(f"&l{level};" * 10 for level in range(11))]
    laughs = "".join(f'<!ENTITY l{level} "{word}">' for level, word in enumerate(words))
    refused(read, svg("<title>&l11;</title>" + SQUARE, before=f"<!DOCTYPE svg [{laughs}]>"))
    refused(read, svg('<g id="&l11;"/>' + SQUARE, before=f"<!DOCTYPE svg [{laughs}]>"))


@pytest.mark.usefixtures("alone")
def test_the_doctype_that_drawing_programs_write_is_fine(read: Read) -> None:
    usual = (
        '<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1/a.css"?>'
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1/svg11.dtd">'
    )
    assert only(read(svg(SQUARE, before=usual))).fill == RED


@pytest.mark.parametrize(
    "reference", ["other.svg#a", "other.svg", "http://127.0.0.1/a.svg#a", "file:///etc/passwd"]
)
@pytest.mark.usefixtures("alone")
def test_nothing_is_shown_from_elsewhere(reference: str, read: Read, tmp_path: Path) -> None:
    (tmp_path / "other.svg").write_text(svg(f'<g id="a">{SQUARE}</g>'), "utf-8")
    message = "logo.svg shows something from another file"
    assert refused(read, svg(f'<use xlink:href="{reference}"/>')).message == message
    by_style = f"<style>use{{href:{reference}}}</style><use/>"
    assert refused(read, svg(by_style)).message == message


@pytest.mark.usefixtures("alone")
def test_scripts_and_links_do_nothing(read: Read) -> None:
    body = '<script>alert(1)</script><a href="http://127.0.0.1/">' + SQUARE + "</a>"
    assert only(read(svg(body, 'viewBox="0 0 200 100" onload="alert(1)"'))).fill == RED


def test_what_shows_itself_is_refused(read: Read) -> None:
    refused(read, svg('<g id="a"><use href="#a"/></g>'))


def test_what_shows_itself_many_times_over_is_refused(read: Read) -> None:
    shown = [SQUARE, *(f'<use href="#l{level}"/>' * 10 for level in range(7))]
    levels = "".join(f'<g id="l{level}">{body}</g>' for level, body in enumerate(shown))
    refused(read, svg(f'<defs>{levels}</defs><use href="#l7"/>'))


def test_very_deep_nesting_is_refused(read: Read) -> None:
    refused(read, svg("<g>" * 5000 + SQUARE + "</g>" * 5000))


def test_svglib_keeps_quiet_and_is_left_as_it_was(
    read: Read, caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("svglib.svglib")
    before = (list(logger.handlers), logger.propagate)
    refused(read, svg('<g clip-path="url(#none)">' + SQUARE + "</g>"))
    assert caplog.records == []
    assert (list(logger.handlers), logger.propagate) == before


PIECES = st.sampled_from(
    [
        *(
            "<g",
            ">",
            "/>",
            "</g>",
            "<path",
            "<svg",
            "<clipPath",
            "<style>",
            "{fill:",
            "}",
            "</style>",
        ),
        *("<!--", "-->", "<![CDATA[", "&amp;", "&x;", "'", " -", " 1e400", "\0", "é"),
        *(" d='M0 0 L", " d='m a 1 1 0 0 1 9 9z'", " points='1 2 3'", " viewBox='0 0 nan 1'"),
        *(
            "<rect width='9'",
            "<circle r='-3'",
            " id='a'",
            "<use href='#a'/>",
            " clip-path='url(#a)'",
        ),
        *(" transform='rotate(", " transform='matrix(1 0 0)'", " fill='rgb(1,2'", " fill='#12'"),
        *(" stroke='red'", " stroke-dasharray='-1'", " stroke-width='x'", " stroke-linecap='odd'"),
    ]
)


@given(body=st.lists(PIECES, max_size=14).map("".join), closed=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_file_holds_it_is_a_vector_or_refused(
    body: str, closed: bool, read: Read
) -> None:
    text = svg(body + SQUARE) if closed else f"{HEAD} {body}"
    try:
        vector = read(text)
    except PictureError as error:
        assert error.hint
    else:
        assert vector.shapes and vector.width > 0 and vector.height > 0


@given(data=st.data())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_damaged_file_is_a_vector_or_refused(data: st.DataObject, read: Read) -> None:
    whole = svg(f'<g transform="scale(2)">{SQUARE}<path d="M0 0 a3 3 0 1 1 9 9z"/></g>').encode()
    damaged = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        assert read(bytes(damaged)).shapes
    except PictureError as error:
        assert error.message.startswith("logo.svg ")


EXCESSES = {
    "parts": (SQUARE * 10_001, "has more than 10,000 parts"),
    "attributes": (f"<g {' '.join(f'a{n}=%%' for n in range(101))}/>", "more than 100 attributes"),
    "a long style": (f'<g style="{"a" * 2001}"/>', "more than 2,000 characters in one style"),
    "a long transform": (f'<g transform="{"scale(1) " * 300}"/>', "characters in one transform"),
    "rules": (f"<style>{'rect{fill:red}' * 301}</style>", "has more than 300 styles"),
    "selectors": ("<style>g g g g rect{fill:red}</style>", "more than 4 deep in one another"),
    "parts shown again": (
        f'<defs><g id="a">{SQUARE * 900}</g></defs>' + '<use href="#a"/>' * 60,
        "has too many parts",
    ),
    "depth": ("<g>" * 90 + SQUARE * 3000 + "</g>" * 90, "has too many parts"),
    "levels": ("<g>" * 5000 + SQUARE + "</g>" * 5000, "is not an SVG file that can be read"),
}
"""What would take minutes, and what is said of it before it does."""


@pytest.mark.parametrize("excess", EXCESSES)
def test_no_drawing_may_take_more_than_a_drawing_needs(excess: str, read: Read) -> None:
    body, what = EXCESSES[excess]
    assert what in refused(read, svg(body.replace("%%", '""') + SQUARE)).message


def test_a_style_without_an_end_is_searched_once(read: Read) -> None:
    assert only(read(svg(f"<style>/* {'a' * 500_000} */</style>{SQUARE}"))).fill == RED
