"""JPEG files: their segments, and the pixels without what else a camera wrote (ITU-T T.81, B)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handouts.dataclass import dataclass

_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
_SOI, _EOI, _SOS, _TEM = 0xD8, 0xD9, 0xDA, 0x01
_ALONE = frozenset((_SOI, _EOI, _TEM))
_APP0, _APP14 = 0xE0, 0xEE
_TABLES = frozenset((0xC4, 0xCC, 0xDB, 0xDC, 0xDD))
_BASELINE, _EXTENDED, _PROGRESSIVE = 0xC0, 0xC1, 0xC2
_FRAMES = frozenset((_BASELINE, _EXTENDED, _PROGRESSIVE))
_PRECISION = 8


@dataclass(frozen=True, slots=True)
class Jpeg:
    """A JPEG image stripped to what its pixels need. Width and height are as stored, in pixels."""

    data: bytes
    width: int
    height: int
    components: int


def strip(file: bytes) -> Jpeg | None:
    """Keep the pixels of a JPEG file, untouched, and drop EXIF, GPS, XMP, comments and previews.

    Gives ``None`` for the rare kinds (arithmetic, lossless, 12 bits) that a PDF cannot hold.
    """
    kept: list[bytes] = []
    frame = b""
    for marker, segment in _segments(file):
        if marker in _FRAMES:
            frame = segment
        if part := _needed(marker, segment):
            kept.append(part)
    if not frame or frame[4] != _PRECISION:
        return None
    height, width = int.from_bytes(frame[5:7], "big"), int.from_bytes(frame[7:9], "big")
    return Jpeg(b"".join(kept), width, height, frame[9])


def _segments(file: bytes) -> Iterator[tuple[int, bytes]]:
    """Give each marker with its segment, to the end of the first image; scans end at a marker."""
    position = 0
    while found := _MARKER.search(file, position):
        marker, start = found[1][0], found.end()
        position = start
        if marker not in _ALONE:
            position += int.from_bytes(file[start : start + 2], "big")
        if marker == _SOS:
            following = _MARKER.search(file, position)
            position = following.start() if following else len(file)
        yield marker, b"\xff" + file[start - 1 : position]
        if marker == _EOI:
            return


def _needed(marker: int, segment: bytes) -> bytes:
    """Give what decoding needs of a segment. How colours are coded is said by JFIF or by Adobe."""
    if marker == _APP0 and segment[4:9] == b"JFIF\0":
        return b"\xff\xe0\x00\x10" + segment[4:16] + b"\0\0"  # without its preview
    if marker == _APP14 and segment[4:9] == b"Adobe":
        return b"\xff\xee\x00\x0e" + segment[4:16]
    return segment if marker in _ALONE | _TABLES | _FRAMES | {_SOS} else b""
