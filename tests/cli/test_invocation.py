"""Commands in hints: they can be pasted as they are."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]


@pytest.fixture
def broken(library: Path) -> Path:
    """The library in a folder with a space, with an exercise that cannot be read and a plan."""
    bridge = library / "exercises" / "bridge.yaml"
    bridge.write_text(bridge.read_text("utf-8").replace("3-4", "4-3"), encoding="utf-8")
    programs = library / "programs"
    programs.mkdir()
    text = "program: A\nweeks: 1\nsessions:\n  - work: [{exercise: bridge, sets: 2, reps: 5}]\n"
    (programs / "plan.yaml").write_text(text, encoding="utf-8")
    return library.rename(library.parent / "my data")


def _hint(run: Any, code: str) -> str:
    """The one hint of a code."""
    (hint,) = {each["hint"] for each in run.json["problems"] if each["code"] == code}
    assert isinstance(hint, str)
    return hint


@pytest.mark.parametrize(
    "words", [("check", "plan"), ("show", "plan"), ("build", "plan", "--jobs", "1")]
)
def test_a_command_in_a_hint_names_the_library_of_the_run_and_works_as_it_stands(
    broken: Path, handouts: Command, words: tuple[str, ...]
) -> None:
    run = handouts(*words, "--data", str(broken), "--json")
    before, _, line = _hint(run, "unread-exercise").partition(": ")
    assert before == "what is wrong with it"
    assert shlex.split(line) == ["handouts", "check", "--data", str(broken), "bridge"]
    pasted = handouts(*shlex.split(line)[1:], "--json")
    assert [each["code"] for each in pasted.json["problems"]] == ["dose-range"]


def test_a_checkouts_script_is_called_as_it_was(
    broken: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["../here/make_pdfs.py", "check", "plan"])
    hint = _hint(handouts("check", "plan", "--json", "--data", str(broken)), "unread-exercise")
    assert "python ../here/make_pdfs.py check --data" in hint


def test_a_list_of_clients_that_is_named_is_told_with_its_library(
    library: Path, handouts: Command
) -> None:
    Path("clients.csv").write_text("client\nAna\n", encoding="utf-8")
    ended = handouts("check", "clients.csv", "--data", "data", "--json")
    assert ended.json["problems"][0]["hint"] == ("handouts check --data data --clients clients.csv")
