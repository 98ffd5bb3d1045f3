"""Numbers under pictures that no longer fit the cues."""

from __future__ import annotations

import pytest
from copies import copy

from handouts.preflight.captions import passed_over
from handouts.preflight.copy import Copy

CUES = "exercise: Squat\nsetup: [Stand.]\nexecution: [Bend., Sit., Wait., Rise.]\n"


def _figure(*steps: str) -> Copy:
    frames = "".join(f"    - {{steps: {each}, stance: standing}}\n" for each in steps)
    return copy(f"{CUES}figure:\n  frames:\n{frames}")


@pytest.mark.parametrize(
    "steps", [("setup 1", "1-2"), ("1-2", "3-4"), ("2", "3"), ("[setup 1, 1-3]",), ("1", "1-2")]
)
def test_cues_that_follow_each_other_are_no_gap(steps: tuple[str, ...]) -> None:
    assert [*passed_over(_figure(*steps))] == []


@pytest.mark.parametrize(
    ("steps", "line", "column", "missing"),
    [
        (("1", "3"), 7, 15, "cue 2"),
        (("1", "[setup 1, 4]"), 7, 25, "cue 2, 3"),
        (("1", "2", "4"), 8, 15, "cue 3"),
    ],
)
def test_a_cue_between_shown_ones_is_told_where_they_go_on(
    steps: tuple[str, ...], line: int, column: int, missing: str
) -> None:
    [problem] = passed_over(_figure(*steps))
    assert problem.message.startswith(f"the pictures pass over {missing} of execution")
    assert problem.place and (problem.place.line, problem.place.column) == (line, column)


def test_pictures_are_held_to_it_as_figures_are() -> None:
    files = "[{file: a.jpg, steps: 1}, {file: b.jpg, steps: 3-4}]"
    [problem] = passed_over(copy(f"{CUES}picture: {files}\n"))
    assert problem.place and (problem.place.line, problem.place.column) == (4, 43)
