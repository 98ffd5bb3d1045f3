"""Figures that can be drawn and look wrong: past a joint's range, out of reach, in the floor."""

from __future__ import annotations

from collections.abc import Container

from handouts.figure.pose import Figure
from handouts.figure.sound import key_of
from handouts.source.problem import Problem


def lint_figure(figure: Figure, sound: Container[str] = ()) -> list[Problem]:
    """What will look wrong of a figure.

    Those that are known to be ``sound`` are not looked at again.
    """
    if sound and key_of(figure) in sound:
        return []
    from handouts.figure.lint import lint  # numpy and shapely, a quarter of a second

    return list(lint(figure))
