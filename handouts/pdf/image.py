"""Pictures as image XObjects (ISO 32000-1, 8.9.5).

Compressed pixels are taken over as they are wherever a PDF can hold them; what it cannot hold is
decoded and compressed again without loss. A photograph that must turn grey stays a photograph.
"""

from __future__ import annotations

import warnings
from collections.abc import Collection
from io import BytesIO
from typing import TYPE_CHECKING

from handouts.colour import LUMINANCE
from handouts.dataclass import dataclass
from handouts.pdf import jpeg, png, webp

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

    from handouts.typeset.picture import Picture

_JPEG_QUALITY = 90
_COLOUR_SPACES = {1: "/DeviceGray", 3: "/DeviceRGB"}
_OPAQUE = (255, 255)


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """An image ready to be written into any document: its dictionary's entries, and its data.

    ``mask`` holds its transparency, if it has any.
    """

    entries: str
    data: bytes
    mask: Image | None = None


def encode(picture: Picture, grey: bool) -> Image:
    """Make a picture's image, its pixels as stored: whoever places it turns it upright."""
    if picture.format == "JPEG":
        return _from_jpeg(picture.data, grey)
    if picture.format == "PNG":
        return _from_png(picture.data, grey)
    return _from_webp(picture.data, grey)


def _from_webp(file: bytes, grey: bool) -> Image:
    """Make an image of pixels that no PDF can hold as they are; a photograph stays one."""
    pixels = _decode(file)
    if webp.is_lossy(file) and _is_opaque(pixels):
        return _from_jpeg(_recompressed(pixels, grey), grey)
    return _from_pixels(pixels, grey)


def _from_jpeg(file: bytes, grey: bool) -> Image:
    stripped = jpeg.strip(file)
    if stripped is None or stripped.components not in _holdable(grey):
        stripped = jpeg.strip(_recompressed(_decode(file), grey))
        assert stripped is not None, "Pillow writes baseline JPEG"
    entries = _entries(stripped.width, stripped.height, _COLOUR_SPACES[stripped.components], 8)
    return Image(f"{entries}/Filter/DCTDecode", stripped.data)


def _holdable(grey: bool) -> Collection[int]:
    """Give the numbers of components that a page can take as they are; never CMYK's four."""
    return (1,) if grey else _COLOUR_SPACES


def _from_png(file: bytes, grey: bool) -> Image:
    parts = png.read(file)
    if parts is None or (grey and parts.colours > 1):
        return _from_pixels(_decode(file), grey)
    space = _COLOUR_SPACES[parts.colours]
    if parts.palette:
        palette = _grey_palette(parts.palette) if grey else parts.palette
        space = f"[/Indexed/DeviceRGB {len(palette) // 3 - 1}<{palette.hex()}>]"
    entries = _entries(parts.width, parts.height, space, parts.depth)
    predictor = (
        f"/Predictor 15/Colors {parts.colours}/BitsPerComponent {parts.depth}/Columns {parts.width}"
    )
    return Image(f"{entries}/Filter/FlateDecode/DecodeParms<<{predictor}>>", parts.data)


def _from_pixels(pixels: Pixels, grey: bool) -> Image:
    image = _from_png(_written(_opaque(pixels, grey), "PNG"), grey=False)
    if _is_opaque(pixels):
        return image
    alpha = pixels.convert("RGBA").getchannel("A")
    return Image(image.entries, image.data, _from_png(_written(alpha, "PNG"), grey=False))


def _is_opaque(pixels: Pixels) -> bool:
    if not pixels.has_transparency_data or pixels.mode.startswith("I"):
        return True
    return pixels.convert("RGBA").getchannel("A").getextrema() == _OPAQUE


def _decode(file: bytes) -> Pixels:
    from PIL import Image as pillow

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what Pillow thinks of a file's metadata
        pixels = pillow.open(BytesIO(file))
        pixels.load()
        return pixels


def _recompressed(pixels: Pixels, grey: bool) -> bytes:
    return _written(_opaque(pixels, grey), "JPEG", quality=_JPEG_QUALITY)


def _opaque(pixels: Pixels, grey: bool) -> Pixels:
    """Give pixels in one of the colour spaces of a page, with none of them transparent."""
    opaque = _coloured(pixels, grey)
    opaque.info.pop("transparency", None)  # the one colour of a PNG that does not show
    return opaque


def _coloured(pixels: Pixels, grey: bool) -> Pixels:
    """Give pixels as grey or RGB of 8 bits."""
    if pixels.mode in ("1", "L", "LA"):
        return pixels.convert("L")
    if pixels.mode.startswith("I"):  # grey of 16 bits, which Pillow would clip and not scale
        return pixels.convert("I").point(lambda level: level / 257).convert("L")
    rgb = pixels.convert("RGB")
    return rgb.convert("L", (*LUMINANCE, 0)) if grey else rgb


def _written(pixels: Pixels, format: str, quality: int = 75) -> bytes:
    file = BytesIO()
    pixels.save(file, format, quality=quality)
    return file.getvalue()


def _grey_palette(palette: bytes) -> bytes:
    from PIL import Image as pillow

    colours = pillow.frombytes("RGB", (len(palette) // 3, 1), palette)
    return _opaque(colours, grey=True).convert("RGB").tobytes()


def _entries(width: int, height: int, space: str, depth: int) -> str:
    return (
        f"/Type/XObject/Subtype/Image/Width {width}/Height {height}"
        f"/ColorSpace{space}/BitsPerComponent {depth}"
    )
