"""Measuring: each side in a process of its own, all of them in turns."""

from __future__ import annotations

import json
import subprocess
import sys
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sides import SIDES, Side

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "fonts" / "atkinson-hyperlegible-next"
BATCH = 20
WARM_UP = 20
"""Cards printed before those that count: caches fill and late imports happen."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one round cost a side: CPU seconds up to and with the first card, and for each later."""

    start_up: float
    card: float


class Worker:
    """A side's process; ``ready`` is the CPU time in seconds that it took to prepare."""

    def __init__(self, side: Side, library: Path, out: Path) -> None:
        folder = out / side.name
        folder.mkdir(parents=True, exist_ok=True)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.worker", side.name, library, FONTS, folder],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.ready = self._answer()

    def print(self, names: Sequence[str]) -> float:
        """Print these cards and give the CPU time in seconds that it took."""
        assert self.process.stdin
        print(json.dumps(names), file=self.process.stdin, flush=True)
        return self._answer()

    def close(self) -> None:
        """Let the process end."""
        self.process.communicate()

    def _answer(self) -> float:
        assert self.process.stdout
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.process.args!r} ended with {self.process.wait()}")
        return float(json.loads(line))


def measure(names: Sequence[str], library: Path, out: Path) -> dict[Side, Cost]:
    """One round: every side prints every card once, the first ``WARM_UP`` of them uncounted.

    The processes are new, so that none prints a card it has printed before.
    """
    workers = {side: Worker(side, library, out) for side in SIDES}
    start_up = {side: worker.ready + worker.print(names[:1]) for side, worker in workers.items()}
    for worker in workers.values():
        worker.print(names[1:WARM_UP])
    seconds = _take_turns(workers, names[WARM_UP:])
    for worker in workers.values():
        worker.close()
    counted = len(names) - WARM_UP
    return {side: Cost(start_up[side], seconds[side] / counted) for side in SIDES}


def _take_turns(workers: dict[Side, Worker], names: Sequence[str]) -> dict[Side, float]:
    """CPU seconds of each side for all cards; a small batch each, and another begins every time."""
    seconds = dict.fromkeys(SIDES, 0.0)
    order = deque(SIDES)
    for start in range(0, len(names), BATCH):
        for side in order:
            seconds[side] += workers[side].print(names[start : start + BATCH])
        order.rotate(-1)
    return seconds
