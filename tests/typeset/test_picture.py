"""Reading pictures: what they are, and what is wrong with those that cannot be set."""

from io import BytesIO
from pathlib import Path
from struct import pack
from zlib import compress, crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from handouts.typeset.picture import Picture, PictureError, load

ORIENTATION = 0x0112


def _file(format: str, size: tuple[int, int] = (40, 30), orientation: int = 1) -> bytes:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    file = BytesIO()
    Image.effect_noise(size, 50).convert("RGB").save(file, format, exif=exif)
    return file.getvalue()


def _load(data: bytes, folder: Path, name: str = "picture.jpg") -> Picture:
    path = folder / name
    path.write_bytes(data)
    return load(path)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_knows_its_size_and_format(format: str, tmp_path: Path) -> None:
    picture = _load(_file(format), tmp_path)
    assert (picture.format, picture.width, picture.height) == (format, 40, 30)


@pytest.mark.parametrize(("orientation", "size"), [(3, (40, 30)), (6, (30, 40)), (8, (30, 40))])
def test_a_picture_is_measured_as_it_is_shown(
    orientation: int, size: tuple[int, int], tmp_path: Path
) -> None:
    picture = _load(_file("JPEG", orientation=orientation), tmp_path)
    assert picture.orientation == orientation
    assert (picture.width, picture.height) == size


def test_an_orientation_that_does_not_exist_is_upright(tmp_path: Path) -> None:
    assert _load(_file("JPEG", orientation=9), tmp_path).orientation == 1


def test_a_photograph_with_a_second_picture_in_it_is_a_jpeg(tmp_path: Path) -> None:
    file = BytesIO()
    first, second = (Image.new("RGB", (40, 30), colour) for colour in ("red", "blue"))
    first.save(file, "MPO", save_all=True, append_images=[second])
    assert _load(file.getvalue(), tmp_path).format == "JPEG"


def test_a_picture_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"there is no picture squat\.jpg") as error:
        load(tmp_path / "squat.jpg")
    assert error.value.hint


def test_a_folder_is_not_a_picture(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="there is no picture"):
        load(tmp_path)


@pytest.mark.parametrize("data", [b"", b"not a picture", b"<svg/>", b"\xff\xd8\xff"])
def test_what_is_not_a_picture_is_an_error(data: bytes, tmp_path: Path) -> None:
    with pytest.raises(PictureError, match=r"picture\.jpg is not a picture") as error:
        _load(data, tmp_path)
    assert error.value.hint == "save it as JPEG, PNG, WebP or SVG"


def test_a_picture_of_another_kind_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PictureError, match="cannot be set: GIF"):
        _load(_file("GIF"), tmp_path)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_that_stops_half_way_is_an_error(format: str, tmp_path: Path) -> None:
    data = _file(format, (200, 200))
    with pytest.raises(PictureError):
        _load(data[: len(data) // 2], tmp_path)


def test_a_damaged_png_is_an_error(tmp_path: Path) -> None:
    data = bytearray(_file("PNG"))
    data[data.index(b"IDAT") + 20] ^= 0xFF
    with pytest.raises(PictureError, match="is broken"):
        _load(bytes(data), tmp_path)


@pytest.mark.parametrize("side", [9_000, 30_000])
def test_a_small_file_of_very_many_pixels_is_refused_unread(side: int, tmp_path: Path) -> None:
    header = pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = [(b"IHDR", header), (b"IDAT", compress(bytes(99))), (b"IEND", b"")]
    body = b"".join(
        pack(">I", len(data)) + name + data + pack(">I", crc32(name + data))
        for name, data in chunks
    )
    with pytest.raises(PictureError, match="more than 30 million pixels"):
        _load(b"\x89PNG\r\n\x1a\n" + body, tmp_path)


def test_a_file_over_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    with path.open("wb") as file:
        file.truncate(51_000_000)
    with pytest.raises(PictureError, match=r"huge\.png is too large: 51 MB"):
        load(path)


VALID = {format: _file(format, orientation=6) for format in ("JPEG", "PNG", "WEBP")}


@given(
    data=st.sampled_from(sorted(VALID)).map(VALID.__getitem__),
    changes=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6),
    length=st.floats(0.1, 1),
)
def test_a_damaged_file_gives_a_picture_or_an_error(
    data: bytes,
    changes: list[tuple[float, int]],
    length: float,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    damaged = bytearray(data)
    for place, byte in changes:
        damaged[int(place * len(damaged))] = byte
    try:
        picture = _load(
            bytes(damaged[: int(length * len(damaged))]), tmp_path_factory.getbasetemp()
        )
    except PictureError as error:
        assert error.hint
    else:
        assert picture.width > 0
