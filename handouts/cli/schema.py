"""``handouts schema KIND``: what an editor needs to complete and check a file as it is typed."""

from __future__ import annotations

from argparse import Namespace

from handouts.cli.ending import Exit
from handouts.cli.output import say_json
from handouts.cli.parser import Parser


class Options(Namespace):
    kind: str


def add_options(parser: Parser) -> None:
    from handouts.model.schema import KINDS

    parser.add_argument("kind", choices=KINDS, metavar="KIND", help=", ".join(KINDS))


def run(options: Options) -> int:
    from handouts.model.schema import schema

    say_json(schema(options.kind))
    return Exit.DONE
