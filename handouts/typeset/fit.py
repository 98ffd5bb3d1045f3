"""Making a page fit: the layout's steps are taken in order until everything has a place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from math import ceil

from handouts.dataclass import dataclass
from handouts.layout.block import Block, FitStep, PageBreak, Stack, StretchStep, Traced
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment

TOLERANCE = 0.01
"""Points by which sums of lengths may be off."""


STRETCH_TRIES = 3
"""So often a growth is tried, by half of it less each time, before a token stays as it is."""

TYPICAL_STEP = 0.025
"""The part of a page's height that a step saves, for all that is known before one is taken."""


@dataclass(frozen=True, slots=True)
class Room:
    """What pages have for a body, in points: the first its own height, and each later one."""

    width: float
    height: float
    later: float

    @property
    def after_first(self) -> Room:
        """The room of what begins on a later page."""
        return replace(self, height=self.later)


@dataclass(frozen=True, slots=True)
class Fitted:
    """The boxes of a part of a body, one a page, and the environment they were measured in."""

    boxes: Sequence[Box]
    environment: Environment


@dataclass(frozen=True, slots=True)
class Excess:
    """How far a part of a body is from fitting when no step is left, in points."""

    points: float
    environment: Environment


def fit(
    part: Block,
    room: Room,
    start: Environment,
    steps: Sequence[FitStep],
    most_pages: int | None,
) -> Fitted | Excess:
    """Take as few steps as it needs for a part to stand on ``most_pages`` pages or fewer.

    The steps add up, and each makes a page shorter.
    """
    search = _Search(part, room, start, steps, most_pages)
    while search.high - search.low > 1:
        search.attempt(min(search.low + search.reach(), len(steps)))
        if search.low == len(steps):
            last = search.environments[search.low]
            return Excess(_shortfall(part, room, last, most_pages), last)
    fitted = Fitted(search.pages, search.environments[search.high])
    return _restored(fitted, part, room, steps[: search.high], most_pages)


class _Search:
    """The search for the first number of steps that is enough.

    ``low``, the last attempt that was too long, and ``high``, the first that fitted on ``pages``,
    close in on each other; how far they were from fitting says where to try next.
    """

    def __init__(
        self,
        part: Block,
        room: Room,
        start: Environment,
        steps: Sequence[FitStep],
        most_pages: int | None,
    ) -> None:
        self._part, self._room, self._steps, self._most_pages = part, room, steps, most_pages
        self.environments = [start]
        self.low, self.high = -1, len(steps) + 1
        self.pages: Sequence[Box] = ()

    def attempt(self, index: int) -> None:
        """Try to fit the page after so many steps, with what the nearest attempt has measured."""
        environments, steps = self.environments, self._steps
        while len(environments) <= index:
            environments.append(environments[-1].after(steps[len(environments) - 1]))
        above = self._has_fitted and self.high - index <= index - self.low
        nearest = self.high if above else self.low
        if nearest >= 0:
            between = steps[min(index, nearest) : max(index, nearest)]
            names = {name for step in between for name in step.names}
            environments[index].keep_from(environments[nearest], names)
        pages = paginate(self._part, self._room, environments[index], self._most_pages)
        if pages is None:
            self.low = index
        else:
            self.pages, self.high = pages, index

    def excess(self, index: int) -> float:
        """Tell how far an attempt was from fitting; it is negative where there is room to spare."""
        return _excess(self._part, self._room, self.environments[index], self._most_pages)

    def reach(self) -> int:
        """Tell by how many steps the next attempt goes beyond the one that was too long."""
        low, high = self.low, self.high
        if low < 0:
            return 1
        left = self.excess(low)
        if self._has_fitted:
            return min(_reach(left, left - self.excess(high), high - low), high - low - 1)
        if low:
            return _reach(left, self.excess(0) - left, low)
        return _reach(left, self._room.height * TYPICAL_STEP, 1)

    @property
    def _has_fitted(self) -> bool:
        return self.high <= len(self._steps)


def _reach(excess: float, saved: float, steps: int) -> int:
    """Guess how many steps make up for an excess, if so many save so much."""
    return max(1, ceil(excess * steps / saved)) if saved > 0 else 1


