"""Items in the wrong folder of a library, where nobody would read them, and nobody would know."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from handouts.model.kind import KINDS
from handouts.source.disk import LARGEST, content, shown
from handouts.source.problem import Place, Problem, Severity

_FIRST_KEY = re.compile(rb"\A(?:\s|#.*$)*(%b):" % b"|".join(k.word.encode() for k in KINDS), re.M)


def misplaced(library: Path) -> Iterator[Problem]:
    """Warn of items beside the folders of their kinds, and of folders of items within these.

    Links are not followed. What has none of these folders is no library, which is told elsewhere.
    """
    if not {kind.folder for kind in KINDS}.intersection(_entries(library, _is_folder)):
        return
    for file in _entries(library, _is_file):
        yield from _beside(library / file)
    for kind in KINDS:
        for inner in _entries(library / kind.folder, _is_folder):
            yield from _within(library / kind.folder / inner, kind.folder)


def _beside(path: Path) -> Iterator[Problem]:
    """Lists of clients and brands may lie there; an item is known by its first key."""
    try:
        found = _FIRST_KEY.match(content(path, LARGEST))
    except OSError:
        return
    if found:
        folder = next(kind.folder for kind in KINDS if kind.word == found[1].decode())
        yield _unread("this file is not read", path, f"put it into the folder {folder}")


def _within(folder: Path, name: str) -> Iterator[Problem]:
    """Pictures may lie in folders of their own."""
    if files := _entries(folder, _is_file):
        more = len(files) - 1
        what = f"{files[0]} and {more} more are" if more else f"{files[0]} is"
        hint = f"put {'them' if more else 'it'} into the folder {name}"
        yield _unread(f"{what} not read: this is a folder in a folder", folder, hint)


def _entries(folder: Path, wanted: Callable[[os.DirEntry[str]], bool]) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(each.name for each in entries if wanted(each))
    except OSError:
        return []


def _is_file(entry: os.DirEntry[str]) -> bool:
    return _is_shown(entry, ".yaml") and entry.is_file(follow_symlinks=False)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return _is_shown(entry) and entry.is_dir(follow_symlinks=False)


def _is_shown(entry: os.DirEntry[str], ending: str = "") -> bool:
    return entry.name.endswith(ending) and not entry.name.startswith(".")


def _unread(message: str, path: Path, hint: str) -> Problem:
    return Problem("unread-file", message, Place(shown(path)), hint, Severity.WARNING)
