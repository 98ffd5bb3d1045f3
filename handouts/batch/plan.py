"""What to build: which item in which layout, for which file, in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from handouts.batch.files import safe_name
from handouts.batch.job import Job
from handouts.source.problem import Problem


@dataclass(frozen=True, slots=True)
class Named:
    """What the plan needs to know of an item or a layout.

    ``kind`` is what it is, or is made for; ``key`` is what the library or the layouts find it by.
    """

    kind: str
    name: str
    key: str


def plan(
    items: Sequence[Named], layouts: Sequence[Named], out: Path
) -> tuple[list[Job], list[Problem]]:
    """Plan every item in every layout made for its kind, in the order of ``items``.

    An item that no layout fits is a problem, and so are two jobs that would write one file.
    """
    jobs: dict[str, Job] = {}
    problems: list[Problem] = []
    for item in items:
        fitting = [layout for layout in layouts if layout.kind == item.kind]
        if not fitting:
            problems.append(_no_layout(item, layouts))
        for job in _jobs(item, fitting, out):
            first = jobs.setdefault(str(job.file).casefold(), job)
            if first != job:
                problems.append(_written_twice(first, job))
    return list(jobs.values()), problems


def _jobs(item: Named, layouts: Sequence[Named], out: Path) -> Iterator[Job]:
    for layout in layouts:
        file = out / safe_name(layout.name) / f"{safe_name(item.name)}.pdf"
        yield Job(item.kind, item.name, item.key, layout.name, layout.key, file)
