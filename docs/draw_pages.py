"""Draws the pages that the README and the manuals show, and writes what the commands in them say.

Run it from the project's root after a change to layouts, the library or the program:
python -m docs.draw_pages
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from docs.manual import MANUALS, follow, rewritten
from docs.picture import Picture
from handouts.cli.main import main

FOLDER = Path(__file__).parent / "images"


@dataclass(frozen=True, slots=True)
class Shot:
    """A page of the README: the words that build its PDF, its number from 1, and its dpi."""

    words: str
    page: int = 1
    dpi: int = 64


GALLERY: Mapping[str, Shot] = {
    "card": Shot("self-assisted-inverse-leg-curl --goal 'eccentric focus'", dpi=110),
    "overview": Shot("full-body-8-weeks --layout program"),
    "week": Shot("full-body-8-weeks --layout program", page=2),
    "wall-chart": Shot("full-body-8-weeks --layout wall-chart-letter"),
    "ladder": Shot("sit-to-stand-ladder --layout regression --rung 3"),
    "handout": Shot("self-assisted-inverse-leg-curl --layout handout", page=2),
    "home": Shot("glute-bridge bird-dog plank --layout home --client 'Ann Miller'"),
    "grey": Shot("glute-bridge --layout card --grey --goal strength --client 'Ann Miller'"),
}
"""The pages of the README, by the names of their pictures."""

SMALL = 48
"""The dpi of pages that are shown in a table, to be told from each other."""

SHEETS: Mapping[str, Shot] = {
    "sheet-handout": Shot("glute-bridge --layout handout", 2, SMALL),
    "sheet-large-print": Shot("glute-bridge --layout large-print --goal strength", 1, SMALL),
    "sheet-log": Shot("glute-bridge --layout log --goal strength", 1, SMALL),
    "sheet-card-bw": Shot("glute-bridge --layout card-bw", 1, SMALL),
    "sheet-pocket": Shot("glute-bridge bird-dog plank --layout pocket", 1, SMALL),
    "sheet-summary": Shot("glute-bridge bird-dog --layout summary", 1, SMALL),
    "sheet-home": Shot("glute-bridge bird-dog plank --layout home", 1, SMALL),
}
"""The sheets that an exercise prints on, beside its card, by the names of their pictures."""


def gallery() -> Iterator[Picture]:
    """The pictures of the README and of the table of sheets, built now."""
    for name, shot in {**GALLERY, **SHEETS}.items():
        yield Picture(name, _built(shot.words), shot.page, shot.dpi)


def draw() -> None:
    """Write every picture, and the manuals with what is said today."""
    pictures = [*gallery()]
    for path in MANUALS:
        text = path.read_text("utf-8")
        steps = follow(text)
        path.write_text(rewritten(text, steps), encoding="utf-8")
        pictures += (step.picture for step in steps if step.picture)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for picture in pictures:
        (FOLDER / f"{picture.name}.png").write_bytes(picture.png())


def _built(words: str) -> bytes:
    with TemporaryDirectory() as out:
        main(["build", *shlex.split(words), "--out", out, "--quiet"])
        [file] = Path(out).rglob("*.pdf")
        return file.read_bytes()


if __name__ == "__main__":
    draw()
