"""Volume: how much more a week asks for than the weeks before it.

Counted are reps, minutes and metres, each by itself; sets where there is nothing else to count. A
week is held against the most that the four before it asked for, so that what comes back after a
light week is no rise, and what has not been done for so long begins anew. Where a program says a
range, both its ends have to rise. A set more in each session is never a jump.

Source: above half as much again as the mean of four weeks, injuries of athletes were more frequent
(Gabbett, Br J Sports Med 2016); that a program is held to it as well is judgement.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal

from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.kind import Item
from handouts.model.program.program import Program
from handouts.model.program.schedule import Count, Schedule, Totals
from handouts.preflight.index import Index
from handouts.preflight.rise import origin
from handouts.source.problem import Problem, Severity

MOST = Decimal("1.5")
"""How many times as much as before a week may ask for."""

REMEMBERED = 4
"""Weeks that a week is held against."""

_MEASURES = ("reps", "minutes", "metres")
_SETS = "sets"


@dataclass(frozen=True, slots=True)
class Jump:
    """A week that asks for much more than a week ``since`` which nothing asked for as much:
    ``count`` of a ``measure``, after ``before``.
    """

    week: int
    since: int
    measure: str
    count: Count
    before: Count

    @property
    def rise(self) -> Decimal:
        """How many times as much it is, at the least."""
        return self.count.low / self.before.low

    @property
    def bound(self) -> Count:
        """As much as the week may ask for."""
        low, high = self.before.low, self.before.high
        return Count(_bound(low), None if high is None else _bound(high))


def weekly_jumps(item: Item, index: Index) -> Iterator[Problem]:
    """Warn of weeks of a program that ask for much more than those before, in all or of one
    exercise; of each, the greatest jump is told.
    """
    if not isinstance(item, Program) or not item.weeks:
        return
    from handouts.model.program.scheduling import work_out  # most of a library are exercises

    used = {name: card for name in item.exercises if (card := index.exercise(name))}
    schedule, _ = work_out(item, used, Client())
    in_all = jumps([week.totals for week in schedule.weeks])
    if in_all:
        yield _problem(item, schedule, in_all)
    told = {jump.week for jump in in_all}
    for name, totals in _by_exercise(item, schedule).items():
        if found := [jump for jump in jumps(totals) if jump.week not in told]:
            yield _problem(item, schedule, found, name)


def jumps(weeks: Sequence[Totals]) -> list[Jump]:
    """Find the weeks that ask for much more than those before, by each measure."""
    measures = [name for name in _MEASURES if any(getattr(week, name).low for week in weeks)]
    return [jump for measure in measures or [_SETS] for jump in _jumps(measure, weeks)]


def _jumps(measure: str, weeks: Sequence[Totals]) -> Iterator[Jump]:
    for number, week in enumerate(weeks[1:], 2):
        count = getattr(week, measure)
        earlier = range(max(1, number - REMEMBERED), number)
        since = max(earlier, key=lambda each: _ends(getattr(weeks[each - 1], measure)))
        hardest = weeks[since - 1]
        before = getattr(hardest, measure)
        if before.low and _rises(before, count) and not _is_one_set_more(hardest, week):
            yield Jump(number, since, measure, count, before)


def _ends(count: Count) -> tuple[Decimal, Decimal]:
    return count.low, count.low if count.high is None else count.high


def _rises(before: Count, now: Count) -> bool:
    if now.low <= MOST * before.low:
        return False
    return now.high is None or before.high is None or now.high > MOST * before.high


def _is_one_set_more(before: Totals, now: Totals) -> bool:
    """Whether each session has a set more than before and is else as it was: from one set to two
    there is no smaller step.
    """
    if not (before.sets.low and before.sessions >= now.sessions):
        return False
    added = now.sets.low / now.sessions - before.sets.low / before.sessions
    return added <= 1 and all(
        getattr(now, name).low / now.sets.low <= getattr(before, name).low / before.sets.low
        for name in _MEASURES
    )


def _by_exercise(program: Program, schedule: Schedule) -> Mapping[str, Sequence[Totals]]:
    """What each week asks of each exercise.

    Where sessions take turns, an exercise comes twice in one week and once in the next, and it is
    its sessions that can be compared.
    """
    if not program.alternate:
        return schedule.by_exercise
    return {
        name: [_each_session(week) for week in weeks]
        for name, weeks in schedule.by_exercise.items()
    }


def _each_session(week: Totals) -> Totals:
    if not week.sessions:
        return week
    share = Count(1 / Decimal(week.sessions), 1 / Decimal(week.sessions))
    counts = {name: getattr(week, name) * share for name in (*_MEASURES, _SETS)}
    return Totals(sessions=1, **counts)


def _problem(
    program: Program, schedule: Schedule, found: Sequence[Jump], exercise: str | None = None
) -> Problem:
    worst = max(found, key=lambda jump: jump.rise)
    place = origin(program, schedule, worst.measure, (worst.since, worst.week), exercise)
    others = sorted({jump.week for jump in found} - {worst.week})
    more = f"; so does week {', '.join(map(str, others))}" if others else ""
    message = (
        f"week {worst.week} jumps: {_said(worst.count)} {worst.measure} of "
        f"{exercise or 'all exercises together'}, after {_said(worst.before)} in week "
        f"{worst.since} ({(worst.rise - 1) * 100:.0f} % more){more}"
    )
    hint = (
        f"up to {_said(worst.bound)} in week {worst.week} is no jump; of a published program, "
        'allow: {weekly-jump: "whose it is"}'
    )
    return Problem("weekly-jump", message, place, hint, Severity.WARNING)


def _bound(before: Decimal) -> Decimal:
    """The most that is no jump; whole where what was asked for before is."""
    step = Decimal(1) if before == before.to_integral_value() else Decimal("0.1")
    return (MOST * before).quantize(step, ROUND_FLOOR)


def _said(count: Count) -> str:
    low = _number(count.low)
    if count.high is None:
        return f"{low} or more"
    return low if count.low == count.high else f"{low} to {_number(count.high)}"


def _number(amount: Decimal) -> str:
    return f"{amount:.1f}".removesuffix(".0") if amount < 10 else f"{amount:.0f}"
