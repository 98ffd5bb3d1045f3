"""What a library may hold beside its items, and names that nobody expects."""

from __future__ import annotations

import os
import struct
import sys
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Command = Callable[..., Any]

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")

LONG = "x" * 300
EXERCISE = "exercise: Bridge\nsetup: [Lie down.]\nexecution: [Lift your hips.]\n"
PROGRAM = """\
program: Far
weeks: 520
start: {start}
sessions:
  - {{session: A, days: [Mon], work: [{{do: Walk, time: 5 min}}]}}
"""


def codes(ran: Any) -> list[str]:
    return [problem["code"] for problem in ran.json["problems"]]


@posix
@pytest.mark.parametrize("name", ["drawings/sound.txt", "words/en.yaml"])
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_lists_beside_items_hold_up_no_check(
    name: str, kind: str, library: Path, handouts: Command
) -> None:
    (library / "exercises" / "bridge.yaml").write_text(EXERCISE, "utf-8")
    path = library / name
    path.parent.mkdir(exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    ran = handouts("check", "bridge", "--data", "data", "--json")
    assert ran.code in (0, 1, 3)
    assert "bug" not in codes(ran)


@posix
def test_words_that_lead_out_of_the_library_are_not_shown(
    library: Path, tmp_path: Path, handouts: Command
) -> None:
    (library / "exercises" / "bridge.yaml").write_text(EXERCISE, "utf-8")
    secret = tmp_path / "elsewhere" / "secret.txt"
    secret.parent.mkdir()
    secret.write_text("root:x:0:0\n", "utf-8")
    (library / "words").mkdir()
    (library / "words" / "en.yaml").symlink_to(secret)
    ran = handouts("check", "bridge", "--data", "data")
    assert "root:x" not in ran.out + ran.err
    assert "leads out of the library's folder" in ran.out + ran.err
    allowed = handouts("check", "bridge", "--data", "data", "--allow", str(secret.parent))
    assert "leads out" not in allowed.out + allowed.err


@pytest.mark.parametrize("start", ["9999-12-30", "0001-01-01"])
def test_a_program_that_would_leave_the_calendar_is_a_problem(
    start: str, library: Path, handouts: Command
) -> None:
    (library / "programs").mkdir(exist_ok=True)
    (library / "programs" / "far.yaml").write_text(PROGRAM.format(start=start), "utf-8")
    assert "date" in codes(handouts("build", "far", "--data", "data", "--json"))


@pytest.mark.parametrize(
    "words",
    [
        (LONG,),
        ("--data", LONG),
        ("--out", LONG),
        ("--allow", LONG),
        ("--layout", LONG),
        ("--brand", LONG),
        ("--clients", LONG),
        ("--font", LONG),
    ],
)
def test_a_name_that_no_file_can_have_is_told(
    words: tuple[str, ...], library: Path, handouts: Command
) -> None:
    (library / "exercises" / "bridge.yaml").write_text(EXERCISE, "utf-8")
    data = () if "--data" in words else ("--data", "data")
    assert handouts("build", *words, *data).code in (1, 2, 3)


def test_a_picture_whose_name_is_too_long_is_not_there(library: Path, handouts: Command) -> None:
    item = f"{EXERCISE}picture: {'x' * 290}.png\n"
    (library / "exercises" / "bridge.yaml").write_text(item, "utf-8")
    ran = handouts("build", "bridge", "--data", "data", "--layout", "card", "--json")
    assert ran.code == 1
    assert "bug" not in codes(ran)


def test_a_handout_has_no_more_pages_than_the_limit(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.batch.press.MOST_PAGES", 1)
    (library / "exercises" / "bridge.yaml").write_text(EXERCISE, "utf-8")
    words = ("build", "bridge", "--data", "data", "--layout", "handout", "--jobs", "1", "--json")
    (problem,) = [each for each in handouts(*words).json["problems"] if "pages" in each["message"]]
    assert problem["code"] == "too-long"
    assert "1 are the most" in problem["message"]


def chunk(name: bytes, data: bytes) -> bytes:
    check = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", check)


BOMB = zlib.compress(bytes(100_000_000), 9)
HEAD = chunk(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 2, 0, 0, 0))
ROWS = chunk(b"IDAT", zlib.compress(bytes(9 * 28)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (chunk(b"iCCP", b"x\0\0" + BOMB), b""),
        (chunk(b"zTXt", b"x\0\0" + BOMB), b""),
        (chunk(b"iTXt", b"x\0\1\0\0\0" + BOMB), b""),
        (b"", chunk(b"iCCP", b"")),
        (b"", chunk(b"iCCP", b"x")),
        (chunk(b"IHDR", b""), b""),
    ],
)
def test_a_png_whose_side_notes_mean_harm_prints_or_is_refused(
    before: bytes, after: bytes, library: Path, handouts: Command
) -> None:
    data = b"\x89PNG\r\n\x1a\n" + HEAD + before + ROWS + after + chunk(b"IEND", b"")
    (library / "exercises" / "p.png").write_bytes(data)
    (library / "exercises" / "bridge.yaml").write_text(f"{EXERCISE}picture: p.png\n", "utf-8")
    ran = handouts("build", "bridge", "--data", "data", "--layout", "card", "--json")
    assert set(codes(ran)) <= {"picture"}


@pytest.mark.parametrize(
    "drawn",
    [
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g><use href="#a"/>',
        '<use id="a" href="#a"/>',
        '<image href="file:///etc/passwd" width="9" height="9"/>',
        '<rect width="1e999" height="nan" x="-inf"/><circle r="1e-320"/>',
        '<line x2="9e9" stroke="red" stroke-dasharray="0.00001"/>',
        '<g transform="scale(1e200) scale(1e200)"><rect width="9" height="9"/></g>',
        f'<rect width="{"9" * 200_000}" height="1"/>',
    ],
)
def test_a_drawing_that_means_harm_is_a_problem(
    drawn: str, library: Path, handouts: Command
) -> None:
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">{drawn}</svg>'
    (library / "exercises" / "p.svg").write_text(svg, "utf-8")
    (library / "exercises" / "bridge.yaml").write_text(f"{EXERCISE}picture: p.svg\n", "utf-8")
    ran = handouts("build", "bridge", "--data", "data", "--layout", "card", "--json")
    assert codes(ran) == ["picture"]


def test_a_folder_has_no_more_files_than_the_limit(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.model.library.MOST_FILES", 2)
    for name in ("a", "b", "c"):
        (library / "exercises" / f"{name}.yaml").write_text(EXERCISE, "utf-8")
    ran = handouts("list", "--data", "data")
    assert "there are more than 2 files in this folder" in ran.out + ran.err


def test_a_photograph_that_says_it_is_huge_is_refused_unread(
    library: Path, handouts: Command
) -> None:
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, "JPEG")
    size = struct.pack(">HH", 9, 9)
    lying = file.getvalue().replace(size, struct.pack(">HH", 8000, 8000), 1)
    (library / "exercises" / "p.jpg").write_bytes(lying)
    (library / "exercises" / "bridge.yaml").write_text(f"{EXERCISE}picture: p.jpg\n", "utf-8")
    ran = handouts("build", "bridge", "--data", "data", "--layout", "card")
    assert "more than 60 million pixels" in ran.out + ran.err


def test_a_table_to_import_is_no_larger_than_the_limit(library: Path, handouts: Command) -> None:
    with Path("t.csv").open("wb") as table:
        table.truncate(64_000_001)
    ran = handouts("import", "csv", "t.csv", "--into", "data")
    assert "more than 64 MB" in ran.out + ran.err
