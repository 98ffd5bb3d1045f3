"""The library and the layouts that a command works on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from handouts import resources
from handouts.cli.options import LibraryOptions
from handouts.layout.labels import USUAL, load_labels
from handouts.layout.load import Layouts
from handouts.model.library import Entry, Library
from handouts.source.problem import Problem


def open_library(options: LibraryOptions) -> Library:
    """Open the folders that were named, or the program's own."""
    return Library(folders(options), allowed=tuple(options.allow))


def folders(options: LibraryOptions) -> tuple[Path, ...]:
    """The library's folders, the one that wins first."""
    return tuple(options.data) or resources.libraries("data")


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
    found = [library.find(name) for name in what]
    entries = [each for each in found if isinstance(each, Entry)]
    problems = [each for each in found if isinstance(each, Problem)]
    return entries, [*library.problems, *problems]


def _empty(library: Library) -> list[Problem]:
    if library.entries:
        return []
    hint = "to begin with a first file: handouts new exercise NAME"
    return [Problem("empty-library", "there is nothing in the library", hint=hint)]
