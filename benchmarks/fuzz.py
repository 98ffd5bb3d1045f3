"""Fuzzing: ``python -m benchmarks.fuzz N --seed S`` runs the command over N mutated cases.

A case fails where the program fails (exit code 70), does not end within five seconds of CPU time,
or touches anything outside of its output folder. What fails is made again alone and told, once for
each fault; the run ends with how many cases of each kind there were.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.fuzzing.kinds import KINDS, Kind
from benchmarks.fuzzing.trial import Finding, Trial, Watch, peak_memory, run, watching

_OF = sum(kind.share for kind in KINDS)


@dataclass(frozen=True, slots=True)
class Round:
    """A run over some cases of a kind: how it ended, what it printed, and which of them failed."""

    kind: Kind
    cases: int
    code: int | None
    printed: int
    memory: int
    failures: Sequence[Failure]


@dataclass(frozen=True, slots=True)
class Failure:
    """A case that failed: its kind and number make it again."""

    kind: str
    number: int
    finding: Finding


def fuzz(cases: int, seed: int, folder: Path, watch: Watch) -> Iterator[Round]:
    """Run cases in a folder, some of them at once, each kind in its share."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        for kind in KINDS:
            numbers = range(max(1, round(cases * kind.share / _OF)))
            for start in range(0, len(numbers), kind.at_once):
                yield _round(kind, numbers[start : start + kind.at_once], seed, watch)
    finally:
        os.chdir(here)


def _round(kind: Kind, numbers: Sequence[int], seed: int, watch: Watch) -> Round:
    """Run some cases in the current folder; if that fails, each of them alone."""
    tried = _run(kind, numbers, seed, watch)
    failures: list[Failure] = []
    if tried.findings and len(numbers) > 1:
        alone = (_round(kind, [each], seed, watch) for each in numbers)
        failures = [failure for each in alone for failure in each.failures]
    if not failures:
        failures = [Failure(kind.word, numbers[0], finding) for finding in tried.findings]
    printed = sum(1 for _ in Path("out").rglob("*.pdf"))
    return Round(kind, len(numbers), tried.code, printed, peak_memory(), failures)


def _run(kind: Kind, numbers: Sequence[int], seed: int, watch: Watch) -> Trial:
    names = [f"case{number}" for number in numbers]
    for each in ("data", "out", "mine"):
        shutil.rmtree(each, ignore_errors=True)
    Path("data/exercises").mkdir(parents=True)
    for number, name in zip(numbers, names, strict=True):
        for file, data in kind.files(name, random.Random(f"{seed} {kind.word} {number}")).items():
            Path(file).parent.mkdir(parents=True, exist_ok=True)
            Path(file).write_bytes(data)
    words = kind.words(names, random.Random(f"{seed} {kind.word} words {numbers[0]}"))
    return run(words, watch, [Path("out")])


def main() -> int:
    """Fuzz as the command line says, and tell what failed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz")
    parser.add_argument("cases", type=int, metavar="N")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    sys.dont_write_bytecode = True
    told: dict[str, list[Failure]] = {}
    rounds: list[Round] = []
    with TemporaryDirectory() as folder:
        for each in fuzz(options.cases, options.seed, Path(folder), watching()):
            rounds.append(each)
            for failure in each.failures:
                told.setdefault(failure.finding.what, []).append(failure)
                if len(told[failure.finding.what]) == 1:
                    _tell(failure)
    for line in _counts(rounds):
        print(line)
    print(f"{sum(each.cases for each in rounds):7,}  in all, {len(told)} faults,", end=" ")
    print(f"{peak_memory()} MB of memory at most")
    return 1 if told else 0


def _tell(failure: Failure) -> None:
    print(f"{failure.kind} {failure.number}: {failure.finding.what}")
    print(failure.finding.detail[-3000:], flush=True)


def _counts(rounds: Iterable[Round]) -> Iterator[str]:
    """How many cases of each kind there were, and how their runs ended."""
    kinds: dict[str, list[Round]] = {}
    for each in rounds:
        kinds.setdefault(each.kind.word, []).append(each)
    for word, some in kinds.items():
        ends = Counter(each.code for each in some)
        said = ", ".join(f"{count} with {code}" for code, count in sorted(ends.items(), key=str))
        cases = sum(each.cases for each in some)
        failed = sum(len(each.failures) for each in some)
        printed = sum(each.printed for each in some)
        memory = max(each.memory for each in some)
        yield f"{cases:7,}  {word:20} {failed:4} failed; {printed:5} files; {memory:4} MB; {said}"


if __name__ == "__main__":
    sys.exit(main())
