"""Exercises: what a card says of one movement, as its file gives it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field, replace
from enum import StrEnum

from handouts.dataclass import dataclass
from handouts.model.credit import CREDIT, Credit
from handouts.model.dose import DOSE, Dose
from handouts.model.grammar import Grammar
from handouts.model.language import NAMED, TAG, canonical
from handouts.model.picture import PICTURE, Home, PictureRef, resolve
from handouts.source.node import Node
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    ByKind,
    Choice,
    Deferred,
    Field,
    Line,
    ListOf,
    Located,
    MappingOf,
    Named,
    OneOrList,
    Pair,
    Parsed,
    Prose,
    Record,
    Shape,
    Unreadable,
    shortened,
)

__all__ = ["EXERCISE", "Cue", "Exercise", "Level", "Muscles", "Pain", "PictureRef", "located"]


class Level(StrEnum):
    """How much an exercise asks for, the least first."""

    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    ADVANCED = "advanced"


@dataclass(frozen=True, slots=True)
class Cue:
    """One thing to do, to mind or to know: a lead with its detail, or a plain sentence."""

    lead: str | None
    detail: str
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Muscles:
    """The muscles that do the work, and those that help."""

    primary: tuple[str, ...] = ()
    secondary: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pain:
    """Limits of pain from 0 to 10, and the source they come from.

    Above ``ease_off`` do less, above ``stop`` stop.
    """

    stop: int
    source: str
    ease_off: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Exercise:
    """An exercise. Attributes are the keys of its file, ``-`` and spaces as ``_``.

    ``name`` is what it is found by (its file's stem) and ``file`` its path as shown to people;
    ``places`` are those of the keys that were written. ``figure`` is left to the figure room.
    """

    exercise: str
    category: str | None = None
    level: Level | None = None
    tags: tuple[str, ...] = ()
    summary: str | None = None
    muscles: Muscles = Muscles()
    equipment: tuple[str, ...] = ()
    safety: str | None = None
    goals: tuple[tuple[str, Dose], ...] = ()
    progression: str | None = None
    setup: tuple[Cue, ...] = ()
    execution: tuple[Cue, ...] = ()
    checkpoint: str | None = None
    tips: tuple[Cue, ...] = ()
    faq: tuple[Cue, ...] = ()
    disclaimer: str | None = None
    easier: tuple[str, ...] = ()
    harder: tuple[str, ...] = ()
    figure: Node | None = None
    picture: tuple[PictureRef, ...] = ()
    video: str | None = None
    pain: Pain | None = None
    sources: tuple[str, ...] = ()
    credit: tuple[Credit, ...] = ()
    lang: str = "en"
    allow: tuple[tuple[str, str], ...] = ()
    name: str = ""
    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)

    @property
    def title(self) -> str:
        """Its name as it prints."""
        return self.exercise


def located(
    exercise: Exercise, name: str, file: str, home: Home, problems: list[Problem]
) -> Exercise:
    """The exercise with its name, its file, and its pictures where they can be opened."""
    pictures = resolve(exercise.picture, home, problems)
    return replace(exercise, name=name, file=file, picture=pictures)


def parse_name(text: str) -> str:
    """The name of another exercise: its file's, without folder and ``.yaml``."""
    if "/" in text or "\\" in text or text.endswith(".yaml"):
        stem = re.split(r"[/\\]", text.removesuffix(".yaml"))[-1]
        message = f"must be a name, this is a file: {shortened(text)}"
        raise Unreadable(message, f"write {stem}" if stem else None)
    return text


def parse_address(text: str) -> str:
    """A web address, ``https://`` or ``http://``."""
    from urllib.parse import urlsplit  # few exercises have one

    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        parts, host = None, None
    if not parts or parts.scheme.lower() not in {"http", "https"} or not host or " " in text:
        message = f"must be a web address, this is {shortened(text)}"
        raise Unreadable(message, "write it in full: https://example.org/video", code="address")
    return text


def parse_language(text: str) -> str:
    """A language tag (BCP 47): ``en``, ``de``, ``pt-BR``."""
    if not re.fullmatch(TAG, text):
        message = f"must be a language tag, this is {shortened(text)}"
        raise Unreadable(message, f"write {NAMED.get(text.lower(), 'en, de or pt-BR')}")
    return canonical(text)


def _figure() -> Shape[object]:
    from handouts.figure.read import FIGURE  # for the schema alone

    return FIGURE


ADDRESS = Parsed(
    parse_address, r"^[Hh][Tt][Tt][Pp][Ss]?://\S+$", ("https://example.org/video",), 500
)
LANGUAGE = Parsed(parse_language, f"^{TAG}$", ("en", "de", "pt-BR"))

WORDS = OneOrList(Line(80))
NAME = Parsed(parse_name, r"^[^/\\]+$", ("glute-bridge",))
"""The shape of an item's name."""

NAMES = OneOrList(NAME)
_DETAIL = Prose(1000)
_PAIR = Pair(Cue, Line(120), _DETAIL)
_SENTENCE = Located(_DETAIL, lambda detail, place: Cue(None, detail, place))
_CUE = Named("cue", lambda: ByKind(text=_SENTENCE, mapping=_PAIR))
CUES = ListOf(_CUE)
"""The shape of cues: each a lead and its detail, or a sentence."""

_QUESTIONS = ListOf(_PAIR)
_LIMIT = Choice({str(limit): limit for limit in range(11)})

_MUSCLES = Record(
    Muscles,
    (
        Field("primary", WORDS, "The muscles that do the work.", example="[hamstrings]"),
        Field("secondary", WORDS, "The muscles that help.", example="[glutes, calves]"),
    ),
)
_PAIN_FIELDS = (
    Field("ease_off", _LIMIT, "Above this, from 0 to 10, do less.", example="3"),
    Field("stop", _LIMIT, "Above this, from 0 to 10, stop.", required=True, example="5"),
    Field(
        "source", Line(300), "Where these limits come from.", required=True, example="Smith 2020"
    ),
)
PAIN = Record(Pain, _PAIN_FIELDS)
"""The shape of limits of pain."""

TITLE = Line(300)
"""The shape of an exercise's name, as it prints."""

FIELDS = (
    Field("exercise", TITLE, "The exercise's name, as it prints.", True, "Glute Bridge"),
    Field("category", Line(80), "What kind of exercise it is.", example="Hip strength"),
    Field(
        "level",
        Choice({level.value: level for level in Level}),
        "Who it is for: beginner, intermediate or advanced.",
        example="beginner",
    ),
    Field("tags", WORDS, "A few words to find it by.", example="[no equipment, hips]"),
    Field(
        "summary",
        Prose(2000),
        "What it is for: one short sentence that prints large, then one or two more.",
        example="Strong hips for stairs, walking and lifting.",
    ),
    Field(
        "muscles",
        _MUSCLES,
        "The muscles that work.",
        example="{primary: [glutes], secondary: [hamstrings, core]}",
    ),
    Field("equipment", WORDS, "What is needed.", example="[mat]"),
    Field(
        "safety",
        Prose(2000),
        "When to stop, and what to watch for.",
        example="Stop if you feel sharp pain in the back or the knees.",
    ),
    Field(
        "goals",
        MappingOf(DOSE),
        "Sets by goal, in the order they print.",
        example="\n  strength: {sets: 3-4, reps: 6-8, frequency: 2/week}"
        "\n  first weeks: {sets: 2, reps: 8, frequency: 3/week, note: slow}",
    ),
    Field(
        "progression",
        Prose(2000),
        "The rule for making it harder.",
        example="When 12 feel easy, hold the top for 3 seconds.",
    ),
    Field(
        "setup",
        CUES,
        "How to get into position: a lead and its detail, or a plain sentence.",
        example="\n  - Lie on your back: Bend your knees, feet flat on the floor."
        "\n  - Rest your arms beside you.",
    ),
    Field(
        "execution",
        CUES,
        "What to do, in order.",
        example="\n  - Press up: Push through your heels and lift your hips."
        "\n  - Come down slowly: Take three seconds.",
    ),
    Field(
        "checkpoint",
        Prose(500),
        "The one thing to look at.",
        example="Shoulders, hips and knees make one line at the top.",
    ),
    Field(
        "tips",
        CUES,
        "Tips and common mistakes.",
        example="\n  - Breathe out on the way up.\n  - Keep the ribs down: Do not arch your back.",
    ),
    Field(
        "faq",
        _QUESTIONS,
        "Questions people ask, with their answers.",
        example="\n  - Where should I feel it?: In your buttocks, not in your back.",
    ),
    Field(
        "disclaimer",
        Prose(1500),
        "Replaces the library's own disclaimer.",
        example="For information only. Ask your therapist first.",
    ),
    Field(
        "easier", NAMES, "Easier exercises, by file name, nearest first.", example="[bridge-hold]"
    ),
    Field(
        "harder", NAMES, "Harder exercises, by file name, nearest first.", example="[hip-thrust]"
    ),
    Field("figure", Deferred(_figure), "A description of the drawing."),
    Field(
        "picture",
        OneOrList(PICTURE, limit=24),
        "A photograph, or a list of them, from this file's folder.",
        example="{file: photos/start.jpg, caption: Start}",
    ),
    Field(
        "video",
        ADDRESS,
        "A video's address; prints as a QR code.",
        example="https://example.org/video",
    ),
    Field(
        "pain",
        PAIN,
        "Limits of pain from 0 to 10; without them no pain light prints.",
        example="{ease_off: 3, stop: 5, source: Smith 2020}",
    ),
    Field(
        "sources", OneOrList(Line(400)), "What the exercise is based on.", example="[Smith 2020]"
    ),
    Field(
        "credit",
        OneOrList(CREDIT),
        "Whose text or pictures these are; prints small where the licence asks for it.",
        example="{author: Sam Lee, licence: CC BY-SA 4.0, source: https://example.org/9}",
    ),
    Field("lang", LANGUAGE, "The language of this file.", example="en"),
    Field(
        "allow",
        MappingOf(Line(300)),
        "Checks to silence for this file, each with the reason.",
        example="{reading-level: names of muscles are explained in class}",
    ),
)


def unsound(exercise: Exercise) -> list[Problem]:
    """What does not agree with the rest of an exercise; there must be something to do in it."""
    return [
        *_nothing_to_do(exercise),
        *crossed_limits(exercise.pain, exercise.places.get("pain")),
    ]


def _nothing_to_do(exercise: Exercise) -> list[Problem]:
    if exercise.setup or exercise.execution:
        return []
    place = exercise.places["exercise"]
    hint = "write what to do as a list, each line with a dash"
    return [Problem("missing-key", "setup or execution is missing", place, hint)]


def crossed_limits(pain: Pain | None, place: Place | None) -> list[Problem]:
    """Limits of pain the wrong way round; ``place`` is where they are written."""
    if pain is None or pain.ease_off is None or pain.ease_off <= pain.stop:
        return []
    message = f"pain says to ease off at {pain.ease_off}, after stopping at {pain.stop}"
    return [Problem("pain", message, place, "ease_off comes first")]


EXERCISE = Grammar(
    Record(Exercise, FIELDS, places=True), unsound, ("exercise",), ("setup", "execution")
)
"""The shape of an exercise file."""
