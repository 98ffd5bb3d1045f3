from __future__ import annotations

import itertools

import pytest

from handouts.colour import Colour
from handouts.figure.palette import SKIN_TONES, STYLES, SkinTone, Style, palette

EVERY = list(itertools.product(STYLES, SKIN_TONES))


def lightness(colour: Colour) -> float:
    """CIE L* of an sRGB colour."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.red, colour.green, colour.blue)
    ]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * float(y ** (1 / 3)) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize(("style", "skin"), EVERY)
def test_every_palette_names_the_same_colours(style: Style, skin: SkinTone) -> None:
    assert palette(style, skin).keys() == palette().keys()


@pytest.mark.parametrize("skin", SKIN_TONES)
def test_grey_is_grey(skin: SkinTone) -> None:
    for colour in palette("grey", skin).values():
        assert colour.red == colour.green == colour.blue


@pytest.mark.parametrize("skin", SKIN_TONES)
@pytest.mark.parametrize("other", ["shorts", "shirt", "skin", "skin-far", "shorts-far"])
def test_a_muscle_stands_out_from_what_it_lies_on_in_grey(skin: SkinTone, other: str) -> None:
    colours = palette("grey", skin)
    assert abs(lightness(colours["muscle"]) - lightness(colours[other])) > 20


@pytest.mark.parametrize("skin", SKIN_TONES)
@pytest.mark.parametrize(("one", "other"), [("skin", "shorts"), ("shorts", "shoe")])
def test_neighbours_can_be_told_apart_in_grey(skin: SkinTone, one: str, other: str) -> None:
    colours = palette("grey", skin)
    assert abs(lightness(colours[one]) - lightness(colours[other])) > 8


def test_an_outline_figure_saves_ink() -> None:
    white = [name for name, c in palette("outline").items() if c == Colour(1, 1, 1)]
    assert {"skin", "shirt", "shorts", "hair", "prop-dark", "shoe"} <= set(white)


def test_skins_differ_in_colour() -> None:
    tones = [palette("colour", skin)["skin"] for skin in SKIN_TONES]
    assert len(set(tones)) == len(tones)
