"""Plans: the sessions of a program and what is done in them, as its file gives them.

A plan holds what was written; ``scheduling`` works out of it what each week asks for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any, Literal

from handouts.dataclass import dataclass
from handouts.model.dose import FIELDS as DOSE_FIELDS
from handouts.model.exercise import NAME
from handouts.model.program.progression import PROGRESSION, Progression
from handouts.model.program.schedule import Day
from handouts.model.program.weeks import WEEKS, ByWeek, Weekly, Weeks
from handouts.model.quantity import Span
from handouts.model.reference import Reference
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Node
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    Field,
    Line,
    ListOf,
    Located,
    Named,
    OneOrList,
    Parsed,
    Record,
    Schema,
    Shape,
    Unreadable,
    did_you_mean,
    listed,
    nearest,
    shortened,
    wrong_kind,
)


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day on which a session stands, and where that is written."""

    day: Day
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTask:
    """An exercise of the library, or work that needs no card (``do``).

    ``title`` prints instead of the exercise's own. ``values`` are those of a dose by its keys,
    each of which may change by week; they win over the exercise's dose for ``goal``. ``max`` is
    the exercise of whose maximum a percentage is, if not this one.
    """

    exercise: Reference | None = None
    do: str | None = None
    title: str | None = None
    goal: Reference | None = None
    values: Mapping[str, ByWeek[Any]] = field(default_factory=dict)
    weeks: Weeks | None = None
    max: Reference | None = None
    progression: Progression | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def by_week(self) -> Mapping[str, ByWeek[Any]]:
        """What may change by week, under its keys."""
        return self.values

    @property
    def place(self) -> Place:
        """Where the exercise is named, or the work said."""
        return self.exercise.place if self.exercise else self.places.get("do", Place(""))


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedGroup:
    """Tasks done in turn: a superset, or a circuit of so many ``rounds`` or of so long a ``time``.

    ``places`` are those of the keys that were written: ``rounds``, ``for``, ``rest``, ``weeks``.
    """

    kind: Literal["superset", "repeat"]
    tasks: tuple[PlannedTask, ...]
    rounds: ByWeek[Span] | None = None
    time: ByWeek[Span] | None = None
    rest: ByWeek[Span] | None = None
    weeks: Weeks | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def by_week(self) -> Mapping[str, ByWeek[Any]]:
        """What may change by week, under its keys."""
        values = {"rounds": self.rounds, "for": self.time, "rest": self.rest}
        return {key: value for key, value in values.items() if value}


PlannedPart = PlannedTask | PlannedGroup
"""What a planned session is made of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """A session as it is written once, to be done in several weeks, on several days."""

    session: str
    weeks: Weeks | None = None
    per_week: ByWeek[int] | None = None
    days: ByWeek[tuple[PlannedDay, ...]] | None = None
    duration: Span | None = None
    note: str | None = None
    warm_up: tuple[PlannedPart, ...] = ()
    work: tuple[PlannedPart, ...] = ()
    cool_down: tuple[PlannedPart, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def parts(self) -> tuple[PlannedPart, ...]:
        """Everything of the session in its order."""
        return (*self.warm_up, *self.work, *self.cool_down)

    @property
    def tasks(self) -> tuple[PlannedTask, ...]:
        """Every task of the session in its order, those of groups among them."""
        return tuple(
            task
            for part in self.parts
            for task in (part.tasks if isinstance(part, PlannedGroup) else (part,))
        )

    @property
    def named_weeks(self) -> Iterator[Weeks]:
        """All weeks that its work names: where none of them begins or ends, nothing changes."""
        for item in (*self.parts, *self.tasks):
            if item.weeks:
                yield item.weeks
            for value in item.by_week.values():
                yield from (piece.weeks for piece in value.pieces if piece.weeks)


DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
"""The names of a week's days, the first one first."""

_DAY_NUMBERS = {name.lower(): number for number, name in enumerate(DAYS, 1)}
_DAY_NUMBERS |= {name[:3]: number for name, number in _DAY_NUMBERS.items()}
_DAY_NUMBERS |= {"tues": 2, "thur": 4, "thurs": 4}


def parse_day(text: str) -> Day:
    """``Mon``, ``monday``; a number, in weeks of another length than seven days."""
    if text.isdecimal() and 1 <= int(text[:4]) <= 99:
        return Day(int(text), named=False)
    number = _DAY_NUMBERS.get(text.lower().rstrip("."))
    if number is None:
        hint = did_you_mean(text, DAYS) or "write Mon, Tue, Wed, Thu, Fri, Sat or Sun"
        raise Unreadable(f"cannot be {shortened(text)}", hint, code="unknown-word")
    return Day(number)


