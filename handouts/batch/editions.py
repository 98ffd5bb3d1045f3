"""Which language a sheet is in: one for all of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache, partial

from handouts.batch.job import Handout
from handouts.layout.labels import USUAL
from handouts.layout.spec import Layout
from handouts.model.climbing import chain
from handouts.model.edition import Edition
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.language import lookup
from handouts.model.library import Entry, Library
from handouts.source.problem import Place, Problem, Severity, has_error
from handouts.source.shape import listed

LANGUAGES_KEPT = 8

MOST_NAMED = 4
"""Items that are named where they are not translated; of more it is said how many."""


class Editions:
    """The editions of a library, and which of them a sheet is made of.

    ``spoken`` are the languages that there are labels in.
    """

    def __init__(self, library: Library, spoken: Sequence[str]) -> None:
        self._library = library
        self._spoken = spoken
        self._in = lru_cache(LANGUAGES_KEPT)(partial(Edition, library))

    def choose(self, handout: Handout, layout: Layout | None) -> tuple[Edition, list[Problem]]:
        """The edition for a handout: in the language that is wanted, or in its items' own.

        It is their own where not all of the sheet is to be had in the other; that is a warning.
        """
        items = [item for entry in handout.entries if (item := self._library.read(entry)[0])]
        wanted = handout.client.lang or handout.imprint.language
        own = items[0].lang if items else USUAL
        edition = self._in(wanted or own)
        names = self.exercises(items, layout)
        parts = [entry for name in names if (entry := self._library.entry(name))]
        missing = self._missing(edition, dict.fromkeys((*handout.entries, *parts)))
        told = [problem for found in missing.values() for problem in found]
        if missing:
            place = _place(handout.entries[0], items)
            absent = [name for name, found in missing.items() if not has_error(found)]
            if absent:  # a translation with an error is there, and that is told already
                told.append(_untranslated(absent, edition.language, own, place))
            edition = self._in(own)
        if lookup(edition.language, self._spoken) is None:
            told.append(_no_labels(edition.language, _place(handout.entries[0], items)))
        return edition, told

    def exercises(self, items: Iterable[Item], layout: Layout | None) -> Iterator[str]:
        """The names of the exercises that a sheet of some items is made of."""
        chained = layout is not None and layout.kind == "ladder"
        for item in items:
            if not isinstance(item, Exercise):
                yield from item.exercises
            elif chained and (ladder := chain(item, self._library.exercise)[0]):
                yield from ladder.exercises
            else:
                yield item.name

    def _missing(self, edition: Edition, entries: Iterable[Entry]) -> dict[str, list[Problem]]:
        """What is not in an edition's language, and what its translations lack or do wrong."""
        missing = {}
        for entry in entries:
            original, known = self._library.read(entry)
            item, problems = edition.read(entry)
            if original is not None and (item is None or not edition.speaks(item)):
                missing[entry.name] = [each for each in problems if each not in known]
        return missing


def _place(entry: Entry, items: Sequence[Item]) -> Place:
    """Where an item says its language, or else its title."""
    places = items[0].places if items else {}
    return places.get("lang") or places.get(entry.kind.word) or Place(entry.file)


def _no_labels(language: str, place: Place) -> Problem:
    message = f"there are no labels in {language}: those of this sheet are in English"
    return Problem("no-labels", message, place, severity=Severity.WARNING)


def _untranslated(missing: Sequence[str], wanted: str, own: str, place: Place) -> Problem:
    named = listed(missing).replace(" or ", " and ")
    what = named if len(missing) <= MOST_NAMED else f"{len(missing)} of its exercises"
    be = "is" if len(missing) == 1 else "are"
    message = f"{what} {be} not translated into {wanted}"
    if own != wanted:
        message += f": the sheet prints in {own}"
    hint = f"write {missing[0]}.{wanted}.yaml beside {missing[0]}.yaml"
    return Problem("untranslated", message, place, hint, Severity.WARNING)
