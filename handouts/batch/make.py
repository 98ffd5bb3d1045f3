"""Making a file: printing a job, and keeping a record of what it was made from."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace

from handouts.batch import files
from handouts.batch.job import Handout, Job, Outcome
from handouts.batch.press import Press
from handouts.batch.record import Origin, Trace
from handouts.batch.sources import sources
from handouts.source.problem import Problem, Severity


def make(press: Press, job: Job) -> Outcome:
    """Print a job as ``Press.print`` does, and keep a record if the run keeps anything."""
    if press.ledger is None:
        return press.print(job)
    made_from = sources(press, job)
    key = press.ledger.key(job, made_from)  # before anything is read, so that no change is missed
    outcome, files = press.produce(job)
    if not outcome.written:
        return outcome
    try:
        origins = tuple(origin for each in job.handouts for origin in _origins(press, each))
        press.ledger.keep(outcome, files, Trace(key, made_from, origins))
    except OSError as error:
        return replace(outcome, problems=(*outcome.problems, _unkept(job, error)))
    return outcome


def _origins(press: Press, handout: Handout) -> Iterator[Origin]:
    layout = next(path for path in press.layouts.files(handout.definition) if path.is_file())
    for entry in handout.entries:
        item = os.path.abspath(entry.path)
        yield Origin(item, os.path.abspath(layout), handout.client.client)


def _unkept(job: Job, error: OSError) -> Problem:
    """The warning that a file is there, but that no other run will know."""
    message = f"{job.file} is written, but no record of it: {files.reason(error)}"
    hint = "the next run will write it again"
    return Problem("unwritable-record", message, hint=hint, severity=Severity.WARNING)
