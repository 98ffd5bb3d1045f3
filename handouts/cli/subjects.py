"""What a check is about: items of the library, layouts and brands, by their names or files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from pathlib import Path

from handouts.cli.brands import FOLDER
from handouts.cli.ending import WrongCommand
from handouts.cli.invocation import command
from handouts.cli.library import folders
from handouts.cli.options import LibraryOptions
from handouts.dataclass import dataclass
from handouts.layout.load import Layouts
from handouts.model.kind import HOME
from handouts.model.library import Entry, Library
from handouts.source.disk import LARGEST, content

_KEY = re.compile(rb"^(?:\xef\xbb\xbf)?(exercise|program|ladder|layout|name)[ \t]*:", re.MULTILINE)
"""The keys that say what a file is: items have one of the first three, brands a name."""


@dataclass(frozen=True, slots=True)
class Subjects:
    """What a check is about, as it was named."""

    items: list[str] = field(default_factory=list)
    layouts: list[str] = field(default_factory=list)
    brands: list[str] = field(default_factory=list)


def sort_out(
    what: Sequence[str], library: Library, layouts: Layouts, options: LibraryOptions
) -> Subjects:
    """Sort names and files by what they are; what is unknown is looked for among the items.

    A name is an item before it is a layout, and a layout before it is a brand. Raises
    ``WrongCommand`` for a list of clients, which is an option.
    """
    subjects = Subjects()
    names = set(layouts.names())
    brands = {path.stem for path in brands_of(options)}
    for word in what:
        if word.endswith(".csv"):
            hint = f"{command('check', options)} --clients {word}"
            raise WrongCommand(f"{word} is a list of clients", hint)
        key = _first_key(Path(word)) if word.endswith((".yaml", ".yml")) else None
        is_item = library.entry(word) is not None
        if key == "layout" or (not is_item and word in names):
            subjects.layouts.append(word)
        elif key == "name" or (not is_item and word in brands):
            subjects.brands.append(word)
        else:
            subjects.items.append(word)
    return subjects


def brands_of(options: LibraryOptions) -> list[Path]:
    """The files of all brands of the library, in order."""
    shelves = [folder / FOLDER for folder in folders(options)]
    return [path for shelf in shelves for path in sorted(shelf.glob("*.yaml"))]


def sample(library: Library, kinds: Iterable[str | None]) -> list[str]:
    """The names of the first items of some kinds of layouts, by which to see how these print."""
    return list(dict.fromkeys(filter(None, (_first(library, kind) for kind in kinds))))


def _first(library: Library, kind: str | None) -> str | None:
    fitting = (entry for entry in library.entries if kind in (*_printed_by(entry, library),))
    return next((entry.name for entry in fitting), None)


def _printed_by(entry: Entry, library: Library) -> Iterator[str]:
    """The kinds of layouts that print an item when they are named."""
    yield library.kinds(entry)[0]
    if entry.kind.word == "exercise":
        yield HOME


def _first_key(path: Path) -> str | None:
    """The key that says what a file is; none where it cannot be read, or says nothing."""
    try:
        found = _KEY.search(content(path, LARGEST))
    except OSError:
        return None
    return found[1].decode() if found else None
