"""The file: numbered objects, an object stream and a cross-reference stream (ISO 32000-1, 7.5).

ReportLab's document numbers the objects and writes them. It knows neither kind of stream, and a
tagged page has hundreds of small objects that cost as much as all the rest of the file when each
is written by itself; so the file is put together here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import accumulate
from struct import Struct
from zlib import compress

from reportlab.pdfbase import pdfdoc

_VERSION = (1, 7)
QUICK = 2
"""Deflate level: against the usual 6, less than half the time and an eighth more bytes."""
_PLAIN, _PACKED = 1, 2
_MOST_PACKED = 1000
"""Objects to an object stream: all of an ordinary card's; readers unpack whole streams."""
_ENTRY = Struct(">BIH")
_FREE = _ENTRY.pack(0, 0, 0xFFFF)


class Body(pdfdoc.PDFObject):
    """An object that is formatted already."""

    def __init__(self, body: bytes) -> None:
        self.body = body

    def format(self, document: pdfdoc.PDFDocument) -> bytes:
        """Give the bytes, as ReportLab asks for them."""
        return self.body


class Document(pdfdoc.PDFDocument):
    """The objects of one file. Big ones are written as they are, small ones packed together."""

    fonts = 1
    """Object number of the dictionary of fonts: ReportLab's first object, shared by all pages."""

    def __init__(self) -> None:
        super().__init__(invariant=1)
        self._packed: list[tuple[int, str]] = []

    def reserve(self) -> int:
        """Give a number to an object that others refer to before it is defined."""
        self.Reference(Body(b"null"))  # type: ignore[no-untyped-call]  # the stubs leave it bare
        return self.objectcounter

    def define(self, number: int, body: bytes) -> None:
        """Say what the object of that number is."""
        self.idToObject[self.numberToId[number]] = Body(body)

    def add(self, body: bytes) -> int:
        """Add an object and give its number."""
        number = self.reserve()
        self.define(number, body)
        return number

    @property
    def next_number(self) -> int:
        """The number that the next object will have."""
        return self.objectcounter + 1

    def pack(self, bodies: Sequence[str]) -> None:
        """Add small objects, none of them a stream, numbered on from ``next_number``."""
        self._packed.extend(enumerate(bodies, self.next_number))
        self.objectcounter += len(bodies)

    def finish(self, catalog: int, info: int) -> bytes:
        """Give the file. Its identifier is a hash of all that is in it."""
        entries = self._add_object_streams()
        file = pdfdoc.PDFFile(_VERSION)
        for number, name in self.numberToId.items():
            entries[number] = _ENTRY.pack(_PLAIN, file.add(self._indirect(name)), 0)
        entries[self.next_number] = _ENTRY.pack(_PLAIN, file.offset, 0)
        trailer = f"/Root {catalog} 0 R/Info {info} 0 R/ID[{2 * f'<{_digest(file.strings)}>'}]"
        start = file.add(self._cross_reference(entries, trailer))
        file.add(f"startxref\n{start}\n%%EOF\n")
        return b"".join(file.strings)

    def _add_object_streams(self) -> dict[int, bytes]:
        """Add the streams that hold the small objects; give where each of those is found."""
        entries: dict[int, bytes] = {}
        for start in range(0, len(self._packed), _MOST_PACKED):
            objects = self._packed[start : start + _MOST_PACKED]
            stream_number = self.add(_object_stream(objects))
            for index, (number, _) in enumerate(objects):
                entries[number] = _ENTRY.pack(_PACKED, stream_number, index)
        return entries

    def _indirect(self, name: str) -> bytes:
        return pdfdoc.PDFIndirectObject(name, self.idToObject[name]).format(self)

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
