"""Ladders: versions of one movement from the easiest to the hardest, as their files give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.dose import DOSE, Dose
from handouts.model.exercise import (
    ADDRESS,
    CUES,
    LANGUAGE,
    NAME,
    PAIN,
    WORDS,
    Cue,
    Pain,
    crossed_limits,
)
from handouts.model.grammar import Grammar
from handouts.model.reference import Reference
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    Field,
    Line,
    ListOf,
    Located,
    MappingOf,
    OneOrList,
    Prose,
    Record,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One version: an exercise of the library, with a dose and cues of its own if there are any.

    ``title`` prints instead of the exercise's own. ``swap`` says what to do without the equipment.
    """

    exercise: Reference
    title: str | None = None
    goal: Reference | None = None
    dose: Dose | None = None
    cues: tuple[Cue, ...] = ()
    move_up: str | None = None
    step_down: str | None = None
    swap: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ladder:
    """A ladder, its easiest rung first. Attributes are the keys of its file.

    ``bad_day`` says what to do on one. ``name`` is what it is found by (its file's stem) and
    ``file`` its path as shown to people; ``places`` are those of the keys that were written.
    """

    ladder: str
    rungs: tuple[Rung, ...]
    category: str | None = None
    summary: str | None = None
    tags: tuple[str, ...] = ()
    bad_day: str | None = None
    safety: str | None = None
    pain: Pain | None = None
    video: str | None = None
    disclaimer: str | None = None
    sources: tuple[str, ...] = ()
    lang: str = "en"
    allow: tuple[tuple[str, str], ...] = ()
    name: str = ""
    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def title(self) -> str:
        """Its name as it prints."""
        return self.ladder

    @property
    def exercises(self) -> tuple[str, ...]:
        """The names of the exercises on its rungs, the easiest first."""
        return tuple(dict.fromkeys(rung.exercise.name for rung in self.rungs))


def located(ladder: Ladder, name: str, file: str) -> Ladder:
    """The ladder with its name and its file."""
    return replace(ladder, name=name, file=file)


def _rung(**written: Any) -> Rung:
    title = written.pop("as", None)
    return Rung(title=title, **written)


_RUNG = Record(
    _rung,
    (
        Field(
            "exercise",
            Located(NAME, Reference),
            "An exercise of the library, by file name.",
            True,
            "wall-push-up",
        ),
        Field("as", Line(300), "What it is called on this rung.", example="Short range"),
        Field(
            "goal",
            Located(Line(80), Reference),
            "The exercise's goal whose dose is taken.",
            example="strength",
        ),
        Field("dose", DOSE, "A dose of its own.", example="{sets: 2-3, reps: 6-8}"),
        Field("cues", CUES, "Two or three cues.", example="[Keep one line, Go slowly]"),
        Field(
            "move_up",
            Prose(500),
            "When to go on to the next rung.",
            example="3 sets of 12 with no pain, twice in a row",
        ),
        Field(
            "step_down",
            Prose(500),
            "When to go back to the rung below.",
            example="your hips sag",
        ),
        Field("swap", Prose(500), "What to do without the equipment.", example="Use a towel."),
    ),
    places=True,
)

FIELDS = (
    Field("ladder", Line(300), "The ladder's name, as it prints.", True, "Push-Up Ladder"),
    Field(
        "rungs",
        ListOf(_RUNG),
        "The versions, the easiest first.",
        True,
        "\n  - exercise: wall-push-up"
        "\n    move_up: 3 sets of 12, twice in a row"
        "\n    step_down: Stand closer to the wall."
        "\n  - exercise: incline-push-up"
        "\n    cues: [Keep one line from head to heels., Breathe out on the way up.]"
        "\n    move_up: 3 sets of 12, twice in a row"
        "\n    step_down: your hips sag"
        "\n  - exercise: push-up"
        "\n    dose: {sets: 2-3, reps: 6-8, frequency: 2/week}"
        "\n    step_down: you cannot do 6 in good form",
    ),
    Field("category", Line(80), "What kind of movement it is.", example="Pushing strength"),
    Field(
        "summary",
        Prose(2000),
        "How to use it, in a sentence or two.",
        example="Train on your rung. Climb one when you pass its test.",
    ),
    Field("tags", WORDS, "A few words to find it by.", example="[no equipment]"),
    Field(
        "bad_day",
        Prose(1000),
        "What to do on a bad day.",
        example="Go down one rung and do half the sets.",
    ),
    Field(
        "safety",
        Prose(2000),
        "When to stop.",
        example="Stop if you feel sharp pain, or numbness in an arm.",
    ),
    Field(
        "pain",
        PAIN,
        "Limits of pain from 0 to 10; without them no pain light prints.",
        example="{ease_off: 3, stop: 5, source: Smith 2020}",
    ),
    Field("video", ADDRESS, "A video's address.", example="https://example.org/video"),
    Field("disclaimer", Prose(1500), "Replaces the library's own disclaimer."),
    Field("sources", OneOrList(Line(400)), "What it is based on.", example="[Smith 2020]"),
    Field("lang", LANGUAGE, "The language of this file.", example="en"),
    Field("allow", MappingOf(Line(300)), "Checks to silence for this file, each with the reason."),
)


def unsound(ladder: Ladder) -> list[Problem]:
    """What does not agree with the rest of a ladder; it has two rungs or more."""
    return [*_too_few(ladder), *crossed_limits(ladder.pain, ladder.places.get("pain"))]


def _too_few(ladder: Ladder) -> list[Problem]:
    if len(ladder.rungs) > 1:
        return []
    message = f"a ladder has two rungs or more, this has {len(ladder.rungs) or 'none'}"
    hint = "begin each with a dash: - {exercise: wall-push-up}"
    return [Problem("rungs", message, ladder.places["rungs"], hint)]


LADDER = Grammar(Record(Ladder, FIELDS, places=True), unsound, ("ladder",))
"""The shape of a ladder file."""
