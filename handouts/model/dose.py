"""Doses: how much of an exercise, how often, how hard.

A value may be a number, a range, one for each set, open or ``max``; see ``quantity``. A dose
holds what was written and nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from handouts.dataclass import dataclass
from handouts.model.quantity import DISTANCE, LOAD, TIME, Quantity, Span
from handouts.source.node import Node, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    Choice,
    Field,
    Line,
    Named,
    Parsed,
    Record,
    Schema,
    Unreadable,
    shortened,
    wrong_kind,
)


class Side(StrEnum):
    """Which side works: each in turn, or one alone."""

    EACH = "each"
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Tempo:
    """Seconds down, at the bottom, up and at the top; ``X`` is as fast as can be."""

    parts: tuple[str, ...]

    def __str__(self) -> str:
        return "-".join(self.parts)


@dataclass(frozen=True, slots=True)
class Load:
    """What is lifted: an amount, or words (``red band``) where there is none to weigh."""

    amount: Span | None = None
    words: str | None = None

    def __str__(self) -> str:
        return str(self.amount) if self.amount else self.words or ""

    @property
    def is_bodyweight(self) -> bool:
        """Whether it is the body alone that is lifted."""
        return self.words == BODYWEIGHT


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard: ``RPE`` (rating of perceived exertion) or ``RIR`` (repetitions in reserve)."""

    scale: str
    value: Span

    def __str__(self) -> str:
        return f"{self.scale}\N{NO-BREAK SPACE}{self.value}"


@dataclass(frozen=True, slots=True)
class Frequency:
    """How often in a ``period``, which is ``day`` or ``week``."""

    times: Span
    period: str

    def __str__(self) -> str:
        return f"{self.times}/{self.period}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dose:
    """How much of an exercise. ``places`` are those of the keys that were written."""

    sets: Span | None = None
    reps: Span | None = None
    hold: Span | None = None
    tempo: Tempo | None = None
    lowering: Span | None = None
    rest: Span | None = None
    load: Load | None = None
    effort: Effort | None = None
    distance: Span | None = None
    time: Span | None = None
    side: Side | None = None
    frequency: Frequency | None = None
    per_day: Span | None = None
    note: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


BODYWEIGHT = "bodyweight"

_BODYWEIGHT = re.compile(r"body[ -]?weight|bw", re.IGNORECASE)
_TEMPO_PART = r"(?:\d{1,2}|[Xx])"
_TEMPO = re.compile(rf"{_TEMPO_PART}(?:[-–]{_TEMPO_PART}){{2,3}}|[\dXx]{{4}}")
_EFFORT = re.compile(r"(RPE|RIR) ?(.+)", re.IGNORECASE)
_FREQUENCY = re.compile(r"(.+?) ?(?:/|×|x/| a | per | times a ) ?(day|week)", re.IGNORECASE)

_SETS = Quantity({}, ("3", "3-4", "5+"), whole=True, per_set=False, maximum=False, verb="run")
_REPS = Quantity({}, ("8", "6-10", "12, 10, 8", "5+", "max"), whole=True, verb="run")
_TIMES = Quantity({}, ("2", "3-4"), whole=True, per_set=False, maximum=False)
_TIME = Quantity(TIME, ("30 s", "20-30 s", "2 min"))
_REST = Quantity(TIME, ("90 s", "2-3 min"), zero=True)
_DISTANCE = Quantity(DISTANCE, ("400 m", "5 km", "2-3 mi"))
_LOAD = Quantity(LOAD, ("20 kg", "75%", "75% TM", "65%, 75%, 85%"), maximum=False)
_RATING = Quantity({}, ("8", "7-8"), zero=True, maximum=False)
_LONGEST_UNIT = 4
_LARGEST_RATING = {"RPE": 20, "RIR": 10}


def parse_tempo(text: str) -> Tempo:
    """``3-1-1-0``, ``3-0-1``, or ``31X0`` without dashes."""
    if not _TEMPO.fullmatch(text):
        hint = "write seconds down, at the bottom, up, at the top: 3-1-1-0 (X is fast)"
        raise Unreadable(f"cannot be read: {shortened(text)}", hint, code="dose")
    parts = re.split("[-–]", text) if len(text) > 4 else list(text)
    return Tempo(tuple(part.upper() for part in parts))


def parse_load(text: str) -> Load:
    """An amount, ``bodyweight``, or words (``2 red bands``); a number with a slip is not words."""
    if _BODYWEIGHT.fullmatch(text):
        return Load(words=BODYWEIGHT)
    if not text[0].isdigit():
        return Load(words=text)
    try:
        return Load(_LOAD(text))
    except Unreadable:
        if _has_words(text):
            return Load(words=text)
        raise


def _has_words(text: str) -> bool:
    """Whether there is more to it than a number and what might be a unit."""
    found = [word for word in re.findall(r"[^\W\d_]+", text) if word != "to"]
    return len(found) > 1 or any(len(word) > _LONGEST_UNIT for word in found)


def parse_effort(text: str) -> Effort:
    """``RPE 8``, ``RIR 1-2``; perceived exertion is rated to 10, or to 20 after Borg."""
    match = _EFFORT.fullmatch(text)
    if not match:
        message = f"cannot be read: {shortened(text)}"
        raise Unreadable(message, "write RPE 8 or RIR 2; words go into note", code="dose")
    scale, value = match[1].upper(), _within(match, 2, _RATING)
    most = _LARGEST_RATING[scale]
    if any(amount.high is None for amount in value.amounts):
        hint = f"write {scale} 8, or {scale} 8-10"
        raise Unreadable(f"must have an end: {shortened(text)}", hint, code="dose")
    if any(amount.high is not None and amount.high > most for amount in value.amounts):
        message = f"cannot be so much: {shortened(text)}"
        raise Unreadable(message, f"{scale} goes to {most}", code="dose-size")
    return Effort(scale, value)


