"""Imprints: what the handouts of one brand have in common."""

from __future__ import annotations

from dataclasses import field

from handouts.dataclass import dataclass
from handouts.model.brand import Brand


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """Whose handouts they are, on which paper, and in which language where a client has none.

    Without a language, sheets are in that of their texts.
    """

    brand: Brand = field(default_factory=Brand)
    paper: str = "letter"
    language: str | None = None
