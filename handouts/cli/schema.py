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

    kinds = (*KINDS, "layout")
    parser.add_argument("kind", choices=kinds, metavar="KIND", help=", ".join(kinds))
    parser.add_argument("--json", action="store_true", help="as it is anyway: a schema is JSON")


def run(options: Options) -> int:
    say_json(schema_of(options.kind))
    return Exit.DONE


def schema_of(kind: str) -> dict[str, object]:
    if kind == "layout":
        from handouts.layout import schema as layout

        return layout.schema()
    from handouts.model import schema as model

    return model.schema(kind)
