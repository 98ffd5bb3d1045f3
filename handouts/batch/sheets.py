"""Sheets: all that goes onto an item's handout, gathered for a client."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from handouts.batch.imprint import Imprint
from handouts.batch.settings import Settings
from handouts.layout.labels import labels_for
from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.model.climbing import chain, climb, rung_number
from handouts.model.dose import disagreements
from handouts.model.edition import Edition
from handouts.model.exercise import Exercise
from handouts.model.gathering import Gathering, cautions, of_items
from handouts.model.gathering import of_program as gathering_of
from handouts.model.kind import Item
from handouts.model.ladder import Ladder
from handouts.model.naming import folded
from handouts.model.personal import personal
from handouts.model.prescription import Prescription, of_exercise, of_program, too_many
from handouts.model.program.excerpt import Excerpt, excerpt
from handouts.model.program.program import Program
from handouts.model.program.schedule import Schedule
from handouts.source.problem import Place, Problem, Severity
from handouts.source.shape import did_you_mean, listed

Gather = Callable[[Item, Client], tuple[Sheet | None, list[Problem]]]
"""Gathers the sheet of one item for a client; there is none where something is wrong."""


class Sheets:
    """Gathers sheets of an edition's items under one imprint, with labels in its language."""

    def __init__(self, settings: Settings, library: Edition, imprint: Imprint) -> None:
        self._settings = settings
        self._imprint = imprint
        self._library = library
        self._labels = labels_for(settings.labels, library.language)

    def gather(self, item: Item, client: Client) -> tuple[Sheet | None, list[Problem]]:
        """The sheet of an item; none when a program does not work out for the client."""
        if isinstance(item, Program):
            return self._of_program(item, client)
        if isinstance(item, Ladder):
            return self._of_ladder(item, client)
        return self._of_exercise(item, client)

    def gather_rung(self, item: Item, client: Client) -> tuple[Sheet | None, list[Problem]]:
        """The sheet of a ladder, or of that which an exercise is a rung of, by what is easier and
        harder.
        """
        if not isinstance(item, Exercise):
            return self.gather(item, client)
        ladder, problems = chain(item, self._library.exercise)
        if ladder is None:
            return None, problems or [_no_ladder(item)]
        client = client if client.rung else replace(client, rung=item.name)
        sheet, found = self._of_ladder(ladder, client)
        return sheet, [*problems, *found]

    def gather_all(
        self, items: Sequence[Item], client: Client, title: str | None, gather: Gather
    ) -> tuple[Sheet | None, list[Problem]]:
        """The sheet of several items, each on a sheet as ``gather`` gives it; none without all.

        ``title`` is a label; without it, the items' titles are its title.
        """
        found = [gather(item, client) for item in items]
        problems = [problem for _, told in found for problem in told]
        sheets = tuple(sheet for sheet, _ in found if sheet is not None)
        if len(sheets) < len(items):
            return None, problems
        exercises = {item.file: item for item in items if isinstance(item, Exercise)}
        gathering = self._listed(items, client, title)
        return self._together(gathering, sheets, exercises, client), problems

    def gather_home(
        self, items: Sequence[Item], client: Client, title: str | None
    ) -> tuple[Sheet | None, list[Problem]]:
        """The home sheet of some exercises, or of a program without weeks."""
        first = items[0]
        if isinstance(first, Program):
            return self._of_home_program(first, client)
        exercises = [item for item in items if isinstance(item, Exercise)]
        problems = [told for each in exercises for told in _missing_goal(each, client)]
        found = [of_exercise(each, client) for each in exercises]
        problems += [told for each in found if each.dose for told in disagreements(each.dose)]
        problems += too_many(found, None)
        gathering = replace(self._listed(items, client, title), cautions=cautions(exercises))
        sheets = self._prescribed(zip(found, exercises, strict=True), gathering, client)
        by_file = {each.file: each for each in exercises}
        return self._together(gathering, sheets, by_file, client), problems

    def _of_home_program(
        self, program: Program, client: Client
    ) -> tuple[Sheet | None, list[Problem]]:
        used = self._exercises(program.exercises)
        schedule, problems = self._schedule(program, used, client)
        if schedule is None:
            return None, problems
        found = of_program(program, schedule)
        places = (program.places.get(key) for key in ("work", "sessions", "program"))
        problems += too_many(found, next(filter(None, places), None))
        gathering = gathering_of(program)
        if not program.cards:
            gathering = replace(gathering, cautions=cautions(used.values()))
        pairs = ((each, used.get(each.exercise or "")) for each in found)
        sheets = self._prescribed(pairs, gathering, client)
        own = {name: personal(exercise, client)[0] for name, exercise in used.items()}
        return self._together(gathering, sheets, own, client), problems

    def _prescribed(
        self,
        prescribed: Iterable[tuple[Prescription, Exercise | None]],
        whole: Gathering,
        client: Client,
    ) -> tuple[Sheet, ...]:
        """A sheet for each prescription with its exercise, unless it is work that needs no card.

        What is said of pain once for all of them is not said of each.
        """
        sheets = []
        for each, card in prescribed:
            item = card or Exercise(exercise=each.title, lang=whole.lang, file=whole.file)
            if whole.pain:
                item = replace(item, pain=None)
            titles = self._titles((*item.easier, *item.harder))
            here = {"prescription": each}
            sheets.append(replace(self._sheet(item, client), titles=titles, here=here))
        return tuple(sheets)

    def _listed(self, items: Sequence[Item], client: Client, title: str | None) -> Gathering:
        """What is said of a list of items; ``title`` is a label."""
        listed = of_items(items)
        return replace(listed, title=self._labels[title]) if title else listed

    def _together(
        self,
        gathering: Gathering,
        sheets: tuple[Sheet, ...],
        exercises: Mapping[str, Exercise],
        client: Client,
    ) -> Sheet:
        """The sheet of all items, which those of ``exercises`` are on, or whose cards follow."""
        beside = (name for each in exercises.values() for name in (*each.easier, *each.harder))
        return replace(
            self._sheet(gathering, client),
            gathered=sheets,
            exercises=exercises,
            titles=self._titles(beside),
        )

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
        from handouts.model.program.scheduling import work_out  # most runs are cards alone

        schedule, problems = work_out(program, exercises, client)
        wanted, found = excerpt(program, schedule, self._wanted(program))
        problems += [*found, *_disagreements(schedule, client)]
        wrong = any(problem.severity is Severity.ERROR for problem in problems)
        return (None if wrong else wanted), problems

    def _wanted(self, program: Program) -> Excerpt:
        """What the run wants of a program, the session called as it is in this edition."""
        wanted = self._settings.excerpt
        if wanted.session is None:
            return wanted
        return replace(wanted, session=self._library.session(program, wanted.session))

    def _exercises(self, names: Iterable[str]) -> dict[str, Exercise]:
        """The exercises of these names that the library has and that can be read."""
        found = ((name, self._library.exercise(name)) for name in names)
        return {name: exercise for name, exercise in found if exercise}

    def _titles(self, names: Iterable[str]) -> dict[str, str]:
        """What the exercises of these names are called, of those that the library has."""
        found = ((name, self._library.title(name)) for name in names)
        return {name: title for name, title in found if title}

    def _sheet(self, item: Item | Gathering, client: Client) -> Sheet:
        return Sheet(
            item=item,
            labels=self._labels,
            client=client,
            brand=self._imprint.brand,
            paper=self._imprint.paper,
            grey=self._settings.grey,
            grid=self._settings.grid,
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
    if not client.goal or not names or folded(client.goal) in map(folded, names):
        return []
    hint = did_you_mean(client.goal, names) or f"its goals are {', '.join(names)}"
    message = f"{exercise.name} has no goal called {client.goal}"
    place = client.places.get("goal") or exercise.places.get("goals")
    return [Problem("unknown-goal", message, place, hint, Severity.WARNING)]
