"""The papers of a layout: their size, their margins, and the cells that they are cut into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from handouts.colour import Colour
from handouts.layout.block import Edges
from handouts.layout.check_widths import check_margins
from handouts.layout.declare import PAPERS, LayoutSource, PaperSource, Said
from handouts.layout.length import UNITS
from handouts.layout.n_up import cells_differ, imposed_on
from handouts.layout.spec import Layout, Paper
from handouts.model.brand import PAPERS as ASKED_FOR
from handouts.source.problem import Place, Problem
from handouts.source.shape import did_you_mean

_USUAL_MARGIN = 36.0
"""What a paper that says nothing of its margins has at each side, in points."""


def papers_of(source: LayoutSource, problems: list[Problem]) -> dict[str, Paper]:
    """Give the papers that a layout knows, by name, each with its own measures, in points."""
    papers: dict[str, Paper] = {}
    for name, written in source.paper:
        if name not in ASKED_FOR:
            hint = f"the papers are {', '.join(ASKED_FOR)}; a larger one is a size of theirs"
            problems.append(
                Problem("unknown-paper", f"no paper is called {name}", name.place, hint)
            )
            continue
        papers[name] = _paper(name, written, source, problems)
    return papers


def _paper(
    name: Said, written: PaperSource, source: LayoutSource, problems: list[Problem]
) -> Paper:
    short, long = PAPERS[written.size or name]
    width, height = (long, short) if written.turned else (short, long)
    place = written.places.get("margins", name.place)
    margins = _margins(written.margins, lengths_of(source), place, problems)
    own = {token: value for token, value in written.tokens if not isinstance(value, Colour)}
    paper = Paper(width, height, margins, own)
    paper = _cell(paper, source, problems) if source.n_up else paper
    problems += check_margins(name, paper, place)
    return paper


def _margins(
    edges: Edges | None, lengths: Mapping[str, float], place: Place, problems: list[Problem]
) -> tuple[float, float, float, float]:
    """Give the margins in points: top, end, bottom and start."""
    if edges is None:
        return (_USUAL_MARGIN, _USUAL_MARGIN, _USUAL_MARGIN, _USUAL_MARGIN)
    sides = (edges.top, edges.end, edges.bottom, edges.start)
    for token in dict.fromkeys(side for side in sides if isinstance(side, str)):
        if token not in lengths:
            hint = did_you_mean(token, lengths) or f"{UNITS}, or the name of a token"
            problems.append(Problem("unknown-token", f"{token} is no length", place, hint))
    top, end, bottom, start = (
        lengths.get(side, 0.0) if isinstance(side, str) else side for side in sides
    )
    return top, end, bottom, start


def _cell(paper: Paper, source: LayoutSource, problems: list[Problem]) -> Paper:
    """Give the measures of a cell, several of which stand on a side of the paper."""
    short, long = sorted((paper.width, paper.height))
    try:
        n_up, width, height = imposed_on(short, long, source.n_up or "", source.sheet)
    except ValueError as error:
        message = "the cells are too large for what a printer reaches"
        place, hint = source.sheet.places.get("area"), f"write at most {error}"
        problems.append(Problem("sheet-area", message, place, hint))
        return paper
    return replace(paper, width=width, height=height, n_up=n_up)


def lengths_of(source: LayoutSource) -> dict[str, float]:
    """Give the tokens of a layout that are lengths, in points."""
    return {name: value for name, value in source.tokens if not isinstance(value, Colour)}


def of_other_cells(
    layout: Layout, made_of: Iterable[Layout], source: LayoutSource
) -> Iterator[Problem]:
    """Find the layouts that another one is made of which do not stand in cells as it does."""
    names = [
        part.name
        for part in made_of
        if any(cells_differ(paper, part.papers.get(name)) for name, paper in layout.papers.items())
    ]
    if names:
        place = source.places.get("n_up") or source.places.get("parts")
        message = f"{layout.name} is made of layouts that have no such cells: {', '.join(names)}"
        hint = "give each of them the same n-up and sheet, or take a layout of one part"
        yield Problem("sheet-cells", message, place, hint)
