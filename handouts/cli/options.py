"""Options that several commands share, each declared once."""

from __future__ import annotations

import os
from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from handouts.batch.shard import Shard
from handouts.cli.ending import WrongCommand
from handouts.cli.parser import Parser
from handouts.model.language import canonical
from handouts.model.quantity import Amount
from handouts.source.disk import is_file, is_folder
from handouts.source.shape import Unreadable

T = TypeVar("T")

DEFAULT_RESOLUTION = 150

_RESOLUTIONS = range(18, 1201)

PACK_ALL = "all"
PACK_EACH = "each"


class LibraryOptions(Namespace):
    """Which library. ``data`` folders: the one that wins first, none for the program's own.

    ``allow`` are folders outside of it that its files may lead to.
    """

    data: list[Path]
    allow: list[Path]


class ClientOptions(Namespace):
    """Who it is for: ``client`` alone, or of the list ``clients``. ``maxima`` are by exercise."""

    clients: Path | None
    client: str | None
    coach: str | None
    date: str | None
    note: str | None
    goal: str | None
    rung: str | None
    maxima: list[tuple[str, Amount]]


class ExcerptOptions(Namespace):
    """What is wanted of programs: all weeks and sessions unless said."""

    weeks: frozenset[int] | None
    session: str | None


class SheetOptions(ClientOptions, ExcerptOptions):
    """What goes onto the sheets, and on which paper."""

    layout: list[str]
    parameters: list[tuple[str, str]]
    paper: str | None
    brand: list[str]
    font: list[Path]
    lang: str | None
    grey: bool


class FileOptions(Namespace):
    """Where files go, and the resolution of the pictures beside them, if any."""

    out: Path
    png: int | None


class OutputOptions(FileOptions):
    """What each file holds besides.

    ``as_name`` is what a gathered file is called, if not as its layout is. A ``grid`` shows where
    blocks stand.
    """

    as_name: str | None
    pack: str | None
    grid: bool


class BatchOptions(Namespace):
    """What of a run is done, and where: all that is not up to date, on this machine, unless said.

    ``dask`` is the address of a cluster's scheduler.
    """

    force: bool
    prune: bool
    shard: Shard | None
    dask: str | None


class RunOptions(Namespace):
    """How a run over many handouts goes, and what it says."""

    jobs: int
    strict: bool
    json: bool
    quiet: bool
    verbose: bool


def add_what(parser: Parser) -> None:
    parser.add_argument(
        "what", nargs="*", metavar="WHAT", help="names, or YAML files; none for everything"
    )


def add_library_options(parser: Parser) -> None:
    parser.add_argument(
        "--data",
        type=folder,
        action="append",
        default=[],
        metavar="DIR",
        help="a library folder; repeatable, an earlier one wins (default: data/)",
    )
    parser.add_argument(
        "--allow",
        type=folder,
        action="append",
        default=[],
        metavar="DIR",
        help="a folder outside of the library that its files may lead to; repeatable",
    )


