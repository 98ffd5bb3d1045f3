"""The file: numbered objects, object streams and a cross-reference stream (ISO 32000-1, 7.5).

A tagged page has hundreds of small objects, which cost as much as all the rest of the file when
each is written by itself; so they are packed into streams.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from itertools import accumulate
from struct import Struct
from typing import Protocol
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


class Output(Protocol):
    """Where a file is written to, from its beginning to its end."""

    def write(self, data: bytes, /) -> object:
        """Write what comes next."""
        ...


class Document:
    """The objects of one file, each written as soon as it is defined: none of them is kept.

    Big ones are written as they are, small ones packed together.
    """

    def __init__(self, out: Output) -> None:
        self._out = out
        self._end = 0
        self._digest = sha256(usedforsecurity=False)
        self._entries = bytearray(_FREE)
        self._packed: list[tuple[int, str]] = []
        self.next_number = 1
        """The number that the next object will have."""
        self._write(_HEADER)

    def reserve(self, count: int = 1) -> int:
        """Give a number to an object that others refer to before it is defined; or several."""
        number = self.next_number
        self.next_number += count
        self._entries += bytes(count * _ENTRY.size)
        return number

    def define(self, number: int, body: bytes) -> None:
        """Say what the object of that number is."""
        self._locate(number, _PLAIN, self._end, 0)
        self._write(b"%d 0 obj\n%b\nendobj\n" % (number, body))

    def add(self, body: bytes) -> int:
        """Add an object and give its number."""
        number = self.reserve()
        self.define(number, body)
        return number

    def define_small(self, number: int, body: str) -> None:
        """Say what a small object is, one that is no stream."""
        self._packed.append((number, body))
        if len(self._packed) == _MOST_PACKED:
            self._add_object_stream()

    def pack(self, bodies: Sequence[str]) -> None:
        """Add small objects, none of them a stream, numbered on from ``next_number``."""
        first = self.reserve(len(bodies))
        for number, body in enumerate(bodies, first):
            self.define_small(number, body)

    def finish(self, catalog: int, info: int) -> None:
        """Write the end of the file. Its identifier is a hash of all that is in it."""
        if self._packed:
            self._add_object_stream()
        start = self._end
        digest = self._digest.hexdigest()[:32].upper()
        table = self.reserve()
        self._locate(table, _PLAIN, start, 0)
        trailer = f"/Root {catalog} 0 R/Info {info} 0 R/ID[{2 * f'<{digest}>'}]"
        entries = f"/Type/XRef/Size {table + 1}/W[1 4 2]{trailer}"
        self.define(table, deflated(entries, self._entries))
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._end += len(data)

    def _locate(self, number: int, kind: int, place: int, index: int) -> None:
        _ENTRY.pack_into(self._entries, number * _ENTRY.size, kind, place, index)

    def _add_object_stream(self) -> None:
        """Write the small objects that wait for it, and say where each of them is found."""
        objects, self._packed = self._packed, []
        stream_number = self.add(_object_stream(objects))
        for index, (number, _) in enumerate(objects):
            self._locate(number, _PACKED, stream_number, index)


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


def deflated(entries: str, data: bytes | bytearray) -> bytes:
    """Write a stream object, its data compressed."""
    return stream(f"{entries}/Filter/FlateDecode", compress(data, QUICK))
