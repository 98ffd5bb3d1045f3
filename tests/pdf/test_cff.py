"""CFF tables: the CIDs of glyphs, where a font has such."""

from __future__ import annotations

from struct import pack

import pytest

from handouts.pdf.cff import cids

HEADER = bytes((1, 0, 4, 1))
ROS = bytes((139, 139, 139, 12, 30))


def index(*objects: bytes) -> bytes:
    """An INDEX with offsets of two bytes."""
    if not objects:
        return bytes(2)
    offsets = [1 + sum(map(len, objects[:count])) for count in range(len(objects) + 1)]
    return pack(">HB", len(objects), 2) + pack(f">{len(offsets)}H", *offsets) + b"".join(objects)


def table(charset: bytes, glyphs: int, keyed: bool = True) -> bytes:
    """A table with so many glyphs: header, name, top DICT, charset, then the glyphs."""
    names, start = index(b"Boxes"), len(HEADER)

    def top(at: int) -> bytes:
        entries = (ROS if keyed else b"", _long(at), bytes((15,)), _long(at + len(charset)))
        return index(b"".join((*entries, bytes((17,)))))

    at = start + len(names) + len(top(0))
    return b"".join((HEADER, names, top(at), charset, index(*[b"\x0e"] * glyphs)))


def _long(number: int) -> bytes:
    return bytes((29,)) + pack(">i", number)


@pytest.mark.parametrize(
    ("charset", "expected"),
    [
        (pack(">B3H", 0, 7, 9, 300), [0, 7, 9, 300]),
        (pack(">BHBHB", 1, 40, 1, 90, 0), [0, 40, 41, 90]),
        (pack(">BHH", 2, 1000, 2), [0, 1000, 1001, 1002]),
        (pack(">BHH", 2, 1, 65000), [0, 1, 2, 3]),
    ],
)
def test_each_form_of_a_charset_is_read(charset: bytes, expected: list[int]) -> None:
    assert cids(table(charset, 4)) == expected


def test_a_font_whose_glyphs_have_names_has_no_cids() -> None:
    assert cids(table(pack(">B3H", 0, 7, 9, 300), 4, keyed=False)) is None
