"""What a handout should have and its file does not say.

Source: AHRQ, PEMAT-P; the sheets of AAOS, Otago and STEADI, whose doses are complete.
"""

from __future__ import annotations

from collections.abc import Iterator

from handouts.model.dose import Dose
from handouts.model.exercise import Exercise
from handouts.model.ladder import Ladder
from handouts.model.program.program import Program
from handouts.preflight.copy import Copy
from handouts.source.problem import Place, Problem, Severity


def missing_summary(copy: Copy) -> Iterator[Problem]:
    """Warn of an item that does not say what it is for."""
    if not copy.item.summary:
        message, hint = "there is no summary", "write summary: what it is for, in one sentence"
        yield _missing("missing-summary", message, _title(copy), hint)


def missing_stop(copy: Copy) -> Iterator[Problem]:
    """Warn of an item that does not say when to stop."""
    item = copy.item
    told, key = (item.stop_if, "stop_if") if isinstance(item, Program) else (item.safety, "safety")
    if not told:
        hint = f"write {key}: and what must make somebody stop: a pain, a pop, dizziness"
        message = "it does not say when to stop"
        yield _missing("missing-stop", message, _title(copy), hint)


def missing_picture(copy: Copy) -> Iterator[Problem]:
    """Warn of an exercise without a figure or a photograph."""
    item = copy.item
    if isinstance(item, Exercise) and not item.figure and "picture" not in item.places:
        hint = "write figure: with a pose, or picture: with a photograph"
        yield _missing("missing-picture", "there is no picture", _title(copy), hint)


def missing_alt(copy: Copy) -> Iterator[Problem]:
    """Warn of pictures of which a screen reader could say a name of a file, and nothing else."""
    item = copy.item
    for picture in item.picture if isinstance(item, Exercise) else ():
        if not picture.alt and not picture.caption:
            message = f"{picture.path.name} has no words for those who cannot see it"
            hint = "write {file: …, alt: what the picture shows}"
            yield _missing("missing-alt", message, picture.place, hint)


def missing_dose(copy: Copy) -> Iterator[Problem]:
    """Warn of an exercise without a dose; of what is done in a program, its own dose counts."""
    item = copy.item
    if isinstance(item, Exercise) and not item.goals:
        hint = "write goals: with sets and reps for each"
        yield _missing("missing-dose", "it does not say how much", _title(copy), hint)


def missing_frequency(copy: Copy) -> Iterator[Problem]:
    """Warn once of a file with doses that do not say how often."""
    item = copy.item
    if isinstance(item, Exercise):
        named = item.goals
    elif isinstance(item, Ladder):
        named = tuple((rung.exercise.name, rung.dose) for rung in item.rungs if rung.dose)
    else:
        return
    silent = [(name, dose) for name, dose in named if not dose.frequency]
    if silent:
        names = ", ".join(name for name, _ in silent)
        hint = "write frequency: 3/week, or 2/day"
        message = f"the dose does not say how often: {names}"
        yield _missing("missing-frequency", message, _place(silent[0][1], copy), hint)


def _place(dose: Dose, copy: Copy) -> Place:
    return min(dose.places.values(), key=lambda place: place.line, default=_title(copy))


def _title(copy: Copy) -> Place:
    """Where the title of an item is written, to which something belongs that is not there."""
    item = copy.item
    places = (item.places.get(key) for key in ("exercise", "program", "ladder"))
    return next(filter(None, places), Place(item.file))


def _missing(code: str, message: str, place: Place, hint: str) -> Problem:
    return Problem(code, message, place, hint, Severity.WARNING)
