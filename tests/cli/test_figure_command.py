"""``handouts figure``: a figure alone, and what looks wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from posing import PUSH_UP

from handouts.batch.changes import INTERVAL, Polling

Command = Callable[..., Any]

ALONE = "figure:" + PUSH_UP.replace("\n", "\n  ")


@pytest.fixture
def pose(library: Path) -> Path:
    """A file that holds a figure and nothing else, in the current folder."""
    path = library.parent / "press.yaml"
    path.write_text(ALONE, encoding="utf-8")
    return path


def _add(library: Path, name: str, text: str) -> None:
    path = library / "exercises" / f"{name}.yaml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def _replace(pose: Path, old: str, new: str) -> None:
    text = pose.read_text(encoding="utf-8")
    assert old in text
    pose.write_text(text.replace(old, new), encoding="utf-8")


def _page(file: str) -> Any:
    (page,) = pypdfium2.PdfDocument(Path(file))
    return page


def test_a_figure_is_printed_alone_on_a_page_cut_to_it(
    pose: Path, handouts: Command, check_pdf: Callable[[bytes], None]
) -> None:
    ended = handouts("figure", "press.yaml")
    assert (ended.code, ended.out, ended.err) == (0, "out/figure/press.pdf\n", "")
    check_pdf(Path("out/figure/press.pdf").read_bytes())
    page = _page("out/figure/press.pdf")
    text = page.get_textpage().get_text_range()
    assert text.split() == ["Arms", "straight", "Chest", "down"]
    width, height = page.get_size()
    left, _, right, top = page.get_bbox()
    assert left >= 0 and right <= width and top <= height
    assert height < 200 < width < 600


def test_the_figure_of_an_exercise_is_found_by_its_name(library: Path, handouts: Command) -> None:
    _add(library, "plank", ALONE)
    ended = handouts("figure", "plank", "--data", "data", "--out", "there")
    assert (ended.code, ended.out) == (0, "there/figure/plank.pdf\n")
    document = pypdfium2.PdfDocument(Path("there/figure/plank.pdf"))
    assert document.get_metadata_dict()["Title"] == "Plank"


def test_the_rest_of_the_file_may_be_unfinished(library: Path, handouts: Command) -> None:
    _add(library, "plank", "level: someday\nsafty: x\n" + ALONE)
    assert handouts("plank", "--data", "data").code == 1
    assert handouts("figure", "plank", "--data", "data").code == 0


def test_a_figure_is_drawn_though_yaml_breaks_off_elsewhere(pose: Path, handouts: Command) -> None:
    _replace(pose, "figure:", "tips: [one\nfigure:")
    ended = handouts("figure", "press.yaml")
    assert ended.code == 1
    assert ended.out == "out/figure/press.pdf\n"
    assert "press.yaml:1:7: error" in ended.err


def test_a_picture_lies_beside_the_page(pose: Path, handouts: Command) -> None:
    ended = handouts("figure", "press.yaml", "--png", "72")
    assert ended.out.splitlines() == ["out/figure/press.pdf", "out/figure/press.png"]
    width, height = _page("out/figure/press.pdf").get_size()
    with Image.open("out/figure/press.png") as picture:
        assert picture.size == pytest.approx((width, height), abs=1)


def test_what_looks_wrong_is_a_warning_in_its_place(pose: Path, handouts: Command) -> None:
    _replace(pose, "elbow: 105", "elbow: 160")
    ended = handouts("figure", "press.yaml")
    assert (ended.code, ended.out) == (0, "out/figure/press.pdf\n")
    assert "press.yaml:6:29: warning: elbow: 160 is past its range" in ended.err
    assert ended.err.endswith("1 warning\n")


def test_a_pose_that_cannot_be_read_is_an_error_in_its_place(pose: Path, handouts: Command) -> None:
    _replace(pose, "stance: plank", "stance: plonk")
    ended = handouts("figure", "press.yaml", "--json")
    assert ended.code == 1
    assert ended.json["written"] == []
    (problem,) = ended.json["problems"]
    assert (problem["line"], problem["column"], problem["code"]) == (5, 40, "unknown-word")
    assert not Path("out/figure").exists()


def test_json_says_what_was_written(pose: Path, handouts: Command) -> None:
    ended = handouts("figure", "press.yaml", "--json")
    assert ended.json == {
        "written": [{"file": "out/figure/press.pdf"}],
        "unchanged": [],
        "problems": [],
    }


@pytest.mark.parametrize("text", ["figure:\n", "exercise: Squat\n", "- figure\n"])
def test_a_file_without_a_figure_says_so(text: str, pose: Path, handouts: Command) -> None:
    pose.write_text(text, encoding="utf-8")
    ended = handouts("figure", "press.yaml")
    assert ended.code == 1
    assert "press.yaml:1:1: error: there is no figure in this file" in ended.err


def test_a_name_that_is_not_there_is_a_problem_with_a_guess(
    library: Path, handouts: Command
) -> None:
    ended = handouts("figure", "plnk", "--data", "data")
    assert ended.code == 1
    assert "did you mean plank" in ended.err


def test_a_character_that_no_font_has_is_a_problem_in_its_place(
    pose: Path, handouts: Command
) -> None:
    _replace(pose, "Chest down", "Chest 蹲")
    ended = handouts("figure", "press.yaml")
    assert ended.code == 1
    assert "press.yaml:6:23: error: no font has 蹲" in ended.err


def test_a_folder_that_cannot_be_made_ends_with_the_code_of_the_disk(
    pose: Path, handouts: Command
) -> None:
    Path("taken").write_text("", encoding="utf-8")
    ended = handouts("figure", "press.yaml", "--out", "taken")
    assert ended.code == 3
    assert "cannot be written" in ended.err


@pytest.mark.parametrize(("style", "grey"), [("colour", False), ("grey", True), ("outline", True)])
def test_only_the_colour_style_has_colour(
    style: str, grey: bool, pose: Path, handouts: Command
) -> None:
    assert handouts("figure", "press.yaml", "--style", style).code == 0
    red, green, blue = _page("out/figure/press.pdf").render().to_pil().convert("RGB").split()
    assert (red.tobytes() == green.tobytes() == blue.tobytes()) is grey


def test_every_skin_looks_different(pose: Path, handouts: Command) -> None:
    skins = ("plain", "light", "medium", "dark")
    for skin in skins:
        assert handouts("figure", "press.yaml", "--skin", skin, "--out", skin).code == 0
    assert len({Path(skin, "figure/press.pdf").read_bytes() for skin in skins}) == len(skins)


def test_a_figure_once_drawn_is_not_drawn_again_for_its_card(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(library, "plank", ALONE)
    assert handouts("figure", "plank", "--data", "data").code == 0

    def refuse(_: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr("handouts.figure.draw.draw", refuse)
    ended = handouts("plank", "--data", "data")
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("option", ["--pack", "--grid", "--as=press"])
def test_a_figure_takes_no_option_that_does_nothing(
    option: str, pose: Path, handouts: Command
) -> None:
    ended = handouts("figure", "press.yaml", option)
    assert ended.code == 2
    assert f"there is no option {option.partition('=')[0]}" in ended.err


def test_a_figure_is_drawn_again_as_its_file_changes(
    pose: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[bytes] = []
    edits = iter([("elbow: 105", "elbow: 90"), ("stance: plank", "stance: plonk")])

    def sleep(seconds: float) -> None:
        if seconds != INTERVAL:
            return  # it only waits for the rest of a change
        drawn.append(Path("out/figure/press.pdf").read_bytes())
        edit = next(edits, None)
        if edit is None:
            raise KeyboardInterrupt
        _replace(pose, *edit)

    monkeypatch.setattr("handouts.cli.figure.Polling", lambda: Polling(sleep))
    ended = handouts("figure", "press.yaml", "--watch")
    assert ended.code == 130
    assert ended.out == "out/figure/press.pdf\n" * 2
    assert ended.err.endswith("1 error\n")
    assert "plonk" in ended.err
    first, second, third = drawn
    assert first != second == third
