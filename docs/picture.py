"""Pictures of pages, each with the mark of what is drawn on it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

import pikepdf
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from handouts.batch.png import render

MARK = "made-from"

COLOURS = 128
"""Colours of a picture: a page has few, and a small file is read sooner."""

FEW_COUNT = Image.Quantize.FASTOCTREE
"""The muscles of a figure are a few red pixels; by the median they would turn brown."""

EDGE = (200, 204, 208)
"""A line round the page, which would have no edge on a white ground."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A page to be shown: the picture's name, the PDF, the page's number from 1, and dpi."""

    name: str
    pdf: bytes
    page: int
    dpi: int

    def made_from(self) -> str:
        """Give a mark of what is drawn on the page, whatever its file is packed with."""
        with pikepdf.open(BytesIO(self.pdf)) as document:
            digest = hashlib.sha256(str(self.dpi).encode())
            for data in _drawn(document.pages[self.page - 1]):
                digest.update(data)
        return digest.hexdigest()

    def png(self) -> bytes:
        """Draw it, small, with its mark."""
        mark = PngInfo()
        mark.add_text(MARK, self.made_from())
        with Image.open(BytesIO([*render(self.pdf, self.dpi)][self.page - 1])) as page:
            edged = ImageOps.expand(page.convert("RGB"), 1, EDGE)
        file = BytesIO()
        small = edged.quantize(COLOURS, FEW_COUNT, dither=Image.Dither.NONE)
        small.save(file, "PNG", optimize=True, pnginfo=mark)
        return file.getvalue()


def _drawn(page: pikepdf.Page) -> Iterator[bytes]:
    """The content of a page, and of the drawings and images that it places."""
    yield page.Contents.read_bytes()
    for _, image in page.Resources.get("/XObject", pikepdf.Dictionary()).items():
        form = image.Subtype == "/Form"
        yield image.read_bytes() if form else image.read_raw_bytes()
