"""Making a page fit: the layout's steps are taken in order until everything has a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from handouts.layout.block import Block, FitStep, PageBreak, Stack, StretchStep
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment

TOLERANCE = 0.01
"""Points by which sums of lengths may be off."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a page has for its body, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Fitted:
    """Body boxes, one a page, in the environments they were measured in."""

    boxes: Sequence[Box]
    environment: Environment


@dataclass(frozen=True, slots=True)
class Excess:
    """How far a body is from fitting when no step is left, in points."""

    points: float
    environment: Environment


def fit(
    parts: Sequence[Block],
    room: Room,
    start: Environment,
    steps: Sequence[FitStep],
    most_pages: int | None,
) -> Fitted | Excess:
    """Take as few steps as it needs for a body’s parts to stand on ``most_pages`` pages or fewer.

    The steps add up, and each makes a page shorter. How far the next attempt reaches is guessed
    from what the steps so far have saved; then the steps before a fitting one are tried.
    """
    environments = [start]

    def attempt(index: int) -> Sequence[Box] | None:
        while len(environments) <= index:
            environments.append(environments[-1].after(steps[len(environments) - 1]))
        return paginate(parts, room, environments[index], most_pages)

    def excess(index: int) -> float:
        return _excess(parts, room, environments[index], most_pages)

    low, high = -1, len(steps) + 1
    guess, best = 0, None
    while high - low > 1:
        boxes = attempt(guess)
        if boxes is None:
            low = guess
            guess = min(low + _reach(excess(0), excess(low), low), len(steps), high - 1)
        else:
            best, high = boxes, guess
            guess = high - 1
        if low == len(steps):
            return Excess(excess(low), environments[low])
    assert best is not None
    fitted = Fitted(best, environments[high])
    return _restored(fitted, parts, room, steps[:high], most_pages)


def _reach(first: float, now: float, steps: int) -> int:
    """Guess how many more steps it takes, from the excess before and after some of them."""
    saved = (first - now) / steps if steps else 0.0
    return max(1, ceil(now / saved)) if saved > 0 else 1


def _restored(
    fitted: Fitted,
    parts: Sequence[Block],
    room: Room,
    steps: Sequence[FitStep],
    most_pages: int | None,
) -> Fitted:
    """Bring back what an earlier step left out, where a later one made more room than it needs."""
    names = [name for step in reversed(steps) for name in step.leave_out]
    if steps and len(steps[-1].leave_out) == 1:
        del names[0]  # without it the page did not fit
    for name in names:
        if name in fitted.environment.left_out:
            environment = fitted.environment.with_block(name)
            boxes = paginate(parts, room, environment, most_pages)
            if boxes is not None:
                fitted = Fitted(boxes, environment)
    return fitted


def paginate(
    parts: Sequence[Block], room: Room, environment: Environment, most_pages: int | None
) -> Sequence[Box] | None:
    """Give one box a page, breaking at page breaks and where a page is full.

    None if that takes more than ``most_pages``, or something that does not break is too high.
    """
    boxes: list[Box] = []
    each_on_one = most_pages is not None and len(parts) >= most_pages
    for part in parts:
        rest = environment.measure(part, room.width)
        if each_on_one and rest is not None and rest.height > room.height + TOLERANCE:
            return None
        while rest is not None:
            if most_pages is not None and len(boxes) >= most_pages:
                return None
            head, rest = rest.split(room.height)
            if head is None:
                return None
            boxes.append(head)
    return boxes


def cut_at_page_breaks(body: Block) -> list[Block]:
    """Cut a body at its page breaks."""
    if not isinstance(body, Stack) or not any(
        isinstance(block, PageBreak) for block in body.blocks
    ):
        return [body]
    runs: list[list[Block]] = [[]]
    for block in body.blocks:
        if isinstance(block, PageBreak):
            runs.append([])
        else:
            runs[-1].append(block)
    return [Stack(blocks=tuple(run), gap=body.gap, role=body.role) for run in runs if run]


def stretch(
    part: Block, room: Room, environment: Environment, steps: Sequence[StretchStep]
) -> Box | None:
    """Give a page's spare height to the layout's tokens in turn, then to what grows."""
    for step in steps:
        environment = _stretched(part, room, environment, step)
    box = environment.measure(part, room.width)
    return box.stretched(room.height) if box and box.grows and box.height < room.height else box


def _stretched(part: Block, room: Room, environment: Environment, step: StretchStep) -> Environment:
    """Raise a token as far as the page holds.

    A page's height is a convex function of a gap (sums and maxima of linear ones), so the value
    found on the chord is never too large.
    """
    low, high = environment.tokens[step.token], step.most
    if high <= low:
        return environment
    natural = _height(part, room, environment)
    widest = environment.with_token(step.token, high)
    most = _height(part, room, widest)
    if most <= room.height + TOLERANCE:
        return widest
    if natural >= room.height or most <= natural:
        return environment
    value = low + (high - low) * (room.height - natural) / (most - natural)
    return environment.with_token(step.token, value)


def _height(part: Block, room: Room, environment: Environment) -> float:
    box = environment.measure(part, room.width)
    return box.height if box else 0.0


def _excess(
    parts: Sequence[Block], room: Room, environment: Environment, most_pages: int | None
) -> float:
    boxes = environment.measured(parts, room.width)
    if most_pages is not None and len(boxes) < most_pages:
        return sum(box.height for box in boxes) - room.height * most_pages
    return max((box.height - room.height for box in boxes), default=0.0)
