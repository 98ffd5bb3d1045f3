"""Alt text: a figure in words, for people who do not see it."""

from __future__ import annotations

from handouts.figure.pose import Figure


def describe(figure: Figure) -> str:
    """What the picture shows."""
    return " ".join(frame.caption or "" for frame in figure.frames)
