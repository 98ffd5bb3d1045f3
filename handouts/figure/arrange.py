"""Arranging: the frames of a strip in a row, in a column, or two above one, as large as they fit.

Points; the origin is the top left corner of the space given, y grows downward.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from math import inf

from handouts.dataclass import dataclass
from handouts.figure.drawing import Strip, StripFrame

Rows = tuple[tuple[int, ...], ...]

BETTER = 1.1
"""Frames leave the row only where that draws them larger by this much."""

ROW_GAP = 6.0
THREE = 3


@dataclass(frozen=True, slots=True)
class Room:
    """The space for a strip.

    ``caption_widths`` is how wide each frame's caption wants to be, ``caption_height`` what every
    row of captions takes below its frames. Frames stand ``closest`` to ``farthest`` apart; no
    figure is drawn at more than ``largest`` points to the centimetre.
    """

    width: float
    height: float
    caption_widths: Sequence[float]
    caption_height: float = 0.0
    closest: float = 14.0
    farthest: float = 64.0
    largest: float = inf


@dataclass(frozen=True, slots=True)
class PlacedFrame:
    """Where a frame's drawing is, and the top left corner of its caption."""

    x: float
    y: float
    width: float
    height: float
    caption_x: float
    caption_y: float


@dataclass(frozen=True, slots=True)
class FloorLine:
    """A floor line from ``start`` to ``end`` at ``y``."""

    start: float
    end: float
    y: float


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Frames in reading order, floor lines (none where the strip shows its floor otherwise), the
    height used, points to the centimetre, and how thick the outline is.
    """

    frames: tuple[PlacedFrame, ...]
    floors: tuple[FloorLine, ...]
    height: float
    scale: float
    line_width: float


def arrange(strip: Strip, room: Room) -> Arrangement:
    """The arrangement that draws the figure largest; the row, unless another is clearly larger."""
    row, *others = _choices(len(strip.frames))
    best, scale = row, _scale(strip, room, row)
    for rows in others:
        larger = _scale(strip, room, rows)
        if larger > scale * BETTER:
            best, scale = rows, larger
    return _placed(strip, room, best, scale)


def line_width(scale: float) -> float:
    """How thick the outline is drawn at a scale."""
    return max(0.42, min(1.8, 0.52 * scale + 0.28))


def _choices(count: int) -> Iterator[Rows]:
    yield (tuple(range(count)),)
    if count == THREE:
        yield ((0, 1), (2,))
    if count > 1:
        yield tuple((index,) for index in range(count))


def _width(frame: StripFrame) -> float:
    """Centimetres."""
    return frame.drawing.width / frame.drawing.units


def _above(frame: StripFrame) -> float:
    """Centimetres above the floor line."""
    return frame.floor / frame.drawing.units


def _below(frame: StripFrame) -> float:
    return (frame.drawing.height - frame.floor) / frame.drawing.units


def _scale(strip: Strip, room: Room, rows: Rows) -> float:
    """The largest scale at which rows fit; 0 where even the captions do not."""
    tall = sum(_row_height(strip, row) for row in rows)
    spare = room.height - len(rows) * room.caption_height - (len(rows) - 1) * ROW_GAP
    fitting = [room.largest, max(0.0, spare) / tall]
    if _is_column(rows):
        return min(*fitting, room.width / _column_width(strip))
    return min(*fitting, *(_row_scale(strip, room, row) for row in rows))


def _row_height(strip: Strip, row: Sequence[int]) -> float:
    frames = [strip.frames[index] for index in row]
    return max(map(_above, frames)) + max(map(_below, frames))


def _row_scale(strip: Strip, room: Room, row: Sequence[int]) -> float:
    """The scale at which slots, each as wide as its drawing or its caption, fill the width.

    Slots whose captions are wider than their drawings take no part of what the drawings share.
    """
    free = room.width - (len(row) - 1) * room.closest
    drawings = [(_width(strip.frames[index]), room.caption_widths[index]) for index in row]
    scale = max(0.0, free) / sum(width for width, _ in drawings)
    for _ in row:
        wider = [caption for width, caption in drawings if caption > width * scale]
        shared = sum(width for width, caption in drawings if caption <= width * scale)
        if not wider or not shared:
            break
        scale = max(0.0, free - sum(wider)) / shared
    return scale


def _is_column(rows: Rows) -> bool:
    return len(rows) > 1 and all(len(row) == 1 for row in rows)


def _column_width(strip: Strip) -> float:
    """Centimetres from the leftmost to the rightmost edge, fixed points below each other."""
    lefts = [frame.left / frame.drawing.units for frame in strip.frames]
    rights = [left + _width(frame) for left, frame in zip(lefts, strip.frames, strict=True)]
    return max(rights) - min(lefts)


def _placed(strip: Strip, room: Room, rows: Rows, scale: float) -> Arrangement:
    placed: list[PlacedFrame] = []
    floors = []
    top = 0.0
    for row in rows:
        frames = [strip.frames[index] for index in row]
        floor = top + max(map(_above, frames)) * scale
        bottom = floor + max(map(_below, frames)) * scale
        starts = _starts(strip, room, rows, row, scale)
        for start, frame in zip(starts, frames, strict=True):
            width, height = _width(frame) * scale, (_above(frame) + _below(frame)) * scale
            y = floor - _above(frame) * scale
            placed.append(PlacedFrame(start, y, width, height, start, bottom))
        floors.append(FloorLine(placed[-len(row)].x, placed[-1].x + placed[-1].width, floor))
        top = bottom + room.caption_height + ROW_GAP
    shown = tuple(floors) if strip.floor_line else ()
    return Arrangement(tuple(placed), shown, top - ROW_GAP, scale, line_width(scale))


def _starts(strip: Strip, room: Room, rows: Rows, row: Sequence[int], scale: float) -> list[float]:
    """Where each frame of a row begins: drawings stand as evenly as their captions let them."""
    if _is_column(rows):
        leftmost = min(frame.left for frame in strip.frames)
        return [
            (strip.frames[i].left - leftmost) / strip.frames[i].drawing.units * scale for i in row
        ]
    widths = [_width(strip.frames[index]) * scale for index in row]
    wider = [max(0.0, room.caption_widths[i] - width) for i, width in zip(row, widths, strict=True)]
    needs = [more + room.closest for more in wider[:-1]]
    gap = _gap(sorted(needs, reverse=True), room.width - sum(widths) - wider[-1], room.farthest)
    steps = [width + max(gap, need) for width, need in zip(widths, needs, strict=False)]
    return list(accumulate(steps, initial=0.0))


def _gap(needs: Sequence[float], spare: float, farthest: float) -> float:
    """The gap between drawings, where captions need so much, the widest first, of what is spare.

    Where all cannot have the same, the widest keep what they need, and the others share the rest.
    """
    for kept, need in enumerate(needs):
        gap = (spare - sum(needs[:kept])) / (len(needs) - kept)
        if gap >= need:
            return min(gap, max(farthest, needs[0]))
    return 0.0
