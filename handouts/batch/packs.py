"""Packs: the handouts of one client, or of several, in one file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from pathlib import Path

from handouts.batch.job import Handout, Job
from handouts.typeset.packing import Section, pack
from handouts.typeset.page import Pages
from handouts.typeset.typeset import Typeset

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


def bound(handouts: Sequence[Handout], results: Sequence[Typeset]) -> Typeset:
    """Bind the handouts that could be set into a pack; without any of them there is none."""
    pairs = zip(handouts, results, strict=True)
    pages = [(handout, result.pages) for handout, result in pairs if result.pages is not None]
    if not pages:
        return Typeset(None)
    return Typeset(
        pack(_sections(pages)),
        min((result.type_size for result in results if result.type_size), default=0.0),
        tuple(dict.fromkeys(name for result in results for name in result.left_out)),
    )


def _sections(pages: Sequence[tuple[Handout, Pages]]) -> list[Section]:
    """Give the handouts client by client; where there is but one, nobody need be named."""
    by_client = [
        (client, [each for _, each in own])
        for client, own in groupby(pages, key=lambda pair: pair[0].client.client)
    ]
    if len(by_client) == 1:
        return [Section(own) for _, own in by_client]
    return [Section(own, client) for client, own in by_client]
