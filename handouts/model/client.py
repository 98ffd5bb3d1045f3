"""Clients: who a handout is for, as one run or one row of a list says it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from handouts.dataclass import dataclass
from handouts.model.dose import Dose
from handouts.model.quantity import Amount
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Client:
    """The person a handout is for, and what the coach adds; all of it may be missing.

    ``date`` prints as it is given, while programs count their days from ``start``. ``goal`` names
    one of an exercise's goals, ``rung`` one of a ladder's. ``build`` names what this person gets.
    ``maxima`` are one-repetition maxima (one number, in kg or lb) and ``doses`` what changes in an
    exercise's dose, both by the exercise's name. Of somebody who is not ``sound`` not all could be
    read that is said: what could be is checked, and nothing is printed for them. ``places`` are
    those of what was written: of a key, and of a name within it (``build.plank``).
    """

    client: str | None = None
    coach: str | None = None
    date: str | None = None
    note: str | None = None
    goal: str | None = None
    rung: str | None = None
    lang: str | None = None
    start: datetime.date | None = None
    build: tuple[str, ...] = ()
    maxima: Mapping[str, Amount] = field(default_factory=dict, hash=False)
    doses: Mapping[str, Dose] = field(default_factory=dict, hash=False)
    sound: bool = True
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)
