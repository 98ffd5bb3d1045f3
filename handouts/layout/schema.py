"""The JSON Schemas (2020-12) of layouts, from the declaration that reads them, and of labels."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handouts.layout.declare import LAYOUT
from handouts.layout.inherit import EDITS, OWN
from handouts.layout.kind.container import BLOCKS
from handouts.layout.labels import Labels
from handouts.layout.parameter import KEY
from handouts.layout.plural import FORMS
from handouts.model.schema import DIALECT
from handouts.source.shape import Schema

_USE = r"\$[a-z]"
"""The name of a parameter, where its value is to stand."""


def schema() -> Schema:
    """Give the schema, with the edits of inherited blocks that are merged away before reading."""
    definitions: dict[str, Schema] = {}
    body = LAYOUT.schema(definitions)
    properties = body["properties"]
    assert isinstance(properties, dict)
    added: Schema = {"anyOf": [BLOCKS.schema(definitions), BLOCKS.item.schema(definitions)]}
    for word, doc in EDITS.items():
        inner: Schema = {"type": "object"} if word == "change" else added
        properties[word] = {"description": doc, "type": "object", "additionalProperties": inner}
    for key in properties.keys() - OWN - {KEY}:
        properties[key] = _or_parameter(properties[key])
    blocks = {name: _or_parameter(each) for name, each in definitions.items()}
    return {"$schema": DIALECT, "title": "A layout", **body, "$defs": blocks}


def _or_parameter(schema: Any) -> Any:
    """Give a schema in which ``$name`` can stand for any text that has a form of its own."""
    if isinstance(schema, list):
        return [_or_parameter(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if isinstance(schema.get("enum"), list):
        return {"anyOf": [schema, {"type": "string", "pattern": _USE}]}
    opened = {key: _or_parameter(value) for key, value in schema.items()}
    if isinstance(pattern := schema.get("pattern"), str):
        opened["pattern"] = f"{pattern}|{_USE}"
    return opened


def labels_schema(labels: Labels) -> Schema:
    """Give the schema of labels in any language: the keys of those in one, all of them required."""
    texts: Schema = {
        "plurals": {"type": "object", "propertyNames": {"enum": FORMS}},
        **{key: {"type": "string", "description": text} for key, text in labels.words.items()},
        **{key: _list_schema(texts) for key, texts in labels.lists.items()},
        **{key: _forms_schema(forms["other"]) for key, forms in labels.forms.items()},
    }
    return {
        "$schema": DIALECT,
        "title": "The words that handouts print of their own accord",
        "type": "object",
        "properties": texts,
        "required": list(texts),
        "additionalProperties": False,
    }


def _list_schema(texts: Sequence[str]) -> Schema:
    return {
        "type": "array",
        "items": {"type": "string"},
        "description": ", ".join(texts),
    }


def _forms_schema(text: str) -> Schema:
    """Give the schema of what is said of a number; one text will do for a language's every form."""
    forms: Schema = {name: {"type": "string"} for name in FORMS}
    return {
        "anyOf": [
            {"type": "string"},
            {
                "type": "object",
                "properties": forms,
                "required": ["other"],
                "additionalProperties": False,
            },
        ],
        "description": text,
    }
