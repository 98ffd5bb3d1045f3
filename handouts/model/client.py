"""Clients: who a handout is for, as one run or one row of a list says it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The person a handout is for, and what the coach adds; all of it may be missing.

    ``date`` prints as it is given. ``goal`` names one of an exercise's goals, ``rung`` one of a
    ladder's.
    """

    client: str | None = None
    coach: str | None = None
    date: str | None = None
    note: str | None = None
    goal: str | None = None
    rung: str | None = None
