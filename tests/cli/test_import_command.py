"""``handouts import``: from other people's files to our library, and on to paper."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PIL import Image
from records import EVERKINETIC, EXERCISE_API, FREE_EXERCISE_DB, WGER, translation

Handouts = Callable[..., Any]

CSV = "Übung;Schritte;Gerät\nKniebeuge;Setz dich zurück. Steh auf.;Stuhl\n"


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def _export(records: Any, name: str = "in.json") -> str:
    Path(name).write_text(json.dumps(records), encoding="utf-8")
    return name


def _files(folder: str = "lib") -> set[str]:
    paths = Path(folder).rglob("*")
    return {path.relative_to(folder).as_posix() for path in paths if path.is_file()}


def _text(file: Path) -> str:
    document = pypdfium2.PdfDocument(file)
    return " ".join(document[n].get_textpage().get_text_bounded() for n in range(len(document)))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text))


@pytest.mark.parametrize(
    ("word", "records", "words"),
    [
        (
            "free-exercise-db",
            FREE_EXERCISE_DB[:1],
            "3/4 Wall Sit Lean on the wall. Slide down, slowly. Hold. Advanced static fibularis",
        ),
        (
            "everkinetic",
            EVERKINETIC,
            "Towel Curl Wakes up the “small” muscles of the foot. Sit. Pull the towel towards you."
            " Stop if the foot cramps. isometric Everkinetic github.com/everkinetic/data"
            " CC BY-SA 4.0 creativecommons.org/licenses/by-sa/4.0",
        ),
        (
            "exercise-api",
            EXERCISE_API,
            "Step Over side step lower back Lift the knee, step across. Come back. 8 12"
            " ExerciseAPI exercise-api.com CC BY 4.0",
        ),
        (
            "wger",
            [{**WGER[0], "translations": WGER[0]["translations"][1:2]}],
            "Toe Stand quite tall Lift your heels Do not bounce Legs ann wger.de/en/exercise/41",
        ),
    ],
)
def test_every_word_of_a_record_is_on_its_card(
    handouts: Handouts,
    check_pdf: Callable[[bytes], None],
    word: str,
    records: list[dict[str, Any]],
    words: str,
) -> None:
    assert handouts("import", word, _export(records), "--into", "lib").code == 0
    built = handouts("build", "--data", "lib", "--layout", "card", "--json")
    assert built.code == 0, built.out
    [written] = built.json["written"]
    check_pdf(Path(written["file"]).read_bytes())
    assert {w.casefold() for w in _words(words)} <= {
        w.casefold() for w in _words(_text(Path(written["file"])))
    }


def test_a_table_is_imported_by_its_map(handouts: Handouts) -> None:
    Path("in.csv").write_text(CSV, encoding="utf-8-sig")
    said = handouts(
        "import", "csv", "in.csv", "--map", "name=Übung,execution=Schritte", "--into", "lib"
    )
    assert said.code == 0
    assert "no place for: Gerät (1)" in said.out
    assert Path("lib/exercises/kniebeuge.yaml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../schemas/exercise.schema.json\n"
        "exercise: Kniebeuge\nexecution:\n  - Setz dich zurück.\n  - Steh auf.\n"
    )


def test_a_translation_lies_beside_its_original_and_a_free_one_is_an_exercise(
    handouts: Handouts,
) -> None:
    assert handouts("import", "wger", _export(WGER), "--into", "lib").code == 0
    assert _files() == {
        "exercises/toe-stand.yaml",
        "exercises/toe-stand.de.yaml",
        "exercises/toe-stand-es.yaml",
        "import-report.txt",
    }
    original = Path("lib/exercises/toe-stand.yaml").read_text("utf-8")
    assert "author: ann" in original
    assert "author: bert" in original
    translated = Path("lib/exercises/toe-stand.de.yaml").read_text("utf-8")
    assert translated.startswith("exercise: Zehenstand\n")
    assert "credit" not in translated
    assert handouts("check", "--data", "lib").code == 0


def test_what_has_no_place_is_counted_and_reported_record_by_record(handouts: Handouts) -> None:
    said = handouts("import", "free-exercise-db", _export(FREE_EXERCISE_DB), "--into", "lib")
    assert said.code == 1
    assert "record 2 (Nothing To Do): instructions is empty" in said.out
    assert "1 of 2 records imported into lib: 1 file written, 0 unchanged" in said.out
    assert "no place for: picture (2)" in said.out
    report = Path("lib/import-report.txt").read_text("utf-8")
    assert "record 1 (3/4 Wall Sit): lib/exercises/3-4-wall-sit.yaml\n" in report
    assert "  no place for picture: Wall_Sit/0.jpg\n" in report
    assert "  kept as written: secondaryMuscles: fibularis\n" in report
    assert "record 2 (Nothing To Do): not imported\n  error: record 2" in report


def test_json_says_the_same(handouts: Handouts) -> None:
    said = handouts("import", "exercise-api", _export(EXERCISE_API), "--into", "lib", "--json").json
    assert said["written"] == ["lib/exercises/step-over.yaml"]
    assert said["unchanged"] == []
    assert said["problems"] == []
    [record] = said["records"]
    assert record["no_place"] == [{"field": "tier", "value": "core"}]
    assert record["title"] == "Step Over"


def test_an_import_again_changes_nothing(handouts: Handouts) -> None:
    words = ("import", "wger", _export(WGER), "--into", "lib", "--json")
    first = handouts(*words).json
    again = handouts(*words).json
    assert again["written"] == []
    assert again["unchanged"] == first["written"]


def test_what_somebody_has_changed_is_not_written_over_without_force(handouts: Handouts) -> None:
    words = ("import", "exercise-api", _export(EXERCISE_API), "--into", "lib")
    handouts(*words)
    file = Path("lib/exercises/step-over.yaml")
    file.write_text("exercise: Mine\nexecution: [Sit.]\n")
    said = handouts(*words)
    assert said.code == 1
    assert "lib/exercises/step-over.yaml is there already" in said.out
    assert "Mine" in file.read_text()
    assert handouts(*words, "--force").code == 0
    assert "Step Over" in file.read_text()


def test_no_translation_is_put_beside_what_somebody_else_has_written(handouts: Handouts) -> None:
    exercises = Path("lib/exercises")
    exercises.mkdir(parents=True)
    (exercises / "toe-stand.yaml").write_text("exercise: Mine\nexecution: [Sit.]\n")
    said = handouts("import", "wger", _export(WGER), "--into", "lib", "--json").json
    assert [each["code"] for each in said["problems"]] == ["file-there"]
    left = {"field": "de", "value": "Zehenstand (no translation of that file)"}
    assert left in said["records"][0]["no_place"]
    assert "exercises/toe-stand.de.yaml" not in _files()


def test_two_records_of_one_name_and_a_program_of_that_name_have_files_of_their_own(
    handouts: Handouts,
) -> None:
    programs = Path("lib/programs")
    programs.mkdir(parents=True)
    (programs / "squat.yaml").write_text("program: Squat\n")
    records = [{"name": name, "instructions": ["Sit."]} for name in ("Squat", "SQUAT!", "Squat 3")]
    handouts("import", "free-exercise-db", _export(records), "--into", "lib")
    assert {name for name in _files() if name.startswith("exercises")} == {
        "exercises/squat-2.yaml",
        "exercises/squat-3.yaml",
        "exercises/squat-3-2.yaml",
    }


def test_pictures_below_the_file_are_copied_and_printed(handouts: Handouts) -> None:
    folder = Path("db/exercises/Wall_Sit")
    folder.mkdir(parents=True)
    for number in (0, 1):
        Image.new("RGB", (1500, 1000), "silver").save(folder / f"{number}.jpg")
    records = _export(FREE_EXERCISE_DB[:1], "db/in.json")
    assert handouts("import", "free-exercise-db", records, "--into", "lib").code == 0
    assert {name for name in _files() if name.startswith("pictures")} == {
        "pictures/3-4-wall-sit-1.jpg",
        "pictures/3-4-wall-sit-2.jpg",
    }
    built = handouts("build", "--data", "lib", "--layout", "card", "--json")
    assert built.json["problems"] == []


@pytest.mark.parametrize(
    "path",
    [
        "../secret.png",
        "/etc/x.png",
        "..\\secret.png",
        "C:\\secret.png",
        "file:///x.png",
        "notes.txt",
    ],
)
def test_a_path_out_of_the_folder_is_told_and_nothing_copied(handouts: Handouts, path: str) -> None:
    Image.new("RGB", (30, 20)).save("secret.png")
    Path("db").mkdir()
    Path("db/notes.txt").write_text("x")
    record = {"name": "Sit", "instructions": ["Sit."], "images": [path], "id": "../../x"}
    said = handouts("import", "free-exercise-db", _export([record], "db/in.json"), "--into", "lib")
    assert "is no path of a picture beside the file or below" in said.out
    assert _files() == {"exercises/sit.yaml", "import-report.txt"}


def test_a_picture_to_import_is_no_larger_than_the_limit(handouts: Handouts) -> None:
    Path("db").mkdir()
    with Path("db/a.png").open("wb") as picture:
        picture.truncate(30_000_001)
    record = {"name": "Sit", "instructions": ["Sit."], "images": ["a.png"]}
    said = handouts("import", "free-exercise-db", _export([record], "db/in.json"), "--into", "lib")
    assert "30 MB" in said.out + said.err
    assert _files() == {"exercises/sit.yaml", "import-report.txt"}


def test_a_link_out_of_the_folder_is_no_picture(handouts: Handouts) -> None:
    Image.new("RGB", (30, 20)).save("secret.png")
    Path("db").mkdir()
    Path("db/a.png").symlink_to(Path("secret.png").resolve())
    record = {"name": "Sit", "instructions": ["Sit."], "images": ["a.png"]}
    handouts("import", "free-exercise-db", _export([record], "db/in.json"), "--into", "lib")
    assert _files() == {"exercises/sit.yaml", "import-report.txt"}


def test_what_means_harm_is_text_or_told_and_leaves_no_file_elsewhere(handouts: Handouts) -> None:
    harm: list[Any] = [
        {"name": "../../../up", "instructions": ["<script>alert(1)</script> & %s {0}"]},
        {"name": "con", "instructions": ["!!python/object:os.system *a &b", "- : # [x"]},
        {"name": "x" * 10_000_000, "instructions": ["Sit."]},
        {"name": "Long", "instructions": ["y" * 15_000]},
        {"name": "Many", "instructions": ["Sit."] * 30_000},
        {"name": "\ud800", "instructions": ["Sit."]},
        {"name": "Bell\u0007 \u202eturned\x00", "instructions": ["Sit."]},
        {"name": ["a"], "instructions": {"b": "c"}},
        "a text", 7, None, [],
    ]  # fmt: skip
    said = handouts("import", "free-exercise-db", _export(harm), "--into", "lib/deep", "--json")
    assert said.err == ""
    assert said.code == 1
    assert {Path(file).name for file in said.json["written"]} == {
        "up.yaml",
        "con-.yaml",
        "long.yaml",
        "bell-turned.yaml",
    }
    assert _files(".") == {
        "in.json",
        "lib/deep/import-report.txt",
        *(f"lib/deep/exercises/{name}.yaml" for name in ("up", "con-", "long", "bell-turned")),
    }
    assert len(said.json["problems"]) == 8
    messages = [each["message"] for each in said.json["problems"]]
    assert all(message.startswith("record ") for message in messages)
    assert any(message.endswith("name cannot be used") for message in messages)
    built = handouts("build", "up", "con-", "--data", "lib/deep", "--layout", "card", "--json")
    assert built.json["problems"] == []
    assert "<script>alert(1)</script> & %s {0}" in _text(Path("out/card/up.pdf"))


def test_bytes_that_are_no_text_keep_their_record_out_and_no_other(handouts: Handouts) -> None:
    data = (
        '[{"name": "Ca\xf1a", "instructions": ["Sit."]}, {"name": "B", "instructions": ["Sit."]}]'
    )
    Path("in.json").write_bytes(data.encode("latin-1"))
    said = handouts("import", "free-exercise-db", "in.json", "--into", "lib")
    assert "record 1 (Ca?a): name holds characters that cannot be read" in said.out
    assert "exercises/b.yaml" in _files()


def test_letters_of_every_script_make_names_of_files(handouts: Handouts) -> None:
    names = {"עמידה": "עמידה", "Übung für Füße": "ubung-fur-fusse", "बैठो": "बैठो", "???": "unnamed"}
    records = [{"name": name, "instructions": ["Sit."]} for name in names]
    handouts("import", "free-exercise-db", _export(records), "--into", "lib")
    assert {name for name in _files() if name.startswith("exercises")} == {
        f"exercises/{stem}.yaml" for stem in names.values()
    }


@pytest.mark.parametrize(
    "words",
    [
        ("import", "csv", "nowhere.csv", "--into", "lib"),
        ("import", "xml", "in.json", "--into", "lib"),
        ("import", "wger", "in.json"),
        ("import", "wger", "in.json", "--into", "lib", "--map", "name=A"),
        ("import", "csv", "in.json", "--into", "lib", "--map", "nam=A"),
    ],
)
def test_a_wrong_command_line_does_nothing(handouts: Handouts, words: tuple[str, ...]) -> None:
    _export([translation("en", "A", "B")])
    assert handouts(*words).code == 2
    assert not Path("lib").exists()


def test_a_folder_that_cannot_be_written_is_told(handouts: Handouts) -> None:
    Path("lib").write_text("a file")
    said = handouts("import", "exercise-api", _export(EXERCISE_API), "--into", "lib")
    assert said.code == 3
    assert "cannot be written" in said.out + said.err


def test_one_language_at_fault_keeps_the_others(handouts: Handouts) -> None:
    texts = [translation("en", "Sit", "Sit down."), translation("de", "S" * 400, "Setz dich.")]
    said = handouts(
        "import", "wger", _export([{"id": 1, "translations": texts}]), "--into", "lib", "--json"
    )
    assert said.json["written"] == ["lib/exercises/sit.yaml"]
    [left] = said.json["records"][0]["no_place"]
    assert left["field"] == "de, exercise"
    assert "300 are the most" in left["value"]


def test_a_picture_of_another_hand_has_its_own_credit(handouts: Handouts) -> None:
    Image.new("RGB", (30, 20)).save("5.png")
    image = {"image": "https://example.org/5.png", "license": 1, "license_author": "Eve"}
    record = {"id": 1, "images": [image], "translations": [translation("en", "Sit", "Sit down.")]}
    handouts("import", "wger", _export([record]), "--into", "lib")
    written = Path("lib/exercises/sit.yaml").read_text("utf-8")
    assert "picture: [../pictures/sit-1.png]" in written
    assert "author: ann" in written
    assert "{author: Eve, licence: CC BY-SA 3.0}" in written
