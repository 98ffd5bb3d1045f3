"""Colours, as every room speaks of them."""

from __future__ import annotations

from handouts.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the sRGB space, each part 0 to 1; equal parts print with black ink alone."""

    red: float
    green: float
    blue: float


LUMINANCE = (0.2126, 0.7152, 0.0722)
"""What red, green and blue add to luminance (ITU-R BT.709, WCAG 2.1)."""

WHITE = Colour(1.0, 1.0, 1.0)


def luminance(colour: Colour) -> float:
    """Give the relative luminance of a colour, from 0 to 1 (WCAG 2.1)."""
    parts = (colour.red, colour.green, colour.blue)
    return sum(share * _linear(part) for share, part in zip(LUMINANCE, parts, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """Give the contrast ratio of two colours, from 1 to 21 (WCAG 2.1)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