def add_json_option(parser: Parser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object, nothing else")


def add_set_option(add: Callable[..., object]) -> None:
    add(
        "--set",
        type=parameter,
        action="append",
        default=[],
        dest="parameters",
        metavar="NAME=VALUE",
        help="what a layout leaves open, as in columns=1; repeatable",
    )


def add_client_options(parser: Parser) -> None:
    add = parser.add_argument_group("the client").add_argument
    add(
        "--clients",
        type=file,
        metavar="FILE",
        help="a list of clients (CSV or YAML); each gets a folder, and what it says",
    )
    add(
        "--client", type=said, metavar="NAME", help="one of the list; without a list, who it is for"
    )
    add("--coach", type=said, metavar="NAME", help="who hands it out")
    add("--date", type=said, metavar="TEXT", help="printed as it is given")
    add("--note", type=said, metavar="TEXT", help="a line for this person")
    add("--goal", type=said, metavar="GOAL", help="the goal whose dose is marked")
    add(
        "--rung",
        type=said,
        metavar="RUNG",
        help="the rung of a ladder that is marked: a number, or a name",
    )
    add(
        "--max",
        type=maximum,
        action="append",
        default=[],
        dest="maxima",
        metavar="NAME=LOAD",
        help="a one-repetition maximum, as in back-squat=100kg; repeatable",
    )


def add_excerpt_options(parser: Parser) -> None:
    add = parser.add_argument_group("programs").add_argument
    add("--weeks", type=weeks, metavar="WEEKS", help="these alone, as in 3, 1-4 or 1-2,5")
    add("--session", metavar="NAME", help="this alone")


def add_sheet_options(parser: Parser) -> None:
    add_client_options(parser)
    add_excerpt_options(parser)
    add = parser.add_argument_group("the sheet").add_argument
    add(
        "--layout",
        action="append",
        default=[],
        metavar="NAME",
        help="a layout's name or file; repeatable (default: all marked default)",
    )
    add_set_option(add)
    add(
        "--paper",
        type=str.lower,
        choices=["letter", "a4"],
        help="default: the brand's, else letter",
    )
    add(
        "--brand",
        action="append",
        default=[],
        metavar="FILE",
        help="whose sheet it is: a file, or a name in data/brands; of several each has a folder",
    )
    add(
        "--font",
        type=file,
        action="append",
        default=[],
        metavar="FILE",
        help="a font (TTF, OTF, TTC) for characters that ours do not have; repeatable",
    )
    add(
        "--lang",
        type=canonical,
        metavar="CODE",
        help="the language (default: the client's, else the brand's, else en)",
    )
    add("--grey", action="store_true", help="black and grey ink only")


def add_file_options(parser: Parser) -> None:
    parser.add_argument(
        "--out", type=Path, default=Path("out"), metavar="DIR", help="where to (default: out)"
    )
    parser.add_argument(
        "--png",
        type=resolution,
        nargs="?",
        const=DEFAULT_RESOLUTION,
        metavar="DPI",
        help=f"a picture of each page beside its PDF (default: {DEFAULT_RESOLUTION} dpi)",
    )


def add_output_options(parser: Parser) -> None:
    add_file_options(parser)
    parser.add_argument(
        "--as", dest="as_name", metavar="NAME", help="what a gathered sheet’s file is called"
    )
    parser.add_argument(
        "--pack",
        type=pack,
        nargs="?",
        const=PACK_EACH,
        metavar=PACK_ALL,
        help="one file to print for each client, or one for all of them",
    )
    parser.add_argument(
        "--grid",
        action="store_true",
        help="pages with the layout's blocks and their names drawn over them, in OUT/grid",
    )


def add_batch_options(parser: Parser) -> None:
    add = parser.add_argument_group("large runs").add_argument
    add("--force", action="store_true", help="print again what is up to date")
    add("--prune", action="store_true", help="remove handouts whose source has gone")
    add(
        "--shard",
        type=shard,
        metavar="I/N",
        help="the I-th of N parts, to be run apart from the others",
    )
    add("--dask", metavar="ADDRESS", help="the scheduler of a Dask cluster that does the work")


def require_dask(options: BatchOptions) -> None:
    """Raise ``WrongCommand`` when a cluster is asked for that cannot be spoken to."""
    if options.dask and not find_spec("distributed"):
        raise WrongCommand("--dask needs distributed", "pip install distributed")


def add_run_options(parser: Parser) -> None:
    add = parser.add_argument_group("the run").add_argument
    add(
        "--jobs",
        type=count,
        default=_cores(),
        metavar="N",
        help="processes (default: one for each core)",
    )
    add("--strict", action="store_true", help="a warning counts as an error")
    add("--quiet", action="store_true", help="say nothing but problems")
    add("--verbose", action="store_true", help="say more of each file")
    add_json_option(parser)


def folder(text: str) -> Path:
    path = Path(text)
    if not is_folder(path):
        raise ArgumentTypeError(f"there is no folder {text}")
    return path


def file(text: str) -> Path:
    path = Path(text)
    if not is_file(path):
        raise ArgumentTypeError(f"there is no file {text}")
    return path


def said(text: str) -> str | None:
    """What is said of a client, if anything is: scripts give empty words for what they lack."""
    return text.strip() or None


def resolution(text: str) -> int:
    if not text.isdecimal() or int(text) not in _RESOLUTIONS:
        raise ArgumentTypeError(
            f"{text} is no resolution from 18 to 1200 dpi (names of handouts go before --png)"
        )
    return int(text)


def shard(text: str) -> Shard:
    number, _, number_of_all = text.partition("/")
    if not (number.isdecimal() and number_of_all.isdecimal()):
        raise ArgumentTypeError(f"write 1/4 for the first of four parts, not {text}")
    if not 1 <= int(number) <= int(number_of_all):
        raise ArgumentTypeError(f"there is no part {number} of {number_of_all}")
    return Shard(int(number), int(number_of_all))


def pack(text: str) -> str:
    if text not in (PACK_EACH, PACK_ALL):
        raise ArgumentTypeError(f"each or all, not {text} (names of handouts go before --pack)")
    return text


def maximum(text: str) -> tuple[str, Amount]:
    from handouts.model.clients import parse_maximum

    name, equals, load = text.partition("=")
    if not (name.strip() and equals and load.strip()):
        raise ArgumentTypeError(f"write back-squat=100kg, not {text}")
    return name.strip(), _read(load.strip(), parse_maximum)


def parameter(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name.strip() and equals and value.strip()):
        raise ArgumentTypeError(f"write columns=1, not {text}")
    return name.strip(), value.strip()


def weeks(text: str) -> frozenset[int]:
    from handouts.model.program.weeks import parse_weeks

    return _read(text.strip(), parse_weeks)


def _read(text: str, parse: Callable[[str], T]) -> T:
    """What a text says. Raises ``ArgumentTypeError`` in the words of the grammar it has."""
    try:
        return parse(text)
    except Unreadable as fault:
        hint = f" ({fault.hint})" if fault.hint else ""
        raise ArgumentTypeError(f"{fault.message}{hint}") from None


def count(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise ArgumentTypeError(f"a whole number from 1, not {text}")
    return int(text)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
