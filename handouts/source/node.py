"""The tree a YAML file becomes: text, sequences and mappings, each with its place.

No scalar is resolved: ``no``, ``1:30`` and ``3-4`` stay the text that was written.
"""

from __future__ import annotations

from dataclasses import dataclass

from handouts.source.problem import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written, its quotes and folding already undone."""

    value: str
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in order."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, in the order written; keys are unique within it."""

    entries: tuple[tuple[Text, Node], ...]
    place: Place


Node = Text | Sequence | Mapping
