"""Where equipment stands: the bodies it stands by, and the sizes it is given. Centimetres."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field

from handouts.dataclass import dataclass
from handouts.figure.camera import Camera
from handouts.figure.kind import KINDS
from handouts.figure.landmark import landmark
from handouts.figure.layer import Layer
from handouts.figure.pose import Equipment
from handouts.figure.posture import Side
from handouts.figure.rotation import Vector, vector
from handouts.figure.skeleton import Skeleton


@dataclass(frozen=True, slots=True)
class Parts:
    """Layers behind the body and before it, and in each hand: under its fingers and over them."""

    behind: Sequence[Layer] = ()
    before: Sequence[Layer] = ()
    held: Mapping[Side, Sequence[Layer]] = field(default_factory=dict)
    over: Mapping[Side, Sequence[Layer]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What equipment stands in: the bodies of all frames, and the one that is drawn."""

    camera: Camera
    bodies: Sequence[Skeleton]
    now: Skeleton

    @property
    def first(self) -> Skeleton:
        """The body that decides where things stand."""
        return self.bodies[0]


Builder = Callable[[Equipment, Setting], Parts]
"""Makes the parts of one kind of equipment for a frame."""


def body_beside(thing: Equipment, setting: Setting) -> Skeleton:
    """The body a thing stands by: this frame's if it goes along, else the first frame's."""
    follows = KINDS[thing.kind].follows if thing.follows is None else thing.follows
    return setting.now if follows else setting.first


def stands_at(thing: Equipment, setting: Setting, otherwise: str) -> Vector:
    """The point a thing stands at."""
    point = landmark(body_beside(thing, setting), thing.part or otherwise)
    return point + vector(thing.ahead, 0.0, thing.up)


def given(value: float | None, default: float) -> float:
    """A size, or the kind's own where none was written."""
    return default if value is None else value


def centred(middle: float, size: float) -> tuple[float, float]:
    """Both ends of a size about its middle."""
    return middle - size / 2, middle + size / 2


def lengthwise(thing: Equipment, x: float, length: float) -> tuple[float, float]:
    """Both ends of a thing on which the body is at a share of the length."""
    start = x - length * thing.along
    return start, start + length
