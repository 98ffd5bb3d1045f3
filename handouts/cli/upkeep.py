"""What ``build`` does besides printing: leftovers are cleared, files without a source found."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from handouts import whole
from handouts.batch.artwork import DRAWINGS
from handouts.batch.gone import gone, roll_of
from handouts.batch.job import Job
from handouts.batch.record import Records
from handouts.batch.settings import KEPT
from handouts.cli.work import Order
from handouts.source.disk import is_folder
from handouts.source.problem import Problem, has_error


def blocked(out: Path) -> Problem | None:
    """What is wrong with an output folder that can be none."""
    if is_folder(out) or not os.path.lexists(out):
        return None
    what = "it is a link that leads nowhere" if out.is_symlink() else "it is a file, not a folder"
    return Problem("unwritable-file", f"nothing can be written to {out}: {what}")


def clear(jobs: Iterable[Job], records: Records, out: Path) -> None:
    """Remove what killed runs left in the folders that these jobs write to."""
    folders = {job.file.parent for job in jobs}
    whole.clear([*folders, *map(records.folder, folders), out / KEPT / DRAWINGS])


def without_source(order: Order, records: Records, complete: bool) -> list[Path]:
    """The files whose source has gone. Only a ``complete`` order tells who is on a list, and who
    no more; and only if all of it could be read.
    """
    roll = roll_of(order.jobs) if complete and not has_error(order.problems) else None
    return list(gone(records, order.jobs, roll))
