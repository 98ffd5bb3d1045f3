"""The files that a handout is made from, there or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from handouts.batch.imprint import Imprint
from handouts.batch.job import Handout, Job
from handouts.batch.press import Press
from handouts.batch.settings import Settings
from handouts.batch.sources import named_pictures, paths
from handouts.model.brand import Brand
from handouts.model.library import Entry
from handouts.model.read import read_brand


def _sources(
    settings: Settings, layout: str = "card", name: str = "a", brand: Brand | None = None
) -> frozenset[Path]:
    press = Press(settings)
    entry = press.library.find(name)
    assert isinstance(entry, Entry)
    imprint = Imprint(brand=brand or Brand())
    handout = Handout((entry,), layout, layout, imprint=imprint)
    return paths(press, Job(Path("out/a.pdf"), (handout,)))


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
    assert {path, logo} < _sources(settings, brand=brand)


def test_a_file_that_is_no_mapping_names_no_pictures(tmp_path: Path) -> None:
    path = tmp_path / "list.yaml"
    path.write_text("- picture: b.jpg\n", encoding="utf-8")
    assert list(named_pictures(path)) == []


def _write_program(settings: Settings, exercise: str) -> Path:
    path = settings.data[0] / "programs" / "eight.yaml"
    path.parent.mkdir()
    path.write_text(f"program: Eight\nwork: [{{exercise: {exercise}}}]\n", encoding="utf-8")
    return path


def test_a_program_is_made_from_its_exercises_and_theirs(settings: Settings) -> None:
    exercise = _write(settings, "easier: [b]\n")
    Image.new("L", (9, 9)).save(exercise.with_name("a.jpg"))
    exercise.write_text(exercise.read_text() + "picture: a.jpg\n")
    program = _write_program(settings, "a")
    found = _sources(settings, "program", "eight")
    assert {program, exercise, exercise.with_name("a.jpg"), exercise.with_name("b.yaml")} < found
    assert exercise.with_name("c.yaml") not in found


@pytest.mark.parametrize("text", ["exercise: [", "execution: [Move.]\n"])
def test_an_exercise_with_an_error_is_among_them(settings: Settings, text: str) -> None:
    exercise = settings.data[0] / "exercises" / "a.yaml"
    exercise.write_text(text, encoding="utf-8")
    _write_program(settings, "a")
    assert exercise in _sources(settings, "program", "eight")


def test_an_exercise_that_is_not_there_yet_is_among_them(settings: Settings) -> None:
    _write_program(settings, "later")
    wanted = settings.data[0] / "exercises" / "later.yaml"
    assert wanted in _sources(settings, "program", "eight")


def test_a_booklet_is_made_from_the_layouts_of_its_parts_and_its_cards(settings: Settings) -> None:
    (layouts,) = settings.layouts
    _write_program(settings, "a")
    names = ("program", "program-overview", "program-weeks", "card", "base")
    assert {layouts / f"{name}.yaml" for name in names} < _sources(settings, "program", "eight")
