"""Programs on the command line: booklets, excerpts of them, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

Command = Callable[..., Any]
Check = Callable[[bytes], None]

PROGRAM = """\
program: Strong Again
weeks: 4
cards: true
stop_if: [You feel sharp pain.]
sessions:
  - session: Upper
    days: [Mon]
    work:
      - {exercise: plank, sets: {1: 11, 2: 12, 3: 13, 4: 14}, reps: 5}
  - session: Lower
    days: [Thu]
    work:
      - {exercise: bridge, sets: {1: 21, 2: 22, 3: 23, 4: 24}, reps: 5}
"""
HOME = """\
program: At Home
work:
  - {exercise: bridge, sets: 2, reps: 8}
"""


@pytest.fixture
def gym(library: Path) -> Path:
    """The library with a program of four weeks and one for home."""
    programs = library / "programs"
    programs.mkdir()
    (programs / "strong.yaml").write_text(PROGRAM, encoding="utf-8")
    (programs / "home.yaml").write_text(HOME, encoding="utf-8")
    return library


def _texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def _files() -> list[str]:
    return sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.pdf"))


def test_with_no_words_exercises_and_programs_are_built(
    gym: Path, handouts: Command, check_pdf: Check
) -> None:
    ended = handouts("--data", str(gym), "--json")
    assert ended.code == 0
    assert _files() == [
        "card/bridge.pdf",
        "card/plank.pdf",
        "home/home.pdf",
        "program/strong.pdf",
    ]
    assert [each["kind"] for each in ended.json["written"]] == ["exercise"] * 2 + ["program"] * 2
    for file in _files():
        check_pdf(Path("out", file).read_bytes())


def test_a_booklet_ends_with_the_cards_of_its_exercises(gym: Path, handouts: Command) -> None:
    handouts("strong", "bridge", "--data", str(gym))
    *_, plank, bridge = _texts(Path("out/program/strong.pdf"))
    assert "Plank" in plank
    (alone,) = _texts(Path("out/card/bridge.pdf"))
    assert "Press up. Lift your hips." in alone
    assert "Press up. Lift your hips." in bridge


def test_a_library_can_be_built_in_a_layout_for_one_kind(gym: Path, handouts: Command) -> None:
    assert handouts("--data", str(gym), "--layout", "program").code == 0
    assert handouts("--data", str(gym), "--layout", "card").code == 0
    ended = handouts("strong", "--data", str(gym), "--layout", "card")
    assert ended.code == 1
    assert "none of the layouts is made for strong" in ended.err


@pytest.mark.parametrize(
    ("weeks", "there"),
    [("2", [12]), ("1-2", [11, 12]), ("1-2,4", [11, 12, 14]), ("4, 1", [11, 14])],
)
def test_some_weeks_can_be_chosen(
    gym: Path, handouts: Command, weeks: str, there: list[int]
) -> None:
    ended = handouts("strong", "--data", str(gym), "--weeks", weeks, "--layout", "program-log")
    assert ended.code == 0, ended.err
    text = " ".join(_texts(Path("out/program-log/strong.pdf")))
    assert [number for number in (11, 12, 13, 14) if f"{number} × 5" in text] == there


def test_one_session_can_be_chosen_whatever_the_capitals(gym: Path, handouts: Command) -> None:
    words = ("strong", "--data", str(gym), "--session", "lower", "--layout", "program-log")
    assert handouts(*words).code == 0
    text = " ".join(_texts(Path("out/program-log/strong.pdf")))
    assert "21 × 5" in text
    assert "11 × 5" not in text


def test_weeks_that_a_program_does_not_have_are_a_problem(gym: Path, handouts: Command) -> None:
    ended = handouts("strong", "bridge", "--data", str(gym), "--weeks", "3-6", "--json")
    assert ended.code == 1
    (problem,) = ended.json["problems"]
    assert problem["message"] == "Strong Again has no weeks 5-6"
    assert problem["hint"] == "it has weeks 1-4"
    assert (problem["file"], problem["line"]) == ("data/programs/strong.yaml", 2)
    assert _files() == ["card/bridge.pdf"]


def test_a_session_that_a_program_does_not_have_is_a_problem(gym: Path, handouts: Command) -> None:
    ended = handouts("check", "strong", "--data", str(gym), "--session", "Middle", "--json")
    assert ended.code == 1
    (problem,) = (each for each in ended.json["problems"] if each["severity"] == "error")
    assert problem["code"] == "unknown-session"
    assert problem["hint"] == "its sessions are Upper or Lower"


@pytest.mark.parametrize("weeks", ["0", "a", "4-2", "1;2", ""])
def test_weeks_that_cannot_be_read_are_a_wrong_command(
    gym: Path, handouts: Command, weeks: str
) -> None:
    ended = handouts("strong", "--data", str(gym), "--weeks", weeks)
    assert ended.code == 2
    assert "--weeks" in ended.err


def test_a_home_program_has_no_weeks_to_choose_from(gym: Path, handouts: Command) -> None:
    assert handouts("home", "--data", str(gym), "--weeks", "2").code == 0


def test_a_program_that_does_not_work_out_is_not_written(gym: Path, handouts: Command) -> None:
    text = PROGRAM.replace("4: 14}", "5: 14}")
    (gym / "programs" / "strong.yaml").write_text(text, encoding="utf-8")
    for command in ("build", "check"):
        ended = handouts(command, "strong", "--data", str(gym), "--json")
        assert ended.code == 1
        assert {each["line"] for each in ended.json["problems"]} == {9}
    assert not Path("out").exists()


def test_a_program_names_only_exercises_that_are_there(gym: Path, handouts: Command) -> None:
    text = PROGRAM.replace("exercise: plank", "exercise: plnk")
    (gym / "programs" / "strong.yaml").write_text(text, encoding="utf-8")
    ended = handouts("strong", "--data", str(gym))
    assert ended.code == 1
    assert "did you mean plank?" in ended.err


def test_list_shows_programs_with_their_layouts(gym: Path, handouts: Command) -> None:
    listed = handouts("list", "strong", "--data", str(gym), "--json").json["items"]
    assert [(each["kind"], each["title"]) for each in listed] == [("program", "Strong Again")]
    assert "program" in listed[0]["layouts"]
    assert "card" not in listed[0]["layouts"]


def test_explain_works_for_layouts_of_programs(handouts: Command) -> None:
    ended = handouts("explain", "program", "parts")
    assert ended.code == 0
    assert "program-overview" in ended.out


def test_a_character_that_no_font_has_is_told_in_the_file_it_stands_in(
    gym: Path, handouts: Command
) -> None:
    bridge = gym / "exercises" / "bridge.yaml"
    text = bridge.read_text(encoding="utf-8") + "checkpoint: Hips up 🏋\n"
    bridge.write_text(text, encoding="utf-8")
    ended = handouts("strong", "--data", str(gym), "--json")
    assert ended.code == 1
    places = [(each["code"], each["file"], each["line"]) for each in ended.json["problems"]]
    assert places == [("missing-character", "data/exercises/bridge.yaml", 11)]
