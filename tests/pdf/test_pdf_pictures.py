"""Pictures and drawings: which way up, in what colour, and with nothing else in them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from struct import pack
from typing import Any
from zlib import compress, crc32

import pikepdf
import pypdfium2
import pytest
from pdf_sheet import HEIGHT, INK, RED, WIDTH, Sheet
from PIL import Image

from handouts.figure.drawing import Drawing, Shape
from handouts.pdf import png
from handouts.pdf.printer import Printer
from handouts.typeset.page import PlacedDrawing, PlacedPicture, Rectangle
from handouts.typeset.picture import Picture, PictureError, load

Check = Callable[[bytes], None]

CORNERS = ("red", "lime", "blue", "yellow")
"""Colours of the four quarters of a picture: top left, top right, bottom left, bottom right."""

BOX = Rectangle(100, 50, 120, 80)
ORIENTATION = 0x0112
MAKER = 0x010F
TURNED = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""By EXIF orientation, how an upright picture is turned before it is stored."""


def _quarters(width: int = 96, height: int = 64) -> Image.Image:
    image = Image.new("RGB", (width, height))
    for at, colour in enumerate(CORNERS):
        left, top = at % 2 * width // 2, at // 2 * height // 2
        image.paste(colour, (left, top, left + width // 2, top + height // 2))
    return image


def _saved(image: Image.Image, path: Path, orientation: int = 1) -> Picture:
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = orientation, "Secret Camera"
    image.save(path, exif=exif, quality=95)
    return load(path)


def _print(picture: Picture, grey: bool = False, window: Rectangle | None = None) -> bytes:
    sheet = Sheet()
    figure = sheet.element("Figure")
    figure.alt, figure.box = "Four colours", BOX
    sheet.mark(figure, PlacedPicture(picture, BOX, window))
    return Printer().print(sheet.pages(), grey)


def _rendered(data: bytes) -> Any:
    """Give the page as pixels, one to a point."""
    return pypdfium2.PdfDocument(data)[0].render().to_pil().convert("RGB")


def _corners(data: bytes) -> list[Any]:
    """Give the colours in the middle of each quarter of the box."""
    page = _rendered(data)
    assert page.size == (WIDTH, HEIGHT)
    places = [(x, y) for y in (0.25, 0.75) for x in (0.25, 0.75)]
    at = [(BOX.x + x * BOX.width, BOX.y + y * BOX.height) for x, y in places]
    return [page.getpixel((int(x), int(y))) for x, y in at]


def _near(colours: list[Any], wanted: list[Any]) -> bool:
    return all(
        abs(part - other) < 24
        for colour, name in zip(colours, wanted, strict=True)
        for part, other in zip(colour, name, strict=True)
    )


def _named(*names: str) -> list[Any]:
    return [Image.new("RGB", (1, 1), name).getpixel((0, 0)) for name in names]


@pytest.mark.parametrize("orientation", TURNED)
@pytest.mark.parametrize("kind", ["jpg", "png", "webp"])
def test_a_picture_is_upright_however_it_is_stored(
    orientation: int, kind: str, tmp_path: Path, check_pdf: Check
) -> None:
    turn = TURNED[orientation]
    stored = _quarters() if turn is None else _quarters().transpose(turn)
    picture = _saved(stored, tmp_path / f"picture.{kind}", orientation)
    assert (picture.width, picture.height) == (96, 64)
    data = _print(picture)
    check_pdf(data)
    assert _near(_corners(data), _named(*CORNERS))


def test_pixels_of_a_jpeg_pass_through_and_nothing_else_does(tmp_path: Path) -> None:
    picture = _saved(_quarters(), tmp_path / "photo.jpg")
    assert b"Secret Camera" in picture.data
    with pikepdf.open(BytesIO(_print(picture))) as pdf:
        data = bytes(pdf.pages[0].Resources.XObject.X0.read_raw_bytes())
    assert b"Secret Camera" not in data and b"Exif" not in data
    scan = picture.data[picture.data.index(b"\xff\xda") :]
    assert data.endswith(scan)
    with Image.open(BytesIO(data)) as own, Image.open(BytesIO(picture.data)) as original:
        assert own.tobytes() == original.tobytes()


def test_a_preview_within_a_jpeg_is_dropped(tmp_path: Path) -> None:
    preview = bytes([3, 3]) + bytes(range(27))
    file = BytesIO()
    _quarters().save(file, "JPEG")
    header = b"\xff\xe0\x00\x10JFIF\0\1\1\0\0\1\0\1\0\0"
    assert file.getvalue()[2:20] == header
    longer = b"\xff\xe0\x00\x2bJFIF\0\1\1\0\0\1\0\1" + preview
    path = tmp_path / "photo.jpg"
    path.write_bytes(file.getvalue()[:2] + longer + file.getvalue()[20:])
    with pikepdf.open(BytesIO(_print(load(path)))) as pdf:
        data = bytes(pdf.pages[0].Resources.XObject.X0.read_raw_bytes())
    assert data == file.getvalue()


def test_what_follows_the_first_picture_of_a_file_is_dropped(tmp_path: Path) -> None:
    file = BytesIO()
    _quarters().save(file, "JPEG")
    path = tmp_path / "photo.jpg"
    path.write_bytes(file.getvalue() + b"\0" * 20 + file.getvalue())
    with pikepdf.open(BytesIO(_print(load(path)))) as pdf:
        assert bytes(pdf.pages[0].Resources.XObject.X0.read_raw_bytes()) == file.getvalue()


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_other_jpegs_print_in_their_colours(mode: str, tmp_path: Path, check_pdf: Check) -> None:
    image = _quarters().convert(mode)
    data = _print(_saved(image, tmp_path / "photo.jpg"))
    check_pdf(data)
    back: Any = image.convert("RGB")
    wanted = [back.getpixel((x, y)) for y in (16, 48) for x in (24, 72)]
    assert _near(_corners(data), wanted)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
@pytest.mark.parametrize("grey", [False, True])
def test_pngs_of_every_kind_print(mode: str, grey: bool, tmp_path: Path, check_pdf: Check) -> None:
    image = _quarters().convert(mode, dither=Image.Dither.NONE)
    image.save(tmp_path / "drawing.png")
    data = _print(load(tmp_path / "drawing.png"), grey)
    check_pdf(data)
    rgb: Any = image.convert("RGB")
    wanted = [rgb.getpixel((x, y)) for y in (16, 48) for x in (24, 72)]
    assert _near(_corners(data), [_grey(colour) for colour in wanted] if grey else wanted)


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_picture_is_seen_through_its_window_alone(
    orientation: int, tmp_path: Path, check_pdf: Check
) -> None:
    turn = TURNED[orientation]
    stored = _quarters() if turn is None else _quarters().transpose(turn)
    picture = _saved(stored, tmp_path / "photo.png", orientation)
    left = Rectangle(BOX.x, BOX.y, BOX.width / 2, BOX.height)
    data = _print(picture, window=left)
    check_pdf(data)
    assert _near(_corners(data), _named("red", "white", "blue", "white"))
    line = _rendered(data).crop((0, int(BOX.y) + 20, WIDTH, int(BOX.y) + 21))
    assert [x for x in range(WIDTH) if line.getpixel((x, 0)) != (255, 255, 255)] == list(
        range(int(BOX.x), int(BOX.x + BOX.width / 2))
    )


@pytest.mark.parametrize("grey", [False, True])
def test_sixteen_bits_a_channel_are_scaled_and_not_cut(grey: bool, tmp_path: Path) -> None:
    Image.new("I;16", (96, 64), 0x8000).save(tmp_path / "deep.png")
    assert _near(_corners(_print(load(tmp_path / "deep.png"), grey)), [(128, 128, 128)] * 4)


def test_sixteen_bits_in_another_file_format_are_scaled_too(tmp_path: Path) -> None:
    (tmp_path / "deep.png").write_bytes(_interlaced(kind=0, depth=16, pixel=b"\x80\x00"))
    assert _near(_corners(_print(load(tmp_path / "deep.png"))), [(128, 128, 128)] * 4)


def test_an_interlaced_png_prints(tmp_path: Path, check_pdf: Check) -> None:
    (tmp_path / "laced.png").write_bytes(_interlaced(kind=2, depth=8, pixel=b"\xff\x00\x00"))
    data = _print(load(tmp_path / "laced.png"))
    check_pdf(data)
    assert _near(_corners(data), _named("red") * 4)


def test_what_is_transparent_shows_the_ground(tmp_path: Path, check_pdf: Check) -> None:
    image = _quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 48, 32))
    image.save(tmp_path / "cut-out.png")
    data = _print(load(tmp_path / "cut-out.png"))
    check_pdf(data)
    assert _near(_corners(data), _named("white", *CORNERS[1:]))


