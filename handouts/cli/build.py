"""``handouts build [WHAT ...]``: print handouts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from handouts.batch.files import safe_name
from handouts.batch.gone import remove
from handouts.batch.job import Handout, Job, Outcome
from handouts.batch.make import make
from handouts.batch.packs import Arrange, by_client, separate, together
from handouts.batch.record import Records
from handouts.batch.settings import KEPT
from handouts.cli import output
from handouts.cli.ending import WrongCommand
from handouts.cli.invocation import pasteable
from handouts.cli.options import (
    PACK_ALL,
    PACK_EACH,
    BatchOptions,
    OutputOptions,
    add_batch_options,
    add_library_options,
    add_output_options,
    add_run_options,
    add_sheet_options,
    add_what,
    require_dask,
)
from handouts.cli.parser import Parser
from handouts.cli.progress import details, reporting
from handouts.cli.upkeep import blocked, clear, without_source
from handouts.cli.work import (
    Order,
    Result,
    Runner,
    WorkOptions,
    carry_out,
    in_processes,
    prepare,
    settle,
)

MOST_NAMED = 10
"""Sheets that left something out are named up to so many, and counted from there on."""

_ARRANGED: Mapping[str | None, Arrange] = {
    None: separate,
    PACK_EACH: by_client,
    PACK_ALL: together,
}
"""What goes into one file, by what is said with ``--pack``."""


class PrintOptions(WorkOptions, OutputOptions):
    """The options of a command that prints handouts."""


class Options(PrintOptions, BatchOptions):
    pass


def add_options(parser: Parser) -> None:
    add_print_options(parser)
    add_batch_options(parser)


GRID = "grid"
"""The folder of pages with a grid over them, within that of the others."""


def add_print_options(parser: Parser) -> None:
    add_what(parser)
    add_library_options(parser)
    add_output_options(parser)
    add_sheet_options(parser)
    add_run_options(parser)


def run(options: Options) -> int:
    require_dask(options)
    options.out = out_of(options)
    records = Records(options.out / KEPT)
    order = ordered(options)
    unwanted = _unwanted(order, options, records)
    order = _part(order, options)
    clear(order.jobs, records, options.out)
    say = say_details if options.verbose else _say_file
    with reporting(options, len(order.jobs), say) as report:
        left = order if options.force else settle(order, report)
        result = carry_out(left, make, _runner(options), report)
    pruned: list[Path] = []
    if options.prune and not result.interrupted:
        pruned, found = remove(records, unwanted)
        result = replace(result, problems=[*result.problems, *found])
    result = replace(result, problems=pasteable(result.problems, options))
    _say(
        result, len(order.jobs), [file for file in unwanted if file not in pruned], pruned, options
    )
    return result.exit


def _unwanted(order: Order, options: Options, records: Records) -> list[Path]:
    """The files whose source has gone: of one handout asked for by name, nobody wants to know."""
    if options.what and not options.prune:
        return []
    return without_source(order, records, complete=not (options.what or options.client))


def _part(order: Order, options: Options) -> Order:
    """What of an order is done in this run: its part, and nothing where no file can be written."""
    if wrong := blocked(options.out):
        return replace(order, jobs=[], problems=[*order.problems, wrong])
    if options.shard:
        return replace(order, jobs=options.shard.part(order.jobs, options.out))
    return order


def _runner(options: Options) -> Runner:
    if options.dask is None:
        return in_processes(options.jobs)
    from handouts.cli.dask import on_cluster

    return partial(on_cluster, address=options.dask)


def _say(
    result: Result, wanted: int, gone: Sequence[Path], pruned: Sequence[Path], options: Options
) -> None:
    if options.json:
        output.say_json({**as_json(result), "gone": _names(gone), "pruned": _names(pruned)})
        return
    output.say_problems(result.problems, sys.stderr)
    if not options.quiet:
        say_left_out(result)
        _say_files(
            gone,
            "has lost its source; --prune removes it",
            "have lost their source; --prune removes them",
        )
        _say_files(pruned, "is removed", "are removed")
        output.say(summary(result, wanted, options.out))


def _say_files(files: Sequence[Path], of_one: str, of_many: str) -> None:
    if len(files) > MOST_NAMED:
        output.say(f"{len(files)} handouts {of_many}")
        return
    for file in files:
        output.say(f"{file} {of_one}")


def _names(files: Sequence[Path]) -> list[str]:
    return [file.as_posix() for file in files]


def out_of(options: PrintOptions) -> Path:
    """The folder of a run: pages with a grid lie by themselves, and replace no good ones."""
    return options.out / GRID if options.grid else options.out


def ordered(options: PrintOptions) -> Order:
    """Find out what there is to build."""
    arrange = _ARRANGED[options.pack]
    if options.as_name is not None:
        arrange = partial(_called, safe_name(options.as_name), arrange)
    kept = options.out / KEPT
    return prepare(options, options.out, options.png, kept, arrange, options.grid)


def _called(name: str, arrange: Arrange, jobs: Sequence[Job], out: Path) -> list[Job]:
    """Call the gathered file of each client by a name. Raises ``WrongCommand``."""
    gathered = [job for job in jobs if job.handouts[0].gathers]
    if jobs and not gathered:
        hint = "home is such a layout: --layout home"
        raise WrongCommand("--as names the file of a layout that gathers, and there is none", hint)
    if len({job.file.parent.parent for job in gathered}) < len(gathered):
        files = " and ".join(job.file.as_posix() for job in gathered)
        raise WrongCommand(f"--as names one file, and there would be {files}")
    named = {job.file: job.file.with_name(f"{name}.pdf") for job in gathered}
    return arrange([replace(job, file=named.get(job.file, job.file)) for job in jobs], out)


def as_json(result: Result) -> dict[str, object]:
    """What came of a run, as ``--json`` prints it."""
    written = [_written(outcome) for outcome in result.outcomes if outcome.written]
    unchanged = [outcome.job.file for outcome in result.outcomes if outcome.unchanged]
    problems = output.problems_as_json(result.problems)
    return {"written": written, "unchanged": _names(unchanged), "problems": problems}


def _written(outcome: Outcome) -> dict[str, object]:
    job = outcome.job
    return {
        "file": job.file.as_posix(),
        **_content(job.handouts),
        "pages": outcome.pages,
        "type_size": outcome.type_size,
        "left_out": list(outcome.left_out),
        **({"left_out_of": outcome.left_out_of} if outcome.left_out_of else {}),
    }


def _content(handouts: Sequence[Handout]) -> dict[str, object]:
    """What is in a file: one handout, or a pack of several, which may be for several people."""
    if len(handouts) == 1:
        return described(handouts[0])
    clients = {handout.client.client for handout in handouts}
    return {
        "kind": "pack",
        "names": [entry.name for handout in handouts for entry in handout.entries],
        "layouts": [handout.layout for handout in handouts for _ in handout.entries],
        "client": clients.pop() if len(clients) == 1 else None,
    }


def described(handout: Handout) -> dict[str, object]:
    """What a handout is, as ``--json`` prints it."""
    names = [entry.name for entry in handout.entries]
    return {
        "kind": handout.entries[0].kind.word,
        **({"names": names} if handout.gathers else {"name": names[0]}),
        "layout": handout.layout,
        "client": handout.client.client,
    }


def _say_file(outcome: Outcome) -> None:
    if outcome.written:
        output.say(str(outcome.job.file))


def say_details(outcome: Outcome) -> None:
    """Say which file was written, and what became of its content."""
    if outcome.written:
        output.say(f"{outcome.job.file} ({details(outcome)})")


def summary(result: Result, wanted: int, out: Path) -> str:
    """Say in a line how many of the handouts wanted were written, and where to."""
    written = [outcome for outcome in result.outcomes if outcome.written]
    unchanged = sum(outcome.unchanged for outcome in result.outcomes)
    start = "interrupted: " if result.interrupted else ""
    if unchanged and unchanged == wanted:
        return f"{start}{output.plural(unchanged, 'handout')} unchanged in {out}"
    pages = output.plural(sum(outcome.pages for outcome in written), "page")
    handouts = output.plural(wanted - unchanged, "handout")
    if len(written) < wanted - unchanged:
        handouts = f"{len(written)} of {handouts}"
    end = f", {unchanged} unchanged" if unchanged else ""
    return f"{start}{handouts} written ({pages}) in {out}{end}"


def _is_there(outcome: Outcome) -> bool:
    return outcome.written or outcome.unchanged


def say_left_out(result: Result) -> None:
    """Say what gave way on which sheet, and of which of its items; of many, on how many."""
    losses = [
        (outcome.job.file, item, left_out)
        for outcome in result.outcomes
        if outcome.left_out and _is_there(outcome)
        for item, left_out in (outcome.left_out_of or {"": outcome.left_out}).items()
    ]
    if len(losses) <= MOST_NAMED:
        for file, item, left_out in losses:
            of_item = f" of {item}" if item else ""
            output.say(f"{file} leaves out {', '.join(left_out)}{of_item}")
        return
    counts = Counter(name for _, _, left_out in losses for name in left_out)
    named = ", ".join(f"{name} ({count})" for name, count in counts.most_common())
    what = "items" if any(item for _, item, _ in losses) else "handouts"
    output.say(f"{len(losses)} {what} leave something out: {named}; --verbose says which")
