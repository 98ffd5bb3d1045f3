"""What a check can be about: items, layouts, brands, clients, and what lies in an output folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Command = Callable[..., Any]

LAYOUT = """\
layout: mine
for: exercise
pages: exactly 1
tokens: {unheard: 3}
body: [{block: steps, of: execution}]
"""
BRAND = """\
name: Northside
contact: [12 Mill Lane, 555-0142]
website: northside.example
layouts: [card]
"""


def _codes(run: Any) -> list[str]:
    """The codes of what was found, but for what a bare card has not."""
    codes: list[str] = [problem["code"] for problem in run.json["problems"]]
    return sorted({code for code in codes if not code.startswith("missing-")})


@pytest.fixture
def layout(library: Path) -> Path:
    """A layout with a token that nothing uses."""
    file = library / "mine.yaml"
    file.write_text(LAYOUT, encoding="utf-8")
    return file


@pytest.fixture
def brand(library: Path) -> Path:
    """A brand of the library."""
    file = library / "brands" / "northside.yaml"
    file.parent.mkdir()
    file.write_text(BRAND, encoding="utf-8")
    return file


def _check(handouts: Command, library: Path, *what: str) -> Any:
    return handouts("check", *what, "--data", str(library), "--json", "--jobs", "1")


def test_a_layouts_file_is_checked_and_set_once(
    library: Path, layout: Path, handouts: Command
) -> None:
    found = _check(handouts, library, str(layout))
    assert _codes(found) == ["unused-name"]
    assert [(each["name"], each["layout"]) for each in found.json["checked"]] == [
        ("bridge", "mine")
    ]


def test_a_layouts_name_is_checked_as_its_file_is(library: Path, handouts: Command) -> None:
    found = _check(handouts, library, "card-bw")
    assert [each["layout"] for each in found.json["checked"]] == ["card-bw"]


def test_a_layout_that_cannot_be_read_is_told_in_its_place(
    library: Path, layout: Path, handouts: Command
) -> None:
    layout.write_text(LAYOUT.replace("steps", "stepps"), encoding="utf-8")
    found = _check(handouts, library, str(layout))
    assert found.code == 1
    [problem] = [each for each in found.json["problems"] if each["code"] == "unknown-block"]
    assert problem["line"] == 5


def test_an_item_goes_before_a_layout_of_its_name(library: Path, handouts: Command) -> None:
    text = "exercise: Card\nexecution: [Move.]\n"
    (library / "exercises" / "card.yaml").write_text(text, encoding="utf-8")
    found = _check(handouts, library, "card")
    assert [each["name"] for each in found.json["checked"]] == ["card"]


def test_a_brand_is_checked_by_name_and_by_file(
    library: Path, brand: Path, handouts: Command
) -> None:
    for what in ("northside", str(brand)):
        found = _check(handouts, library, what)
        assert _codes(found) == []
        assert [each["layout"] for each in found.json["checked"]] == ["card"]


@pytest.mark.parametrize("what", ["card-bw", "northside"])
def test_what_the_sample_of_a_layout_or_a_brand_lacks_is_not_told(
    library: Path, brand: Path, handouts: Command, what: str
) -> None:
    bridge = library / "exercises" / "bridge.yaml"
    text = bridge.read_text(encoding="utf-8")
    bridge.write_text(text.partition("allow:")[0], encoding="utf-8")
    told = [
        _check(handouts, library, *words).out for words in (["bridge"], [what], ["bridge", what])
    ]
    assert ["missing-summary" in each for each in told] == [True, False, True]


def test_a_long_line_of_contact_and_a_long_website_are_told(
    library: Path, brand: Path, handouts: Command
) -> None:
    long = BRAND.replace("northside.example", f"northside.example/{'a' * 60}")
    brand.write_text(long.replace("12 Mill Lane", "12 Mill Lane, second door " * 3), "utf-8")
    assert _codes(_check(handouts, library, "northside")) == ["long-contact", "long-website"]


def test_a_website_with_a_space_is_told(library: Path, brand: Path, handouts: Command) -> None:
    brand.write_text(BRAND.replace("northside.example", "north side.example"), encoding="utf-8")
    found = _check(handouts, library, "northside")
    assert [(each["code"], each["line"]) for each in found.json["problems"]] == [
        ("spaced-website", 3)
    ]


def test_a_pale_colour_of_a_brand_is_told_where_it_is_written(
    library: Path, brand: Path, handouts: Command
) -> None:
    brand.write_text(f'{BRAND}colours: {{accent: "#999999"}}\n', encoding="utf-8")
    found = _check(handouts, library, "northside")
    assert [(each["code"], each["line"]) for each in found.json["problems"]][:1] == [
        ("contrast", 5)
    ]


def test_a_logo_with_too_few_pixels_is_told(library: Path, brand: Path, handouts: Command) -> None:
    Image.new("RGB", (30, 20), "navy").save(brand.parent / "logo.png")
    brand.write_text(f"{BRAND}logo: logo.png\n", encoding="utf-8")
    assert _codes(_check(handouts, library, "northside")) == ["coarse-picture"]
    Image.new("RGB", (300, 200), "navy").save(brand.parent / "logo.png")
    assert _codes(_check(handouts, library, "northside")) == []


def test_a_check_of_everything_looks_at_brands_too(
    library: Path, brand: Path, handouts: Command
) -> None:
    brand.write_text(f"{BRAND}footer: [\n", encoding="utf-8")
    found = _check(handouts, library)
    assert found.code == 1
    assert str(brand) in {each["file"] for each in found.json["problems"]}


def test_strict_makes_errors_of_what_layouts_lack(
    library: Path, layout: Path, handouts: Command
) -> None:
    ended = handouts("check", str(layout), "--data", str(library), "--strict", "--json")
    assert ended.code == 1
    assert {each["severity"] for each in ended.json["problems"]} == {"error"}


def test_rows_of_a_list_of_clients_are_checked_as_build_would_take_them(
    library: Path, handouts: Command
) -> None:
    rows = "client;build;goal;1rm bridge\nAna;bridge;strenth;100 kg\nBo;brigde;;\nCy;plank;;90\n"
    (library / "clients.csv").write_text(rows, encoding="utf-8")
    found = _check(handouts, library, "--clients", str(library / "clients.csv"))
    lines = {
        (each["code"], each["line"])
        for each in found.json["problems"]
        if each["file"] and each["file"].endswith("clients.csv")
    }
    assert {("unknown-name", 3), ("dose-unit", 4)} <= lines
    assert "unknown-goal" in _codes(found)
    assert not (library.parent / "out").exists()


def test_a_list_of_clients_without_its_option_is_told_how(library: Path, handouts: Command) -> None:
    (library / "clients.csv").write_text("client\nAna\n", encoding="utf-8")
    ended = handouts("check", str(library / "clients.csv"), "--data", str(library))
    assert ended.code == 2 and "--clients" in ended.err


def test_a_handout_whose_source_has_gone_is_told_where_out_is_named(
    library: Path, tmp_path: Path, handouts: Command
) -> None:
    out = tmp_path / "out"
    handouts("--data", str(library), "--out", str(out))
    assert "orphan-output" not in _codes(_check(handouts, library, "--out", str(out)))
    (library / "exercises" / "plank.yaml").unlink()
    assert "orphan-output" not in _codes(_check(handouts, library))
    found = _check(handouts, library, "--out", str(out))
    told = [each for each in found.json["problems"] if each["code"] == "orphan-output"]
    assert [each["message"] for each in told] == [f"{out}/card/plank.pdf has lost its source"]
    assert (out / "card" / "plank.pdf").is_file()


def _names(found: Any) -> set[str]:
    """The names of all that was checked."""
    return {each["name"] for each in found.json["checked"]}


@pytest.mark.parametrize(
    "broken",
    [
        ("--clients", "client,favourite\nAna,blue\n", "clients.csv"),
        ("--brand", "name: Northside\ncolours: {accent: pale}\n", "brand.yaml"),
        ("--layout", "layout: mine\nfor: exercise\nbody: [{block: stepps}]\n", "mine.yaml"),
    ],
)
def test_what_cannot_be_read_beside_the_library_does_not_keep_it_from_being_checked(
    library: Path, handouts: Command, broken: tuple[str, str, str]
) -> None:
    option, text, name = broken
    Path(name).write_text(text, encoding="utf-8")
    plank = library / "exercises" / "plank.yaml"
    plank.write_text(plank.read_text("utf-8").replace("Lie down", "The back is flat"), "utf-8")
    found = _check(handouts, library, option, name)
    assert name in {each["file"] for each in found.json["problems"]}
    assert "verb-first" in _codes(found)
    assert _names(found) == {"bridge", "plank"}


def test_what_no_client_gets_is_checked_too(library: Path, handouts: Command) -> None:
    Path("clients.csv").write_text("client,build\nAna,bridge\n", encoding="utf-8")
    checked = _check(handouts, library, "--clients", "clients.csv").json["checked"]
    assert {(each["name"], each["client"]) for each in checked} == {
        ("bridge", "Ana"),
        ("plank", None),
    }


def test_what_is_named_beside_a_list_of_clients_is_checked_though_none_of_them_gets_it(
    library: Path, handouts: Command
) -> None:
    Path("clients.csv").write_text("client,build\nAna,bridge\n", encoding="utf-8")
    assert "plank" in _names(_check(handouts, library, "plank", "--clients", "clients.csv"))


def test_what_follows_from_an_error_that_is_told_is_told_once(
    library: Path, handouts: Command
) -> None:
    bridge = library / "exercises" / "bridge.yaml"
    bridge.write_text(bridge.read_text("utf-8").replace("3-4", "4-3"), encoding="utf-8")
    (library / "programs").mkdir()
    for name in ("one", "two", "three"):
        work = "    work: [{exercise: bridge, sets: 2, reps: 5}, {exercise: bridge, reps: 5}]\n"
        text = f"program: {name}\nweeks: 1\nsessions:\n  - session: A\n{work}"
        (library / "programs" / f"{name}.yaml").write_text(text, encoding="utf-8")
    problems = _check(handouts, library).json["problems"]
    [follows] = [each for each in problems if each["code"] == "unread-exercise"]
    assert "dose-range" in {each["code"] for each in problems}
    assert follows["message"].endswith("its file has an error; so it is in 2 more files")
    assert follows["hint"].startswith("mend data/exercises/bridge.yaml first, and check again")
    [alone] = _check(handouts, library, "one").json["problems"]
    assert (alone["code"], "check --data" in alone["hint"]) == ("unread-exercise", True)


def test_a_folder_in_place_of_a_name_is_told_how_to_take_it(
    library: Path, handouts: Command
) -> None:
    [problem] = handouts("check", "data/exercises", "--json").json["problems"]
    assert problem["message"] == "data/exercises is a folder, not an item"
    assert problem["hint"] == "to take a folder as a library: --data data"
    [inner] = handouts("check", "--data", "data/exercises", "--json").json["problems"]
    assert (inner["code"], inner["hint"]) == ("empty-library", "write --data data")


def test_a_check_does_not_miss_the_files_of_a_layout(library: Path, handouts: Command) -> None:
    named = ("--layout", "card", "--layout", "program-week")
    assert "idle-layout" not in _codes(_check(handouts, library, *named))
    built = handouts("build", "--data", str(library), *named, "--json")
    assert "idle-layout" in _codes(built)
