"""Marks within text: ``**bold**`` and ``*italic*``, and nothing else."""

from __future__ import annotations

import re

from handouts.layout.block import Run

BOLD = 700

_MARKED = re.compile(
    r"\*\*(?=\S)(?P<bold>.+?)(?<=\S)\*\*|(?<![*\w])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?![*\w])"
)


def runs(text: str, weight: int | None = None, style: str | None = None) -> tuple[Run, ...]:
    """Cut text at its marks; what does not pair up stays as it was written."""
    if "*" not in text:
        return (Run(text, style, weight),)
    found: list[Run] = []
    at = 0
    for match in _MARKED.finditer(text):
        if match.start() > at:
            found.append(Run(text[at : match.start()], style, weight))
        bold, italic = match["bold"], match["italic"]
        found.append(Run(bold or italic, style, BOLD if bold else weight, italic=bool(italic)))
        at = match.end()
    if at < len(text):
        found.append(Run(text[at:], style, weight))
    return tuple(found)
