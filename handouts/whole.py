"""Files that are there whole or not at all, whatever happens while they are written."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from platform import node

_PART = re.compile(r"\.(?P<file>.+)\.(?P<host>[^.]+)\.(?P<process>\d+)\.part")


def write(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, folders included: beside it first, then renamed over it.

    Raises ``OSError``, and then nothing of ``data`` is left behind.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{_host()}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        os.replace(beside, path)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


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
