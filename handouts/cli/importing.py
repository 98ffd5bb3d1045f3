"""``handouts import FORMAT FILE --into DIR``: other people's exercises to our YAML."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from handouts import whole
from handouts.batch import files
from handouts.cli import output
from handouts.cli.counting import counted
from handouts.cli.ending import NotWritten, WrongCommand, exit_for
from handouts.cli.options import LibraryOptions, add_json_option
from handouts.cli.parser import Parser
from handouts.importers import reading
from handouts.importers.draft import Unplaced
from handouts.importers.format import column_map, columns
from handouts.importers.formats import FORMATS, TABLE
from handouts.importers.library import Imported, Importer
from handouts.importers.pictures import Pictures
from handouts.importers.reading import Found
from handouts.source.characters import visible
from handouts.source.problem import Problem

REPORT = "import-report.txt"

MOST_NAMED = 8
"""Fields without a place that a terminal is told of; the report has them all."""


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
    folder = options.file if options.file.is_dir() else options.file.parent
    importer = Importer(
        FORMATS[options.format], options.into, Pictures(folder), force=options.force
    )
    silent = options.json or options.quiet
    brought = [*counted(importer.bring(_found(options)), silent)]
    _write_report(options.into / REPORT, brought)
    problems = [problem for each in brought for problem in each.problems]
    if options.json:
        output.say_json(_as_json(brought))
        return exit_for(problems)
    output.say_problems(problems)
    if not options.quiet:
        for line in _summary(brought, options.into):
            output.say(line)
    return exit_for(problems)


def _found(options: Options) -> Iterator[Found]:
    shown = options.file.as_posix()
    if options.format == TABLE.word:
        return columns.read(options.file, shown, options.map)
    return reading.read_json(options.file, shown)


def _write_report(path: Path, brought: Sequence[Imported]) -> None:
    text = visible("\n".join(_reported(brought)) + "\n")
    try:
        whole.write(path, text.encode(errors="replace"))
    except OSError as error:
        raise NotWritten(files.cannot_write(path, error)) from error


def _reported(brought: Iterable[Imported]) -> Iterator[str]:
    """The lines of the report: each record with its files, and what has no place in them."""
    for each in brought:
        if each.number is not None:
            title = f" ({each.title})" if each.title else ""
            yield f"record {each.number}{title}: {_what_became(each)}"
        yield from (f"  {problem.severity}: {problem.message}" for problem in each.problems)
        yield from (f"  no place for {_told(left)}" for left in each.unplaced)
        yield from (f"  kept as written: {_told(kept)}" for kept in each.as_written)


def _what_became(each: Imported) -> str:
    return ", ".join([*each.written, *(f"{file} (unchanged)" for file in each.unchanged)]) or (
        "not imported"
    )


def _told(part: Unplaced) -> str:
    return f"{part.field}: {' '.join(part.value.split())}"


def _summary(brought: Sequence[Imported], into: Path) -> Iterator[str]:
    """What there is to say at the end: counts, and where to read on."""
    records = sum(each.number is not None for each in brought)
    done = sum(bool(each.written or each.unchanged) for each in brought)
    yield f"{done} of {output.plural(records, 'record')} imported into {into.as_posix()}: " + (
        f"{output.plural(sum(len(each.written) for each in brought), 'file')} written, "
        f"{sum(len(each.unchanged) for each in brought)} unchanged"
    )
    for what, parts in (
        ("no place for", (left for each in brought for left in each.unplaced)),
        ("kept as written", (kept for each in brought for kept in each.as_written)),
    ):
        if counts := _counts(parts):
            yield f"{what}: {counts}"
    yield f"{(into / REPORT).as_posix()} has all of it, record by record"


def _counts(parts: Iterable[Unplaced]) -> str:
    """How often each field is meant, the most frequent first: ``force (844), mechanic (786)``."""
    counts = Counter(part.field.rpartition(", ")[2] for part in parts)
    named = [f"{field} ({count})" for field, count in counts.most_common(MOST_NAMED)]
    more = len(counts) - len(named)
    return ", ".join([*named, f"{more} more"] if more > 0 else named)


def _as_json(brought: Sequence[Imported]) -> dict[str, object]:
    problems: list[Problem] = [problem for each in brought for problem in each.problems]
    return {
        "written": [file for each in brought for file in each.written],
        "unchanged": [file for each in brought for file in each.unchanged],
        "records": [_record_as_json(each) for each in brought if each.number is not None],
        "problems": output.problems_as_json(problems),
    }


def _record_as_json(each: Imported) -> dict[str, object]:
    return {
        "record": each.number,
        "title": each.title,
        "files": [*each.written, *each.unchanged],
        "no_place": [{"field": left.field, "value": left.value} for left in each.unplaced],
        "as_written": [{"field": kept.field, "value": kept.value} for kept in each.as_written],
    }


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