def _restored(
    fitted: Fitted,
    part: Block,
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
            pages = paginate(part, room, environment, most_pages)
            if pages is not None:
                fitted = Fitted(pages, environment)
    return fitted


def paginate(
    part: Block, room: Room, environment: Environment, most_pages: int | None
) -> Sequence[Box] | None:
    """Give one box a page for a part of a body, breaking it where a page is full.

    None if that takes more than ``most_pages``, or something that does not break is too high.
    """
    box = environment.measure(part, room.width)
    if box is None:
        return []
    if most_pages == 1:
        return [box] if box.height <= room.height + TOLERANCE else None
    return _broken(box, room, most_pages)


def _broken(box: Box, room: Room, most: int | None) -> Sequence[Box] | None:
    """Break a box into pages; none if they are more than ``most``, or it does not break."""
    boxes: list[Box] = []
    rest: Box | None = box
    while rest is not None:
        head, rest = rest.split(room.later if boxes else room.height, fresh=True)
        if head is None or (most is not None and len(boxes) >= most):
            return None
        boxes.append(head)
    return boxes


def cut_at_page_breaks(body: Block) -> list[Block]:
    """Cut a body at its page breaks, those in stacks within it too."""
    if isinstance(body, Traced):
        return [replace(body, block=part) for part in cut_at_page_breaks(body.block)]
    if not isinstance(body, Stack):
        return [body]
    runs: list[list[Block]] = [[]]
    for block in body.blocks:
        if isinstance(block, PageBreak):
            runs.append([])
            continue
        parts = cut_at_page_breaks(block)
        runs[-1] += parts[:1]
        runs += [[part] for part in parts[1:]] if parts else [[]]
    if len(runs) == 1:
        return [body]
    return [replace(body, blocks=tuple(run)) for run in runs if run]


def stretch(
    part: Block, room: Room, environment: Environment, steps: Sequence[StretchStep]
) -> Box | None:
    """Give a page's spare height to the layout's tokens in turn, then to what grows."""
    for step in steps:
        environment = _stretched(part, room, environment, step)
    box = environment.measure(part, room.width)
    return box and filling(box, room.height)


def filling(box: Box, height: float) -> Box:
    """Give a box that fills a page, if it has a use for what is left of it."""
    return box.stretched(height) if box.grows and box.height < height else box


def _stretched(part: Block, room: Room, environment: Environment, step: StretchStep) -> Environment:
    """Raise a token as far as the page holds.

    A page's height is a convex function of a gap (sums and maxima of linear ones), so the value
    found on the chord is never too large. Of pictures, which move from one row to two, it may be:
    then half of the growth is tried, and half of that.
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
    growth = (high - low) * (room.height - natural) / (most - natural)
    for halved in range(STRETCH_TRIES):
        raised = environment.with_token(step.token, low + growth / 2**halved)
        if _height(part, room, raised) <= room.height + TOLERANCE:
            return raised
    return environment


def _height(part: Block, room: Room, environment: Environment) -> float:
    box = environment.measure(part, room.width)
    return box.height if box else 0.0


def _shortfall(part: Block, room: Room, environment: Environment, most_pages: int | None) -> float:
    """Tell how much higher pages would have to be for a part that does not fit, to a point."""
    box = environment.measure(part, room.width)
    return _least_height(box, room, most_pages) - room.height if box else 0.0


def _excess(part: Block, room: Room, environment: Environment, most_pages: int | None) -> float:
    """Tell how much higher a page would have to be for a part, or all its pages together."""
    box = environment.measure(part, room.width)
    if box is None:
        return 0.0
    if most_pages is None:
        return _least_height(box, room, None) - room.height
    return box.height - room.height - room.later * (most_pages - 1)


def _least_height(box: Box, room: Room, most_pages: int | None) -> float:
    """Find how high pages must be for a box to break into them (by bisection)."""
    low, high = room.height, max(box.height, room.height)
    while high - low > 1:
        middle = (low + high) / 2
        if _broken(box, Room(room.width, middle, max(middle, room.later)), most_pages) is None:
            low = middle
        else:
            high = middle
    return high
