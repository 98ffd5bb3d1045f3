"""Runs in other languages: which one a sheet is in, and what is printed where there is none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

Command = Callable[..., Any]
Check = Callable[[bytes], None]

PUENTE = """\
exercise: Puente
goals: {strength: fuerza, first weeks: primeras semanas}
setup:
  - Acuéstese: Doble las rodillas.
execution:
  - Empuje: Suba la cadera.
  - Baje despacio.
"""
PROGRAM = """\
program: Eight
weeks: 2
sessions:
  - session: A
    work: [{exercise: bridge, goal: strength}, {exercise: plank, sets: 2, reps: 5}]
allow: {missing-summary: short, missing-stop: short}
"""
CARD = ("--layout", "card", "--json")


def text(file: str) -> str:
    document = pypdfium2.PdfDocument(Path(file).read_bytes())
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    finally:
        document.close()


@pytest.fixture
def spanish(library: Path) -> Path:
    """The library, its bridge translated into Spanish."""
    (library / "exercises" / "bridge.es.yaml").write_text(PUENTE, encoding="utf-8")
    return library


def codes(ended: Any) -> list[str]:
    return [f"{problem['severity']} {problem['code']}" for problem in ended.json["problems"]]


def test_a_sheet_is_in_the_language_that_is_asked_for(
    spanish: Path, handouts: Command, check_pdf: Check
) -> None:
    ended = handouts("bridge", "--data", str(spanish), "--lang", "es-MX", *CARD)
    assert codes(ended) == []
    said = text("out/card/bridge.pdf")
    assert "Puente" in said and "Acuéstese" in said and "Ejecución" in said
    assert "Setup" not in said and "Bridge" not in said
    data = Path("out/card/bridge.pdf").read_bytes()
    assert b"/Lang" in data
    check_pdf(data)
    with pypdfium2.PdfDocument(data) as document:
        assert document.get_metadata_dict()["Title"] == "Puente"


def test_a_translation_with_an_error_is_not_called_missing(
    library: Path, handouts: Command
) -> None:
    file = library / "exercises" / "bridge.es.yaml"
    file.write_text(PUENTE.replace("  - Baje despacio.\n", ""), encoding="utf-8")
    ended = handouts("bridge", "plank", "--data", str(library), "--lang", "es", *CARD)
    assert [(each["code"], Path(each["file"]).name) for each in ended.json["problems"]] == [
        ("translation-length", "bridge.es.yaml"),
        ("untranslated", "plank.yaml"),
    ]


def test_a_language_in_capitals_is_the_same_language(spanish: Path, handouts: Command) -> None:
    ended = handouts("bridge", "plank", "--data", str(spanish), "--lang", "ES", *CARD)
    (problem,) = ended.json["problems"]
    assert problem["hint"] == "write plank.es.yaml beside plank.yaml"
    assert "Puente" in text("out/card/bridge.pdf")
    ended = handouts("new", "translation", "plank.ES", "--data", str(spanish))
    assert ended.out.strip() == str(spanish / "exercises" / "plank.es.yaml")


def test_what_is_not_translated_prints_as_it_was_written_with_labels_to_match(
    spanish: Path, handouts: Command
) -> None:
    ended = handouts("plank", "--data", str(spanish), "--lang", "es", *CARD)
    assert codes(ended) == ["warning untranslated"]
    assert ended.json["problems"][0]["message"] == (
        "plank is not translated into es: the sheet prints in en"
    )
    said = text("out/card/plank.pdf")
    assert "Plank" in said and "Execution" in said and "Ejecución" not in said


def test_a_file_in_another_language_has_labels_in_it_without_being_asked(
    library: Path, handouts: Command
) -> None:
    file = library / "exercises" / "bridge.yaml"
    file.write_text(PUENTE.replace("goals: {", "lang: es\n#") + "\n", encoding="utf-8")
    assert codes(handouts("bridge", "--data", str(library), *CARD)) == []
    assert "Ejecución" in text("out/card/bridge.pdf")


def test_a_language_without_labels_has_english_ones_and_a_warning(
    library: Path, handouts: Command
) -> None:
    file = library / "exercises" / "bridge.yaml"
    file.write_text("lang: nl\n" + file.read_text("utf-8"), encoding="utf-8")
    assert codes(handouts("bridge", "--data", str(library), *CARD)) == ["warning no-labels"]


def test_the_client_comes_before_the_command_line_and_that_before_the_brand(
    spanish: Path, handouts: Command
) -> None:
    Path("clients.csv").write_text(
        "client,build,lang,goal\nAna,bridge,es,Strength\nBo,bridge,,strength\n", encoding="utf-8"
    )
    Path("brand.yaml").write_text("name: Clinic\nlanguage: es\n", encoding="utf-8")
    words = ("--data", str(spanish), "--clients", "clients.csv", "--brand", "brand.yaml", *CARD)
    assert codes(handouts(*words, "--lang", "en")) == []
    assert "Puente" in text("out/Ana/card/bridge.pdf")
    assert "Su objetivo" in text("out/Ana/card/bridge.pdf")
    assert "Bridge" in text("out/Bo/card/bridge.pdf")
    assert codes(handouts(*words)) == []
    assert "Puente" in text("out/Bo/card/bridge.pdf")


def test_a_program_is_in_one_language_with_all_its_exercises(
    spanish: Path, handouts: Command
) -> None:
    (spanish / "programs").mkdir()
    (spanish / "programs" / "eight.yaml").write_text(PROGRAM, encoding="utf-8")
    (spanish / "programs" / "eight.es.yaml").write_text("program: Ocho\n", encoding="utf-8")
    words = ("eight", "--data", str(spanish), "--lang", "es", "--json")
    ended = handouts(*words)
    assert codes(ended) == ["warning untranslated"]
    assert ended.json["problems"][0]["message"] == (
        "plank is not translated into es: the sheet prints in en"
    )
    plancha = PUENTE.replace("Puente", "Plancha")
    (spanish / "exercises" / "plank.es.yaml").write_text(plancha, encoding="utf-8")
    assert codes(handouts(*words)) == []
    said = text("out/program/eight.pdf")
    assert "Ocho" in said and "Plancha" in said and "Week" not in said


def test_a_translation_that_changes_or_comes_is_printed_again(
    spanish: Path, handouts: Command
) -> None:
    words = ("--data", str(spanish), "--lang", "es", *CARD)
    assert len(handouts(*words).json["written"]) == 2
    assert handouts(*words).json["written"] == []
    file = spanish / "exercises" / "bridge.es.yaml"
    file.write_text(PUENTE.replace("Suba", "Levante"), encoding="utf-8")
    assert [each["name"] for each in handouts(*words).json["written"]] == ["bridge"]
    plancha = PUENTE.replace("Puente", "Plancha")
    (spanish / "exercises" / "plank.es.yaml").write_text(plancha, encoding="utf-8")
    assert [each["name"] for each in handouts(*words).json["written"]] == ["plank"]
    file.unlink()
    assert [each["name"] for each in handouts(*words).json["written"]] == ["bridge"]
    assert "Bridge" in text("out/card/bridge.pdf")


def test_a_broken_translation_keeps_its_sheet_alone_from_being_printed(
    spanish: Path, handouts: Command
) -> None:
    file = spanish / "exercises" / "bridge.es.yaml"
    file.write_text(PUENTE + "tips: [Respire.]\n", encoding="utf-8")
    words = ("bridge", "--data", str(spanish), *CARD)
    assert codes(handouts(*words)) == []
    ended = handouts(*words, "--lang", "es")
    assert ended.code == 1
    assert "error not-in-original" in codes(ended)


def test_check_names_what_translations_lack_whatever_language_is_asked_for(
    spanish: Path, handouts: Command
) -> None:
    file = spanish / "exercises" / "bridge.es.yaml"
    file.write_text(PUENTE.replace("goals: {strength: fuerza, ", "goals: {"), encoding="utf-8")
    ended = handouts("check", "bridge", "--data", str(spanish), "--json")
    assert [(p["code"], p["message"]) for p in ended.json["problems"]] == [
        ("untranslated", "this translation lacks goals: strength")
    ]


def test_list_names_the_languages_of_an_item(spanish: Path, handouts: Command) -> None:
    ended = handouts("list", "--data", str(spanish), "--json")
    assert [each["languages"] for each in ended.json["items"]] == [["en", "es"], ["en"]]


@pytest.mark.parametrize("name", ["bridge", "eight"])
def test_a_new_translation_says_what_the_original_says(
    name: str, library: Path, handouts: Command
) -> None:
    (library / "programs").mkdir()
    (library / "programs" / "eight.yaml").write_text(PROGRAM, encoding="utf-8")
    ended = handouts("new", "translation", f"{name}.fr", "--data", str(library))
    assert (ended.code, Path(ended.out.strip()).name) == (0, f"{name}.fr.yaml")
    assert handouts("check", name, "--data", str(library), "--strict").code == 0
    again = handouts("new", "translation", f"{name}.fr", "--data", str(library))
    assert (again.code, "is there already" in again.err) == (2, True)


@pytest.mark.parametrize("name", ["bridge", "nothing.es", "bridge.x1", ".es"])
def test_a_new_translation_needs_an_item_and_a_language(
    name: str, library: Path, handouts: Command
) -> None:
    assert handouts("new", "translation", name, "--data", str(library)).code == 2
