"""PostScript outlines: what the glyphs of a CFF table are called (Adobe Technical Note 5176).

A font of ideographs knows its glyphs by CIDs, which text in a PDF must use (ISO 32000-1, 9.7.4.2);
in any other, CIDs are the glyphs' numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from struct import unpack_from

_CHARSET, _CHAR_STRINGS, _ROS = 15, 17, (12, 30)
_ESCAPE = 12

Operator = int | tuple[int, int]
"""An operator of a DICT; those of two bytes begin with 12."""


def cids(table: bytes) -> Sequence[int] | None:
    """Give the CID of each glyph, none where a font has no CIDs.

    Raises ``ValueError`` and its kin when the table is not as it should be.
    """
    _, after_names = _index(table, table[2])
    tops, _ = _index(table, after_names)
    top = dict(_entries(tops[0]))
    if _ROS not in top:
        return None
    glyphs, _ = _index(table, int(top[_CHAR_STRINGS][0]))
    return list(_charset(table, int(top[_CHARSET][0]), len(glyphs)))


def _index(table: bytes, start: int) -> tuple[list[bytes], int]:
    """Read an INDEX: its objects, and where it ends."""
    (count,) = unpack_from(">H", table, start)
    if count == 0:
        return [], start + 2
    size = table[start + 2]
    first = start + 3
    offsets = [
        int.from_bytes(table[at : at + size], "big")
        for at in range(first, first + (count + 1) * size, size)
    ]
    base = first + (count + 1) * size - 1
    objects = [table[base + one : base + other] for one, other in pairwise(offsets)]
    return objects, base + offsets[-1]


def _entries(data: bytes) -> Iterator[tuple[Operator, list[float]]]:
    """Read a DICT: its operators, each with what stands before it."""
    operands: list[float] = []
    at = 0
    while at < len(data):
        byte = data[at]
        if byte > 21:
            operand, at = _operand(data, at)
            operands.append(operand)
            continue
        at += 2 if byte == _ESCAPE else 1
        yield (byte, data[at - 1]) if byte == _ESCAPE else byte, operands
        operands = []


def _operand(data: bytes, at: int) -> tuple[float, int]:
    """Read a number, and say where it ends; nothing asked for here is a real one."""
    byte = data[at]
    if byte == 28:
        return int.from_bytes(data[at + 1 : at + 3], "big", signed=True), at + 3
    if byte == 29:
        return int.from_bytes(data[at + 1 : at + 5], "big", signed=True), at + 5
    if byte == 30:
        end = next(i for i in range(at + 1, len(data)) if 0xF in (data[i] >> 4, data[i] & 0xF))
        return 0.0, end + 1
    if byte <= 246:
        return byte - 139, at + 1
    sign = 1 if byte <= 250 else -1
    base = 247 if byte <= 250 else 251
    return sign * ((byte - base) * 256 + data[at + 1] + 108), at + 2


def _charset(table: bytes, start: int, count: int) -> Iterator[int]:
    """Read a charset: the CIDs of as many glyphs as there are, .notdef first."""
    yield 0
    form, at, left = table[start], start + 1, count - 1
    pattern, size = {0: (">H", 2), 1: (">HB", 3), 2: (">HH", 4)}[form]
    while left > 0:
        first, *more = unpack_from(pattern, table, at)
        run = min(left, 1 + (more[0] if more else 0))
        yield from range(first, first + run)
        at, left = at + size, left - run
