"""Schedules: a program worked out for a client, week by week. Nothing is left to calculate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from typing import Literal

from handouts.dataclass import dataclass
from handouts.model.dose import Dose, Load
from handouts.model.quantity import Span
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True)
class Count:
    """How many: from ``low`` to ``high``, which is ``None`` where there is no upper end."""

    low: Decimal = Decimal(0)
    high: Decimal | None = Decimal(0)

    def __add__(self, other: Count) -> Count:
        if self is NONE or other is NONE:  # most of what is counted: a task without time, say
            return other if self is NONE else self
        open_ended = self.high is None or other.high is None
        high = None if open_ended else (self.high or _ZERO) + (other.high or _ZERO)
        return Count(self.low + other.low, high)

    def __mul__(self, other: Count) -> Count:
        if self is NONE or other is NONE:
            return NONE
        open_ended = self.high is None or other.high is None
        high = None if open_ended else (self.high or _ZERO) * (other.high or _ZERO)
        return Count(self.low * other.low, high)


_ZERO = Decimal(0)

NONE = Count()
"""Nothing at all, and sure to be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """What some weeks ask for: the work alone, without warm-up and cool-down.

    ``load`` is sets × reps × load in ``unit`` (``kg`` or ``lb``), where loads are known. Time is
    in minutes, distance in metres.
    """

    sessions: int = 0
    sets: Count = NONE
    reps: Count = NONE
    minutes: Count = NONE
    metres: Count = NONE
    load: Count | None = None
    unit: str = "kg"


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An exercise, or work that needs no card, as it is done in one session.

    ``label`` is what the sheet calls it (``A``, ``C1``); ``title`` prints. ``exercise`` is its
    name in the library, ``None`` for work without a card. Where the load of ``dose`` was worked
    out from a percentage, ``percentage`` is what was written. ``rule`` says in the writer's own
    words how it progresses.
    """

    label: str
    title: str
    dose: Dose
    exercise: str | None = None
    percentage: Load | None = None
    rule: str | None = None
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Tasks done in turn: a superset, or a circuit for so many ``rounds`` or so long a ``time``."""

    kind: Literal["superset", "repeat"]
    tasks: tuple[Task, ...]
    rounds: Span | None = None
    time: Span | None = None
    rest: Span | None = None


Part = Task | Group
"""What a session is made of."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a program's week, from 1. ``named`` where weeks have seven days: 1 is Monday."""

    number: int
    named: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One session of one week. ``number`` counts the week's sessions from 1."""

    title: str
    number: int
    day: Day | None = None
    date: date | None = None
    duration: Span | None = None
    note: str | None = None
    warm_up: tuple[Part, ...] = ()
    work: tuple[Part, ...] = ()
    cool_down: tuple[Part, ...] = ()

    @property
    def tasks(self) -> tuple[Task, ...]:
        """Every task of the session in its order, those of groups among them."""
        parts = (*self.warm_up, *self.work, *self.cool_down)
        return tuple(
            task for part in parts for task in (part.tasks if isinstance(part, Group) else (part,))
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One week, or another cycle of a program. ``number`` counts from 1 over the whole program."""

    number: int
    start: date | None = None
    phases: tuple[str, ...] = ()
    deload: bool = False
    sessions: tuple[Session, ...] = ()
    rest_days: tuple[Day, ...] = ()
    totals: Totals = Totals()


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """All weeks of a program, or those that were asked for out of ``length``.

    A home program has one week that goes on as long as it is done, and a ``length`` of 0.
    ``exercises`` names those that are used, in the order in which they come first; ``by_exercise``
    holds what each week asks of each of them, by name.
    """

    weeks: tuple[Week, ...]
    length: int
    days: int = 7
    total: Totals = Totals()
    exercises: tuple[str, ...] = ()
    by_exercise: Mapping[str, tuple[Totals, ...]] = field(default_factory=dict)
