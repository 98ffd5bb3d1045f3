"""Runs for many clients: each gets what is meant for them, and nothing of anybody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

Command = Callable[..., Any]
Check = Callable[[bytes], None]


def _files(folder: str = "out") -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in Path(folder).rglob("*.pdf"))


def _text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path.read_bytes())
    try:
        said = " ".join(page.get_textpage().get_text_range() for page in document)
        return " ".join(said.split())
    finally:
        document.close()


def test_each_client_has_a_folder_with_what_is_meant_for_them(
    clinic: Path, handouts: Command, check_pdf: Check
) -> None:
    ended = handouts("--data", str(clinic), "--clients", "clients.csv", "--json")
    assert ended.code == 0, ended.json
    assert _files() == [
        "Ana-Pereira/card/bridge.pdf",
        "Bo-Lindqvist/card/plank.pdf",
        "Bo-Lindqvist/program/eight.pdf",
    ]
    assert [(each["client"], each["name"]) for each in ended.json["written"]] == [
        ("Ana Pereira", "bridge"),
        ("Bo Lindqvist", "plank"),
        ("Bo Lindqvist", "eight"),
    ]
    for file in _files():
        check_pdf(Path("out", file).read_bytes())


def test_nothing_of_one_client_shows_in_anothers_files(clinic: Path, handouts: Command) -> None:
    handouts("--data", str(clinic), "--clients", "clients.csv", "--jobs", "1")
    own = {
        "Ana-Pereira": ("Ana Pereira", "Careful with the left knee", "Sam"),
        "Bo-Lindqvist": ("Bo Lindqvist", "Breathe out on the way up", "72.5"),
    }
    for folder, said in own.items():
        theirs = " ".join(_text(path) for path in Path("out", folder).rglob("*.pdf"))
        assert [words for words in said if words not in theirs] == []
        for file in _files():
            if not file.startswith(folder):
                assert [words for words in said if words in _text(Path("out", file))] == []


def test_files_are_the_same_whoever_else_is_on_the_list(clinic: Path, handouts: Command) -> None:
    handouts("--data", str(clinic), "--clients", "clients.csv", "--out", "all")
    words = ("--data", str(clinic), "--clients", "clients.csv", "--client", "bo lindqvist")
    assert handouts(*words, "--out", "one").code == 0
    assert _files("one") == [file for file in _files("all") if file.startswith("Bo")]
    for file in _files("one"):
        assert Path("one", file).read_bytes() == Path("all", file).read_bytes()


def test_a_list_in_yaml_can_change_a_dose(clinic: Path, handouts: Command) -> None:
    rows = [
        "{client: Cy, build: bridge, doses: {bridge: {sets: 7}}}",
        "{client: Di, build: bridge}",
    ]
    Path("clients.yaml").write_text("".join(f"- {row}\n" for row in rows), encoding="utf-8")
    ended = handouts("bridge", "--data", str(clinic), "--clients", "clients.yaml")
    assert ended.code == 0
    assert "7 × 6–8" in _text(Path("out/Cy/card/bridge.pdf"))
    assert "7 × 6–8" not in _text(Path("out/Di/card/bridge.pdf"))


def test_what_a_row_leaves_open_the_command_line_says(clinic: Path, handouts: Command) -> None:
    words = ("--data", str(clinic), "--clients", "clients.csv", "--coach", "Robin Reyes")
    handouts(*words)
    assert "Robin Reyes" not in _text(Path("out/Ana-Pereira/card/bridge.pdf"))
    assert "Robin Reyes" in _text(Path("out/Bo-Lindqvist/card/plank.pdf"))


def test_who_has_no_build_gets_what_the_command_line_names(clinic: Path, handouts: Command) -> None:
    Path("clients.csv").write_text("client,build\nAna,plank\nBo,\n", encoding="utf-8")
    handouts("bridge", "--data", str(clinic), "--clients", "clients.csv")
    assert _files() == ["Ana/card/plank.pdf", "Bo/card/bridge.pdf"]


def test_a_wrong_row_is_a_problem_in_its_place_and_the_others_are_built(
    clinic: Path, handouts: Command
) -> None:
    text = "client;build;1rm bridge\nAna;bridge;100\nBo;plank;\nCy;plnk;\n"
    Path("clients.csv").write_text(text, encoding="utf-8")
    ended = handouts("--data", str(clinic), "--clients", "clients.csv", "--json")
    assert ended.code == 1
    places = [
        (each["code"], each["file"], each["line"], each["column"])
        for each in ended.json["problems"]
    ]
    assert places == [
        ("dose-unit", "clients.csv", 2, 12),
        ("unknown-name", "clients.csv", 4, 4),
    ]
    assert _files() == ["Bo/card/plank.pdf"]


def test_a_goal_that_an_exercise_does_not_have_is_told_where_it_was_written(
    clinic: Path, handouts: Command
) -> None:
    Path("clients.csv").write_text("client,build,goal\nAna,plank,strenth\n", encoding="utf-8")
    ended = handouts("--data", str(clinic), "--clients", "clients.csv", "--json")
    (problem,) = ended.json["problems"]
    assert (problem["code"], problem["hint"]) == ("unknown-goal", "did you mean strength?")
    assert (problem["file"], problem["line"], problem["column"]) == ("clients.csv", 2, 11)


@pytest.mark.parametrize("nobody", ["", "  "])
def test_a_client_without_a_name_on_the_command_line_is_nobody(
    nobody: str, clinic: Path, handouts: Command
) -> None:
    ended = handouts("plank", "--data", str(clinic), "--client", nobody, "--note", "", "--json")
    (written,) = ended.json["written"]
    assert (written["file"], written["client"]) == ("out/card/plank.pdf", None)


def test_a_language_without_labels_is_a_problem_that_names_those_there_are(
    clinic: Path, handouts: Command
) -> None:
    Path("clients.csv").write_text("client,build,lang\nAna,plank,xx\n", encoding="utf-8")
    ended = handouts("--data", str(clinic), "--clients", "clients.csv", "--json")
    assert ended.code == 1
    (problem,) = ended.json["problems"]
    assert (problem["code"], problem["line"], problem["column"]) == ("unknown-language", 2, 11)
    assert "en" in problem["hint"]


def test_a_client_who_is_not_on_the_list_is_a_problem_with_a_guess(
    clinic: Path, handouts: Command
) -> None:
    words = ("--data", str(clinic), "--clients", "clients.csv", "--client", "Ana Perera")
    ended = handouts(*words)
    assert ended.code == 1
    assert "did you mean Ana Pereira?" in ended.err
    assert not Path("out").exists()


def test_a_percentage_without_a_maximum_is_not_printed_for_a_client(
    clinic: Path, handouts: Command
) -> None:
    ended = handouts("eight", "--data", str(clinic), "--client", "Cy", "--json")
    assert ended.code == 1
    assert ended.json["problems"][0]["file"] == "data/programs/eight.yaml"
    assert ended.json["written"] == []


def test_a_maximum_can_be_given_on_the_command_line(clinic: Path, handouts: Command) -> None:
    words = ("eight", "--data", str(clinic), "--client", "Cy", "--max", "bridge=100kg")
    assert handouts(*words).code == 0
    assert "80" in _text(Path("out/Cy/program/eight.pdf"))


@pytest.mark.parametrize("said", ["bridge", "bridge=", "=100kg", "bridge=100", "bridge=heavy"])
def test_a_maximum_that_cannot_be_read_is_a_wrong_command(
    clinic: Path, handouts: Command, said: str
) -> None:
    ended = handouts("eight", "--data", str(clinic), "--max", said)
    assert ended.code == 2
    assert "--max" in ended.err


def test_a_bare_maximum_is_told_both_units(clinic: Path, handouts: Command) -> None:
    ended = handouts("eight", "--data", str(clinic), "--max", "bridge=100")
    assert "100 kg or 100 lb" in ended.err


def test_check_looks_at_every_client(clinic: Path, handouts: Command) -> None:
    ended = handouts("check", "--data", str(clinic), "--clients", "clients.csv", "--json")
    assert ended.code == 0
    assert [each["client"] for each in ended.json["checked"]] == [
        "Ana Pereira",
        "Bo Lindqvist",
        "Bo Lindqvist",
    ]


def test_a_file_of_clients_that_is_not_there_is_a_wrong_command(
    clinic: Path, handouts: Command
) -> None:
    assert handouts("--data", str(clinic), "--clients", "nobody.csv").code == 2


def test_a_character_that_no_font_has_is_told_in_its_cell(clinic: Path, handouts: Command) -> None:
    text = "client,build,note\nAna,plank,\nBo,plank,Lift 🏋 it\n"
    Path("clients.csv").write_text(text, encoding="utf-8")
    ended = handouts("--data", str(clinic), "--clients", "clients.csv", "--json")
    (problem,) = ended.json["problems"]
    assert (problem["code"], problem["file"]) == ("missing-character", "clients.csv")
    assert (problem["line"], problem["column"]) == (3, 10)
    assert _files() == ["Ana/card/plank.pdf"]
