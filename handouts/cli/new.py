"""``handouts new KIND NAME``: a commented starter file that builds as it is."""

from __future__ import annotations

import json
import re
from argparse import ArgumentTypeError
from pathlib import Path

from handouts import resources, whole
from handouts.batch import files
from handouts.cli import output
from handouts.cli.ending import Exit, NotWritten, WrongCommand
from handouts.cli.invocation import command
from handouts.cli.library import open_layouts, open_library
from handouts.cli.options import LibraryOptions, add_json_option, add_library_options
from handouts.cli.parser import Parser
from handouts.cli.schema import schema_of
from handouts.layout import starter as layout
from handouts.layout.finding import BASE
from handouts.model import starter as model
from handouts.model.kind import KINDS as ITEMS
from handouts.model.language import TAG, canonical
from handouts.model.library import Entry, Library
from handouts.source.disk import is_folder

TRANSLATION = "translation"
KINDS = (*model.KINDS, "layout", TRANSLATION)


class Options(LibraryOptions):
    kind: str
    name: str
    json: bool


def add_options(parser: Parser) -> None:
    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))
    parser.add_argument(
        "name",
        type=file_stem,
        metavar="NAME",
        help="as in glute-bridge; of a translation glute-bridge.es",
    )
    add_library_options(parser)
    add_json_option(parser)


def run(options: Options) -> int:
    if options.kind == TRANSLATION:
        return _translation(options)
    folder = options.data[0] if options.data else resources.writable("data")
    file = _place(folder, options.kind) / f"{options.name}.yaml"
    if taken := _taken(file, folder, options):
        raise WrongCommand(taken, "choose another name")
    _write(file, _starter(options))
    data = file.parent.parent / "data" if options.kind == "layout" else folder
    _write_schema(data / "schemas" / f"{options.kind}.schema.json", options.kind)
    _say(file, options)
    return Exit.DONE


def _translation(options: Options) -> int:
    """Write the texts of an item beside it, to be written over in another language."""
    from handouts.model.translation_starter import starter

    name, _, language = options.name.rpartition(".")
    if not name or not re.fullmatch(TAG, language):
        raise WrongCommand(f"{options.name} names no language", "write it like glute-bridge.es")
    library = open_library(options)
    entry = library.find(name)
    item = library.read(entry)[0] if isinstance(entry, Entry) else None
    if not isinstance(entry, Entry) or item is None:
        raise WrongCommand(f"{name} cannot be read", f"why: {command('check', options)} {name}")
    kind = entry.kind.word
    language = canonical(language)
    file = entry.path.with_name(f"{entry.name}.{language}.yaml")
    if file.exists():
        raise WrongCommand(f"{file} is there already", "it can be written on")
    _write(file, starter(kind, item, language))
    _write_schema(entry.root / "schemas" / f"{kind}-translation.schema.json", f"{kind}-translation")
    _say(file, options)
    return Exit.DONE


def _say(file: Path, options: Options) -> None:
    if options.json:
        written = {"file": file.as_posix(), "kind": options.kind, "name": options.name}
        output.say_json({"written": [written], "unchanged": [], "problems": []})
    else:
        output.say(str(file))


def _place(folder: Path, kind: str) -> Path:
    return resources.writable("layouts") if kind == "layout" else folder / f"{kind}s"


def _taken(file: Path, folder: Path, options: Options) -> str | None:
    """Whose the name of a new file is already, if it is: items share theirs whatever their kind."""
    if file.exists():
        return f"{file} is there already"
    if options.kind == "layout" and options.name in (BASE, *open_layouts(options).names()):
        return f"a layout that ships is called {options.name}"
    item = Library((folder,)).entry(options.name) if is_folder(folder) else None
    if options.kind in (kind.word for kind in ITEMS) and item:
        return f"{item.file} has this name already"
    return None


def _starter(options: Options) -> str:
    if options.kind == "layout":
        return layout.starter(options.name)
    text = model.starter(options.kind, options.name)
    if options.kind == "ladder":
        entries = open_library(options).entries
        exercises = [entry.name for entry in entries if entry.kind.word == "exercise"]
        return model.with_exercises(text, exercises)
    return text


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
