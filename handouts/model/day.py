"""Days of the calendar, as everybody reads them alike."""

from __future__ import annotations

import re
from datetime import date

from handouts.source.shape import Parsed, Unreadable, shortened

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def parse_day(text: str) -> date:
    """``2027-01-04``: year, month and day (ISO 8601)."""
    try:
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:  # no day of the calendar
        pass
    message = f"must be a date, this is {shortened(text)}"
    raise Unreadable(message, "write year, month and day: 2027-01-04", code="date")


DAY = Parsed(parse_day, r"^\d{4}-\d{2}-\d{2}$", ("2027-01-04",))
"""The shape of a day."""
