"""The library: what there is, found by name or file, and read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.model import library as library_module
from handouts.model.library import Entry, Library
from handouts.source.problem import Problem, Severity

SOURCE = "exercise: {title}\nexecution: [Stand up.]\n"


def write(folder: Path, name: str, more: str = "", title: str = "Squat") -> Path:
    path = folder / "exercises" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SOURCE.format(title=title) + more, "utf-8")
    return path


def found(library: Library, what: str) -> Entry:
    entry = library.find(what)
    assert isinstance(entry, Entry)
    return entry


def not_found(library: Library, what: str) -> Problem:
    problem = library.find(what)
    assert isinstance(problem, Problem)
    return problem


def names(library: Library) -> list[str]:
    return [entry.name for entry in library.entries]


def test_entries_stand_by_name(tmp_path: Path) -> None:
    for name in ("squat.yaml", "Bridge.yaml", "plank.yaml"):
        write(tmp_path, name)
    library = Library([tmp_path])
    assert names(library) == ["Bridge", "plank", "squat"]
    assert {entry.kind.word for entry in library.entries} == {"exercise"}
    assert library.problems == ()


def test_translations_and_hidden_files_are_no_items(tmp_path: Path) -> None:
    for name in ("squat.yaml", "squat.de.yaml", "squat.pt-BR.yaml", ".squat.yaml", "notes.txt"):
        write(tmp_path, name)
    assert names(Library([tmp_path])) == ["squat"]


def test_a_file_with_the_other_ending_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, "squat.yml")
    library = Library([tmp_path])
    (problem,) = library.problems
    assert library.entries == ()
    assert (problem.severity, problem.hint) == (Severity.WARNING, "name it squat.yaml")


def test_an_earlier_folder_wins(tmp_path: Path) -> None:
    first = write(tmp_path / "mine", "squat.yaml")
    write(tmp_path / "theirs", "squat.yaml")
    write(tmp_path / "theirs", "plank.yaml")
    library = Library([tmp_path / "mine", tmp_path / "theirs"])
    assert names(library) == ["plank", "squat"]
    assert found(library, "squat").path == first
    assert library.problems == ()


def test_two_names_that_differ_by_case_are_a_problem(tmp_path: Path) -> None:
    write(tmp_path, "Squat.yaml")
    write(tmp_path, "squat.yaml")
    (problem,) = Library([tmp_path]).problems
    assert problem.code == "duplicate-name"
    assert "Squat.yaml" in problem.message


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    library = Library([tmp_path / "nowhere"])
    assert library.entries == ()
    assert [problem.code for problem in library.problems] == ["missing-folder"]


def test_a_name_is_found_whatever_its_case(tmp_path: Path) -> None:
    path = write(tmp_path, "Squat.yaml")
    assert found(Library([tmp_path]), "squat").path == path


def test_an_unknown_name_gets_the_nearest_one(tmp_path: Path) -> None:
    write(tmp_path, "squat.yaml")
    problem = not_found(Library([tmp_path]), "sqat")
    assert problem.message == "there is no sqat in the library"
    assert problem.hint == "did you mean squat?"


def test_a_file_of_the_library_is_its_entry(tmp_path: Path) -> None:
    path = write(tmp_path, "squat.yaml")
    library = Library([tmp_path])
    assert library.find(str(path)) is found(library, "squat")


def test_a_file_of_no_library_is_an_entry_too(tmp_path: Path) -> None:
    path = write(tmp_path / "elsewhere", "lunge.yaml")
    library = Library([])
    item, problems = library.read(found(library, str(path)))
    assert problems == ()
    assert item and (item.name, item.title) == ("lunge", "Squat")


def test_a_file_that_is_not_there_is_unknown(tmp_path: Path) -> None:
    assert not_found(Library([]), str(tmp_path / "none.yaml")).code == "unknown-name"


def test_paths_are_shown_from_the_folder_people_are_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "data", "squat.yaml", "levl: easy\n")
    monkeypatch.chdir(tmp_path)
    library = Library([tmp_path / "data"])
    _, (problem,) = library.read(found(library, "squat"))
    assert problem.place and problem.place.file == "data/exercises/squat.yaml"


def test_a_file_is_read_once(tmp_path: Path) -> None:
    path = write(tmp_path, "squat.yaml")
    library = Library([tmp_path])
    first = library.read(found(library, "squat"))
    path.unlink()
    assert library.read(found(library, "squat")) is first


def test_so_many_items_are_kept_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library_module, "ITEMS_KEPT", 2)
    for name in ("bridge", "plank", "squat"):
        write(tmp_path, f"{name}.yaml")
    library = Library([tmp_path])
    first = {name: library.exercise(name) for name in ("bridge", "plank", "squat")}
    assert library.exercise("squat") is first["squat"]
    assert library.exercise("plank") is first["plank"]
    assert library.exercise("bridge") == first["bridge"]
    assert library.exercise("bridge") is not first["bridge"]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    path = write(tmp_path, "squat.yaml")
    library = Library([tmp_path])
    path.write_text(SOURCE.format(title="Late"), "utf-8")
    assert (found := library.exercise("squat")) and found.title == "Late"


def test_an_item_with_an_error_has_no_title(tmp_path: Path) -> None:
    write(tmp_path, "squat.yaml", "levl: easy\n")
    library = Library([tmp_path])
    assert library.exercise("squat") is None
    assert library.exercise("plank") is None


def test_a_link_to_nothing_is_a_warning(tmp_path: Path) -> None:
    write(tmp_path, "squat.yaml", "easier: [plank]\nharder: [plnak, jump]\n")
    write(tmp_path, "plank.yaml")
    library = Library([tmp_path])
    item, problems = library.read(found(library, "squat"))
    assert item is not None
    assert [(problem.severity, problem.message, problem.hint) for problem in problems] == [
        (
            Severity.WARNING,
            "harder names plnak, which is not in the library",
            "did you mean plank?",
        ),
        (
            Severity.WARNING,
            "harder names jump, which is not in the library",
            "take it out, or write that exercise",
        ),
    ]
    assert {problem.place.line for problem in problems if problem.place} == {4}


@pytest.mark.parametrize(
    "written",
    ["Squat", '"Squat"', ">\n  Squat", "Squat # the deep one", "'Squat'\nsafety: [broken"],
)
def test_a_title_is_read_without_the_rest_of_its_file(tmp_path: Path, written: str) -> None:
    write(tmp_path, "squat.yaml", title=written)
    assert Library([tmp_path]).title("squat") == "Squat"


@pytest.mark.parametrize("key", ['"exercise"', "exercise "])
def test_a_title_in_a_way_of_its_own_is_found_all_the_same(tmp_path: Path, key: str) -> None:
    path = write(tmp_path, "squat.yaml")
    path.write_text(path.read_text("utf-8").replace("exercise", key, 1), "utf-8")
    assert Library([tmp_path]).title("squat") == "Squat"


def test_what_is_no_exercise_or_says_nothing_has_no_title(tmp_path: Path) -> None:
    write(tmp_path, "squat.yaml", title="[]")
    assert Library([tmp_path]).title("squat") is None
    assert Library([tmp_path]).title("bridge") is None


def test_items_beside_the_folders_or_within_further_ones_are_told(tmp_path: Path) -> None:
    inner = write(tmp_path / "inner", "squat.yaml").rename(tmp_path / "bridge.yaml")
    assert inner.is_file()
    (tmp_path / "clients.yaml").write_text("- {client: Jo}\n", "utf-8")
    legs = write(tmp_path, "legs/squat.yaml").parent
    (legs / "lunge.yaml").write_bytes((legs / "squat.yaml").read_bytes())
    (legs.parent / "photos").mkdir()
    library = Library([tmp_path])
    assert library.entries == ()
    beside, within = library.problems
    assert (beside.code, within.code) == ("unread-file", "unread-file")
    assert beside.place is not None and beside.place.file.endswith("bridge.yaml")
    assert beside.hint == "put it into the folder exercises"
    assert within.place is not None and within.place.file.endswith("exercises/legs")
    assert "lunge.yaml and 1 more are not read" in within.message
    assert Library([legs]).problems == ()  # which is no library at all
