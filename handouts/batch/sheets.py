"""Sheets: all that goes onto an item's handout, gathered for a client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache, partial

from handouts.batch.imprint import Imprint
from handouts.batch.settings import Settings
from handouts.layout.labels import Labels, load_labels
from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.model.climbing import chain, climb, rung_number
from handouts.model.dose import disagreements
from handouts.model.excerpt import excerpt
from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.ladder import Ladder
from handouts.model.library import Library
from handouts.model.personal import personal
from handouts.model.program import Program
from handouts.model.schedule import Schedule
from handouts.source.problem import Place, Problem, Severity
from handouts.source.shape import did_you_mean, listed

LANGUAGES_KEPT = 8


class Sheets:
    """Gathers sheets of a library's items under one imprint. Labels are read once a language."""

    def __init__(self, settings: Settings, library: Library, imprint: Imprint) -> None:
        self._settings = settings
        self._imprint = imprint
        self._library = library
        self._labels = lru_cache(LANGUAGES_KEPT)(partial(load_labels, settings.labels))

    def labels(self, client: Client) -> Labels:
        """The labels in a client's language, or else in the imprint's."""
        return self._labels(client.lang or self._imprint.language)

    def gather(self, item: Item, client: Client) -> tuple[Sheet | None, list[Problem]]:
        """The sheet of an item; none when a program does not work out for the client."""
        if isinstance(item, Program):
            return self._of_program(item, client)
        if isinstance(item, Ladder):
            return self._of_ladder(item, client)
        return self._of_exercise(item, client)

    def gather_ladder(
        self, exercise: Exercise, client: Client
    ) -> tuple[Sheet | None, list[Problem]]:
        """The sheet of the ladder that an exercise is a rung of, by what is easier and harder."""
        ladder, problems = chain(exercise, self._library.exercise)
        if ladder is None:
            return None, problems or [_no_ladder(exercise)]
        client = client if client.rung else replace(client, rung=exercise.name)
        sheet, found = self._of_ladder(ladder, client)
        return sheet, [*problems, *found]

    def _of_exercise(self, item: Exercise, client: Client) -> tuple[Sheet | None, list[Problem]]:
        exercise, problems = personal(item, client)
        titles = self._titles((*item.easier, *item.harder))
        sheet = replace(self._sheet(exercise, client), titles=titles)
        return sheet, [*problems, *_missing_goal(item, client)]

    def _of_program(self, program: Program, client: Client) -> tuple[Sheet | None, list[Problem]]:
        used = self._exercises(program.exercises)
        schedule, problems = self._schedule(program, used, client)
        if schedule is None:
            return None, problems
        own = {name: personal(exercise, client)[0] for name, exercise in used.items()}
        beside = (name for each in used.values() for name in (*each.easier, *each.harder))
        titles = self._titles(beside)
        sheet = self._sheet(program, client)
        return replace(sheet, exercises=own, titles=titles, schedule=schedule), problems

    def _of_ladder(self, ladder: Ladder, client: Client) -> tuple[Sheet | None, list[Problem]]:
        used = self._exercises(ladder.exercises)
        own = {name: personal(exercise, client)[0] for name, exercise in used.items()}
        rung = rung_number(ladder, client.rung) if client.rung else None
        sheet = replace(self._sheet(ladder, client), exercises=own)
        problems = [_no_rung(ladder, client)] if client.rung and rung is None else []
        return replace(sheet, steps=climb(ladder, own, rung)), problems

    def _schedule(
        self, program: Program, exercises: Mapping[str, Exercise], client: Client
    ) -> tuple[Schedule | None, list[Problem]]:
        """A program worked out, as far as the run wants it; none when anything is wrong with it."""
        from handouts.model.scheduling import work_out  # most runs are cards alone

        schedule, problems = work_out(program, exercises, client)
        wanted, found = excerpt(program, schedule, self._settings.excerpt)
        problems += [*found, *_disagreements(schedule, client)]
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        return (None if wrong else wanted), problems

    def _exercises(self, names: Iterable[str]) -> dict[str, Exercise]:
        """The exercises of these names that the library has and that can be read."""
        found = ((name, self._library.exercise(name)) for name in names)
        return {name: exercise for name, exercise in found if exercise}

    def _titles(self, names: Iterable[str]) -> dict[str, str]:
        """What the exercises of these names are called, of those that the library has."""
        found = ((name, self._library.title(name)) for name in names)
        return {name: title for name, title in found if title}

    def _sheet(self, item: Item, client: Client) -> Sheet:
        return Sheet(
            item=item,
            labels=self.labels(client),
            client=client,
            brand=self._imprint.brand,
            paper=self._imprint.paper,
            grey=self._settings.grey,
        )


def _no_rung(ladder: Ladder, client: Client) -> Problem:
    message = f"{ladder.name} has no rung {client.rung}"
    hint = f"write 1 to {len(ladder.rungs)}, or {listed(ladder.exercises)}"
    place = client.places.get("rung")
    return Problem("unknown-rung", message, place, hint, Severity.WARNING)


def _no_ladder(exercise: Exercise) -> Problem:
    message = f"{exercise.name} has nothing easier and nothing harder"
    hint = "name another exercise under easier or harder, and this one in its file"
    return Problem("no-ladder", message, Place(exercise.file), hint)


def _disagreements(schedule: Schedule, client: Client) -> list[Problem]:
    """Doses that do not agree with themselves since a client's own values are in them."""
    tasks = (task for week in schedule.weeks for each in week.sessions for task in each.tasks)
    doses = {id(task.dose): task.dose for task in tasks if task.exercise in client.doses}
    return [problem for dose in doses.values() for problem in disagreements(dose)]


def _missing_goal(exercise: Exercise, client: Client) -> list[Problem]:
    """Warn when there are goals, and the client's is none of them."""
    names = [name for name, _ in exercise.goals]
    if not client.goal or not names or client.goal.casefold() in map(str.casefold, names):
        return []
    hint = did_you_mean(client.goal, names) or f"its goals are {', '.join(names)}"
    message = f"{exercise.name} has no goal called {client.goal}"
    return [Problem("unknown-goal", message, exercise.places.get("goals"), hint, Severity.WARNING)]
