"""How far something long is: a number on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

from handouts.cli import output

T = TypeVar("T")

OFTEN = 50
"""Things from one number to the next."""


def counted(things: Iterable[T], silent: bool) -> Iterator[T]:
    """Give things as they come, and say how many there were."""
    shows = not silent and sys.stdout.isatty() and sys.stderr.isatty()
    number = 0
    for number, thing in enumerate(things, 1):
        if shows and number % OFTEN == 0:
            output.say(f"\r{number} records", sys.stderr)
        yield thing
