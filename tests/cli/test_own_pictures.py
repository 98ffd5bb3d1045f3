"""People's own pictures, from the command line to paper."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Command = Callable[..., Any]


def pictured(exercise: Path, picture: str) -> str:
    """The text of an exercise with a picture."""
    return (
        exercise.read_text("utf-8").replace("missing-picture: short, ", "")
        + f"picture: {picture}\n"
    )


@pytest.fixture
def small_picture(library: Path) -> Path:
    """An exercise with a picture of 40 by 30 pixels."""
    exercise = library / "exercises" / "bridge.yaml"
    Image.new("RGB", (40, 30), "red").save(exercise.with_name("start.png"))
    exercise.write_text(pictured(exercise, "{alt: Start, file: start.png}"), "utf-8")
    return exercise


@pytest.mark.parametrize("command", ["build", "check"])
def test_too_few_pixels_are_a_warning_where_the_picture_is_named(
    command: str, small_picture: Path, handouts: Command
) -> None:
    ran = handouts(command, "bridge", "--data", "data", "--json")
    (problem,) = ran.json["problems"]
    assert ran.code == 0
    assert (problem["severity"], problem["code"]) == ("warning", "coarse-picture")
    line = small_picture.read_text("utf-8").splitlines()[problem["line"] - 1]
    assert line[problem["column"] - 1 :] == "start.png}"
    assert problem["message"].startswith("start.png prints at ")


def test_too_few_pixels_keep_a_handout_back_when_warnings_count(
    small_picture: Path, handouts: Command
) -> None:
    ran = handouts("build", "bridge", "--data", "data", "--strict", "--json")
    assert [problem["code"] for problem in ran.json["problems"]] == ["coarse-picture"]
    assert ran.code == 1
    assert not Path("out/card/bridge.pdf").exists()


LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">
  <style>.a {fill: #0b4a5b}</style>
  <rect class="a" width="200" height="100"/><circle cx="60" cy="50" r="30" fill="#e4572e"/>
</svg>
"""


@pytest.mark.parametrize("options", [(), ("--grey",)])
def test_a_card_may_show_pictures_of_every_kind(
    options: tuple[str, ...],
    library: Path,
    handouts: Command,
    check_pdf: Callable[[bytes], None],
) -> None:
    exercise = library / "exercises" / "bridge.yaml"
    for name in ("a.jpg", "b.png", "c.webp"):
        Image.effect_noise((640, 480), 60).convert("RGB").save(exercise.with_name(name))
    exercise.with_name("d.svg").write_text(LOGO, "utf-8")
    listed = "picture: [a.jpg, {file: b.png, fit: fill}, c.webp, {file: d.svg, alt: A logo}]\n"
    exercise.write_text(exercise.read_text("utf-8") + listed, "utf-8")
    ran = handouts("build", "bridge", "--data", "data", "--json", *options)
    assert (ran.code, ran.json["problems"]) == (0, [])
    check_pdf(Path("out/card/bridge.pdf").read_bytes())


def test_what_is_wrong_with_an_svg_file_is_told_where_it_is_named(
    library: Path, handouts: Command
) -> None:
    exercise = library / "exercises" / "bridge.yaml"
    exercise.with_name("d.svg").write_text(LOGO.replace("circle", "text"), "utf-8")
    exercise.write_text(pictured(exercise, "{alt: Start, file: d.svg}"), "utf-8")
    ran = handouts("check", "bridge", "--data", "data", "--json")
    (problem,) = ran.json["problems"]
    assert (ran.code, problem["column"]) == (1, 29)
    assert problem["message"] == "d.svg has text, which needs a font"


def test_svglib_is_not_there_until_a_vector_is_met() -> None:
    script = (
        "import sys; from handouts.batch import press; "
        "print(sorted(name for name in ('lxml', 'svglib', 'tinycss2') if name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
