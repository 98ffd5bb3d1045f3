"""What is said while a run goes on, to a terminal and elsewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handouts import resources
from handouts.cli.progress import Pace, Seen

Command = Callable[..., Any]

WIDTH = 60


def test_the_pace_is_that_of_what_is_set() -> None:
    seconds = iter([0.0, 100.0, 110.0])
    pace = Pace(70, lambda: next(seconds))
    pace.count(Seen("a", unchanged=True))
    for _ in range(20):
        pace.count(Seen("b"))
    assert str(pace) == "2/s, 0:24 left"


def test_before_anything_is_set_there_is_no_pace() -> None:
    assert str(Pace(70)) == ""


def test_a_long_time_is_in_minutes() -> None:
    seconds = iter([0.0, 1.0])
    pace = Pace(181, lambda: next(seconds))
    pace.count(Seen("b"))
    assert str(pace) == "1/s, 3:00 left"


def _on_a_terminal(*words: str) -> str:
    """What a command line says to a terminal that is ``WIDTH`` columns wide."""
    pty = pytest.importorskip("pty")
    from fcntl import ioctl
    from struct import pack
    from termios import TIOCSWINSZ

    ours, theirs = pty.openpty()
    ioctl(theirs, TIOCSWINSZ, pack("HHHH", 24, WIDTH, 0, 0))
    code = f"from handouts.cli.main import main; main({words!r})"
    environment = {**os.environ, "PYTHONPATH": str(resources.root()), "TERM": "xterm"}
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        environment.pop(name, None)
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ):
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 4096):
                said += piece
        except OSError:  # which is how a terminal says that all is said
            pass
    os.close(ours)
    return said.decode()


@pytest.fixture
def many(library: Path) -> Path:
    """A library of twenty exercises with very long names."""
    plank = library / "exercises" / "plank.yaml"
    for number in range(18):
        plank.with_name(f"a-very-long-name-{'of-a-plank-' * 8}{number}.yaml").write_bytes(
            plank.read_bytes()
        )
    return library


def test_a_terminal_gets_a_bar_with_pace_and_names_cut_to_its_width(many: Path) -> None:
    said = _on_a_terminal("--data", "data", "--jobs", "1")
    lines = re.split(r"[\r\n]+", re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", said))
    bars = [line for line in lines if "/20" in line]
    assert any(re.search(r"\d+/s, \d+:\d\d left", line) for line in bars)
    assert any("…" in line for line in bars)
    assert max(map(len, bars)) <= WIDTH
    assert "20 handouts written (20 pages) in out" in lines


def test_finished_files_have_a_bar_as_well(library: Path, handouts: Command) -> None:
    assert handouts("bridge", "--data", "data", "--layout", "card").code == 0
    card = Path("out", "card", "bridge.pdf").read_bytes()
    names = [f"{number}.pdf" for number in range(12)]
    for name in names:
        Path(name).write_bytes(card)
    said = _on_a_terminal("check", *names, "--jobs", "1")
    assert "/12" in said
    assert "12 PDFs checked" in said


def test_a_terminal_that_wants_quiet_gets_nothing(many: Path) -> None:
    assert _on_a_terminal("--data", "data", "--quiet") == ""


def test_elsewhere_there_is_a_line_for_each_file_and_no_more(many: Path, handouts: Command) -> None:
    said = handouts("--data", "data")
    assert len(said.out.splitlines()) == 21
    assert said.err == ""
