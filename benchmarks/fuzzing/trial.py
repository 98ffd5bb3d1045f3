"""A trial: one command line run in this process, and whether it kept what it must keep."""

from __future__ import annotations

import gc
import io
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from handouts.cli.ending import Exit
from handouts.cli.main import main

LONGEST = 5.0
"""Seconds of CPU time after which a run counts as hanging."""

_PATIENCE = 30.0
"""Seconds after which a run is given up: other processes may have the processor meanwhile."""

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGES = {"os.rename": 1, "os.remove": 0, "os.mkdir": 0, "os.rmdir": 0, "os.symlink": 1}
"""What changes a folder, and which of its arguments is the path that comes or goes."""

_OUTSIDE = ("socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec")


class Hang(BaseException):
    """Raised into a run that does not end."""


@dataclass
class Watch:
    """Sees what this process does to files, and to the world, while it is ``on``."""

    allowed: tuple[str, ...] = ()
    on: bool = False
    seen: list[str] = field(default_factory=list)

    def hook(self, event: str, arguments: tuple[object, ...]) -> None:
        """Take an audit event (PEP 578)."""
        if not self.on:
            return
        if event == "open":
            path, mode, flags = arguments
            writes = isinstance(flags, int) and flags & _WRITING
            if writes or (isinstance(mode, str) and set(mode) & set("wax+")):
                self._see(event, path)
        elif event in _CHANGES:
            self._see(event, arguments[_CHANGES[event]])
        elif event in _OUTSIDE:
            self.seen.append(f"{event} {arguments!r}")

    def _see(self, event: str, path: object) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return  # a file that is open already
        name = os.path.abspath(os.fsdecode(path))
        if name != os.devnull and not name.startswith(self.allowed):
            self.seen.append(f"{event} {name}")


def watching() -> Watch:
    """A watch that this process keeps to its end."""
    watch = Watch()
    sys.addaudithook(watch.hook)
    return watch


@dataclass(frozen=True, slots=True)
class Finding:
    """What went wrong in a run: in a few words, and all there is to know of it."""

    what: str
    detail: str


@dataclass(frozen=True, slots=True)
class Trial:
    """What came of a run: its exit code, none where it came to no end, and what was found."""

    code: int | None
    findings: Sequence[Finding]


def run(words: Sequence[str], watch: Watch, writable: Sequence[Path]) -> Trial:
    """Run a command line, which may write to some folders alone."""
    said = io.StringIO()
    code: int | None = None
    found: list[Finding] = []
    watch.allowed, watch.seen = tuple(str(path.resolve()) for path in writable), []
    before = time.process_time()
    try:
        with redirect_stdout(said), redirect_stderr(said), _impatient():
            watch.on = True
            code = main(words)
    except Hang:
        found.append(Finding("hangs", traceback.format_exc()))
    except BaseException:  # SystemExit as well: main returns its code
        found.append(Finding(f"raises {_last_line()}", traceback.format_exc()))
    finally:
        watch.on = False
        gc.unfreeze()  # what a run leaves behind, a process of its own would not have kept
        gc.collect()
    spent = time.process_time() - before
    if code not in (None, *Exit) or code == Exit.BUG:
        found.append(Finding(_fault(said.getvalue()), said.getvalue()))
    if spent > LONGEST and not found:
        found.append(Finding("is slow", f"{spent:.1f} s of CPU time\n{said.getvalue()[-2000:]}"))
    found += [Finding(f"reaches out: {seen}", seen) for seen in watch.seen]
    return Trial(code, found)


def peak_memory() -> int:
    """The most memory that this process has had, in MB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


@contextmanager
def _impatient() -> Iterator[None]:
    def give_up(signum: int, frame: FrameType | None) -> None:
        raise Hang

    usual = signal.signal(signal.SIGALRM, give_up)
    signal.setitimer(signal.ITIMER_REAL, _PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, usual)


def _last_line() -> str:
    return traceback.format_exc().strip().rpartition("\n")[2][:120]


def _fault(said: str) -> str:
    """Where a run failed, as told: the last frame of its traceback, and the error."""
    lines = said.split("\n")
    frames = [line.strip() for line in lines if line.startswith('  File "')]
    errors = [line for line in lines if line[:1].isalpha() and "Error" in line.partition(":")[0]]
    where = frames[-1].rpartition("handouts/")[2] if frames else "nowhere"
    return f"fails: {where}: {errors[-1][:120] if errors else ''}"
