"""``handouts show NAME``: one item as it was understood, with its doses."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import fields

from handouts.cli import output
from handouts.cli.ending import exit_for
from handouts.cli.library import open_library
from handouts.cli.options import LibraryOptions, add_json_option, add_library_options
from handouts.cli.parser import Parser
from handouts.model.dose import Dose
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.library import Library
from handouts.source.problem import Problem


class Options(LibraryOptions):
    name: str
    json: bool


def add_options(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name, or a YAML file")
    add_library_options(parser)
    add_json_option(parser)


def run(options: Options) -> int:
    item, problems = _find(open_library(options), options.name)
    if options.json:
        shown = _as_json(item) if item else {}
        output.say_json({**shown, "problems": output.problems_as_json(problems)})
    else:
        if item:
            output.say(_as_text(item))
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)


def _find(library: Library, name: str) -> tuple[Item | None, Sequence[Problem]]:
    entry = library.find(name)
    return (None, [entry]) if isinstance(entry, Problem) else library.read(entry)


def _as_json(exercise: Exercise) -> dict[str, object]:
    goals = [{"goal": goal, **_dose(dose)} for goal, dose in exercise.goals]
    return {
        "kind": "exercise",
        "name": exercise.name,
        "title": exercise.exercise,
        "file": exercise.file,
        "goals": goals,
        "easier": list(exercise.easier),
        "harder": list(exercise.harder),
    }


def _as_text(exercise: Exercise) -> str:
    facts = (
        ("file", exercise.file),
        ("category", exercise.category),
        ("level", exercise.level),
        ("easier", ", ".join(exercise.easier)),
        ("harder", ", ".join(exercise.harder)),
    )
    rows = [(key, str(value)) for key, value in facts if value]
    doses = [(goal, _in_words(dose)) for goal, dose in exercise.goals]
    return "\n".join([exercise.exercise, "", output.table(rows), "", output.table(doses)]).rstrip()


def _dose(dose: Dose) -> dict[str, str]:
    """What a dose says, by its keys, with the signs it prints with."""
    keys = (field.name for field in fields(dose) if field.name != "places")
    return {key: str(value) for key in keys if (value := getattr(dose, key)) is not None}


def _in_words(dose: Dose) -> str:
    """Sets and reps as they print, the rest by its keys: ``3–4 × 3–5, lowering 3–6 s``."""
    said = _dose(dose)
    amount = [said.pop(key) for key in ("sets", "reps") if key in said]
    rest = [f"{key.replace('_', ' ')} {value}" for key, value in said.items()]
    return ", ".join([" × ".join(amount), *rest]) if amount else ", ".join(rest)
