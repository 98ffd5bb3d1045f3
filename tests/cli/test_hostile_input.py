"""Input that means harm, through the real command: what is said of it, and what it cannot do."""

from __future__ import annotations

import json
import os
import socket
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from handouts import resources

Command = Callable[..., Any]

TRICKS = (
    "{x.__class__.__mro__}",
    "{client.client} {0} {}",
    "%s %n %(name)s",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "${HOME} `id` $(id)",
    "=cmd|' /C calc'!A0",
    "\\input{/etc/passwd} \\n",
    "&lt;b&gt; &#106;",
)
EXERCISE = "exercise: {title}\nexecution:\n  - {cue}\n"

posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such files")


def write(library: Path, source: str | bytes, name: str = "bridge") -> Path:
    path = library / "exercises" / f"{name}.yaml"
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return path


def text_of(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def codes(ran: Any) -> list[str]:
    return [problem["code"] for problem in ran.json["problems"]]


# Text is text


@pytest.mark.parametrize("trick", TRICKS)
def test_text_that_means_something_elsewhere_prints_as_it_stands(
    trick: str, library: Path, handouts: Command
) -> None:
    quoted = "'" + trick.replace("'", "''") + "'"
    more = f"summary: {quoted}\ntips: [{quoted}]\nsafety: {quoted}\n"
    write(library, EXERCISE.format(title="Bridge", cue=quoted) + more)
    ran = handouts("build", "bridge", "--data", "data", "--client", trick, "--note", trick)
    assert ran.code == 0
    (file,) = Path("out").rglob("bridge.pdf")
    plain = text_of(file).replace("\u2019", "'").replace("\u2018", "'")
    assert plain.count(" ".join(trick.split())) >= 4


@pytest.mark.parametrize("trick", TRICKS)
def test_a_title_is_no_program_in_the_files_own_words(
    trick: str, library: Path, handouts: Command
) -> None:
    write(library, EXERCISE.format(title="'" + trick.replace("'", "''") + "'", cue="Lift."))
    assert handouts("build", "bridge", "--data", "data", "--layout", "card").code == 0
    with pikepdf.open("out/card/bridge.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith(trick[:3])
        found = [set(map(str, each.keys())) for each in pdf.objects if hasattr(each, "keys")]
    assert (
        set()
        .union(*found)
        .isdisjoint({"/JS", "/JavaScript", "/Launch", "/OpenAction", "/EmbeddedFile", "/AA"})
    )


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "//x/y", "mailto:x"],
)
def test_a_video_is_a_web_address_or_a_problem(
    address: str, library: Path, handouts: Command
) -> None:
    write(library, EXERCISE.format(title="Bridge", cue="Lift.") + f"video: '{address}'\n")
    assert codes(handouts("build", "bridge", "--data", "data", "--json")) == ["address"]


@pytest.mark.parametrize("where", ["picture: {}", "video: https://127.0.0.1/x\npicture: {}"])
@pytest.mark.parametrize("address", ["http://127.0.0.1:9/a.png", "file:///a.png", "ftp://x/a.png"])
def test_no_address_is_ever_opened(
    where: str, address: str, library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("something opened a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    source = EXERCISE.format(title="Bridge", cue="Lift.") + where.format(address) + "\n"
    write(library, source)
    assert codes(handouts("build", "bridge", "--data", "data", "--json")) == ["value"]


# YAML

PLAIN = EXERCISE.format(title="Bridge", cue="Lift.")
LAUGHS = "a0: &a0 [x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (PLAIN + "summary: !!python/object/apply:os.system ['id']\n", "tag"),
        (LAUGHS + PLAIN, "too-large"),
        (PLAIN + f"tips: {'[' * 5000}{']' * 5000}\n", "too-deep"),
        (PLAIN + "summary: one\nsummary: two\n", "duplicate-key"),
        (PLAIN + "goals: {a: {sets: 99999999999999999999}}\n", "dose-size"),
        (PLAIN + "summary: a\x00b\n", "invisible-character"),
        (PLAIN + 'summary: "a\\x1b[31mb"\n', "invisible-character"),
        *[
            (PLAIN + f"summary: a{chr(turn)}b\n", "invisible-character")
            for turn in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))
        ],
        (PLAIN.encode() + b"summary: a\xffb\n", "encoding"),
        (PLAIN.encode("utf-16"), "encoding"),
        (PLAIN.encode("utf-16-le"), "encoding"),
        (PLAIN.encode("utf-32"), "encoding"),
        ((PLAIN + "# " + "x" * 1_000_000).encode(), "too-large"),
        (PLAIN + f"summary: {'a' * 100_000}\n", "too-long"),
    ],
)
def test_yaml_that_would_explode_hide_or_run_something_is_a_problem(
    source: str | bytes, code: str, library: Path, handouts: Command
) -> None:
    write(library, source)
    ran = handouts("build", "bridge", "--data", "data", "--json")
    assert ran.code == 1
    assert code in codes(ran)
    assert not Path("out").exists()


