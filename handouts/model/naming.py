"""Names of items and of people: which of them are the same."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """A name as file systems without case compare it."""
    return unicodedata.normalize("NFC", name).casefold()
