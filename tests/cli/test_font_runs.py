"""Fonts named on the command line and by brands: what they add, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pdf_walk
import pytest
from synthetic_font import write_font

from handouts.cli.fonts import usable_fonts
from handouts.model.brand import FontRef

Command = Callable[..., Any]

SQUAT = Path("data/exercises/dun.yaml")
TEXT = """\
exercise: 深蹲
execution:
  - 慢慢下蹲。
"""
CHARACTERS = "深蹲慢下。"


@pytest.fixture
def chinese(library: Path) -> Path:
    """An exercise in characters that the program's own fonts do not have."""
    SQUAT.write_text(TEXT, encoding="utf-8")
    return library


def run(handouts: Command, *words: str) -> Any:
    return handouts("build", "dun", "--data", "data", "--layout", "card", "--json", *words).json


def test_without_a_font_the_problem_says_how_to_name_one(chinese: Path, handouts: Command) -> None:
    said = run(handouts)
    assert not said["written"]
    assert {problem["code"] for problem in said["problems"]} == {"missing-character"}
    assert all("--font" in problem["hint"] for problem in said["problems"])
    assert said["problems"][0]["line"] == 1


def test_a_whole_script_that_is_missing_is_one_problem(chinese: Path, handouts: Command) -> None:
    SQUAT.write_text(TEXT.replace("慢慢下蹲。", "站立双脚分开与肩同宽慢慢下蹲。"), encoding="utf-8")
    [problem] = run(handouts)["problems"]
    assert "深" in problem["message"]
    assert "other characters" in problem["message"]


def test_with_a_font_it_prints(
    chinese: Path, handouts: Command, check_pdf: Callable[[bytes], None]
) -> None:
    write_font(Path("boxes.ttf"), CHARACTERS)
    said = run(handouts, "--font", "boxes.ttf")
    assert not said["problems"]
    data = Path("out/card/dun.pdf").read_bytes()
    check_pdf(data)
    assert "慢慢下蹲。" in pdf_walk.read(data).text


def test_a_font_is_part_of_what_a_file_is_made_from(chinese: Path, handouts: Command) -> None:
    write_font(Path("boxes.ttf"), CHARACTERS)
    assert run(handouts, "--font", "boxes.ttf")["written"]
    assert run(handouts, "--font", "boxes.ttf")["unchanged"]
    write_font(Path("boxes.ttf"), CHARACTERS, name="Others")
    assert run(handouts, "--font", "boxes.ttf")["written"]


def test_the_same_fonts_make_the_same_bytes(chinese: Path, handouts: Command) -> None:
    write_font(Path("boxes.ttf"), CHARACTERS)
    run(handouts, "--font", "boxes.ttf")
    first = Path("out/card/dun.pdf").read_bytes()
    run(handouts, "--font", "boxes.ttf", "--force")
    assert Path("out/card/dun.pdf").read_bytes() == first


def test_a_brand_names_fonts_beside_its_file(chinese: Path, handouts: Command) -> None:
    write_font(Path("boxes.ttf"), CHARACTERS)
    Path("brand.yaml").write_text("name: Mine\nfonts: boxes.ttf\n", encoding="utf-8")
    said = run(handouts, "--brand", "brand.yaml")
    assert said["written"]
    assert not said["problems"]


def test_a_brands_font_that_is_not_there_is_told_where_it_is_named(
    chinese: Path, handouts: Command
) -> None:
    write_font(Path("boxes.ttf"), CHARACTERS)
    Path("brand.yaml").write_text("name: Mine\nfonts: [boxes.ttf, boxs.ttf]\n", encoding="utf-8")
    [problem] = run(handouts, "--brand", "brand.yaml")["problems"]
    assert (problem["code"], problem["line"], problem["column"]) == ("font-missing", 2, 20)
    assert problem["hint"] == "did you mean boxes.ttf?"


def test_a_brands_font_that_may_not_be_embedded_is_told_where_it_is_named(
    chinese: Path, handouts: Command
) -> None:
    write_font(Path("boxes.ttf"), CHARACTERS, may=2)
    Path("brand.yaml").write_text("name: Mine\nfonts: boxes.ttf\n", encoding="utf-8")
    [problem] = run(handouts, "--brand", "brand.yaml")["problems"]
    assert (problem["code"], problem["line"], problem["column"]) == ("unusable-font", 2, 8)
    assert "may not be embedded" in problem["message"]


def test_a_font_that_cannot_be_used_stops_nothing_that_does_not_need_it(
    library: Path, handouts: Command
) -> None:
    Path("broken.ttf").write_bytes(b"nothing")
    words = ("build", "plank", "--data", "data", "--layout", "card", "--json")
    said = handouts(*words, "--font", "broken.ttf").json
    assert said["written"]
    [problem] = said["problems"]
    assert problem["code"] == "unusable-font"
    assert problem["message"] == "broken.ttf is no font, or not the whole of one"


@pytest.mark.parametrize("postscript", [False, True])
def test_a_damaged_font_is_a_problem_and_no_crash(postscript: bool, tmp_path: Path) -> None:
    path = write_font(tmp_path / "boxes.otf", CHARACTERS, postscript=postscript)
    whole = path.read_bytes()
    found: set[str] = set()
    for at in range(0, len(whole), 13):
        path.write_bytes(whole[:at] + b"\xf3" + whole[at + 1 :])
        usable, problems = usable_fonts([FontRef(path)])
        assert len(usable) + len(problems) == 1
        found.update(problem.code for problem in problems)
    assert found == {"unusable-font"}
