"""``handouts build [WHAT ...]``: print handouts."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from handouts.batch.artwork import KEPT
from handouts.batch.job import Outcome
from handouts.batch.press import Press
from handouts.cli import output
from handouts.cli.options import (
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
from handouts.cli.work import Result, WorkOptions, carry_out, prepare

MOST_NAMED = 10
"""Sheets that left something out are named up to so many, and counted from there on."""


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
    order = prepare(options, options.out, options.png, options.out / KEPT)
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


def as_json(result: Result) -> dict[str, object]:
    """What came of a run, as ``--json`` prints it."""
    written = [_written(outcome) for outcome in result.outcomes if outcome.written]
    problems = output.problems_as_json(result.problems)
    return {"written": written, "unchanged": [], "problems": problems}


def _written(outcome: Outcome) -> dict[str, object]:
    job = outcome.job
    return {
        "file": job.file.as_posix(),
        "kind": job.entry.kind.word,
        "name": job.entry.name,
        "layout": job.layout,
        "client": job.client.client,
        "pages": outcome.pages,
        "type_size": outcome.type_size,
        "left_out": list(outcome.left_out),
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
