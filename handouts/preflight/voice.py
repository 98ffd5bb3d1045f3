"""Voice and emphasis: who does it is said, and nothing shouts.

Source: AHRQ, PEMAT-P, item 5 (active voice); RNIB, Clear print (no blocks of capitals or italics).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from handouts.preflight.copy import LISTS, Copy, Passage, words_of
from handouts.source.problem import Problem, Severity
from handouts.source.wording import shortened

MOST_IN_CAPITALS = 3
"""Words in a row that may be in capitals: an abbreviation or two is no shouting."""

MOST_IN_ITALICS = 8
"""Words in a row that may be in italics."""

_IRREGULAR = (
    "bent brought built caught done driven drawn felt given gone gripped grown held kept known laid"
    " led left let made met put raised read rotated said seen set shown sunk taken taught thrown"
    " told turned worn"
)
_STATES = frozenset(("advised", "relaxed", "scared", "supposed", "tired", "used", "worried"))
_PARTICIPLE = rf"(?P<done>{'|'.join(_IRREGULAR.split())}|[a-z]{{2,}}ed)"
_PASSIVE = re.compile(
    rf"\b(?:(?:should|must|can|may|will|has to|have to|needs? to|is to|are to)(?: not| never)? be"
    rf"|is being|are being|(?:is|are|was|were|be|been)(?= [a-z]+ by\b))(?: [a-z]+ly)? "
    rf"{_PARTICIPLE}\b",
    re.IGNORECASE,
)
_SIGNS = ("be ", "being ", "been ", " by ")
"""What a passive has somewhere."""

_MOVED = (
    "brought carried dropped driven lifted lowered moved performed pressed pulled pushed raised"
    " repeated returned rolled rotated swung taken turned"
)
_DESCRIBED = re.compile(
    rf"(?:then |now )?(?:the|your|this|both|each)(?: [\w-]+){{1,4}}? (?:is|are)"
    rf"(?: (?:then|now|[a-z]+ly))? (?:{'|'.join(_MOVED.split())})\b",
    re.IGNORECASE,
)
"""A movement that a sentence begins with, as if nobody made it. After “until” it is a state."""

_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}(?:[\s,.!-]+[^\W\d_a-z]{2,})+")
_ITALIC = re.compile(r"(?<![*\w])\*(?=[^\s*])(?P<italic>[^*]+?)(?<=\S)\*(?![*\w])")


def passive_voice(copy: Copy) -> Iterator[Problem]:
    """Warn of sentences that do not say who does it."""
    if not copy.is_english:
        return
    for passage in copy.passages:
        for passive in dict.fromkeys((*_passives(passage), *_described(passage))):
            message = f"“{passive}” does not say who does it"
            hint = "say it to the reader: Keep your back flat"
            yield Problem("passive-voice", message, passage.place, hint, Severity.WARNING)


def _passives(passage: Passage) -> Iterator[str]:
    text = passage.text.lower()
    if any([sign in text for sign in _SIGNS]):  # most have none, at a tenth of the cost
        for match in _PASSIVE.finditer(passage.text):
            if match["done"].lower() not in _STATES:
                yield match[0]


def _described(passage: Passage) -> Iterator[str]:
    if passage.key in LISTS:
        for sentence in passage.sentences:
            if (match := _DESCRIBED.match(sentence.text)) and not _PASSIVE.match(sentence.text):
                yield match[0]


def emphasis(copy: Copy) -> Iterator[Problem]:
    """Warn of runs of capitals and of italics, in any language that has them."""
    for passage in copy.passages:
        if any([word.isupper() for sentence in passage.sentences for word in sentence.words]):
            yield from _capitals(passage)
        if "*" in passage.text:
            yield from _italics(passage)


def _capitals(passage: Passage) -> Iterator[Problem]:
    for match in _CAPITALS.finditer(passage.text):
        if len(words_of(match[0])) > MOST_IN_CAPITALS and match[0].isupper():
            message = f"words in capitals are hard to read: {shortened(match[0])}"
            hint = "write them small; two stars on each side make a word **bold**"
            yield Problem("capitals", message, passage.place, hint, Severity.WARNING)


def _italics(passage: Passage) -> Iterator[Problem]:
    for match in _ITALIC.finditer(passage.text):
        if len(words_of(match["italic"])) > MOST_IN_ITALICS:
            message = f"long italics are hard to read: {shortened(match['italic'])}"
            hint = "take the stars out"
            yield Problem("italics", message, passage.place, hint, Severity.WARNING)
