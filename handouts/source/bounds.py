"""Bounds: the folders that files may lead to. A library that somebody hands on stays in its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from handouts.source.problem import Place, Problem


def leads_out(path: Path, bounds: Iterable[Path]) -> bool:
    """Whether a path is in none of some folders, by ``..`` or by a link on its way.

    Links in a circle lead nowhere.
    """
    try:
        real = path.resolve()
        return not any(real.is_relative_to(folder.resolve()) for folder in bounds)
    except (OSError, RuntimeError):
        return False


def outside(what: str, place: Place | None) -> Problem:
    """The problem of something that leads out of its bounds."""
    message = f"{what} leads out of the library's folder"
    hint = "copy it into the library, or name its folder with --allow"
    return Problem("outside-library", message, place, hint)
