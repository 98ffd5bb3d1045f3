"""Pose descriptions: what a coach writes of a figure, read and merged, with nothing solved yet.

All values are frozen and plain, so that a figure can be compared, kept and handed to another
process. Lengths are centimetres on a figure 170 cm tall, angles degrees.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from handouts.dataclass import dataclass
from handouts.figure.posture import Posture, Side
from handouts.source.problem import Place

FLOOR = "floor"

Elbows = Literal["back", "out", "down", "up", "toward-feet"]
Knees = Literal["front", "up", "open"]
Crop = Literal["legs", "arms"]
Relation = Literal["under", "over", "at", "behind", "before"]


@dataclass(frozen=True, slots=True)
class Contact:
    """A part of the body that touches the floor or a piece of equipment, which is named."""

    part: str
    surface: str


@dataclass(frozen=True, slots=True)
class Reach:
    """A hand or foot that goes to a place: to a landmark, or onto a surface under one.

    One that ``stays`` goes to where it was in the frame before.

    ``ahead``, ``out`` (away from the midline), ``near`` (towards the viewer) and ``up`` move the
    target from there. ``elbow`` and ``knee`` say where the bent joint points.
    """

    part: str
    stays: bool = False
    to: str | None = None
    under: str | None = None
    onto: str | None = None
    ahead: float = 0.0
    out: float = 0.0
    near: float = 0.0
    up: float = 0.0
    elbow: Elbows = "back"
    knee: Knees = "front"


@dataclass(frozen=True, slots=True)
class Pose:
    """One position of the body.

    ``lean`` is how far the body is tipped forward of its stance; ``None`` lets the contacts decide.
    ``hands_ahead`` and ``hands_out`` move hands on a surface away from under the shoulders.
    """

    stance: str
    posture: Posture
    touch: tuple[Contact, ...]
    lean: float | None = None
    solves_lean: bool = True
    reach: tuple[Reach, ...] = ()
    hands_ahead: float = 0.0
    hands_out: float = 0.0
    head_rests: bool = False
    resting_arms: tuple[Side, ...] = ()


@dataclass(frozen=True, slots=True)
class Steps:
    """Cues of one list that a frame shows, ``first`` to ``last``."""

    section: Literal["setup", "execution"]
    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True)
class Frame:
    """A pose with what is said of it.

    ``steps`` are the cues it shows. ``moves`` are landmarks whose way from
    the frame before is drawn as an arrow. ``line`` is a dashed line through two landmarks.
    ``places`` is where each key was written; it is no part of what the frame is.
    """

    pose: Pose
    caption: str | None = None
    steps: tuple[Steps, ...] = ()
    moves: tuple[str, ...] = ()
    line: tuple[str, str] | None = None
    places: Mapping[str, Place] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Equipment:
    """A thing in the picture. ``name`` is what contacts call it.

    It stands ``relation`` a landmark, moved ``ahead`` and ``up``. It stays where the first frame
    puts it unless it ``follows`` the body. Sizes that are ``None`` are the kind's own. ``along`` is
    where the landmark falls on its length, 0 to 1. ``span`` are the landmarks a mat lies under.
    ``through`` are the landmarks a band or strap runs through, ``anchor`` the fixed point (ahead of
    the hips, aside to the left of them, above the floor) it ends at.
    """

    kind: str
    name: str
    relation: Relation | None = None
    part: str | None = None
    ahead: float = 0.0
    up: float = 0.0
    height: float | None = None
    length: float | None = None
    width: float | None = None
    size: float | None = None
    along: float = 0.5
    follows: bool | None = None
    span: tuple[str, ...] = ()
    margin: float = 12.0
    hands: tuple[Side, ...] = ("right", "left")
    crossways: bool = False
    through: tuple[str, ...] = ()
    anchor: tuple[float, float, float] | None = None
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Muscle:
    """A muscle group to highlight, on both sides or one."""

    name: str
    side: Side | None = None
    place: Place | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class View:
    """Where the viewer is: ``yaw`` 0 sees the right side, 90 the front; ``pitch`` looks down."""

    yaw: float = 20.0
    pitch: float = 5.0
    mirrored: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A whole picture: one to six frames of one body with its equipment."""

    frames: tuple[Frame, ...]
    equipment: tuple[Equipment, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    view: View = View()
    pin: str | None = None
    crop: Crop | None = None
    body: str = "short-hair"
    place: Place | None = field(default=None, compare=False, repr=False)
