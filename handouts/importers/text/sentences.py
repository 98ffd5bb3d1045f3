"""Running text to its sentences."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…؟])[\"”’»)\]]*\s+|(?<=[。！？])(?=.)")
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
    if after[:1].islower():
        return True
    words = before.rsplit(maxsplit=1)
    last = words[-1].strip("(\"'“„") if words else ""
    if not last.endswith(".") or last.endswith("..."):
        return False
    word = last.rstrip(".").casefold()
    is_number = len(words) == 1 and _NUMBER.fullmatch(words[0]) is not None
    return is_number or word in _ABBREVIATIONS or (len(word) == 1 and word.isalpha())
