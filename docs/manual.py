"""Manuals: documents for coaches in which nothing is only said.

A manual is followed from top to bottom, as its reader does it. In a shell block every command is
run, into an empty folder at first, and ``new KIND NAME`` begins a file, as ``import`` does. A YAML
block adds its keys to that file, or writes them anew, and what comes of it is checked, but for what
the file will have by and by; a block that is marked ``wrong`` does so for a moment only. A CSV
block is the list of clients, or the file that it names. A text block is what was said last. A
picture is the page that was built last, or another page of it, when its title says ``"page 2"``, or
larger (``"page 1, 110 dpi"``).
"""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Sequence
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from PIL import Image

from docs.picture import Picture
from handouts import resources
from handouts.batch import inspection
from handouts.cli.brands import FOLDER
from handouts.cli.main import main

ROOT = Path(__file__).parents[1]
MANUALS = tuple(
    ROOT / "docs" / f"{name}.md"
    for name in ("exercises", "programs", "brands", "batch", "import", "layouts", "languages")
)

DPI = 64

CLIENTS = Path("clients.csv")
LAYOUTS = "layouts"
ANY = "glute-bridge"
"""An exercise to check a brand and a layout with."""

WITHOUT_LIBRARY = frozenset({"import", "explain"})
"""Commands that look at no library."""

DOOR = ("python", "make_pdfs.py")
"""How every command of a manual begins."""

_PART = re.compile(
    r"^```(?P<kind>sh|yaml|csv|text)(?P<wrong> wrong)?(?: (?P<file>[\w-]+\.csv))?\n"
    r"(?P<text>.*?)^```$"
    r'|^!\[[^]]*]\(images/(?P<picture>[\w-]+)\.png(?: "page (?P<page>\d+)'
    r'(?:, (?P<dpi>\d+) dpi)?")?\)$',
    re.DOTALL | re.MULTILINE,
)
_KEY = re.compile(r"^(?=[\w-][\w -]*:)", re.MULTILINE)
_PHOTOGRAPH = re.compile(r"\bphotos/[\w-]+\.jpg")


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a manual, and what came of it: an exit code, what was said, a picture.

    ``line`` is where it stands, from 1; ``kind`` is sh, yaml, csv, wrong, text or picture.
    """

    kind: str
    line: int
    text: str
    code: int
    said: str
    picture: Picture | None = None


def follow(manual: str) -> list[Step]:
    """Do what a manual says, in a folder of its own beside the library that ships.

    The program is there as if it had been installed, so that layouts are written into the folder.
    """
    installed = patch.object(resources, "_INSTALLED", ROOT)
    with TemporaryDirectory() as folder, chdir(folder), installed:
        Path("data").mkdir()
        reader = _Reader()
        return [reader.follow(part, manual) for part in _PART.finditer(manual)]


def rewritten(manual: str, steps: Sequence[Step]) -> str:
    """A manual that was followed, with what was said in its text blocks."""
    said = iter([step.said for step in steps if step.kind == "text"])
    return _PART.sub(
        lambda part: f"```text\n{next(said)}```" if part["kind"] == "text" else part[0], manual
    )


def merged(file: str, block: str) -> str:
    """A file with the keys of a block, each in the place it had or else at the end."""
    entries = (*_KEY.split(file), *_KEY.split(block))
    return "".join({entry.partition(":")[0]: entry for entry in entries}.values())


@dataclass(slots=True)
class _Reader:
    """Whoever follows a manual: the file they write, and what came of the last thing they did."""

    file: Path = Path()
    written: str = ""
    code: int = 0
    said: str = ""
    pdf: bytes = b""

    def follow(self, part: re.Match[str], manual: str) -> Step:
        kind = "picture" if part["picture"] else "wrong" if part["wrong"] else part["kind"]
        text = part["text"] or ""
        match kind:
            case "sh":
                shutil.rmtree("out", ignore_errors=True)
                for line in text.splitlines():
                    self._run(line)
            case "yaml":
                self.written = merged(self.written, text)
                self._check(self.written)
            case "wrong":
                self._check(merged(self.written, text))
            case "csv":
                Path(part["file"] or CLIENTS).write_text(text, encoding="utf-8")
        picture = None
        if part["picture"]:
            page, dpi = int(part["page"] or 1), int(part["dpi"] or DPI)
            picture = Picture(part["picture"], self.pdf, page, dpi)
        line = manual.count("\n", 0, part.start()) + 1
        return Step(kind, line, text, self.code, self.said, picture)

    def _check(self, written: str) -> None:
        self.file.write_text(written, encoding="utf-8")
        for name in _PHOTOGRAPH.findall(written):
            _photograph(self.file.parent / name)
        with patch.object(inspection, "OF_WHAT_IS_THERE", ()):
            self._handouts("check", *self._named(), "--strict")
        self.file.write_text(self.written, encoding="utf-8")

    def _named(self) -> Sequence[str]:
        """The words that name what is being written."""
        if self.file.parent.name == FOLDER:
            return ANY, "--brand", self.file.stem
        if self.file.parent.name == LAYOUTS:
            return ANY, "--layout", self.file.stem
        return (self.file.stem.partition(".")[0],)  # a translation is checked with its original

    def _run(self, line: str) -> None:
        words = shlex.split(line)
        if tuple(words[: len(DOOR)]) != DOOR:
            raise ValueError(f"a command begins with {' '.join(DOOR)}: {line}")
        command, *rest = words[len(DOOR) :]
        self._handouts(command, *rest)
        if command == "new":
            self.file, self.written = Path(self.said.strip()), ""
        if command == "import":
            self.file = min(Path("data", "exercises").glob("*.yaml"))
            self.written = self.file.read_text("utf-8")
        made = sorted(Path("out").rglob("*.pdf"), key=lambda file: file.stat().st_mtime_ns)
        if made:
            self.pdf = made[-1].read_bytes()

    def _handouts(self, command: str, *words: str) -> None:
        shipped = ("--data", str(ROOT / "data")) if command != "new" else ()
        libraries = ("--data", "data", *shipped) if command not in WITHOUT_LIBRARY else ()
        said = StringIO()
        with redirect_stdout(said), redirect_stderr(said):
            self.code = main([command, *words, *libraries])
        self.said = said.getvalue().replace(f"{ROOT}/", "")


def _photograph(path: Path) -> None:
    """A picture in the place of one that a reader has taken."""
    path.parent.mkdir(exist_ok=True)
    Image.new("RGB", (1200, 900), "silver").save(path)
