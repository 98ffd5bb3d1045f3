"""The figures that are waiting to go into the library: every one can be read, drawn and stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.figure.draw import draw
from handouts.figure.lint import lint
from handouts.figure.pose import Figure
from handouts.figure.read import read_figure
from handouts.source.node import Mapping
from handouts.source.yaml import parse

FOLDER = Path(__file__).parents[2] / "data" / "figures-draft"


def collected() -> dict[str, Figure]:
    found = {}
    for path in sorted(FOLDER.glob("*.yaml")):
        node, problems = parse(path.read_bytes(), path.name)
        assert isinstance(node, Mapping), problems
        for name, entry in node.entries:
            assert isinstance(entry, Mapping)
            described = {key.value: value for key, value in entry.entries}
            figure = read_figure(described["figure"], problems)
            assert figure is not None, problems
            found[name.value] = figure
        assert not problems
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
