"""Pictures that records name: found beside the file that is imported or below, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath

from handouts.source.problem import Place, Problem
from handouts.source.wording import shortened

ENDINGS = frozenset({".jpg", ".jpeg", ".png", ".webp", ".svg"})

MOST_FILES = 200_000


class Pictures:
    """The pictures in a folder and below; what links lead to outside is not among them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._by_name: dict[str, list[Path]] | None = None

    def find(self, named: str, place: Place) -> Path | Problem | None:
        """The picture at a path, as it stands or further below; none where there is none.

        A path that leads elsewhere, or to what is no picture, is a problem.
        """
        path = PurePosixPath(named)
        outside = path.is_absolute() or ".." in path.parts or "\\" in named or ":" in named
        if outside or PureWindowsPath(named).drive or path.suffix.lower() not in ENDINGS:
            message = f"{shortened(named)} is no path of a picture beside the file or below"
            return Problem("picture-path", message, place, "it was left out")
        candidates = self._named(path.name)
        found = (each for each in candidates if each.parts[-len(path.parts) :] == path.parts)
        return next(found, None)

    def _named(self, name: str) -> list[Path]:
        if self._by_name is None:
            self._by_name = {}
            for path in self._all():
                self._by_name.setdefault(path.name, []).append(path)
        return self._by_name.get(name, [])

    def _all(self) -> Iterator[Path]:
        """The pictures, those nearest to the folder first."""
        bound = self._folder.resolve()
        count = 0
        for folder, below, names in os.walk(self._folder):
            below.sort()
            for name in sorted(names):
                count += 1
                path = Path(folder, name)
                if count <= MOST_FILES and path.suffix.lower() in ENDINGS and _within(path, bound):
                    yield path


def _within(path: Path, bound: Path) -> bool:
    try:
        return path.resolve().is_relative_to(bound)
    except (OSError, RuntimeError):
        return False
