"""Making a page fit: the layout's steps in order, no more of them than needed."""

import pytest
from setting import environment, text

from handouts.layout.block import (
    Block,
    FitStep,
    PageBreak,
    Sign,
    Stack,
    StretchStep,
    Style,
    WriteLines,
)
from handouts.typeset import fit
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment

STEPS = (
    FitStep(tokens={"gap": 2.0}),
    FitStep(leave_out=("extra",)),
    FitStep(styles={"body": Style(9.5, 12)}),
)


def start() -> Environment:
    return environment(gap=10.0)


def body(lines: int) -> Block:
    """So many lines and one more that can go, with gaps: 14 a line, 10 a gap."""
    extra = text("extra", name="extra")
    return Stack(blocks=(*(text("line") for _ in range(lines)), extra), gap="gap")


def fitted(lines: int, height: float, most_pages: int | None = 1) -> fit.Fitted | fit.Excess:
    return fit.fit(body(lines), fit.Room(100, height, height), start(), STEPS, most_pages)


def boxes_of(fitted: fit.Fitted) -> list[Box]:
    return list(fitted.boxes)


def natural(lines: int) -> float:
    return (lines + 1) * 14 + lines * 10


@pytest.mark.parametrize(
    ("height", "steps", "left_out"),
    [
        (natural(9), 0, set()),
        (natural(9) - 1, 1, set()),
        (10 * 14 + 9 * 2, 1, set()),
        (10 * 14 + 9 * 2 - 1, 2, {"extra"}),
        (9 * 14 + 8 * 2, 2, {"extra"}),
        (9 * 14 + 8 * 2 - 1, 3, set()),
        (9 * 12 + 8 * 2, 3, {"extra"}),
    ],
)
def test_as_few_steps_are_taken_as_the_page_needs(
    height: float, steps: int, left_out: set[str]
) -> None:
    result = fitted(9, height)
    assert isinstance(result, fit.Fitted)
    reached = start()
    for step in STEPS[:steps]:
        reached = reached.after(step)
    assert result.environment.tokens == reached.tokens
    assert result.environment.styles == reached.styles
    assert result.environment.left_out == left_out
    assert sum(box.height for box in boxes_of(result)) <= height + fit.TOLERANCE


def test_what_left_too_early_comes_back_when_a_later_step_makes_room() -> None:
    small, large = text("small", name="small"), text("word " * 60, name="large")
    part = Stack(blocks=(text("kept"), small, large))
    steps = [FitStep(leave_out=("small",)), FitStep(leave_out=("large",))]
    result = fit.fit(part, fit.Room(100, 40, 40), start(), steps, 1)
    assert isinstance(result, fit.Fitted)
    assert result.environment.left_out == {"large"}


def test_what_no_step_can_fit_is_an_excess_in_points() -> None:
    result = fitted(9, 100)
    assert isinstance(result, fit.Excess)
    assert result.points == pytest.approx(9 * 12 + 8 * 2 - 100)


def test_two_pages_are_used_before_any_step() -> None:
    result = fitted(9, 130, most_pages=2)
    assert isinstance(result, fit.Fitted)
    assert result.environment.tokens["gap"] == 10
    assert len(boxes_of(result)) == 2


def test_any_number_of_pages_needs_no_step() -> None:
    result = fitted(50, 130, most_pages=None)
    assert isinstance(result, fit.Fitted)
    assert result.environment.tokens["gap"] == 10
    assert len(boxes_of(result)) == 11
    assert all(box.height <= 130 for box in boxes_of(result))


def test_a_block_higher_than_a_page_is_an_excess_and_not_clipped() -> None:
    tall = Sign(kind="stop", size=20 * 12.0)
    part = Stack(blocks=(text("word " * 400), tall, text("word")))
    result = fit.fit(part, fit.Room(100, 130, 130), start(), STEPS, None)
    assert isinstance(result, fit.Excess)
    assert result.points == pytest.approx(20 * 12 - 130, abs=1)


def test_page_breaks_cut_the_body() -> None:
    stack = Stack(blocks=(text("front"), PageBreak(), text("back"), PageBreak()), gap=3.0)
    parts = fit.cut_at_page_breaks(stack)
    assert [len(part.blocks) for part in parts if isinstance(part, Stack)] == [1, 1]


def test_spare_height_goes_to_tokens_first_and_then_to_what_grows() -> None:
    lines = WriteLines(count=2, pitch=20.0, most=30.0)
    part = Stack(blocks=(text("one"), text("two"), lines), gap="gap")
    used = 2 * 14 + 40 + 2 * 10
    step = [StretchStep("gap", 15.0)]
    little = fit.stretch(part, fit.Room(100, used + 4, used + 4), start(), step)
    assert little is not None and little.height == pytest.approx(used + 4)
    much = fit.stretch(part, fit.Room(100, 400, 400), start(), step)
    assert much is not None and much.height == pytest.approx(400)


def test_a_page_that_is_full_is_not_stretched() -> None:
    part = Stack(blocks=(text("one"), text("two")), gap="gap")
    box = fit.stretch(part, fit.Room(100, 38, 38), start(), [StretchStep("gap", 15.0)])
    assert box is not None and box.height == pytest.approx(38)


def test_a_step_keeps_every_box_it_does_not_touch() -> None:
    before = start()
    one, two = text("one"), Stack(blocks=(text("two"), text("three")), gap="gap")
    kept, changed = before.measure(one, 100), before.measure(two, 100)
    after = before.after(STEPS[0])
    assert after.measure(one, 100) is kept
    assert after.measure(two, 100) is not changed
