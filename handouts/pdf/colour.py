"""Colours: the operators that set them, their greys, and the colour space they are meant in."""

from __future__ import annotations

from handouts.colour import Colour, luminance


def fill(colour: Colour) -> str:
    """Give the operator that sets the colour to fill with; equal parts are black ink alone."""
    parts = _parts(colour)
    return f"{parts[0]} g" if len(set(parts)) == 1 else f"{' '.join(parts)} rg"


def stroke(colour: Colour) -> str:
    """Give the operator that sets the colour to stroke with."""
    return fill(colour).upper()


def grey(colour: Colour) -> Colour:
    """Give the grey of the same luminance, so that contrast stays what it was (WCAG 2.1)."""
    level = _encoded(luminance(colour))
    return Colour(level, level, level)


def _parts(colour: Colour) -> tuple[str, str, str]:
    return f"{colour.red:.3g}", f"{colour.green:.3g}", f"{colour.blue:.3g}"


def _encoded(light: float) -> float:
    return light * 12.92 if light <= 0.0031308 else 1.055 * light ** (1 / 2.4) - 0.055
