"""A sheet: all that goes onto one handout, gathered before it is laid out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from enum import Enum
from typing import Any

from handouts.layout.labels import Labels
from handouts.layout.spec import Sort
from handouts.model.brand import Brand
from handouts.model.client import Client
from handouts.model.exercise import Exercise, Muscles


@dataclass(frozen=True, slots=True)
class Sheet:
    """An exercise for a client under a brand, on a paper.

    ``grey`` is for black ink alone; ``titles`` gives the titles of other exercises by name.
    """

    item: Exercise
    labels: Labels
    client: Client = field(default_factory=Client)
    brand: Brand = field(default_factory=Brand)
    paper: str = "letter"
    grey: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)

    def value(self, path: str) -> Any:
        """Give a field of the data: the item's own, or one of ``client`` or ``brand``.

        A path that leads nowhere gives ``None``; layouts are checked against ``paths`` when read.
        """
        first, *rest = path.split(".")
        value = self._root(attribute(first))
        for name in rest:
            value = getattr(value, attribute(name), None)
        return value

    def _root(self, name: str) -> Any:
        if name in ("client", "brand"):
            return getattr(self, name)
        value = getattr(self.item, name, None)
        if name in ("easier", "harder") and value:
            return tuple(self.titles.get(other) or _as_title(other) for other in value)
        return value


def attribute(key: str) -> str:
    """Give the name of a YAML key in Python."""
    return key.replace("-", "_").replace(" ", "_")


def sort_of(path: str) -> Sort:
    """Give what a field holds, by what its model says of it."""
    root, _, name = attribute(path).rpartition(".")
    model = {"client": Client, "brand": Brand, "muscles": Muscles}.get(root, Exercise)
    types = {part.name: str(part.type) for part in fields(model)}
    for word, sort in _SORTS.items():
        if word in types.get(name, "Mapping"):
            return sort
    return "texts"


_SORTS: Mapping[str, Sort] = {
    "Cue": "cues",
    "Dose": "doses",
    "PictureRef": "pictures",
    "Node": "pictures",
    "Muscles": "nothing that prints",
    "Pain": "nothing that prints",
    "Colour": "nothing that prints",
    "Mapping": "nothing that prints",
}


def paths(kind: str) -> frozenset[str]:
    """Give the fields that a layout for a kind of data may name, ``client.coach`` among them."""
    models: dict[str, Any] = {"exercise": Exercise}
    own = {part.name for part in fields(models[kind])}
    inner = {
        f"{root}.{part.name}"
        for root, model in (("client", Client), ("brand", Brand))
        for part in fields(model)
    }
    return frozenset(own | inner | {"client", "brand", "muscles.primary", "muscles.secondary"})


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
    return [str(value)] if value else []


def _as_title(name: str) -> str:
    """Make words of a file's name: ``nordic-hamstring-curl`` reads “Nordic hamstring curl”."""
    return name.replace("-", " ").capitalize()