_IN_WORDS = {
    **{"once": "1", "one": "1", "twice": "2", "two": "2", "three": "3", "four": "4", "five": "5"},
    **{"six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twelve": "12"},
}


def _number_in(text: str) -> str | None:
    """What to write in place of words with a number among them: ``8 weeks``, ``twice``."""
    words = (_IN_WORDS.get(word, word) for word in re.findall(r"\d+|[a-z]+", text.lower()))
    return next((f"write {word}" for word in words if word.isdecimal()), None)


def whole(low: int, high: int, tail: str = "") -> Parsed[int]:
    """The shape of a whole number from ``low`` to ``high``, maybe with the word ``tail``."""

    def parse(text: str) -> int:
        match = re.fullmatch(rf"(\d{{1,9}})(?: ?{tail})?", text)
        if match and low <= int(match[1]) <= high:
            return int(match[1])
        message = f"must be a whole number from {low} to {high}, this is {shortened(text)}"
        raise Unreadable(message, _number_in(text), code="number")

    pattern = rf"^\d+( ?{tail})?$" if tail else r"^\d+$"
    return Parsed(parse, pattern, (f"{max(low, 3)} {tail}".strip(),))


_DOSE_SHAPES: Mapping[str, Shape[Any]] = {each.key: each.shape for each in DOSE_FIELDS}

TIME = _DOSE_SHAPES["time"]
PER_WEEK = Weekly(whole(1, 99))
_DAY = Parsed(parse_day, r"^([A-Za-z]{3,9}\.?|\d{1,2})$", ("Mon", "Wednesday"))
DAYS_BY_WEEK = Weekly(OneOrList(Located(_DAY, PlannedDay)))
_NAME = Located(NAME, Reference)
_GOAL = Located(Line(80), Reference)

_COMMON_FIELDS = (
    Field("weeks", WEEKS, "The weeks in which it is done, if not in all.", example="3-8"),
    *(Field(each.key, Weekly(each.shape), each.doc, example=each.example) for each in DOSE_FIELDS),
    Field("max", _NAME, "The exercise of whose maximum a percentage is.", example="barbell-squat"),
    Field(
        "progression",
        PROGRESSION,
        "The rule by which it grows.",
        example="+2.5 kg each session",
    ),
)
_EXERCISE_FIELDS = (
    Field("exercise", _NAME, "An exercise of the library, by file name.", True, "glute-bridge"),
    Field("as", Line(300), "What it is called here.", example="Bridge, slow"),
    Field("goal", _GOAL, "The exercise's goal whose dose is taken.", example="strength"),
    *_COMMON_FIELDS,
)
_DO_FIELDS = (
    Field("do", Line(300), "Work that needs no card.", True, "Brisk walk"),
    *_COMMON_FIELDS,
)


def _task(places: Mapping[str, Place], **written: Any) -> PlannedTask:
    values = {key: written.pop(key) for key in _DOSE_SHAPES if key in written}
    title = written.pop("as", None)
    return PlannedTask(title=title, values=values, places=places, **written)


def _repeat(
    places: Mapping[str, Place], work: tuple[PlannedTask, ...], **written: Any
) -> PlannedGroup:
    time = written.pop("for", None)
    return PlannedGroup(kind="repeat", tasks=work, time=time, places=places, **written)


def _repeat_part(
    places: Mapping[str, Place], repeat: PlannedGroup, weeks: Weeks | None = None
) -> PlannedGroup:
    return replace(repeat, weeks=weeks, places={**places, **repeat.places})


def _superset_part(
    places: Mapping[str, Place],
    superset: tuple[PlannedTask, ...],
    rest: ByWeek[Span] | None = None,
    weeks: Weeks | None = None,
) -> PlannedGroup:
    return PlannedGroup(kind="superset", tasks=superset, rest=rest, weeks=weeks, places=places)


@dataclass(frozen=True, slots=True)
class _FirstKey:
    """Keys with values whose kind one of the keys tells: ``exercise``, ``do``, ``superset`` ..."""

    shapes: Mapping[str, Shape[Any]]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Any:
        if not isinstance(node, MappingNode):
            problems.append(wrong_kind(node, name, "keys with values"))
            return None
        keys = [key for key, _ in node.entries if key.value in self.shapes]
        if len(keys) == 1:
            return self.shapes[keys[0].value].read(node, problems, name)
        if keys:
            message = f"{name} has {' and '.join(key.value for key in keys)}"
            hint = "keep one of them, or begin each with a dash of its own"
            problems.append(Problem("two-kinds", message, keys[1].place, hint))
        else:
            problems.append(self._unknown(node, name))
        return None

    def _unknown(self, node: MappingNode, name: str) -> Problem:
        choices = listed(self.shapes)
        for key, _ in node.entries:
            if meant := nearest(key.value, self.shapes):
                message, hint = f"unknown key {shortened(key.value)}", f"did you mean {meant}?"
                return Problem("unknown-key", message, key.place, hint, key=meant)
        message = f"{name} does not say what to do"
        return Problem("missing-key", message, node.place, f"write {choices}")

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"anyOf": [shape.schema(definitions) for shape in self.shapes.values()]}


