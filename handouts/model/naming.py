"""Names of items and of people: which of them are the same."""

from __future__ import annotations

import unicodedata


def folded(name: str) -> str:
    """A name as file systems without case compare it; a Turkish İ is an i as well."""
    return unicodedata.normalize("NFC", name).casefold().replace("i\u0307", "i")