def test_a_photograph_that_turns_grey_stays_a_photograph(tmp_path: Path, check_pdf: Check) -> None:
    data = _print(_saved(_quarters(), tmp_path / "photo.jpg"), grey=True)
    check_pdf(data)
    assert b"/DCTDecode" in data and b"/ColorSpace/DeviceGray" in data
    assert _near(_corners(data), [_grey(colour) for colour in _named(*CORNERS)])


@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize(("lossless", "filter"), [(False, b"/DCTDecode"), (True, b"/Predictor 15")])
@pytest.mark.parametrize("maker", [None, "Secret Camera"])
def test_a_webp_photograph_stays_one_and_a_drawing_stays_exact(
    lossless: bool, filter: bytes, grey: bool, maker: str | None, tmp_path: Path, check_pdf: Check
) -> None:
    exif = Image.Exif()
    if maker:
        exif[MAKER] = maker
    _quarters().save(tmp_path / "photo.webp", lossless=lossless, quality=90, exif=exif)
    data = _print(load(tmp_path / "photo.webp"), grey)
    check_pdf(data)
    assert filter in data
    assert _near(_corners(data), [_grey(c) if grey else c for c in _named(*CORNERS)])


def test_a_webp_photograph_that_is_cut_out_shows_the_ground(tmp_path: Path) -> None:
    image = _quarters().convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 48, 32))
    image.save(tmp_path / "cut-out.webp", quality=90)
    data = _print(load(tmp_path / "cut-out.webp"))
    assert _near(_corners(data), _named("white", *CORNERS[1:]))


