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
from decimal import Decimal

from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.kind import Item
from handouts.model.program.program import Program
from handouts.model.program.schedule import Count, Schedule, Totals
from handouts.preflight.index import Index
from handouts.source.problem import Place, Problem, Severity

MOST = Decimal("1.5")
"""How many times as much as before a week may ask for."""

REMEMBERED = 4
"""Weeks that a week is held against."""

_MEASURES = ("reps", "minutes", "metres")
_SETS = "sets"
_HINT = "spread the rise over more weeks; of a published protocol, allow: names the source"


@dataclass(frozen=True, slots=True)
class Jump:
    """A week that asks for much more: ``count`` of a ``measure``, after ``before`` at most."""

    week: int
    measure: str
    count: Count
    before: Count

    @property
    def rise(self) -> Decimal:
        """How many times as much it is, at the least."""
        return self.count.low / self.before.low


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
        place = item.places.get("weeks") or item.places.get("program")
        yield _problem("all exercises together", in_all, place)
    told = {jump.week for jump in in_all}
    for name, totals in _by_exercise(item, schedule).items():
        if found := [jump for jump in jumps(totals) if jump.week not in told]:
            yield _problem(name, found, _place(name, schedule))


def jumps(weeks: Sequence[Totals]) -> list[Jump]:
    """Find the weeks that ask for much more than those before, by each measure."""
    measures = [name for name in _MEASURES if any(getattr(week, name).low for week in weeks)]
    return [jump for measure in measures or [_SETS] for jump in _jumps(measure, weeks)]


def _jumps(measure: str, weeks: Sequence[Totals]) -> Iterator[Jump]:
    for number, week in enumerate(weeks[1:], 2):
        count = getattr(week, measure)
        earlier = weeks[max(0, number - 1 - REMEMBERED) : number - 1]
        hardest = max(earlier, key=lambda each: _ends(getattr(each, measure)))
        before = getattr(hardest, measure)
        if before.low and _rises(before, count) and not _is_one_set_more(hardest, week):
            yield Jump(number, measure, count, before)


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


def _place(exercise: str, schedule: Schedule) -> Place | None:
    """Where a program first asks for an exercise."""
    tasks = (task for week in schedule.weeks for each in week.sessions for task in each.tasks)
    return next((task.place for task in tasks if task.exercise == exercise), None)


def _problem(what: str, found: Sequence[Jump], place: Place | None) -> Problem:
    worst = max(found, key=lambda jump: jump.rise)
    others = sorted({jump.week for jump in found} - {worst.week})
    more = f"; so does week {', '.join(map(str, others))}" if others else ""
    message = (
        f"week {worst.week} jumps: {_said(worst.count)} {worst.measure} of {what}, after "
        f"{_said(worst.before)} at most in the weeks before ({(worst.rise - 1) * 100:.0f} % more)"
        f"{more}"
    )
    return Problem("weekly-jump", message, place, _HINT, Severity.WARNING)


def _said(count: Count) -> str:
    if count.high is None:
        return f"{count.low:.0f} or more"
    return f"{count.low:.0f}" if count.low == count.high else f"{count.low:.0f} to {count.high:.0f}"
