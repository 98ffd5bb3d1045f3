"""Slips of the pen: a word that stands twice, and what was to be written later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from handouts.preflight.copy import Copy
from handouts.source.problem import Problem, Severity

_TWICE = re.compile(r"\b(?P<word>[^\W\d_]++)\s++(?P=word)\b", re.IGNORECASE)
_LATER = re.compile(r"\b(?:TODO|TBD|FIXME|XXX+)\b|\blorem ipsum\b|^\W*\?\?+\W*$")
_SIGNS = ("TODO", "TBD", "FIXME", "XXX", "lorem ipsum", "??")
"""What a text that is not finished has somewhere; to look for them takes a tenth of the search."""

_MAY_STAND_TWICE = frozenset({"had", "that", "very"})


def doubled_words(copy: Copy) -> Iterator[Problem]:
    """Warn of a word that stands twice in a row, as what is pasted over another leaves it."""
    if not copy.is_english:  # in other languages pronouns may follow their like
        return
    for passage in copy.passages:
        for match in _TWICE.finditer(passage.text):
            if match["word"].lower() not in _MAY_STAND_TWICE:
                message = f"“{match[0]}” has a word twice"
                hint = f"write “{match['word']}” once, and read the sentence again"
                yield Problem("doubled-word", message, passage.place, hint, Severity.WARNING)


def unfinished(copy: Copy) -> Iterator[Problem]:
    """Warn of words that hold the place of others."""
    for passage in copy.passages:
        if not copy.is_english or not any([sign in passage.text for sign in _SIGNS]):
            continue
        if match := _LATER.search(passage.text):
            message = f"“{match[0]}” would print as it stands"
            hint = "write what belongs here, or take it out"
            yield Problem("unfinished", message, passage.place, hint, Severity.WARNING)
