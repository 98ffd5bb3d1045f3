"""Languages by their tags (BCP 47): which of some is meant by another."""

from __future__ import annotations

from collections.abc import Iterable

TAG = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
"""What a language's tag looks like, as a regular expression."""


NAMED = {
    **{"arabic": "ar", "العربية": "ar", "english": "en", "french": "fr", "français": "fr"},
    **{"german": "de", "deutsch": "de", "italian": "it", "italiano": "it", "portuguese": "pt"},
    **{"português": "pt", "spanish": "es", "español": "es", "polish": "pl", "polski": "pl"},
    **{"russian": "ru", "русский": "ru", "turkish": "tr", "türkçe": "tr", "chinese": "zh"},
}
"""Tags of languages that people write by name."""


def canonical(tag: str) -> str:
    """A tag in capitals and small letters as they are usual: ``es-MX``, ``zh-Hant`` (RFC 5646)."""
    language, *subtags = tag.split("-")
    usual = {2: str.upper, 4: str.title}
    return "-".join(
        [language.lower(), *(usual.get(len(each), str.lower)(each) for each in subtags)]
    )


def lookup(wanted: str, available: Iterable[str]) -> str | None:
    """Find a language: itself, a wider one (``es`` for ``es-MX``), else one of its varieties.

    Its parts are taken off from the end, as RFC 4647 has it, whatever the case.
    """
    by_tag = {tag.casefold(): tag for tag in available}
    parts = wanted.casefold().split("-")
    for count in range(len(parts), 0, -1):
        if tag := by_tag.get("-".join(parts[:count])):
            return tag
    return next((tag for key, tag in by_tag.items() if key.startswith(f"{parts[0]}-")), None)
