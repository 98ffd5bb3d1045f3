"""A sheet: all that goes onto one handout, gathered before it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from handouts.dataclass import dataclass
from handouts.layout.alike import alike
from handouts.layout.dose_text import in_turn, in_words
from handouts.layout.labels import Labels
from handouts.layout.quantity_text import span_in_print
from handouts.layout.spec import Sort
from handouts.model.brand import Brand
from handouts.model.client import Client
from handouts.model.climbing import Step, neighbours
from handouts.model.dose import Dose
from handouts.model.exercise import Exercise, Muscles
from handouts.model.gathering import Gathering
from handouts.model.kind import HOME, Item
from handouts.model.ladder import Ladder
from handouts.model.prescription import Prescription, of_exercise
from handouts.model.program.program import Program
from handouts.model.program.schedule import Day, Group, Schedule, Session, Week
from handouts.model.quantity import Span

MODELS: Mapping[str, Any] = {
    "exercise": Exercise,
    "program": Program,
    "ladder": Ladder,
    HOME: Gathering,
}
"""What layouts are for, by the word that they use for it."""

_ROOTS: Mapping[str, Any] = {
    "client": Client,
    "brand": Brand,
    "muscles": Muscles,
    "schedule": Schedule,
    "week": Week,
    "session": Session,
    "rung": Step,
    "prescription": Prescription,
}
"""Values with fields of their own, by the first part of a path."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An exercise, a program, a ladder or a gathering for a client under a brand, on a paper.

    ``grey`` is for black ink alone, and a ``grid`` shows where blocks stand. ``exercises`` are
    those that the item is made of, by name, and ``titles`` what others are called that it leads to.
    ``schedule`` is a program worked out, ``steps`` are a ladder's rungs filled in. ``cards`` says
    that the exercises' cards follow in the same file; on such a card, ``plan`` is the title of the
    program before it. ``gathered`` are the sheets of the single items of a gathering. ``here``
    holds the week, session, rung or prescription that a part of the sheet is about; ``together``
    there are sessions of the week that are ``alike``.
    """

    item: Item | Gathering
    labels: Labels
    client: Client = field(default_factory=Client)
    brand: Brand = field(default_factory=Brand)
    paper: str = "letter"
    grey: bool = False
    grid: bool = False
    exercises: Mapping[str, Exercise] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    schedule: Schedule | None = None
    steps: tuple[Step, ...] = ()
    cards: bool = False
    plan: str | None = None
    gathered: tuple[Sheet, ...] = ()
    here: Mapping[str, Any] = field(default_factory=dict)

    def value(self, path: str) -> Any:
        """Give a field: the item's own, or one of ``client``, ``brand``, ``week`` and so on.

        A path that leads nowhere gives ``None``; layouts are checked against ``paths`` when read.
        """
        first, *rest = path.split(".")
        value = self._root(attribute(first))
        for name in rest:
            value = getattr(value, attribute(name), None)
        return value

    @property
    def subject(self) -> str:
        """What a picture shows: the exercise of this rung, or of the whole sheet."""
        rung = self.here.get("rung")
        return rung.title if isinstance(rung, Step) else self.item.title

    def title_of(self, name: str) -> str:
        """Give an exercise's title, or words made of its name where there is no such exercise."""
        if exercise := self.exercises.get(name):
            return exercise.title
        return self.titles.get(name) or _as_title(name)

    def _root(self, name: str) -> Any:
        if name in ("client", "brand", "schedule", "plan"):
            return getattr(self, name)
        if name in self.here:
            return self.here[name]
        if name == "items":
            return self.gathered
        if name == "safety" and isinstance(self.item, Program | Gathering):
            return " ".join([*self.item.stop_if, self.labels["stop-rules"]])
        if name == "prescription" and isinstance(self.item, Exercise):
            return of_exercise(self.item, self.client)
        if name == "credits":
            return self._credits()
        if name == "rungs":
            return self.steps
        if name == "neighbours":
            return neighbours(self.steps)
        if name == "alike":
            return alike(self.here["week"]) if "week" in self.here else ()
        value = getattr(self.item, name, None)
        if name in ("easier", "harder") and value:
            return tuple(self.title_of(other) for other in value)
        return value

    def _credits(self) -> tuple[str, ...]:
        """Give the credits that are owed for what is on the sheet, each once.

        Of pages that begin anew for each week, the first week's has them.
        """
        first = self.schedule.weeks[0] if self.schedule else None
        if self.here.get("week", first) is not first:
            return ()
        if self.gathered:
            return tuple(dict.fromkeys(c for each in self.gathered for c in each._credits()))
        item = self.item
        exercises = [item] if isinstance(item, Exercise) else self.exercises.values()
        owed = [each for exercise in exercises for each in exercise.credit if each.is_owed]
        return tuple(filter(None, dict.fromkeys(map(str, owed))))


