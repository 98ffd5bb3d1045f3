"""The file: numbered objects, object streams and a cross-reference stream (ISO 32000-1, 7.5).

A tagged page has hundreds of small objects, which cost as much as all the rest of the file when
each is written by itself; so they are packed into streams.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from struct import Struct
from zlib import compress

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and bytes that say that the file is not text."""
QUICK = 2
"""Deflate level: against the usual 6, less than half the time and an eighth more bytes."""
_PLAIN, _PACKED = 1, 2
_MOST_PACKED = 1000
"""Objects to an object stream: all of an ordinary card's; readers unpack whole streams."""
_ENTRY = Struct(">BIH")
_FREE = _ENTRY.pack(0, 0, 0xFFFF)


class Document:
    """The objects of one file. Big ones are written as they are, small ones packed together."""

    def __init__(self) -> None:
        self._bodies: dict[int, bytes] = {}
        self._packed: list[tuple[int, str]] = []
        self.next_number = 1
        """The number that the next object will have."""
        self.fonts = self.reserve()
        """Object number of the dictionary of fonts, shared by all pages."""

    def reserve(self) -> int:
        """Give a number to an object that others refer to before it is defined."""
        number = self.next_number
        self.define(number, b"null")
        self.next_number += 1
        return number

    def define(self, number: int, body: bytes) -> None:
        """Say what the object of that number is."""
        self._bodies[number] = body

    def add(self, body: bytes) -> int:
        """Add an object and give its number."""
        number = self.reserve()
        self.define(number, body)
        return number

    def pack(self, bodies: Sequence[str]) -> None:
        """Add small objects, none of them a stream, numbered on from ``next_number``."""
        self._packed.extend(enumerate(bodies, self.next_number))
        self.next_number += len(bodies)

    def finish(self, catalog: int, info: int) -> bytes:
        """Give the file. Its identifier is a hash of all that is in it."""
        entries = self._add_object_streams()
        parts = [_HEADER]
        end = len(_HEADER)
        for number, body in self._bodies.items():
            parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, body))
            entries[number] = _ENTRY.pack(_PLAIN, end, 0)
            end += len(parts[-1])
        entries[self.next_number] = _ENTRY.pack(_PLAIN, end, 0)
        trailer = f"/Root {catalog} 0 R/Info {info} 0 R/ID[{2 * f'<{_digest(parts)}>'}]"
        parts.append(self._cross_reference(entries, trailer))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % end)
        return b"".join(parts)

    def _add_object_streams(self) -> dict[int, bytes]:
        """Add the streams that hold the small objects; give where each of those is found."""
        entries: dict[int, bytes] = {}
        for start in range(0, len(self._packed), _MOST_PACKED):
            objects = self._packed[start : start + _MOST_PACKED]
            stream_number = self.add(_object_stream(objects))
            for index, (number, _) in enumerate(objects):
                entries[number] = _ENTRY.pack(_PACKED, stream_number, index)
        return entries

    def _cross_reference(self, entries: Mapping[int, bytes], trailer: str) -> bytes:
        number = self.next_number
        table = b"".join((_FREE, *map(entries.__getitem__, range(1, number + 1))))
        body = deflated(f"/Type/XRef/Size {number + 1}/W[1 4 2]{trailer}", table)
        return b"%d 0 obj\n%b\nendobj\n" % (number, body)


def _object_stream(objects: Sequence[tuple[int, str]]) -> bytes:
    bodies = [body for _, body in objects]
    offsets = accumulate((len(body) + 1 for body in bodies), initial=0)
    places = zip(objects, offsets, strict=False)  # the last offset is where the stream ends
    index = " ".join([f"{number} {offset}" for (number, _), offset in places])
    entries = f"/Type/ObjStm/N {len(bodies)}/First {len(index) + 1}"
    return deflated(entries, "\n".join((index, *bodies)).encode("latin-1"))


def stream(entries: str, data: bytes) -> bytes:
    """Write a stream object; ``entries`` are those of its dictionary but for the length.

    The end of line before ``endstream`` is CRLF: after data that ends in CR, a lone LF would
    read as part of it (ISO 19005-2, 6.1.7.1 asks for the end of line).
    """
    head = f"<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
    return b"%b%b\r\nendstream" % (head, data)


def deflated(entries: str, data: bytes) -> bytes:
    """Write a stream object, its data compressed."""
    return stream(f"{entries}/Filter/FlateDecode", compress(data, QUICK))


def _digest(parts: Iterable[bytes]) -> str:
    digest = sha256(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()[:32].upper()
