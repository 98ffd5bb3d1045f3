"""Sessions that are alike: what is the same in several sessions of a week prints once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handouts.model.schedule import Group, Part, Session, Week

MOST_LINES = 30
"""Lines of boxes that one table may have; sessions that need more stand by themselves."""

Together = tuple[Session, ...]
"""Sessions of a week in which the same is done."""


def alike(week: Week) -> tuple[Together, ...]:
    """Give a week's sessions, those that are alike together, in the order of the first of each."""
    found: dict[int, list[Session]] = {}
    known: list[Session] = []
    for session in week.sessions:
        plain = replace(session, number=0, day=None, date=None)
        if plain not in known:
            known.append(plain)
        found.setdefault(known.index(plain), []).append(session)
    return tuple(group for sessions in found.values() for group in _whole_or_each(sessions))


def lines_of(part: Part) -> int:
    """Count the lines of boxes that a part of one session needs: one for each time of the day."""
    if isinstance(part, Group):
        return 1 if part.kind == "repeat" else sum(lines_of(task) for task in part.tasks)
    times = part.dose.per_day
    return int(times.amounts[0].high or 1) if times else 1


def _whole_or_each(sessions: list[Session]) -> Iterator[Together]:
    """Keep sessions together where a page has room for all their boxes."""
    lines = len(sessions) * sum(lines_of(part) for part in sessions[0].work)
    if lines <= MOST_LINES:
        yield tuple(sessions)
    else:
        yield from ((session,) for session in sessions)
