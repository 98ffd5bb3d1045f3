"""Whatever can be read can be drawn, however odd."""

from __future__ import annotations

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from handouts.figure.draw import draw
from handouts.figure.kind import KINDS
from handouts.figure.landmark import names
from handouts.figure.lint import lint
from handouts.figure.musculature import MUSCLES
from handouts.figure.read import read_figure
from handouts.figure.stance import JOINTS, STANCES
from handouts.source.problem import Problem
from handouts.source.yaml import parse

part = st.sampled_from(names())
degrees = st.integers(-200, 200)
joints = st.dictionaries(st.sampled_from(list(JOINTS)), degrees, max_size=6)
frame = st.builds(
    lambda stance, joints, rest: {"stance": stance, **joints, **rest},
    st.sampled_from(list(STANCES)),
    joints,
    st.fixed_dictionaries(
        {},
        optional={
            "touch": st.dictionaries(part, st.just("floor"), max_size=3),
            "lean": degrees,
            "line": st.tuples(part, part),
            "reach": st.dictionaries(
                st.sampled_from(["hands", "left-foot", "head"]),
                st.fixed_dictionaries({"to": part, "ahead": degrees}),
                max_size=1,
            ),
        },
    ),
)
thing = st.fixed_dictionaries(
    {"type": st.sampled_from(list(KINDS))}, optional={"at": part, "size": st.integers(1, 300)}
)
description = st.fixed_dictionaries(
    {"frames": st.lists(frame, min_size=1, max_size=2)},
    optional={
        "equipment": st.lists(thing, max_size=2),
        "muscles": st.lists(st.sampled_from(list(MUSCLES)), max_size=2),
        "camera": st.fixed_dictionaries({"yaw": degrees, "pitch": st.integers(-90, 90)}),
        "crop": st.sampled_from(["legs", "arms"]),
        "pin": part,
    },
)


CROPPED_AWAY = {
    "frames": [
        {"stance": "plank", "hip_turn": 0, "shrug": -33, "bend": -4, "hip_out": 65},
        {"stance": "plank", "lean": 77},
    ],
    "crop": "arms",
}
"""Of the second frame a crop left specks that are too small to draw."""


@settings(max_examples=30, deadline=None)
@given(description)
@example(CROPPED_AWAY)
def test_any_figure_is_drawn_or_a_problem(description: dict[str, object]) -> None:
    node, found = parse(json.dumps(description).encode(), "any.yaml")
    problems: list[Problem] = [*found]
    assert node is not None, problems
    figure = read_figure(node, problems)
    if figure is None:
        assert problems
        return
    assert all(frame.drawing.shapes for frame in draw(figure).frames)
    assert all(problem.place is not None for problem in lint(figure))
