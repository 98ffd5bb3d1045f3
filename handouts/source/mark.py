"""Where PyYAML's events begin and end."""

from __future__ import annotations

from typing import Protocol

from yaml.events import Event


class Mark(Protocol):
    """A place in the text, counted from 0 in characters; of the C parser or the pure one."""

    @property
    def index(self) -> int: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def marks(event: Event) -> tuple[Mark, Mark]:
    """The start and end of an event that a parser has made (only made-up ones have none)."""
    assert event.start_mark is not None and event.end_mark is not None
    return event.start_mark, event.end_mark
