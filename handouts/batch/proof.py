"""Proofs: the figure of one file printed alone, to be looked at while it is being written."""

from __future__ import annotations

from collections.abc import Mapping

from handouts.batch.artwork import Artwork
from handouts.batch.settings import Settings
from handouts.colour import Colour
from handouts.figure.read import read_figure
from handouts.layout.block import Document
from handouts.layout.finding import BASE
from handouts.layout.labels import USUAL, load_labels
from handouts.layout.load import Layouts
from handouts.layout.proof import MARGIN, compose_proof
from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.model.exercise import Exercise
from handouts.model.library import Entry
from handouts.pdf.printer import Printer
from handouts.preflight.characters import missing_characters, where_they_stand
from handouts.preflight.figures import lint_figure
from handouts.source import node, yaml
from handouts.source.problem import Place, Problem, Severity
from handouts.source.shape import is_blank
from handouts.typeset.font import Fonts
from handouts.typeset.text import Shaper
from handouts.typeset.trim import trim
from handouts.typeset.typeset import typeset


def print_proof(
    entry: Entry, settings: Settings, palette: Mapping[str, Colour]
) -> tuple[bytes | None, list[Problem]]:
    """The file of a proof, none when the figure cannot be drawn; and all that is wrong with the
    figure. Whatever else stands in the entry's file may still be unfinished.
    """
    posed, problems = _posed(entry)
    if posed is None or posed.figure is None:
        return None, problems
    document, found = _composed(posed, settings, palette)
    problems += found
    if document is None:
        return None, problems
    if figure := read_figure(posed.figure, problems):
        problems += lint_figure(figure)
    fonts = Fonts(settings.fonts)
    if missing := missing_characters(document, fonts):
        return None, [*problems, *where_they_stand(missing, [entry.file], Client())]
    result = typeset(document, Shaper(fonts))
    if result.pages is None:
        return None, [*problems, *result.problems]
    return Printer().print(trim(result.pages, MARGIN), grey=settings.grey), problems


def _posed(entry: Entry) -> tuple[Exercise | None, list[Problem]]:
    """The exercise of a file as far as a proof shows it: its name and its figure."""
    root, problems = yaml.read(entry.path, entry.file)
    written = root if isinstance(root, node.Mapping) else node.Mapping((), Place(entry.file))
    figure, title = written.get("figure"), written.get("exercise")
    if figure is not None and not is_blank(figure):
        name = title.value.strip() if isinstance(title, node.Text) else ""
        return Exercise(exercise=name or entry.name, figure=figure), problems
    if not any(problem.severity is Severity.ERROR for problem in problems):
        problems.append(_no_figure(entry))
    return None, problems


def _no_figure(entry: Entry) -> Problem:
    hint = "write figure: and the poses under it; docs/figures.md shows how"
    return Problem("no-figure", "there is no figure in this file", Place(entry.file), hint)


def _composed(
    posed: Exercise, settings: Settings, palette: Mapping[str, Colour]
) -> tuple[Document | None, list[Problem]]:
    labels = load_labels(settings.labels, USUAL)
    base, problems = Layouts(settings.layouts, labels).load(BASE)
    if base is None:
        return None, problems
    artwork = Artwork(settings.data, settings.kept)
    return compose_proof(Sheet(posed, labels), base, artwork, palette)
