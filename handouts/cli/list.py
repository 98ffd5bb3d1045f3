"""``handouts list [WHAT ...]``: what the library holds, and the layouts that fit."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import asdict
from functools import cache, partial

from handouts.batch.plan import fitting_layouts
from handouts.cli import output
from handouts.cli.ending import exit_for
from handouts.cli.library import open_layouts, open_library, select
from handouts.cli.options import (
    LibraryOptions,
    add_json_option,
    add_library_options,
    add_what,
)
from handouts.cli.parser import Parser
from handouts.dataclass import dataclass
from handouts.model.library import Entry, Library
from handouts.source.problem import Problem, Severity


class Options(LibraryOptions):
    what: list[str]
    json: bool


@dataclass(frozen=True, slots=True)
class Listed:
    """An item as it is listed. ``title`` is none when its file has an error."""

    kind: str
    name: str
    title: str | None
    layouts: Sequence[str]
    file: str


def add_options(parser: Parser) -> None:
    add_what(parser)
    add_library_options(parser)
    add_json_option(parser)


def run(options: Options) -> int:
    library = open_library(options)
    entries, problems = select(library, options.what)
    listed = _listed(library, entries, problems)
    if options.json:
        found = output.problems_as_json(problems)
        output.say_json({"items": [asdict(each) for each in listed], "problems": found})
    else:
        output.say(output.table([_cells(each) for each in listed]))
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)


def _listed(library: Library, entries: Sequence[Entry], problems: list[Problem]) -> list[Listed]:
    layouts = cache(partial(fitting_layouts, open_layouts()))
    listed = []
    for entry in entries:
        item, found = library.read(entry)
        problems += (problem for problem in found if problem.severity is Severity.ERROR)
        kind, title = entry.kind.word, item.title if item else None
        listed.append(Listed(kind, entry.name, title, layouts(kind), entry.file))
    return listed


def _cells(listed: Listed) -> tuple[str, ...]:
    layouts = ", ".join(listed.layouts)
    return listed.kind, listed.name, listed.title or "(cannot be read)", layouts
