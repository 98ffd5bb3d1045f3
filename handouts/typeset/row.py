"""Rows: boxes side by side on tracks; and wraps, which go on in a new line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import accumulate

from handouts.dataclass import dataclass
from handouts.layout.block import Row, Track, VerticalAlign, Wrap
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.breaking import SpaceBox, height_of
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element
from handouts.typeset.placer import Placer
from handouts.typeset.stack import StackBox
from handouts.typeset.text import ROUNDING
from handouts.typeset.writing import RuleBox

UNBOUNDED = 1e6
"""A width no content reaches: measuring for it gives the content's own."""


LARGEST_CONTENTS = 0.7
"""The part of a row that contents may take where others share what is left, or that lengths keep
which would leave the others nothing."""


_BARE = (SpaceBox, RuleBox)
"""What is in a row to look at."""


@dataclass(slots=True, eq=False)
class RowBox(Box):
    """Boxes side by side, each at its offset from the row's start, all in one height."""

    boxes: Sequence[Box]
    offsets: Sequence[float]
    align: VerticalAlign
    role: str | None

    @property
    def within(self) -> Sequence[Box]:
        """The boxes."""
        return self.boxes

    @property
    def keeps_with_next(self) -> bool:
        """A row with a heading in it leads to what follows."""
        return any([box.keeps_with_next for box in self.boxes if not isinstance(box, _BARE)])

    def at_head(self) -> RowBox:
        """Pass it on to the boxes, all of which stand at the head."""
        return replace(self, boxes=[box.at_head() for box in self.boxes])

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Wait for a new page; one that is higher than that breaks, each of its boxes by itself."""
        if self.height <= height + TOLERANCE:
            return self, None
        parts = [box.split(height, fresh) for box in self.boxes] if fresh else []
        if not parts or any([head is None for head, _ in parts]):
            return None, self
        first = self._of([head for head, _ in parts])
        return first, self._of([tail for _, tail in parts])

    def stretched(self, height: float) -> RowBox:
        """Give the height to every box that has a use for it."""
        boxes = [box.stretched(height) if box.grows else box for box in self.boxes]
        return replace(self, boxes=boxes, height=height)

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the boxes from the start on."""
        if self.role:
            out.begin(Element(self.role))
        part = {"top": 0.0, "middle": 0.5, "bottom": 1.0}[self.align]
        for box, offset in zip(self.boxes, self.offsets, strict=True):
            box.place(out, x + offset, y + (self.height - box.height) * part)
        if self.role:
            out.end()

    def _of(self, boxes: Sequence[Box | None]) -> RowBox:
        """Give a row of those boxes that are there, each where it was."""
        there = [box for box in boxes if box]
        offsets = [x for box, x in zip(boxes, self.offsets, strict=True) if box]
        height = max([box.height for box in there])
        grows = any([box.grows for box in there])
        return replace(self, height=height, grows=grows, boxes=there, offsets=offsets)


def measure_row(block: Row, width: float, environment: Environment) -> Box | None:
    """Measure the blocks in their tracks; nothing if none of them is there."""
    cells, tracks = block.blocks, block.tracks
    if not block.keep:
        present = [index for index, cell in enumerate(cells) if environment.is_present(cell)]
        cells = tuple([cells[index] for index in present])
        tracks = tuple([tracks[index] for index in present])
    gap = environment.length(block.gap)

    def natural(index: int) -> float:
        box = environment.measure(cells[index], UNBOUNDED)
        return box.width if box else 0.0

    boxes: list[Box] = []
    offsets: list[float] = []
    start = height = 0.0
    grows = False
    widths = resolve_tracks(tracks, width, gap, natural, environment)
    for cell, room in zip(cells, widths, strict=True):
        box = environment.measure(cell, room)
        if box is not None:
            boxes.append(box)
            offsets.append(start)
            height = max(height, box.height)
            grows = grows or box.grows
        start += room + gap
    if not boxes:
        return None
    used = offsets[-1] + boxes[-1].width
    row = RowBox(used, height, grows, boxes, offsets, block.align, block.role)
    return row.stretched(height) if grows else row


def measure_wrap(block: Wrap, width: float, environment: Environment) -> Box | None:
    """Fill lines with blocks at their own widths; a block wider than a line gets one to itself."""
    gap = environment.length(block.gap)
    lines: list[list[Box]] = []
    used = 0.0
    for box in environment.measured(block.blocks, width):
        if not lines or used + box.width > width + 1e-6:
            lines.append([])
            used = 0.0
        lines[-1].append(box)
        used += box.width + gap
    if not lines:
        return None
    rows = [_row(boxes, gap) for boxes in lines]
    line_gap = environment.length(block.line_gap)
    widest = max([row.width for row in rows])
    return StackBox(widest, height_of(rows, line_gap), False, rows, line_gap, block.role)


def resolve_tracks(
    tracks: Sequence[Track],
    width: float,
    gap: float,
    natural: Callable[[int], float],
    environment: Environment,
) -> list[float]:
    """Give each track its width: points and parts first, then contents, and shares the rest.

    What is too wide for the row shrinks in proportion, so that nothing leaves it. Where width is
    unbounded, parts take their content's own width, and shares what the widest of them needs.
    """
    unbounded = width >= UNBOUNDED
    widths = [0.0] * len(tracks)
    contents: list[int] = []
    shares: list[int] = []
    whole = left = max(0.0, width - gap * (len(tracks) - 1))
    for index, track in enumerate(tracks):
        if track.kind == "points":
            widths[index] = environment.length(track.value)
            left -= widths[index]
        elif track.kind == "part" and not unbounded:
            widths[index] = whole * environment.length(track.value)
            left -= widths[index]
        elif track.kind == "share":
            shares.append(index)
        else:
            contents.append(index)
    if left < -ROUNDING:
        room = whole * LARGEST_CONTENTS if contents or shares else whole
        widths = [wide * room / (whole - left) for wide in widths]
        left = whole - room
    if contents:
        for index in contents:
            widths[index] = natural(index)
        left -= _limit(widths, contents, shares, left, natural)
    if shares:
        parts = [environment.length(tracks[index].value) for index in shares]
        if unbounded:  # as wide as the one that needs most for its part
            left = sum(parts) * max(
                [natural(i) / part for i, part in zip(shares, parts, strict=True)]
            )
        for index, part in zip(shares, parts, strict=True):
            widths[index] = left * part / sum(parts)
    return widths


def _limit(
    widths: list[float],
    contents: Sequence[int],
    shares: Sequence[int],
    left: float,
    natural: Callable[[int], float],
) -> float:
    """Keep contents within their part of a row; they may take what the shares do not need."""
    wanted = sum([widths[index] for index in contents])
    room = left * LARGEST_CONTENTS if shares else left
    if wanted > room and shares:
        room = max(room, left - sum([natural(index) for index in shares]))
    if wanted <= room + ROUNDING:
        return wanted
    for index in contents:
        widths[index] *= room / wanted
    return room


def _row(boxes: Sequence[Box], gap: float) -> RowBox:
    offsets = list(accumulate((box.width + gap for box in boxes), initial=0.0))[:-1]
    width = offsets[-1] + boxes[-1].width
    return RowBox(width, max(box.height for box in boxes), False, boxes, offsets, "middle", None)
