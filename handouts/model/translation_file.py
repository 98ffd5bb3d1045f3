"""The grammars of translations: the keys of the file they are of, those with texts alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from handouts.model import exercise, ladder
from handouts.model.exercise import CUES, WORDS
from handouts.model.grammar import Grammar
from handouts.model.program import file as program_file
from handouts.model.translation import Texts, Translation, Word
from handouts.source.problem import Place
from handouts.source.shape import Field, Line, ListOf, Located, MappingOf, Prose, Record

_EXERCISE = (
    *("exercise", "category", "tags", "summary", "equipment", "safety", "progression"),
    *("setup", "execution", "checkpoint", "tips", "faq", "disclaimer"),
)
_PROGRAM = (
    *("program", "summary", "goal", "for_you_if", "not_yet_if", "category", "tags", "equipment"),
    *("progression", "rules", "stop_if", "track", "disclaimer"),
)
_LADDER = ("ladder", "category", "summary", "tags", "bad_day", "safety", "disclaimer")

BY_WORDS = MappingOf(Located(Line(400), Word), Line(400))
"""The shape of short words by what the original says."""

_GROUPS = {
    "goals": "What goals are called, by the original's names.",
    "notes": "Notes, rules and loads in words, by what the original says.",
    "captions": "Captions, and what says to the blind what a picture shows, by the original.",
    "sessions": "What sessions are called, by the original's names.",
    "phases": "What phases are called, by the original's names.",
    "tasks": "What work is called, by the original's names.",
}


def _of(*groups: str) -> Iterator[Field]:
    for key in groups:
        yield Field(key, BY_WORDS, _GROUPS[key])


def _texts(fields: Iterable[Field], **renamed: str) -> Record[Texts]:
    """The shape of texts within others; what is ``renamed`` has another attribute than its key."""
    plain = tuple(replace(each, required=False) for each in fields)
    names = {each.attribute: renamed.get(each.attribute, each.attribute) for each in plain}

    def construct(places: Mapping[str, Place], **written: Any) -> Texts:
        values = {names[key]: value for key, value in written.items()}
        at = {names[key]: place for key, place in places.items()}
        return Texts(values, at, tuple(names.values()))

    return Record(construct, plain, places=True)


_MUSCLES = _texts(
    (
        Field("primary", WORDS, "The muscles that do the work."),
        Field("secondary", WORDS, "The muscles that help."),
    )
)
_RUNG = _texts(
    (
        Field("as", Line(300), "What it is called on this rung."),
        Field("cues", CUES, "Its cues."),
        Field("move_up", Prose(500), "When to go on to the next rung."),
        Field("step_down", Prose(500), "When to go back to the rung below."),
        Field("swap", Prose(500), "What to do without the equipment."),
    ),
    **{"as": "title"},
)


def _grammar(fields: Iterable[Field], keys: Iterable[str], *own: Field) -> Grammar[Translation]:
    """The grammar of translations with these keys of a kind of file, and some of their own.

    The first is the title, which must be there.
    """
    by_key = {each.key: each for each in fields}
    texts = [replace(by_key[key], required=number == 0) for number, key in enumerate(keys)]
    groups = frozenset(each.key for each in own if each.shape is BY_WORDS)
    texts += [each for each in own if each.key not in groups]
    attributes = tuple(each.attribute for each in texts)

    def construct(places: Mapping[str, Place], **written: Any) -> Translation:
        words = {key: dict(written.pop(key) or ()) for key in groups & written.keys()}
        return Translation(Texts(written, places, attributes), words)

    return Grammar(Record(construct, (*texts, *(e for e in own if e.key in groups)), places=True))


GRAMMARS: Mapping[str, Grammar[Translation]] = {
    "exercise": _grammar(
        exercise.FIELDS,
        _EXERCISE,
        Field("muscles", _MUSCLES, "The muscles."),
        *_of("goals", "notes", "captions"),
    ),
    "program": _grammar(
        program_file.FIELDS, _PROGRAM, *_of("sessions", "phases", "tasks", "notes")
    ),
    "ladder": _grammar(
        ladder.FIELDS,
        _LADDER,
        Field("rungs", ListOf(_RUNG), "The rungs, one for one."),
        *_of("notes"),
    ),
}
"""The grammar of translations, by the kind of item that they are of."""
