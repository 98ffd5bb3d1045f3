"""Finding the file of a layout: by a name, or by a path from the file that says it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handouts.source.bounds import leads_out
from handouts.source.node import Mapping
from handouts.source.problem import Place

BASE = "base"
"""The layout that every other one extends in the end."""


class Finder:
    """Where layouts are looked for: some folders, of which an earlier one wins.

    A file leads to files in its own folder, in these, and in those that are ``allowed``.
    """

    def __init__(self, folders: Sequence[Path], allowed: Sequence[Path] = ()) -> None:
        self._folders = folders
        self._allowed = allowed

    def names(self) -> list[str]:
        """List the layouts that lay out some kind of data, by name."""
        found = {path.stem for folder in self._folders for path in folder.glob("*.yaml")}
        return sorted(found - {BASE})

    def places(self, name: str, beside: Path | None) -> list[Path]:
        """Where to look: a path as it is, or as it goes out from the file that says it; a name
        beside what extends it, then in the folders.
        """
        if is_path(name):
            return [beside / name if beside else Path(name)]
        if "/" in name or "\\" in name or name.startswith("."):
            return []
        if name == BASE:  # blocks count on what it holds, so nobody's own takes its place
            return [self._folders[-1] / f"{BASE}.yaml"]
        folders = [beside, *self._folders] if beside else self._folders
        return [folder / f"{name}.yaml" for folder in folders]

    def is_outside(self, path: Path, place: Place | None) -> bool:
        """Whether a file leads out of where layouts are, unless the command names it itself."""
        named_by = [Path(place.file).parent] if place else []
        if not place and path.parent not in self._folders:
            return False
        return leads_out(path, (*named_by, *self._folders, *self._allowed))


def is_path(name: str) -> bool:
    """Whether a layout is named by the path of its file."""
    return name.endswith((".yaml", ".yml"))


def led_to(place: Place, name: str) -> str:
    """Give the name of a layout, or where its path leads from the file that says it."""
    return str(Path(place.file).parent / name) if is_path(name) else name


def folder_of(node: Mapping) -> Path:
    """Give the folder of the file that a node stands in."""
    return Path(node.place.file).parent
