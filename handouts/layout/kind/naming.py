"""Names of columns, as a layout or a parameter gives them."""

from __future__ import annotations

from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.source.node import Node, Sequence, Text
from handouts.source.problem import Problem
from handouts.source.shape import ListOf, Schema, words


@dataclass(frozen=True, slots=True)
class NamesShape:
    """Some of these ``names`` in a list, or in one text with commas, as a parameter has them."""

    names: tuple[str, ...]

    def read(
        self, node: Node, problems: list[Problem], name: str = "this"
    ) -> tuple[str, ...] | None:
        """Read the names."""
        if isinstance(node, Text):
            parts = [replace(node, value=part.strip()) for part in node.value.split(",")]
            node = Sequence(tuple(parts), node.place)
        return ListOf(words(*self.names)).read(node, problems, name)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        """Give the schema of a list, and of a text."""
        listed = ListOf(words(*self.names)).schema(definitions)
        return {"anyOf": [listed, {"type": "string"}]}
