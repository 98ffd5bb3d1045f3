"""Figures that can be drawn and look wrong: past a joint's range, out of reach, in the floor."""

from __future__ import annotations

from collections.abc import Container

from handouts.figure.read import read_figure
from handouts.figure.sound import key_of
from handouts.source.node import Node
from handouts.source.problem import Problem


def lint_figure(figure: Node, sound: Container[str] = ()) -> list[Problem]:
    """What is wrong with a pose description; with one that can be read, how it will look.

    Figures that are known to be ``sound`` are not looked at again.
    """
    problems: list[Problem] = []
    posed = read_figure(figure, problems)
    if posed is None or (sound and key_of(posed) in sound):
        return problems
    from handouts.figure.lint import lint  # numpy and shapely, a quarter of a second

    return [*problems, *lint(posed)]
