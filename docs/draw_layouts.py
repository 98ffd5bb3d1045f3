"""Draws the pictures of blocks in docs/layouts.md, and writes its tables from the declaration.

Run it from the project's root after a change to blocks, tokens, styles or labels:
python -m docs.draw_layouts
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageChops
from PIL.PngImagePlugin import PngInfo

from docs.layout_examples import EXAMPLES, Example, written
from docs.layout_reference import BLOCKS, file_name, tables
from docs.picture import MARK, Picture
from docs.tables import with_tables
from handouts.batch.png import render
from handouts.cli.main import main as handouts

PAGE = Path(__file__).parent / "layouts.md"

DPI = 110
EDGE = 8
"""Pixels of white round a picture."""

HIGHEST = 300
"""Pixels of height that are enough to see what a block is."""

FOOT = 0.85
"""The part of a page that is looked at: below it is the disclaimer."""


def pictures() -> Iterator[Picture]:
    """The page of each example."""
    for word, example in EXAMPLES.items():
        with TemporaryDirectory() as folder:
            yield Picture(file_name(word), _built(example, Path(folder)), 1, DPI)


def _built(example: Example, folder: Path) -> bytes:
    layout = folder / "block.yaml"
    layout.write_text(written(example), encoding="utf-8")
    words = [*shlex.split(example.words), "--layout", str(layout), "--out", str(folder / "out")]
    handouts(["build", *words, "--quiet"])
    [file] = folder.rglob("*.pdf")
    return file.read_bytes()


def cropped(picture: Picture) -> bytes:
    """What is on a page, without the white around it."""
    with Image.open(BytesIO(next(iter(render(picture.pdf, picture.dpi))))) as page:
        looked_at = page.convert("RGB").crop((0, 0, page.width, int(page.height * FOOT)))
    white = Image.new("RGB", looked_at.size, "white")
    left, top, right, bottom = ImageChops.difference(looked_at, white).getbbox() or (0, 0, 8, 8)
    bottom = min(bottom, top + HIGHEST)
    shown = looked_at.crop((left - EDGE, max(0, top - EDGE), right + EDGE, bottom + EDGE))
    mark = PngInfo()
    mark.add_text(MARK, picture.made_from())
    file = BytesIO()
    shown.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        file, "PNG", optimize=True, pnginfo=mark
    )
    return file.getvalue()


def page(text: str) -> str:
    """The manual with its tables written anew."""
    return with_tables(text, tables())


def main() -> None:
    BLOCKS.mkdir(exist_ok=True)
    for old in BLOCKS.glob("*.png"):
        old.unlink()
    for picture in pictures():
        (BLOCKS / f"{picture.name}.png").write_bytes(cropped(picture))
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
