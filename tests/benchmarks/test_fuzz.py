"""A few hundred mutated files, the same in every run; ``python -m benchmarks.fuzz`` has more."""

from __future__ import annotations

import random
import socket
import sys
from pathlib import Path

import pytest

from benchmarks.fuzz import fuzz
from benchmarks.fuzzing.kinds import KINDS
from benchmarks.fuzzing.trial import Watch, run, watching
from handouts.cli.fonts import usable_fonts
from handouts.model.brand import FontRef

CASES = 200

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there is no alarm there")


@pytest.fixture(scope="module")
def watch() -> Watch:
    return watching()


@pytest.mark.filterwarnings("default::DeprecationWarning")
def test_no_mutated_file_brings_the_command_down_or_leads_it_out(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    rounds = list(fuzz(CASES, 5, tmp_path, watch))
    failed = [failure for each in rounds for failure in each.failures]
    assert failed == []
    assert {each.kind.word for each in rounds} == {kind.word for kind in KINDS}
    assert sum(each.cases for each in rounds) >= CASES
    assert sum(each.printed for each in rounds) > 30, "too few were sound enough to print"
    assert {each.code for each in rounds} == {0, 1, 2}


def test_the_watch_sees_what_is_written_outside(tmp_path: Path, watch: Watch) -> None:
    inside, outside = tmp_path / "in", tmp_path / "out"
    watch.allowed, watch.seen, watch.on = (str(inside),), [], True
    try:
        inside.mkdir()
        (inside / "a").write_text("a", "utf-8")
        (inside / "a").read_text("utf-8")
        assert watch.seen == []
        outside.mkdir()
        (outside / "a").write_text("a", "utf-8")
        (inside / "a").rename(outside / "b")
        with socket.socket() as connection, pytest.raises(OSError):
            connection.connect(("127.0.0.1", 9))
    finally:
        watch.on = False
    kinds = [seen.split()[0] for seen in watch.seen]
    assert kinds == ["os.mkdir", "open", "os.rename", "socket.connect"]


def test_a_fault_of_the_program_is_a_finding(
    tmp_path: Path, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise LookupError("here")

    monkeypatch.setattr("handouts.cli.list.run", fail)
    (finding,) = run(["list"], watch, [tmp_path]).findings
    assert "LookupError: here" in finding.what


def test_a_font_found_by_chance_whose_characters_have_no_shapes_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (kind,) = (kind for kind in KINDS if kind.word == "font")
    ((name, data),) = kind.files("case100", random.Random("8 font 100")).items()
    Path(name).write_bytes(data)
    _, (problem,) = usable_fonts([FontRef(Path(name))])
    assert problem.code == "unusable-font"
