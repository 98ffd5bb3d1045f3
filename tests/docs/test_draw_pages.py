"""The README's pictures are of the pages that are built now."""

import pytest
from PIL import Image

from docs.draw_pages import FOLDER, PAGES, made_from


@pytest.mark.parametrize("name", PAGES)
def test_a_picture_is_fresh(name: str) -> None:
    with Image.open(FOLDER / f"{name}.png") as picture:
        assert picture.info["made-from"] == made_from(), "run python -m docs.draw_pages"
        assert picture.width > 800


def test_the_readme_shows_every_picture() -> None:
    readme = (FOLDER.parents[1] / "README.md").read_text("utf-8")
    assert all(f"docs/images/{name}.png" in readme for name in PAGES)
