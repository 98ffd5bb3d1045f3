"""Fonts that people name: which of them can be printed with, and what is wrong with the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handouts.model.brand import FontRef
from handouts.source.problem import Problem


def usable_fonts(fonts: Sequence[FontRef]) -> tuple[list[Path], list[Problem]]:
    """The fonts that can be printed with, and a problem for each of the others."""
    if not fonts:
        return [], []
    from handouts.typeset.own_font import UnusableFont, check_font

    usable: list[Path] = []
    problems: list[Problem] = []
    for font in fonts:
        try:
            check_font(font.path)
            usable.append(font.path)
        except OSError as error:
            message = f"cannot read {font.path.name}: {error.strerror or error}"
            problems.append(Problem("unusable-font", message, font.place))
        except UnusableFont as fault:
            message = f"{font.path.name} {fault.message}"
            problems.append(Problem("unusable-font", message, font.place, fault.hint))
    return usable, problems
