"""Texts to cues: one thing to do each, perhaps with a lead, none longer than a card takes.

A cue is a text until a file says it: ``**Lead:** detail`` has a lead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from textwrap import wrap

from handouts.importers.draft import Value
from handouts.importers.text.numbering import numbered_parts, unnumbered
from handouts.importers.text.sentences import sentences

LONGEST_CUE = 1000
"""Characters that the detail of a cue may have."""

LONGEST_LEAD = 120

_LEAD = re.compile(r"\*\*(?P<lead>[^*]+?)\s*(?:[:.]\*\*|\*\*\s*:)\s*(?P<detail>\S.*)", re.DOTALL)


def steps(texts: Iterable[str]) -> list[str]:
    """The cues of a list whose items are one each, however long."""
    return [cue for text in texts for cue in short(unnumbered(text))]


def plain_cues(text: str) -> list[str]:
    """The cues of a text without markup.

    They are its lines; of one line its numbered parts, what stands between semicolons or bars if
    that is one sentence each, or its sentences.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(lines) == 1:
        lines = numbered_parts(lines[0]) or _listed(lines[0]) or sentences(lines[0])
    return steps(lines)


def running_cues(text: str) -> list[str]:
    """The cues of running text: its numbered parts, or its sentences."""
    parts = numbered_parts(text) or sentences(unnumbered(text))
    return [cue for part in parts for cue in short(part)]


def cue_of(text: str) -> Value:
    """A cue as YAML says it: a bold beginning with a colon or full stop is its lead."""
    found = _LEAD.fullmatch(text)
    if found is None or len(found["lead"]) > LONGEST_LEAD:
        return text
    return {found["lead"]: found["detail"]}


def led(lead: str, cues: list[str]) -> list[str]:
    """Cues whose first has a lead, or follows it where it has one itself."""
    if not lead or not cues:
        return cues
    first, *others = cues
    return [lead, *cues] if _LEAD.fullmatch(first) else [f"**{lead}:** {first}", *others]


def below(words: str, cues: list[str], *, every: bool) -> list[str]:
    """Cues the first of which, or every one, says the words that stand over them."""
    count = (len(cues) if every else 1) if words else 0
    told = [*(_saying(words, cue) for cue in cues[:count]), *cues[count:]]
    return [part for cue in told for part in short(cue)]


def short(text: str) -> list[str]:
    """A cue as it is; sentence by sentence when it is too long for one."""
    if len(text) <= LONGEST_CUE:
        return [text] if text else []
    return [part for sentence in sentences(text) for part in _wrapped(sentence)]


def _saying(words: str, cue: str) -> str:
    """A cue that says some words first, within its lead where it has one."""
    found = _LEAD.fullmatch(cue)
    return f"**{words}: {found['lead']}:** {found['detail']}" if found else f"{words}: {cue}"


def _listed(text: str) -> list[str]:
    """What stands between signs that part a list; nothing where they part but a sentence."""
    for sign in (";", "|"):
        parts = [part.strip() for part in text.split(sign) if part.strip()]
        if sign in text and all(len(sentences(part)) == 1 for part in parts):
            return parts
    return []


def _wrapped(sentence: str) -> list[str]:
    """A sentence in parts that a cue can hold, cut at spaces."""
    return wrap(sentence, LONGEST_CUE) if len(sentence) > LONGEST_CUE else [sentence]
