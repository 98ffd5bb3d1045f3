"""Cues: a verb first, one action, and short.

Source: AHRQ, PEMAT-P (explicit steps, active voice); Wulf 2013 for short instructions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import dropwhile

from handouts.preflight.copy import INSTRUCTIONS, LISTS, Copy, Part, Passage, first_word, words_of
from handouts.source.problem import Problem, Severity
from handouts.source.wording import shortened

MOST_WORDS = 20
"""Words of a sentence that people can keep in mind while they move."""

MOST_ACTIONS = 2
"""Things to do that one cue may ask for: a lead says one, and its detail may say how."""

_HOW_AND_WHEN = (
    "again also always and carefully don't finally first just last never next not now only"
    " please still then to"
)
_BEFORE_A_VERB = frozenset(_HOW_AND_WHEN.split())
_WHEN = (
    "after as at before by during for from if in on once until upon when whenever while with"
    " without"
)
_OPENERS = frozenset(_WHEN.split())
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_ASIDE = re.compile(r"\b(?:Tip|Note): ")
_CLAUSE = re.compile(r" (?:and then|and|then|but) |, (?:(?:and then|and|then|but) )?|[;:] ")


def cue_length(copy: Copy) -> Iterator[Problem]:
    """Warn of sentences in lists that are too long to remember, in any language with spaces."""
    for passage in copy.passages:
        if passage.key not in LISTS:
            continue
        for sentence in _SENTENCE.split(passage.text):
            if (count := len(sentence.split())) > MOST_WORDS:
                message = f"a cue has {count} words in one sentence, {MOST_WORDS} are the most"
                hint = f"cut “{shortened(sentence)}” in two"
                yield Problem("cue-length", message, passage.place, hint, Severity.WARNING)


def verb_first(copy: Copy) -> Iterator[Problem]:
    """Warn of steps that do not begin with what to do."""
    for passage in _instructions(copy):
        if passage.part is not Part.DETAIL and not _tells(passage.text, copy.words.verbs):
            message = f"a step begins with “{_first_words(passage.text)}”, not with what to do"
            hint = "begin with a verb: Lift your hips"
            yield Problem("verb-first", message, passage.place, hint, Severity.WARNING)


def one_action(copy: Copy) -> Iterator[Problem]:
    """Warn of steps that ask for several things, one after the other."""
    for passage in _instructions(copy):
        actions = _actions(passage.text, copy.words.verbs)
        if len(actions) > MOST_ACTIONS:
            message = f"a step asks for {len(actions)} things: {', '.join(actions)}"
            hint = "make each a step of its own"
            yield Problem("several-actions", message, passage.place, hint, Severity.WARNING)


def _instructions(copy: Copy) -> Iterator[Passage]:
    """Give the passages that say what to do, in English."""
    if copy.is_english:
        yield from (passage for passage in copy.passages if passage.key in INSTRUCTIONS)


def _tells(text: str, verbs: frozenset[str]) -> bool:
    """Whether a text begins with a verb, or with how or when to do it and then a verb."""
    words = [word.lower().replace("’", "'") for word in words_of(text)]
    rest = [*dropwhile(_goes_before, words)]
    if not rest or rest[0] in verbs:
        return True
    return (rest[0] in _OPENERS or rest[0].endswith("ing")) and not verbs.isdisjoint(rest)


def _goes_before(word: str) -> bool:
    """Whether a word says how or when, and may stand before a verb."""
    return word in _BEFORE_A_VERB or (word.endswith("ly") and word != "apply")


def _actions(text: str, verbs: frozenset[str]) -> list[str]:
    """Give the verbs that begin a clause, each of which is a thing to do."""
    if ": " in text:
        text = _ASIDE.sub("", text)
    clauses = [clause for part in _SENTENCE.split(text) for clause in _CLAUSE.split(part)]
    firsts = [first_word(clause).lower() for clause in clauses]
    return [first for first in firsts if first in verbs]


def _first_words(text: str) -> str:
    return " ".join(text.split()[:3])
