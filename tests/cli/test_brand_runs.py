"""Runs under brands: what each says of its sheets, and several of them in one run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from handouts import resources

Command = Callable[..., Any]
Check = Callable[[bytes], None]


def _brand(name: str, *lines: str) -> str:
    file = f"{name.rsplit(maxsplit=1)[-1].lower()}.yaml"
    Path(file).write_text("\n".join((f'name: "{name}"', *lines, "")), encoding="utf-8")
    return file


def _files() -> list[str]:
    return sorted(path.as_posix() for path in Path("out").rglob("*.pdf"))


def _first_page(path: str) -> tuple[str, tuple[int, int]]:
    """The text of a first page, and its size in points."""
    document = pypdfium2.PdfDocument(Path(path).read_bytes())
    try:
        said = " ".join(document[0].get_textpage().get_text_range().split())
        width, height = document[0].get_size()
        return said, (round(width), round(height))
    finally:
        document.close()


@pytest.fixture
def build(library: Path, handouts: Command) -> Command:
    """Build the plank under some brands."""
    return lambda *words: handouts("plank", "--data", str(library), *words)


def test_each_of_several_brands_has_a_folder_and_its_own_paper(
    build: Command, check_pdf: Check
) -> None:
    hill, clinic = _brand("Tarn Hill"), _brand("Clinic: North", "paper: a4")
    assert build("--brand", hill, "--brand", clinic).code == 0
    assert _files() == ["out/Clinic-North/card/plank.pdf", "out/Tarn-Hill/card/plank.pdf"]
    assert _first_page("out/Tarn-Hill/card/plank.pdf")[1] == (612, 792)
    said, size = _first_page("out/Clinic-North/card/plank.pdf")
    assert size == (595, 842)
    assert "Clinic: North" in said and "Tarn Hill" not in said
    for file in _files():
        check_pdf(Path(file).read_bytes())


def test_one_brand_needs_no_folder(build: Command) -> None:
    build("--brand", _brand("Hill"))
    assert _files() == ["out/card/plank.pdf"]


def test_each_client_has_a_folder_within_each_brands(build: Command) -> None:
    Path("clients.csv").write_text("client\nAna\n", encoding="utf-8")
    words = ("--brand", _brand("Hill"), "--brand", _brand("Clinic"), "--clients", "clients.csv")
    build(*words)
    assert _files() == ["out/Clinic/Ana/card/plank.pdf", "out/Hill/Ana/card/plank.pdf"]
    build(*words, "--pack", "all", "--out", "packs")
    assert Path("packs/Hill/pack.pdf").exists() and Path("packs/Clinic/pack.pdf").exists()


def test_the_same_brand_twice_is_one(build: Command) -> None:
    brand = _brand("Hill")
    assert build("--brand", brand, "--brand", brand).code == 0
    assert _files() == ["out/card/plank.pdf"]


def test_two_brands_never_share_a_folder(build: Command) -> None:
    Path("other.yaml").write_text("name: HILL\n", encoding="utf-8")
    ended = build("--brand", _brand("Hill"), "--brand", "other.yaml", "--json")
    assert ended.code == 1
    (problem,) = ended.json["problems"]
    assert (problem["code"], problem["file"], problem["line"]) == ("same-folder", "other.yaml", 1)
    assert _files() == ["out/Hill/card/plank.pdf"]


def test_a_brand_with_an_error_keeps_no_other_from_printing(build: Command) -> None:
    wrong = _brand("Pale", 'colours: {accent: "#CCCCCC"}')
    ended = build("--brand", wrong, "--brand", _brand("Hill"), "--json")
    assert ended.code == 1
    assert [each["code"] for each in ended.json["problems"]] == ["contrast"]
    assert _files() == ["out/Hill/card/plank.pdf"]


def test_a_brand_says_which_layouts_are_printed_when_none_is_named(build: Command) -> None:
    brand = _brand("Clinic", "layouts: handout")
    build("--brand", brand)
    assert _files() == ["out/handout/plank.pdf"]
    build("--brand", brand, "--layout", "card")
    assert _files() == ["out/card/plank.pdf", "out/handout/plank.pdf"]


def test_items_that_a_brands_layouts_are_not_made_for_have_their_usual_ones(
    clinic: Path, handouts: Command
) -> None:
    brand = _brand("Clinic", "layouts: handout")
    words = ("plank", "eight", "--data", str(clinic), "--max", "bridge=100kg")
    assert handouts(*words, "--brand", brand).code == 0
    assert _files() == ["out/handout/plank.pdf", "out/program/eight.pdf"]


def test_a_layout_that_is_not_there_is_told_in_the_brands_file(build: Command) -> None:
    ended = build("--brand", _brand("Clinic", "layouts: [handuot]"), "--json")
    assert ended.code == 1
    problem = ended.json["problems"][0]
    assert (problem["code"], problem["file"], problem["line"]) == (
        "unknown-layout",
        "clinic.yaml",
        2,
    )
    assert "handout" in problem["hint"]
    assert _files() == []


def test_a_language_without_labels_is_told_in_the_brands_file(build: Command) -> None:
    ended = build("--brand", _brand("Clinic", "language: xx"), "--json")
    assert ended.code == 1
    problem = ended.json["problems"][0]
    assert (problem["code"], problem["line"]) == ("unknown-language", 2)
    assert _files() == []


def test_a_brand_of_the_library_goes_by_its_name(library: Path, build: Command) -> None:
    (library / "brands").mkdir()
    Path(_brand("Hill")).rename(library / "brands" / "hill.yaml")
    assert build("--brand", "hill").code == 0
    assert "Hill" in _first_page("out/card/plank.pdf")[0]
    ended = build("--brand", "hlil")
    assert ended.code == 2
    assert "did you mean hill?" in ended.err


def test_the_website_is_printed_as_a_code_where_there_is_no_video(build: Command) -> None:
    words = ("--layout", "handout", "--brand", _brand("Clinic", "website: clinic.example"))
    build(*words)
    document = pypdfium2.PdfDocument(Path("out/handout/plank.pdf").read_bytes())
    assert "clinic.example" in document[1].get_textpage().get_text_range()
    document.close()


@pytest.mark.parametrize("grey", [(), ("--grey",)])
def test_the_brands_that_ship_print_every_kind_without_a_problem(
    grey: tuple[str, ...], handouts: Command, tmp_path: Path, check_pdf: Check
) -> None:
    files = sorted(Path(resources.root(), "data", "brands").glob("*.yaml"))
    assert len(files) == 2
    brands = [word for file in files for word in ("--brand", str(file))]
    items = ("plank", "hamstring-curl-ladder", "nordic-hamstring-ten-weeks")
    out = tmp_path / "out"
    ended = handouts(*items, *brands, *grey, "--out", str(out), "--json")
    assert (ended.code, ended.json["problems"]) == (0, [])
    assert len(ended.json["written"]) >= 2 * len(items)
    for path in out.rglob("*.pdf"):
        check_pdf(path.read_bytes())
