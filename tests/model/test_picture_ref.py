"""Pictures that a file names: found beside it, within the library and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from handouts.model.exercise import Exercise, PictureRef
from handouts.model.read import read_exercise
from handouts.source.problem import Place, Problem


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one picture, and another picture outside of it."""
    photos = tmp_path / "data" / "exercises" / "photos"
    photos.mkdir(parents=True)
    (photos / "start.jpg").write_bytes(b"")
    (tmp_path / "secret.jpg").write_bytes(b"")
    return tmp_path / "data"


def read(library: Path, picture: str) -> tuple[Exercise | None, list[Problem]]:
    path = library / "exercises" / "squat.yaml"
    path.write_text(f"exercise: Squat\nexecution: [Stand up.]\npicture: {picture}\n", "utf-8")
    reading = read_exercise(path, "squat.yaml", (library,))
    return reading.sound, list(reading.told)


def pictures(library: Path, picture: str) -> tuple[PictureRef, ...]:
    value, problems = read(library, picture)
    assert problems == []
    assert value is not None
    return value.picture


def problem(library: Path, picture: str) -> Problem:
    value, (found,) = read(library, picture)
    assert value is None
    return found


def test_a_path_goes_out_from_its_file(library: Path) -> None:
    path = library / "exercises" / "photos" / "start.jpg"
    assert pictures(library, "photos/start.jpg") == (
        PictureRef(path=path, place=Place("squat.yaml", 3, 10, 16)),
    )


def test_a_path_may_go_up_within_the_library(library: Path) -> None:
    (picture,) = pictures(library, "../exercises/photos/start.jpg")
    assert picture.path.is_file()


def test_a_picture_may_say_what_it_shows(library: Path) -> None:
    described = "{file: photos/start.jpg, caption: Start, alt: A squat, steps: [1, 2–3], fit: fill}"
    (picture,) = pictures(library, described)
    assert (picture.caption, picture.alt, picture.fit) == ("Start", "A squat", "fill")
    assert picture.steps == ("1", "2-3")
    assert picture.place == Place("squat.yaml", 3, 17, 16)


def test_pictures_keep_their_order(library: Path) -> None:
    (library / "exercises" / "end.png").write_bytes(b"")
    refs = pictures(library, "[{file: photos/start.jpg}, end.png]")
    assert [ref.path.name for ref in refs] == ["start.jpg", "end.png"]


@pytest.mark.parametrize(
    ("picture", "code"),
    [
        ("../../secret.jpg", "outside-library"),
        ("photos/../../../secret.jpg", "outside-library"),
        ("/etc/passwd", "outside-library"),
        ("~/secret.jpg", "picture-path"),
        ("C:/secret.jpg", "picture-path"),
        ("photos\\start.jpg", "picture-path"),
        ("https://example.org/a.jpg", "value"),
        ("photos/none.jpg", "picture-missing"),
        ("photos", "picture-missing"),
        (f"{'x' * 300}.jpg", "picture-missing"),
    ],
)
def test_what_is_no_picture_of_ours_is_a_problem(library: Path, picture: str, code: str) -> None:
    found = problem(library, picture)
    assert found.code == code
    assert found.place == Place("squat.yaml", 3, 10, len(picture))


def test_a_link_out_of_the_library_is_not_followed(library: Path) -> None:
    (library / "exercises" / "link.jpg").symlink_to(library.parent / "secret.jpg")
    assert problem(library, "link.jpg").code == "outside-library"


def test_links_in_a_circle_end(library: Path) -> None:
    (library / "exercises" / "link.jpg").symlink_to("link.jpg")
    assert problem(library, "link.jpg").code == "picture-missing"


def test_a_picture_that_is_not_there_gets_the_nearest_name(library: Path) -> None:
    assert problem(library, "photos/strat.jpg").hint == "did you mean start.jpg?"
