"""Problems for people and for programs: the one form in which they are printed."""

from __future__ import annotations

from collections.abc import Iterable

from handouts.source.problem import Place, Problem, Severity

GUTTER = 5
LONGEST_EXCERPT = 100

_SHOWN = {"\t": "→", "\u00a0": " ", "\u2003": " "}
"""Spaces of which a terminal makes something else, as they are shown."""


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Problems by file, line and column; those of no file first. Of two alike, the graver one."""
    gravest: dict[tuple[str, Place | None, str], Problem] = {}
    for problem in problems:
        alike = problem.code, problem.place, problem.message
        known = gravest.setdefault(alike, problem)
        if known.severity is Severity.WARNING and problem.severity is Severity.ERROR:
            gravest[alike] = problem
    return sorted(gravest.values(), key=_order)


def _order(problem: Problem) -> tuple[str, int, int, int]:
    place = problem.place
    return (place.file, place.page or 0, place.line, place.column) if place else ("", 0, 0, 0)


def render(problem: Problem, line: str | None) -> str:
    """A problem as text of several lines; ``line`` is the line it stands in, where there is one.

    ``file:line:column: severity: message``, the line with its number, carets under the place, and
    the hint after ``=``. In a PDF it is ``file: page 2: severity: message``.
    """
    place = problem.place
    head = f"{problem.severity}: {problem.message}"
    if place is None:
        parts = [head]
    elif place.page is not None:
        parts = [f"{place.file}: {f'page {place.page}: ' if place.page else ''}{head}"]
    else:
        parts = [f"{place.file}:{place.line}:{place.column}: {head}"]
        is_there = line and place.column <= len(line) + 1  # of a huge line, only a part is
        if line and line.strip() and is_there:
            parts += _excerpt(place, line.rstrip("\r\n"))
    if problem.hint:
        parts.append(f"{' ' * (GUTTER + 1)}= {problem.hint}")
    return "\n".join(parts)


def _excerpt(place: Place, line: str) -> list[str]:
    """The line and the carets below it; of a long line, the part around the place."""
    start = max(0, min(place.column - 1, len(line)))
    cut = 0 if len(line) <= LONGEST_EXCERPT else max(0, start - LONGEST_EXCERPT // 2)
    shown = _visible(line[cut : cut + LONGEST_EXCERPT])
    carets = max(1, min(place.length, len(shown) - (start - cut)))
    return [
        f"{place.line:>{GUTTER}} | {shown}".rstrip(),
        f"{'':>{GUTTER}} | {' ' * (start - cut)}{'^' * carets}",
    ]


def _visible(text: str) -> str:
    """Tabs and what a terminal would act on, as one visible character each."""
    return "".join(c if c.isprintable() else _SHOWN.get(c, "\ufffd") for c in text)


def as_json(problem: Problem) -> dict[str, object]:
    """A problem as the object that ``--json`` prints; what is not known is ``null``.

    One of a PDF has its ``page`` as well.
    """
    place = problem.place
    lines = place if place and place.page is None else None
    said: dict[str, object] = {
        "severity": str(problem.severity),
        "file": place.file if place else None,
        "line": lines.line if lines else None,
        "column": lines.column if lines else None,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
    return said if place is None or lines else {**said, "page": place.page or None}
