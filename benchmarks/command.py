"""Measuring what a command line costs: time, CPU time and memory of its processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command line took; ``memory`` is that of its largest process, in MB."""

    seconds: float
    cpu: float
    memory: float


def build(words: Sequence[str], folder: Path) -> Cost:
    """What it costs to build with these words in a folder."""
    return measured([str(ROOT / "make_pdfs.py"), "build", "--quiet", *words], folder)


def measured(words: Sequence[str], folder: Path) -> Cost:
    """What Python costs with these words; raises ``RuntimeError`` where it fails."""
    start = time.monotonic()
    said = subprocess.DEVNULL  # a part of the shipped library warns of links that lead out of it
    process = subprocess.Popen([sys.executable, *words], cwd=folder, stderr=said)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise RuntimeError(f"{words} ended with {os.waitstatus_to_exitcode(status)}")
    seconds = time.monotonic() - start
    return Cost(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


@contextmanager
def compiled() -> Iterator[None]:
    """Let Python keep the bytecode of modules, as it does unless told otherwise, but elsewhere.

    Without it every start compiles all modules again, which no installed program does.
    """
    before = dict(os.environ)
    with TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        try:
            yield
        finally:
            os.environ.clear()
            os.environ.update(before)
