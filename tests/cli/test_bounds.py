"""What a library may reach: itself, and the folders that ``--allow`` names."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from handouts import resources

Command = Callable[..., Any]
Codes = Callable[..., list[str]]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")


@pytest.fixture
def outer(tmp_path: Path) -> Path:
    """A folder beside the library, with a picture, an exercise, a layout and a font."""
    folder = tmp_path / "outer"
    folder.mkdir()
    Image.new("RGB", (900, 600), "red").save(folder / "photo.png")
    (folder / "secret.yaml").write_text("exercise: Secret\nexecution: [Stand up.]\n", "utf-8")
    (folder / "far.yaml").write_text("layout: far\nextends: card\n", "utf-8")
    shutil.copy(next(resources.fonts().rglob("*.ttf")), folder / "font.ttf")
    return folder


@pytest.fixture
def codes(library: Path, handouts: Command) -> Codes:
    """The codes of all problems of a run of ``build``."""

    def run(*words: str) -> list[str]:
        ran = handouts("build", *words, "--data", str(library), "--json")
        assert ran.code == (1 if ran.json["problems"] else 0)
        return [problem["code"] for problem in ran.json["problems"]]

    return run


@pytest.fixture
def pictured(library: Path) -> Callable[[str], None]:
    """Give the bridge a picture."""
    exercise = library / "exercises" / "bridge.yaml"
    before = exercise.read_text("utf-8")

    def write(picture: str) -> None:
        exercise.write_text(f"{before}picture: {picture}\n", "utf-8")

    return write


def test_a_picture_outside_is_refused_by_dots_by_root_and_by_link(
    pictured: Callable[[str], None], library: Path, outer: Path, codes: Codes
) -> None:
    (library / "exercises" / "link.png").symlink_to(outer / "photo.png")
    (library / "linked").symlink_to(outer)
    ways = ("../../outer/photo.png", str(outer / "photo.png"), "link.png", "../linked/photo.png")
    for way in ways:
        pictured(way)
        assert codes("bridge") == ["outside-library"]
        assert codes("bridge", "--allow", str(library)) == ["outside-library"]
        assert codes("bridge", "--allow", str(library), "--allow", str(outer)) == []
        assert codes("bridge") == ["outside-library"], "what was allowed once is not for ever"


def test_check_holds_to_the_same_bounds(
    pictured: Callable[[str], None], outer: Path, handouts: Command
) -> None:
    pictured("../../outer/photo.png")
    assert handouts("check", "bridge", "--data", "data").code == 1
    assert handouts("check", "bridge", "--data", "data", "--allow", "outer").code == 0


def test_a_link_to_an_item_outside_is_no_item_until_it_is_allowed(
    library: Path, outer: Path, codes: Codes, handouts: Command
) -> None:
    (library / "exercises" / "linked.yaml").symlink_to(outer / "secret.yaml")
    assert codes("bridge") == ["outside-library"]
    assert codes("linked") == ["unknown-name", "outside-library"]
    said = handouts("check", "--data", "data")
    assert "Secret" not in said.out + said.err
    assert codes("linked", "--allow", str(outer)) == []


def test_a_shelf_that_is_a_link_to_outside_is_one_problem(
    library: Path, outer: Path, codes: Codes
) -> None:
    (library / "ladders").symlink_to(outer)
    assert codes("bridge") == ["outside-library"]


def test_links_within_the_library_are_as_good_as_files(library: Path, codes: Codes) -> None:
    (library / "exercises" / "again.yaml").symlink_to("bridge.yaml")
    (library / "all").mkdir()
    (library / "exercises").rename(library / "all" / "exercises")
    (library / "exercises").symlink_to("all/exercises")
    assert codes("again") == []


def test_a_library_may_itself_be_a_link(library: Path, codes: Codes, handouts: Command) -> None:
    Path("link").symlink_to(library)
    assert handouts("build", "bridge", "--data", "link").code == 0


@pytest.mark.parametrize(
    "line", ["extends: {}", "extends: card\nparts: [{}]", "extends: card\ncards: {}"]
)
def test_a_layout_leads_to_layouts_beside_it_and_to_others_when_they_are_allowed(
    line: str, library: Path, outer: Path, codes: Codes
) -> None:
    mine = Path("mine")
    mine.mkdir()
    (mine / "near.yaml").write_text("layout: near\nextends: card\n", "utf-8")
    for name, allowed in (("near.yaml", True), ("../outer/far.yaml", False)):
        (mine / "own.yaml").write_text(f"layout: own\n{line.format(name)}\n", "utf-8")
        found = codes("bridge", "--layout", "mine/own.yaml")
        assert found == ([] if allowed else ["outside-library"])
        assert codes("bridge", "--layout", "mine/own.yaml", "--allow", str(outer)) == []


def test_logos_and_fonts_of_a_brand_lie_beside_it(library: Path, outer: Path, codes: Codes) -> None:
    folder = library / "brands"
    folder.mkdir()
    for line in ("logo: ../../outer/photo.png", "fonts: ../../outer/font.ttf"):
        (folder / "clinic.yaml").write_text(f"name: Clinic\n{line}\n", "utf-8")
        assert codes("bridge", "--brand", "clinic") == ["outside-library"]
        assert codes("bridge", "--brand", "clinic", "--allow", str(outer)) == []


def test_a_folder_to_allow_must_be_there(library: Path, handouts: Command) -> None:
    ran = handouts("build", "bridge", "--data", "data", "--allow", "nowhere")
    assert (ran.code, "there is no folder nowhere" in ran.err) == (2, True)
