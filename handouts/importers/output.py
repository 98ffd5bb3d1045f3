"""The files of one record: written whole, and never over what somebody else has written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from handouts import whole
from handouts.batch.files import cannot_write
from handouts.importers.draft import Fields
from handouts.importers.record import Item
from handouts.importers.writing import SCHEMA, as_yaml
from handouts.source.disk import read_bytes
from handouts.source.problem import Problem

EXERCISES = "exercises"
PICTURES = "pictures"

LARGEST_PICTURE = 30_000_000
"""Bytes of the largest picture that is copied."""


class Output:
    """What becomes of a record in the library ``into``; ``force`` writes over what is there.

    Files are as shown: ``written`` anew, or ``unchanged`` since they say it already.
    """

    def __init__(self, into: Path, force: bool, item: Item, title: str) -> None:
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.problems: list[Problem] = []
        self._into = into
        self._force = force
        self._item = item
        self._title = title

    def exercise(self, name: str, fields: Fields) -> bool:
        """Write an exercise's file; whether it says so now."""
        return self._put(f"{EXERCISES}/{name}.yaml", (SCHEMA + as_yaml(fields)).encode())

    def translation(self, name: str, language: str, texts: Fields) -> None:
        """Write the file of a translation."""
        self._put(f"{EXERCISES}/{name}.{language}.yaml", as_yaml(texts).encode())

    def picture(self, source: Path, name: str) -> str | None:
        """Copy a picture; its path from an exercise's file, none when it could not be read."""
        data = read_bytes(source, source.as_posix(), LARGEST_PICTURE)
        if isinstance(data, Problem):
            self.tell(data)
            return None
        file = f"{PICTURES}/{name}{source.suffix.lower()}"
        self._put(file, data)
        return f"../{file}"

    def tell(self, problem: Problem) -> None:
        """Take a problem of this record."""
        self.problems.append(of_record(problem, self._item, self._title))

    def _put(self, file: str, data: bytes) -> bool:
        """Write a file; whether it says so now."""
        path = self._into / file
        shown = path.as_posix()
        try:
            there = path.read_bytes() if path.is_file() else None
            if there == data:
                self.unchanged.append(shown)
                return True
            if there is None or self._force:
                whole.write(path, data)
                self.written.append(shown)
                return True
            message = f"{shown} is there already, and says something else"
            self.tell(Problem("file-there", message, hint="--force writes over it"))
        except OSError as error:
            self.tell(cannot_write(path, error))
        return False


def of_record(problem: Problem, item: Item, title: str) -> Problem:
    """A problem that says which record it is of."""
    name = f"record {item.number} ({title})" if title else f"record {item.number}"
    return replace(problem, message=f"{name}: {problem.message}")
