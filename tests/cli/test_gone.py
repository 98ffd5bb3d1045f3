"""Files whose source has gone are told, and removed only when that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handouts.batch.settings import KEPT

Command = Callable[..., Any]

CLIENTS = "client,build\nAna,plank;bridge\nBo,plank\n"


@pytest.fixture
def built(library: Path, handouts: Command) -> None:
    """Two handouts, one of which has no source any more."""
    handouts("--data", "data")
    (library / "exercises" / "plank.yaml").unlink()


def _files() -> list[str]:
    files = (path.relative_to("out") for path in Path("out").rglob("*") if path.is_file())
    return sorted(file.as_posix() for file in files if file.parts[0] != KEPT)


def test_a_file_without_its_source_is_told_and_stays(built: None, handouts: Command) -> None:
    said = handouts("--data", "data")
    assert said.code == 0
    assert "out/card/plank.pdf has lost its source; --prune removes it" in said.out.splitlines()
    assert handouts("--data", "data", "--json").json["gone"] == ["out/card/plank.pdf"]
    assert _files() == ["card/bridge.pdf", "card/plank.pdf"]


def test_it_is_removed_when_that_is_asked_for(built: None, handouts: Command) -> None:
    said = handouts("--data", "data", "--prune")
    assert "out/card/plank.pdf is removed" in said.out.splitlines()
    assert _files() == ["card/bridge.pdf"]
    after = handouts("--data", "data", "--prune", "--json").json
    assert (after["gone"], after["pruned"]) == ([], [])


def test_its_pictures_and_its_folder_go_with_it(library: Path, handouts: Command) -> None:
    handouts("plank", "--data", "data", "--png", "36", "--client", "Ana")
    (library / "exercises" / "plank.yaml").unlink()
    said = handouts("bridge", "--data", "data", "--prune", "--json").json
    assert said["pruned"] == ["out/Ana/card/plank.pdf"]
    assert _files() == ["card/bridge.pdf"]
    assert not Path("out/Ana/card").exists()


def test_what_somebody_else_put_there_stays(built: None, handouts: Command) -> None:
    Path("out/card/plank.pdf").write_bytes(b"mine")
    Path("out/card/other.pdf").write_bytes(b"mine too")
    said = handouts("--data", "data", "--prune", "--json").json
    assert said["pruned"] == []
    assert _files() == ["card/bridge.pdf", "card/other.pdf", "card/plank.pdf"]
    assert handouts("--data", "data", "--json").json["gone"] == []


def test_a_library_that_is_not_there_has_not_gone(
    library: Path, handouts: Command, tmp_path: Path
) -> None:
    handouts("--data", "data")
    library.rename(tmp_path / "unplugged")
    (tmp_path / "other" / "exercises").mkdir(parents=True)
    assert handouts("--data", "other", "--prune", "--json").json["pruned"] == []
    assert _files() == ["card/bridge.pdf", "card/plank.pdf"]


def test_what_another_run_asked_for_has_not_gone(library: Path, handouts: Command) -> None:
    handouts("--data", "data", "--layout", "handout")
    handouts("plank", "--data", "data", "--client", "Ana")
    said = handouts("--data", "data", "--layout", "card", "--prune", "--json").json
    assert (said["gone"], said["pruned"]) == ([], [])


def test_a_layout_that_has_gone_takes_its_files_with_it(library: Path, handouts: Command) -> None:
    own = Path("bold.yaml")
    own.write_text("layout: bold\nextends: card\n", encoding="utf-8")
    handouts("plank", "--data", "data", "--layout", "bold.yaml")
    own.unlink()
    assert handouts("--data", "data", "--json").json["gone"] == ["out/bold/plank.pdf"]


@pytest.fixture
def for_clients(library: Path, handouts: Command) -> Callable[..., list[str]]:
    """Build for a list, then for what became of it; give what is gone."""

    def run(after: str, *words: str) -> list[str]:
        file = Path("clients.csv")
        for text in (CLIENTS, after):
            file.write_text(text, encoding="utf-8")
            said = handouts("--data", "data", "--clients", "clients.csv", "--json", *words)
        gone: list[str] = said.json["gone"]
        return gone

    return run


def test_a_client_who_left_the_list_is_gone(for_clients: Callable[..., list[str]]) -> None:
    assert for_clients("client,build\nAna,plank;bridge\n") == ["out/Bo/card/plank.pdf"]


def test_what_a_row_names_no_more_is_gone(for_clients: Callable[..., list[str]]) -> None:
    assert for_clients("client,build\nAna,bridge\nBo,plank\n") == ["out/Ana/card/plank.pdf"]


def test_a_row_that_names_nothing_gets_everything_still(
    for_clients: Callable[..., list[str]],
) -> None:
    assert for_clients("client,build\nAna,\nBo,plank\n") == []


def test_packs_and_single_sheets_of_a_list_leave_each_other_alone(
    for_clients: Callable[..., list[str]],
) -> None:
    for_clients(CLIENTS, "--pack")
    assert for_clients(CLIENTS) == []
    assert for_clients(CLIENTS, "--pack", "all") == []


@pytest.mark.parametrize(
    ("after", "words"),
    [
        ("client,build,goall\nAna,plank;bridge,\n", []),
        ("client,build\nAna,plank;bridge\nBo,plnk\n", []),
        ("client,build\nAna,plank;bridge\n", ["--client", "Ana"]),
        ("client,build\nAna,plank;bridge\n", ["plank"]),
    ],
)
def test_of_a_list_not_read_as_a_whole_nobody_is_gone(
    after: str, words: list[str], for_clients: Callable[..., list[str]]
) -> None:
    assert for_clients(after, *words) == []


def test_many_are_counted(library: Path, handouts: Command) -> None:
    plank = library / "exercises" / "plank.yaml"
    many = [plank.with_name(f"plank-{number}.yaml") for number in range(11)]
    for path in many:
        path.write_bytes(plank.read_bytes())
    handouts("--data", "data")
    for path in many:
        path.unlink()
    said = handouts("--data", "data").out.splitlines()
    assert said[0] == "11 handouts have lost their source; --prune removes them"
    assert handouts("--data", "data", "--prune").out.splitlines()[0] == "11 handouts are removed"
