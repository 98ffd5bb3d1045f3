"""Climbing: a ladder, or a chain of easier and harder exercises, with everything filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.model.circle import BACK, leads_to, round_trip
from handouts.model.dose import Dose
from handouts.model.exercise import Cue, Exercise, PictureRef
from handouts.model.ladder import Ladder, Rung
from handouts.model.naming import folded
from handouts.model.reference import Reference
from handouts.source.node import Node
from handouts.source.problem import Problem, Severity
from handouts.source.shape import did_you_mean

Find = Callable[[Reference], Exercise | Problem]
"""Gives the exercise of a name, or what is wrong with the name."""

CUES = 3
"""How many of an exercise's own cues a rung shows that has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A rung as it is shown: its number from the easiest, 1, and what the exercise adds to it.

    Where it does not say when to move up, ``progression`` is what its exercise says of making
    progress. ``reached`` and ``approach`` are both of the rung below. ``above`` and ``below`` are
    the numbers of its neighbours. ``here`` is whether the client trains on it.
    """

    number: int
    exercise: Exercise
    title: str
    dose: Dose | None = None
    cues: tuple[Cue, ...] = ()
    move_up: str | None = None
    step_down: str | None = None
    swap: str | None = None
    progression: str | None = None
    reached: str | None = None
    approach: str | None = None
    figure: Node | None = None
    picture: tuple[PictureRef, ...] = ()
    above: int | None = None
    below: int | None = None
    here: bool = False


def climb(ladder: Ladder, exercises: Mapping[str, Exercise], rung: int | None) -> tuple[Step, ...]:
    """Fill in a ladder's rungs, the easiest first. The client trains on number ``rung``.

    Rungs whose exercise is not among ``exercises`` are left out; the library tells of them.
    """
    last = len(ladder.rungs)
    lower = (None, *ladder.rungs)
    return tuple(
        Step(
            number=number,
            exercise=exercise,
            title=each.title or exercise.title,
            dose=each.dose or _dose(each, exercise),
            cues=each.cues or _cues(exercise),
            move_up=each.move_up,
            step_down=each.step_down,
            swap=each.swap,
            progression=_progression(each, exercises),
            reached=below.move_up if below else None,
            approach=_progression(below, exercises) if below else None,
            figure=exercise.figure,
            picture=exercise.picture,
            above=number + 1 if number < last else None,
            below=number - 1 if number > 1 else None,
            here=number == rung,
        )
        for number, (below, each) in enumerate(zip(lower, ladder.rungs, strict=False), 1)
        if (exercise := exercises.get(each.exercise.name))
    )


def _progression(rung: Rung, exercises: Mapping[str, Exercise]) -> str | None:
    """What the exercise of a rung says of making progress, if the rung does not say when."""
    exercise = exercises.get(rung.exercise.name)
    return exercise.progression if exercise and not rung.move_up else None


def _cues(exercise: Exercise) -> tuple[Cue, ...]:
    """The first cues of an exercise, in a few words each."""
    cues = exercise.execution[:CUES] or exercise.setup[:CUES]
    return tuple(Cue(None, cue.lead or cue.detail, cue.place) for cue in cues)


def neighbours(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The client's rung, the one below and the one above; all where no rung is the client's."""
    here = next((step.number for step in steps if step.here), None)
    if here is None:
        return steps
    return tuple(step for step in steps if abs(step.number - here) <= 1)


def chain(
    exercise: Exercise, find: Callable[[str], Exercise | None]
) -> tuple[Ladder | None, list[Problem]]:
    """Make a ladder of the exercises that are easier and harder, the first entry at each step.

    An exercise that leads nowhere has none. Circles, names that ``find`` does not know, and links
    that do not lead back are problems.
    """
    problems: list[Problem] = []
    easier = _follow(exercise, "easier", find, problems)
    harder = _follow(exercise, "harder", find, problems)
    found = [*reversed(easier), exercise, *harder]
    if len(found) == 1 or problems:
        return None, problems
    ladder = Ladder(
        ladder=exercise.title,
        rungs=tuple(Rung(exercise=Reference(each.name)) for each in found),
        category=exercise.category,
        safety=exercise.safety,
        pain=exercise.pain,
        lang=exercise.lang,
        name=exercise.name,
        file=exercise.file,
        places=exercise.places,
    )
    return ladder, []


def _follow(
    exercise: Exercise,
    key: str,
    find: Callable[[str], Exercise | None],
    problems: list[Problem],
) -> list[Exercise]:
    """Give the exercises of a chain in one direction, the nearest first.

    Of a circle nothing else is told: which of its links lead back is not to be mended before.
    """
    way = [exercise]
    found: list[Problem] = []
    while names := getattr(way[-1], key):
        following = find(names[0])
        if following is None:
            found.append(_missing(way[-1], key, names[0]))
            break
        if following in way:
            found = [round_trip(way[way.index(following) :], key, Severity.ERROR)]
            break
        if not leads_to(following, BACK[key], way[-1].name):
            found.append(_one_way(way[-1], key, following))
        way.append(following)
    problems += found
    return way[1:]


def _missing(exercise: Exercise, key: str, name: str) -> Problem:
    message = f"{key} names {name}, which is not in the library, or its file has an error"
    hint = f"which of the two: handouts check {name}"
    return Problem("missing-link", message, exercise.places.get(key), hint)


def _one_way(exercise: Exercise, key: str, other: Exercise) -> Problem:
    message = f"{key} names {other.name}, which does not lead back"
    hint = f"add {exercise.name} to {BACK[key]} in {other.file}"
    return Problem("one-way-link", message, exercise.places.get(key), hint)


def unknown(ladder: Ladder, find: Find) -> Iterator[Problem]:
    """Exercises and goals of a ladder's rungs that there are not."""
    for rung in ladder.rungs:
        exercise = find(rung.exercise)
        if isinstance(exercise, Problem):
            yield replace(exercise, hint=exercise.hint or "write that exercise, or name another")
        elif rung.goal and _dose(rung, exercise) is None:
            names = [name for name, _ in exercise.goals]
            hint = did_you_mean(rung.goal.name, names) or f"its goals are {', '.join(names)}"
            message = f"{exercise.name} has no goal called {rung.goal.name}"
            yield Problem("unknown-goal", message, rung.goal.place, hint)


def rung_number(ladder: Ladder, wanted: str) -> int | None:
    """The number of the rung that a client's row names: by number, exercise or title."""
    if wanted.isdecimal():
        return int(wanted) if 1 <= int(wanted) <= len(ladder.rungs) else None
    for number, rung in enumerate(ladder.rungs, 1):
        if folded(wanted) in (folded(rung.exercise.name), folded(rung.title or "")):
            return number
    return None


def _dose(rung: Rung, exercise: Exercise) -> Dose | None:
    """The dose of the goal that is asked for, else of the exercise's first."""
    wanted = folded(rung.goal.name) if rung.goal else None
    for name, dose in exercise.goals:
        if wanted in (None, folded(name)):
            return dose
    return None
