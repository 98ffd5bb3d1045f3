"""Figures that can be drawn and look wrong: past a joint's range, out of reach, in the floor."""

from __future__ import annotations

from handouts.figure.read import read_figure
from handouts.source.node import Node
from handouts.source.problem import Problem


def lint_figure(figure: Node) -> list[Problem]:
    """What is wrong with a pose description; with one that can be read, how it will look."""
    problems: list[Problem] = []
    posed = read_figure(figure, problems)
    if posed is None:
        return problems
    from handouts.figure.lint import lint  # numpy and shapely, a quarter of a second

    return [*problems, *lint(posed)]
