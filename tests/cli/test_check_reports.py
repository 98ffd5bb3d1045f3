"""What ``check`` says besides problems: codes when asked for, and scores by PEMAT."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]


def test_verbose_names_the_code_of_a_problem(library: Path, handouts: Command) -> None:
    path = library / "exercises" / "plank.yaml"
    path.write_text(path.read_text("utf-8").replace("Press up", "You are up"), "utf-8")
    assert "not with what to do\n" in handouts("check", "plank", "--data", "data").out
    ended = handouts("check", "plank", "--data", "data", "--verbose")
    assert "not with what to do [verb-first]\n" in ended.out


def test_words_of_a_library_count(library: Path, handouts: Command) -> None:
    path = library / "exercises" / "plank.yaml"
    path.write_text(path.read_text("utf-8").replace("Press up", "Zorch up"), "utf-8")
    assert "Zorch" in handouts("check", "plank", "--data", "data").out
    (library / "words").mkdir()
    (library / "words" / "en.yaml").write_text("verbs: [zorch]\n", encoding="utf-8")
    assert "Zorch" not in handouts("check", "plank", "--data", "data").out


def test_pemat_is_reported_for_each_handout(library: Path, handouts: Command) -> None:
    ended = handouts("check", "--data", "data", "--pemat")
    assert "plank as card: PEMAT " in ended.out and "bridge as card: PEMAT " in ended.out
    assert "  no   11 It has a summary.\n" in ended.out
    assert "  look  2 Nothing in it leads away from that.\n" in ended.out


def test_pemat_stands_in_json_when_it_is_asked_for(library: Path, handouts: Command) -> None:
    (checked,) = handouts("check", "plank", "--data", "data", "--json", "--pemat").json["checked"]
    assert set(checked["pemat"]) == {"understandability", "actionability", "items"}
    assert checked["pemat"]["items"][0] == {
        "item": 1,
        "says": "It is plain at once what it is for.",
        "verdict": "no",
    }
    (plain,) = handouts("check", "plank", "--data", "data", "--json").json["checked"]
    assert "pemat" not in plain
