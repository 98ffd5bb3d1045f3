"""How hard a text is to read: the grade of Flesch and Kincaid, for English.

Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of new readability formulas, 1975.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from handouts.preflight.copy import Copy, Sentence
from handouts.preflight.syllables import syllables
from handouts.source.problem import Problem, Severity
from handouts.source.wording import shortened

PLAIN = 6.0
"""The grade up to which a text is plain."""

HARD = 8.0
"""The grade above which many cannot use a text."""

LEAST_WORDS = 30
"""Fewer words have no grade worth the name."""

FOR_COLLEAGUES = 12.0
"""The grade above which even a single sentence is written for those who know."""

LEAST_OF_SENTENCE = 8
"""Words of such a sentence: of fewer, one name of a muscle decides."""


def grade(read: Sequence[Sentence]) -> float | None:
    """Give the grade at school from which sentences are understood; none of very few words."""
    words = [word for sentence in read for word in sentence.words]
    return _grade(words, len(read)) if len(words) >= LEAST_WORDS else None


def _grade(words: Sequence[str], sentences: int) -> float:
    count = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * count / len(words) - 15.59


def grade_of(copy: Copy) -> float | None:
    """Give the grade of all texts together."""
    return grade(copy.sentences()) if copy.is_english else None


def reading_level(copy: Copy) -> Iterator[Problem]:
    """Warn of each field that is hard to read, or else of the whole, and name what makes it so."""
    if not copy.is_english:
        return
    told = False
    for key, passages in groupby(copy.passages, lambda passage: passage.key):
        read = [sentence for passage in passages for sentence in passage.sentences]
        for problem in [*_hard(key, read)] or _for_colleagues(key, read):
            told = True
            yield problem
    if not told:
        yield from _hard("the text", copy.sentences())


def _hard(name: str, read: Sequence[Sentence]) -> Iterator[Problem]:
    level = grade(read)
    if level is None or level <= PLAIN:
        return
    hardest = max(read, key=_weight)
    much = "far too hard" if level > HARD else "hard"
    message = f"{name} is {much} to read: grade {level:.1f}, {PLAIN:.0f} is plain"
    hint = f"begin with “{shortened(hardest.text)}” and with {', '.join(_longest(read))}"
    yield Problem("reading-level", message, hardest.place, hint, Severity.WARNING)


def _for_colleagues(name: str, read: Iterable[Sentence]) -> Iterator[Problem]:
    """Sentences that are far too hard, in a text that is too short for a grade or plain else."""
    for sentence in read:
        if len(sentence.words) < LEAST_OF_SENTENCE:
            continue
        level = _grade(sentence.words, 1)
        if level > FOR_COLLEAGUES:
            message = f"a sentence of {name} is far too hard to read: grade {level:.1f}"
            words = ", ".join(_longest([sentence]))
            hint = f"write “{shortened(sentence.text)}” anew, without {words}"
            yield Problem("reading-level", message, sentence.place, hint, Severity.WARNING)


def _weight(sentence: Sentence) -> float:
    """How much a sentence adds to the grade."""
    count = sum(map(syllables, sentence.words))
    return 0.39 * len(sentence.words) + 11.8 * (count - 1.3 * len(sentence.words)) / 10


def _longest(read: Iterable[Sentence]) -> list[str]:
    """Give the three words with the most syllables, the first ones where there are more."""
    words = dict.fromkeys(word for sentence in read for word in sentence.words)
    return sorted(words, key=syllables, reverse=True)[:3]
