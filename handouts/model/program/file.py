"""The grammar of program files: their keys, and that they agree with one another."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from handouts.model.day import DAY
from handouts.model.exercise import ADDRESS, CUES, LANGUAGE, PAIN, WORDS, Level
from handouts.model.grammar import Grammar
from handouts.model.program.plan import (
    DAYS_FIELD,
    PART_FIELDS,
    PER_WEEK_FIELD,
    SESSIONS,
    TIME,
    whole,
)
from handouts.model.program.program import Phase, Program
from handouts.model.program.soundness import unsound
from handouts.model.program.weeks import LONGEST, WEEKS
from handouts.model.quantity import Amount, Quantity
from handouts.model.reference import Reference
from handouts.source.shape import (
    YES_NO,
    Choice,
    Field,
    Line,
    ListOf,
    Located,
    MappingOf,
    OneOrList,
    Parsed,
    Prose,
    Record,
    Unreadable,
    shortened,
)


def parse_percent(text: str) -> Decimal:
    """``90%``, of a maximum."""
    match = re.fullmatch(r"(\d{1,3}(?:\.\d{1,3})?) ?%", text)
    if not match or not 0 < Decimal(match[1]) <= 150:
        message = f"must be a percentage, this is {shortened(text)}"
        raise Unreadable(message, "write it like 90%", code="number")
    return Decimal(match[1])


def parse_plates(text: str) -> Amount:
    """The step in which a load can grow: ``2.5 kg``."""
    (amount,) = _PLATES(text).amounts
    if amount.low is None or amount.low != amount.high:
        raise Unreadable(f"must be one load, this is {shortened(text)}", "write it like 2.5 kg")
    return amount


_PLATES = Quantity({"kg": "kg", "lb": "lb", "lbs": "lb"}, ("2.5 kg", "5 lb"), per_set=False)
_PLATES_SHAPE = Parsed(parse_plates, r"^\d+(\.\d+)? ?([Kk][Gg]|[Ll][Bb][Ss]?)$", ("2.5 kg", "5 lb"))
_PERCENT = Parsed(parse_percent, r"^\d+(\.\d+)? ?%$", ("90%",))
_PHASES = ListOf(
    Record(
        Phase,
        (
            Field("weeks", WEEKS, "The weeks it takes.", True, "1-4"),
            Field("name", Line(80), "What it is called.", True, "Build"),
        ),
    )
)

_SINGLE_SESSION_FIELDS = tuple(
    replace(each, example=None) for each in (PER_WEEK_FIELD, DAYS_FIELD, *PART_FIELDS)
)
"""The keys of a session as they stand in a program with a single one: starters do without."""

FIELDS = (
    Field("program", Line(300), "The program's name, as it prints.", True, "Strong Hips"),
    Field(
        "summary",
        Prose(2000),
        "What it is, in a sentence or two.",
        example="Two short sessions in the first week, then three, that make your hips stronger.",
    ),
    Field(
        "goal",
        Prose(1000),
        "What it leads to.",
        example="Climb four flights of stairs without a stop.",
    ),
    Field(
        "for_you_if",
        Prose(1000),
        "Who it is for.",
        example="You can get up from the floor without help.",
    ),
    Field(
        "not_yet_if",
        Prose(1000),
        "Who should wait, and for what.",
        example="Your back or hip hurts at rest. Ask your therapist first.",
    ),
    Field("category", Line(80), "What kind of program it is.", example="Hip strength"),
    Field(
        "level",
        Choice({level.value: level for level in Level}),
        "Who it is for: beginner, intermediate or advanced.",
        example="beginner",
    ),
    Field("tags", WORDS, "A few words to find it by.", example="[no equipment, hips]"),
    Field("equipment", WORDS, "What is needed.", example="[mat]"),
    Field("duration", TIME, "About how long a session takes.", example="15 min"),
    Field("weeks", whole(1, LONGEST), "How many weeks; without it, a home program.", example="4"),
    Field(
        "week",
        whole(2, 31, "days"),
        "How many days a week of this program has, if not seven.",
        example="7 days",
    ),
    Field("cycles", whole(1, LONGEST), "How often its weeks are gone through.", example="1"),
    Field("start", DAY, "The first day; then dates print.", example="2027-01-04"),
    Field(
        "phases",
        _PHASES,
        "What some of its weeks are called.",
        example="[{weeks: 1-2, name: Learn}, {weeks: 3-4, name: Build}]",
    ),
    Field("deload", WEEKS, "The weeks that are easier on purpose.", example="4"),
    Field("training_max", _PERCENT, "The part of the maximum that % TM is of.", example="90%"),
    Field(
        "round",
        OneOrList(_PLATES_SHAPE),
        "What the plates allow; loads are rounded to it.",
        example="[2.5 kg, 5 lb]",
    ),
    Field("alternate", OneOrList(Located(Line(120), Reference)), "Sessions that are done in turn."),
    *_SINGLE_SESSION_FIELDS,
    Field(
        "sessions",
        SESSIONS,
        "What is done, session by session; exercise: NAME stands for one of the library.",
        example="\n  - session: Hips"
        "\n    per_week: {1: 2, 2-4: 3}"
        "\n    work:"
        "\n      - {do: Brisk walk, time: 5 min}"
        "\n      - {do: Bridge, sets: 2, reps: {1-2: 8, 3-4: 10}, rest: 60 s}",
    ),
    Field(
        "progression",
        Prose(2000),
        "How to go on when it gets easy.",
        example="When the last set feels easy twice in a row, hold each lift for two seconds.",
    ),
    Field(
        "rules",
        CUES,
        "What to keep to: a lead and its detail, or a plain sentence.",
        example="\n  - Rest a day: Leave a day between two sessions.",
    ),
    Field(
        "stop_if",
        ListOf(Line(300)),
        "When to stop and ask.",
        example="\n  - You feel sharp pain.\n  - Your leg goes numb.",
    ),
    Field(
        "pain",
        PAIN,
        "Limits of pain from 0 to 10; without them no pain light prints.",
        example="{ease_off: 3, stop: 5, source: Smith 2020}",
    ),
    Field("cards", YES_NO, "Whether the card of each exercise is added.", example="true"),
    Field(
        "track",
        WORDS,
        "What a page for progress has room for.",
        example="[bests, pain, body weight]",
    ),
    Field(
        "video",
        ADDRESS,
        "A video's address; prints as a QR code.",
        example="https://example.org/video",
    ),
    Field(
        "disclaimer",
        Prose(1500),
        "Replaces the library's own disclaimer.",
        example="For information only. Ask your therapist first.",
    ),
    Field("sources", OneOrList(Line(400)), "What the program is based on.", example="[Smith 2020]"),
    Field("lang", LANGUAGE, "The language of this file.", example="en"),
    Field(
        "allow",
        MappingOf(Line(300)),
        "Checks to silence for this file, each with the reason.",
        example="{weekly-jump: the program of the paper}",
    ),
)

PROGRAM = Grammar(
    Record(Program, FIELDS, places=True), unsound, ("program", "session"), ("sessions", "work")
)
"""The shape of a program file."""
