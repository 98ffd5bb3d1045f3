"""Sessions that are alike: what is the same in several sessions of a week prints once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.layout.sets import sets_of, times_of
from handouts.model.program.schedule import Group, Part, Session, Week

MOST_LINES = 30
"""Lines of boxes that one table may have; sessions that need more stand by themselves."""

FEWEST_COLUMNS = 3
"""Boxes that there is always room for side by side."""

Together = tuple[Session, ...]
"""Sessions of a week in which the same is done."""


def alike(week: Week) -> tuple[Together, ...]:
    """Give a week's sessions, those that are alike together, in the order of the first of each."""
    kinds: list[tuple[Session, list[Session]]] = []
    for session in week.sessions:
        plain = replace(session, number=0, day=None, date=None)
        found = next((several for kind, several in kinds if kind == plain), None)
        if found is None:
            kinds.append((plain, [session]))
        else:
            found.append(session)
    return tuple(group for _, several in kinds for group in _whole_or_each(several))


def _whole_or_each(sessions: Sequence[Session]) -> Iterator[Together]:
    """Keep sessions together where a page has room for all their boxes."""
    if len(sessions) * sum(map(_lines, sessions[0].work)) <= MOST_LINES:
        yield tuple(sessions)
    else:
        yield from ((session,) for session in sessions)


def _lines(part: Part) -> int:
    """Count the lines of boxes that a part of one session needs."""
    if isinstance(part, Group) and part.kind == "superset":
        return sum(map(_lines, part.tasks))
    return times_of(part) * -(-sets_of(part)[0] // FEWEST_COLUMNS)
