"""Pictures of finished pages, by way of PDFium (the extra ``png``)."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pypdfium2

_POINTS_AN_INCH = 72


def render(pdf: bytes, resolution: int) -> Iterator[bytes]:
    """Give each page as a PNG file of ``resolution`` dots per inch."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            image = page.render(scale=resolution / _POINTS_AN_INCH).to_pil()
            file = BytesIO()
            image.save(file, "PNG", dpi=(resolution, resolution))
            yield file.getvalue()
    finally:
        document.close()
