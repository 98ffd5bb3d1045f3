"""The JSON Schemas (2020-12) of layouts, from the declaration that reads them, and of labels."""

from __future__ import annotations

from handouts.layout.declare import LAYOUT
from handouts.layout.inherit import EDITS
from handouts.layout.kind.container import BLOCKS
from handouts.layout.labels import Labels
from handouts.model.schema import DIALECT
from handouts.source.shape import Schema


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
    return {"$schema": DIALECT, "title": "A layout", **body, "$defs": definitions}


def labels_schema(labels: Labels) -> Schema:
    """Give the schema of labels in any language: the keys of those in one, all of them required."""
    texts = {key: {"type": "string", "description": text} for key, text in labels.words.items()}
    return {
        "$schema": DIALECT,
        "title": "The words that handouts print of their own accord",
        "type": "object",
        "properties": texts,
        "required": list(texts),
        "additionalProperties": False,
    }
