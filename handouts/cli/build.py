"""``handouts build [WHAT ...]``: print handouts."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from handouts.batch.artwork import KEPT
from handouts.batch.job import Handout, Outcome
from handouts.batch.packs import Arrange, by_client, separate, together
from handouts.batch.press import Press
from handouts.cli import output
from handouts.cli.options import (
    PACK_ALL,
    PACK_EACH,
    OutputOptions,
    add_library_options,
    add_output_options,
    add_run_options,
    add_sheet_options,
    add_what,
    require_pdfium,
)
from handouts.cli.parser import Parser
from handouts.cli.progress import details, reporting
from handouts.cli.work import Order, Result, WorkOptions, carry_out, prepare

MOST_NAMED = 10
"""Sheets that left something out are named up to so many, and counted from there on."""

_ARRANGED: Mapping[str | None, Arrange] = {
    None: separate,
    PACK_EACH: by_client,
    PACK_ALL: together,
}
"""What goes into one file, by what is said with ``--pack``."""


class Options(WorkOptions, OutputOptions):
    pass


def add_options(parser: Parser) -> None:
    add_what(parser)
    add_library_options(parser)
    add_output_options(parser)
    add_sheet_options(parser)
    add_run_options(parser)


def run(options: Options) -> int:
    require_pdfium(options)
    order = ordered(options)
    say = say_details if options.verbose else _say_file
    with reporting(options, len(order.jobs), say) as report:
        result = carry_out(order, Press.print, options.jobs, report)
    if options.json:
        output.say_json(as_json(result))
        return result.exit
    output.say_problems(result.problems, sys.stderr)
    if not options.quiet:
        say_left_out(result)
        output.say(summary(result, len(order.jobs), options.out))
    return result.exit


def ordered(options: Options) -> Order:
    """Find out what there is to build."""
    arrange = _ARRANGED[options.pack]
    return prepare(options, options.out, options.png, options.out / KEPT, arrange)


def as_json(result: Result) -> dict[str, object]:
    """What came of a run, as ``--json`` prints it."""
    written = [_written(outcome) for outcome in result.outcomes if outcome.written]
    problems = output.problems_as_json(result.problems)
    return {"written": written, "unchanged": [], "problems": problems}


def _written(outcome: Outcome) -> dict[str, object]:
    job = outcome.job
    return {
        "file": job.file.as_posix(),
        **_content(job.handouts),
        "pages": outcome.pages,
        "type_size": outcome.type_size,
        "left_out": list(outcome.left_out),
    }


def _content(handouts: Sequence[Handout]) -> dict[str, object]:
    """What is in a file: one handout, or a pack of several, which may be for several people."""
    if len(handouts) == 1:
        return described(handouts[0])
    clients = {handout.client.client for handout in handouts}
    return {
        "kind": "pack",
        "names": [handout.entry.name for handout in handouts],
        "layouts": [handout.layout for handout in handouts],
        "client": clients.pop() if len(clients) == 1 else None,
    }


def described(handout: Handout) -> dict[str, object]:
    """What a handout is, as ``--json`` prints it."""
    return {
        "kind": handout.entry.kind.word,
        "name": handout.entry.name,
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
    pages = output.plural(sum(outcome.pages for outcome in written), "page")
    handouts = output.plural(wanted, "handout")
    if len(written) < wanted:
        handouts = f"{len(written)} of {handouts}"
    start = "interrupted: " if result.interrupted else ""
    return f"{start}{handouts} written ({pages}) in {out}"


def say_left_out(result: Result) -> None:
    """Say what gave way on which sheet; of many sheets, on how many."""
    outcomes = [outcome for outcome in result.outcomes if outcome.written and outcome.left_out]
    if len(outcomes) <= MOST_NAMED:
        for outcome in outcomes:
            output.say(f"{outcome.job.file} leaves out {', '.join(outcome.left_out)}")
        return
    counts = Counter(name for outcome in outcomes for name in outcome.left_out)
    named = ", ".join(f"{name} ({count})" for name, count in counts.most_common())
    output.say(f"{len(outcomes)} handouts leave something out: {named}; --verbose says which")
