"""Files whose source has gone: an item, a layout, or the client of a list whom they were for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from handouts.batch import files
from handouts.batch.job import Job
from handouts.batch.ledger import is_as_written, list_of_clients
from handouts.batch.record import Origin, Record, Records
from handouts.dataclass import dataclass
from handouts.source.problem import Problem


@dataclass(frozen=True, slots=True)
class Roll:
    """Who stands on a list of clients, and the files of the items each gets.

    Of somebody whose row names no items it is not known which they are: there are none here.
    """

    file: str
    items: Mapping[str | None, frozenset[str]]


def roll_of(jobs: Iterable[Job]) -> Roll | None:
    """The roll of the clients' list that jobs are from, if all of it was planned."""
    items: dict[str | None, set[str]] = {}
    file = None
    for job in jobs:
        file = file or list_of_clients(job)
        for handout in job.handouts:
            own = items.setdefault(handout.client.client, set())
            if handout.client.build:
                own.update(os.path.abspath(entry.path) for entry in handout.entries)
    return Roll(file, {name: frozenset(own) for name, own in items.items()}) if file else None


def gone(records: Records, planned: Iterable[Job], roll: Roll | None) -> Iterator[Path]:
    """The files with a record that nobody would make any more.

    None of those that are planned is among them, nor any whose source may be elsewhere: a folder
    that is not there may be on a disk that is not.
    """
    wanted = {job.file for job in planned}
    for file in records.files():
        record = records.read(file) if file not in wanted else None
        if record and _has_lost_its_source(record, roll):
            yield file


def remove(records: Records, unwanted: Sequence[Path]) -> tuple[list[Path], list[Problem]]:
    """Remove files with the pictures of their pages, and give those that are removed.

    What somebody has changed since it was written is theirs, and stays.
    """
    removed: list[Path] = []
    problems: list[Problem] = []
    for file in unwanted:
        try:
            removed += _remove(file, records)
        except OSError as error:
            reason = files.reason(error)
            problems.append(Problem("unwritable-file", f"{file} cannot be removed: {reason}"))
    return removed, problems


def _remove(file: Path, records: Records) -> Iterator[Path]:
    """Remove a file with its pictures and its record; give it, if it was still ours."""
    if record := records.read(file):
        ours = [name for name in record.files if is_as_written(file.parent, name, record)]
        for name in ours:
            (file.parent / name).unlink()
        if file.name in ours:
            yield file
    records.remove(file)
    with suppress(OSError):  # somebody else's files may be in it
        file.parent.rmdir()


def _has_lost_its_source(record: Record, roll: Roll | None) -> bool:
    return any(
        _is_missing(origin.item)
        or _is_missing(origin.layout)
        or _is_struck_off(origin, record, roll)
        for origin in record.trace.origins
    )


def _is_missing(path: str) -> bool:
    return not os.path.exists(path) and os.path.isdir(os.path.dirname(path))


def _is_struck_off(origin: Origin, record: Record, roll: Roll | None) -> bool:
    """Whether the list that a client is of names them no more, or names other items for them."""
    if roll is None or record.clients != roll.file:
        return False
    items = roll.items.get(origin.client)
    return items is None or bool(items and origin.item not in items)
