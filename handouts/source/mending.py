"""Mending: a tree without what is wrong in it, so that the rest can still be read and checked.

What a coach has to write anew should be told in one run; so a fault costs no more of the tree than
the innermost key or item that holds it. What then seems to be wrong may only follow from what is
gone: ``Remains`` knows where something is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem, Severity

Key = tuple[Place, str]
"""A key of a mapping, which is known by its place."""


@dataclass(frozen=True, slots=True)
class Remains:
    """What is left of a tree, and what it has lost.

    ``gone`` are keys, each with the place of its mapping: those that are not there any more, and
    those whose list or mapping is not whole. ``guessed`` are those that nobody wrote, but probably
    meant. Of a tree that is not ``whole``, more keys may have stood at the top than are known.
    """

    root: Node | None
    gone: frozenset[Key] = frozenset()
    guessed: frozenset[Key] = frozenset()
    whole: bool = True

    def lacks(self, place: Place, keys: Collection[str]) -> bool:
        """Whether one of the keys is gone that could stand on the way to a place."""
        mappings = [mapping for mapping, _ in self._way(place)]
        if mappings and not self.whole and any(mappings[0].get(key) is None for key in keys):
            return True
        return any((mapping.place, key) in self.gone for mapping in mappings for key in keys)

    def has_lost_any(self, key: str) -> bool:
        """Whether a key of this name is gone, wherever it stood."""
        return any(name == key for _, name in self.gone)

    def is_torn(self, place: Place) -> bool:
        """Whether the value of a key that stands at a place is not whole."""
        return self._key(place) in self.gone

    def is_guess(self, place: Place) -> bool:
        """Whether what stands at a place is read as the value of a key that nobody wrote."""
        return self._key(place) in self.guessed

    def without(self, problems: Iterable[Problem], names: Collection[str] = ()) -> Remains:
        """What is left without the errors among some problems; the same when there are none.

        A missing key among ``names`` gets a name to go by, so that what it names can stay.
        """
        mender = _Mender(problems, names)
        root = mender.mended(self.root) if self.root else None
        gone, guessed = self.gone | mender.gone, self.guessed | mender.guessed
        return Remains(root, gone, guessed, self.whole)

    def _key(self, place: Place) -> Key | None:
        """The key at whose value, or within it, a place is."""
        keys = [(mapping.place, key) for mapping, key in self._way(place) if key]
        return keys[-1] if keys else None

    def _way(self, place: Place) -> tuple[tuple[Mapping, str], ...]:
        """The mappings on the way to a place, from the root on, and the key taken in each."""
        return next(_ways(self.root, place), ()) if self.root else ()


def _ways(node: Node, place: Place) -> Iterator[tuple[tuple[Mapping, str], ...]]:
    match node:
        case Text():
            if _holds(node, place):
                yield ()
        case Sequence(items):
            if node.place == place:
                yield ()
            for item in items:
                yield from _ways(item, place)
        case Mapping(entries):
            if node.place == place:
                yield ((node, ""),)
            for key, value in entries:
                for part in (key, value):
                    for way in _ways(part, place):
                        yield ((node, key.value), *way)


def _holds(text: Text, place: Place) -> bool:
    """Whether a place is that of a text, or of a part of it."""
    around = text.place
    return (
        (around.file, around.line) == (place.file, place.line)
        and around.column <= place.column
        and place.column + place.length <= around.column + around.length
    )


class _Mender:
    """Leaves out of a tree what some problems are about, and keeps account of it."""

    def __init__(self, problems: Iterable[Problem], names: Collection[str]) -> None:
        self.gone: set[Key] = set()
        self.guessed: set[Key] = set()
        self._names = names
        self._faults: dict[tuple[str, int], list[Problem]] = defaultdict(list)
        for problem in problems:
            if problem.place and problem.severity is Severity.ERROR:
                self._faults[problem.place.file, problem.place.line].append(problem)

    def mended(self, node: Node) -> Node | None:
        """A node without its faults, the same when it has none; none when nothing is left."""
        match node:
            case Text():
                return None if self._in(node) else node
            case Sequence():
                return self._sequence(node)
            case Mapping():
                return self._mapping(node)

    def _sequence(self, node: Sequence) -> Sequence | None:
        if self._at(node):
            return None
        kept = [each for item in node.items if (each := self.mended(item)) is not None]
        if not kept and node.items:
            return None
        return node if _same(kept, node.items) else Sequence(tuple(kept), node.place)

    def _mapping(self, node: Mapping) -> Mapping | None:
        faults = self._at(node)
        if any(fault.key not in self._names for fault in faults):
            return None
        kept = [*self._entries(node), *(self._named(node, fault.key or "") for fault in faults)]
        if not kept and node.entries:
            return None
        same = _same([part for entry in kept for part in entry], [*_parts(node)])
        return node if same else Mapping(tuple(kept), node.place)

    def _entries(self, node: Mapping) -> Iterator[tuple[Text, Node]]:
        taken = {key.value for key, _ in node.entries}
        for key, value in node.entries:
            name = self._name(key, taken)
            mended = self.mended(value) if name else None
            if name is None or mended is None:
                self.gone.add((node.place, key.value))
                if key.value in self._names:
                    yield self._named(node, key.value)
                continue
            if _size(mended) < _size(value):
                self.gone.add((node.place, name))
            yield self._as_meant(key, name, node), mended

    def _name(self, key: Text, taken: set[str]) -> str | None:
        """A key as it was meant; none when it cannot stay."""
        faults = self._in(key)
        meant = next((fault.key for fault in faults if fault.code == "unknown-key"), None)
        if not faults:
            return key.value
        if meant is None or meant in taken:
            return None
        taken.add(meant)
        return meant

    def _as_meant(self, key: Text, name: str, node: Mapping) -> Text:
        if name == key.value:
            return key
        self.guessed.add((node.place, name))
        return Text(name, key.place)

    def _named(self, node: Mapping, key: str) -> tuple[Text, Text]:
        """An entry in place of a name that is missing."""
        self.gone.add((node.place, key))
        place = replace(node.place, length=0)  # so that nothing else seems to be within it
        return Text(key, place), Text(f"this {key}", place)

    def _in(self, text: Text) -> list[Problem]:
        faults = self._faults.get((text.place.file, text.place.line), ())
        return [fault for fault in faults if fault.place and _holds(text, fault.place)]

    def _at(self, node: Sequence | Mapping) -> list[Problem]:
        faults = self._faults.get((node.place.file, node.place.line), ())
        return [fault for fault in faults if fault.place == node.place]


def _parts(node: Mapping) -> Iterator[Node]:
    for entry in node.entries:
        yield from entry


def _same(kept: Collection[Node], written: Collection[Node]) -> bool:
    return len(kept) == len(written) and all(map(lambda a, b: a is b, kept, written))


def _size(node: Node) -> int:
    match node:
        case Text():
            return 1
        case Sequence(items):
            return len(items)
        case Mapping(entries):
            return len(entries)
