"""Boxes of a session table: one for every set, and lines of them for sessions that are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Length,
    Paragraph,
    Row,
    Run,
    Space,
    Stack,
    Track,
    WriteBoxes,
)
from handouts.layout.labels import Labels
from handouts.layout.sets import sets_of, times_of
from handouts.model.program.schedule import Group, Part

MOST_SETS = 5
"""Boxes side by side where there is room; more sets go on in another line."""

_GAP = 3.4
"""Space between two boxes."""

_NUMBER = 34.0
"""Room for a session's number before its line of boxes."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """How the boxes of one table stand: ``columns`` to a line, and a line for each session.

    ``sessions`` are their numbers; a single one is not shown. ``most`` is how many boxes the work
    with the most sets has, ``counted`` the label of each. A box is ``width`` points wide.
    """

    sessions: tuple[int, ...]
    columns: int
    most: int
    counted: str
    width: float
    height: Length
    effort: bool

    @property
    def room(self) -> float:
        """How wide a line is, in points."""
        number = _NUMBER + _GAP if len(self.sessions) > 1 else 0.0
        return number + self._sets + (_GAP + self.width if self.effort else 0.0)

    def line(self, number: Block, sets: Block, effort: Block) -> Row:
        """Compose a line of what stands over the boxes, or of boxes."""
        parts = [(sets, self._sets)]
        if len(self.sessions) > 1:
            parts.insert(0, (number, _NUMBER))
        if self.effort:
            parts.append((effort, self.width))
        return Row(
            blocks=tuple(block for block, _ in parts),
            tracks=tuple(Track("points", width) for _, width in parts),
            gap=_GAP,
            align="middle",
        )

    @property
    def _sets(self) -> float:
        return self.columns * (self.width + _GAP) - _GAP


def arranged(
    work: Sequence[Part],
    sessions: tuple[int, ...],
    most: int,
    width: float,
    height: Length,
    effort: bool,
) -> Boxes:
    """Arrange the boxes of some work in even lines of no more than ``most``."""
    longest = max((sets_of(part)[0] for part in work), default=1)
    lines = -(-longest // most)
    rounds = all(isinstance(part, Group) and part.kind == "repeat" for part in work)
    counted = "round-number" if rounds else "set-number"
    return Boxes(sessions, -(-longest // lines), longest, counted, width, height, effort)


def heads(boxes: Boxes, labels: Labels) -> Block:
    """Compose what stands over the boxes: what each is for, where there is one line of them."""
    track = Track("points", boxes.width)
    if boxes.most == 1:
        names = [labels["done"]]
    elif boxes.most > boxes.columns:
        names, track = [labels[f"{boxes.counted}s"].format(number=boxes.most)], Track("share")
    else:
        names = [labels[boxes.counted].format(number=n) for n in range(1, boxes.most + 1)]
    blocks = tuple(_text(name, "task-head") for name in names)
    sets = Row(blocks=blocks, tracks=(track,) * len(names), gap=_GAP)
    session = _text(labels["session-head"], "task-head")
    return boxes.line(session, sets, _text(labels["effort"], "task-head"))


def compose_boxes(boxes: Boxes, part: Part) -> Block:
    """Compose the boxes for a task, or for the rounds of a circuit.

    There is a line for every session, and in it one for every time of the day.
    """
    lines = tuple(line for number in boxes.sessions for line in _of_session(boxes, number, part))
    return lines[0] if len(lines) == 1 else Stack(blocks=lines)


def _of_session(boxes: Boxes, number: int, part: Part) -> Iterator[Block]:
    count, optional = sets_of(part)
    sets = WriteBoxes(
        count=count,
        optional=optional,
        columns=boxes.columns,
        fill=True,
        width=boxes.width,
        height=boxes.height,
        gap=_GAP,
    )
    effort = WriteBoxes(count=1, width=boxes.width, height=boxes.height)
    for time in range(times_of(part)):
        name = Space(height=0.0) if time else _text(str(number), "task-number")
        yield boxes.line(name, sets, effort)


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=(Run(text),), style=style, role=None)
