"""Everything that is said: lines and JSON on standard output, problems and counts on either stream."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from handouts.cli.ending import Failure
from handouts.source.problem import Problem, Severity


def say(text: str, stream: TextIO | None = None) -> None:
    """Print ``text`` at once. A reader that has gone (``| head``) is no error, and hears no more."""
    stream = stream or sys.stdout
    try:
        print(_printable(text, stream), file=stream, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def say_json(value: object) -> None:
    """Print ``value`` as the one JSON object of a run."""
    import json

    say(json.dumps(value, indent=2))


def _printable(text: str, stream: TextIO) -> str:
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
