"""Draws the pages that the README shows.

Run it from the project's root after a change to layouts, exercises or their drawings:
python -m docs.draw_pages
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PIL.PngImagePlugin import PngInfo

from handouts.batch.png import render
from handouts.cli.main import main

ROOT = Path(__file__).parents[1]
FOLDER = Path(__file__).parent / "images"

DPI = 110
COLOURS = 128
"""Colours of a picture: a page has few, and a small file is read sooner."""

FEW_COUNT = Image.Quantize.FASTOCTREE
"""The muscles of a figure are a few red pixels; by the median they would turn brown."""

PAGES: Mapping[str, tuple[str, ...]] = {
    "card": ("self-assisted-inverse-leg-curl", "--goal", "eccentric focus"),
    "handout": ("self-assisted-inverse-leg-curl", "--layout", "handout"),
}
"""What is built for each picture; of a handout the back is shown."""


def draw() -> None:
    """Write every picture, each with the mark of what it was made from."""
    FOLDER.mkdir(exist_ok=True)
    for name, words in PAGES.items():
        with Image.open(BytesIO([*render(_built(words), DPI)][-1])) as page:
            mark = PngInfo()
            mark.add_text("made-from", made_from())
            small = page.convert("RGB").quantize(COLOURS, FEW_COUNT, dither=Image.Dither.NONE)
            small.save(FOLDER / f"{name}.png", optimize=True, pnginfo=mark)


def made_from() -> str:
    """Give a mark of everything that the pages are made from, but for the program itself."""
    digest = hashlib.sha256(repr(sorted(PAGES.items())).encode())
    for files in ("layouts/**/*.yaml", "data/exercises/**/*.yaml", "data/drawings/*.json"):
        for path in sorted(ROOT.glob(files)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _built(words: tuple[str, ...]) -> bytes:
    with TemporaryDirectory() as out:
        main(["build", *words, "--out", out, "--quiet"])
        [file] = Path(out).rglob("*.pdf")
        return file.read_bytes()


if __name__ == "__main__":
    draw()
