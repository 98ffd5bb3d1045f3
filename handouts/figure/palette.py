"""Palettes: what the colour names of drawings mean on paper.

A drawing knows names alone, so one drawing serves every style and skin. In grey the muscle is
darker than any cloth, and neighbours differ enough to survive a photocopier.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from handouts.colour import Colour

Style = Literal["colour", "grey", "outline", "copy"]
SkinTone = Literal["plain", "light", "medium", "dark"]

STYLES: tuple[Style, ...] = ("colour", "grey", "outline", "copy")
SKIN_TONES: tuple[SkinTone, ...] = ("plain", "light", "medium", "dark")

COLOUR = {
    "paper": "#FFFFFF",
    "shirt": "#E9ECEF",
    "shirt-far": "#CDD2D7",
    "shorts": "#C6CCD2",
    "shorts-far": "#A9B0B7",
    "shoe": "#6B747D",
    "shoe-far": "#59616A",
    "hair": "#565D65",
    "hair-edge": "#565D65",
    "muscle": "#D2452C",
    "muscle-far": "#B3776B",
    "prop": "#F4F5F6",
    "prop-mid": "#DDE0E3",
    "prop-dark": "#8A9299",
    "band": "#3F6E7C",
    "arrow": "#14181C",
    "accent": "#0B4A5B",
    "ink": "#22272C",
}
GREY = {
    "paper": "#FFFFFF",
    "shirt": "#F2F2F2",
    "shirt-far": "#DCDCDC",
    "shorts": "#D2D2D2",
    "shorts-far": "#B8B8B8",
    "shoe": "#8A8A8A",
    "shoe-far": "#747474",
    "hair": "#606060",
    "hair-edge": "#606060",
    "muscle": "#4A4A4A",
    "muscle-far": "#858585",
    "prop": "#F6F6F6",
    "prop-mid": "#E2E2E2",
    "prop-dark": "#999999",
    "band": "#5A5A5A",
    "arrow": "#171717",
    "accent": "#393939",
    "ink": "#1F1F1F",
}
OUTLINE = {
    **dict.fromkeys(COLOUR, "#FFFFFF"),
    "hair-edge": "#1F1F1F",
    "muscle": "#8F8F8F",
    "muscle-far": "#C4C4C4",
    "band": "#1F1F1F",
    "arrow": "#171717",
    "accent": "#393939",
    "ink": "#1F1F1F",
}
COPY = {
    **dict.fromkeys(COLOUR, "#FFFFFF"),
    **dict.fromkeys(("hair-edge", "band", "arrow", "accent", "ink"), "#000000"),
    "muscle": "#3A3A3A",
    "muscle-far": "#555555",
}
"""Black on white, for copiers that lose every paler tone."""
NAMED: Mapping[Style, Mapping[str, str]] = {
    "colour": COLOUR,
    "grey": GREY,
    "outline": OUTLINE,
    "copy": COPY,
}

SKINS: Mapping[SkinTone, tuple[str, str]] = {
    "plain": ("#FFFFFF", "#E3E5E8"),
    "light": ("#F8E6D8", "#E5CDBB"),
    "medium": ("#D8AC88", "#BF9270"),
    "dark": ("#A9785A", "#8E6146"),
}
GREY_SKINS: Mapping[SkinTone, tuple[str, str]] = {
    "plain": ("#FFFFFF", "#E6E6E6"),
    "light": ("#FFFFFF", "#E6E6E6"),
    "medium": ("#C9C9C9", "#B2B2B2"),
    "dark": ("#A3A3A3", "#8E8E8E"),
}
"""A skin's own colour, and that of far limbs."""

LIGHT_CLOTH = {
    "shirt": "#FFFFFF",
    "shirt-far": "#EDEDED",
    "shorts": "#EFEFEF",
    "shorts-far": "#DDDDDD",
}
"""What a darker skin wears in grey, so that it stands apart from its clothes."""


@cache
def palette(style: Style = "colour", skin: SkinTone = "plain") -> Mapping[str, Colour]:
    """The colours of a style, for a figure of some skin. Outline and copy have none."""
    colours = dict(NAMED[style])
    near, far = {"colour": SKINS, "grey": GREY_SKINS}.get(style, {}).get(skin, ("#FFFFFF",) * 2)
    if style == "grey" and skin in ("medium", "dark"):
        colours |= LIGHT_CLOTH
    colours |= {"skin": near, "skin-far": far}
    return {name: _colour(code) for name, code in colours.items()}


def _colour(code: str) -> Colour:
    red, green, blue = (int(code[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return Colour(red, green, blue)