def attribute(key: str) -> str:
    """Give the name of a YAML key in Python."""
    return key.replace("-", "_").replace(" ", "_")


def sort_of(path: str, kind: str) -> Sort:
    """Give what a field of a kind of data holds, by what its model says of it."""
    whole = attribute(path)
    if whole in _WHOLE:
        return _WHOLE[whole]
    root, _, name = whole.rpartition(".")
    types = {part.name: str(part.type) for part in fields(_ROOTS.get(root, MODELS[kind]))}
    for word, sort in _SORTS.items():
        if word in types.get(name, ""):
            return sort
    return "texts"


_WHOLE: Mapping[str, Sort] = {
    "schedule": "schedule",
    "schedule.weeks": "parts",
    "week": "nothing that prints",
    "week.sessions": "parts",
    "session": "session",
    "rungs": "parts",
    "neighbours": "parts",
    "items": "parts",
    "alike": "parts",
    "together": "session",
    "pain": "pain",
    "client": "nothing that prints",
    "brand": "nothing that prints",
}
"""What is held by fields that their type says too little of."""

_SORTS: Mapping[str, Sort] = {
    "Cue": "cues",
    "tuple[str, Dose]": "doses",
    "PictureRef": "pictures",
    "Node": "pictures",
    "Muscles": "nothing that prints",
    "Pain": "nothing that prints",
    "Colour": "nothing that prints",
    "Mapping": "nothing that prints",
    "Part": "nothing that prints",
    "Totals": "nothing that prints",
    "Phase": "nothing that prints",
    "Planned": "nothing that prints",
    "ByWeek": "nothing that prints",
    "Weeks": "nothing that prints",
}


@cache  # every block of a layout is held against them
def paths(kind: str) -> frozenset[str]:
    """Give the fields that a layout for a kind of data may name, ``client.coach`` among them."""
    own = {part.name for part in fields(MODELS[kind])}
    roots = ["client", "brand", *_ROOTS_OF[kind]]
    inner = {f"{root}.{part.name}" for root in roots for part in fields(_ROOTS[root])}
    made = {"title", "safety", "credits", "plan", "neighbours", "alike", "together"}
    return frozenset(own | inner | set(roots) | made | _MADE_OF.get(kind, frozenset()))


_ROOTS_OF = {
    "exercise": ["muscles", "prescription"],
    "program": ["schedule", "week", "session"],
    "ladder": ["rung"],
    HOME: [],
}

_MADE_OF = {HOME: frozenset({"items"})}
"""Fields of one kind of data that its model does not have."""


def is_there(value: Any) -> bool:
    """Whether a field has something to show."""
    if hasattr(value, "__dataclass_fields__"):
        return any(is_there(getattr(value, part.name)) for part in fields(value))
    return bool(value)


def as_texts(value: Any, labels: Labels) -> list[str]:
    """Give a field's value as texts to print: levels by their label, lists item by item."""
    if isinstance(value, Enum):
        return [labels[f"level-{value.value}"]]
    if isinstance(value, tuple):
        return [text for item in value for text in as_texts(item, labels)]
    if isinstance(value, Dose):
        return in_words(value, labels)
    if isinstance(value, Group):
        return [in_turn(value, labels)]
    if isinstance(value, date):
        return [labels.date(value)]
    if isinstance(value, Day):
        return [labels.day(value.number) if value.named else labels.numbered_day(value.number)]
    if isinstance(value, Span):
        return [span_in_print(value, labels)]
    return [str(value)] if value else []


def _as_title(name: str) -> str:
    """Make words of a file's name: ``nordic-hamstring-curl`` reads “Nordic hamstring curl”."""
    words = name.replace("-", " ")
    return words[:1].title() + words[1:]
