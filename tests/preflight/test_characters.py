"""Characters that no font has."""

from pathlib import Path

from sheets import NoArtwork, exercise, labels, layout, shaper

from handouts.layout.compose import compose
from handouts.layout.sheet import Sheet
from handouts.model.client import Client
from handouts.preflight.characters import missing_characters, where_they_stand

TEXT = "exercise: Squat 蹲\nexecution:\n  - Sit down: Slowly 🏋 and 🏋 deep.\n  - Rise: Push.\n"


def missing(text: str, client: Client | None = None) -> frozenset[str]:
    sheet = Sheet(exercise(text), labels(), client or Client())
    (document,), _ = compose(layout("card"), sheet, NoArtwork())
    return missing_characters(document, shaper().fonts)


def test_a_document_with_every_character_in_a_font_misses_none() -> None:
    assert not missing("exercise: Σκουότ\nexecution: ['Привет, Łódź, שלום — 3 × 4']\n")


def test_each_missing_character_is_a_problem_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "squat.yaml"
    path.write_text(TEXT, encoding="utf-8")
    problems = where_they_stand(missing(TEXT), [str(path)], Client())
    places = [(p.place.line, p.place.column, p.message[:14]) for p in problems if p.place]
    assert places == [(1, 17, "no font has 蹲 "), (3, 22, "no font has 🏋 ")]
    assert {problem.code for problem in problems} == {"missing-character"}


def test_a_character_of_the_client_is_a_problem_without_a_place(tmp_path: Path) -> None:
    path = tmp_path / "squat.yaml"
    path.write_text("exercise: Squat\nexecution: [Sit.]\n", encoding="utf-8")
    found = missing(path.read_text(), Client(client="王"))
    [problem] = where_they_stand(found, [str(path)], Client(client="王"))
    assert problem.place is None
    assert "U+738B" in problem.message
