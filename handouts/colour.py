"""Colours, as every room speaks of them."""

from __future__ import annotations

from handouts.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of the sRGB space, each part 0 to 1; equal parts print with black ink alone."""

    red: float
    green: float
    blue: float
