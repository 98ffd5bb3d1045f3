"""What tests of the command share: a library of two exercises, and a way to run a command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from handouts.cli.main import main

EXERCISE = """\
exercise: {title}
goals:
  strength: {{sets: 3-4, reps: 6-8}}
  first weeks: {{sets: 2, reps: 8}}
setup:
  - Lie down: Bend your knees.
execution:
  - Press up: Lift your hips.
  - Come down slowly.
allow: {{missing-summary: short, missing-stop: no, missing-picture: short, missing-frequency: no}}
"""

TABLE = """\
client;build;goal;note;coach;1rm bridge
Ana Pereira;bridge; strength;Careful with the left knee;Sam;100 kg
Bo Lindqvist;"plank; eight";;Breathe out on the way up;;90 kg
"""
PROGRAM = """\
program: Eight
weeks: 2
sessions:
  - session: A
    work: [{exercise: bridge, sets: 3, reps: 5, load: 80%}]
allow: {missing-summary: short, missing-stop: short}
"""


@dataclass(frozen=True)
class Run:
    """What a command line came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two exercises, ``bridge`` and ``plank``, in a current folder of its own."""
    monkeypatch.chdir(tmp_path)
    exercises = tmp_path / "data" / "exercises"
    exercises.mkdir(parents=True)
    for title in ("Bridge", "Plank"):
        text = EXERCISE.format(title=title)
        (exercises / f"{title.lower()}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "data"


@pytest.fixture
def handouts(capsys: pytest.CaptureFixture[str]) -> Callable[..., Run]:
    """Run a command line in this process."""

    def run(*words: str) -> Run:
        code = main(words)
        said = capsys.readouterr()
        return Run(int(code), said.out, said.err)

    return run


@pytest.fixture
def clinic(library: Path) -> Path:
    """The library with a program of percentages, and a list of two clients beside it."""
    programs = library / "programs"
    programs.mkdir()
    (programs / "eight.yaml").write_text(PROGRAM, encoding="utf-8")
    Path("clients.csv").write_text(TABLE, encoding="utf-8")
    return library
