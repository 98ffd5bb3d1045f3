"""Pictures: photographs and bitmaps as they are on disk, with what setting them needs to know."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(slots=True, eq=False)
class Picture:
    """A JPEG, PNG or WebP file, read once. ``width`` and ``height`` are pixels as shown, upright.

    ``orientation`` is the EXIF value 1 to 8 that turns the stored pixels upright. ``data`` is the
    file's bytes, compared by identity so that outputs can keep what they made of it.
    """

    path: Path
    data: bytes
    format: str
    width: int
    height: int
    orientation: int = 1
