"""Stacks: boxes one below the other; and columns, which are stacks side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handouts.layout.block import Columns, Measure, Space, Stack
from handouts.typeset.box import Box
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element
from handouts.typeset.placer import Placer


@dataclass(slots=True, eq=False)
class StackBox(Box):
    """Boxes below one another with a gap between. Both parts of a split stack share one element."""

    boxes: Sequence[Box]
    gap: float
    element: Element | None
    together: bool = False

    def stretched(self, height: float) -> StackBox:
        """Share the spare height among the boxes that have a use for it."""
        growing = sum(box.grows for box in self.boxes)
        if not growing or height <= self.height:
            return self
        share = (height - self.height) / growing
        boxes = [box.stretched(box.height + share) if box.grows else box for box in self.boxes]
        return replace(self, boxes=boxes, height=height)

    def split(self, height: float) -> tuple[Box | None, Box | None]:
        """Break between two boxes, or within one; a heading stays with what follows it."""
        if self.height <= height + 1e-6:
            return self, None
        if self.together:
            return None, self
        fitting, top = 0, 0.0
        for box in self.boxes:
            if top + box.height > height + 1e-6:
                break
            top += box.height + self.gap
            fitting += 1
        head, tail = self.boxes[fitting].split(height - top)
        first = [*self.boxes[:fitting], *([head] if head else [])]
        while first and _is_heading(first[-1]):
            first.pop()
        if not first:
            return None, self
        rest = (
            [*self.boxes[len(first) :]]
            if not head
            else [*([tail] if tail else []), *self.boxes[fitting + 1 :]]
        )
        return self._of(first), self._of(rest)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the boxes from the top down."""
        if self.element:
            out.begin(self.element)
        for box in self.boxes:
            box.place(out, x, y)
            y += box.height + self.gap
        if self.element:
            out.end()

    def _of(self, boxes: Sequence[Box]) -> StackBox:
        return replace(
            self, boxes=boxes, height=_height(boxes, self.gap), grows=any(b.grows for b in boxes)
        )


@dataclass(slots=True, eq=False)
class ColumnsBox(Box):
    """Stacks side by side that are read one after the other."""

    stacks: Sequence[StackBox]
    pitch: float
    element: Element | None

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the columns in reading order."""
        if self.element:
            out.begin(self.element)
        for stack in self.stacks:
            stack.place(out, x, y)
            x += self.pitch
        if self.element:
            out.end()


@dataclass(slots=True, eq=False)
class SpaceBox(Box):
    """Nothing, so high."""

    def place(self, out: Placer, x: float, y: float) -> None:
        """Leave the page as it is."""


def measure_stack(block: Stack, width: float, environment: Environment) -> Box | None:
    """Measure the blocks below one another; nothing if none of them is there."""
    boxes = environment.measured(block.blocks, width)
    if not boxes or all(type(box) is SpaceBox for box in boxes):
        return None
    gap = environment.length(block.gap)
    element = Element(block.role, numbering=block.numbering) if block.role else None
    return StackBox(
        max([box.width for box in boxes]),
        _height(boxes, gap),
        any([box.grows for box in boxes]),
        boxes,
        gap,
        element,
        block.together,
    )


def measure_columns(block: Columns, width: float, environment: Environment) -> Box | None:
    """Flow the blocks down as many columns as the width has room for."""
    column_gap = environment.length(block.column_gap)
    fitting = (
        int((width + column_gap) / (environment.length(block.measure) + column_gap))
        if width < 1e6
        else 1
    )
    count = max(1, fitting)
    column = (width - column_gap * (count - 1)) / count
    boxes = environment.measured(block.blocks, column)
    if not boxes:
        return None
    gap = environment.length(block.gap)
    stacks = [_stack(part, gap) for part in _evenly(boxes, gap, count)]
    element = Element(block.role, numbering=block.numbering) if block.role else None
    pitch = column + column_gap
    used = pitch * (len(stacks) - 1) + stacks[-1].width
    return ColumnsBox(used, max(stack.height for stack in stacks), False, stacks, pitch, element)


def measure_space(block: Space, width: float, environment: Environment) -> SpaceBox:
    """Measure empty height."""
    return SpaceBox(0.0, environment.length(block.height), False)


def measure_limited(block: Measure, width: float, environment: Environment) -> Box | None:
    """Measure a block for a width that is kept within a limit."""
    return environment.measure(block.block, min(width, environment.length(block.width)))


def _evenly(boxes: Sequence[Box], gap: float, count: int) -> list[Sequence[Box]]:
    """Cut the boxes into ``count`` runs whose tallest is as short as can be (by bisection)."""
    if count == 1:
        return [boxes]
    low, high = _height(boxes, gap) / count, _height(boxes, gap)
    best: list[Sequence[Box]] = [boxes]
    for _ in range(12):
        middle = (low + high) / 2
        runs = _runs(boxes, gap, middle)
        if len(runs) <= count and max(_height(run, gap) for run in runs) <= middle:
            best, high = runs, middle
        else:
            low = middle
    return best


def _runs(boxes: Sequence[Box], gap: float, height: float) -> list[Sequence[Box]]:
    runs: list[list[Box]] = [[]]
    top = 0.0
    for box in boxes:
        if runs[-1] and top + box.height > height:
            runs.append([])
            top = 0.0
        runs[-1].append(box)
        top += box.height + gap
    return list(runs)


def _stack(boxes: Sequence[Box], gap: float) -> StackBox:
    return StackBox(max(box.width for box in boxes), _height(boxes, gap), False, boxes, gap, None)


def _height(boxes: Sequence[Box], gap: float) -> float:
    return sum([box.height for box in boxes]) + gap * max(len(boxes) - 1, 0)


def _is_heading(box: Box) -> bool:
    return getattr(getattr(box, "block", None), "role", None) in {"H1", "H2", "H3", "H4"}
