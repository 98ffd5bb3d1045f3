"""Cells on sheets, from the command: what is said of items, clients, packs, what is unchanged."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

Command = Callable[..., Any]
Check = Callable[[bytes], None]

CUE = "  - Hold it there: Keep your ribs down, your neck long, and breathe as you count.\n"
CLIENTS = "client,build,note\nAna Pereira,bridge;plank,Slowly\nBo Lindqvist,plank,\n"
PARTS = "layout: parts\nextends: program\nn-up: 2\n"


@pytest.fixture
def pocket(library: Path, handouts: Command) -> Command:
    """Run a command line over bridge and plank in pocket cards; what it says is JSON."""
    return lambda *words: handouts(*words, "--data", "data", "--layout", "pocket", "--json")


def _lengthen(name: str, cues: int, tips: int = 0) -> None:
    """Give an exercise more cues, and tips."""
    path = Path("data", "exercises", f"{name}.yaml")
    last = "  - Come down slowly.\n"
    more = last + cues * CUE + ("tips:\n" + tips * CUE if tips else "")
    path.write_text(path.read_text("utf-8").replace(last, more), encoding="utf-8")


def test_what_is_left_out_is_said_of_the_item(pocket: Command, handouts: Command) -> None:
    _lengthen("bridge", 5, tips=4)
    (written,) = pocket().json["written"]
    assert written["names"] == ["bridge", "plank"]
    left_out = written["left_out_of"]["bridge"]
    assert "tips" in left_out and set(left_out) <= set(written["left_out"])
    assert "tips" not in written["left_out_of"].get("plank", [])
    said = handouts("--data", "data", "--layout", "pocket").out.splitlines()
    assert f"out/pocket/pocket.pdf leaves out {', '.join(left_out)} of bridge" in said


def test_a_pack_says_whose_card_leaves_out_what(library: Path, handouts: Command) -> None:
    _lengthen("plank", 12, tips=12)
    ended = handouts("--data", "data", "--layout", "card", "--pack", "--json")
    (written,) = ended.json["written"]
    assert written["left_out_of"] == {"plank": written["left_out"]}
    assert "tips" in written["left_out"]


def test_what_is_too_long_for_its_cell_is_named_and_larger_cells_are_offered(
    pocket: Command,
) -> None:
    _lengthen("bridge", 60)
    ended = pocket("--set", "n-up=4")
    assert ended.code == 1
    (problem,) = ended.json["problems"]
    assert problem["code"] == "too-long"
    assert problem["message"].startswith("Bridge is too long for ")
    assert problem["hint"] == "shorten it, or choose fewer to a sheet: --set n-up=2"
    (problem,) = pocket("--set", "n-up=2").json["problems"]
    assert problem["hint"] == "shorten it, or choose a layout with larger cells"


def test_each_client_has_sheets_of_cells_and_nothing_is_set_twice(
    pocket: Command, check_pdf: Check
) -> None:
    Path("clients.csv").write_text(CLIENTS, encoding="utf-8")
    words = ("--clients", "clients.csv", "--grey", "--png", "40")
    written = {each["file"]: each["names"] for each in pocket(*words).json["written"]}
    assert written == {
        "out/Ana-Pereira/pocket/pocket.pdf": ["bridge", "plank"],
        "out/Bo-Lindqvist/pocket/pocket.pdf": ["plank"],
    }
    for file in written:
        check_pdf(Path(file).read_bytes())
        assert Path(file).with_name("pocket-1.png").is_file()
    assert "Ana" not in _text(Path("out/Bo-Lindqvist/pocket/pocket.pdf"))
    again = pocket(*words).json
    assert again["written"] == [] and len(again["unchanged"]) == 2


def test_a_pack_of_cells_and_cards_has_all_titles_in_its_outline(
    library: Path, handouts: Command, check_pdf: Check
) -> None:
    words = ("--data", "data", "--layout", "pocket", "--layout", "card", "--pack", "--json")
    (written,) = handouts(*words).json["written"]
    data = Path(written["file"]).read_bytes()
    check_pdf(data)
    pdf = pypdfium2.PdfDocument(data)
    titles = [(entry.level, entry.get_title()) for entry in pdf.get_toc()]
    assert titles[:3] == [(0, "Bridge, Plank"), (1, "Bridge"), (1, "Plank")]
    assert {(0, "Bridge"), (0, "Plank")} <= set(titles[3:])


def test_backs_over_a_level_edge_are_printed_head_down(pocket: Command) -> None:
    for edge, turned in (("long edge", 0), ("short edge", 180)):
        (written,) = pocket("--set", f"backs={edge}").json["written"]
        pdf = pypdfium2.PdfDocument(written["file"])
        assert [page.get_rotation() for page in pdf] == [0, turned]


def test_a_layout_of_several_parts_says_that_they_stand_in_no_cells(
    library: Path, handouts: Command
) -> None:
    folder = Path("data", "programs")
    folder.mkdir()
    weeks = "program: Eight\nweeks: 2\nwork: [{exercise: bridge, sets: 3, reps: 5}]\n"
    (folder / "eight.yaml").write_text(weeks, encoding="utf-8")
    Path("parts.yaml").write_text(PARTS, encoding="utf-8")
    ended = handouts("eight", "--data", "data", "--layout", "./parts.yaml", "--json")
    (problem,) = ended.json["problems"]
    assert (problem["code"], problem["line"]) == ("sheet-cells", 3)
    assert "program-weeks" in problem["message"] and not ended.json["written"]


def _text(file: Path) -> str:
    pdf = pypdfium2.PdfDocument(file)
    return " ".join(page.get_textpage().get_text_bounded() for page in pdf)
