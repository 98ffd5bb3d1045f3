"""The figures of the library: every one can be read and drawn, stands, and is small."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.figure.draw import draw
from handouts.figure.lint import lint
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.source.node import Mapping
from handouts.source.problem import Problem
from handouts.source.yaml import parse

FOLDER = Path(__file__).parents[2] / "data" / "exercises"


def collected() -> dict[str, Figure]:
    found = {}
    for path in sorted(each for each in FOLDER.glob("*.yaml") if "." not in each.stem):
        problems: list[Problem] = []
        node, _ = parse(path.read_bytes(), path.name)
        assert isinstance(node, Mapping)
        written = {key.value: value for key, value in node.entries}
        figure = read_figure(written["figure"], problems)
        assert figure is not None, problems
        found[path.stem] = figure
    return found


FIGURES = collected()


def test_there_are_sixty_or_more() -> None:
    assert len(FIGURES) >= 60


@pytest.mark.parametrize("name", FIGURES)
def test_a_figure_of_the_library_has_nothing_wrong(name: str) -> None:
    assert [problem.message for problem in lint(FIGURES[name])] == []


def test_figures_of_the_library_are_small() -> None:
    sizes = [
        sum(len(shape.path) for shape in frame.drawing.shapes) / 1000
        for figure in list(FIGURES.values())[::8]
        for frame in draw(figure).frames
    ]
    assert len(sizes) > 10
    assert sum(sizes) / len(sizes) < 20
