"""Brands read from their files."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.colour import WHITE, Colour, contrast
from handouts.model.brand import Brand, parse_text_colour
from handouts.model.read import read_brand
from handouts.source.problem import Problem
from handouts.source.shape import Unreadable


def read(folder: Path, source: str) -> tuple[Brand | None, list[Problem]]:
    path = folder / "brand.yaml"
    path.write_text(source, "utf-8")
    return read_brand(path, "brand.yaml")


def test_a_brand_is_read_as_it_was_written(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"")
    brand, problems = read(
        tmp_path,
        'name: Northside\nlogo: logo.png\ncolours: {accent: "#000000"}\n'
        "contact: [12 Mill Lane, 555 0142]\npaper: a4\nlanguage: de\n",
    )
    assert problems == []
    assert brand and brand.logo and brand.logo.path == tmp_path / "logo.png"
    assert brand.colours == (("accent", Colour(0.0, 0.0, 0.0)),)
    assert brand.contact == ("12 Mill Lane", "555 0142")
    assert (brand.name, brand.paper, brand.language) == ("Northside", "a4", "de")


def test_a_brand_needs_a_name(tmp_path: Path) -> None:
    brand, (problem,) = read(tmp_path, "paper: a4\n")
    assert brand is None
    assert problem.message == "name is missing"


def test_a_logo_lies_beside_its_brand(tmp_path: Path) -> None:
    folder = tmp_path / "brands"
    folder.mkdir()
    (tmp_path / "logo.png").write_bytes(b"")
    assert read(folder, "name: x\nlogo: ../logo.png\n")[1][0].code == "outside-library"


def test_a_colour_that_cannot_be_read_on_white_gets_the_nearest_that_can(tmp_path: Path) -> None:
    _, (problem,) = read(tmp_path, 'name: x\ncolours: {accent: "#F2B233"}\n')
    assert problem.code == "contrast"
    assert problem.hint and "#976F20" in problem.hint


def test_a_colour_has_six_digits(tmp_path: Path) -> None:
    assert read(tmp_path, 'name: x\ncolours: {accent: "#000"}\n')[1][0].code == "colour"


@pytest.mark.parametrize("colour", ["#767676", "#0B4A5B", "#D2452C"])
def test_a_colour_just_dark_enough_is_taken(colour: str) -> None:
    assert contrast(parse_text_colour(colour), WHITE) >= 4.5


@pytest.mark.parametrize("colour", ["#FFFFFF", "#777777", "#FFFF00", "#00FF00", "#F2B233"])
def test_the_colour_in_the_hint_passes_and_a_little_lighter_does_not(colour: str) -> None:
    with pytest.raises(Unreadable) as caught:
        parse_text_colour(colour)
    nearest = str(caught.value.hint).split('"')[1]
    assert 4.5 <= contrast(parse_text_colour(nearest), WHITE) < 4.65


def test_black_on_white_is_the_greatest_contrast() -> None:
    assert contrast(Colour(0.0, 0.0, 0.0), WHITE) == pytest.approx(21.0)
    assert contrast(WHITE, WHITE) == pytest.approx(1.0)
