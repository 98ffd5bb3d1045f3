from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from handouts import __version__, resources
from handouts.cli.main import COMMANDS, module_of
from handouts.cli.parser import Parser
from handouts.model.schema import schema

Command = Callable[..., Any]


def _break(library: Path, name: str) -> None:
    (library / "exercises" / f"{name}.yaml").write_text("exercise: [", encoding="utf-8")


def test_help_names_every_command(handouts: Command) -> None:
    ended = handouts("--help")
    assert ended.code == 0
    assert [name for name in COMMANDS if f"  {name} " not in ended.out] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_its_options(name: str) -> None:
    parser = Parser(name, COMMANDS[name])
    module_of(name).add_options(parser)
    silent = [action.dest for action in parser._actions if not action.help]
    assert silent == []
    assert parser.format_help().startswith(f"usage: handouts {name}")


def test_the_version_is_the_packages(handouts: Command) -> None:
    assert handouts("--version").out == f"handouts {__version__}\n"


def test_check_finds_what_build_would_and_writes_nothing(library: Path, handouts: Command) -> None:
    _break(library, "bridge")
    before = sorted(library.parent.rglob("*"))
    ended = handouts("check", "--data", str(library))
    assert ended.code == 1
    assert "bridge.yaml:1:" in ended.out
    assert ended.out.endswith("2 handouts checked\n")
    assert sorted(library.parent.rglob("*")) == before


def test_check_in_json_says_how_each_would_be_set(library: Path, handouts: Command) -> None:
    ended = handouts("check", "plank", "--data", str(library), "--json")
    assert ended.code == 0
    assert ended.json == {
        "checked": [
            {
                "kind": "exercise",
                "name": "plank",
                "layout": "card",
                "client": None,
                "pages": 1,
                "type_size": 10.5,
                "left_out": [],
                "grade": None,
            }
        ],
        "problems": [],
    }


def test_check_with_nothing_wrong_is_short_unless_more_is_asked_for(
    library: Path, handouts: Command
) -> None:
    words = ("check", "--data", str(library))
    assert handouts(*words).out == "2 handouts checked\n"
    assert "plank as card (1 page, 10.5 pt)\n" in handouts(*words, "--verbose").out
    assert handouts(*words, "--quiet").out == ""


def test_list_shows_kind_name_title_and_layouts(library: Path, handouts: Command) -> None:
    ended = handouts("list", "--data", str(library))
    assert ended.code == 0
    bridge, plank = ended.out.splitlines()[:2]
    assert bridge.split() == ["exercise", "bridge", "Bridge", "en", *plank.split()[4:]]
    assert plank.startswith("exercise  plank   Plank   en  card, card-bw, handout, ")


def test_list_shows_what_cannot_be_read_too(library: Path, handouts: Command) -> None:
    _break(library, "bridge")
    ended = handouts("list", "--data", str(library), "--json")
    assert ended.code == 1
    assert [(each["name"], each["title"]) for each in ended.json["items"]] == [
        ("bridge", None),
        ("plank", "Plank"),
    ]
    assert ended.json["problems"]


def test_list_of_an_empty_library_says_how_to_begin(tmp_path: Path, handouts: Command) -> None:
    ended = handouts("list", "--data", str(tmp_path))
    assert (ended.code, ended.out) == (1, "")
    assert f"handouts new --data {tmp_path} exercise NAME" in ended.err


def test_show_gives_the_doses_as_they_print(library: Path, handouts: Command) -> None:
    ended = handouts("show", "plank", "--data", str(library))
    assert ended.code == 0
    assert "strength     3–4 × 6–8\n" in ended.out
    assert "first weeks  2 × 8" in ended.out


def test_show_in_json_has_every_goal(library: Path, handouts: Command) -> None:
    shown = handouts("show", "plank", "--data", str(library), "--json").json
    assert shown["goals"] == [
        {"goal": "strength", "sets": "3–4", "reps": "6–8"},
        {"goal": "first weeks", "sets": "2", "reps": "8"},
    ]
    assert shown["problems"] == []


