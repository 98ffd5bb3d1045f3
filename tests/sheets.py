"""What layout tests share: the project's own layouts and labels, and sheets to lay out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from handouts.figure.drawing import Strip
from handouts.layout.compose import compose
from handouts.layout.labels import Labels, load_labels
from handouts.layout.load import Layouts
from handouts.layout.sheet import Sheet
from handouts.layout.spec import Layout
from handouts.model.exercise import EXERCISE, Exercise, PictureRef
from handouts.source.node import Node
from handouts.source.problem import Problem
from handouts.source.yaml import parse
from handouts.typeset.font import Fonts
from handouts.typeset.page import Line, Page
from handouts.typeset.picture import Picture
from handouts.typeset.text import Shaper
from handouts.typeset.typeset import Typeset, typeset

ROOT = Path(__file__).parents[1]
LAYOUTS = ROOT / "layouts"


@cache
def labels() -> Labels:
    """The English labels."""
    return load_labels(LAYOUTS / "labels", "en")


@cache
def layouts() -> Layouts:
    """The layouts that the project ships."""
    return Layouts([LAYOUTS], labels())


@cache
def shaper() -> Shaper:
    """The project's fonts, opened once."""
    return Shaper(Fonts(ROOT / "fonts"))


def layout(name: str) -> Layout:
    """A layout that has no problem."""
    found, problems = layouts().load(name)
    assert found is not None and not problems, problems
    return found


def problems_of(text: str, folder: Path, name: str = "mine") -> list[Problem]:
    """The problems of a layout's text, written into a folder beside the project's own."""
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Layouts([folder, LAYOUTS], labels()).load(name)[1]


def layout_of(text: str, folder: Path, name: str = "mine") -> Layout:
    """A layout from its text."""
    (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    found, problems = Layouts([folder, LAYOUTS], labels()).load(name)
    assert found is not None and not problems, problems
    return found


def exercise(text: str) -> Exercise:
    """An exercise from the text of its file."""
    node, problems = parse(text.encode(), "test.yaml")
    assert node is not None and not problems, problems
    read = EXERCISE.read(node, problems)
    assert read is not None, problems
    return read


class NoArtwork:
    """Where a test has no pictures and no drawings."""

    def picture(self, ref: PictureRef) -> Picture | Problem:
        """Say that there is none."""
        return Problem("picture", "there is no picture")

    def strip(self, figure: Node) -> Strip | list[Problem]:
        """Say that there is none."""
        return [Problem("figure", "there is no drawing")]


def laid_out(sheet: Sheet, name: str = "card", chosen: Layout | None = None) -> Typeset:
    """Lay a sheet out and set it."""
    (document,), _ = compose(chosen or layout(name), sheet, NoArtwork())
    return typeset(document, shaper())


def lines_of(page: Page) -> Iterator[Line]:
    """All marks that are text, in painting order."""
    for group in page.groups:
        for mark in group.marks:
            if isinstance(mark, Line):
                yield mark


def text_of(result: Typeset) -> str:
    """The words of all pages, a space between lines."""
    assert result.pages is not None, result.problems
    lines = (line for page in result.pages.pages for line in lines_of(page))
    return " ".join(" ".join("".join(word.text for word in line.words) for line in lines).split())


def width_of(line: Line) -> float:
    """How wide a line is, without the space it may end in."""
    words = list(line.words)
    while words and not words[-1].text.strip():
        words.pop()
    glyphs = sum(len(word.glyphs) for word in words)
    return (
        sum(word.advance / word.font.units for word in words) * line.size + glyphs * line.tracking
    )
