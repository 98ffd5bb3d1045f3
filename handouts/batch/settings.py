"""Settings: what all handouts of a run have in common."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.model.program.excerpt import Excerpt

KEPT = ".handouts"
"""The name of the folder for what is kept from run to run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What all jobs of a run have in common. Files of the library may lead to folders outside of it
    that are ``allowed``. ``png`` is the resolution of pictures of the pages,
    ``kept`` the folder, within the one that files go to, for what is kept from run to run; there is
    none where nothing is written. ``strict`` makes errors of warnings. ``excerpt`` is what is
    printed of programs, ``parameters`` what is said of those of layouts. A ``grid`` shows where
    blocks stand.
    """

    data: tuple[Path, ...]
    layouts: tuple[Path, ...]
    labels: Path
    fonts: Path
    allowed: tuple[Path, ...] = ()
    grey: bool = False
    grid: bool = False
    excerpt: Excerpt = field(default_factory=Excerpt)
    png: int | None = None
    kept: Path | None = None
    strict: bool = False
    parameters: Mapping[str, str] = field(default_factory=dict)
