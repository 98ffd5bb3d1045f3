"""``handouts import FORMAT FILE --into DIR``: other people's exercises to our YAML."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Iterator, Sequence
from pathlib import Path

from handouts import whole
from handouts.batch import files
from handouts.cli import import_report, output
from handouts.cli.counting import counted
from handouts.cli.ending import NotWritten, WrongCommand, exit_for
from handouts.cli.options import LibraryOptions, add_json_option
from handouts.cli.parser import Parser
from handouts.importers import reading
from handouts.importers.format import column_map, columns
from handouts.importers.formats import FORMATS, TABLE
from handouts.importers.library import Imported, Importer
from handouts.importers.pictures import Pictures
from handouts.importers.reading import Found
from handouts.source.characters import visible
from handouts.source.disk import is_folder

REPORT = "import-report.txt"


class Options(LibraryOptions):
    format: str
    file: Path
    into: Path
    map: dict[str, str]
    force: bool
    json: bool
    quiet: bool


def add_options(parser: Parser) -> None:
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=", ".join(FORMATS))
    parser.add_argument("file", type=_there, metavar="FILE", help="a file, or a folder of JSON")
    parser.add_argument(
        "--into", type=Path, required=True, metavar="DIR", help="the library it goes into"
    )
    parser.add_argument(
        "--map",
        type=_columns,
        default={},
        metavar="KEY=COLUMN,...",
        help="for csv: which column is what, as in name=Exercise,execution=Steps",
    )
    parser.add_argument("--force", action="store_true", help="write over files that differ")
    parser.add_argument("--quiet", action="store_true", help="say nothing but problems")
    add_json_option(parser)


def run(options: Options) -> int:
    if options.map and options.format != TABLE.word:
        raise WrongCommand(f"--map is for {TABLE.word}, not for {options.format}")
    folder = options.file if is_folder(options.file) else options.file.parent
    importer = Importer(
        FORMATS[options.format], options.into, Pictures(folder), force=options.force
    )
    silent = options.json or options.quiet
    brought = [*counted(importer.bring(_found(options)), silent)]
    _write_report(options.into / REPORT, brought)
    problems = [problem for each in brought for problem in each.problems]
    if options.json:
        output.say_json(import_report.as_json(brought))
        return exit_for(problems)
    output.say_problems(problems)
    if not options.quiet:
        for line in import_report.summary(brought, options.into, options.into / REPORT):
            output.say(line)
    return exit_for(problems)


def _found(options: Options) -> Iterator[Found]:
    shown = options.file.as_posix()
    if options.format == TABLE.word:
        return columns.read(options.file, shown, options.map)
    return reading.read_json(options.file, shown)


def _write_report(path: Path, brought: Sequence[Imported]) -> None:
    text = visible("\n".join(import_report.lines(brought)) + "\n")
    try:
        whole.write(path, text.encode(errors="replace"))
    except OSError as error:
        raise NotWritten(files.cannot_write(path, error)) from error


def _there(text: str) -> Path:
    path = Path(text)
    if not path.exists():
        raise ArgumentTypeError(f"there is no file {text}")
    return path


def _columns(text: str) -> dict[str, str]:
    try:
        return column_map.parse_map(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from None
