"""Days of the calendar, as everybody reads them alike."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date

from handouts.source.shape import Parsed, Unreadable, shortened

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
YEARS = range(1900, 3000)
"""Years that a date may lie in."""

_OTHERWISE = re.compile(r"(\d{1,2})([./-]) ?(\d{1,2})\2 ?(\d{4})")


def parse_day(text: str) -> date:
    """``2027-01-04``: year, month and day (ISO 8601), in years that people plan for.

    A program that begins there must come to its end within the calendar, too.
    """
    with suppress(ValueError):  # no day of the calendar
        if _ISO.fullmatch(text) and (day := date.fromisoformat(text)).year in YEARS:
            return day
    message = f"must be a date, this is {shortened(text)}"
    meant = " or ".join(day.isoformat() for day in _meant(text)) or "2027-01-04"
    raise Unreadable(message, f"write year, month and day: {meant}", code="date")


def _meant(text: str) -> list[date]:
    """The days that a date may be whose day or month comes first; with dots, the day does."""
    match = _OTHERWISE.fullmatch(text)
    if match is None:
        return []
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    orders = [(other, one)] if match[2] == "." else [(one, other), (other, one)]
    days: list[date] = []
    for month, day in dict.fromkeys(orders):
        with suppress(ValueError):  # no day of the calendar
            days.append(date(year, month, day))
    return days


DAY = Parsed(parse_day, r"^\d{4}-\d{2}-\d{2}$", ("2027-01-04",))
"""The shape of a day."""
