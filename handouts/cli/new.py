"""``handouts new KIND NAME``: a commented starter file that builds as it is."""

from __future__ import annotations

import json
from argparse import ArgumentTypeError
from pathlib import Path

from handouts import resources, whole
from handouts.batch import files
from handouts.cli import output
from handouts.cli.ending import Exit, NotWritten, WrongCommand
from handouts.cli.options import LibraryOptions, add_library_options
from handouts.cli.parser import Parser
from handouts.cli.schema import schema_of
from handouts.layout import starter as layout
from handouts.model import starter as model

KINDS = (*model.KINDS, "layout")


class Options(LibraryOptions):
    kind: str
    name: str


def add_options(parser: Parser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    parser.add_argument("name", type=file_stem, metavar="NAME", help="as in glute-bridge")
    add_library_options(parser)


def run(options: Options) -> int:
    folder = options.data[0] if options.data else resources.writable("data")
    file = _place(folder, options.kind) / f"{options.name}.yaml"
    if file.exists():
        raise WrongCommand(f"{file} is there already", "choose another name")
    _write(file, _starter(options.kind, options.name))
    _write_schema(folder / "schemas" / f"{options.kind}.schema.json", options.kind)
    output.say(str(file))
    return Exit.DONE


def _place(folder: Path, kind: str) -> Path:
    return resources.writable("layouts") if kind == "layout" else folder / f"{kind}s"


def _starter(kind: str, name: str) -> str:
    return layout.starter(name) if kind == "layout" else model.starter(kind, name)


def _write_schema(file: Path, kind: str) -> None:
    """Write the schema that the first line of a starter file leads editors to."""
    if not file.exists():
        _write(file, json.dumps(schema_of(kind), indent=2, ensure_ascii=False) + "\n")


def _write(file: Path, text: str) -> None:
    try:
        whole.write(file, text.encode())
    except OSError as error:
        raise NotWritten(files.cannot_write(file, error)) from error


def file_stem(text: str) -> str:
    stem = text.removesuffix(".yaml")
    if stem != files.safe_name(stem):
        raise ArgumentTypeError(f"{text} is no name for a file; write {files.safe_name(stem)}")
    return stem
