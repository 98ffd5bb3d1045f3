"""PNG files whose compressed pixels a PDF can hold as they are (ISO/IEC 15948)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from struct import unpack, unpack_from

from handouts.dataclass import dataclass

_GREY, _RGB, _PALETTE = 0, 2, 3
_CHANNELS = {_GREY: 1, _RGB: 3, _PALETTE: 1}
_SIGNATURE, _HEAD, _CHECK = 8, 8, 4
"""Lengths of the file's signature, and of what stands before and after a chunk's data."""

_HEADER, _KIND = 13, 9
"""The length of the first chunk's data, and where in it the kind of colours stands."""


@dataclass(frozen=True, slots=True)
class Png:
    """Deflated rows, each with its PNG filter; ``palette`` is empty, or three bytes a colour."""

    data: bytes
    width: int
    height: int
    depth: int
    colours: int
    palette: bytes


def read(file: bytes) -> Png | None:
    """Take a PNG file apart; ``None`` where it is interlaced or has transparency.

    So it is where a chunk comes twice or is missing, which every reader takes in its own way.
    """
    chunks = list(_chunks(file))
    parts = {name: data for name, data in chunks if name != b"IDAT"}
    if not _is_plain([name for name, _ in chunks], parts):
        return None
    width, height, depth, kind, _, _, interlace = unpack(">IIBBBBB", parts[b"IHDR"])
    if interlace or kind not in _CHANNELS or b"tRNS" in parts:
        return None
    data = b"".join(data for name, data in chunks if name == b"IDAT")
    palette = parts[b"PLTE"] if kind == _PALETTE else b""
    return Png(data, width, height, depth, _CHANNELS[kind], palette)


def _is_plain(names: Sequence[bytes], parts: Mapping[bytes, bytes]) -> bool:
    """Whether each chunk that counts is there once, as long as it has to be."""
    head = parts.get(b"IHDR", b"")
    if len(head) != _HEADER or names.count(b"IHDR") > 1 or names.count(b"PLTE") > 1:
        return False
    return head[_KIND] != _PALETTE or b"PLTE" in parts


def _chunks(file: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = _SIGNATURE
    while position + _HEAD <= len(file):
        length, name = unpack_from(">I4s", file, position)
        start = position + _HEAD
        yield name, file[start : start + length]
        if name == b"IEND":
            return
        position = start + length + _CHECK