@dataclass(frozen=True, slots=True)
class _NotEmpty:
    """A list of tasks with at least one in it."""

    tasks: ListOf[PlannedTask]

    def read(
        self, node: Node, problems: list[Problem], name: str = "this"
    ) -> tuple[PlannedTask, ...] | None:
        tasks = self.tasks.read(node, problems, name)
        if tasks == ():
            hint = "begin each exercise with a dash"
            problems.append(Problem("empty", f"{name} has nothing in it", node.place, hint))
            return None
        return tasks

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {**self.tasks.schema(definitions), "minItems": 1}


_EXERCISE_RECORD = Record(_task, _EXERCISE_FIELDS, places=True)
_DO_RECORD = Record(_task, _DO_FIELDS, places=True)
_OF_A_TASK: Mapping[str, Shape[PlannedTask]] = {
    "exercise": Named("exercise", lambda: _EXERCISE_RECORD),
    "do": Named("do", lambda: _DO_RECORD),
}
_TASK = _FirstKey(_OF_A_TASK)
_TASKS = _NotEmpty(ListOf(_TASK))
_WEEKS_FIELD = Field("weeks", WEEKS, "The weeks in which it is done, if not in all.", example="3-8")
_REST_FIELD = Field("rest", Weekly(_DOSE_SHAPES["rest"]), "The rest after a round.", example="90 s")
_REPEAT = Record(
    _repeat,
    (
        Field("rounds", Weekly(_DOSE_SHAPES["sets"]), "How many rounds.", example="6"),
        Field("for", Weekly(TIME), "How long it goes on.", example="20 min"),
        Field("work", _TASKS, "What is done in turn.", True, "[{do: Run, time: 1 min}]"),
        _REST_FIELD,
    ),
    places=True,
)
_REPEAT_FIELDS = (
    Field("repeat", _REPEAT, "Work done in rounds, or for some time.", True),
    _WEEKS_FIELD,
)
_SUPERSET_FIELDS = (
    Field("superset", _TASKS, "Exercises done in turn.", True),
    _REST_FIELD,
    _WEEKS_FIELD,
)
_OF_A_PART: Mapping[str, Shape[PlannedPart]] = {
    **_OF_A_TASK,
    "superset": Record(_superset_part, _SUPERSET_FIELDS, places=True),
    "repeat": Record(_repeat_part, _REPEAT_FIELDS, places=True),
}
_PART_OF_WORK = _FirstKey(_OF_A_PART)
_PART = Named("part", lambda: _PART_OF_WORK)
PARTS = ListOf(_PART)
"""The shape of what is done in a session."""

PART_FIELDS = (
    Field(
        "warm-up",
        PARTS,
        "What comes before the work.",
        example="[{do: Brisk walk, time: 5 min}]",
    ),
    Field(
        "work",
        PARTS,
        "What is done, in order.",
        example="\n  - {exercise: glute-bridge, sets: 3, reps: 8}",
    ),
    Field("cool-down", PARTS, "What comes after it.", example="[{do: Easy walk, time: 5 min}]"),
)
"""The keys under which parts stand, in a session or in a program that has a single one."""

PER_WEEK_FIELD = Field("per_week", PER_WEEK, "How many times a week.", example="3")
DAYS_FIELD = Field("days", DAYS_BY_WEEK, "On which days.", example="[Mon, Wed, Fri]")

_SESSION_FIELDS = (
    Field("session", Line(120), "The session's name, as it prints.", True, "A"),
    Field("weeks", WEEKS, "The weeks in which it is done, if not in all.", example="3-8"),
    PER_WEEK_FIELD,
    DAYS_FIELD,
    Field("duration", TIME, "About how long it takes.", example="30 min"),
    Field("note", Line(300), "A few words more.", example="Stop before you are tired."),
    *PART_FIELDS,
)
SESSIONS = ListOf(Record(PlannedSession, _SESSION_FIELDS, places=True))
"""The shape of sessions."""
