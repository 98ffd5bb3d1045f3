"""``handouts check [WHAT ...]``: everything that can be found wrong without printing.

What ends in ``.pdf`` is a finished file; the rest are items, layouts and brands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from handouts.batch.job import Outcome
from handouts.cli import output, pemat
from handouts.cli.build import described
from handouts.cli.checking import CheckOptions, check_library
from handouts.cli.ending import Exit, exit_for
from handouts.cli.finished import Finished, as_json, check_finished, is_pdf
from handouts.cli.following import told_once
from handouts.cli.invocation import pasteable
from handouts.cli.options import (
    add_library_options,
    add_run_options,
    add_sheet_options,
    add_what,
)
from handouts.cli.parser import Parser
from handouts.cli.progress import details, say_nothing
from handouts.cli.work import Result
from handouts.source.problem import Problem


class Options(CheckOptions):
    pass


def add_options(parser: Parser) -> None:
    add_what(parser)
    add_library_options(parser)
    add_sheet_options(parser)
    add_run_options(parser)
    parser.add_argument(
        "--out", type=Path, metavar="DIR", help="tell of handouts there whose source has gone, too"
    )
    parser.add_argument(
        "--pemat",
        action="store_true",
        help="score how easy each handout is to understand and to act on (AHRQ’s PEMAT-P)",
    )


def run(options: Options) -> int:
    files = [word for word in options.what if is_pdf(word)]
    options.what = [word for word in options.what if not is_pdf(word)]
    finished = check_finished(files, options) if files else Finished()
    say = _say_details if options.verbose else say_nothing
    wanted = bool(options.what) or not files
    result = check_library(options, say) if wanted else Result([], [], interrupted=False)
    problems = told_once([*finished.problems, *result.problems])
    problems = pasteable(problems, options)
    if options.json:
        output.say_json(_as_json(finished, result.outcomes, problems))
    else:
        output.say_problems(with_codes(problems) if options.verbose else problems)
        for outcome in result.outcomes:
            if outcome.pemat:
                output.say(pemat.report(outcome))
        if not options.quiet:
            _say_counts(finished, result)
    return Exit.INTERRUPTED if result.interrupted else exit_for(problems)


def _say_counts(finished: Finished, result: Result) -> None:
    if finished.files:
        output.say(f"{output.plural(len(finished.files), 'PDF')} checked")
    if result.outcomes or not finished.files:
        output.say(f"{output.plural(len(result.outcomes), 'handout')} checked{_grades(result)}")


def with_codes(problems: Sequence[Problem]) -> list[Problem]:
    """Problems that name their code, by which docs/checks.md explains them and files allow them."""
    return [replace(problem, message=f"{problem.message} [{problem.code}]") for problem in problems]


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


def _as_json(
    finished: Finished, outcomes: Sequence[Outcome], problems: Sequence[Problem]
) -> dict[str, object]:
    checked = [*map(as_json, finished.files), *map(_checked, outcomes)]
    return {"checked": checked, "problems": output.problems_as_json(problems)}


def _checked(outcome: Outcome) -> dict[str, object]:
    [handout] = outcome.job.handouts
    return {
        **described(handout),
        "pages": outcome.pages,
        "type_size": outcome.type_size,
        "left_out": list(outcome.left_out),
        "grade": None if outcome.grade is None else round(outcome.grade, 1),
        **({"pemat": pemat.as_json(outcome.pemat)} if outcome.pemat else {}),
    }
