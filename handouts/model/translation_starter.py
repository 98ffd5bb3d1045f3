"""Starter files of translations: all texts of an item, ready to be written over."""

from __future__ import annotations

from typing import Any

import yaml

from handouts.model.exercise import Cue, Muscles
from handouts.model.kind import Item
from handouts.model.ladder import Rung
from handouts.model.translation_file import BY_WORDS, GRAMMARS
from handouts.model.wording import reworded

WIDTH = 100


def starter(kind: str, item: Item, language: str) -> str:
    """A translation that reads without a problem, in the original's words."""
    words: dict[str, dict[str, str]] = {}

    def note(group: str, text: str) -> str:
        words.setdefault(group, {})[text] = text
        return text

    reworded(item, note)
    found = {
        field.key: words.get(field.key)
        if field.shape is BY_WORDS
        else _plain(getattr(item, field.attribute))
        for field in GRAMMARS[kind].record.fields
    }
    texts = {key: value for key, value in found.items() if value}
    head = (
        f"# yaml-language-server: $schema=../schemas/{kind}-translation.schema.json\n"
        f"# The texts of {item.name}.yaml, to be written over in {language}. What stands before a\n"
        "# colon in goals, notes and captions is the original's, and stays.\n"
    )
    return head + yaml.safe_dump(texts, sort_keys=False, allow_unicode=True, width=WIDTH)


def _plain(value: Any) -> Any:
    """What a value of an item looks like in its file."""
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case Cue(lead=lead, detail=detail):
            return {lead: detail} if lead else detail
        case Muscles():
            return _filled(primary=value.primary, secondary=value.secondary)
        case Rung():
            return _filled(
                **{"as": value.title},
                cues=value.cues,
                move_up=value.move_up,
                step_down=value.step_down,
                swap=value.swap,
            )
    return value


def _filled(**values: Any) -> dict[str, Any]:
    return {key: _plain(value) for key, value in values.items() if value}
