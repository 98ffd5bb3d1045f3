"""What ``build`` and ``check`` have in common: preparing a run, and carrying it out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from handouts import resources
from handouts.batch.job import Job, Outcome
from handouts.batch.plan import choose, plan, printable
from handouts.batch.press import Press, weighed
from handouts.batch.roster import pack
from handouts.batch.run import Interrupted, run
from handouts.batch.settings import Settings
from handouts.cli import output
from handouts.cli.clients import wanted_clients
from handouts.cli.ending import Exit, WrongCommand, exit_for
from handouts.cli.library import DEFAULT_LANGUAGE, folders, select
from handouts.cli.options import LibraryOptions, RunOptions, SheetOptions
from handouts.dataclass import dataclass
from handouts.layout.labels import languages
from handouts.model.brand import Brand
from handouts.model.excerpt import Excerpt
from handouts.model.read import read_brand
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
    options: WorkOptions, out: Path, png: int | None = None, drawings: Path | None = None
) -> Order:
    """Find out what there is to do. Without a brand that can be read there is nothing."""
    brand, problems = _brand(options.brand)
    press = Press(_settings(options, brand or Brand(), png, drawings))
    chosen, found = choose(press.layouts, options.layout)
    problems += found
    entries, found = select(press.library, options.what)
    problems += found
    clients, found = wanted_clients(options)
    problems += found
    everything = entries if options.what else printable(entries, chosen)
    packets, found = pack(clients, everything, press.library, out)
    problems += found
    jobs, found = plan(packets, chosen, press.layouts, named=bool(options.layout))
    problems += found
    return Order(jobs if brand else [], press, weighed(problems, options.strict))


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


def _brand(file: Path | None) -> tuple[Brand | None, list[Problem]]:
    return read_brand(file, str(file)) if file else (Brand(), [])


def _settings(
    options: WorkOptions, brand: Brand, png: int | None, drawings: Path | None
) -> Settings:
    return Settings(
        data=folders(options),
        layouts=resources.libraries("layouts"),
        labels=resources.labels(),
        fonts=resources.fonts(),
        language=_language(options.lang or brand.language or DEFAULT_LANGUAGE),
        brand=brand,
        paper=options.paper or brand.paper or "letter",
        grey=options.grey,
        excerpt=Excerpt(options.weeks, options.session),
        png=png,
        drawings=drawings,
        strict=options.strict,
    )


def _language(code: str) -> str:
    """A language that there are labels in. Raises ``WrongCommand``."""
    known = languages(resources.labels())
    if code not in known:
        raise WrongCommand(f"there are no labels in {code}", f"there are {', '.join(known)}")
    return code
