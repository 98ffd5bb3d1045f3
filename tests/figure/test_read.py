from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from posing import CURL, figure, problems_in

from handouts.figure.grammar import FIGURE_RECORD
from handouts.figure.pose import Contact, Steps
from handouts.figure.read import read_figure
from handouts.source.problem import Problem
from handouts.source.yaml import parse


def test_later_frames_say_only_what_changes() -> None:
    first, second, _ = (frame.pose.posture.right_leg for frame in figure(CURL).frames)
    assert (first.knee, second.knee) == (94, 48)
    assert second.foot == first.foot == "tiptoe"


def test_a_side_overrides_the_plain_key_and_a_later_plain_key_both() -> None:
    frames = figure("{frames: [{knee: 10, left: {knee: 50}}, {hip: 5}, {knee: 20}]}").frames
    knees = [(f.pose.posture.right_leg.knee, f.pose.posture.left_leg.knee) for f in frames]
    assert knees == [(10, 50), (10, 50), (20, 20)]


def test_another_stance_brings_its_own_contacts() -> None:
    sitting, standing = figure(
        "{equipment: [chair], frames: [{stance: sitting, touch: {seat: chair, feet: floor}},"
        " {stance: standing}]}"
    ).frames
    assert sitting.pose.touch == (Contact("seat", "chair"), Contact("feet", "floor"))
    assert standing.pose.touch == (Contact("feet", "floor"),)


def test_a_contact_holds_the_foot_and_hand_it_needs() -> None:
    (frame,) = figure(
        "{equipment: [ball], frames: [{stance: supine, touch: {upper-back: floor, heels: ball}}]}"
    ).frames
    assert frame.pose.posture.right_leg.foot == "free"
    (frame,) = figure("{frames: [{stance: plank}]}").frames
    assert (frame.pose.posture.right_leg.foot, frame.pose.posture.left_arm.hand) == (
        "tiptoe",
        "flat",
    )


def test_arms_rest_on_the_floor_until_something_is_said_of_them() -> None:
    lying, lifted = figure("{frames: [{stance: supine}, {right: {shoulder: 90}}]}").frames
    assert lying.pose.resting_arms == ("right", "left")
    assert lifted.pose.resting_arms == ("left",)


def test_steps_tie_a_frame_to_its_cues() -> None:
    first, second, _ = figure(CURL).frames
    assert first.steps == (Steps("setup", 1, 5), Steps("execution", 1, 1))
    assert [str(steps) for steps in first.steps + second.steps] == ["1–5", "1", "2–3"]


def test_equipment_may_be_a_word() -> None:
    (mat, ball) = figure("{equipment: [mat, {type: ball, size: 65}], frames: [{}]}").equipment
    assert (mat.kind, mat.name, ball.size) == ("mat", "mat", 65)


def test_places_are_no_part_of_what_a_figure_is() -> None:
    assert figure(CURL) == figure("# moved down\n" + CURL)
    assert repr(figure(CURL)) == repr(figure("# moved down\n" + CURL))


@pytest.mark.parametrize(
    ("text", "code", "hint", "written"),
    [
        ("{frames: [{knees: 90}]}", "unknown-key", "did you mean knee?", "knees"),
        ("{frames: [{stance: standin}]}", "unknown-word", "did you mean standing?", "standin"),
        ("{frames: [{touch: {hels: floor}}]}", "unknown-part", "did you mean heels?", "hels"),
        ("{frames: [{touch: {heels: bal}}], equipment: [ball]}", "unknown-surface", None, "bal"),
        ("{frames: [{}], muscles: [quad]}", "unknown-muscle", "did you mean quads?", "quad"),
        ("{frames: [{knee: bent}]}", "not-a-number", None, "bent"),
        ("{frames: [{hip: dwn}]}", "not-a-number", "did you mean down?", "dwn"),
        ("{frames: [{knee: 5000}]}", "number-range", None, "5000"),
        ("{frames: [{steps: 5-2}]}", "steps-range", None, "5-2"),
        ("{frames: [{steps: first}]}", "steps", None, "first"),
        ("{frames: [{moves: head}]}", "moves-first", None, "moves"),
        ("{frames: [{line: [knee]}]}", "line-ends", "write line: [knee, head]", "line"),
        ("{frames: [{}], equipment: [mat, mat]}", "same-name", None, "mat"),
        ("{frames: []}", "frame-count", None, "frames"),
        ("{frames: [{reach: {head: {to: knees}}}]}", "cannot-reach", None, "head"),
        ("{frames: [{reach: {hands: stay}}]}", "stay-first", None, "stay"),
        ("{frames: [{stance: hanging}]}", "no-bar", "add bar to the equipment", "stance"),
        ("{frames: [{}], equipment: [{type: loop-band, at: head}]}", "loop-place", None, "type"),
        ("{frames: [{}], equipment: [{type: band, through: [grips]}]}", "band-ends", None, "type"),
        ("{frames: [{}], equipment: [{type: box, height: 0}]}", "number-range", None, "0"),
    ],
)
def test_a_mistake_is_a_problem_at_its_place(
    text: str, code: str, hint: str | None, written: str
) -> None:
    (problem,) = problems_in(text)
    assert problem.code == code
    assert problem.place is not None
    at = problem.place.column - 1
    assert text[at : at + problem.place.length] == written
    if hint is not None:
        assert problem.hint == hint


def test_every_mistake_is_reported() -> None:
    found = problems_in("{frames: [{knee: bent, stance: flying}, {elbw: 3}], muscles: [x]}")
    assert len(found) == 4


def test_every_key_is_in_the_schema_with_what_it_is_for() -> None:
    schema = FIGURE_RECORD.schema({})
    properties = schema["properties"]
    assert isinstance(properties, dict)
    assert {"frames", "muscles", "equipment", "view"} <= properties.keys()
    assert all(entry["description"] for entry in properties.values())


values = st.recursive(
    st.sampled_from(["", "90", "floor", "knee", "mat", "standing", "head", "-", "é", "99999"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["frames", "knee", "touch", "left", "equipment", "type", "reach", "hands"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=12,
)


@given(values)
def test_any_description_is_a_figure_or_a_problem(value: object) -> None:
    node, problems = parse(repr(value).encode(), "any.yaml")
    if node is None:
        assert problems
        return
    found: list[Problem] = []
    assert (read_figure(node, found) is None) == bool(found)
