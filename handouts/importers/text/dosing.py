"""How much, as people write it into one cell: ``3 sets of 8–12 each side, 60s rest``."""

from __future__ import annotations

import re

_COUNT = r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?![\d.,]\d|\d)"
_TIME = rf"{_COUNT}\s?(?:seconds?|secs?|s|minutes?|mins?)\b"
_SETS = rf"(?P<sets>{_COUNT})\s?(?:sets?\b\s?(?:of\b|x|×)?|x|×)\s?"
_REPS = rf"(?P<reps>{_COUNT})(?:\s?(?:reps?|repetitions?)\b|(?!\s?(?:kgs?\b|lbs?\b|k?m\b|[%x×])))"

_PARTS = tuple(
    re.compile(rf"(?<![\w.,]){part}", re.IGNORECASE)
    for part in (
        rf"(?P<often>{_COUNT})\s?(?:x|×|times)?\s?(?:/|\ba|\bper)\s?(?P<period>day|week)\b",
        r"(?P<frequency>daily)\b",
        rf"(?P<rest>{_TIME})\s(?:of\s)?rest\b",
        rf"rest:?\s(?:for\s)?(?P<rest>{_TIME})",
        rf"{_SETS}(?P<hold>{_TIME})(?:\shold\b)?",
        rf"{_SETS}{_REPS}",
        rf"(?P<sets>{_COUNT})\s?sets?\b",
        rf"(?P<reps>{_COUNT})\s?(?:reps?|repetitions?)\b",
        r"(?P<side>each)\sside\b",
    )
)
"""What may be said, the longest first; what is said again stays a word of the note."""

_LOOSE = re.compile(r"\s*[,;](?=\s*[,;.])")


def dose_of(text: str) -> dict[str, str]:
    """The keys of a dose that a text gives; its other words are a note."""
    dose: dict[str, str] = {}
    text = " ".join(text.split())
    for part in _PARTS:
        found = part.search(text)
        said = _keys(found) if found else {}
        if found and not said.keys() & dose.keys():
            dose |= said
            text = f"{text[: found.start()].rstrip()} {text[found.end() :].lstrip()}"
    note = " ".join(_LOOSE.sub("", text).split()).strip(" ,;.")
    return {**dose, "note": note} if re.search(r"\w", note) else dose


def _keys(found: re.Match[str]) -> dict[str, str]:
    keys = found.groupdict()
    if period := keys.pop("period", None):
        return {"frequency": f"{keys['often']}/{period.lower()}"}
    return {key: value.lower() for key, value in keys.items()}
