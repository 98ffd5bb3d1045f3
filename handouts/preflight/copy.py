"""Copy: the texts of an item that people read, taken apart for the rules about words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

from handouts.dataclass import dataclass
from handouts.model.exercise import Cue
from handouts.model.kind import Item
from handouts.model.ladder import Ladder, Rung
from handouts.preflight.words import Words
from handouts.source.problem import Place

PROSE = (
    *("summary", "goal", "for_you_if", "not_yet_if", "safety", "progression", "checkpoint"),
    "bad_day",
)
CUES = ("setup", "execution", "tips", "faq", "rules")
"""The fields of items that people read: running text, and leads with their details."""

LISTS = frozenset({*CUES, "cues"})
"""The fields that are lists of leads with their details, those of rungs among them."""

INSTRUCTIONS = ("setup", "execution", "cues")
"""The fields that say what to do, a step after the other."""

_SENTENCE_END = re.compile(r"\s(?:(?<=[.!?:;]\s)\s*|(?<=\n)\n*)")  # a space first, to be found soon
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


class Part(StrEnum):
    """What a passage is of its field."""

    PROSE = "prose"
    LEAD = "lead"
    DETAIL = "detail"


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words, and where the text that it is from was written."""

    text: str
    words: tuple[str, ...]
    place: Place | None


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a field, with its sentences, none of which is without a word.

    A cue is a lead and a detail, or, where it has no lead, prose.
    """

    key: str
    text: str
    place: Place | None
    part: Part
    sentences: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """An item, its passages in the order of their fields, and the words of its language."""

    item: Item
    passages: tuple[Passage, ...]
    words: Words

    @property
    def is_english(self) -> bool:
        """Whether it is in the language that rules about words are for."""
        return self.item.lang.partition("-")[0] == "en"

    def sentences(self) -> list[Sentence]:
        """Give the sentences of all passages. A lead is a sentence of its own."""
        return [sentence for passage in self.passages for sentence in passage.sentences]


def copy_of(item: Item, words: Words | None = None) -> Copy:
    """Take the texts of an item that people read apart."""
    return Copy(item, tuple(_passages(item)), words or Words())


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text; numbers are none, nor are fractions and circled figures."""
    found = _WORD.findall(text)
    return tuple(found) if text.isascii() else tuple(filter(_has_letters, found))


def first_word(text: str) -> str:
    """Give the first word of a text, an empty one where it has none."""
    return next(filter(_has_letters, (match[0] for match in _WORD.finditer(text))), "")


def _has_letters(word: str) -> bool:
    return any(map(str.isalpha, word))


def _passages(item: Item) -> Iterator[Passage]:
    for key in PROSE:
        if text := getattr(item, key, None):
            yield _passage(key, text, item.places.get(key))
    for key in CUES:
        for cue in getattr(item, key, ()):
            yield from _cue(key, cue, item.places.get(key))
    for text in getattr(item, "stop_if", ()):
        yield _passage("stop_if", text, item.places.get("stop_if"))
    for rung in item.rungs if isinstance(item, Ladder) else ():
        yield from _rung(rung)


def _rung(rung: Rung) -> Iterator[Passage]:
    for cue in rung.cues:
        yield from _cue("cues", cue, rung.places.get("cues"))
    for key in ("move_up", "step_down", "swap"):
        if text := getattr(rung, key):
            yield _passage(key, text, rung.places.get(key))


def _cue(key: str, cue: Cue, place: Place | None) -> Iterator[Passage]:
    place = cue.place if cue.place.file else place
    if cue.lead:
        yield _passage(key, cue.lead, place, Part.LEAD)
    yield _passage(key, cue.detail, place, Part.DETAIL if cue.lead else Part.PROSE)


def _passage(key: str, text: str, place: Place | None, part: Part = Part.PROSE) -> Passage:
    sentences = [
        Sentence(each, words, place)
        for each in _SENTENCE_END.split(text)
        if (words := words_of(each))
    ]
    return Passage(key, text, place, part, tuple(sentences))
