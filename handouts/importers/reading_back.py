"""What is written is read by the program's own reader before anything is: it is never refused."""

from __future__ import annotations

from handouts.importers.draft import Fields, Refused, Unplaced, Value
from handouts.importers.writing import as_yaml
from handouts.model.exercise import EXERCISE
from handouts.source import yaml
from handouts.source.node import Mapping
from handouts.source.problem import has_error

ESSENTIAL = frozenset({"exercise", "setup", "execution"})
"""Keys without which an exercise is none."""


def readable(fields: Fields) -> tuple[Fields, list[Unplaced]]:
    """The fields that our reader takes from the file they make, and the others.

    Raises ``Refused`` when what an exercise cannot do without is among the others.
    """
    left: list[Unplaced] = []
    while faults := _faults(fields):
        fields = dict(fields)
        for key, message in faults.items():
            if key not in fields or key in ESSENTIAL:
                raise Refused(message)
            left.append(Unplaced(key, f"{_flat(fields.pop(key))} ({message})"))
    return fields, left


def _faults(fields: Fields) -> dict[str, str]:
    """What our reader says against a file, by the key that it says it of."""
    node, problems = yaml.parse(as_yaml(fields).encode(), "")
    if not isinstance(node, Mapping):
        return {"": problems[0].message}
    lines = {key.place.line: key.value for key, _ in node.entries}
    faults: dict[str, str] = {}
    for problem in EXERCISE.reading(node, problems, "an exercise").problems:
        if has_error([problem]):
            line = problem.place.line if problem.place else 0
            key = next((lines[at] for at in sorted(lines, reverse=True) if at <= line), "")
            faults.setdefault(key, problem.message)
    return faults


def _flat(value: Value) -> str:
    """All texts of a value."""
    if isinstance(value, str):
        return value
    values = value.values() if isinstance(value, dict) else value
    return ", ".join(map(_flat, values))
