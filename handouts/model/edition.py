"""Editions: a library's items in one language, as far as they are written in it or translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from handouts.model.client import Client
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.language import lookup
from handouts.model.library import ITEMS_KEPT, Entry, Library
from handouts.model.naming import folded
from handouts.model.program.program import Program
from handouts.model.read import read_title
from handouts.source.problem import Problem, Severity, has_error

Read = tuple[Item | None, tuple[Problem, ...]]


class Edition:
    """A library in a language (BCP 47): what is not to be had in it is given as it was written."""

    def __init__(self, library: Library, language: str) -> None:
        self.language = language
        self._library = library
        self._translated = lru_cache(ITEMS_KEPT)(self._translate)

    def read(self, entry: Entry) -> Read:
        """An entry's item and what is wrong with it; none when one of its files has an error."""
        item, problems = self._library.read(entry)
        if item is None or self.speaks(item) or self._file(entry) is None:
            return item, problems
        return self._translated(entry)

    def speaks(self, item: Item) -> bool:
        """Whether an item is in this language, or in a variety of it."""
        return lookup(self.language, [item.lang]) is not None

    def exercise(self, name: str) -> Exercise | None:
        """The exercise of a name; ``None`` when there is none that can be read."""
        entry = self._library.entry(name)
        item = self.read(entry)[0] if entry else None
        return item if isinstance(item, Exercise) else None

    def title(self, name: str) -> str | None:
        """What the exercise of a name is called; ``None`` when there is none that can be read."""
        entry = self._library.entry(name)
        file = self._file(entry) if entry and entry.kind.word == "exercise" else None
        title = read_title(file.path, file.file) if file else None
        return title or self._library.title(name)

    def client(self, client: Client, names: Iterable[str]) -> Client:
        """A client whose goal is called as the exercises of these names call it here."""
        goal = client.goal
        found = (self._goal(name, goal) for name in names) if goal else ()
        return replace(client, goal=next((each for each in found if each != goal), goal))

    def session(self, program: Program, title: str) -> str:
        """What a session of a program is called here, by what it is called in the original."""
        entry = self._library.entry(program.name)
        original = self._library.read(entry)[0] if entry else None
        if not isinstance(original, Program):
            return title
        pairs = zip(original.plan, program.plan, strict=False)
        named = {folded(one.session): other.session for one, other in pairs}
        return named.get(folded(title), title)

    def _file(self, entry: Entry) -> Entry | None:
        translations = self._library.translations(entry)
        tag = lookup(self.language, translations) if translations else None
        return translations[tag] if tag else None

    def _translate(self, entry: Entry) -> Read:
        """Lay a translation over its original; where it lacks something, the original stays."""
        item, problems = self._library.read(entry)
        file = self._file(entry)
        if item is None or file is None:
            return item, problems
        result, found = self._library.translated(item, file)
        if result is None:
            return None if has_error(found) else item, (*problems, *found)
        found += self._left_out(result)
        return self._referring(result), (*problems, *found)

    def _referring(self, item: Item) -> Item:
        """An item that calls goals and other exercises as this edition does."""
        from handouts.model.wording import with_goals

        if not isinstance(item, Exercise):
            referring: Item = with_goals(item, self._goal)
            return referring
        return replace(item, easier=self._titled(item.easier), harder=self._titled(item.harder))

    def _titled(self, names: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in names if self._has_title(name))

    def _has_title(self, name: str) -> bool:
        """Whether an exercise has a name in this language: others would be a word in another."""
        entry = self._library.entry(name)
        if entry is None:
            return False
        item = self._library.read(entry)[0]
        return self._file(entry) is not None or (item is not None and self.speaks(item))

    def _left_out(self, item: Item) -> Iterator[Problem]:
        if not isinstance(item, Exercise):
            return
        for key in ("easier", "harder"):
            for name in getattr(item, key):
                if not self._has_title(name):
                    message = f"{key} leaves out {name}, which is not translated into {item.lang}"
                    hint = f"write {name}.{item.lang}.yaml"
                    place = item.places.get(key)
                    yield Problem("untranslated-link", message, place, hint, Severity.WARNING)

    def _goal(self, name: str, goal: str | None) -> str:
        """What a goal of an exercise is called here, by what it is called in the original."""
        original, here = self._library.exercise(name), self.exercise(name)
        if original is None or here is None or goal is None:
            return goal or ""
        pairs = zip(original.goals, here.goals, strict=True)
        named = {folded(one): other for (one, _), (other, _) in pairs}
        return named.get(folded(goal), goal)
