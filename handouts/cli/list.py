"""``handouts list [WHAT ...]``: what the library holds, and the layouts that fit."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import cache, partial

from handouts.batch.plan import fitting_layouts
from handouts.cli import output
from handouts.cli.ending import exit_for
from handouts.cli.invocation import pasteable
from handouts.cli.library import open_layouts, open_library, select
from handouts.cli.options import (
    LibraryOptions,
    add_json_option,
    add_library_options,
    add_what,
)
from handouts.cli.parser import Parser
from handouts.dataclass import dataclass
from handouts.layout.load import Layouts
from handouts.layout.parameter import Parameter
from handouts.model.library import Entry, Library
from handouts.source.problem import Problem, Severity

Parameters = Mapping[str, Parameter]
"""What a layout leaves open, by name."""


class Options(LibraryOptions):
    what: list[str]
    json: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as it is listed, in its own language and those that it is translated into.

    ``title`` is none when its file has an error.
    """

    kind: str
    name: str
    title: str | None
    layouts: Sequence[str]
    file: str
    languages: Sequence[str]


def add_options(parser: Parser) -> None:
    add_what(parser)
    add_library_options(parser)
    add_json_option(parser)


def run(options: Options) -> int:
    library = open_library(options)
    entries, problems = select(library, options.what)
    problems = pasteable(problems, options)
    layouts = open_layouts(options)
    listed = _listed(library, layouts, entries, problems)
    open_in = _parameters(layouts, listed)
    if options.json:
        found = output.problems_as_json(problems)
        items = [asdict(each) for each in listed]
        offers = {layout: _offers_as_json(open_in[layout]) for layout in open_in}
        output.say_json({"items": items, "parameters": offers, "problems": found})
    else:
        if listed:
            output.say(output.table([_cells(each) for each in listed]))
        for layout, parameters in open_in.items():
            output.say(output.table(list(_offers(layout, parameters))))
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)


def _listed(
    library: Library, layouts: Layouts, entries: Sequence[Entry], problems: list[Problem]
) -> list[Listed]:
    fitting = cache(partial(fitting_layouts, layouts))
    listed = []
    for entry in entries:
        item, found = library.read(entry)
        problems += (problem for problem in found if problem.severity is Severity.ERROR)
        kind, title = entry.kind.word, item.title if item else None
        fit = [name for each in library.kinds(entry) for name in fitting(each)]
        spoken = [*([item.lang] if item else []), *library.translations(entry)]
        listed.append(Listed(kind, entry.name, title, fit, entry.file, spoken))
    return listed


def _cells(listed: Listed) -> tuple[str, ...]:
    title, layouts = listed.title or "(cannot be read)", ", ".join(listed.layouts)
    return listed.kind, listed.name, title, ", ".join(listed.languages), layouts


def _parameters(layouts: Layouts, listed: Sequence[Listed]) -> dict[str, Parameters]:
    """What the layouts that fit leave open, as far as they do."""
    names = sorted({name for each in listed for name in each.layouts})
    loaded = [layout for name in names if (layout := layouts.load(name)[0])]
    return {layout.name: layout.parameters for layout in loaded if layout.parameters}


def _offers(layout: str, parameters: Parameters) -> Iterator[tuple[str, ...]]:
    for name, each in parameters.items():
        yield layout, f"--set {name}={each.default}", each.offer, each.about


def _offers_as_json(parameters: Parameters) -> dict[str, dict[str, str]]:
    return {
        name: {"default": each.default, "offer": each.offer, "about": each.about}
        for name, each in parameters.items()
    }
