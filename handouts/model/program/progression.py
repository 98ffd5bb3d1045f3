"""Rules by which an exercise progresses: ``reps +1 each week until 10, then sets +1``."""

from __future__ import annotations

import re
from dataclasses import field
from decimal import Decimal
from enum import StrEnum

from handouts.dataclass import dataclass
from handouts.model.quantity import DISTANCE, LOAD, TIME
from handouts.source.problem import Place
from handouts.source.shape import Located, Parsed, Unreadable, did_you_mean, listed, shortened


class Pace(StrEnum):
    """How often a rule takes a step."""

    SESSION = "session"
    WEEK = "week"
    CYCLE = "cycle"


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that changes: ``step`` is added to the key ``what`` of a dose, to ``until``.

    Counts have no ``unit``; ``step`` and ``until`` have the same one.
    """

    what: str
    step: Decimal
    unit: str = ""
    until: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Progression:
    """A rule: when one clause has got where it goes, the next takes a step and it begins again.

    ``words`` are the writer's own.
    """

    clauses: tuple[Clause, ...]
    pace: Pace
    words: str
    place: Place = field(default=Place(""), compare=False, repr=False)


UNITS = {
    "sets": {},
    "reps": {},
    "load": LOAD,
    "hold": TIME,
    "lowering": TIME,
    "rest": TIME,
    "time": TIME,
    "distance": DISTANCE,
}
"""What can change, and the units it can have."""

SECONDS = {"s": Decimal(1), "min": Decimal(60), "h": Decimal(3600)}
METRES = {"m": Decimal(1), "km": Decimal(1000), "mi": Decimal("1609.344")}
"""What units of time and distance are in the smallest of them."""

_PLACES = 4
_NAMES = {**{name: name for name in UNITS}, "set": "sets", "rep": "reps"}
_NUMBER = r"\d{1,6}(?:\.\d{1,4})?"
_CLAUSE = re.compile(
    rf"(?:(?P<before>[a-z]+) )?(?P<sign>[-+–−]) ?(?P<number>{_NUMBER})"
    r"(?: ?(?P<unit>%(?: ?tm)?))?(?P<words>(?: ?(?!each|every|until)[a-z]+){0,2})"
    r"(?: (?:each|every) (?P<pace>[a-z]+))?"
    rf"(?: until (?P<until>{_NUMBER}) ?(?P<until_unit>%(?: ?tm)?|[a-z]+)?)?",
    re.IGNORECASE,
)
_THEN = re.compile(r",? then ")
_HINT = 'write it like +2.5 kg each session, or "reps +1 each week until 10, then sets +1"'


def parse_progression(text: str) -> Progression:
    """``[what] +N [unit] each session|week|cycle [until N]``, further clauses after ``, then``."""
    clauses: list[Clause] = []
    pace: Pace | None = None
    start = 0
    for part in _THEN.split(text):
        start = text.index(part, start)
        match = _CLAUSE.fullmatch(part)
        if not match:
            message = f"cannot be read: {shortened(part)}"
            raise Unreadable(message, _HINT, start, len(part), "progression")
        if clauses and clauses[-1].until is None:
            raise _endless(text, start)
        pace = _pace(match, pace, start)
        clauses.append(_clause(match, start))
    assert pace is not None
    return Progression(tuple(clauses), pace, text)


def _endless(text: str, start: int) -> Unreadable:
    message = "does not say until when, before then"
    hint = 'write until and a number: "reps +1 each week until 10, then sets +1"'
    return Unreadable(message, hint, start, len(text) - start, "progression")


def _pace(match: re.Match[str], pace: Pace | None, start: int) -> Pace:
    """The pace of a clause: the one it says, else that of the clauses before it."""
    written = match["pace"]
    if written is None:
        if pace is None:
            message = f"does not say how often: {shortened(match[0])}"
            raise Unreadable(message, "write each session, each week or each cycle", start)
        return pace
    at = start + match.start("pace")
    if written.lower() not in {each.value for each in Pace}:
        hint = did_you_mean(written, Pace) or f"write each {listed(Pace)}"
        raise Unreadable(f"cannot go each {written}", hint, at, len(written), "progression")
    if pace not in (None, Pace(written.lower())):
        message = f"goes each {pace}, and then each {written}"
        raise Unreadable(message, "all of it goes at one pace", at, len(written), "progression")
    return Pace(written.lower())


def _clause(match: re.Match[str], start: int) -> Clause:
    what, unit = _what(match, start)
    step = Decimal(match["number"])
    if not step:
        raise Unreadable("cannot be 0", None, start + match.start("number"), 1, "progression")
    falls = match["sign"] != "+"
    until = _until(match, what, unit, start)
    if falls and until is None:
        message = f"goes down without an end: {shortened(match[0])}"
        raise Unreadable(message, "write until and a number", start, len(match[0]), "progression")
    if not UNITS[what] and any(each and each != int(each) for each in (step, until)):
        message = f"must be whole numbers: {shortened(match[0])}"
        raise Unreadable(message, None, start, len(match[0]), "progression")
    return Clause(what, -step if falls else step, unit, until)


def _what(match: re.Match[str], start: int) -> tuple[str, str]:
    """What changes, and in which unit; without a word for it, a unit of loads says it."""
    words = match["words"].lower().split()
    unit = _meaning(LOAD, match["unit"])
    if words and not unit and words[0] not in _NAMES:
        unit = words.pop(0)
    names = [word for word in ((match["before"] or "").lower(), *words) if word]
    if not names and (unit in LOAD or unit in LOAD.values()):
        names = ["load"]
    if len(names) != 1 or names[0] not in _NAMES:
        message = f"does not say what changes: {shortened(match[0])}"
        hint = (names and did_you_mean(names[0], _NAMES)) or f"begin with {listed(UNITS)}"
        raise Unreadable(message, hint, start, len(match[0]), "progression")
    what = _NAMES[names[0]]
    return what, _unit_of(what, unit, match, start)


def _unit_of(what: str, unit: str, match: re.Match[str], start: int) -> str:
    units = UNITS[what]
    meaning = _meaning(units, unit)
    if bool(units) == bool(meaning) and bool(meaning) == bool(unit):
        return meaning
    message = f"cannot add {shortened(match['number'] + ' ' + unit)} to {what}".replace(" %", "%")
    choices = listed(dict.fromkeys(units.values())) if units else ""
    hint = f"write it in {choices}" if units else "write the number alone"
    raise Unreadable(message, hint, start, len(match[0]), "progression")


def _until(match: re.Match[str], what: str, unit: str, start: int) -> Decimal | None:
    """The end of a clause, in the unit of its step."""
    if match["until"] is None:
        return None
    end, written = Decimal(match["until"]), match["until_unit"]
    if not written or (not unit and _NAMES.get(written.lower()) == what):
        return end
    meaning = _meaning(UNITS[what], written)
    if meaning == unit:
        return end
    converted = in_unit(end, meaning, unit)
    if converted is not None:
        return converted
    at = start + match.start("until_unit")
    message = f"ends in another unit: {match[0]}"
    hint = f"write the end in {unit}" if unit else "write the number alone"
    raise Unreadable(message, hint, at, len(written), "progression")


def in_unit(value: Decimal, unit: str, to: str) -> Decimal | None:
    """A time or a distance in another unit, where it is a number there that has an end."""
    for scale in (SECONDS, METRES):
        if unit in scale and to in scale:
            found = value * scale[unit] / scale[to]
            return found if found == round(found, _PLACES) else None
    return None


def _meaning(units: dict[str, str], written: str | None) -> str:
    """The unit that a word means, or nothing."""
    if not written:
        return ""
    return units.get(re.sub(r"% ?(?=t)", "% ", written.lower()), "")


_PATTERN = r"^([A-Za-z]+ )?[-+–−] ?\d"
_TEXT = Parsed(
    parse_progression,
    _PATTERN,
    ("+2.5 kg each session", "reps +1 each week until 10, then sets +1"),
)


def _located(progression: Progression, place: Place) -> Progression:
    return Progression(progression.clauses, progression.pace, progression.words, place)


PROGRESSION = Located(_TEXT, _located)
"""The shape of a rule."""
