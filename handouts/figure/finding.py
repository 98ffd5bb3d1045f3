"""Findings: what solving or looking at a pose brings to light, before it has a place in a file."""

from __future__ import annotations

from handouts.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about one frame that its writer should know.

    ``key`` is the key of the frame that it concerns (``touch``, ``reach``, ``hip``).
    """

    code: str
    message: str
    key: str
    hint: str | None = None
