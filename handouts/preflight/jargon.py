"""Jargon: words of the trade that nothing explains.

Source: AHRQ, PEMAT-P, items 3 and 4 (common words; medical terms are explained).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from handouts.preflight.copy import Copy, Part, words_of
from handouts.source.problem import Problem, Severity

SHOWN = 3
"""Words around one of the trade that show how it can be explained where it stands."""

_EXPLAINING = re.compile(r"\w* ?\(|\w*(?: \w+)? (?:means|is|are)\b")


def jargon(copy: Copy) -> Iterator[Problem]:
    """Warn of each word of the trade where it is first used, if it is not explained there.

    It is explained by what follows it: brackets, “means” or “is”, or the detail of the lead that it
    stands in; or it stands in brackets after what it means.
    """
    known = copy.words.jargon
    if not known:
        return
    firsts, pattern = _pattern(tuple(known))
    seen: set[str] = set()
    for passage in copy.passages:
        if all([firsts.isdisjoint(map(str.lower, each.words)) for each in passage.sentences]):
            continue  # most passages, at a tenth of the cost of a search
        for match in pattern.finditer(passage.text):
            word = match[1]
            if word.lower() in seen:
                continue
            seen.add(word.lower())
            if passage.part is not Part.LEAD and not _is_explained(match):
                message = f"“{word}” is a word of the trade that many do not know"
                plain = known[word.lower()]
                hint = f"say it plainly ({plain}), or explain it: {_explained(match, plain)}"
                yield Problem("jargon", message, passage.place, hint, Severity.WARNING)


def _is_explained(match: re.Match[str]) -> bool:
    before, after = match.string[: match.start()], match.string[match.end() :]
    return bool(_EXPLAINING.match(after)) or before.rstrip().endswith("(")


def _explained(match: re.Match[str], plain: str) -> str:
    """The words around one of the trade, with what it means in brackets: they can be pasted."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    first, last = before.split()[-SHOWN:], after.split()[: SHOWN - 1]
    start, end = before.count(" ") > len(first), len(after.split()) > len(last)
    space = "" if after[:1] in ("", *".,;:!?") else " "
    words = f"{' '.join([*first, match[0]])} ({plain}){space}{' '.join(last)}"
    return f"“{'…' if start else ''}{words}{'…' if end else ''}”"


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> tuple[frozenset[str], re.Pattern[str]]:
    """What words begin with, alone or as one of several, and one pattern for all of them.

    The longest comes first, so that what says more is found before what says less.
    """
    longest_first = sorted(words, key=len, reverse=True)
    stems = [_stem(part[0]) for word in words if (part := words_of(word))]
    firsts = frozenset([*stems, *[f"{stem}s" for stem in stems]])
    pattern = rf"\b({'|'.join(map(re.escape, longest_first))})s?\b"
    return firsts, re.compile(pattern, re.IGNORECASE)


def _stem(word: str) -> str:
    return word.lower().removesuffix("s")
