"""Everything that is said: lines, problems in the one form they have, and JSON."""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TextIO

from handouts.batch import files
from handouts.cli.ending import Failure, NotWritten
from handouts.source import report
from handouts.source.characters import UTF_16, visible
from handouts.source.problem import Problem, Severity

_LINE_BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def open_closed_streams() -> None:
    """Lead nowhere what the shell has closed (``>&-``), and Python then has no stream for."""
    sys.stdout = sys.stdout or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")
    sys.stderr = sys.stderr or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w")


def say(text: str, stream: TextIO | None = None) -> None:
    """Print ``text`` at once. A reader that has gone (``| head``) is no error.

    Raises ``NotWritten`` when standard output takes nothing: what it leads to is full, say.
    """
    stream = stream or sys.stdout
    try:
        print(_printable(text, stream), file=stream, flush=True)
    except BrokenPipeError:
        _fall_silent(stream)
    except OSError as error:
        _fall_silent(stream)
        if stream is not sys.stderr:
            raise NotWritten(files.cannot_write(Path("standard output"), error)) from error


def _fall_silent(stream: TextIO) -> None:
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())


def say_json(value: object) -> None:
    """Print ``value`` as the one JSON object of a run."""
    import json

    say(json.dumps(value, indent=2))


def say_json_line(value: object) -> None:
    """Print ``value`` as one of the JSON objects of a run that goes on, each on its line."""
    import json

    say(json.dumps(value))


def say_problems(problems: Iterable[Problem], stream: TextIO | None = None) -> None:
    """Print problems in order, each with the line it stands in, and how many there are."""
    found = report.in_order(problems)
    if not found:
        return
    lines = cache(_lines)
    for problem in found:
        place = problem.place
        has_lines = place is not None and place.page is None
        line = _line(lines(place.file), place.line) if place and has_lines else None
        say(report.render(problem, line), stream)
    say(count(found), stream)


def say_failure(failure: Failure, as_json: bool) -> None:
    """Say what ended the run, as JSON where that was asked for."""
    if as_json:
        problems = problems_as_json([failure.problem])
        say_json({"written": [], "unchanged": [], "problems": problems})
    else:
        say(report.render(failure.problem, None), sys.stderr)


def problems_as_json(problems: Iterable[Problem]) -> list[dict[str, object]]:
    """Give problems in order as ``--json`` prints them."""
    return [report.as_json(problem) for problem in report.in_order(problems)]


def count(problems: Sequence[Problem]) -> str:
    """Say how many problems there are: ``2 errors, 1 warning``."""
    counts = Counter(problem.severity for problem in problems)
    return ", ".join(plural(counts[each], each) for each in Severity if counts[each])


def plural(number: int, noun: str) -> str:
    """Count in words: ``1 page``, ``2 pages``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Set rows in columns, each as wide as its widest cell."""
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines)


def _line(lines: Sequence[str], number: int) -> str | None:
    return lines[number - 1] if number <= len(lines) else None


def _lines(file: str) -> Sequence[str]:
    """The lines of a file, broken where YAML breaks them; none when it cannot be read."""
    from handouts.source.disk import LARGEST, content

    try:
        data = content(file, LARGEST)
    except OSError:
        return ()
    if data.startswith(UTF_16):
        return ()
    return _LINE_BREAK.split(data.decode("utf-8-sig", errors="replace"))


def _printable(text: str, stream: TextIO) -> str:
    """``text`` in characters that the stream can take: a narrow terminal is no reason to fail.

    What a terminal would act on (escape sequences in a name, say) is shown and not sent.
    """
    encoding = stream.encoding or "utf-8"
    text = visible(text)
    return text.encode(encoding, "backslashreplace").decode(encoding)
