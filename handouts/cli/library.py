"""The library and the layouts that a command works on."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

from handouts import resources
from handouts.cli.options import LibraryOptions
from handouts.layout.labels import USUAL, load_labels
from handouts.layout.load import Layouts
from handouts.model.kind import KINDS
from handouts.model.library import Entry, Library
from handouts.source.disk import is_folder
from handouts.source.problem import Problem


def open_library(options: LibraryOptions) -> Library:
    """Open the folders that were named, or the program's own."""
    return Library(folders(options), allowed=tuple(options.allow))


def folders(options: LibraryOptions) -> tuple[Path, ...]:
    """The library's folders, the one that wins first."""
    return resources.each_once(options.data) or resources.libraries("data")


def layout_folders(options: LibraryOptions) -> tuple[Path, ...]:
    """The folders of layouts, the one that wins first: some may lie beside those of the library."""
    return resources.libraries(resources.LAYOUTS, options.data)


def open_layouts(options: LibraryOptions) -> Layouts:
    """Open the layouts that names on the command line are looked up in."""
    labels = load_labels(resources.labels(), USUAL)
    return Layouts(layout_folders(options), labels)


def select(library: Library, what: Sequence[str]) -> tuple[list[Entry], list[Problem]]:
    """The entries of these names and files, or all of them; with what is wrong with the library."""
    if not what:
        return list(library.entries), [*library.problems, *_empty(library)]
    found = [_folder(name) or library.find(name) for name in what]
    entries = [each for each in found if isinstance(each, Entry)]
    problems = [each for each in found if isinstance(each, Problem)]
    return entries, [*library.problems, *problems]


def _folder(what: str) -> Problem | None:
    """What is wrong with a folder where a name is wanted."""
    path = Path(what)
    if not is_folder(path) or path.name == what:  # which may well be the name of an item
        return None
    library = path.parent if path.name in _SHELVES else path
    hint = f"to take a folder as a library: --data {shlex.quote(library.as_posix())}"
    return Problem("unknown-name", f"{what} is a folder, not an item", hint=hint)


_SHELVES = frozenset(kind.folder for kind in KINDS)


def _empty(library: Library) -> list[Problem]:
    if library.entries:
        return []
    for folder in library.folders:
        if folder.name in _SHELVES:
            message = f"there is nothing in the library: {folder} is a folder within one"
            return [Problem("empty-library", message, hint=f"write --data {folder.parent}")]
    hint = "to begin with a first file: handouts new exercise NAME"
    return [Problem("empty-library", "there is nothing in the library", hint=hint)]
