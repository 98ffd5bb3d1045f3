"""Inspection: what is wrong with items of the library, and with how they come out on paper."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from handouts.batch.allowances import codes
from handouts.batch.artwork import DRAWINGS, Artwork
from handouts.batch.galley import Galley
from handouts.batch.job import Handout
from handouts.dataclass import dataclass
from handouts.figure.sound import sound_figures
from handouts.layout.load import Layouts
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.library import Entry, Library
from handouts.preflight.allowing import idle
from handouts.preflight.among import among_others
from handouts.preflight.copy import Copy, copy_of
from handouts.preflight.figures import lint_figure
from handouts.preflight.ground import faint_text
from handouts.preflight.index import Index
from handouts.preflight.items import OF_DOSES, OF_WHAT_IS_THERE, OF_WORDS, look_at
from handouts.preflight.reading import grade_of
from handouts.preflight.squeezing import squeezed
from handouts.preflight.words import Vocabulary
from handouts.source.problem import Place, Problem, has_error

if TYPE_CHECKING:
    from handouts.preflight.pemat import Score

KEPT = 64
"""Items whose findings are kept: the layouts of an item follow each other."""


@dataclass(frozen=True, slots=True)
class Findings:
    """What was found in an item, and the reading grade of its text, where it has one.

    ``codes`` are those of all that was found, also of what the item allows.
    """

    problems: Sequence[Problem] = ()
    grade: float | None = None
    codes: frozenset[str] = frozenset()


class Inspection:
    """Looks at items of a library: at their figures, words, doses and translations, at what is
    beside them in the library, and at the pages that become of them.
    """

    def __init__(
        self,
        library: Library,
        layouts: Layouts,
        artwork: Artwork,
        folders: Sequence[Path],
        allowed: Sequence[Path],
    ) -> None:
        self._library = library
        self._layouts = layouts
        self._artwork = artwork
        self._index = Index(library)
        self._vocabulary = Vocabulary(folders, allowed)
        self._sound = sound_figures([folder / DRAWINGS for folder in folders])
        self.of = lru_cache(KEPT)(self._of)
        self._place_of = cache(self._place_of_layout)

    def _of(self, entry: Entry) -> Findings:
        item, _ = self._library.read(entry)
        if item is None:
            return Findings()
        _, problems = self._vocabulary.of(item.lang)
        copy = self._copy(item)
        found = [
            *self._figure(item),
            *look_at(copy, (*OF_WORDS, *OF_DOSES, *OF_WHAT_IS_THERE)),
            *self._translations(item, entry),
            *among_others(item, self._index),
        ]
        allowed = codes(item)
        problems = [
            *problems,
            *(each for each in found if each.code not in allowed or has_error([each])),
            *idle(item, everything := frozenset([each.code for each in found])),
        ]
        return Findings(problems, grade_of(copy), everything)

    def of_galley(self, galley: Galley, handout: Handout) -> list[Problem]:
        """What a handout gave up to fit, and what cannot be read of it."""
        if not galley.result.documents:
            return []
        layout = self._place_of(handout.definition)
        return [
            *squeezed(galley.documents, galley.result, handout.layout),
            *faint_text(galley.result.documents, handout.imprint.brand, layout),
        ]

    def _place_of_layout(self, definition: str) -> Place:
        """Where a layout stands that was loaded."""
        files = self._layouts.files(definition)
        return Place(next(str(path) for path in files if path.is_file()))

    def scores(self, entries: Sequence[Entry], galleys: Sequence[Galley]) -> tuple[Score, ...]:
        """What a file comes to by PEMAT; there are no scores where it could not be set."""
        from handouts.preflight.pemat import assess

        items = [item for entry in entries if (item := self._library.read(entry)[0])]
        documents = [document for galley in galleys for document in galley.documents]
        if not documents:
            return ()
        found = frozenset[str]().union(*(self.of(entry).codes for entry in entries))
        return assess([*map(self._copy, items)], found, documents)

    def _figure(self, item: Item) -> list[Problem]:
        """What is wrong with the figure of an exercise, if it has one."""
        if not isinstance(item, Exercise) or not item.figure:
            return []
        figure, problems = self._artwork.figure(item.figure)
        return [*problems, *(lint_figure(figure, self._sound) if figure else ())]

    def _translations(self, item: Item, entry: Entry) -> Iterable[Problem]:
        """What an item's translations lack, and what is hard to read in them."""
        for translation in self._library.translations(entry).values():
            translated, found = self._library.translated(item, translation)
            yield from found
            if translated is not None:
                yield from look_at(self._copy(translated), OF_WORDS)

    def _copy(self, item: Item) -> Copy:
        return copy_of(item, self._vocabulary.of(item.lang)[0])
