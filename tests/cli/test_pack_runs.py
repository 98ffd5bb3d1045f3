"""Packs: one file to print for each client, or one for all of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

Command = Callable[..., Any]
Check = Callable[[bytes], None]

OWN = {
    "Ana Pereira": ("Ana Pereira", "Careful with the left knee"),
    "Bo Lindqvist": ("Bo Lindqvist", "Breathe out on the way up", "72.5"),
}


def _pages(path: str) -> list[str]:
    document = pypdfium2.PdfDocument(Path(path).read_bytes())
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def _outline(path: str) -> list[tuple[int, str]]:
    document = pypdfium2.PdfDocument(Path(path).read_bytes())
    try:
        return [(each.level, each.get_title()) for each in document.get_toc()]
    finally:
        document.close()


def _said(path: str) -> set[str]:
    """Whose names, notes and loads a file holds, in its text, its outline and its metadata."""
    with pikepdf.open(path) as document:
        about = [str(value) for value in document.docinfo.values()]
        about.append(document.Root.Metadata.read_bytes().decode())
    whole = " ".join([*_pages(path), *(title for _, title in _outline(path)), *about])
    return {client for client, words in OWN.items() if any(word in whole for word in words)}


@pytest.fixture
def build(clinic: Path, handouts: Command) -> Command:
    """Build for the clients of the clinic."""
    return lambda *words: handouts("--data", str(clinic), "--clients", "clients.csv", *words)


def test_each_client_has_one_file_in_place_of_several(build: Command, check_pdf: Check) -> None:
    ended = build("--pack", "--json")
    assert ended.code == 0, ended.json
    packs = sorted(path.as_posix() for path in Path("out").rglob("*.pdf"))
    assert packs == ["out/Ana-Pereira/pack.pdf", "out/Bo-Lindqvist/pack.pdf"]
    ana, bo = ended.json["written"]
    assert (ana["name"], ana["layout"], ana["client"]) == ("bridge", "card", "Ana Pereira")
    assert (bo["names"], bo["layouts"]) == (["plank", "eight"], ["card", "program"])
    assert (bo["kind"], bo["client"]) == ("pack", "Bo Lindqvist")
    for path in packs:
        check_pdf(Path(path).read_bytes())


def test_nothing_of_one_client_shows_in_anothers_pack(build: Command) -> None:
    build("--pack")
    assert _said("out/Ana-Pereira/pack.pdf") == {"Ana Pereira"}
    assert _said("out/Bo-Lindqvist/pack.pdf") == {"Bo Lindqvist"}


def test_one_pack_for_all_goes_client_by_client(build: Command, check_pdf: Check) -> None:
    ended = build("--pack", "all", "--json")
    assert [each["client"] for each in ended.json["written"]] == [None]
    data = Path("out/pack.pdf").read_bytes()
    check_pdf(data)
    titles = [each for each in _outline("out/pack.pdf") if each[0] < 2]
    assert titles == [
        (0, "Ana Pereira"),
        (1, "Bridge"),
        (0, "Bo Lindqvist"),
        (1, "Plank"),
        (1, "Eight"),
    ]


def test_each_client_begins_a_fresh_sheet(build: Command) -> None:
    build("--pack", "all")
    pages = _pages("out/pack.pdf")
    assert "Ana Pereira" in pages[0] and "Bridge" in pages[0]
    assert pages[1] == pages[3] == ""
    assert "Bo Lindqvist" in pages[2] and "Plank" in pages[2]
    assert "Eight" in pages[4] and "Page 1 of" in pages[4]
    assert len(pages) % 2 == 0


def test_a_pack_is_the_same_whoever_else_is_on_the_list_and_however_many_processes_work(
    build: Command,
) -> None:
    build("--pack", "--out", "all", "--jobs", "2")
    build("--pack", "--out", "one", "--client", "Bo Lindqvist", "--jobs", "1")
    pack = Path("Bo-Lindqvist", "pack.pdf")
    assert Path("one", pack).read_bytes() == Path("all", pack).read_bytes()


def test_a_pack_is_whole_or_there_is_none(clinic: Path, build: Command) -> None:
    text = "client;build\nAna Pereira;bridge,eight\nBo Lindqvist;plank\n"
    Path("clients.csv").write_text(text, encoding="utf-8")
    ended = build("--pack", "--json")
    assert ended.code == 1
    assert [each["code"] for each in ended.json["problems"]] == ["missing-maximum"]
    assert [each["client"] for each in ended.json["written"]] == ["Bo Lindqvist"]
    assert not Path("out/Ana-Pereira").exists()


def test_a_pack_that_is_up_to_date_is_not_made_again(build: Command) -> None:
    build("--pack", "all")
    assert build("--pack", "all", "--json").json["unchanged"] == ["out/pack.pdf"]
    text = Path("clients.csv").read_text(encoding="utf-8")
    Path("clients.csv").write_text(text.replace("left knee", "right knee"), encoding="utf-8")
    assert len(build("--pack", "all", "--json").json["written"]) == 1
    assert "right knee" in _pages("out/pack.pdf")[0]


def test_whatever_is_asked_for_can_be_packed_without_clients(
    clinic: Path, handouts: Command
) -> None:
    assert handouts("bridge", "plank", "--data", str(clinic), "--pack").code == 0
    assert [title for level, title in _outline("out/pack.pdf") if level == 0] == ["Bridge", "Plank"]


def test_a_name_after_pack_is_a_wrong_command_that_says_where_names_go(build: Command) -> None:
    ended = build("--pack", "plank")
    assert ended.code == 2
    assert "names of handouts go before --pack" in ended.err
