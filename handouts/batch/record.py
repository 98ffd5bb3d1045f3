"""Records: what is known of each file that was written, kept beside the files from run to run.

A record is a file of its own, which is written and replaced whole: so a run that is killed loses
none that it has made, two runs at once, or the parts of one on several machines, need no lock, and
what a record costs does not depend on how many there are. A database would be one file in place
of many, and could not be shared by machines over a network folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from handouts import whole
from handouts.dataclass import dataclass
from handouts.source.disk import content
from handouts.source.problem import Place, Problem, Severity

FOLDER = "state"
"""The folder of records, below the one for what is kept from run to run."""

LARGEST = 10_000_000
"""Bytes of the largest record that is read; one of a thousand problems has a hundredth of it."""

_ENDING = ".json"


@dataclass(frozen=True, slots=True)
class Origin:
    """What a handout was made of: an item's file, by the path of a layout's, for a client."""

    item: str
    layout: str
    client: str | None


@dataclass(frozen=True, slots=True)
class Sources:
    """What a job is made from: items of the library by ``names`` that it has or would have, and
    ``files``, those included that would be used if they were there.
    """

    names: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Trace:
    """What a file was made from: ``key`` is a digest of all that it depends on."""

    key: str
    sources: Sources
    origins: tuple[Origin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What is known of a file and of the pictures of its pages.

    ``files`` are what was written, by name in one folder, with the digests of their content.
    ``clients`` is the list that names whom it is for. ``png``, ``pages``, ``type_size``,
    ``left_out``, ``left_out_of`` and ``problems`` are as the run said.
    """

    trace: Trace
    files: Mapping[str, str]
    clients: str | None
    png: int | None
    pages: int
    type_size: float
    left_out: tuple[str, ...]
    left_out_of: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


class Records:
    """The records of the files in an output folder. ``kept`` is the folder in it that is ours."""

    def __init__(self, kept: Path) -> None:
        self._out = kept.parent
        self._folder = kept / FOLDER

    def path(self, file: Path) -> Path:
        """Where the record of a file is, or would be."""
        return self.folder(file.parent) / f"{file.name}{_ENDING}"

    def folder(self, folder: Path) -> Path:
        """Where the records of a folder's files are, or would be."""
        return self._folder / folder.relative_to(self._out)

    def read(self, file: Path) -> Record | None:
        """The record of a file, none when there is none that can be read."""
        return _read(self.path(file))

    def write(self, file: Path, record: Record) -> None:
        """Keep the record of a file. Raises ``OSError``."""
        whole.write(self.path(file), _as_json(record).encode())

    def remove(self, file: Path) -> None:
        """Forget a file. Raises ``OSError``."""
        self.path(file).unlink(missing_ok=True)

    def files(self) -> Iterator[Path]:
        """Every file that there is a record of, in order."""
        for folder, folders, names in os.walk(self._folder):
            folders.sort()
            out = self._out / os.path.relpath(folder, self._folder)
            for name in sorted(names):
                if name.endswith(_ENDING) and not name.startswith("."):
                    yield out / name.removesuffix(_ENDING)


def _as_json(record: Record) -> str:
    import json

    return json.dumps(_plain(record), ensure_ascii=False, separators=(",", ":"))


def _plain(value: Any) -> Any:
    """A value in what JSON has; of our own types, their fields by name."""
    if isinstance(value, Record | Trace | Sources | Origin | Problem | Place):
        return {name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _read(path: Path) -> Record | None:
    import json

    try:
        return _record(json.loads(content(path, LARGEST)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _record(plain: dict[str, Any]) -> Record:
    plain["trace"] = _trace(**plain["trace"])
    plain["left_out"] = tuple(plain["left_out"])
    plain["left_out_of"] = {name: tuple(each) for name, each in plain["left_out_of"].items()}
    plain["problems"] = tuple(map(_problem, plain["problems"]))
    return Record(**plain)


def _trace(key: str, sources: dict[str, Any], origins: list[dict[str, Any]]) -> Trace:
    read = Sources(tuple(sources["names"]), tuple(sources["files"]))
    return Trace(key, read, tuple(Origin(**each) for each in origins))


def _problem(plain: dict[str, Any]) -> Problem:
    place = Place(**plain["place"]) if plain["place"] else None
    severity = Severity(plain["severity"])
    return Problem(**{**plain, "place": place, "severity": severity})