def test_a_folder_that_is_named_twice_is_one_library(library: Path, handouts: Command) -> None:
    words = ("list", "--data", str(library), "--data", f"{library}/../{library.name}")
    ended = handouts(*words, "--json")
    assert (ended.code, ended.json["problems"]) == (0, [])


def test_show_of_what_is_not_there_is_a_problem(library: Path, handouts: Command) -> None:
    ended = handouts("show", "plnk", "--data", str(library), "--json")
    assert ended.code == 1
    assert ended.json["problems"][0]["code"] == "unknown-name"


def test_a_new_exercise_builds_as_it_is(library: Path, handouts: Command) -> None:
    ended = handouts("new", "exercise", "wall-sit", "--data", str(library))
    assert ended.code == 0
    assert ended.out == f"{library}/exercises/wall-sit.yaml\n"
    ended = handouts("wall-sit", "--data", str(library), "--json")
    assert len(ended.json["written"]) == 1
    assert [each for each in ended.json["problems"] if each["severity"] == "error"] == []


def test_a_new_file_is_told_in_json_too(library: Path, handouts: Command) -> None:
    said = handouts("new", "exercise", "wall-sit", "--data", str(library), "--json").json
    file = f"{library.as_posix()}/exercises/wall-sit.yaml"
    assert said["written"] == [{"file": file, "kind": "exercise", "name": "wall-sit"}]


def test_a_schema_is_json_whether_that_is_said_or_not(handouts: Command) -> None:
    assert handouts("schema", "brand", "--json").json == handouts("schema", "brand").json


def test_a_new_brand_builds_as_it_is(library: Path, handouts: Command) -> None:
    handouts("new", "brand", "northside", "--data", str(library))
    brand = str(library / "brands" / "northside.yaml")
    assert handouts("plank", "--data", str(library), "--brand", brand).code == 0


def test_the_schema_that_a_new_file_names_lies_there(library: Path, handouts: Command) -> None:
    handouts("new", "exercise", "wall-sit", "--data", str(library))
    first = (library / "exercises" / "wall-sit.yaml").read_text(encoding="utf-8").splitlines()[0]
    named = library / "exercises" / first.partition("$schema=")[2]
    assert named.is_file()


def test_a_new_file_never_replaces_one(library: Path, handouts: Command) -> None:
    file = library / "exercises" / "plank.yaml"
    before = file.read_bytes()
    ended = handouts("new", "exercise", "plank", "--data", str(library))
    assert ended.code == 2
    assert "is there already" in ended.err
    assert file.read_bytes() == before


@pytest.mark.parametrize("name", ["plank", "Plank"])
def test_a_new_file_takes_no_name_that_another_kind_has(
    library: Path, handouts: Command, name: str
) -> None:
    ended = handouts("new", "program", name, "--data", str(library))
    assert ended.code == 2
    assert "plank.yaml has this name already" in ended.err
    assert handouts("check", "--data", str(library)).code == 0


@pytest.mark.parametrize("name", ["card", "base"])
def test_a_new_layout_takes_no_name_of_one_that_ships(
    library: Path, handouts: Command, name: str
) -> None:
    ended = handouts("new", "layout", name)
    assert (ended.code, Path("layouts").exists()) == (2, False)
    assert f"a layout that ships is called {name}" in ended.err


@pytest.mark.parametrize("kind", ["exercise", "program", "ladder"])
def test_a_starter_builds_in_a_library_that_has_none_of_ours(
    library: Path, handouts: Command, kind: str
) -> None:
    handouts("new", kind, "my-own", "--data", str(library))
    ended = handouts("my-own", "--data", str(library), "--json")
    assert (ended.code, len(ended.json["written"])) == (0, 1)


@pytest.mark.parametrize("name", ["../plank", "a/b", "con", "what?", ""])
def test_a_new_file_needs_a_name_that_a_file_can_have(
    library: Path, handouts: Command, name: str
) -> None:
    assert handouts("new", "exercise", name, "--data", str(library)).code == 2


