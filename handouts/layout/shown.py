"""Which cues the pictures of an item show, and where they say so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from handouts.dataclass import dataclass
from handouts.figure.pose import Steps
from handouts.model.picture import PictureRef
from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place

_STEPS = re.compile(r"(?:(setup|execution) +)?(\d{1,2})(?: *[-–] *(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Shown:
    """Cues that a picture shows, and where their numbers are written."""

    steps: Steps
    place: Place


def steps_of(text: str) -> Steps | None:
    """Read ``2``, ``2-3`` or ``setup 1-5``; what is none of these is told where it is read."""
    match = _STEPS.fullmatch(text)
    if match is None:
        return None
    section, first, last = match.groups()
    return Steps("setup" if section == "setup" else "execution", int(first), int(last or first))


def shown_by_figure(figure: Node | None) -> Iterator[Shown]:
    """The cues that the frames of a figure show, in their order."""
    frames = figure.get("frames") if isinstance(figure, Mapping) else None
    for frame in frames.items if isinstance(frames, Sequence) else ():
        written = frame.get("steps") if isinstance(frame, Mapping) else None
        for text in written.items if isinstance(written, Sequence) else (written,):
            if isinstance(text, Text) and (steps := steps_of(text.value)):
                yield Shown(steps, text.place)


def shown_by_pictures(pictures: Iterable[PictureRef]) -> Iterator[Shown]:
    """The cues that pictures show, in their order."""
    for picture in pictures:
        for text in picture.steps:
            if steps := steps_of(text):
                yield Shown(steps, picture.place)
