"""JSON Schemas (2020-12) of the files people write, for editors to complete and check them."""

from __future__ import annotations

from collections.abc import Mapping

from handouts.model.brand import BRAND
from handouts.model.exercise import EXERCISE
from handouts.model.ladder import LADDER
from handouts.model.program.file import PROGRAM
from handouts.model.translation_file import GRAMMARS
from handouts.source.shape import Schema, Shape

DIALECT = "https://json-schema.org/draft/2020-12/schema"

SHAPES: Mapping[str, tuple[Shape[object], str]] = {
    "exercise": (EXERCISE, "An exercise: one coaching card"),
    "program": (PROGRAM, "A program: sessions over weeks, or a few exercises for home"),
    "ladder": (LADDER, "A ladder: versions of one movement, the easiest first"),
    "brand": (BRAND, "A brand: whose handouts these are"),
    **{
        f"{kind}-translation": (grammar, f"The texts of {kind}s in another language")
        for kind, grammar in GRAMMARS.items()
    },
}

KINDS = tuple(SHAPES)
"""The kinds of files there is a schema of."""


def schema(kind: str) -> Schema:
    """The schema of one kind of file. Raises ``KeyError`` for a kind there is not."""
    shape, title = SHAPES[kind]
    definitions: dict[str, Schema] = {}
    body = shape.schema(definitions)
    return {"$schema": DIALECT, "title": title, **body, "$defs": definitions}
