"""The parser of one command's words: argparse, in sentences and with "did you mean"."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from difflib import get_close_matches
from typing import NoReturn, TypeVar

from handouts.cli.ending import WrongCommand
from handouts.cli.program import program

Options = TypeVar("Options", bound=argparse.Namespace)


class Parser(argparse.ArgumentParser):
    """Parses the words after a command's name, or raises ``WrongCommand``."""

    def __init__(self, command: str, summary: str) -> None:
        super().__init__(
            prog=f"{program()} {command}",
            description=f"{summary[0].upper()}{summary[1:]}.",
            allow_abbrev=False,  # an option that comes later must not change what a script means
        )

    def read(self, words: Sequence[str], options: Options) -> Options:
        """Fill ``options`` from ``words``, in which names and options may come in any order."""
        _, unknown = self.parse_known_intermixed_args(words, options)
        if unknown:
            self._refuse(unknown[0])
        return options

    def error(self, message: str) -> NoReturn:
        raise WrongCommand(message, f"{self.prog} --help shows what it takes")

    def _refuse(self, word: str) -> NoReturn:
        if not word.startswith("-"):
            self.error(f"one word too many: {word}")
        name = word.partition("=")[0]
        close = get_close_matches(name, self._option_string_actions, n=1)
        if not close:
            self.error(f"there is no option {name}")
        raise WrongCommand(f"there is no option {name}", f"did you mean {close[0]}?")
