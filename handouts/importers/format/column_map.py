"""Which column of a table is what: as its name says, or as ``--map`` does."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from handouts.source.problem import Place, Problem
from handouts.source.wording import did_you_mean, listed, shortened

NAME = "name"
TEXTS = ("category", "summary", "safety", "progression", "checkpoint", "video", "lang")
LISTS = ("tags", "equipment", "sources", "easier", "harder")
CUES = ("setup", "execution", "tips")
DOSE = (
    *("sets", "reps", "hold", "time", "distance", "tempo", "rest", "load", "effort", "side"),
    "frequency",
)
KEYS = (
    *(NAME, *TEXTS, *LISTS, *CUES, "dose", *DOSE, "goal"),
    *("level", "primary", "secondary", "picture", "author", "licence", "source"),
)
"""What a column can be."""

_ALSO = {
    "exercise": NAME,
    "title": NAME,
    "license": "licence",
    "steps": "execution",
    "instructions": "execution",
}
_PAIRS = re.compile(r",(?=[^,=]*=)")
"""A comma after which a key follows; others are part of a column's name."""


def parse_map(text: str) -> dict[str, str]:
    """What ``--map name=Exercise,execution=Steps`` says. Raises ``ValueError`` in plain words."""
    said: dict[str, str] = {}
    for pair in _PAIRS.split(text):
        key, _, column = (part.strip() for part in pair.partition("="))
        if not (key and column):
            raise ValueError(f"write name=Exercise,execution=Steps, not {shortened(pair) or '“”'}")
        if key not in KEYS:
            hint = did_you_mean(key, KEYS) or f"write {listed(KEYS)}"
            raise ValueError(f"there is no key {shortened(key)}: {hint}")
        if key in said:
            raise ValueError(
                f"{key} is two columns, {shortened(said[key])} and {shortened(column)}"
            )
        other = next((other for other in said if _plain(said[other]) == _plain(column)), None)
        if other:
            raise ValueError(f"column {shortened(column)} is {other} and {key}: it can be but one")
        said[key] = column
    return said


def names_of(heads: Sequence[str], said: Mapping[str, str]) -> list[str]:
    """What the cells of each column go by: each key once, and no column by a key it is not."""
    keys = {_column(column, heads): key for key, column in said.items()}
    names: list[str] = []
    for number, head in enumerate(heads):
        word = _ALSO.get(_plain(head), _plain(head))
        key = keys.get(number) or (word if word in KEYS and word not in said else None)
        shown = " ".join(head.split())
        name = key or shown or f"column {number + 1}"
        if name in names or (name in KEYS and not key):
            name = f"column {number + 1}, {shown}"
        names.append(name)
    return names


def missing(
    heads: Sequence[str], names: Sequence[str], said: Mapping[str, str], place: Place
) -> list[Problem]:
    """What is wrong with a table that lacks a column: one that was named, or that must be there."""
    columns = f"the columns are {', '.join(' '.join(head.split()) for head in heads if head)}"
    problems = []
    for column in (each for each in said.values() if _column(each, heads) is None):
        guess = did_you_mean(column, heads)
        hint = f"{guess} T{columns[1:]}" if guess else columns
        message = f"there is no column {shortened(column)}"
        problems.append(Problem("unknown-column", message, place, hint))
    for key, what in _missing_keys(names, said):
        hint = f"say which it is with --map {key}=COLUMN; {columns}"
        problems.append(Problem("missing-column", f"no column says {what}", place, hint))
    return problems


def _missing_keys(names: Sequence[str], said: Mapping[str, str]) -> list[tuple[str, str]]:
    """The keys that must be there and neither are nor were meant to be."""
    there = {*names, *said}
    name = [] if NAME in there else [(NAME, "what the exercise is called")]
    cues = [] if there & {"setup", "execution"} else [("execution", "what there is to do")]
    return [*name, *cues]


def _column(named: str, heads: Sequence[str]) -> int | None:
    """The number of the column that is named, from 0: to the letter, or but for case and spaces."""
    for same in (str.strip, _plain):
        for number, head in enumerate(heads):
            if same(head) == same(named):
                return number
    return None


def _plain(name: str) -> str:
    """A column's name whatever its case and spaces."""
    return " ".join(name.split()).casefold()
