"""``check FILE.pdf``: finished files beside names and files of the library."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

Command = Callable[..., Any]


@pytest.fixture
def card(library: Path, handouts: Command) -> Path:
    """A card that has just been printed."""
    assert handouts("bridge", "--data", "data", "--layout", "card").code == 0
    return Path("out", "card", "bridge.pdf")


def _spoil(card: Path) -> None:
    with pikepdf.open(card, allow_overwriting_input=True) as pdf:
        del pdf.Root.Lang
        del pdf.Root.ViewerPreferences
        pdf.save(card)


def test_a_file_of_ours_passes(card: Path, handouts: Command) -> None:
    ended = handouts("check", str(card))
    assert (ended.code, ended.out) == (0, "1 PDF checked\n")


def test_what_is_wrong_is_said_of_the_file(card: Path, handouts: Command) -> None:
    _spoil(card)
    ended = handouts("check", str(card))
    assert ended.code == 1
    assert f"{card}: error: this file does not say which language it is in\n" in ended.out
    assert f"{card}: warning: readers show the name of the file" in ended.out
    assert "1 error, 1 warning\n1 PDF checked\n" in ended.out


def test_strict_makes_errors_of_warnings(card: Path, handouts: Command) -> None:
    _spoil(card)
    assert "2 errors\n" in handouts("check", str(card), "--strict").out


def test_json_has_the_page(card: Path, handouts: Command) -> None:
    said = handouts("check", str(card), "--json", "--layout", "card").json
    assert said["problems"] == []
    [checked] = said["checked"]
    assert (checked["file"], checked["pages"]) == (str(card), 1)
    assert checked["type_size"] >= 8.6
    large = card.with_name("large.pdf")
    card.rename(large)
    [problem] = handouts("check", str(large), "--json", "--layout", "large-print").json["problems"]
    assert (problem["code"], problem["page"], problem["line"]) == ("tiny-type", 1, None)


def test_the_floor_is_that_of_the_layout_whose_folder_a_file_is_in(
    card: Path, handouts: Command
) -> None:
    folder = Path("out", "large-print")
    folder.mkdir()
    moved = card.rename(folder / card.name)
    assert "= 18 points is the floor" in handouts("check", str(moved)).out


def test_files_and_names_are_checked_together(card: Path, handouts: Command) -> None:
    ended = handouts("check", str(card), "plank", "--data", "data", "--json")
    checked = ended.json["checked"]
    assert [each.get("file") or each["name"] for each in checked][:2] == [str(card), "plank"]


def test_a_file_that_is_not_there_ends_as_any_that_cannot_be_read(
    library: Path, handouts: Command
) -> None:
    ended = handouts("check", "no.pdf")
    assert ended.code == 3
    assert "no.pdf: error: cannot be read: no such file or directory" in ended.out


def test_many_files_are_looked_at_in_several_processes_and_told_in_their_order(
    card: Path, handouts: Command
) -> None:
    names = [str(card.with_name(f"{number}.pdf")) for number in range(5)]
    for name in names:
        Path(name).write_bytes(card.read_bytes())
    Path(names[3]).write_bytes(b"no PDF")
    alone, shared = (handouts("check", *names, "--json", "--jobs", jobs) for jobs in "12")
    assert [each["file"] for each in shared.json["checked"]] == names
    assert {each["file"] for each in shared.json["problems"]} == {names[3]}
    assert shared.json == alone.json
