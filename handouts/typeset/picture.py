"""Pictures: photographs and bitmaps as they are on disk, with what setting them needs to know."""

from __future__ import annotations

import struct
import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from handouts.dataclass import dataclass
from handouts.source.disk import content, is_file

if TYPE_CHECKING:
    from PIL.Image import Image

_LARGEST_FILE = 50_000_000
_MOST_PIXELS = 30_000_000
_MOST_PIXELS_OF_JPEG = 60_000_000  # which mostly print without being decoded
_FORMATS = {"JPEG": "JPEG", "MPO": "JPEG", "PNG": "PNG", "WEBP": "WEBP"}
"""Formats that can be set, by Pillow's names; MPO is a JPEG with more pictures after the first."""
_ORIENTATION = 0x0112
_SIDEWAYS = frozenset((5, 6, 7, 8))
_BROKEN = (OSError, SyntaxError, ValueError, EOFError, struct.error, IndexError)
"""What Pillow raises for files that are not what they say they are."""


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


class PictureError(Exception):
    """A file that cannot be set as a picture: what is wrong, and what to do about it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def load(path: Path) -> Picture:
    """Read a picture, and make sure that its pixels can be decoded.

    Raises ``PictureError`` where there is no file, or one that is too large, broken or of a kind
    that cannot be set.
    """
    data = read(path, _LARGEST_FILE)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow thinks of a file's metadata
        image = _open(path.name, data)
        width, height = image.size
        _check_pixels(path.name, image)
        orientation = _orientation(image)
    if orientation in _SIDEWAYS:
        width, height = height, width
    return Picture(path, data, _FORMATS[image.format or ""], width, height, orientation)


def read(path: Path, largest: int) -> bytes:
    """Read a file of no more than ``largest`` bytes. Raises ``PictureError``."""
    if not is_file(path):
        raise PictureError(f"there is no picture {path.name}", "check the name and the folder")
    try:
        size = path.stat().st_size
        data = content(path, largest) if size <= largest else b""
        if max(size, len(data)) > largest:
            message = f"{path.name} is too large: {size / 1e6:.0f} MB"
            raise PictureError(message, f"make it smaller than {largest / 1e6:.0f} MB")
        return data
    except OSError as error:
        message = f"{path.name} cannot be read: {error.strerror}"
        raise PictureError(message, "check that it is a file you may open") from error


def _open(name: str, data: bytes) -> Image:
    """Read a picture's header, and refuse what is too large before any pixel is decoded."""
    import PIL.Image

    try:
        image = PIL.Image.open(BytesIO(data))
    except PIL.Image.DecompressionBombError:
        raise _too_many_pixels(name, _MOST_PIXELS) from None
    except _BROKEN:
        hint = "save it as JPEG, PNG, WebP or SVG"
        raise PictureError(f"{name} is not a picture that can be read", hint) from None
    if image.format not in _FORMATS:
        hint = "save it as JPEG, PNG, WebP or SVG"
        raise PictureError(f"{name} is of a kind that cannot be set: {image.format}", hint)
    most = _MOST_PIXELS_OF_JPEG if _FORMATS[image.format] == "JPEG" else _MOST_PIXELS
    if image.width * image.height > most:
        raise _too_many_pixels(name, most)
    return image


def _check_pixels(name: str, image: Image) -> None:
    """Decode all pixels; of a photograph at an eighth of its size, which misses nothing."""
    image.draft(None, (image.width // 8, image.height // 8))
    hint = "export or download it again"
    try:
        image.load()
    except _BROKEN:
        message = f"{name} is broken: its pixels cannot be read to the end"
        raise PictureError(message, hint) from None
    if image.mode == "P" and image.palette is None:
        raise PictureError(f"{name} is broken: the colours of its pixels are missing", hint)


def _orientation(image: Image) -> int:
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except _BROKEN:
        return 1
    return value if value in range(1, 9) else 1


def _too_many_pixels(name: str, most: int) -> PictureError:
    message = f"{name} has more than {most / 1e6:.0f} million pixels"
    return PictureError(message, "scale it down")
