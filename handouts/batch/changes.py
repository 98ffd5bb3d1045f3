"""What changes on the disk while somebody writes: files looked at again and again, by content.

No system tells this alike (inotify, FSEvents, network folders not at all), and looking at the
files of a thousand handouts costs 4 ms. So they are looked at.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import Protocol

from handouts.dataclass import dataclass
from handouts.source.digest import LARGEST
from handouts.source.disk import content

INTERVAL = 0.3
"""Seconds from one look to the next."""

PAUSE = 0.05
"""Seconds for which files must stay as they are once one has changed.

An editor that empties a file before it writes, or removes it before it renames another over it,
needs less.
"""

Changed = frozenset[Path]
"""Files that are new, that say something else, or that are gone."""


class Changes(Protocol):
    """Where changes come from: first what to look at is added, then changes are waited for."""

    def add(self, paths: Iterable[Path]) -> None:
        """Look at these paths too from now on, whether or not anything is there yet.

        Of a folder it is the YAML files that come and go.
        """
        ...

    def __iter__(self) -> Iterator[Changed]:
        """Give what has changed since it was added or last given, as soon as something has."""
        ...


@dataclass(frozen=True, slots=True)
class Stamp:
    """A path as it was last seen.

    ``state`` is what the file system says, by which a look saves reading; ``content`` decides: a
    file's digest, the names in a folder, or none where there is nothing that can be read.
    """

    state: tuple[int, ...] = ()
    content: bytes | frozenset[str] | None = None


class Polling:
    """Changes found by looking. ``sleep`` waits for a number of seconds between the looks."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep) -> None:
        self._sleep = sleep
        self._seen: dict[Path, Stamp] = {}

    def add(self, paths: Iterable[Path]) -> None:
        """As ``Changes`` says."""
        for path in paths:
            if path not in self._seen:
                self._seen[path] = look(path, Stamp())

    def __iter__(self) -> Iterator[Changed]:
        while True:
            self._sleep(INTERVAL)
            before, now = self._seen, self._look()
            if differences(before, now):
                now = self._settled(now)
            self._seen = now
            if changed := differences(before, now):
                yield changed

    def _settled(self, now: Mapping[Path, Stamp]) -> dict[Path, Stamp]:
        """Look until two looks in a row are alike. Each reads whatever has changed once more."""
        while True:
            self._sleep(PAUSE)
            again = self._look()
            if again == now:
                return again
            now = again

    def _look(self) -> dict[Path, Stamp]:
        return {path: look(path, stamp) for path, stamp in self._seen.items()}


def look(path: Path, before: Stamp) -> Stamp:
    """Stamp a path; one that the file system says is as it was before is not read again."""
    try:
        found = path.stat()
        # Editors rename over a file, copies keep the time: so not the time of writing alone.
        state = (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_ino)
        return before if state == before.state else Stamp(state, _content(path))
    except OSError:
        return Stamp()


def differences(before: Mapping[Path, Stamp], now: Mapping[Path, Stamp]) -> Changed:
    """The files that are not as they were, those of folders among them."""
    return frozenset(
        path for looked_at, stamp in now.items() for path in _between(looked_at, before, stamp)
    )


def _between(path: Path, stamps: Mapping[Path, Stamp], stamp: Stamp) -> Iterator[Path]:
    before, now = stamps[path].content, stamp.content
    if before == now:
        return
    if isinstance(before, frozenset) or isinstance(now, frozenset):
        for name in _names(before) ^ _names(now):
            yield path / name
    else:
        yield path


def _names(content: bytes | frozenset[str] | None) -> frozenset[str]:
    return content if isinstance(content, frozenset) else frozenset()


def _content(path: Path) -> bytes | frozenset[str]:
    if not path.is_dir():
        return blake2b(content(path, LARGEST), digest_size=16).digest()
    names = os.listdir(path)
    return frozenset(
        name for name in names if name.endswith((".yaml", ".yml")) and not name.startswith(".")
    )
