"""Settings: what all handouts of a run have in common."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.model.excerpt import Excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What all jobs of a run have in common. ``png`` is the resolution of pictures of the pages,
    ``drawings`` the folder that keeps figures once they are drawn. ``strict`` makes errors of
    warnings. ``excerpt`` is what is printed of programs.
    """

    data: tuple[Path, ...]
    layouts: tuple[Path, ...]
    labels: Path
    fonts: Path
    grey: bool = False
    excerpt: Excerpt = field(default_factory=Excerpt)
    png: int | None = None
    drawings: Path | None = None
    strict: bool = False
