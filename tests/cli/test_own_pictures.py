"""People's own pictures, from the command line to paper."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

Command = Callable[..., Any]


@pytest.fixture
def small_picture(library: Path) -> Path:
    """An exercise with a picture of 40 by 30 pixels."""
    exercise = library / "exercises" / "bridge.yaml"
    Image.new("RGB", (40, 30), "red").save(exercise.with_name("start.png"))
    exercise.write_text(exercise.read_text("utf-8") + "picture: start.png\n", "utf-8")
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
    assert line[problem["column"] - 1 :] == "start.png"
    assert problem["message"].startswith("start.png prints at ")


def test_too_few_pixels_keep_a_handout_back_when_warnings_count(
    small_picture: Path, handouts: Command
) -> None:
    ran = handouts("build", "bridge", "--data", "data", "--strict", "--json")
    assert [problem["code"] for problem in ran.json["problems"]] == ["coarse-picture"]
    assert ran.code == 1
    assert not Path("out/card/bridge.pdf").exists()
