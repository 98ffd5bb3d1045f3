"""Inspection: what is wrong with items of the library, whatever they are printed in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from handouts.batch.allowances import codes
from handouts.batch.artwork import DRAWINGS
from handouts.dataclass import dataclass
from handouts.figure.sound import sound_figures
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.library import Entry, Library
from handouts.preflight.allowing import idle
from handouts.preflight.copy import copy_of
from handouts.preflight.figures import lint_figure
from handouts.preflight.items import OF_DOSES, OF_WHAT_IS_THERE, OF_WORDS, look_at
from handouts.preflight.reading import grade_of
from handouts.preflight.words import Vocabulary
from handouts.source.problem import Problem, has_error

KEPT = 64
"""Items whose findings are kept: the layouts of an item follow each other."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in an item, and the reading grade of its text, where it has one."""

    problems: Sequence[Problem] = ()
    grade: float | None = None


class Inspection:
    """Looks at items of a library: at their figures, words, doses and translations."""

    def __init__(self, library: Library, folders: Sequence[Path]) -> None:
        self._library = library
        self._vocabulary = Vocabulary(folders)
        self._sound = sound_figures([folder / DRAWINGS for folder in folders])
        self.of = lru_cache(KEPT)(self._of)

    def _of(self, entry: Entry) -> Findings:
        item, _ = self._library.read(entry)
        if item is None:
            return Findings()
        words, problems = self._vocabulary.of(item.lang)
        copy = copy_of(item, words)
        found = [
            *self._figure(item),
            *look_at(copy, (*OF_WORDS, *OF_DOSES, *OF_WHAT_IS_THERE)),
            *self._translations(item, entry),
        ]
        allowed = codes(item)
        problems = [
            *problems,
            *(each for each in found if each.code not in allowed or has_error([each])),
            *idle(item, {each.code for each in found}),
        ]
        return Findings(problems, grade_of(copy))

    def _figure(self, item: Item) -> list[Problem]:
        """What is wrong with the figure of an exercise, if it has one."""
        if not isinstance(item, Exercise) or not item.figure:
            return []
        return lint_figure(item.figure, self._sound)

    def _translations(self, item: Item, entry: Entry) -> Iterable[Problem]:
        """What an item's translations lack, and what is hard to read in them."""
        for translation in self._library.translations(entry).values():
            translated, found = self._library.translated(item, translation)
            yield from found
            if translated is not None:
                words, _ = self._vocabulary.of(translated.lang)
                yield from look_at(copy_of(translated, words), OF_WORDS)
