"""What ``build`` and ``check`` have in common: preparing a run, and carrying it out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from handouts import resources
from handouts.batch.job import Job, Outcome
from handouts.batch.packs import Arrange, separate
from handouts.batch.plan import Choice, choose, choose_for, plan, printable
from handouts.batch.press import Press, weighed
from handouts.batch.roster import packets
from handouts.batch.run import Interrupted, run
from handouts.batch.settings import Settings
from handouts.cli import output
from handouts.cli.brands import wanted_imprints
from handouts.cli.clients import wanted_clients
from handouts.cli.ending import Exit, exit_for
from handouts.cli.library import folders, select
from handouts.cli.options import LibraryOptions, RunOptions, SheetOptions
from handouts.dataclass import dataclass
from handouts.layout.load import Layouts
from handouts.model.brand import Brand
from handouts.model.excerpt import Excerpt
from handouts.source.problem import Problem


class WorkOptions(LibraryOptions, SheetOptions, RunOptions):
    """The options of a run over handouts. ``what`` are names and files, none for everything."""

    what: list[str]


@dataclass(frozen=True, slots=True)
class Order:
    """A run that is ready to go: its jobs, the press for them, and what was wrong before it."""

    jobs: Sequence[Job]
    press: Press
    problems: Sequence[Problem]


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
    drawings: Path | None = None,
    arrange: Arrange = separate,
) -> Order:
    """Find out what there is to do. Without a brand that can be read there is nothing."""
    imprints, problems = wanted_imprints(options, out)
    press = Press(_settings(options, png, drawings))
    entries, found = select(press.library, options.what)
    problems += found
    clients, found = wanted_clients(options)
    problems += found
    jobs: list[Job] = []
    for folder, imprint in imprints.items():
        chosen, found = _chosen(options, imprint.brand, press.layouts)
        problems += found
        everything = entries if options.what else printable(entries, chosen)
        packed, found = packets(clients, everything, press.library, folder)
        problems += found
        planned, found = plan(packed, imprint, chosen, press.layouts, named=bool(options.layout))
        problems += found
        jobs += arrange(planned, folder)
    return Order(jobs, press, weighed(dict.fromkeys(problems), options.strict))


def _chosen(options: WorkOptions, brand: Brand, layouts: Layouts) -> tuple[Choice, list[Problem]]:
    """The layouts of a run: those that are named, or those of the brand."""
    return choose(layouts, options.layout) if options.layout else choose_for(brand, layouts)


def carry_out(
    order: Order,
    work: Callable[[Press, Job], Outcome],
    processes: int,
    report: Callable[[Outcome], None],
) -> Result:
    """Do the work of an order, until it is done or somebody presses Ctrl-C."""
    interrupted = False
    try:
        outcomes = run(order.jobs, order.press, work, processes, report)
    except Interrupted as interruption:
        outcomes, interrupted = interruption.outcomes, True
    for outcome in outcomes:
        if outcome.trace:
            output.say(outcome.trace, sys.stderr)
    found = (problem for outcome in outcomes for problem in outcome.problems)
    return Result(outcomes, [*order.problems, *found], interrupted)


def _settings(options: WorkOptions, png: int | None, drawings: Path | None) -> Settings:
    return Settings(
        data=folders(options),
        layouts=resources.libraries("layouts"),
        labels=resources.labels(),
        fonts=resources.fonts(),
        grey=options.grey,
        excerpt=Excerpt(options.weeks, options.session),
        png=png,
        drawings=drawings,
        strict=options.strict,
    )
