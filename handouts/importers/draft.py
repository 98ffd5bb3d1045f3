"""What comes of a record: a draft in our keys, and what has no place in it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from handouts.dataclass import dataclass

Value = str | list["Value"] | dict[str, "Value"]
"""What a YAML file can say."""

Fields = dict[str, Value]
"""The keys of an exercise's file, in any order; one without a value is not there."""


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A field, or a part of one, that our files have no key for; ``value`` as text."""

    field: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An exercise as its file will say it.

    ``translations`` are the texts alone, by language tag. ``pictures`` are as the record
    names them, each by its path or by several of which one is enough; ``painters`` the credits of
    those that are not by the author of the text.
    """

    fields: Fields
    translations: Mapping[str, Fields] = field(default_factory=dict)
    pictures: tuple[tuple[str, ...], ...] = ()
    painters: tuple[Value, ...] = ()


class Refused(Exception):
    """Raised by a format for a record that no exercise can be made of; says why in plain words."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
