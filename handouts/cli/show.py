"""``handouts show NAME``: one item as it was understood, with its doses or week by week."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from handouts.batch.roster import packets
from handouts.cli import output
from handouts.cli.clients import wanted_clients
from handouts.cli.ending import WrongCommand, exit_for
from handouts.cli.invocation import pasteable
from handouts.cli.library import open_library
from handouts.cli.options import (
    ClientOptions,
    ExcerptOptions,
    LibraryOptions,
    add_client_options,
    add_excerpt_options,
    add_json_option,
    add_library_options,
)
from handouts.cli.parser import Parser
from handouts.cli.show_dose import dose_in_words, dose_values
from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.exercise import Exercise
from handouts.model.ladder import Ladder
from handouts.model.library import Entry, Library
from handouts.model.program.excerpt import Excerpt, excerpt
from handouts.model.program.program import Program
from handouts.source.problem import Problem


class Options(LibraryOptions, ClientOptions, ExcerptOptions):
    name: str
    json: bool
    coach: str | None = None  # what a sheet says of its client changes nothing that is shown
    date: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """An item in both forms in which it can be shown."""

    text: str
    json: dict[str, object]


def add_options(parser: Parser) -> None:
    parser.add_argument("name", metavar="NAME", help="a name, or a YAML file")
    add_library_options(parser)
    add_client_options(parser)
    add_excerpt_options(parser)
    add_json_option(parser)


def run(options: Options) -> int:
    shown, found = _show(options)
    problems = pasteable(found, options)
    if options.json:
        said = output.problems_as_json(problems)
        output.say_json({**(shown.json if shown else {}), "problems": said})
    else:
        if shown:
            output.say(shown.text)
        output.say_problems(problems, sys.stderr)
    return exit_for(problems)


def _show(options: Options) -> tuple[Shown | None, Sequence[Problem]]:
    library = open_library(options)
    entry = library.find(options.name)
    if isinstance(entry, Problem):
        return None, [entry]
    item, problems = library.read(entry)
    if isinstance(item, Program):
        shown, found = _program(item, entry, library, options)
        return shown, [*problems, *found]
    if isinstance(item, Ladder):
        return _ladder(item, library), problems
    return (_exercise(item) if item else None), problems


def _program(
    program: Program, entry: Entry, library: Library, options: Options
) -> tuple[Shown | None, Sequence[Problem]]:
    """A program worked out for the client that was named, or for nobody."""
    from handouts.cli.show_program import program_as_json, program_as_text
    from handouts.model.program.scheduling import work_out

    client, problems = _client(entry, library, options)
    if client is None:
        return None, problems
    schedule, missing = work_out(program, _exercises(library, program.exercises), client)
    part, wrong = excerpt(program, schedule, Excerpt(options.weeks, options.session))
    problems = [*problems, *missing, *wrong]
    if part is None:
        return None, problems
    return Shown(program_as_text(program, part), program_as_json(program, part)), problems


def _client(
    entry: Entry, library: Library, options: Options
) -> tuple[Client | None, list[Problem]]:
    """The one client there is, with exercises called as the library calls them."""
    clients, problems = wanted_clients(options)
    if len(clients) > 1:
        raise WrongCommand("the list has several clients", "choose one of them: --client NAME")
    packed, found = packets(clients, [entry], library, Path())
    return (packed[0].client if packed else None), [*problems, *found]


def _ladder(ladder: Ladder, library: Library) -> Shown:
    from handouts.cli.show_ladder import ladder_as_json, ladder_as_text
    from handouts.model.climbing import climb

    steps = climb(ladder, _exercises(library, ladder.exercises), None)
    return Shown(ladder_as_text(ladder, steps), ladder_as_json(ladder, steps))


def _exercises(library: Library, names: Iterable[str]) -> dict[str, Exercise]:
    """The exercises of these names that can be read."""
    found = ((name, library.exercise(name)) for name in names)
    return {name: exercise for name, exercise in found if exercise}


def _exercise(exercise: Exercise) -> Shown:
    return Shown(_exercise_as_text(exercise), _exercise_as_json(exercise))


def _exercise_as_json(exercise: Exercise) -> dict[str, object]:
    goals = [{"goal": goal, **dose_values(dose)} for goal, dose in exercise.goals]
    return {
        "kind": "exercise",
        "name": exercise.name,
        "title": exercise.title,
        "file": exercise.file,
        "goals": goals,
        "easier": list(exercise.easier),
        "harder": list(exercise.harder),
    }


def _exercise_as_text(exercise: Exercise) -> str:
    facts = (
        ("file", exercise.file),
        ("category", exercise.category),
        ("level", exercise.level),
        ("easier", ", ".join(exercise.easier)),
        ("harder", ", ".join(exercise.harder)),
    )
    rows = [(key, str(value)) for key, value in facts if value]
    doses = [(goal, dose_in_words(dose)) for goal, dose in exercise.goals]
    return "\n".join([exercise.title, "", output.table(rows), "", output.table(doses)]).rstrip()
