"""The command ``handouts``: finds the command that was typed and runs it.

Each command is a module of this package with ``Options``, ``add_options`` and ``run``; only the
one that was typed is imported.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module
from typing import Any

from handouts import __version__
from handouts.batch.collector import rarely_collecting
from handouts.cli import output
from handouts.cli.ending import Exit, Failure
from handouts.cli.program import program

DEFAULT = "build"
COMMANDS = {
    "build": "print handouts as PDF",
    "watch": "print handouts, and again whenever a file changes",
    "check": "find what is wrong without printing",
    "list": "show what the library holds",
    "show": "show one item with its doses worked out",
    "new": "write a commented starter file",
    "import": "bring other people's exercises into a library",
    "explain": "show where each value of a layout was set",
    "figure": "draw the figure of one exercise alone",
    "schema": "print the JSON Schema of a kind of file",
}

_MODULES = {"import": "importing"}
"""Modules of commands whose word Python has taken."""


def main(words: Sequence[str] | None = None) -> int:
    """Run the command in ``words`` (the command line, unless given) and return its exit code."""
    words = list(sys.argv[1:] if words is None else words)
    output.open_closed_streams()
    try:
        with rarely_collecting():
            return _run(words)
    except Failure as failure:
        output.say_failure(failure, as_json="--json" in words)
        return failure.exit
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except Exception:
        traceback.print_exc()
        output.say("this is a fault of handouts, not of your files: please report it", sys.stderr)
        return Exit.BUG


def _run(words: list[str]) -> int:
    first = words[0] if words else ""
    if first in ("-h", "--help"):
        output.say(_help())
        return Exit.DONE
    if first == "--version":
        output.say(f"handouts {__version__}")
        return Exit.DONE
    if first in COMMANDS:
        return _run_command(first, words[1:])
    code = _run_command(DEFAULT, words)
    if code == Exit.INPUT and (meant := _meant(words)):
        output.say(f"or did you mean the command {program()} {meant}?", sys.stderr)
    return code


def _meant(words: list[str]) -> str | None:
    """The command that stands behind an option, or is nearly the first word."""
    behind = [word for word in words if word in COMMANDS]
    near = (match for word in words[:1] for match in get_close_matches(word, COMMANDS, n=1))
    return next(iter((*behind, *near)), None)


def _run_command(name: str, words: list[str]) -> int:
    from handouts.cli.parser import Parser

    command = module_of(name)
    parser = Parser(name, COMMANDS[name])
    command.add_options(parser)
    code: int = command.run(parser.read(words, command.Options()))
    return code


def module_of(name: str) -> Any:
    """Import the module of a command."""
    return import_module(f"handouts.cli.{_MODULES.get(name, name)}")


def _help() -> str:
    width = max(map(len, COMMANDS))
    commands = "\n".join(f"  {name:<{width}}  {what}" for name, what in COMMANDS.items())
    return (
        "usage: handouts [COMMAND] [WORDS ...]\n\n"
        f"{commands}\n\n"
        f"With no command it is {DEFAULT}; with no words at all it prints everything.\n"
        "handouts COMMAND --help shows the words and options of a command."
    )
