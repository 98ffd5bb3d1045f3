"""Bytes of a file that somebody wrote, or the reason why there are none."""

from __future__ import annotations

from pathlib import Path

from handouts.source.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes of the largest file that somebody wrote by hand."""


def read_bytes(path: Path, file: str, largest: int = LARGEST) -> bytes | Problem:
    """The content of the file at ``path``; ``file`` is the path as people are shown it.

    A file that cannot be read is a problem with the code ``unreadable-file``, one that is too
    large with the code ``too-large``.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        return Problem("unreadable-file", f"cannot be read: {reason.lower()}", Place(file))
    return too_large(file, largest) if len(data) > largest else data


def too_large(file: str, largest: int = LARGEST) -> Problem:
    """The problem of a file that holds more than ``largest`` bytes."""
    message = f"this file holds more than {largest // 1_000_000} MB"
    return Problem("too-large", message, Place(file), "split it up")