def test_a_picture_shown_twice_is_held_once(tmp_path: Path) -> None:
    picture = _saved(_quarters(), tmp_path / "photo.jpg")
    sheet = Sheet()
    sheet.decorate(PlacedPicture(picture, BOX), PlacedPicture(picture, Rectangle(0, 0, 30, 20)))
    assert Printer().print(sheet.pages()).count(b"/DCTDecode") == 1


def test_a_document_may_hold_more_pictures_than_are_kept(tmp_path: Path) -> None:
    pictures = [_saved(_quarters(8 + 2 * n, 8), tmp_path / f"{n}.jpg") for n in range(20)]
    sheet = Sheet()
    sheet.decorate(*(PlacedPicture(picture, BOX) for picture in (*pictures, *pictures)))
    assert Printer().print(sheet.pages()).count(b"/DCTDecode") == 20


# Drawings

DRAWING = Drawing(
    (
        Shape("M 0 0 L 100 0 L 100 100 L 0 100 Z", fill="shirt"),
        Shape("M 0 150 C 30 150 60 150 100 150", stroke="ink", width=2),
    ),
    width=100,
    height=200,
    units=10,
)
PALETTE = {"shirt": RED, "ink": INK}


def _print_drawing(*boxes: Rectangle, grey: bool = False, line_width: float = 2) -> bytes:
    sheet = Sheet()
    figure = sheet.element("Figure")
    figure.alt, figure.box = "A square above a line", BOX
    sheet.mark(figure, *(PlacedDrawing(DRAWING, box, PALETTE, line_width) for box in boxes))
    return Printer().print(sheet.pages(), grey)


def test_a_drawing_is_scaled_evenly_centred_and_the_right_way_up(check_pdf: Check) -> None:
    data = _print_drawing(BOX)
    check_pdf(data)
    page = _rendered(data)
    scale = BOX.height / DRAWING.height
    middle, left = BOX.x + BOX.width / 2, BOX.x + BOX.width / 2 - 50 * scale
    assert _near([page.getpixel((int(middle), int(BOX.y + 5)))], [(204, 26, 26)])
    assert _near([page.getpixel((int(left) - 3, int(BOX.y + 5)))], _named("white"))
    assert _near([page.getpixel((int(middle), int(BOX.y + 150 * scale)))], [(26, 26, 51)])
    assert _near([page.getpixel((int(middle), int(BOX.y + 125 * scale)))], _named("white"))


