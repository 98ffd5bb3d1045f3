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
    from handouts.typeset.own_font import UnusableFont

    usable: list[Path] = []
    problems: list[Problem] = []
    for font in fonts:
        try:
            _try(font.path)
            usable.append(font.path)
        except OSError as error:
            message = f"cannot read {font.path.name}: {error.strerror or error}"
            problems.append(Problem("unusable-font", message, font.place))
        except UnusableFont as fault:
            message = f"{font.path.name} {fault.message}"
            problems.append(Problem("unusable-font", message, font.place, fault.hint))
    return usable, problems


def _try(path: Path) -> None:
    """Embed a character of a font for trial, as nothing else tells a sound one from a broken one.

    Raises ``OSError`` when the file cannot be read, and ``UnusableFont``.
    """
    from struct import error

    from handouts.pdf.typeface import Typeface
    from handouts.typeset.font import Face
    from handouts.typeset.own_font import Broken, own_families

    [family] = own_families([path])
    try:
        typeface = Typeface(family.font(Face()))
        first = min(typeface.font.face.unicodes)
        glyph = typeface.font.shaper.get_nominal_glyph(first)
        if glyph is None:  # its table of characters names more than it has
            raise Broken
        typeface.embedding({glyph: chr(first)})
    except (RuntimeError, LookupError, ValueError, error):
        raise Broken from None
