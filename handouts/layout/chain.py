"""What a layout extends: the files of its chain read, and merged into one tree of nodes."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from handouts.layout.declare import LAYOUT
from handouts.layout.finding import BASE, Finder, folder_of, led_to
from handouts.layout.inherit import EDITS, inherit
from handouts.source.bounds import outside
from handouts.source.digest import Digests
from handouts.source.disk import is_file
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem, has_error
from handouts.source.shape import did_you_mean, nearest
from handouts.source.yaml import read

DEEPEST = 16
"""How many layouts may extend one another; more are taken for a circle."""


class Chains:
    """Layouts with what they extend, as nodes. Each file is read once, after ``digests`` saw it."""

    def __init__(self, finder: Finder, digests: Digests) -> None:
        self._finder = finder
        self._digests = digests
        self._parsed = cache(self._parse)
        self._files: dict[str, list[Path]] = {}

    def resolve(self, name: str) -> tuple[Mapping | None, list[Problem]]:
        """Give the nodes of a layout with its ``extends`` chain merged, each with its own place.

        Parameters are named in it as they were written.
        """
        problems: list[Problem] = []
        chain = [node for _, node in self._chain(name, problems)]
        if not chain:
            return None, problems
        merged = chain[-1]
        found: list[Problem] = []
        for child in reversed(chain[:-1]):
            merged = inherit(child, merged, found)
        if not has_error(problems):  # else what is extended may stand where YAML cannot be read
            problems += found
        return merged, problems

    def files(self, name: str) -> list[Path]:
        """Give the files that decide what a layout is: its own, of all it extends, of its parts.

        They are all the places in which each is looked for, whether or not a file is there yet.
        """
        if name not in self._files:
            self._files[name] = self._find_files(name)
        return self._files[name]

    def _find_files(self, name: str) -> list[Path]:
        files: dict[str, list[Path]] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop(0)
            if each not in files:
                files[each] = self._files_of_chain(each)
                node, _ = self.resolve(each)
                waiting += _names_of_parts(node) if node else []
        return [path for paths in files.values() for path in paths]

    def _files_of_chain(self, name: str) -> list[Path]:
        files: list[Path] = []
        beside: Path | None = None
        for each, node in self._chain(name, []):
            files += self._finder.places(each, beside)
            beside = folder_of(node)
        return files

    def _chain(self, name: str, problems: list[Problem]) -> list[tuple[str, Mapping]]:
        """Give a layout and all it extends, each by name; nothing when one cannot be had.

        A layout that extends its own name extends the one in a later folder, which it hides.
        """
        chain: list[tuple[str, Mapping]] = []
        files: list[Path] = []
        wanted: str | None = name
        place: Place | None = None
        while wanted is not None:
            path = self._find(wanted, place, files)
            if path in files or len(chain) == DEEPEST:
                circle = " → ".join([*(each for each, _ in chain), wanted])
                message = f"layouts extend in a circle: {circle}"
                problems.append(Problem("extends-circle", message, place))
                return []
            node = self._node(wanted, path, place, problems)
            if node is None or path is None:
                return []
            chain.append((wanted, node))
            files.append(path)
            wanted, place = _extends(node, wanted)
        return chain

    def _find(self, name: str, place: Place | None, files: list[Path]) -> Path | None:
        """Find the file of a layout that the last of ``files`` extends, or that is asked for."""
        own = files[-1] if files else None
        places = self._finder.places(name, own.parent if own else None)
        found = [path for path in dict.fromkeys(places) if is_file(path)]
        return next((path for path in found if path != own), found[0] if found else None)

    def _node(
        self, name: str, path: Path | None, place: Place | None, problems: list[Problem]
    ) -> Mapping | None:
        if path is not None and self._finder.is_outside(path, place):
            problems.append(outside(name, place or Place(str(path.parent))))
            return None
        if path is None:
            there = self._finder.names()
            hint = did_you_mean(name, there) or f"there are {', '.join(there)}"
            problems.append(Problem("unknown-layout", f"no layout is called {name}", place, hint))
            return None
        node, found = self._parsed(path, str(path))
        problems.extend(found)
        if node is not None and not isinstance(node, Mapping):
            problems.append(Problem("wrong-kind", "a layout is keys with values", node.place))
            return None
        return node

    def _parse(self, path: Path, file: str) -> tuple[Node | None, list[Problem]]:
        self._digests.of(path)
        return read(path, file)


def _names_of_parts(node: Mapping) -> list[str]:
    """Give the layouts that follow one another in a layout's files, and that of its cards."""
    parts, cards = node.get("parts"), node.get("cards")
    found = [*(parts.items if isinstance(parts, Sequence) else ()), cards]
    return [led_to(each.place, each.value) for each in found if isinstance(each, Text)]


def _extends(node: Mapping, name: str) -> tuple[str | None, Place | None]:
    """Give the layout that another one extends, or most likely means to."""
    keys = {field.key for field in LAYOUT.fields} | EDITS.keys()
    for key, value in node.entries:
        meant = key.value if key.value in keys else nearest(key.value, keys)
        if meant == "extends" and isinstance(value, Text) and value.value:
            return value.value, value.place
    return (None, None) if Path(name).stem == BASE else (BASE, node.place)
