"""The tree a YAML file becomes: text, sequences and mappings, each with its place.

No scalar is resolved: ``no``, ``1:30`` and ``3-4`` stay the text that was written.
"""

from __future__ import annotations

from handouts.dataclass import dataclass
from handouts.source.problem import Place


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar as written, its quotes and folding already undone."""

    value: str
    place: Place

    def part(self, start: int, length: int) -> Place:
        """The place of ``length`` characters of the value, from ``start`` on.

        Exact for text on one line, plain or in quotes; where escapes or folding make the value
        differ from what stands in the file, it is the place of the whole.
        """
        around = self.place.length - len(self.value)
        if around not in (0, 2):
            return self.place
        column = self.place.column + around // 2 + start
        return Place(self.place.file, self.place.line, column, max(1, length))


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

    def get(self, key: str) -> Node | None:
        """The value of a key, ``None`` when it was not written."""
        return next((value for name, value in self.entries if name.value == key), None)


Node = Text | Sequence | Mapping
