"""Imprints: what the handouts of one brand have in common."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path

from handouts.dataclass import dataclass
from handouts.model.brand import Brand


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Whose handouts they are, on which paper, and in which language where a client has none.

    Without a language, sheets are in that of their texts. ``fonts`` help out with characters that
    the program's own do not have, and can all be printed with.
    """

    brand: Brand = field(default_factory=Brand)
    paper: str = "letter"
    language: str | None = None
    fonts: tuple[Path, ...] = ()