def parse_frequency(text: str) -> Frequency:
    """``2/day``, ``3-4/week``, ``daily``, ``3 times a week``."""
    if text.lower() == "daily":
        text = "1/day"
    match = _FREQUENCY.fullmatch(text)
    if not match or not match[1][0].isdigit():
        message = f"cannot be read: {shortened(text)}"
        raise Unreadable(message, "write it like 2/day or 3-4/week", code="dose")
    return Frequency(_within(match, 1, _TIMES), match[2].lower())


def _within(match: re.Match[str], group: int, read: Quantity) -> Span:
    """What a part of a text says; a fault in it is placed within the whole."""
    try:
        return read(match[group])
    except Unreadable as fault:
        fault.start += match.start(group)
        raise


FIELDS = (
    Field("sets", _SETS.shape(), "How many sets.", example="3-4"),
    Field("reps", _REPS.shape(), "Repetitions a set; one for each set: 12, 10, 8.", example="4-6"),
    Field("hold", _TIME.shape(), "How long a position is held.", example="30 s"),
    Field(
        "tempo",
        Parsed(parse_tempo, r"^[\dXx–-]{4,11}$", ("3-1-1-0", "31X0")),
        "Seconds down, at the bottom, up and at the top; X is fast.",
        example="3-1-1-0",
    ),
    Field("lowering", _TIME.shape(), "How long the way down takes.", example="3-6 s"),
    Field("rest", _REST.shape(), "The rest between sets.", example="90 s"),
    Field(
        "load",
        Parsed(
            parse_load, r"^(?!\d+(\.\d+)?$)", ("20 kg", "75%", "75% TM", "bodyweight", "red band")
        ),
        "What is lifted: kg, lb, % of the one-repetition maximum, % TM, or words.",
        example="20 kg",
    ),
    Field(
        "effort",
        Parsed(parse_effort, r"^[Rr]([Pp][Ee]|[Ii][Rr]) ?\d", ("RPE 8", "RIR 2")),
        "How hard it is: RPE or RIR.",
        example="RPE 8",
    ),
    Field("distance", _DISTANCE.shape(), "How far.", example="400 m"),
    Field("time", _TIME.shape(), "How long it goes on.", example="5 min"),
    Field("side", Choice({side.value: side for side in Side}), "Which side works.", example="each"),
    Field(
        "frequency",
        Parsed(parse_frequency, r"([Dd]ay|[Ww]eek|[Dd]aily)$", ("2/day", "3/week")),
        "How often.",
        example="3/week",
    ),
    Field("per_day", _TIMES.shape(), "How many times a day.", example="2"),
    Field("note", Line(120), "A few words more.", example="slow"),
)


_SETS_TIMES_REPS = re.compile(r"(\d+(?:[-–]\d+)?) *[x×*] *(\d+(?:[-–]\d+)?)(?P<rest>.*)")


def _in_keys(text: str) -> str:
    """How a dose is written that came as text: ``3 x 8``."""
    match = _SETS_TIMES_REPS.match(text.strip())
    if match is None:
        return "write it as {sets: 3, reps: 8}"
    rest = match["rest"].strip(" ,;")
    note = f', note: "{rest}"' if rest and '"' not in rest else ""
    return f"write {{sets: {match[1]}, reps: {match[2]}{note}}}"


class _DoseShape:
    """The keys of a dose, and that they agree with one another."""

    _record = Record(Dose, FIELDS, places=True)

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Dose | None:
        if isinstance(node, Text):
            wrong = wrong_kind(node, name, "keys with values")
            problems.append(replace(wrong, hint=_in_keys(node.value)))
            return None
        dose = self._record.read(node, problems, name)
        if dose is None:
            return None
        if dose == Dose():
            hint = f"write {FIELDS[0].key}: {FIELDS[0].example}"
            problems.append(Problem("empty", f"{name} says nothing", node.place, hint))
            return None
        found = disagreements(dose)
        problems += found
        return None if found else dose

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {**self._record.schema(definitions), "minProperties": 1}


DOSE = Named("dose", _DoseShape)
"""The shape of a dose."""


def disagreements(dose: Dose) -> list[Problem]:
    """Values for each set that are not as many as there are sets, or as one another."""
    counts = {
        name: len(span.amounts) for name, span in _spans(dose) if span is not None and span.per_set
    }
    if not counts:
        return []
    first, count = next(iter(counts.items()))
    found = [
        _disagreement(dose, name, other, f"{first} has {count}")
        for name, other in counts.items()
        if other != count
    ]
    if dose.sets and str(dose.sets) != str(count):
        found.append(_disagreement(dose, first, count, f"sets says {dose.sets}"))
    return found


def _disagreement(dose: Dose, name: str, count: int, but: str) -> Problem:
    message = f"{name} has {count} values, one for each set, but {but}"
    hint = "write as many values as there are sets"
    return Problem("dose-sets", message, dose.places.get(name), hint)


def _spans(dose: Dose) -> tuple[tuple[str, Span | None], ...]:
    """The values that may be given for each set."""
    return (
        ("reps", dose.reps),
        ("hold", dose.hold),
        ("lowering", dose.lowering),
        ("rest", dose.rest),
        ("load", dose.load.amount if dose.load else None),
        ("effort", dose.effort.value if dose.effort else None),
        ("distance", dose.distance),
        ("time", dose.time),
    )
