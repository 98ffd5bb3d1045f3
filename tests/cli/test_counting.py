"""Records are counted on a terminal, and given as they are anywhere."""

from __future__ import annotations

import sys

import pytest

from handouts.cli.counting import counted


@pytest.mark.parametrize("is_terminal", [True, False])
@pytest.mark.parametrize("silent", [True, False])
def test_things_come_as_they_are_and_are_counted_on_a_terminal_alone(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    is_terminal: bool,
    silent: bool,
) -> None:
    for stream in (sys.stdout, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: is_terminal)
    monkeypatch.setenv("TERM", "xterm")
    assert [*counted(range(120), silent)] == [*range(120)]
    said = capsys.readouterr()
    assert said.out == ""
    assert bool(said.err) is (is_terminal and not silent)
