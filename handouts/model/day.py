"""Days of the calendar, as everybody reads them alike."""

from __future__ import annotations

import re
from datetime import date

from handouts.source.shape import Parsed, Unreadable, shortened

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(text: str) -> date:
    """``2027-01-04``: year, month and day (ISO 8601)."""
    if not _ISO.fullmatch(text):
        message = f"must be a date, this is {shortened(text)}"
        raise Unreadable(message, "write year, month and day: 2027-01-04", code="date")
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"is no day of the calendar: {text}"
        raise Unreadable(message, "write year, month and day", code="date") from None


DAY = Parsed(parse_day, r"^\d{4}-\d{2}-\d{2}$", ("2027-01-04",))
"""The shape of a day."""
