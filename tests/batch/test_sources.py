"""The files that a handout is made from, there or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from handouts.batch.job import Job
from handouts.batch.press import Press
from handouts.batch.settings import Settings
from handouts.batch.sources import named_pictures, sources
from handouts.model.library import Entry
from handouts.model.read import read_brand


def _sources(settings: Settings, layout: str = "card") -> frozenset[Path]:
    press = Press(settings)
    entry = press.library.find("a")
    assert isinstance(entry, Entry)
    return sources(press, Job(entry, layout, layout, Path("out/a.pdf")))


def _write(settings: Settings, text: str) -> Path:
    path = settings.data[0] / "exercises" / "a.yaml"
    path.write_text("exercise: A\nexecution: [Move.]\n" + text, encoding="utf-8")
    return path


def test_a_handout_is_made_from_its_exercise_the_labels_and_the_layouts(settings: Settings) -> None:
    (layouts,) = settings.layouts
    assert _sources(settings) == {
        settings.data[0] / "exercises" / "a.yaml",
        settings.labels / "en.yaml",
        layouts / "card.yaml",
        layouts / "base.yaml",
    }
    assert layouts / "card.yaml" in _sources(settings, "handout")


def test_exercises_whose_titles_print_are_among_them(settings: Settings) -> None:
    path = _write(settings, "easier: [b]\nharder: [nobody-yet]\n")
    assert {path.with_name("b.yaml"), path.with_name("nobody-yet.yaml")} < _sources(settings)
    assert path.with_name("c.yaml") not in _sources(settings)


def test_an_earlier_folder_counts_though_nothing_is_in_it_yet(
    settings: Settings, tmp_path: Path
) -> None:
    path = _write(settings, "easier: [b]\n")
    earlier = tmp_path / "mine"
    earlier.mkdir()
    found = _sources(replace(settings, data=(earlier, *settings.data)))
    assert {earlier / "exercises" / "b.yaml", path.with_name("b.yaml")} < found


@pytest.mark.parametrize(
    "text",
    ["picture: b.jpg\n", "picture: {file: b.jpg, caption: It}\n", "picture: [{file: b.jpg}]\n"],
)
def test_pictures_are_among_them_even_where_the_file_has_errors(
    text: str, settings: Settings
) -> None:
    path = _write(settings, text)
    assert path.with_name("b.jpg") in _sources(settings)  # there is none: an error
    Image.new("L", (9, 9)).save(path.with_name("b.jpg"))
    assert path.with_name("b.jpg") in _sources(settings)


def test_a_brand_and_its_logo_are_among_them(settings: Settings, tmp_path: Path) -> None:
    path, logo = tmp_path / "brand.yaml", tmp_path / "logo.jpg"
    path.write_text("name: Northside\nlogo: logo.jpg\n", encoding="utf-8")
    assert list(named_pictures(path)) == [logo]
    Image.new("L", (9, 9)).save(logo)
    brand, _ = read_brand(path, str(path))
    assert brand
    assert {path, logo} < _sources(replace(settings, brand=brand))


def test_a_file_that_is_no_mapping_names_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text("- picture: b.jpg\n", encoding="utf-8")
    assert list(named_pictures(path)) == []