def test_a_new_file_that_cannot_be_written_ends_with_three(
    library: Path, handouts: Command
) -> None:
    (library / "brands").write_text("a file in the way")
    ended = handouts("new", "brand", "northside", "--data", str(library))
    assert ended.code == 3
    assert "cannot be written" in ended.err


def test_an_installed_program_looks_into_the_current_folder_first(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = resources.root()
    monkeypatch.setattr(resources, "_INSTALLED", own)
    assert resources.libraries("data") == (Path("data"), own / "data")
    assert resources.libraries("layouts") == (own / "layouts",)
    assert handouts("plank", "--json").json["written"][0]["name"] == "plank"
    handouts("new", "exercise", "wall-sit")
    assert (library / "exercises" / "wall-sit.yaml").is_file()


def test_a_layout_of_ones_own_lies_in_the_current_folder_and_is_found_there(
    library: Path, handouts: Command
) -> None:
    assert handouts("new", "layout", "doorway").out == "layouts/doorway.yaml\n"
    assert Path("layouts/doorway.yaml").is_file()
    built = handouts("plank", "--layout", "doorway", "--data", str(library), "--json")
    assert built.json["written"][0]["layout"] == "doorway"


def test_layouts_beside_the_folders_of_data_are_found_from_anywhere(
    library: Path, handouts: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    handouts("new", "layout", "doorway")
    elsewhere = library.parent / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    for data in (f"../{library.name}", str(library)):
        built = handouts(
            "plank", "--layout", "doorway", "--data", data, "--out", data[-9:], "--json"
        )
        assert built.json["written"][0]["layout"] == "doorway"
        assert handouts("explain", "doorway", "--data", data).code == 0
        assert "doorway" in handouts("list", "plank", "--data", data).out
        assert handouts("check", "doorway", "--data", data, "--strict").code == 0


def test_a_folder_of_layouts_is_looked_into_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("data", "more/data", "layouts", "more/layouts"):
        (tmp_path / name).mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(tmp_path)
    beside = (Path("more/data"), Path("data"), tmp_path / "data", Path("more") / "data")
    *own, shipped = resources.libraries("layouts", beside)
    assert own == [Path("layouts"), Path("more/layouts")]
    assert shipped == resources.root() / "layouts"


def test_explain_says_who_set_each_value(handouts: Command) -> None:
    ended = handouts("explain", "card", "tokens.section-gap")
    assert ended.code == 0
    (line,) = (line for line in ended.out.splitlines() if ": tokens.section-gap: " in line)
    place, _, value = line.split(": ")
    file, number = place.rsplit(":", 1)
    assert Path(file).name == "base.yaml"
    written = Path(file).read_text(encoding="utf-8").splitlines()[int(number) - 1]
    assert written.strip() == f"section-gap: {value}"


def test_explain_in_json_has_paths_and_places(handouts: Command) -> None:
    settings = handouts("explain", "card", "--json").json["settings"]
    (name,) = (each for each in settings if each["path"] == ["layout"])
    assert name["value"] == "card"
    assert Path(name["file"]).name == "card.yaml"
    assert (name["line"], name["column"]) > (0, 0)


def test_explain_of_what_a_layout_has_not_guesses(handouts: Command) -> None:
    ended = handouts("explain", "card", "tokns")
    assert ended.code == 2
    assert "did you mean tokens?" in ended.err


def test_explain_of_no_layout_is_a_problem(handouts: Command) -> None:
    ended = handouts("explain", "crad")
    assert ended.code == 1
    assert "no layout is called crad" in ended.err


def test_schema_prints_the_schema(handouts: Command) -> None:
    assert handouts("schema", "exercise").json == schema("exercise")


def test_schema_of_no_kind_names_the_kinds(handouts: Command) -> None:
    ended = handouts("schema", "exercies")
    assert ended.code == 2
    assert "exercise" in ended.err
