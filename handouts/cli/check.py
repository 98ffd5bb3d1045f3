"""``handouts check [WHAT ...]``: everything that can be found wrong without printing."""

from __future__ import annotations

from pathlib import Path

from handouts.batch.job import Outcome
from handouts.batch.press import Press
from handouts.cli import output
from handouts.cli.build import described
from handouts.cli.options import (
    add_library_options,
    add_run_options,
    add_sheet_options,
    add_what,
)
from handouts.cli.parser import Parser
from handouts.cli.progress import details, reporting, say_nothing
from handouts.cli.work import Result, WorkOptions, carry_out, in_processes, prepare


class Options(WorkOptions):
    pass


def add_options(parser: Parser) -> None:
    add_what(parser)
    add_library_options(parser)
    add_sheet_options(parser)
    add_run_options(parser)


def run(options: Options) -> int:
    order = prepare(options, Path())
    say = _say_details if options.verbose else say_nothing
    with reporting(options, len(order.jobs), say) as report:
        result = carry_out(order, Press.check, in_processes(options.jobs), report)
    if options.json:
        output.say_json(_as_json(result))
        return result.exit
    output.say_problems(result.problems)
    if not options.quiet:
        output.say(f"{output.plural(len(result.outcomes), 'handout')} checked{_grades(result)}")
    return result.exit


def _say_details(outcome: Outcome) -> None:
    if outcome.pages:
        [handout] = outcome.job.handouts
        grade = "" if outcome.grade is None else f", grade {outcome.grade:.1f}"
        names = ", ".join(entry.name for entry in handout.entries)
        output.say(f"{names} as {handout.layout} ({details(outcome)}{grade})")


def _grades(result: Result) -> str:
    """How hard the texts are to read: the median of their grades, and the highest."""
    grades = {o.job.entries: o.grade for o in result.outcomes if o.grade is not None}
    if not grades:
        return ""
    ordered = sorted(grades.values())
    middle, highest = ordered[len(ordered) // 2], ordered[-1]
    return f"; reading grade {middle:.1f}, the highest {highest:.1f}"


def _as_json(result: Result) -> dict[str, object]:
    problems = output.problems_as_json(result.problems)
    return {"checked": [_checked(outcome) for outcome in result.outcomes], "problems": problems}


def _checked(outcome: Outcome) -> dict[str, object]:
    [handout] = outcome.job.handouts
    return {
        **described(handout),
        "pages": outcome.pages,
        "type_size": outcome.type_size,
        "left_out": list(outcome.left_out),
        "grade": None if outcome.grade is None else round(outcome.grade, 1),
    }
