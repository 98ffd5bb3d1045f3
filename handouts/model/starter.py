"""Starter files: every key with what it is for and an example, ready to be written over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import cycle

from handouts.model import brand, exercise, ladder
from handouts.model.program import file as program_file
from handouts.source.shape import Field

_FIELDS = {
    "exercise": exercise.FIELDS,
    "program": program_file.FIELDS,
    "ladder": ladder.FIELDS,
    "brand": brand.FIELDS,
}

_WRITTEN = {
    "exercise": frozenset(
        {
            *("exercise", "category", "level", "summary", "muscles", "equipment", "safety"),
            *("goals", "progression", "setup", "execution", "checkpoint", "tips"),
        }
    ),
    "program": frozenset(
        {
            *("program", "summary", "goal", "for_you_if", "not_yet_if", "level", "equipment"),
            *("duration", "weeks", "sessions", "progression", "rules", "stop_if"),
        }
    ),
    "ladder": frozenset({"ladder", "rungs", "category", "summary", "bad_day", "safety"}),
    "brand": frozenset({"name", "contact", "paper"}),
}
"""The keys that are written out; the others stand there as comments."""

KINDS = tuple(_FIELDS)
"""The kinds of files there is a starter of."""

_RUNG = re.compile(r"(?<=^  - exercise: )\S+", re.MULTILINE)


def starter(kind: str, name: str) -> str:
    """A file of a kind that reads without a problem; ``name`` is its name, as ``glute-bridge``.

    Raises ``KeyError`` for a kind there is not.
    """
    title, *rest = _FIELDS[kind]
    parts = [f"# yaml-language-server: $schema=../schemas/{kind}.schema.json"]
    parts.append(_entry(title, _title(name)))
    parts += [
        _entry(field, field.example)
        if field.key in _WRITTEN[kind]
        else _as_comment(_entry(field, field.example))
        for field in rest
        if field.example
    ]
    return "\n\n".join(parts) + "\n"


def with_exercises(ladder: str, names: Sequence[str]) -> str:
    """A ladder's starter with exercises that there are for those of its rungs that there are not.

    ``names`` are those of the library; where it has fewer than rungs, they come again.
    """
    missing = list(dict.fromkeys(name for name in _RUNG.findall(ladder) if name not in names))
    others = [name for name in names if name not in _RUNG.findall(ladder)]
    stand_ins = dict(zip(missing, cycle(others or names), strict=False))
    return _RUNG.sub(lambda rung: stand_ins.get(rung[0], rung[0]), ladder)


def _entry(field: Field, example: str | None) -> str:
    example = example or ""
    space = "" if example.startswith("\n") else " "
    return f"# {field.doc}\n{field.key}:{space}{example}"


def _as_comment(entry: str) -> str:
    doc, *lines = entry.split("\n")
    return "\n".join([doc, *(f"# {line}" for line in lines)])


def _title(name: str) -> str:
    """A name in words, in quotes: a name may hold anything a file's name can."""
    words = name.replace("-", " ").replace("_", " ").strip().title() or name
    return "'" + words.replace("'", "''") + "'"
