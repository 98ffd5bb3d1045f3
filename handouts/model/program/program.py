"""Programs: sessions over weeks, or a few exercises for home."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from handouts.dataclass import dataclass
from handouts.model.exercise import Cue, Level, Pain
from handouts.model.quantity import Amount, Span
from handouts.model.reference import Reference
from handouts.source.problem import Place

if TYPE_CHECKING:  # most runs are cards alone
    from handouts.model.program.plan import PlannedDay, PlannedPart, PlannedSession
    from handouts.model.program.weeks import ByWeek, Weeks


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """Some weeks of a program, and what they are called."""

    weeks: Weeks
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """A program. Attributes are the keys of its file, ``-`` and spaces as ``_``.

    ``name`` is what it is found by (its file's stem) and ``file`` its path as shown to people;
    ``places`` are those of the keys that were written. Without ``weeks`` it is a home program,
    which goes on as long as it is done. A ``week`` of it has so many days. Its ``weeks`` are gone
    through as often as ``cycles`` says. ``training_max`` is in percent of the maximum.
    """

    program: str
    summary: str | None = None
    goal: str | None = None
    for_you_if: str | None = None
    not_yet_if: str | None = None
    category: str | None = None
    level: Level | None = None
    tags: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    duration: Span | None = None
    weeks: int | None = None
    week: int = 7
    cycles: int = 1
    start: date | None = None
    phases: tuple[Phase, ...] = ()
    deload: Weeks | None = None
    training_max: Decimal | None = None
    round: tuple[Amount, ...] = ()
    alternate: tuple[Reference, ...] = ()
    per_week: ByWeek[int] | None = None
    days: ByWeek[tuple[PlannedDay, ...]] | None = None
    sessions: tuple[PlannedSession, ...] = ()
    warm_up: tuple[PlannedPart, ...] = ()
    work: tuple[PlannedPart, ...] = ()
    cool_down: tuple[PlannedPart, ...] = ()
    progression: str | None = None
    rules: tuple[Cue, ...] = ()
    stop_if: tuple[str, ...] = ()
    pain: Pain | None = None
    cards: bool = False
    track: tuple[str, ...] = ()
    video: str | None = None
    disclaimer: str | None = None
    sources: tuple[str, ...] = ()
    lang: str = "en"
    allow: tuple[tuple[str, str], ...] = ()
    name: str = ""
    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def title(self) -> str:
        """Its name as it prints."""
        return self.program

    @property
    def plan(self) -> tuple[PlannedSession, ...]:
        """Its sessions: those that are listed, or the single one whose work stands in the open."""
        if self.sessions:
            return self.sessions
        from handouts.model.program.plan import PlannedSession

        single = PlannedSession(
            session=self.program,
            per_week=None if self.alternate else self.per_week,
            days=None if self.alternate else self.days,
            warm_up=self.warm_up,
            work=self.work,
            cool_down=self.cool_down,
            places=self.places,
        )
        return (single,)

    @property
    def exercises(self) -> tuple[str, ...]:
        """The names of the exercises that are done, in the order in which they come first."""
        tasks = (task for session in self.plan for task in session.tasks)
        return tuple(dict.fromkeys(task.exercise.name for task in tasks if task.exercise))


def located(program: Program, name: str, file: str) -> Program:
    """The program with its name and its file."""
    return replace(program, name=name, file=file)
