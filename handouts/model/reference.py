"""References: what a file calls by its name."""

from __future__ import annotations

from dataclasses import field

from handouts.dataclass import dataclass
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True)
class Reference:
    """Something called by its name, and where."""

    name: str
    place: Place = field(default=Place(""), compare=False, repr=False)
