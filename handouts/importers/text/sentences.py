"""Running text to its sentences."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…؟])[\"”’»)\]]*\s+|(?<=[。！？])(?=.)")
_LAST_WORD = re.compile(r"(\S+)\s*$")
_NUMBER = re.compile(r"\(?\d{1,2}\.")
_ABBREVIATIONS = frozenset(
    {
        *("approx", "ca", "cf", "d.h", "dr", "e.g", "ecc", "ej", "es", "etc", "evtl", "ex", "fig"),
        *("bzw", "ggf", "i.e", "inkl", "max", "min", "no", "nr", "p.ej", "st", "usw", "vs", "z.b"),
    }
)


def sentences(text: str) -> list[str]:
    """The sentences of a text.

    A full stop after an abbreviation or a number that begins one, or before a small letter, ends
    none.
    """
    found = []
    start = 0
    for end in _END.finditer(text):
        if _goes_on(text[start : end.start()], text[end.end() :]):
            continue
        found.append(text[start : end.end()].strip())
        start = end.end()
    return [each for each in (*found, text[start:].strip()) if each]


def _goes_on(before: str, after: str) -> bool:
    word = _LAST_WORD.search(before)
    last = word[1].strip("(\"'“„").casefold().rstrip(".") if word else ""
    stops = before.rstrip().endswith(".") and (
        last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())
    )
    return (
        after[:1].islower()
        or (stops and not before.rstrip().endswith("..."))
        or _NUMBER.fullmatch(before.strip()) is not None
    )
