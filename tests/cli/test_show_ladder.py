"""``show`` of ladders: their rungs, the easiest first."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Command = Callable[..., Any]

LADDER = """\
ladder: Front of the body
rungs:
  - {exercise: bridge, goal: first weeks, move_up: 2 × 8 with ease}
  - {exercise: plank, as: Long plank, dose: {hold: 60 s}, step_down: It hurts.}
"""


def write(library: Path) -> None:
    (library / "ladders").mkdir()
    (library / "ladders" / "front.yaml").write_text(LADDER, encoding="utf-8")


def test_a_ladder_is_shown_by_its_rungs(library: Path, handouts: Command) -> None:
    write(library)
    shown = handouts("show", "front", "--data", str(library), "--json").json
    assert (shown["kind"], shown["title"]) == ("ladder", "Front of the body")
    first, second = shown["rungs"]
    assert first == {
        "rung": 1,
        "exercise": "bridge",
        "title": "Bridge",
        "dose": {"sets": "2", "reps": "8"},
        "move_up": "2 × 8 with ease",
        "step_down": None,
    }
    assert (second["title"], second["dose"]) == ("Long plank", {"hold": "60\xa0s"})


def test_a_ladder_s_rungs_stand_in_a_table(library: Path, handouts: Command) -> None:
    write(library)
    said = handouts("show", "front", "--data", str(library)).out
    assert "1  Bridge      2 × 8\n2  Long plank  hold 60\xa0s\n" in said


def test_an_exercise_that_a_ladder_lacks_is_not_to_be_written_as_work_without_a_card(
    library: Path, handouts: Command
) -> None:
    (library / "ladders").mkdir()
    file = library / "ladders" / "up.yaml"
    file.write_text("ladder: Up\nrungs: [{exercise: plank}, {exercise: zzz}]\n", encoding="utf-8")
    (problem,) = handouts("up", "--data", str(library), "--json").json["problems"]
    assert problem["message"] == "zzz is not in the library"
    assert problem["hint"] == "write that exercise, or name another"
