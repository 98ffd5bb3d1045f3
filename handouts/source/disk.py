"""Bytes of a file that somebody wrote, or the reason why there are none.

Whatever a name leads to, nothing is waited for and no more is read than a bound: a pipe that
nobody writes to, a device without an end or a file that fills the disk cannot hold up a run.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from handouts.source.problem import Place, Problem

LARGEST = 1_000_000
"""Bytes of the largest file that somebody wrote by hand."""

_WITHOUT_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0)


class NotAFile(OSError):
    """A device, a pipe or a socket where a file is expected."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, "it is a device or a pipe, not a file")


def content(path: str | os.PathLike[str], largest: int) -> bytes:
    """The content of a regular file, of one that holds more than ``largest`` bytes one more.

    Raises ``OSError``, for a device or a pipe ``NotAFile``.
    """
    with open(path, "rb", buffering=0, opener=_opened) as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise NotAFile
        # Files that the system makes up as they are read say that they hold nothing.
        return file.read(min(state.st_size or largest, largest) + 1)


def _opened(path: str, flags: int) -> int:
    return os.open(path, flags | _WITHOUT_WAITING)


def is_file(path: Path) -> bool:
    """Whether there is a file, however what leads to none is written: no name is too long."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def is_folder(path: Path) -> bool:
    """Whether there is a folder, however what leads to none is written."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def read_bytes(path: Path, file: str, largest: int = LARGEST) -> bytes | Problem:
    """The content of the file at ``path``; ``file`` is the path as people are shown it.

    A file that cannot be read is a problem with the code ``unreadable-file``, one that is too
    large with the code ``too-large``.
    """
    try:
        data = content(path, largest)
    except (OSError, ValueError) as error:  # a name with a NUL in it is a value at fault
        reason = getattr(error, "strerror", None) or type(error).__name__
        return Problem("unreadable-file", f"cannot be read: {reason.lower()}", Place(file))
    return too_large(file, largest) if len(data) > largest else data


def too_large(file: str, largest: int = LARGEST) -> Problem:
    """The problem of a file that holds more than ``largest`` bytes."""
    message = f"this file holds more than {largest // 1_000_000} MB"
    return Problem("too-large", message, Place(file), "split it up")


def shown(path: Path) -> str:
    """A path as people are shown it: from the folder they are in, where it lies below that."""
    current = Path.cwd()
    return (path.relative_to(current) if path.is_relative_to(current) else path).as_posix()
