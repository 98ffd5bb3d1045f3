"""The pictures of the README and the manuals are of the pages that are built now."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from PIL import Image

from docs.draw_pages import FOLDER, GALLERY, SHEETS, gallery
from docs.manual import Step
from docs.picture import MARK, Picture

README = (FOLDER.parents[1] / "README.md").read_text("utf-8")


@pytest.fixture(scope="module")
def pictures(followed: Mapping[Path, list[Step]]) -> list[Picture]:
    of_manuals = (step.picture for steps in followed.values() for step in steps)
    return [*gallery(), *(picture for picture in of_manuals if picture)]


def test_every_picture_is_fresh(pictures: list[Picture]) -> None:
    stale = []
    for picture in pictures:
        with Image.open(FOLDER / f"{picture.name}.png") as kept:
            if kept.info[MARK] != picture.made_from():
                stale.append(picture.name)
            assert kept.width > 400
    assert len(pictures) > len(GALLERY)
    assert stale == [], "run python -m docs.draw_pages"


def test_every_page_that_is_shown_passes_both_standards(
    pictures: list[Picture], check_pdf: Callable[[bytes], None]
) -> None:
    for picture in pictures:
        check_pdf(picture.pdf)


def test_every_picture_has_a_name_of_its_own_and_none_is_left_over(
    pictures: list[Picture],
) -> None:
    names = [picture.name for picture in pictures]
    assert len(names) == len(set(names))
    assert {path.stem for path in FOLDER.glob("*.png")} == set(names)


def test_the_readme_shows_the_whole_gallery() -> None:
    assert set(re.findall(r"docs/images/([\w-]+)\.png", README)) == set(GALLERY)


def test_the_guide_to_exercises_shows_every_sheet() -> None:
    text = (FOLDER.parent / "exercises.md").read_text("utf-8")
    assert set(re.findall(r"images/(sheet-[\w-]+)\.png", text)) == set(SHEETS)
