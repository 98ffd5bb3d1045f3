"""Gatherings: several items on one sheet, as somebody put them together or a program lists them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from handouts.dataclass import dataclass
from handouts.model.exercise import Cue, Exercise, Pain
from handouts.model.kind import Item
from handouts.model.program.program import Program
from handouts.model.quantity import Span
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Gathering:
    """What is said of all items of a sheet together.

    A program without weeks says much, a list of exercises hardly more than its ``title``. ``name``
    and ``file`` are the program's; a list has no name, and the file of its first item. Attributes
    are called as those of a program. ``cautions`` are the disclaimers of single exercises, each
    under its title.
    """

    title: str
    summary: str | None = None
    goal: str | None = None
    category: str | None = None
    tags: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    duration: Span | None = None
    progression: str | None = None
    rules: tuple[Cue, ...] = ()
    stop_if: tuple[str, ...] = ()
    pain: Pain | None = None
    video: str | None = None
    disclaimer: str | None = None
    cautions: tuple[Cue, ...] = ()
    sources: tuple[str, ...] = ()
    cards: bool = False
    lang: str = "en"
    name: str = ""
    file: str = ""
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


def of_program(program: Program) -> Gathering:
    """What a program says of all that is done in it."""
    return Gathering(
        title=program.title,
        summary=program.summary,
        goal=program.goal,
        category=program.category,
        tags=program.tags,
        equipment=program.equipment,
        duration=program.duration,
        progression=program.progression,
        rules=program.rules,
        stop_if=program.stop_if,
        pain=program.pain,
        video=program.video,
        disclaimer=program.disclaimer,
        sources=program.sources,
        cards=program.cards,
        lang=program.lang,
        name=program.name,
        file=program.file,
        places=program.places,
    )


def of_items(items: Sequence[Item]) -> Gathering:
    """What is said of items that somebody put together; they are its title.

    They have limits of pain if they all have the same.
    """
    limits = [getattr(item, "pain", None) for item in items]
    return Gathering(
        title=", ".join(item.title for item in items),
        pain=limits[0] if all(each == limits[0] for each in limits) else None,
        lang=items[0].lang,
        file=items[0].file,
    )


def cautions(exercises: Iterable[Exercise]) -> tuple[Cue, ...]:
    """The disclaimers of exercises that have their own."""
    return tuple(Cue(each.title, each.disclaimer) for each in exercises if each.disclaimer)
