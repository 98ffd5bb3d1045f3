"""``handouts explain LAYOUT [SLOT]``: a layout with all it inherits, and who set each value."""

from __future__ import annotations

import sys

from handouts.cli import output
from handouts.cli.ending import WrongCommand, exit_for
from handouts.cli.library import open_layouts
from handouts.cli.options import (
    LibraryOptions,
    add_json_option,
    add_library_options,
    add_set_option,
)
from handouts.cli.parser import Parser
from handouts.layout.explain import Setting, settings, within
from handouts.layout.parameter import values_of
from handouts.source.node import Mapping
from handouts.source.shape import did_you_mean


class Options(LibraryOptions):
    layout: str
    slot: str | None
    parameters: list[tuple[str, str]]
    json: bool


def add_options(parser: Parser) -> None:
    parser.add_argument("layout", metavar="LAYOUT", help="a layout's name or file")
    parser.add_argument(
        "slot", nargs="?", metavar="SLOT", help="one part: tokens, styles.body, a block's name"
    )
    add_library_options(parser)
    add_set_option(parser.add_argument)
    add_json_option(parser)


def run(options: Options) -> int:
    layouts = open_layouts(options)
    node, problems = layouts.resolve(options.layout)
    found = _settings(node, dict(options.parameters)) if node else []
    chosen = _chosen(found, options.slot)
    if options.json:
        wrong = output.problems_as_json(problems)
        output.say_json({"settings": [_as_json(each) for each in chosen], "problems": wrong})
    else:
        for each in chosen:
            output.say(_as_line(each))
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)


def _settings(node: Mapping, said: dict[str, str]) -> list[Setting]:
    """The values of a layout. Raises ``WrongCommand`` for a parameter that it does not have."""
    values = values_of(node, said)
    for name in said.keys() - values.keys():
        hint = did_you_mean(name, values) or f"there are {', '.join(values) or 'none'}"
        raise WrongCommand(f"the layout has no parameter called {name}", hint)
    return list(settings(node, values))


def _chosen(found: list[Setting], slot: str | None) -> list[Setting]:
    """The settings within a slot. Raises ``WrongCommand`` when the layout has no such slot."""
    if slot is None or not found:
        return found
    chosen = [each for each in found if within(each, tuple(slot.split(".")))]
    if not chosen:
        steps = {step for each in found for step in each.path if not step.isdecimal()}
        parts = dict.fromkeys([*(each.path[0] for each in found), *_names_of_blocks(found)])
        hint = did_you_mean(slot, steps) or f"there are {', '.join(parts)}"
        raise WrongCommand(f"the layout has nothing called {slot}", hint)
    return chosen


def _names_of_blocks(found: list[Setting]) -> list[str]:
    return [each.value for each in found if each.path[-1] == "name"]


def _as_line(setting: Setting) -> str:
    place = setting.place
    value = " ".join(setting.value.split())
    named = (
        f" ({' '.join(f'${name}' for name in setting.parameters)})" if setting.parameters else ""
    )
    return f"{place.file}:{place.line}: {'.'.join(setting.path)}: {value}{named}"


def _as_json(setting: Setting) -> dict[str, object]:
    place = setting.place
    return {
        "path": list(setting.path),
        "value": setting.value,
        "parameters": list(setting.parameters),
        "file": place.file,
        "line": place.line,
        "column": place.column,
    }
