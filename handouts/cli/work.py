"""What ``build`` and ``check`` have in common: preparing a run, and carrying it out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from handouts import resources
from handouts.batch.job import Job, Outcome
from handouts.batch.packs import Arrange, separate
from handouts.batch.parameters import unknown_parameters
from handouts.batch.plan import Choice, choose, choose_for, plan, printable
from handouts.batch.press import Press, weighed
from handouts.batch.roster import packets
from handouts.batch.run import Interrupted, Report, Work, run
from handouts.batch.settings import Settings
from handouts.cli import output
from handouts.cli.brands import BrandOptions, wanted_imprints
from handouts.cli.clients import wanted_clients
from handouts.cli.ending import Exit, exit_for
from handouts.cli.library import folders, layout_folders, select
from handouts.cli.options import RunOptions
from handouts.dataclass import dataclass
from handouts.layout.load import Layouts
from handouts.model.brand import Brand
from handouts.model.client import Client
from handouts.model.library import Entry, Library
from handouts.model.program.excerpt import Excerpt
from handouts.source.problem import Problem, has_error


class WorkOptions(BrandOptions, RunOptions):
    """The options of a run over handouts. ``what`` are names and files, none for everything."""

    what: list[str]


Runner = Callable[[Sequence[Job], Press, Work, Report], list[Outcome]]
"""``run`` in so many processes, or whatever else does jobs as it does."""


@dataclass(frozen=True, slots=True)
class Order:
    """A run that is ready to go: its jobs, the press for them, and what was wrong before it.

    Jobs are ``settled`` that need not be done any more.
    """

    jobs: Sequence[Job]
    press: Press
    problems: Sequence[Problem]
    settled: Sequence[Outcome] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a run."""

    outcomes: Sequence[Outcome]
    problems: Sequence[Problem]
    interrupted: bool

    @property
    def exit(self) -> Exit:
        """The code that the command ends with."""
        return Exit.INTERRUPTED if self.interrupted else exit_for(self.problems)


def prepare(
    options: WorkOptions,
    out: Path,
    png: int | None = None,
    kept: Path | None = None,
    arrange: Arrange = separate,
    grid: bool = False,
) -> Order:
    """Find out what there is to do. Without a brand that can be read there is nothing."""
    imprints, problems = wanted_imprints(options, out)
    press = Press(_settings(options, png, kept, grid))
    entries, found = select(press.library, options.what)
    problems += found
    clients, found = wanted_clients(options)
    problems += found
    brands = [imprint.brand for imprint in imprints.values()]
    kinds = _kinds(options, entries, clients, press.library)
    choices, found = _choices(options, brands, press, kinds)
    problems += found
    whole = not options.what or len(entries) == len(options.what)
    jobs: list[Job] = []
    for (folder, imprint), chosen in zip(imprints.items(), choices, strict=True):
        everything = entries if options.what else printable(entries, chosen, press.library)
        packed, found = packets(clients, everything, press.library, folder, whole)
        problems += found
        planned, found = plan(
            packed, imprint, chosen, press.layouts, press.library, named=bool(options.layout)
        )
        problems += found
        jobs += arrange(planned, folder)
    return Order(jobs, press, weighed(dict.fromkeys(problems), options.strict))


def _kinds(
    options: WorkOptions, entries: Sequence[Entry], clients: Sequence[Client], library: Library
) -> frozenset[str] | None:
    """The kinds of the items of a run, none where anything may be wanted."""
    if not options.what or any(client.build for client in clients):
        return None
    return frozenset(kind for entry in entries for kind in library.kinds(entry))


def _choices(
    options: WorkOptions, brands: Sequence[Brand], press: Press, kinds: frozenset[str] | None
) -> tuple[list[Choice], list[Problem]]:
    """The layouts of a run for each brand.

    There are none where a parameter is set that none of them has: something else is wanted.
    """
    choices: list[Choice] = []
    problems: list[Problem] = []
    for brand in brands:
        chosen, found = _chosen(options, brand, press.layouts, kinds)
        choices.append(chosen)
        problems += found
    said = press.settings.parameters
    if not has_error(problems) and (found := unknown_parameters(said, choices, press.layouts)):
        return [{} for _ in brands], [*problems, *found]
    return choices, problems


def _chosen(
    options: WorkOptions, brand: Brand, layouts: Layouts, kinds: frozenset[str] | None
) -> tuple[Choice, list[Problem]]:
    """The layouts of a run: those that are named, or those of the brand."""
    if options.layout:
        return choose(layouts, options.layout)
    return choose_for(brand, layouts, kinds)


def in_processes(number: int) -> Runner:
    """Run in so many processes of this machine."""
    return partial(run, processes=number)


def settle(order: Order, report: Report) -> Order:
    """Settle the jobs whose files are up to date; of each, ``report`` is told."""
    ledger = order.press.ledger
    settled: list[Outcome] = []
    jobs: list[Job] = []
    for job in order.jobs:
        outcome = ledger.unchanged(job) if ledger else None
        if outcome is None:
            jobs.append(job)
        else:
            problems = weighed(outcome.problems, order.press.settings.strict)
            settled.append(replace(outcome, problems=tuple(problems)))
            report(settled[-1])
    return replace(order, jobs=jobs, settled=settled)


def carry_out(order: Order, work: Work, runner: Runner, report: Report) -> Result:
    """Do the work of an order, until it is done or somebody presses Ctrl-C."""
    interrupted = False
    try:
        outcomes = runner(order.jobs, order.press, work, report)
    except Interrupted as interruption:
        outcomes, interrupted = interruption.outcomes, True
    outcomes = [*order.settled, *outcomes]
    for trace in dict.fromkeys(outcome.trace for outcome in outcomes if outcome.trace):
        output.say(trace, sys.stderr)  # one fault of ours may be met by every job
    found = (problem for outcome in outcomes for problem in outcome.problems)
    return Result(outcomes, [*order.problems, *found], interrupted)


def _settings(options: WorkOptions, png: int | None, kept: Path | None, grid: bool) -> Settings:
    return Settings(
        data=folders(options),
        allowed=tuple(options.allow),
        layouts=layout_folders(options),
        labels=resources.labels(),
        fonts=resources.fonts(),
        grey=options.grey,
        grid=grid,
        excerpt=Excerpt(options.weeks, options.session),
        png=png,
        kept=kept,
        strict=options.strict,
        parameters=dict(options.parameters),
    )
