"""What is written is read by the program's own reader before anything is: it is never refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from handouts.importers.draft import Fields, Refused, Unplaced, Value
from handouts.importers.writing import as_yaml
from handouts.model.exercise import EXERCISE
from handouts.source import yaml
from handouts.source.node import Mapping as Nodes
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


def readable_languages(
    translations: Mapping[str, Fields],
) -> tuple[dict[str, Fields], list[Unplaced]]:
    """What our reader takes in each language, and the rest."""
    texts: dict[str, Fields] = {}
    left: list[Unplaced] = []
    for language, told in translations.items():
        try:
            texts[language], bad = readable(told)
        except Refused as refusal:
            bad = [Unplaced("exercise", f"{told['exercise']} ({refusal.message})")]
        left += [replace(each, field=f"{language}, {each.field}") for each in bad]
    return texts, left


def _faults(fields: Fields) -> dict[str, str]:
    """What our reader says against a file, by the key that it says it of."""
    node, problems = yaml.parse(as_yaml(fields).encode(), "")
    if not isinstance(node, Nodes):
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
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_flat(each)}" for key, each in value.items())
    return value if isinstance(value, str) else ", ".join(map(_flat, value))
