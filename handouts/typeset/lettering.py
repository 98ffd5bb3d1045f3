"""Lettering: the text of a box by its colour, its size and the ground that it stands on.

It is known once text is measured, wherever the box will be placed.
"""

from __future__ import annotations

from typing import NamedTuple


class Lettering(NamedTuple):
    """Text of a colour, ``size`` points large, on a ground: the bare page where that is none.

    Colours go by their names in the document.
    """

    colour: str
    size: float
    ground: str | None


Letterings = dict[Lettering, None]
"""What has been found, each once and in the order of reading."""
