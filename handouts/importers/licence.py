"""Credits as exercises carry them, from the many ways in which licences are written."""

from __future__ import annotations

import re

from handouts.importers.draft import Value
from handouts.importers.record import Record

_CREATIVE_COMMONS = re.compile(
    r"(?:CC|Creative Commons)[ -](BY(?:[ -](?:NC|SA|ND))*)[ -]?(\d)?(?:\.(\d))?(?: International)?",
    re.IGNORECASE,
)


def licence_name(text: str) -> str:
    """A licence by its short name: ``CC-BY-SA 4`` is CC BY-SA 4.0."""
    found = _CREATIVE_COMMONS.fullmatch(text.strip())
    if not found:
        return text
    terms, major, minor = found.groups()
    name = f"CC {terms.upper().replace(' ', '-')}"
    return f"{name} {major}.{minor or 0}" if major else name


def credit(
    record: Record, *, author: str | None = None, licence: str | None = None, source: str | None
) -> dict[str, Value]:
    """What a record says of its author and licence, else what holds for all it is taken from."""
    own = record.text("license", "licence")
    parts = {
        "author": record.text("license_author", "author") or author,
        "licence": licence_name(own) if own else licence,
        "source": source,
    }
    return {key: value for key, value in parts.items() if value}
