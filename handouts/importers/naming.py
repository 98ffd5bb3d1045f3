"""Names of files: made of titles, safe on any file system, each once in a library."""

from __future__ import annotations

import re
import unicodedata

from handouts.batch.files import safe_name
from handouts.model.naming import folded

_GAPS = re.compile(r"-+")


def stem_of(title: str) -> str:
    """A title as a file's stem: ``3/4 Sit-Up`` is ``3-4-sit-up``.

    Letters of the Latin script go without their accents; those of others stay what they are.
    """
    text = unicodedata.normalize("NFKC", title).casefold().replace("'", "").replace("’", "")
    plain = "".join(_plain(letter) for letter in text)
    return safe_name(_GAPS.sub("-", plain).strip("-"))


class Names:
    """The names that are taken already in a library."""

    def __init__(self, taken: set[str]) -> None:
        self._taken = {folded(name) for name in taken}
        self._numbers: dict[str, int] = {}

    def take(self, title: str) -> str:
        """A name for a title, with a number where it is taken."""
        name = stem = stem_of(title)
        while folded(name) in self._taken:
            self._numbers[stem] = self._numbers.get(stem, 1) + 1
            name = f"{stem}-{self._numbers[stem]}"
        self._taken.add(folded(name))
        return name


def _plain(letter: str) -> str:
    """A letter, digit or sign above or below one, without its accent where that is plain; or -."""
    base = unicodedata.normalize("NFD", letter)[0]
    if base.isascii() and base.isalnum():
        return base
    return letter if letter.isalnum() or unicodedata.category(letter).startswith("M") else "-"
