from __future__ import annotations

from posing import CURL, figure

from handouts.figure.describe import describe


def test_a_strip_is_described_frame_by_frame() -> None:
    assert describe(figure(CURL)) == (
        "Three drawings of a person. 1: kneeling; Start tall. "
        "2: kneeling, knees slightly bent; Lower in one line. 3: kneeling; Touch lightly. "
        "With a thick pad and a heavy bench whose bar holds the ankles. Highlighted: hamstrings."
    )


def test_a_single_frame_needs_no_number() -> None:
    alone = figure("{frames: [{stance: standing, shoulder: up, right: {knee: 60}}]}")
    assert describe(alone) == "A person standing, one knee bent, arms overhead."
