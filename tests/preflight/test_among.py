"""An item among the others of its library: what leads to it, and what is called as it is."""

from collections.abc import Mapping
from pathlib import Path

from handouts.model.library import Library
from handouts.preflight.among import among_others
from handouts.preflight.index import Index
from handouts.source.problem import Problem, Severity


def _library(folder: Path, **exercises: Mapping[str, str]) -> Library:
    """A library of exercises, with what their files say beside their titles."""
    (folder / "exercises").mkdir()
    for name, keys in exercises.items():
        said = {"exercise": name.title(), "execution": "[Move.]", **keys}
        text = "".join(f"{key}: {value}\n" for key, value in said.items())
        (folder / "exercises" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Library([folder])


def _ladder(folder: Path, *rungs: str) -> None:
    listed = "".join(f"  - exercise: {rung}\n" for rung in rungs)
    (folder / "ladders").mkdir()
    text = f"ladder: Way up\nrungs:\n{listed}"
    (folder / "ladders" / "way-up.yaml").write_text(text, encoding="utf-8")


def _found(library: Library) -> list[Problem]:
    """What is wrong with all items of a library, each problem once."""
    index = Index(library)
    items = [item for entry in library.entries if (item := library.read(entry)[0])]
    return list(dict.fromkeys(p for item in items for p in among_others(item, index)))


def test_links_that_lead_there_and_back_are_no_problem(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        low={"harder": "[mid]"},
        mid={"easier": "[low]", "harder": "[high]"},
        high={"easier": "[mid]"},
    )
    assert _found(library) == []


def test_a_link_that_does_not_lead_back_is_told_where_it_is_written(tmp_path: Path) -> None:
    library = _library(tmp_path, low={"harder": "[high]"}, high={})
    [problem] = _found(library)
    assert problem.code == "one-way-link" and problem.severity is Severity.WARNING
    assert problem.place and Path(problem.place.file).name == "low.yaml"
    assert problem.hint and problem.hint.startswith("add low to easier in ")


def test_a_link_that_leads_nowhere_is_told_once_and_not_as_one_way(tmp_path: Path) -> None:
    library = _library(tmp_path, low={"harder": "[gone]"})
    assert _found(library) == []
    assert [each.code for each in library.read(library.entries[0])[1]] == ["missing-link"]


def test_a_link_to_what_is_no_exercise_says_what_it_is(tmp_path: Path) -> None:
    _ladder(tmp_path, "low", "low")
    library = _library(tmp_path, low={"harder": "[way-up]"})
    [problem] = library.read(library.entries[0])[1]
    assert problem.code == "missing-link"
    assert problem.message == "harder names way-up, which is a ladder, not an exercise"


def test_two_that_call_each_other_harder_are_told_once_with_a_hint_that_works(
    tmp_path: Path,
) -> None:
    told = _library(tmp_path, low={"harder": "[high]"}, high={"harder": "[low]"})
    [problem] = _found(told)
    assert problem.code == "link-circle"
    assert problem.hint and problem.hint.endswith("there write easier: in place of harder:")
    assert "high.yaml:" in problem.hint and "low.yaml:" in problem.hint
    file = tmp_path / "exercises" / "high.yaml"
    file.write_text(file.read_text("utf-8").replace("harder:", "easier:"), encoding="utf-8")
    assert _found(Library([tmp_path])) == []


def test_two_that_call_each_other_easier_are_told_once_too(tmp_path: Path) -> None:
    [problem] = _found(_library(tmp_path, low={"easier": "[high]"}, high={"easier": "[low]"}))
    assert problem.message == "easier leads round in a circle: high → low → high"


def test_of_a_circle_the_link_that_is_not_answered_is_the_one_to_take_out(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        low={"harder": "[mid]"},
        mid={"easier": "[low]", "harder": "[high]"},
        high={"easier": "[mid]", "harder": "[low]"},
    )
    [problem] = _found(library)
    assert problem.hint and problem.hint.startswith("take low out of harder in ")
    assert problem.place and Path(problem.place.file).name == "high.yaml"


def test_an_exercise_that_is_harder_than_itself_is_a_circle(tmp_path: Path) -> None:
    [problem] = _found(_library(tmp_path, low={"harder": "[low]"}))
    assert problem.code == "link-circle"
    assert problem.hint and problem.hint.startswith("take low out of harder in ")


def test_a_circle_is_told_once_whoever_is_asked(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        bow={"easier": "[cup]", "harder": "[arc]"},
        arc={"easier": "[bow]", "harder": "[cup]"},
        cup={"easier": "[arc]", "harder": "[bow]"},
    )
    [problem] = _found(library)
    assert problem.code == "link-circle"
    assert "arc → cup → bow → arc" in problem.message
    assert problem.place and Path(problem.place.file).name == "arc.yaml"


def test_an_exercise_harder_than_itself_is_a_circle(tmp_path: Path) -> None:
    library = _library(tmp_path, arc={"easier": "[arc]", "harder": "[arc]"})
    assert [problem.code for problem in _found(library)] == ["link-circle"]


def test_rungs_that_run_against_the_exercises_own_chain_are_told(tmp_path: Path) -> None:
    _ladder(tmp_path, "mid", "low", "high")
    library = _library(
        tmp_path,
        low={"harder": "[mid]"},
        mid={"easier": "[low]", "harder": "[high]"},
        high={"easier": "[mid]"},
    )
    [problem] = _found(library)
    assert problem.code == "rung-order"
    assert problem.message == "rung 2 is easier than rung 1: low leads up to mid"
    assert problem.place and problem.place.line == 4


def test_rungs_that_no_chain_speaks_of_may_stand_in_any_order(tmp_path: Path) -> None:
    _ladder(tmp_path, "high", "low", "low")
    assert _found(_library(tmp_path, low={}, high={})) == []


def test_titles_that_differ_in_capitals_and_signs_alone_are_told_once(tmp_path: Path) -> None:
    library = _library(
        tmp_path,
        one={"exercise": "Push-up"},
        two={"exercise": "Push Up"},
        three={"exercise": "Push-up on the knees"},
    )
    [problem] = _found(library)
    assert problem.code == "same-title"
    assert problem.place and Path(problem.place.file).name == "two.yaml"
    assert problem.message.startswith("Push Up is also the title of ")
    assert problem.message.endswith("one.yaml")


def test_a_title_that_others_have_is_told_of_none_when_the_last_of_them_allows_it(
    tmp_path: Path,
) -> None:
    library = _library(
        tmp_path,
        one={"exercise": "Push-up"},
        two={"exercise": "Push Up", "allow": "{same-title: the clinic calls both so}"},
    )
    index, (one, _) = Index(library), library.entries
    item, _ = library.read(one)
    assert item and among_others(item, index) == []


def test_an_exercise_and_a_ladder_may_have_one_title(tmp_path: Path) -> None:
    _ladder(tmp_path, "low", "high")
    library = _library(tmp_path, low={"exercise": "Way up"}, high={})
    assert _found(library) == []
