"""``handouts explain LAYOUT [SLOT]``: a layout with all it inherits, and who set each value."""

from __future__ import annotations

import sys
from argparse import Namespace
from difflib import get_close_matches

from handouts.cli import output
from handouts.cli.ending import WrongCommand, exit_for
from handouts.cli.library import open_layouts
from handouts.cli.options import add_json_option
from handouts.cli.parser import Parser
from handouts.layout.explain import Setting, settings, within


class Options(Namespace):
    layout: str
    slot: str | None
    json: bool


def add_options(parser: Parser) -> None:
    parser.add_argument("layout", metavar="LAYOUT", help="a layout's name or file")
    parser.add_argument(
        "slot", nargs="?", metavar="SLOT", help="one part: tokens, styles.body, a block's name"
    )
    add_json_option(parser)


def run(options: Options) -> int:
    layouts = open_layouts()
    node, problems = layouts.resolve(options.layout)
    chosen = _chosen(list(settings(node)) if node else [], options.slot)
    if options.json:
        found = output.problems_as_json(problems)
        output.say_json({"settings": [_as_json(each) for each in chosen], "problems": found})
    else:
        for each in chosen:
            output.say(_as_line(each))
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)


def _chosen(found: list[Setting], slot: str | None) -> list[Setting]:
    """The settings within a slot. Raises ``WrongCommand`` when the layout has no such slot."""
    if slot is None or not found:
        return found
    chosen = [each for each in found if within(each, tuple(slot.split(".")))]
    if not chosen:
        steps = {step for each in found for step in each.path if not step.isdecimal()}
        close = get_close_matches(slot, steps, n=1)
        hint = f"did you mean {close[0]}?" if close else "without a slot it shows them all"
        raise WrongCommand(f"the layout has nothing called {slot}", hint)
    return chosen


def _as_line(setting: Setting) -> str:
    place = setting.place
    value = " ".join(setting.value.split())
    return f"{place.file}:{place.line}: {'.'.join(setting.path)}: {value}"


def _as_json(setting: Setting) -> dict[str, object]:
    place = setting.place
    return {
        "path": list(setting.path),
        "value": setting.value,
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }
