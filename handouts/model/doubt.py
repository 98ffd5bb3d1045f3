"""Doubt: what seems to be wrong with a file, and may only follow from what else is wrong in it."""

from __future__ import annotations

from collections.abc import Iterable

from handouts.source.mending import Remains
from handouts.source.problem import Problem

_DOSE = (
    *("exercise", "goal", "dose", "sets", "reps", "hold", "lowering", "rest", "load", "effort"),
    *("distance", "time"),
)
_RESTS_ON = {
    "missing-key": (
        *("exercise", "do", "superset", "repeat", "sessions", "work", "days", "per_week"),
        *("rounds", "for", "setup", "execution", "block"),
    ),
    "two-kinds": ("alternate",),
    "unknown-session": ("sessions",),
    "weeks-range": ("weeks",),
    "weeks-uncovered": ("weeks",),
    "no-weeks": ("weeks",),
    "days": ("week",),
    "per-week": ("week",),
    "missing-maximum": ("training_max", "max", "exercise", "do"),
    "dose-sets": _DOSE,
    "progression": _DOSE,
    "empty": _DOSE,
    "rungs": ("rungs",),
    "unknown-style": ("styles",),
    "unknown-token": ("tokens", "stretch"),
    "unknown-colour": ("tokens",),
    "unknown-field": ("for",),
    "wrong-field": ("for",),
    "missing-name": ("name",),
    "tracks": ("tracks", "blocks"),
    "type-floor": ("type", "styles", "use", "size"),
    "leading": ("size", "leading"),
    "layout-kind": ("for",),
}
"""The keys that decide whether there is a problem, by its code."""

_RESTS_ON_ANY = {
    "unknown-session": ("session",),
    "unknown-block": ("name", "blocks", "header", "running header", "body", "footer", "always"),
}
"""The keys of which none may be gone, wherever it stood."""

_OF_THE_WHOLE = frozenset({"weeks-uncovered", "empty"})
"""Problems of values that have to be whole."""

_OF_ABSENCE = frozenset({"missing-key", "empty-key", "weeks-uncovered"})
"""Problems of what is not there: it may be where YAML could not be read."""


def beyond_doubt(found: Iterable[Problem], remains: Remains) -> list[Problem]:
    """The problems among those found in what is left of a file that hold whatever is gone."""
    return [problem for problem in found if not _is_doubtful(problem, remains)]


def _is_doubtful(problem: Problem, remains: Remains) -> bool:
    code, place = problem.code, problem.place
    if place is None or (remains.whole and not remains.gone and not remains.guessed):
        return False
    return (
        (code in _OF_ABSENCE and not remains.whole)
        or remains.lacks(place, _keys(problem))
        or (code in _OF_THE_WHOLE and remains.is_torn(place))
        or any(map(remains.has_lost_any, _RESTS_ON_ANY.get(code, ())))
        or remains.is_guess(place)
    )


def _keys(problem: Problem) -> tuple[str, ...]:
    """The keys that a problem rests on."""
    keys = _RESTS_ON.get(problem.code, ())
    return (*keys, problem.key) if problem.key and problem.code in _OF_ABSENCE else keys
