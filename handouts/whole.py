"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from io import BufferedWriter, FileIO
from pathlib import Path
from platform import node

from handouts.source.digest import Content

_PART = re.compile(r"\.(?P<file>.+)\.(?P<host>[^.]+)\.(?P<process>\d+)\.part")


class Draft:
    """A file on its way: it is written beside its place, and takes that when it is kept.

    Of a draft that is not kept nothing is left behind. Writing and keeping raise ``OSError``.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._beside = path.with_name(f".{path.name}.{_host()}.{os.getpid()}.part")
        self._file: BufferedWriter | None = None
        self._folder_is_ours = False
        self._content = Content()

    def __enter__(self) -> Draft:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                self._beside.unlink()
                if self._folder_is_ours:
                    self._path.parent.rmdir()

    @property
    def digest(self) -> str:
        """The digest of what has been written so far."""
        return self._content.digest

    def write(self, data: bytes) -> None:
        """Write what comes next; folders are made with the file."""
        if self._file is None:
            self._folder_is_ours = not self._path.parent.exists()
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = BufferedWriter(FileIO(self._beside, "w"))
        self._file.write(data)
        self._content.add(data)

    def keep(self) -> None:
        """Put the file in its place."""
        assert self._file, "there is nothing in it"
        self._file.close()
        os.replace(self._beside, self._path)
        self._file = None


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, folders included: beside it first, then renamed over it.

    Raises ``OSError``, and then nothing of ``data`` is left behind.
    """
    with Draft(path) as draft:
        draft.write(data)
        draft.keep()


def clear(folders: Iterable[Path]) -> None:
    """Remove from folders what a writer has left there that was killed before it could rename.

    What another process on this machine is writing stays, and so does what comes from another
    machine, about whose processes nothing is known here.
    """
    for folder in folders:
        with suppress(OSError):
            for name in os.listdir(folder):
                if _is_abandoned(name):
                    with suppress(OSError):
                        os.unlink(folder / name)


def _is_abandoned(name: str) -> bool:
    part = _PART.fullmatch(name)
    if part is None or part["host"] != _host():
        return False
    return not _is_alive(int(part["process"]))


def _is_alive(process: int) -> bool:
    if os.name == "nt":  # where to ask with a signal is to kill, and to remove what is open fails
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return not _has_ended(process)


def _has_ended(process: int) -> bool:
    """Whether a process is there only until somebody asks how it ended: in a container, nobody."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return False
    return state.rpartition(")")[2].split()[:1] == ["Z"]


def _host() -> str:
    """This machine's name, as far as it can stand in a file's."""
    return re.sub(r"[^\w-]", "-", node())[:12] or "host"
