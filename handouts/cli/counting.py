"""How far something is whose length nobody knows: a number on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

OFTEN = 50
"""Things from one number to the next."""


def counted(things: Iterable[T], silent: bool) -> Iterator[T]:
    """Give things as they come, and show how many there were unless it should be ``silent``."""
    if silent or not (sys.stdout.isatty() and sys.stderr.isatty()):
        yield from things
        return
    from rich.console import Console
    from rich.status import Status

    with Status("", console=Console(stderr=True)) as status:
        for number, thing in enumerate(things, 1):
            if number % OFTEN == 0:
                status.update(f"{number} records")
            yield thing
