"""Packs: the handouts of one client, or of several, in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from handouts.batch.job import Handout, Job
from handouts.pdf.printer import Printing
from handouts.typeset.packing import Pack
from handouts.typeset.page import Metadata, Pages

PACK = "pack.pdf"

Arrange = Callable[[Sequence[Job], Path], list[Job]]
"""Says which handouts go into one file: from jobs of one handout each, and the folder of all."""


def separate(jobs: Sequence[Job], out: Path) -> list[Job]:
    """Each handout in a file of its own."""
    return list(jobs)


def by_client(jobs: Sequence[Job], out: Path) -> list[Job]:
    """A pack for each client, in the client's folder."""
    by_folder = groupby(jobs, key=lambda job: job.file.parent.parent)
    return [Job(folder / PACK, _handouts(list(own))) for folder, own in by_folder]


def together(jobs: Sequence[Job], out: Path) -> list[Job]:
    """One pack for all."""
    return [Job(out / PACK, _handouts(jobs))] if jobs else []


def _handouts(jobs: Sequence[Job]) -> tuple[Handout, ...]:
    return tuple(handout for job in jobs for handout in job.handouts)


class Bound:
    """A job's file while it is printed: one handout as it is, or several bound into a pack.

    The file is begun with the first handout that can be printed.
    """

    def __init__(self, handouts: Sequence[Handout], begin: Callable[[], Printing]) -> None:
        self._begin = begin
        self._printing: Printing | None = None
        self._metadata: Metadata | None = None
        self._pack = Pack() if len(handouts) > 1 else None
        self._of_several = len({each.client.client for each in handouts}) > 1

    def add(self, handout: Handout, pages: Pages) -> None:
        """Print a handout. Where all are for one client, no section need be called after them."""
        if self._pack:
            pages = self._pack.add(pages, handout.client.client if self._of_several else None)
        if self._printing is None:
            self._printing = self._begin()
        self._printing.add(pages)
        self._metadata = pages.metadata

    def finish(self) -> None:
        """Write the end of the file; at least one handout is in it."""
        assert self._printing and self._metadata
        self._printing.finish(self._pack.metadata if self._pack else self._metadata)
