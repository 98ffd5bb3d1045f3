"""Keys that several formats fill in alike."""

from __future__ import annotations

from collections.abc import Iterable

from handouts.importers.draft import Fields, Refused, Value
from handouts.importers.format import vocabulary
from handouts.importers.record import Record
from handouts.importers.text.characters import in_words
from handouts.importers.text.cues import plain_cues, steps

NOTHING_TO_DO = "an exercise needs at least one thing to do"


def title(record: Record, *keys: str) -> str:
    """The exercise's name. Raises ``Refused`` when it has none."""
    name = record.text(*keys)
    if not name:
        state = "cannot be used" if record.says(*keys) else "is missing"
        raise Refused(f"{keys[0]} {state}", "an exercise needs a name")
    return name


def muscles(primary: Iterable[str], secondary: Iterable[str] = ()) -> Fields:
    """``muscles`` in plain words."""
    named: dict[str, Value] = {}
    for key, names in (("primary", primary), ("secondary", secondary)):
        if plain := vocabulary.muscles(in_words(name) for name in names):
            named[key] = [*plain]
    return {"muscles": named} if named else {}


def muscles_of(record: Record, primary: str, secondary: str) -> Fields:
    """``muscles`` of two fields of a record, with a word on those that have no plain one."""
    named = {field: record.texts(field) for field in (primary, secondary)}
    for field, names in named.items():
        keep_unknown_muscles(record, field, names)
    return muscles(named[primary], named[secondary])


def keep_unknown_muscles(record: Record, field: str, names: Iterable[str]) -> None:
    """Have it told which muscles are kept as they were written."""
    record.keep(field, [name for name in names if not vocabulary.is_known(in_words(name))])


def cues(record: Record, key: str) -> list[str]:
    """The cues of a field: the items of a list, or what a text has."""
    text = record.prose(key)
    return plain_cues(text) if text else steps(record.texts(key))


def needs(names: Iterable[str]) -> Fields:
    """``equipment``, or the tag that says there is none."""
    needed = vocabulary.equipment(in_words(name) for name in names)
    things: list[Value] = [each for each in needed if each != vocabulary.NO_EQUIPMENT]
    without: list[Value] = [each for each in needed if each == vocabulary.NO_EQUIPMENT]
    return given(equipment=things, tags=without)


def with_tags(fields: Fields, *words: str | None) -> Fields:
    """Some fields with more tags, each once."""
    there = fields.get("tags", [])
    tags = [*(there if isinstance(there, list) else []), *(in_words(w) for w in words if w)]
    return {**fields, **given(tags=[tag for n, tag in enumerate(tags) if tag not in tags[:n]])}


def level(record: Record, field: str) -> Fields:
    """``level``; another word than those that are known has no place."""
    word = record.text(field)
    if not word:
        return {}
    known = vocabulary.level(word)
    if known:
        return {"level": known}
    record.leave(field, [word])
    return {}


def given(**fields: Value | None) -> Fields:
    """The fields that have a value."""
    return {key: value for key, value in fields.items() if value}


def require_directions(fields: Fields, record: Record, key: str) -> None:
    """Raise ``Refused`` when there is nothing to do in an exercise, which ``key`` should say."""
    if not (fields.get("setup") or fields.get("execution")):
        state = "cannot be used" if record.says(key) else "is empty"
        raise Refused(f"{key} {state}", NOTHING_TO_DO)
