"""Credits: whose work a file is made from, and on what terms it may be used.

What a licence asks for is printed, by the recommended practice of Creative Commons: author, source
and licence, each with its address in words (https://wiki.creativecommons.org/wiki/TASL).
"""

from __future__ import annotations

import re

from handouts.dataclass import dataclass
from handouts.source.shape import Field, Line, Record

_WAIVER = re.compile(r"cc[ -]?0\b|unlicense\b|public domain\b|pdm\b", re.IGNORECASE)
"""What gives all rights away begins so."""

_CREATIVE_COMMONS = re.compile(r"CC (BY(?:-NC)?(?:-SA|-ND)?) (\d\.\d)")
_SCHEME = re.compile(r"^https?://(?:www\.)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """An author, the licence by its short name (``CC BY-SA 4.0``), and where the work is found."""

    author: str | None = None
    licence: str | None = None
    source: str | None = None

    @property
    def is_owed(self) -> bool:
        """Whether it has to be printed: only those who gave up all rights ask for nothing."""
        return not (self.licence and _WAIVER.match(self.licence))

    def __str__(self) -> str:
        """The line that prints: ``Sam Lee, example.org/9 (CC BY 4.0, creativecommons.org/…)``."""
        whose = ", ".join(filter(None, (self.author, _in_words(self.source))))
        terms = ", ".join(filter(None, (self.licence, _address(self.licence))))
        return f"{whose} ({terms})" if whose and terms else whose or terms


def _in_words(source: str | None) -> str | None:
    return _SCHEME.sub("", source).rstrip("/") if source else None


def _address(licence: str | None) -> str | None:
    """Where the text of a Creative Commons licence is found; of others the name must do."""
    found = _CREATIVE_COMMONS.fullmatch(licence or "")
    return f"creativecommons.org/licenses/{found[1].lower()}/{found[2]}" if found else None


CREDIT = Record(
    Credit,
    (
        Field("author", Line(200), "Who wrote it, or took the pictures.", example="Sam Lee"),
        Field("licence", Line(120), "The licence, by its short name.", example="CC BY-SA 4.0"),
        Field(
            "source",
            Line(400),
            "Where it comes from: an address, or a title.",
            example="https://example.org/9",
        ),
    ),
)
"""The shape of a credit."""
