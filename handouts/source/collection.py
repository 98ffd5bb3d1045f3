"""Lists and mappings while they are read, between the event that opens and the one that closes."""

from __future__ import annotations

from dataclasses import replace

from handouts.source.mark import Mark
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem
from handouts.source.wording import shortened


class OpenSequence:
    """A list whose end has not come yet."""

    def __init__(self, start: Mark) -> None:
        self.start = start
        self._items: list[Node] = []

    def add(self, node: Node, start: Mark, end: Mark) -> None:
        self._items.append(node)

    def close(self, place: Place) -> Node:
        return Sequence(tuple(self._items), place)


class OpenMapping:
    """A mapping whose end has not come yet; what is wrong with its keys goes to ``problems``."""

    def __init__(self, start: Mark, flow: bool, text: str, problems: list[Problem]) -> None:
        self.start = start
        self._flow = flow
        self._text = text
        self._problems = problems
        self._entries: dict[str, tuple[Text, Node]] = {}
        self._key: tuple[Node, Mark] | None = None
        self._value: tuple[Node, Mark] | None = None
        self._bare: list[tuple[Text, Mark]] = []

    def add(self, node: Node, start: Mark, end: Mark) -> None:
        """Take a key or a value, in turn."""
        if self._key is None:
            self._key = node, end
            return
        (key, key_end), self._key = self._key, None
        if not isinstance(key, Text):
            kind = "a list" if isinstance(key, Sequence) else "a mapping"
            self._report("key", f"{kind} cannot be a key", key, "write a word before the colon")
        elif self._flow and start.index == end.index == key_end.index:
            self._bare.append((key, key_end))
        else:
            if self._bare:
                self._report_bare()
            self._add_entry(key, node)
            self._value = node, start

    def close(self, place: Place) -> Node:
        if self._bare:
            self._report_bare()
        return Mapping(tuple(self._entries.values()), place)

    def _add_entry(self, key: Text, value: Node) -> None:
        if not key.value.strip():
            self._report("key", "a colon without a key", key, "write a word before the colon")
        elif key.value in self._entries:
            first = self._entries[key.value][0].place.line
            message = f"{shortened(key.value)} is written twice, first on line {first}"
            self._report("duplicate-key", message, key, "keep one of them")
        else:
            self._entries[key.value] = (key, value)

    def _report_bare(self) -> None:
        """Words between commas without a colon: most likely a text that the commas have cut."""
        first = self._bare[0][0]
        if self._value is None or not self._entries:
            word = shortened(first.value)
            self._report("no-value", f"{word} has no value", first, f"write {word}: and its value")
        else:
            self._report_commas(*self._value, self._bare[-1][1])
        self._bare = []

    def _report_commas(self, value: Node, start: Mark, end: Mark) -> None:
        """Report a text that commas have cut, and put it together again as it was meant."""
        cut = self._text[start.index : end.index]
        written = " ".join(cut.split())
        key = next(reversed(self._entries))
        place = replace(value.place, length=len(cut.split("\n")[0]))
        message = f"the commas cut this text into parts: {shortened(written)}"
        hint = f'put it in quotes: {key}: "{shortened(written)}"'
        self._problems.append(Problem("comma", message, place, hint))
        if isinstance(value, Text):
            self._entries[key] = (self._entries[key][0], Text(written, place))

    def _report(self, code: str, message: str, node: Node, hint: str) -> None:
        self._problems.append(Problem(code, message, node.place, hint))