@pytest.mark.parametrize("size", [0.5, 1.5])
def test_lines_print_as_thick_as_asked_at_any_scale(size: float) -> None:
    box = Rectangle(20, 20, 100 * size, 200 * size)
    page = _rendered(_print_drawing(box, line_width=3))
    column = [page.getpixel((int(20 + 50 * size), y)) for y in range(HEIGHT)]
    below = column[int(20 + 110 * size) :]
    assert sum(255 - part[0] for part in below) / (255 - 26) == pytest.approx(2 * 3, abs=0.5)


def test_a_drawing_turns_grey_with_the_rest() -> None:
    page = _rendered(_print_drawing(BOX, grey=True))
    pixel = page.getpixel((int(BOX.x + BOX.width / 2), int(BOX.y + 5)))
    assert isinstance(pixel, tuple)
    assert len(set(pixel)) == 1


def test_a_drawing_placed_twice_is_drawn_once() -> None:
    other = Rectangle(0, 0, BOX.width, BOX.height)
    assert _print_drawing(BOX, other).count(b"/Subtype/Form") == 1


def test_a_smaller_drawing_has_the_same_content_and_other_line_widths() -> None:
    smaller = Rectangle(0, 0, BOX.width / 2, BOX.height / 2)
    with pikepdf.open(BytesIO(_print_drawing(BOX, smaller))) as pdf:
        one, other = pdf.pages[0].Resources.XObject.values()
        assert one.read_raw_bytes() == other.read_raw_bytes()
        assert other.Resources.ExtGState.W0.LW == 2 * one.Resources.ExtGState.W0.LW


def _grey(colour: tuple[int, ...]) -> tuple[int, ...]:
    red, green, blue = colour
    return (round(0.2126 * red + 0.7152 * green + 0.0722 * blue),) * 3


def _interlaced(kind: int, depth: int, pixel: bytes) -> bytes:
    """Write an interlaced PNG file of one pixel (Pillow cannot)."""
    header = pack(">IIBBBBB", 1, 1, depth, kind, 0, 0, 1)
    parts = {b"IHDR": header, b"IDAT": compress(b"\0" + pixel), b"IEND": b""}
    chunks = (
        pack(">I", len(body)) + name + body + pack(">I", crc32(name + body))
        for name, body in parts.items()
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))


@pytest.mark.parametrize(
    "extra",
    [
        _chunk(b"IHDR", b""),
        _chunk(b"IHDR", pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
        _chunk(b"PLTE", bytes(3)) * 2,
    ],
)
def test_a_png_with_a_chunk_twice_is_not_taken_apart(extra: bytes) -> None:
    head = pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0)
    rows = _chunk(b"IDAT", compress(bytes(9 * 28)))
    sound = b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + rows
    end = _chunk(b"IEND", b"")
    assert png.read(sound + extra + end) is None
    after_its_end = png.read(sound + end + extra)
    assert after_its_end is not None and after_its_end.width == 9


@pytest.mark.parametrize(("mode", "see_through"), [("RGB", (9, 9, 9)), ("L", 9)])
def test_a_png_of_which_one_colour_is_transparent_prints_with_a_mask(
    mode: str, see_through: Any, tmp_path: Path, check_pdf: Check
) -> None:
    path = tmp_path / "keyed.png"
    image = Image.linear_gradient("L").convert(mode)
    image.save(path, transparency=see_through)
    pdf = _print(load(path))
    check_pdf(pdf)
    assert b"/SMask" in pdf


def test_a_png_of_a_palette_that_is_not_there_is_refused(tmp_path: Path) -> None:
    head = _chunk(b"IHDR", pack(">IIBBBBB", 9, 9, 8, 3, 0, 0, 0))
    rows = _chunk(b"IDAT", compress(bytes(9 * 10)))
    path = tmp_path / "bare.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + head + rows + _chunk(b"IEND", b""))
    with pytest.raises(PictureError, match="broken"):
        load(path)


def test_a_png_of_a_palette_that_is_not_there_is_not_taken_apart() -> None:
    head = _chunk(b"IHDR", pack(">IIBBBBB", 9, 9, 8, 3, 0, 0, 0))
    assert png.read(b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IEND", b"")) is None
