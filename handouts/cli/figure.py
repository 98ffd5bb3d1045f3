"""``handouts figure NAME``: a figure alone, to be looked at while its poses are being written."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from handouts import resources, whole
from handouts.batch import files
from handouts.batch.changes import Changes, Polling
from handouts.batch.proof import print_proof
from handouts.batch.settings import KEPT, Settings
from handouts.cli import output
from handouts.cli.ending import Exit, exit_for
from handouts.cli.invocation import pasteable
from handouts.cli.library import folders, layout_folders, open_library
from handouts.cli.options import (
    FileOptions,
    LibraryOptions,
    add_file_options,
    add_json_option,
    add_library_options,
)
from handouts.cli.parser import Parser
from handouts.figure.palette import SKIN_TONES, STYLES, SkinTone, Style, palette
from handouts.model.library import Entry
from handouts.source.problem import Problem

FOLDER = "figure"


class Options(LibraryOptions, FileOptions):
    what: str
    style: Style
    skin: SkinTone
    watch: bool
    json: bool


def add_options(parser: Parser) -> None:
    parser.add_argument(
        "what", metavar="NAME", help="an exercise, or a YAML file with a figure in it"
    )
    add_library_options(parser)
    add_file_options(parser)
    parser.add_argument(
        "--style", choices=STYLES, default="colour", help="colour (unless said), grey or outline"
    )
    parser.add_argument(
        "--skin", choices=SKIN_TONES, default="plain", help="plain (unless said) to dark"
    )
    parser.add_argument(
        "--watch", action="store_true", help="draw it again whenever the file changes"
    )
    add_json_option(parser)


def run(options: Options) -> int:
    entry = open_library(options).find(options.what)
    if isinstance(entry, Problem):
        return _end(options, [], [entry])
    if options.watch:
        return redraw(entry, options, Polling())
    return _draw(entry, options)


def redraw(entry: Entry, options: Options, changes: Changes) -> int:
    """Draw the figure, and again as often as its file changes, until Ctrl-C ends it."""
    changes.add([entry.path])
    _draw(entry, options)
    for _ in changes:
        _draw(entry, options)
    return Exit.INTERRUPTED


def _draw(entry: Entry, options: Options) -> int:
    colours = palette(options.style, options.skin)
    pdf, problems = print_proof(entry, _settings(options), colours)
    if pdf is None:
        return _end(options, [], problems)
    written, failures = _write(pdf, entry, options)
    return _end(options, written, [*problems, *failures])


def _settings(options: Options) -> Settings:
    return Settings(
        data=folders(options),
        layouts=layout_folders(options),
        labels=resources.labels(),
        fonts=resources.fonts(),
        grey=options.style != "colour",
        kept=options.out / KEPT,
    )


def _write(pdf: bytes, entry: Entry, options: Options) -> tuple[list[Path], list[Problem]]:
    """Write the files; give those that are there, and what became of the others."""
    written: list[Path] = []
    for file, data in _files(pdf, entry, options):
        try:
            whole.write(file, data)
        except OSError as error:
            return written, [files.cannot_write(file, error)]
        written.append(file)
    return written, []


def _files(pdf: bytes, entry: Entry, options: Options) -> Iterator[tuple[Path, bytes]]:
    """The PDF, and after it its picture where that is asked for."""
    file = options.out / FOLDER / f"{files.safe_name(entry.name)}.pdf"
    yield file, pdf
    if options.png:
        from handouts.batch.png import render

        (picture,) = render(pdf, options.png)
        yield file.with_suffix(".png"), picture


def _end(options: Options, written: Sequence[Path], problems: Sequence[Problem]) -> int:
    problems = pasteable(problems, options)
    if options.json:
        said = [{"file": file.as_posix()} for file in written]
        found = output.problems_as_json(problems)
        output.say_json({"written": said, "unchanged": [], "problems": found})
    else:
        for file in written:
            output.say(str(file))
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)
