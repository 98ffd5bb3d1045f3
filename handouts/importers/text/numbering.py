"""Numbers that stand before steps, and are printed anew: ``1. Sit 2. Stand``."""

from __future__ import annotations

import re

_WORDS = (
    *("step", "schritt", "paso", "étape", "passo", "stap", "krok", "steg", "trin", "adım"),
    *("langkah", "korak", "шаг", "крок", "βήμα", "الخطوة", "שלב"),
)
"""What a step is called where its number follows."""

_NUMBER = re.compile(
    rf"""(?<!\S)(?:(?:{"|".join(_WORDS)})\s)?   # Step
         \(?(?P<number>\d{{1,2}})
         (?: [.)][-–]?(?=\s|[^\W\d])             # 1. 1) 1.- and 1.Sit, but not 1.5
           | :(?=\s)
           | \s?[-–]\s(?!\d)                     # 1 - Sit, but not 2 - 3 s
         )\s*""",
    re.VERBOSE | re.IGNORECASE,
)
_MARK = re.compile(
    r"""(?: (?P<bold>\*\*)?\(?\d{1,2}[.)][-–]?(?(bold)\*\*)(?=\s|[^\W\d])
          | [•●▪◦‣·–—]
          | [-*](?=\s)
        )\s*(?=\S)""",
    re.VERBOSE,
)


def numbered_parts(text: str) -> list[str]:
    """The parts of ``1. Lie down. 2. Rise.``, without their numbers; none of other texts.

    What stands before a list of several is a part of its own, or begins the first after a colon.
    """
    starts = _counted(text)
    if not starts or (len(starts) == 1 and starts[0].start() > 0):
        return []
    before = text[: starts[0].start()].strip()
    if before and not before.endswith((".", "!", "?", ":", "：")):
        return []
    ends = [found.start() for found in starts[1:]] + [len(text)]
    parts = [text[s.end() : end].strip() for s, end in zip(starts, ends, strict=True)]
    if before.endswith((":", "：")):
        return [f"{before} {parts[0]}", *parts[1:]]
    return [before, *parts] if before else parts


def unnumbered(line: str) -> str:
    """A line of a list without its number, dash or bullet."""
    mark = _MARK.match(line)
    return line[mark.end() :] if mark else line


def _counted(text: str) -> list[re.Match[str]]:
    """The numbers of a text that count from one."""
    starts: list[re.Match[str]] = []
    for found in _NUMBER.finditer(text):
        if int(found["number"]) == len(starts) + 1:
            starts.append(found)
    return starts
