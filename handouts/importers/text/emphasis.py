"""Runs of text, each under one emphasis, to one text with our marks: ``**bold**``, ``*italic*``."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter

Run = tuple[str, str]
"""A text and the mark that stands on both sides of it; none where it is plain."""


def marked(runs: Sequence[Run]) -> str:
    """Runs as one text with its marks, which stand close to the words."""
    merged = [
        ("".join(run for run, _ in group), mark) for mark, group in groupby(runs, itemgetter(1))
    ]
    text = ""
    for number, (run, mark) in enumerate(merged):
        after = merged[number + 1][0][:1] if number + 1 < len(merged) else ""
        text += _emphasised(run, mark, text[-1:], after)
    return text


def _emphasised(run: str, mark: str, before: str, after: str) -> str:
    """A run between its marks; without them where they would print as they stand."""
    inner = run.strip()
    if not mark or not inner or "*" in inner or "*" in before + after:
        return run
    start, end = run[: len(run) - len(run.lstrip())], run[len(run.rstrip()) :]
    touches = (not start and before.isalnum()) or (not end and after.isalnum())
    return run if mark == "*" and touches else f"{start}{mark}{inner}{mark}{end}"
