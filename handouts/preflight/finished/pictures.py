"""Pictures of a page: whether they have pixels enough, and whether they are all that there is."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor

from handouts.preflight.finished.finding import Finding, spot
from handouts.preflight.finished.printed import Image, PrintedPage
from handouts.preflight.resolution import LEAST
from handouts.source.problem import Severity

_INCH = 72
_SMALL = 18.0
"""Points under which a picture is a texture or a dot, of which nobody sees the pixels."""


def coarse_images(page: PrintedPage) -> Iterator[Finding]:
    """Warn of images with fewer than 150 pixels an inch, at the size they print."""
    for image in page.images:
        resolution = _resolution(image)
        if min(image.size) >= _SMALL and resolution < LEAST:
            message = f"the picture {spot(page, image.box)} prints at {resolution} dpi"
            hint = f"{LEAST} dpi needs {round(image.size[0] * LEAST / _INCH)} pixels across"
            yield Finding("coarse-picture", message, hint, Severity.WARNING)


def no_text(page: PrintedPage) -> Iterator[Finding]:
    """Find a page of which nothing can be read out: a scan, or letters that are drawings."""
    if not page.is_blank and not any(text.letters for text in page.texts):
        what = "a picture" if page.images else "drawings"
        message = f"there is no text on this page, only {what}"
        hint = "print it from its source: a scan can be neither read aloud nor searched"
        yield Finding("no-text", message, hint)


def _resolution(image: Image) -> int:
    return min(
        floor(pixels * _INCH / max(size, 1e-3) + 0.5)
        for pixels, size in zip(image.pixels, image.size, strict=True)
    )
