"""Shards: a run in several parts that know nothing of each other, for any system of jobs."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from handouts.batch.job import Job
from handouts.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Shard:
    """One of ``count`` parts, of which the first is 1. Each file is in exactly one of them.

    Which one is told by its name alone, so that a new handout moves no other into another part,
    where nothing would be known of it. Parts are as even as chance makes them: of a thousand
    handouts in four parts, each has 250, give or take 15.
    """

    number: int
    count: int

    def part(self, jobs: Iterable[Job], out: Path) -> list[Job]:
        """The jobs of this part, whose files go to ``out``."""
        return [job for job in jobs if self._holds(job.file.relative_to(out))]

    def _holds(self, file: Path) -> bool:
        name = file.as_posix().casefold().encode(errors="surrogateescape")
        number = int.from_bytes(blake2b(name, digest_size=8).digest())
        return number % self.count == self.number - 1
