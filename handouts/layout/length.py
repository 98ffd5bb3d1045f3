"""Lengths, tracks and colours as layouts write them."""

from __future__ import annotations

import re

from handouts.colour import Colour
from handouts.layout.block import Edges, Length, Track
from handouts.source.shape import Parsed, Unreadable

POINTS = {"": 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
"""Points in a unit; a bare number is points."""

UNITS = "write points (12), or 5 mm, 0.5 in"
"""How lengths are written."""

_LENGTH = re.compile(r"(\d{1,6}(?:\.\d{1,4})?) ?(pt|mm|cm|in|)")
_TOKEN = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d{1,3})?) ?fr")
_SIDES = re.compile(r"[\d.]+ (?:pt|mm|cm|in)(?= |$)|\S+")
_PART = re.compile(r"(\d{1,2}(?:\.\d{1,2})?|100)%")
_COLOUR = re.compile(r"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")


def parse_points(text: str) -> float:
    """Read a length that is a number with or without a unit; none is below 0."""
    match = _LENGTH.fullmatch(text)
    if not match:
        raise Unreadable(f"is no length: {text}", UNITS)
    return float(match[1]) * POINTS[match[2]]


def parse_length(text: str) -> Length:
    """Read a length, or the name of a token that holds one."""
    return text if _TOKEN.fullmatch(text) and not _LENGTH.fullmatch(text) else parse_points(text)


def parse_height(text: str) -> Length:
    """Read a length, or a part of the page: ``15%`` of its height between the margins.

    That is worked out for each paper, and looked up as a token is.
    """
    if apart := re.fullmatch(r"(\d+(?:\.\d+)?) +%", text):
        raise Unreadable(f"has a space in it: {text}", f"write {apart[1]}%")
    return text if _PART.fullmatch(text) else parse_length(text)


def part_of(text: Length) -> float | None:
    """Give what part of the whole a percentage is; none if it is another length."""
    match = _PART.fullmatch(text) if isinstance(text, str) else None
    return float(match[1]) / 100 if match else None


def parse_track(text: str) -> Track:
    """Read a column's width: a length, ``1fr``, ``30%``, or ``auto`` for its content's own."""
    if text == "auto":
        return Track("content")
    if part := part_of(text):
        return Track("part", part)
    if match := _SHARE.fullmatch(text):
        if not float(match[1]):
            raise Unreadable(
                "cannot be a share of nothing: 0fr", "write 1fr, 30%, auto or a length"
            )
        return Track("share", float(match[1]))
    return Track("points", parse_length(text))


def parse_colour(text: str) -> Colour:
    """Read ``#rrggbb``."""
    match = _COLOUR.fullmatch(text)
    if not match:
        raise Unreadable(f"is no colour: {text}", 'write it as "#0B4A5B", in quotes')
    red, green, blue = (int(part, 16) / 255 for part in match.groups())
    return Colour(red, green, blue)


def parse_token(text: str) -> float | Colour:
    """Read what a token holds: a colour or a length."""
    return parse_colour(text) if text.startswith("#") else parse_points(text)


def parse_edges(text: str) -> Edges:
    """Read the four sides as CSS writes them: one, two, three or four lengths from the top on."""
    parts = [parse_length(part) for part in _SIDES.findall(text)]
    match parts:
        case [every]:
            return Edges(every, every, every, every)
        case [block, inline]:
            return Edges(block, inline, block, inline)
        case [top, inline, bottom]:
            return Edges(top, inline, bottom, inline)
        case [top, end, bottom, start]:
            return Edges(top, end, bottom, start)
        case _:
            raise Unreadable(f"must be one to four lengths: {text}", "write top end bottom start")


_LENGTH_PATTERN = r"^(\d+(\.\d+)?( ?(pt|mm|cm|in))?|[a-z][a-z0-9-]*)$"

LENGTH = Parsed(parse_length, _LENGTH_PATTERN, ("12", "5 mm", "section-gap"))
HEIGHT = Parsed(
    parse_height, r"^(\d+(\.\d+)?( ?(pt|mm|cm|in)|%)?|[a-z][a-z0-9-]*)$", ("12", "5 mm", "15%")
)
POINTS_ONLY = Parsed(parse_points, r"^\d+(\.\d+)?( ?(pt|mm|cm|in))?$", ("12", "5 mm"))
TRACK = Parsed(
    parse_track,
    r"^(auto|\d+(\.\d+)?( ?(fr|pt|mm|cm|in)|%)?|[a-z][a-z0-9-]*)$",
    ("1fr", "30%", "auto", "61"),
)
TOKEN = Parsed(parse_token, r"^(#[0-9a-fA-F]{6}|\d+(\.\d+)?( ?(pt|mm|cm|in))?)$", ("12", "#14181C"))
EDGES = Parsed(parse_edges, r"^\S+( +\S+){0,7}$", ("6", "2.5 6", "10 mm 12 mm", "28 36 24 36"))
