"""``handouts watch [WHAT ...]``: build, then build again what a changed file affects."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from handouts import resources
from handouts.batch.changes import Changed, Changes, Polling
from handouts.batch.job import Job
from handouts.batch.make import make
from handouts.batch.sources import named_pictures, paths
from handouts.cli import build, output
from handouts.cli.brands import brand_files
from handouts.cli.ending import Exit, Failure
from handouts.cli.invocation import pasteable
from handouts.cli.library import folders, layout_folders
from handouts.cli.parser import Parser
from handouts.cli.progress import reporting, say_nothing
from handouts.cli.work import Order, Result, carry_out, in_processes, settle
from handouts.dataclass import dataclass
from handouts.layout.labels import BrokenLabels
from handouts.model.kind import KINDS

MOST_NAMED = 3
"""Changed files are named up to so many, and counted from there on."""


class Options(build.PrintOptions):
    pass


def add_options(parser: Parser) -> None:
    build.add_print_options(parser)


def run(options: Options) -> int:
    options.out = build.out_of(options)
    return watch(options, Polling())


def watch(options: Options, changes: Changes) -> int:
    """Build, and build again at each of ``changes``, until Ctrl-C ends it."""
    desk = _Desk(options, changes)
    _say(desk.build(), options)
    if not (options.json or options.quiet):
        output.say("watching; Ctrl-C ends it")
    for changed in changes:
        _say(desk.rebuild(changed), options)
        gc.collect()  # fonts refer to themselves, and left alone they pile up: 4 MB a round
    return Exit.INTERRUPTED


@dataclass(frozen=True, slots=True)
class _Round:
    """One round of a watch: what had changed, how many handouts that affected, and what came of it.

    ``gone`` are jobs done before whose items have been removed.
    """

    changed: Changed
    result: Result
    wanted: int = 0
    gone: Sequence[Job] = ()


class _Desk:
    """Builds, round by round, what is not made yet or no longer as its files say.

    Each round reads library, layouts and fonts anew, which costs 60 ms. A press that is told to
    forget just what has changed would save half of that, and one day forget too little.
    """

    def __init__(self, options: Options, changes: Changes) -> None:
        self._options = options
        self._changes = changes
        self._made: dict[Job, frozenset[Path]] = {}

    def build(self) -> _Round:
        """Build everything. Raises ``Failure`` when the run cannot be as it is asked for."""
        return self._round(frozenset())

    def rebuild(self, changed: Changed) -> _Round:
        """Build what these files affect, and whatever could not be written before."""
        try:
            return self._round(changed)
        except Failure as failure:
            problems = [failure.problem]
        except BrokenLabels as broken:
            problems = broken.problems
        return _Round(changed, Result([], problems, interrupted=False))

    def _round(self, changed: Changed) -> _Round:
        options = self._options
        self._changes.add(_deciding(options))
        order = build.ordered(options)
        affected = [job for job in order.jobs if job not in self._made or self._made[job] & changed]
        result = self._carry_out(replace(order, jobs=affected), first=not changed)
        return _Round(changed, result, len(affected), self._forget_removed(order.jobs))

    def _carry_out(self, order: Order, first: bool) -> Result:
        """Do the jobs; of the ``first`` round, those whose files are not up to date.

        What is read for them is looked at before, so that no change is missed.
        """
        self._changes.add(entry.path for job in order.jobs for entry in job.entries)
        made_from = {job: paths(order.press, job) for job in order.jobs}
        self._changes.add(path for each in made_from.values() for path in each)
        say = build.say_details if self._options.verbose else say_nothing
        with reporting(self._options, len(order.jobs), say) as report:
            left = settle(order, report) if first else order
            result = carry_out(left, make, in_processes(self._options.jobs), report)
        for outcome in result.outcomes:
            self._made.pop(outcome.job, None)
            if outcome.written or outcome.unchanged:
                self._made[outcome.job] = made_from[outcome.job]
        return replace(result, problems=pasteable(result.problems, self._options))

    def _forget_removed(self, jobs: Sequence[Job]) -> list[Job]:
        """Give the jobs that were done whose item is gone, unless another has taken its place."""
        removed = [job for job in self._made if _removed(job)]
        for job in removed:
            del self._made[job]
        files = {job.file for job in jobs}
        return [job for job in removed if job.file not in files]


def _removed(job: Job) -> list[str]:
    """Name the items of a job whose files are gone."""
    return [entry.name for entry in job.entries if not entry.path.exists()]


def _deciding(options: Options) -> Iterator[Path]:
    """What decides which handouts there are, before anything is known of each."""
    for folder in folders(options):
        yield from (folder / kind.folder for kind in KINDS)
    for folder in (*layout_folders(options), resources.labels()):
        yield folder
        yield from folder.glob("*.yaml")
    for word in (*options.what, *options.layout):
        if word.endswith((".yaml", ".yml")):
            yield Path(word)
            yield Path(word).parent
    if options.clients:
        yield options.clients
    for brand in brand_files(options):
        yield brand
        yield from named_pictures(brand)


def _say(watched: _Round, options: Options) -> None:
    """Say what came of a round. Raises ``KeyboardInterrupt`` when it was interrupted."""
    if options.json:
        gone = [job.file.as_posix() for job in watched.gone]
        output.say_json_line({**build.as_json(watched.result), "gone": gone})
    else:
        output.say_problems(watched.result.problems, sys.stderr)
        if not options.quiet:
            build.say_left_out(watched.result)
            output.say(_line(watched, options.out))
    if watched.result.interrupted:
        raise KeyboardInterrupt


def _line(watched: _Round, out: Path) -> str:
    said = [f"{', '.join(_removed(job))} is gone, {job.file} stays" for job in watched.gone]
    if len(said) > MOST_NAMED:
        said = [f"{len(said)} are gone, their handouts stay"]
    if watched.wanted or not watched.changed:
        said.insert(0, build.summary(watched.result, watched.wanted, out))
    what = "; ".join(said) or "nothing to print again"
    return f"{_names(watched.changed)}: {what}" if watched.changed else what


def _names(changed: Changed) -> str:
    if len(changed) > MOST_NAMED:
        return output.plural(len(changed), "file")
    return ", ".join(sorted(path.as_posix() for path in changed))
