"""Licences by their short names, from the many ways in which they are written."""

from __future__ import annotations

import re

_TERMS = {
    "attribution": "BY",
    "noncommercial": "NC",
    "non-commercial": "NC",
    "noderivatives": "ND",
    "noderivs": "ND",
    "sharealike": "SA",
    "share alike": "SA",
    "share-alike": "SA",
}
_SPELT_OUT = re.compile("|".join(_TERMS), re.IGNORECASE)
_CREATIVE_COMMONS = re.compile(
    r"(?:CC|Creative Commons)[ -](BY(?:[ -](?:NC|SA|ND))*)[ -]?(\d)?(?:\.(\d))?(?: International)?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://(?:www\.)?creativecommons\.org/(\w+)/([\w-]+)/(\d\.\d).*")
_PUBLIC = {"zero": "CC0", "mark": "public domain"}


def licence_name(text: str) -> str:
    """A licence by its short name: ``CC-BY-SA 4`` is CC BY-SA 4.0; others as they are written.

    Those of Creative Commons are known spelt out and by their address as well.
    """
    written = text.strip()
    if address := _ADDRESS.fullmatch(written):
        kind, terms, version = address.groups()
        written = f"CC {terms} {version}" if kind == "licenses" else _PUBLIC.get(terms, text)
    found = _CREATIVE_COMMONS.fullmatch(_SPELT_OUT.sub(_short, written))
    if not found:
        return written
    terms, major, minor = found.groups()
    name = f"CC {terms.upper().replace(' ', '-')}"
    return f"{name} {major}.{minor or 0}" if major else name


def _short(spelt_out: re.Match[str]) -> str:
    return _TERMS[spelt_out[0].lower()]
