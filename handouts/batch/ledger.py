"""The ledger: which files are as they would be made now, by the content of all they depend on.

A file's record says what it was made from, those places included where something would have been
used had it been there. If all of that is as it was, so is the list itself, and the file need not
be made again: a verifying trace (Mokhov, Mitchell and Peyton Jones, Build Systems à la Carte,
2018). No clock is asked.
"""

from __future__ import annotations

import os
from collections.abc import Container, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import cached_property, lru_cache
from hashlib import blake2b
from pathlib import Path

from handouts.batch.identity import identity
from handouts.batch.job import Handout, Job, Outcome
from handouts.batch.record import Record, Records, Sources, Trace
from handouts.batch.settings import Settings
from handouts.model.client import Client
from handouts.model.library import Library
from handouts.source.digest import Digests, digest_of

_SPOKEN_OF_AGAIN = 64
"""Clients and imprints whose words are kept: the handouts of one follow each other."""


class Ledger:
    """Knows which files of a run's are up to date, and keeps the records of them."""

    def __init__(self, settings: Settings, kept: Path, library: Library, digests: Digests) -> None:
        self._settings = settings
        self._library = library
        self.records = Records(kept)
        self._digests = digests
        self._of_client = lru_cache(_SPOKEN_OF_AGAIN)(_of_client)
        self._of_imprint = lru_cache(_SPOKEN_OF_AGAIN)(repr)

    def unchanged(self, job: Job) -> Outcome | None:
        """What became of a job when it was last done, if doing it again would change nothing."""
        record = self.records.read(job.file)
        if record is None or not self._is_true(record, job):
            return None
        return Outcome(
            job,
            record.problems,
            unchanged=True,
            pages=record.pages,
            type_size=record.type_size,
            left_out=record.left_out,
            left_out_of=record.left_out_of,
        )

    def key(self, job: Job, sources: Sources) -> str:
        """A digest of all that a job's file depends on, if these are its sources."""
        key = blake2b(self._of_run.encode(), digest_size=16)
        for handout in job.handouts:
            key.update(self._of_handout(handout).encode())
        for name in sources.names:
            key.update(self._of_item(name))
        for file in sources.files:
            key.update(self._of_file(file))
        return key.hexdigest()

    def keep(self, outcome: Outcome, files: Mapping[str, str], trace: Trace) -> None:
        """Keep a record of the ``files`` written, by name with their digests, and remove pictures
        of pages that are no more.

        Raises ``OSError``.
        """
        job = outcome.job
        if before := self.records.read(job.file):
            _remove(before, job.file.parent, but=files)
        self.records.write(
            job.file,
            Record(
                trace=trace,
                files=files,
                clients=list_of_clients(job),
                png=self._settings.png,
                pages=outcome.pages,
                type_size=outcome.type_size,
                left_out=outcome.left_out,
                left_out_of=outcome.left_out_of,
                problems=outcome.problems,
            ),
        )

    def _is_true(self, record: Record, job: Job) -> bool:
        """Whether a record is of what would be written now, and of what is there."""
        png = self._settings.png
        wanted = record.files if png else [job.file.name]
        return (
            png in (None, record.png)
            and self._tells_all(record, job)
            and self.key(job, record.trace.sources) == record.trace.key
            and all(is_as_written(job.file.parent, name, record) for name in wanted)
        )

    def _tells_all(self, record: Record, job: Job) -> bool:
        """Whether what was told of a file still holds: lines of other files may have moved, and so
        may the client's row.
        """
        row = {place for handout in job.handouts for place in handout.client.places.values()}
        places = (problem.place for problem in record.problems)
        told = {place.file for place in places if place and place not in row}
        if not told:
            return True
        sources = record.trace.sources
        entries = filter(None, map(self._library.entry, sources.names))
        paths = [*sources.files, *(str(entry.path) for entry in entries)]
        return {os.path.abspath(file) for file in told} <= {os.path.abspath(path) for path in paths}

    @cached_property
    def _of_run(self) -> str:
        """What all keys of a run have in common. Paths count from the current folder."""
        settings, excerpt = self._settings, self._settings.excerpt
        weeks = sorted(excerpt.weeks) if excerpt.weeks is not None else None
        folders = (settings.data, settings.layouts, settings.labels, settings.fonts)
        drawn = (settings.grey, settings.grid, sorted(settings.parameters.items()))
        words = (folders, settings.allowed, drawn, weeks, excerpt.session)
        return repr((identity(), os.getcwd(), *words))

    def _of_item(self, name: str) -> bytes:
        """Which item of the library has a name, if any has, and what is in its file."""
        entry = self._library.entry(name)
        return name.encode() + (self._of_file(str(entry.path)) if entry else b"\n")

    def _of_file(self, path: str) -> bytes:
        return f"\n{path}\n{self._digests.of(path)}\n".encode(errors="surrogateescape")

    def _of_handout(self, handout: Handout) -> str:
        items = [
            (entry.kind.word, entry.name, entry.file, str(entry.path), str(entry.root))
            for entry in handout.entries
        ]
        client, imprint = self._of_client(handout.client), self._of_imprint(handout.imprint)
        return f"{items}\n{handout.definition}\n{client}\n{imprint}\n"


def _of_client(client: Client) -> str:
    """What is said of a client, but for what else this person gets."""
    return repr(replace(client, build=()))


def list_of_clients(job: Job) -> str | None:
    """The list that a job's clients are of. Of one list are all of them, or none."""
    places = (handout.client.places.get("client") for handout in job.handouts)
    return next((os.path.abspath(place.file) for place in places if place), None)


def is_as_written(folder: Path, name: str, record: Record) -> bool:
    """Whether a file of a record, in its folder, is what was written there."""
    return digest_of(folder / name) == record.files.get(name)


def _remove(record: Record, folder: Path, but: Container[str]) -> None:
    """Remove files of a record from their folder, unless somebody has changed them since."""
    for name in record.files:
        if name not in but and is_as_written(folder, name, record):
            with suppress(OSError):
                (folder / name).unlink()