# Pictures


def png(width: int, height: int, pixels: bytes, *more: tuple[bytes, bytes]) -> bytes:
    """A PNG file of grey pixels of 8 bits that says it is so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    chunks = ((b"IHDR", head), *more, (b"IDAT", zlib.compress(pixels, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I4s", len(data), name) + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )


BOMB = zlib.compress(bytes(20_000_000), 9)
PICTURES = {
    "more pixels than memory": (png(50_000, 50_000, b""), "more than 30 million pixels"),
    "fewer pixels than said": (png(3000, 3000, bytes(300)), "is broken"),
    "a text that explodes": (
        png(9, 9, bytes(90), (b"zTXt", b"a\0\0" + BOMB)),
        "",
    ),
    "a profile that explodes": (png(9, 9, bytes(90), (b"iCCP", b"a\0\0" + BOMB)), ""),
    "no picture": (b"%PDF-1.7 <html>", "is not a picture that can be read"),
    "a page that says it is a picture": (b"GIF89a<script>", ""),
}


@pytest.mark.parametrize("picture", PICTURES)
def test_pictures_that_lie_are_refused_or_print_and_take_no_memory(
    picture: str, library: Path, handouts: Command
) -> None:
    data, what = PICTURES[picture]
    (library / "exercises" / "a.png").write_bytes(data)
    write(library, PLAIN + "picture: a.png\n")
    ran = handouts("build", "bridge", "--data", "data", "--layout", "card", "--json")
    found = [problem for problem in ran.json["problems"] if problem["severity"] == "error"]
    assert ran.code == (1 if found else 0)
    assert all(problem["code"] == "picture" for problem in found)
    assert what in (found[0]["message"] if found else "")


def test_a_picture_is_what_it_holds_and_not_what_it_is_called(
    library: Path, handouts: Command
) -> None:
    Image.new("RGB", (900, 600), "red").save(library / "exercises" / "a.png", "JPEG")
    write(library, PLAIN + "picture: a.png\n")
    assert handouts("build", "bridge", "--data", "data", "--layout", "card").code == 0


@posix
def test_the_first_of_moving_pictures_prints(library: Path, handouts: Command) -> None:
    frames = [Image.new("RGB", (900, 600), colour) for colour in ("red", "blue")]
    frames[0].save(library / "exercises" / "a.png", save_all=True, append_images=frames[1:])
    write(library, PLAIN + "picture: a.png\n")
    assert handouts("build", "bridge", "--data", "data", "--layout", "card").code == 0


# Files that are none


@posix
@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "loop"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("data/exercises/x.yaml", ("x",)),
        ("data/exercises/x.png", ("bridge",)),
        ("x.csv", ("bridge", "--clients", "x.csv")),
        ("x.yaml", ("bridge", "--layout", "x.yaml")),
        ("x.yaml", ("bridge", "--brand", "x.yaml")),
        ("x.ttf", ("bridge", "--font", "x.ttf")),
        ("x.yaml", ("x.yaml",)),
        ("out/.handouts/state/card/bridge.pdf.json", ("bridge", "--layout", "card")),
    ],
)
def test_what_is_no_file_holds_up_nothing(
    kind: str, name: str, words: tuple[str, ...], library: Path, handouts: Command
) -> None:
    write(library, PLAIN + "picture: x.png\n" if name.endswith("png") else PLAIN)
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero" if kind == "device" else path.name)
    ran = handouts("build", *words, "--data", "data")
    assert ran.code in ((0, 3) if "state" in name else (1, 2, 3))


# Names of people

NAMES = (
    "CON",
    "..",
    "../../up",
    "/etc/passwd",
    "C:\\Windows",
    "a\nb",
    "\u202egnp.exe",
    "x" * 300,
    "Ana. ",
    "nul.txt",
    "-rf",
    "~root",
    "a*?<>|b",
)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_never_a_way_out_of_the_folder(
    name: str, library: Path, handouts: Command, tmp_path: Path
) -> None:
    before = {path for path in tmp_path.rglob("*") if "out" not in path.parts}
    ran = handouts("build", "bridge", "--data", "data", "--layout", "card", f"--client={name}")
    listed = json.dumps([{"client": name}])
    Path("list.yaml").write_text(listed, "utf-8")
    handouts("build", "bridge", "--data", "data", "--layout", "card", "--clients", "list.yaml")
    handouts("build", "bridge", "plank", "--data", "data", "--layout", "home", f"--as={name}")
    assert ran.code == 0
    after = {path for path in tmp_path.rglob("*") if "out" not in path.parts}
    assert after - before == {tmp_path / "list.yaml"}
    for file in Path("out").rglob("*.pdf"):
        assert len(file.relative_to("out").parts) in (2, 3)
        assert all(part.isprintable() and len(part.encode()) <= 120 for part in file.parts)


def test_names_that_are_one_to_some_file_system_never_share_a_folder(
    library: Path, handouts: Command
) -> None:
    rows = [{"client": name} for name in ("Zo\u00eb Li", "ZOE\u0308 LI", "Bo", "Bo.")]
    Path("list.yaml").write_text(json.dumps(rows), "utf-8")
    ran = handouts(
        *("build", "bridge", "--data", "data", "--layout", "card", "--clients", "list.yaml"),
        "--json",
    )
    assert codes(ran) == ["duplicate-client", "same-folder"]


# What is left behind


def test_the_record_of_ones_file_says_nothing_of_another(clinic: Path, handouts: Command) -> None:
    assert handouts("build", "--data", "data", "--clients", "clients.csv").code == 0
    records = list(Path("out/.handouts").rglob("*.json"))
    of_ana = [path for path in records if "Ana" in str(path)]
    of_bo = [path for path in records if "Bo" in str(path)]
    assert of_ana and of_bo
    for path, others in (
        *((path, ("Lindqvist", "Breathe", "90 kg")) for path in of_ana),
        *((path, ("Pereira", "Careful", "100 kg")) for path in of_bo),
    ):
        said = path.read_text("utf-8")
        assert not [word for word in others if word in said]


@posix
def test_files_are_as_open_as_the_user_wants_and_none_is_left_half_done(
    library: Path, handouts: Command
) -> None:
    before = os.umask(0o077)
    try:
        assert handouts("build", "--data", "data").code == 0
    finally:
        os.umask(before)
    files = [path for path in Path("out").rglob("*") if path.is_file()]
    assert files and all(path.stat().st_mode & 0o077 == 0 for path in files)
    assert not [path for path in files if path.suffix == ".part"]


@posix
def test_a_library_of_traps_is_told_by_the_program_itself(library: Path) -> None:
    os.mkfifo(library / "exercises" / "pipe.yaml")
    (library / "exercises" / "zero.yaml").symlink_to("/dev/zero")
    (library / "programs").symlink_to("/")
    write(library, LAUGHS + PLAIN, "laughs")
    write(library, PLAIN.encode("utf-16"), "wide")
    command = [sys.executable, str(resources.root() / "make_pdfs.py"), "--data", "data"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 3
    assert "Traceback" not in done.stderr
    for name in ("pipe.yaml", "zero.yaml", "programs leads out", "laughs.yaml", "wide.yaml"):
        assert name in done.stderr
    assert len(list(Path("out").rglob("*.pdf"))) >= 2, "what is sound is printed all the same"
