"""How hard a text is to read: the grade of Flesch and Kincaid, for English.

Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, 1975.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from handouts.dataclass import dataclass
from handouts.model.exercise import Cue
from handouts.model.kind import Item
from handouts.preflight.syllables import syllables
from handouts.source.problem import Place, Problem, Severity
from handouts.source.wording import shortened

PLAIN = 6.0
"""The grade up to which a text is plain."""

HARD = 8.0
"""The grade above which many cannot use a text."""

LEAST_WORDS = 30
"""Fewer words have no grade worth the name."""

PROSE = ("summary", "safety", "progression", "checkpoint", "goal", "for_you_if", "not_yet_if")
CUES = ("setup", "execution", "tips", "faq", "rules")
"""The fields of items that people read: running text, and leads with their details."""

_SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+|\n+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its words, and where the text that it is from was written."""

    text: str
    words: tuple[str, ...]
    place: Place | None


def sentences(item: Item) -> list[Sentence]:
    """Give the sentences of an item that people read. A lead is a sentence of its own."""
    return [
        Sentence(part, words, place)
        for text, place in _texts(item)
        for part in _SENTENCE_END.split(text)
        if (words := tuple(_WORD.findall(part)))
    ]


def grade(read: Sequence[Sentence]) -> float | None:
    """Give the grade at school from which sentences are understood; none of very few words."""
    words = [word for sentence in read for word in sentence.words]
    if len(words) < LEAST_WORDS:
        return None
    count = sum(map(syllables, words))
    return 0.39 * len(words) / len(read) + 11.8 * count / len(words) - 15.59


def reading_grade(item: Item) -> float | None:
    """Give the grade of all that people read of an item; the formula knows English alone."""
    return grade(sentences(item)) if item.lang.startswith("en") else None


def reading_level(item: Item) -> list[Problem]:
    """Warn of a text that is hard to read, and name what makes it so."""
    level = reading_grade(item)
    if level is None or level <= PLAIN:
        return []
    read = sentences(item)
    hardest = max(read, key=_weight)
    much = "far too hard" if level > HARD else "hard"
    message = f"the text is {much} to read: grade {level:.1f}, {PLAIN:.0f} is plain"
    hint = f"begin with “{shortened(hardest.text)}” and with {', '.join(_longest(read))}"
    return [Problem("reading-level", message, hardest.place, hint, Severity.WARNING)]


def _weight(sentence: Sentence) -> float:
    """How much a sentence adds to the grade."""
    count = sum(map(syllables, sentence.words))
    return 0.39 * len(sentence.words) + 11.8 * (count - 1.3 * len(sentence.words)) / 10


def _longest(read: Iterable[Sentence]) -> list[str]:
    """Give the three words with the most syllables, the first ones where there are more."""
    words = dict.fromkeys(word for sentence in read for word in sentence.words)
    return sorted(words, key=syllables, reverse=True)[:3]


def _texts(item: Item) -> Iterator[tuple[str, Place | None]]:
    for key in PROSE:
        if text := getattr(item, key, None):
            yield text, item.places.get(key)
    for key in CUES:
        for cue in getattr(item, key, ()):
            yield from _cue(cue, item.places.get(key))
    for text in getattr(item, "stop_if", ()):
        yield text, item.places.get("stop_if")


def _cue(cue: Cue, place: Place | None) -> Iterator[tuple[str, Place | None]]:
    if cue.lead:
        yield cue.lead, cue.place or place
    yield cue.detail, cue.place or place
