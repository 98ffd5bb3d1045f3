"""The README's words hold: its commands, its table, its exit codes."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from handouts import resources
from handouts.cli.ending import Exit
from handouts.cli.main import COMMANDS

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SHELL_LINES = [
    line
    for block in re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
]


def test_two_commands_set_everything_up() -> None:
    lines = [line for line in SHELL_LINES if line.startswith("python3 -m venv")]
    assert len(lines) == 2
    assert "make_pdfs.py" in lines[0]
    assert "pytest" in lines[1]


def test_the_extras_that_are_installed_exist() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = re.findall(r"'\.\[(\w+)\]'", README)
    assert extras
    assert [extra for extra in extras if extra not in project["optional-dependencies"]] == []


def test_the_table_has_every_command() -> None:
    named = re.findall(r"^\| `handouts \[?(\w+)", README, re.MULTILINE)
    assert named == list(COMMANDS)


def test_every_exit_code_is_explained() -> None:
    (paragraph,) = (each for each in README.split("\n\n") if "It ends with" in each)
    assert {int(code) for code in re.findall(r"\b\d+\b", paragraph)} == set(Exit)


def test_whatever_it_says_to_print_is_printed_as_it_says(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    handouts: Callable[..., Any],
) -> None:
    """In a checkout of its own, so that nothing is written into this one."""
    for name in ("layouts", "fonts"):
        (tmp_path / name).symlink_to(ROOT / name)
    copytree(ROOT / "data", tmp_path / "data")
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "handouts")
    monkeypatch.setattr(resources, "_INSTALLED", tmp_path / "handouts" / "share")
    monkeypatch.chdir(tmp_path)
    [clients] = re.findall(r"```csv\n(.*?)```", README, re.DOTALL)
    Path("clients.csv").write_text(clients, encoding="utf-8")
    commands = [shlex.split(line) for line in SHELL_LINES if line.startswith(".venv/bin/handouts")]
    assert len(commands) == 10
    for _, *words in commands:
        ended = handouts(*words)
        assert ended.code == 0, ended.err
        assert ended.err == ""
    for path in re.findall(r"`((?:data|out)/[\w./-]+\.\w+)`", README):
        assert (tmp_path / path).is_file(), path
    assert {path.name for path in Path("print").iterdir() if path.name[0] != "."} == {
        "Ann-Miller",
        "Ben-Okafor",
    }


def test_every_document_that_it_leads_to_is_there() -> None:
    led_to = re.findall(r"\]\((?!https?:)([^)#]+)", README)
    assert len(led_to) > 8
    assert [path for path in led_to if not (ROOT / path).is_file()] == []
