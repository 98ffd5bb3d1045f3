"""Jargon: words of the trade that nothing explains.

Source: AHRQ, PEMAT-P, items 3 and 4 (common words; medical terms are explained).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handouts.preflight.copy import Copy, Part
from handouts.source.problem import Problem, Severity

_EXPLAINING = re.compile(r"\w* ?\(|\w*(?: \w+)? (?:means|is|are)\b")


def jargon(copy: Copy) -> Iterator[Problem]:
    """Warn of each word of the trade where it is first used, if it is not explained there.

    It is explained by what follows it: brackets, “means” or “is”, or the detail of the lead that it
    stands in; or it stands in brackets after what it means.
    """
    known = copy.words.jargon
    if not known:
        return
    pattern = _pattern(tuple(known))
    seen: set[str] = set()
    for passage in copy.passages:
        for match in pattern.finditer(passage.text):
            word = match[1]
            if word.lower() in seen:
                continue
            seen.add(word.lower())
            if passage.part is not Part.LEAD and not _is_explained(match):
                message = f"“{word}” is a word of the trade that many do not know"
                hint = f"write “{known[word.lower()]}”, or say in brackets after it what it means"
                yield Problem("jargon", message, passage.place, hint, Severity.WARNING)


def _is_explained(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_EXPLAINING.match(after)) or before.rstrip().endswith("(")


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    """One pattern for all words, the longest first, so that what says more is found first."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(map(re.escape, longest_first))})s?\b", re.IGNORECASE)
