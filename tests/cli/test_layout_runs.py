"""Layouts from the command line: what they leave open, their grid, and who set each value."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

OPEN = """\
layout: open
for: exercise
extends: card
parameters:
  gap: {default: 12, least: 4, most: 20, about: Points between the sections.}
  checkpoint: {default: yes, values: [yes, no]}
tokens: {section-gap: $gap}
change:
  checkpoint: {when: $checkpoint}
"""
CLOSER = """\
layout: closer
for: exercise
extends: open
parameters: {gap: {default: 5}}
"""


@pytest.fixture
def layouts(library: Path) -> Path:
    """A folder of two layouts, the second of which extends the first."""
    folder = library.parent / "own"
    folder.mkdir()
    (folder / "open.yaml").write_text(OPEN, encoding="utf-8")
    (folder / "closer.yaml").write_text(CLOSER, encoding="utf-8")
    return folder


@pytest.fixture
def build(handouts: Command, layouts: Path) -> Command:
    """Build the bridge in the layout that leaves something open."""
    named = ("--layout", "own/open.yaml", "--data", "data")
    return lambda *words: handouts("build", "bridge", *named, *words)


def test_set_makes_another_file_of_the_same_name_and_only_when_it_changes(
    build: Command, check_pdf: Callable[[bytes], None]
) -> None:
    file = Path("out/open/bridge.pdf")
    ended = build()
    assert ended.code == 0, ended.err
    first = file.read_bytes()
    assert build("--set", "gap=12", "--json").json["written"]
    assert file.read_bytes() == first
    assert build("--set", "gap=12", "--json").json["unchanged"] == [str(file)]
    assert build("--set", "gap=20", "--json").json["written"]
    assert file.read_bytes() != first
    check_pdf(file.read_bytes())


@pytest.mark.parametrize(
    ("said", "message", "hint"),
    [
        ("gap=21", "gap cannot be 21", "it can be a whole number from 4 to 20"),
        ("checkpoint=maybe", "checkpoint cannot be maybe", "it can be yes or no"),
        ("gapp=5", "no layout of this run has a parameter called gapp", "did you mean gap?"),
    ],
)
def test_what_cannot_be_set_is_said_and_nothing_is_printed(
    said: str, message: str, hint: str, build: Command
) -> None:
    ended = build("--set", said, "--json")
    assert ended.code == 1
    [problem] = ended.json["problems"]
    assert (problem["message"], problem["hint"], problem["file"]) == (message, hint, None)
    assert ended.json["written"] == []
    assert not Path("out/open").exists()


def test_what_another_layout_leaves_open_is_said_with_its_name(
    handouts: Command, layouts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.resources.libraries", _with(layouts))
    [problem] = handouts("bridge", "--layout", "card", "--set", "gap=5", "--json").json["problems"]
    assert problem["hint"] == "closer or open have it: name the layout"


def _with(folder: Path) -> Callable[..., tuple[Path, ...]]:
    root = Path(__file__).parents[2]

    def libraries(kind: str, beside: object = ()) -> tuple[Path, ...]:
        return (folder, root / kind) if kind == "layouts" else (Path("data"),)

    return libraries


def test_set_without_a_value_is_a_wrong_command(build: Command) -> None:
    ended = build("--set", "gap")
    assert ended.code == 2
    assert "write columns=1, not gap" in ended.err


def test_list_shows_what_layouts_leave_open(
    handouts: Command, layouts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handouts.resources.libraries", _with(layouts))
    said = " ".join(handouts("list", "bridge").out.split())
    assert "open --set gap=12 a whole number from 4 to 20 Points between the sections." in said
    offers = handouts("list", "bridge", "--json").json["parameters"]
    assert offers["closer"]["gap"]["default"] == "5"
    assert offers["open"]["checkpoint"] == {"default": "yes", "offer": "yes or no", "about": ""}


def test_explain_names_the_file_and_line_of_each_of_three_levels(
    handouts: Command, layouts: Path
) -> None:
    def explained(slot: str, *words: str) -> dict[str, tuple[str, int, str]]:
        found = handouts("explain", "own/closer.yaml", slot, "--json", *words).json["settings"]
        return {
            ".".join(each["path"]): (Path(each["file"]).name, each["line"], each["value"])
            for each in found
        }

    lines = (Path(__file__).parents[2] / "layouts" / "base.yaml").read_text("utf-8").splitlines()
    inks = explained("tokens.ink")
    assert inks == {"tokens.ink": ("base.yaml", lines.index('  ink: "#14181C"') + 1, "#14181C")}
    assert explained("tokens.section-gap") == {
        "tokens.section-gap": ("open.yaml", 7, "5"),
        "fit.1.tokens.section-gap": explained("fit.1.tokens")["fit.1.tokens.section-gap"],
    }
    assert explained("gap.default") == {"parameters.gap.default": ("closer.yaml", 4, "5")}
    assert explained("gap.most") == {"parameters.gap.most": ("open.yaml", 5, "20")}
    assert explained("section-gap", "--set", "gap=7")["tokens.section-gap"][2] == "7"
    assert explained("checkpoint.when")["body.checkpoint.when"] == ("open.yaml", 9, "yes")
    assert explained("checkpoint.look")["body.checkpoint.look"][0] == "card.yaml"


def test_explain_names_the_parameter_that_a_value_is_made_of(
    handouts: Command, layouts: Path
) -> None:
    said = handouts("explain", "own/open.yaml", "tokens.section-gap").out
    assert "own/open.yaml:7: tokens.section-gap: 12 ($gap)\n" in said
    ended = handouts("explain", "own/open.yaml", "--set", "gpa=1")
    assert (ended.code, "did you mean gap?" in ended.err) == (2, True)


def test_pages_with_a_grid_lie_in_a_folder_of_their_own(
    build: Command, check_pdf: Callable[[bytes], None]
) -> None:
    plain, drawn = Path("out/open/bridge.pdf"), Path("out/grid/open/bridge.pdf")
    build()
    before = plain.read_bytes()
    assert build("--grid", "--json").json["written"]
    assert len(drawn.read_bytes()) > len(before)
    check_pdf(drawn.read_bytes())
    assert build("--grid", "--json").json["unchanged"]
    assert plain.read_bytes() == before
    assert build("--json").json["unchanged"]
