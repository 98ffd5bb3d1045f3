"""Checking what is not printed yet: the handouts of a run, the layouts and the brands of it."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from handouts.batch.job import Outcome
from handouts.batch.plan import IDLE
from handouts.batch.press import Press, weighed
from handouts.batch.record import Records
from handouts.batch.settings import KEPT
from handouts.cli.brands import wanted_imprints
from handouts.cli.library import open_layouts, open_library, select
from handouts.cli.progress import reporting
from handouts.cli.subjects import Subjects, brands_of, sample, sort_out
from handouts.cli.upkeep import without_source
from handouts.cli.work import Order, Result, WorkOptions, carry_out, in_processes, prepare
from handouts.dataclass import dataclass
from handouts.layout.load import Layouts
from handouts.model.kind import HOME, KINDS
from handouts.model.library import Library
from handouts.preflight.brands import look_at_brand
from handouts.preflight.layouts import look_at_layout
from handouts.source.problem import Problem, Severity


class CheckOptions(WorkOptions):
    """The options of a check. ``out`` is where handouts are whose sources may have gone.

    With ``pemat`` each handout is scored.
    """

    out: Path | None
    pemat: bool


@dataclass(frozen=True, slots=True)
class _Wanted:
    """The runs that a check is made of, and what was wrong before them.

    Of ``named`` items all is looked at. ``samples`` show how layouts and brands print that were
    named, and what is in them is not their fault.
    """

    named: Sequence[Order]
    samples: Sequence[Order]
    problems: Sequence[Problem]


def check_library(options: CheckOptions, say: Callable[[Outcome], None]) -> Result:
    """Check what is asked for, or else everything: all items, layouts and brands of the library.

    Of a layout or a brand that is named, one item of each kind is set as well, to see how it
    prints.
    """
    wanted = _wanted(options)
    runs = ((wanted.named, Press.check), (wanted.samples, Press.try_out))
    total = sum(len(order.jobs) for orders, _ in runs for order in orders)
    results = [Result([], wanted.problems, interrupted=False)]
    with reporting(options, total, say) as report:
        for orders, look in runs:
            if orders and not results[-1].interrupted:
                work = Press.assess if options.pemat else look
                run = carry_out(_one(orders), work, in_processes(options.jobs), report)
                results.append(run)
    return Result(
        outcomes=[outcome for result in results for outcome in result.outcomes],
        problems=[problem for result in results for problem in result.problems],
        interrupted=results[-1].interrupted,
    )


def _one(orders: Sequence[Order]) -> Order:
    """Several orders as one, in the press of the first; nobody waits for the files of a layout."""
    problems = (problem for order in orders for problem in order.problems)
    return Order(
        jobs=[job for order in orders for job in order.jobs],
        press=orders[0].press,
        problems=[problem for problem in problems if problem.code != IDLE],
    )


def _wanted(options: CheckOptions) -> _Wanted:
    """What a check is made of, and what is wrong with layouts, brands and outputs."""
    library, layouts = open_library(options), open_layouts(options)
    subjects = sort_out(options.what, library, layouts, options)
    everything = not options.what
    samples = [
        prepare(each, options.out or Path())
        for each in _samples(options, subjects, library, layouts)
    ]
    named: list[Order] = []
    if everything or subjects.items:
        named.append(prepare(_changed(options, what=subjects.items), options.out or Path()))
        named += _left_aside(named, options, subjects.items, library)
    orders = [*named, *samples]
    if orders and not options.parameters:
        layouts = orders[0].press.layouts  # most of them are loaded there
    brands = [str(path) for path in brands_of(options)] if everything else subjects.brands
    found = [
        *_of_layouts(
            [*(layouts.names() if everything else subjects.layouts), *options.layout], layouts
        ),
        *_of_brands(_changed(options, brand=brands)),
        *(_orphans(orders[0], options.out, options) if options.out and orders else ()),
    ]
    return _Wanted(named, samples, weighed(found, options.strict))


def _left_aside(
    orders: Iterable[Order], options: CheckOptions, what: Sequence[str], library: Library
) -> list[Order]:
    """A run of the items that are on no sheet of the others, each as it is printed by itself.

    They are left aside where rows of clients name other items, where a layout is not for them, and
    where a brand, a layout or a list cannot be read.
    """
    entries, _ = select(library, what)
    printed = {entry.path for order in orders for job in order.jobs for entry in job.entries}
    rest = [entry.file for entry in entries if entry.path not in printed]
    if not rest:
        return []
    plain: dict[str, object] = {
        "clients": None,
        "client": None,
        "layout": [],
        "brand": [],
        "parameters": [],
    }
    return [prepare(_changed(options, what=rest, **plain), options.out or Path())]


def _samples(
    options: CheckOptions, subjects: Subjects, library: Library, layouts: Layouts
) -> Iterator[CheckOptions]:
    """Runs that show how layouts and brands print, of one item of each kind that they are for."""
    for name in subjects.layouts:
        layout, _ = layouts.load(name)
        if items := sample(library, [layout.kind if layout else None]):
            yield _changed(options, what=items, layout=[name])
    kinds = [*(kind.word for kind in KINDS), HOME]
    for brand in subjects.brands:
        if items := sample(library, kinds):
            yield _changed(options, what=items, brand=[brand])


def _changed(options: CheckOptions, **changes: object) -> CheckOptions:
    """The options with some of them changed."""
    return CheckOptions(**{**vars(options), **changes})


def _of_layouts(names: Iterable[str], layouts: Layouts) -> Iterator[Problem]:
    for name in names:
        yield from look_at_layout(name, layouts)


def _of_brands(options: CheckOptions) -> Iterator[Problem]:
    """What is wrong with brands, each under a folder of its own."""
    if options.brand:
        imprints, problems = wanted_imprints(options, Path())
        yield from problems
        for imprint in imprints.values():
            yield from look_at_brand(imprint.brand)


def _orphans(order: Order, out: Path, options: CheckOptions) -> Iterator[Problem]:
    """Warn of handouts whose source has gone."""
    complete = not (options.what or options.client)
    for file in without_source(order, Records(out / KEPT), complete):
        message = f"{file.as_posix()} has lost its source"
        hint = f"to remove it: handouts build --out {shlex.quote(str(out))} --prune"
        yield Problem("orphan-output", message, hint=hint, severity=Severity.WARNING)
