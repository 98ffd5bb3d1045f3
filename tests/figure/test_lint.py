from __future__ import annotations

import pytest
from posing import BRIDGE, CURL, PUSH_UP, figure

from handouts.figure.lint import lint
from handouts.source.problem import Severity


@pytest.mark.parametrize("text", [CURL, PUSH_UP, BRIDGE])
def test_a_sound_figure_has_nothing_to_say(text: str) -> None:
    assert lint(figure(text)) == []


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "{frames: [{hip: 170, lean: 0, foot: free}]}",
            "range-of-motion",
            "hip: 170 is past its range of −30 to 135",
        ),
        ("{frames: [{stance: standing, hip: 0, knee: 60, lean: 0}]}", "range-of-motion", "ankle"),
        (
            "{frames: [{stance: standing, reach: {right-hand: {to: right-heel}}}]}",
            "out-of-reach",
            "the right hand misses its target by",
        ),
        (
            "{frames: [{stance: kneeling, lean: 0, touch: {knee-pads: floor}, foot: free,"
            " right: {knee: 20}}]}",
            "below-floor",
            "below the floor",
        ),
        (
            "{equipment: [{type: wall, at: toes, ahead: 10}],"
            " frames: [{stance: standing, shoulder: 90}]}",
            "inside-wall",
            "inside the wall",
        ),
        (
            "{frames: [{stance: supine, knee: 90, hip: 45, caption: Lift the hips}]}",
            "hips-rest",
            "the caption lifts the hips",
        ),
        ("{frames: [{}, {caption: The same}]}", "same-frame", "frame 2 looks like"),
        ("{muscles: [chest], view: back, frames: [{}]}", "muscle-hidden", "chest cannot be seen"),
    ],
)
def test_what_looks_wrong_is_a_warning(text: str, code: str, message: str) -> None:
    found = [problem for problem in lint(figure(text)) if problem.code == code]
    assert found
    assert message in found[0].message
    assert all(problem.severity is Severity.WARNING for problem in found)


def test_a_warning_stands_where_the_joint_was_written() -> None:
    text = "frames:\n  - {stance: standing}\n  - {lean: 0, left: {knee: -20}}\n"
    found = [p for p in lint(figure(text)) if p.code == "range-of-motion"]
    assert found[0].place is not None
    assert (found[0].place.line, found[0].place.column) == (3, 15)
