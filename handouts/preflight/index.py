"""The index of a library: what its items are called, and which lead to which, each looked up once.

Rules about one item among the others ask it, so that none of them reads a file for itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property

from handouts.dataclass import dataclass
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.library import Entry, Library
from handouts.model.naming import folded
from handouts.source.problem import Place

_SIGNS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Link:
    """What an exercise says is easier and harder, with the places where it says so."""

    name: str
    file: str
    easier: tuple[str, ...]
    harder: tuple[str, ...]
    places: Mapping[str, Place]


class Index:
    """What is known of the items of a library without keeping the items."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._links: dict[str, Link | None] = {}

    def entry(self, item: Item) -> Entry | None:
        """The entry of an item, if it is one of the library."""
        entry = self._library.entry(item.name)
        return entry if entry and entry.file == item.file else None

    def item(self, entry: Entry) -> Item | None:
        """The item of an entry, if it can be read."""
        return self._library.read(entry)[0]

    def exercise(self, name: str) -> Exercise | None:
        """The exercise of a name, if there is one that can be read."""
        return self._library.exercise(name)

    def link(self, name: str) -> Link | None:
        """What the exercise of a name leads to, if there is one that can be read."""
        key = folded(name)
        if key not in self._links:
            exercise = self._library.exercise(name)
            self._links[key] = link_of(exercise) if exercise else None
        return self._links[key]

    def namesakes(self, kind: str, title: str) -> tuple[Entry, ...]:
        """The items of a kind that have a title, but for capitals and signs, in their order."""
        return self._by_title.get((kind, same_letters(title)), ())

    @cached_property
    def _by_title(self) -> Mapping[tuple[str, str], tuple[Entry, ...]]:
        found: dict[tuple[str, str], tuple[Entry, ...]] = {}
        for entry in self._library.entries:
            if title := self._title(entry):
                key = entry.kind.word, same_letters(title)
                found[key] = (*found.get(key, ()), entry)
        return found

    def _title(self, entry: Entry) -> str | None:
        if entry.kind.word == "exercise":
            return self._library.title(entry.name)  # its file is hardly looked at
        item, _ = self._library.read(entry)
        return item.title if item else None


def link_of(exercise: Exercise) -> Link:
    """What an exercise leads to, and nothing else of it."""
    places = {key: exercise.places[key] for key in ("easier", "harder") if key in exercise.places}
    return Link(exercise.name, exercise.file, exercise.easier, exercise.harder, places)


def same_letters(title: str) -> str:
    """A title as it is heard: without capitals, and with a space for any sign."""
    return _SIGNS.sub(" ", folded(title)).strip()
