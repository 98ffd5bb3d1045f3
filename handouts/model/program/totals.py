"""Totals: what sessions and weeks ask for, counted from what they say.

Counted is the work alone, without warm-up and cool-down. Sides are not doubled. What is done so
many times a day counts so many times; how often a week, the sessions say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from handouts.dataclass import dataclass
from handouts.model.dose import Dose
from handouts.model.program.loading import KILOGRAMS, converted
from handouts.model.program.progression import METRES, SECONDS
from handouts.model.program.schedule import (
    NONE,
    Count,
    Group,
    Part,
    Schedule,
    Session,
    Task,
    Totals,
)
from handouts.model.quantity import Amount, Span

NOTHING = Totals()

_ONE = Count(Decimal(1), Decimal(1))
_OPEN_ENDED = Count(Decimal(1), None)
_WHOLE = Decimal(1)

_ByTask = tuple[tuple[Task | None, Totals], ...]
"""What each task of a part comes to; what belongs to no single one of them is under ``None``."""


def counted(schedule: Schedule) -> Schedule:
    """The schedule with the totals of its weeks, of all of them together, and of each exercise."""
    counter = _Counter()
    weeks = tuple(replace(week, totals=counter.week(week.sessions)) for week in schedule.weeks)
    used = (task.exercise for week in weeks for each in week.sessions for task in each.tasks)
    names = tuple(dict.fromkeys(name for name in used if name))
    by_week = [counter.by_exercise(week.sessions) for week in weeks]
    return replace(
        schedule,
        weeks=weeks,
        total=summed(week.totals for week in weeks),
        exercises=names,
        by_exercise={name: tuple(week.get(name, NOTHING) for week in by_week) for name in names},
    )


def summed(totals: Iterable[Totals]) -> Totals:
    """Several totals as one; loads in the unit of the first that has one."""
    whole = NOTHING
    for each in totals:
        whole = _added(whole, each)
    return whole


def _added(one: Totals, other: Totals) -> Totals:
    load, unit = _loads_added(one, other)
    return Totals(
        sessions=one.sessions + other.sessions,
        sets=one.sets + other.sets,
        reps=one.reps + other.reps,
        minutes=one.minutes + other.minutes,
        metres=one.metres + other.metres,
        load=load,
        unit=unit,
    )


def _loads_added(one: Totals, other: Totals) -> tuple[Count | None, str]:
    if one.load is None or other.load is None:
        return one.load or other.load, other.unit if one.load is None else one.unit
    factor = converted(Decimal(1), other.unit, one.unit)
    return one.load + other.load * Count(factor, factor), one.unit


class _Counter:
    """Counts parts, each that stands in several sessions once."""

    def __init__(self) -> None:
        self._sessions: dict[tuple[int, ...], tuple[Totals, Mapping[str, Totals]]] = {}

    def week(self, sessions: Sequence[Session]) -> Totals:
        return summed(self._session(session)[0] for session in sessions)

    def by_exercise(self, sessions: Sequence[Session]) -> Mapping[str, Totals]:
        found: dict[str, Totals] = {}
        for session in sessions:
            for name, totals in self._session(session)[1].items():
                found[name] = _added(found[name], totals) if name in found else totals
        return found

    def _session(self, session: Session) -> tuple[Totals, Mapping[str, Totals]]:
        key = tuple(map(id, session.work))
        if key not in self._sessions:
            self._sessions[key] = _of_session(session.work)
        return self._sessions[key]


def _of_session(work: Sequence[Part]) -> tuple[Totals, Mapping[str, Totals]]:
    """What a session comes to, in all and for each exercise."""
    found = [pair for part in work for pair in of_part(part)]
    by_exercise: dict[str, Totals] = {}
    for task, totals in found:
        if task and task.exercise:
            before = by_exercise.get(task.exercise, replace(NOTHING, sessions=1))
            by_exercise[task.exercise] = _added(before, totals)
    whole = summed(totals for _, totals in found)
    return replace(whole, sessions=1), by_exercise


def of_part(part: Part) -> _ByTask:
    """What each task of a part comes to."""
    if isinstance(part, Task):
        return ((part, of_dose(part.dose)),)
    if part.time:
        return _of_time(part, part.time)
    rounds = _count(part.rounds.amounts[0]) if part.rounds else _ONE
    return tuple((task, of_dose(task.dose, rounds)) for task in part.tasks)


def of_dose(dose: Dose, rounds: Count = _ONE) -> Totals:
    """What a dose comes to, done in so many rounds, as often as it says a day."""
    sets = _sets(dose)
    each_round = rounds * _times_a_day(dose)
    repeats = sets if sets.low or sets.high is None else _ONE
    load, unit = _load(dose, repeats)
    return Totals(
        sets=sets * each_round,
        reps=_over_sets(dose.reps, repeats) * each_round,
        minutes=_minutes(_over_sets(_in(dose.time, SECONDS), repeats) * each_round),
        metres=_over_sets(_in(dose.distance, METRES), repeats) * each_round,
        load=load * each_round if load else None,
        unit=unit,
    )


def _sets(dose: Dose) -> Count:
    """How many sets there are: those written, one for each value, or one to hold or repeat."""
    if dose.sets:
        return _count(dose.sets.amounts[0])
    load = dose.load.amount if dose.load else None
    spans = (dose.reps, dose.hold, dose.time, dose.distance, load)
    values = max((len(span.amounts) for span in spans if span), default=0)
    if values > 1 or dose.reps or dose.hold:
        return Count(Decimal(values), Decimal(values))
    return NONE


def _times_a_day(dose: Dose) -> Count:
    if dose.per_day:
        return _count(dose.per_day.amounts[0])
    if dose.frequency and dose.frequency.period == "day":
        return _count(dose.frequency.times.amounts[0])
    return _ONE


def _load(dose: Dose, repeats: Count) -> tuple[Count | None, str]:
    """Sets × reps × load, where the load is known, and its unit."""
    span = dose.load.amount if dose.load else None
    if span is None or dose.reps is None or span.amounts[0].unit not in KILOGRAMS:
        return None, NOTHING.unit
    unit = span.amounts[0].unit
    loads = [_count(_in_unit(each, unit)) for each in span.amounts]
    reps = [_count(each) for each in dose.reps.amounts]
    if len(loads) == len(reps) == 1:
        return loads[0] * reps[0] * repeats, unit
    rounds = max(len(loads), len(reps))
    pairs = zip(_as_many(loads, rounds), _as_many(reps, rounds), strict=True)
    return sum((load * count for load, count in pairs), start=NONE), unit


def _as_many(counts: list[Count], sets: int) -> list[Count]:
    return counts if len(counts) == sets else counts * sets


def _over_sets(span: Span | None, repeats: Count) -> Count:
    """What the sets come to: the sum of a value for each, or the same so many times."""
    if span is None:
        return NONE
    if span.per_set:
        return sum(map(_count, span.amounts), start=NONE)
    return _count(span.amounts[0]) * repeats


def _in(span: Span | None, units: Mapping[str, Decimal]) -> Span | None:
    """The value in the unit of which the others are multiples."""
    if span is None:
        return None
    return Span(tuple(_scaled(each, units.get(each.unit, _WHOLE)) for each in span.amounts))


def _in_unit(amount: Amount, unit: str) -> Amount:
    """A load in another unit."""
    return amount if amount.unit == unit else _scaled(amount, converted(_WHOLE, amount.unit, unit))


def _scaled(amount: Amount, factor: Decimal) -> Amount:
    low, high = (None if each is None else each * factor for each in (amount.low, amount.high))
    return Amount(low, high)


def _count(amount: Amount) -> Count:
    """An amount as a count; as much as can be done may be nothing."""
    return Count(amount.low or Decimal(0), amount.high)


def _of_time(group: Group, time: Span) -> _ByTask:
    """What tasks come to that are done in turn until the time is over."""
    whole = _over_sets(_in(time, SECONDS), _ONE)
    turns = [_duration(task.dose) for task in group.tasks]
    if not all(turn.low for turn in turns):
        loose = tuple((task, _loose(task.dose)) for task in group.tasks)
        return (*loose, (None, Totals(minutes=_minutes(whole))))
    rest = _over_sets(_in(group.rest, SECONDS), _ONE)
    quick = _in_turn([turn.low for turn in turns], rest.low, whole.low)
    slow = _in_turn([_top(turn) for turn in turns], _top(rest), _top(whole))
    found = zip(group.tasks, quick, slow, strict=True)
    return tuple((task, _of_turns(task.dose, one, other)) for task, one, other in found)


@dataclass(frozen=True, slots=True)
class _Turns:
    """How long a task goes on in all, and how many of its turns are begun and come to an end."""

    seconds: Decimal
    begun: int
    ended: int


def _in_turn(turns: Sequence[Decimal], rest: Decimal, time: Decimal) -> Iterator[_Turns]:
    """Tasks in turn until the time is over: the last one is cut short."""
    rounds, left = divmod(time, sum(turns, start=rest))
    for turn in turns:
        last = min(turn, left)
        left -= last
        begun, ended = int(rounds) + (last > 0), int(rounds) + (last == turn)
        yield _Turns(rounds * turn + last, begun, ended)


def _of_turns(dose: Dose, quick: _Turns, slow: _Turns) -> Totals:
    """What is done in so many turns; in quick ones it may be more of them, or less in all."""
    seconds = sorted((quick.seconds, slow.seconds))
    turns = Count(
        Decimal(min(quick.ended, slow.ended)),
        Decimal(max(quick.begun, slow.begun)),
    )
    minutes = _minutes(Count(seconds[0], seconds[1]))
    return replace(of_dose(dose, turns), minutes=minutes)


def _loose(dose: Dose) -> Totals:
    """What is done at least once, and as often as there is time for."""
    return replace(of_dose(dose, _OPEN_ENDED), minutes=NONE)


def _duration(dose: Dose) -> Count:
    sets = _sets(dose)
    return _over_sets(_in(dose.time, SECONDS), sets if sets.low else _ONE)


def _minutes(seconds: Count) -> Count:
    if seconds is NONE:
        return NONE
    return Count(seconds.low / 60, None if seconds.high is None else seconds.high / 60)


def _top(count: Count) -> Decimal:
    """The upper end; the lower one where it is open."""
    return count.low if count.high is None else count.high
