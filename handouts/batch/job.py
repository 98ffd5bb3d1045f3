"""A job is one file to make; an outcome is what became of it. Both travel between processes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from handouts.batch.imprint import Imprint
from handouts.dataclass import dataclass
from handouts.model.client import Client
from handouts.model.library import Entry
from handouts.source.problem import Problem

if TYPE_CHECKING:  # few runs have scores
    from handouts.preflight.pemat import Score


@dataclass(frozen=True, slots=True)
class Handout:
    """Items of the library, set in one layout for one client under one imprint.

    It is a single item, unless the layout ``gathers`` them. ``layout`` is the layout's name,
    ``definition`` what it is loaded by: its name, or a path.
    """

    entries: tuple[Entry, ...]
    layout: str
    definition: str
    client: Client = field(default_factory=Client)
    imprint: Imprint = field(default_factory=Imprint)
    gathers: bool = False


@dataclass(frozen=True, slots=True)
class Job:
    """One file to make: of one handout, or of several bound together, which is a pack."""

    file: Path
    handouts: tuple[Handout, ...]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All items that go into the file."""
        return tuple(entry for handout in self.handouts for entry in handout.entries)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a job.

    ``pages``, ``type_size`` (points, the smallest text that is read) and ``left_out`` (names of
    blocks) describe the file as it was set, and are empty when it could not be. ``left_out_of``
    says what each item left out, where there are several in the file. ``grade`` is the reading
    grade of its text, the highest of several, where it was checked. ``trace`` is the traceback of
    a fault of ours. ``pemat`` are its scores where they were asked for.
    A file is ``unchanged`` that was up to date as it was.
    """

    job: Job
    problems: tuple[Problem, ...] = ()
    written: bool = False
    unchanged: bool = False
    pages: int = 0
    type_size: float = 0.0
    left_out: tuple[str, ...] = ()
    left_out_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    grade: float | None = None
    pemat: tuple[Score, ...] = ()
    trace: str | None = None
