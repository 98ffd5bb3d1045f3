"""The grammar of pose descriptions: which keys there are and what each may hold.

From here come the reader and the JSON Schema; ``read`` makes figures of what is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from handouts.dataclass import dataclass
from handouts.figure.kind import KINDS
from handouts.figure.landmark import names as landmark_names
from handouts.figure.musculature import MUSCLES
from handouts.figure.pose import Equipment, Relation, Steps
from handouts.figure.posture import SIDES, Side
from handouts.figure.proportion import PHYSIQUES
from handouts.figure.stance import JOINTS, LIMB_JOINTS, RULES, STANCES, JointValue
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Node
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    ByKind,
    Choice,
    Field,
    Line,
    ListOf,
    OneOrList,
    Parsed,
    Record,
    Schema,
    Shape,
    Unreadable,
    did_you_mean,
    listed,
    shortened,
    words,
    wrong_kind,
)

HEADINGS = ("down", "up", "ahead", "back")
SWINGS = frozenset({"hip", "shoulder"})
VIEWS = {
    "side": (20.0, 5.0),
    "front": (90.0, 4.0),
    "back": (-90.0, 4.0),
    "three-quarter": (40.0, 8.0),
    "from-behind": (-35.0, 8.0),
}
RELATIONS: tuple[Relation, ...] = ("under", "over", "at", "behind", "before")
LARGEST = 1000.0

NUMBER = r"[-+−]?\d{1,4}(\.\d+)?"


# -- small shapes --


def _number(text: str) -> float:
    if not re.fullmatch(NUMBER, text):
        raise Unreadable(f"must be a number, this is {shortened(text)}", code="not-a-number")
    value = float(text.replace("−", "-"))
    if abs(value) > LARGEST:
        raise Unreadable(f"is too large: {text}", "figures are 170 cm tall", code="number-range")
    return value


def _size(text: str) -> float:
    value = _number(text)
    if value <= 0:
        raise Unreadable(f"must be more than 0: {text}", code="number-range")
    return value


def _share(text: str) -> float:
    value = _number(text)
    if not 0 <= value <= 1:
        raise Unreadable(f"must be from 0 to 1: {text}", code="number-range")
    return value


def _swing(text: str) -> JointValue:
    if text in HEADINGS:
        return text
    if not re.fullmatch(NUMBER, text):
        message = f"must be degrees or {listed(HEADINGS)}, this is {shortened(text)}"
        raise Unreadable(message, did_you_mean(text, HEADINGS), code="not-a-number")
    return _number(text)


def _steps(text: str) -> Steps:
    match = re.fullmatch(r"(?:(setup|execution) +)?(\d{1,2})(?: *[-–] *(\d{1,2}))?", text)
    if match is None:
        hint = "write a cue's number (2), several (2-3), or setup 1-5"
        raise Unreadable(f"must name cues, this is {shortened(text)}", hint, code="steps")
    section, first, last = match.groups()
    low, high = int(first), int(last or first)
    if low < 1 or high < low:
        raise Unreadable(f"runs backwards: {text}", "count from 1 upward", code="steps-range")
    return Steps("setup" if section == "setup" else "execution", low, high)


def _landmark(text: str) -> str:
    known = _LANDMARKS
    if text not in known:
        hint = did_you_mean(text, known) or "the names are in docs/figures.md"
        message = f"names no part of the body: {shortened(text)}"
        raise Unreadable(message, hint, code="unknown-part")
    return text


def _muscle(text: str) -> tuple[str, Side | None]:
    side = next((side for side in SIDES if text.startswith(side + "-")), None)
    base = text.removeprefix(f"{side}-")
    if base not in MUSCLES:
        hint = did_you_mean(base, MUSCLES) or f"the muscles are {', '.join(MUSCLES)}"
        raise Unreadable(f"names no muscle: {shortened(text)}", hint, code="unknown-muscle")
    return base, side


_LANDMARKS = frozenset(landmark_names())
NUMBERS = Parsed(_number, f"^{NUMBER}$", ("12", "-8"))
SIZES = Parsed(_size, r"^\d{1,4}(\.\d+)?$", ("45",))
SHARES = Parsed(_share, r"^(0(\.\d+)?|1(\.0+)?|\.\d+)$", ("0.5",))
SWING = Parsed(_swing, f"^({NUMBER}|{'|'.join(HEADINGS)})$", ("45", "down"))
STEPS = Parsed(_steps, r"^((setup|execution) +)?\d{1,2}( *[-–] *\d{1,2})?$", ("2", "setup 1-5"))
LANDMARK = Parsed(_landmark, r"^[a-z-]+$", ("right-knee", "heels"))
MUSCLE = Parsed(_muscle, r"^[a-z-]+$", ("hamstrings", "right-quads"))
YES_NO = Choice({"yes": True, "true": True, "no": False, "false": False})


@dataclass(frozen=True, slots=True)
class Placed:
    """A shape's value together with where it was written."""

    value: Any
    place: Place


@dataclass(frozen=True, slots=True)
class WithPlace:
    """A shape whose value keeps its place."""

    shape: Shape[Any]

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Placed | None:
        value = self.shape.read(node, problems, name)
        return None if value is None else Placed(value, node.place)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return self.shape.schema(definitions)


@dataclass(frozen=True, slots=True)
class ByLandmark:
    """Keys that are landmarks, each with a value of one shape; key and value keep their places."""

    value: Shape[Any]

    def read(
        self, node: Node, problems: list[Problem], name: str = "this"
    ) -> tuple[tuple[Placed, Placed], ...] | None:
        if not isinstance(node, MappingNode):
            problems.append(wrong_kind(node, name, "keys with values"))
            return None
        pairs = [
            (
                WithPlace(LANDMARK).read(key, problems, name),
                WithPlace(self.value).read(value, problems, key.value),
            )
            for key, value in node.entries
        ]
        read = tuple((k, v) for k, v in pairs if k is not None and v is not None)
        return read if len(read) == len(pairs) else None

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema(definitions)}


def _written(**values: Any) -> dict[str, Any]:
    """A record as the plain values that were written."""
    return values


def _joint_fields(names: frozenset[str] | set[str]) -> tuple[Field, ...]:
    joints = tuple(
        Field(name, SWING if name in SWINGS else NUMBERS, joint.doc)
        for name, joint in JOINTS.items()
        if name in names
    )
    rules = tuple(
        Field(name, words(*choices), f"how the {name} is held: {listed(choices)}")
        for name, (_, choices) in RULES.items()
        if name in names
    )
    return joints + rules


# -- equipment, muscles, view --


def _equipment(*, places: Mapping[str, Place], **written: Any) -> Equipment:
    relation = next((word for word in RELATIONS if word in written), None)
    values = {key: value for key, value in written.items() if key in _EQUIPMENT_VALUES}
    anchor = written.get("anchor")
    return Equipment(
        kind=written["type"],
        name=written.get("name", written["type"]),
        relation=relation,
        part=written[relation] if relation else None,
        span=written.get("from", ()),
        anchor=tuple(anchor.get(key, 0.0) for key in ("ahead", "aside", "up")) if anchor else None,
        place=places["type"],
        **values,
    )


_EQUIPMENT_VALUES = frozenset(
    [
        "ahead",
        "up",
        "height",
        "length",
        "width",
        "size",
        "along",
        "follows",
        "margin",
        "hands",
        "crossways",
        "through",
    ]
)
_HANDS: Choice[tuple[Side, ...]] = Choice({"both": SIDES, "right": ("right",), "left": ("left",)})

_EQUIPMENT_RECORD = Record(
    _equipment,
    (
        Field("type", words(*KINDS), "what it is", required=True, example="bench"),
        Field("name", Line(40), "what contacts call it; its type otherwise"),
        *(Field(word, LANDMARK, f"stands {word} this part of the body") for word in RELATIONS),
        Field("ahead", NUMBERS, "moved ahead of there, cm"),
        Field("up", NUMBERS, "moved up from there, cm"),
        Field("height", SIZES, "how high it stands, cm"),
        Field("length", SIZES, "how long it is, cm"),
        Field("width", SIZES, "how wide it is, cm"),
        Field("size", SIZES, "a ball's or disc's diameter, cm"),
        Field("along", SHARES, "where on its length the body is, 0 to 1"),
        Field("follows", YES_NO, "whether it moves with the body"),
        Field("from", ListOf(LANDMARK), "a mat lies under these parts alone"),
        Field("margin", NUMBERS, "how far a mat goes past them, cm"),
        Field("hands", _HANDS, "which hand holds it"),
        Field("crossways", YES_NO, "held across the hand's own direction"),
        Field("through", ListOf(LANDMARK), "the parts that a band or strap runs through"),
        Field(
            "anchor",
            Record(
                _written,
                (
                    Field("ahead", NUMBERS, "ahead of the hips, cm"),
                    Field("aside", NUMBERS, "to the left of the hips, cm"),
                    Field("up", NUMBERS, "above the floor, cm"),
                ),
            ),
            "the fixed point where a band or cable ends",
        ),
    ),
    places=True,
)


@dataclass(frozen=True, slots=True)
class _EquipmentWord:
    """Equipment by its type alone: ``- mat``."""

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Equipment | None:
        kind = words(*KINDS).read(node, problems, name)
        return None if kind is None else Equipment(kind, kind, place=node.place)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return words(*KINDS).schema(definitions)


EQUIPMENT: ByKind[Equipment] = ByKind(text=_EquipmentWord(), mapping=_EQUIPMENT_RECORD)

CAMERA = Record(
    _written,
    (
        Field("yaw", NUMBERS, "round the figure: 0 its right side, 90 its front"),
        Field("pitch", NUMBERS, "looking down on it, degrees"),
    ),
)


# -- frames --


def _reach(**written: Any) -> dict[str, Any]:
    return written


_REACH = Record(
    _reach,
    (
        Field("to", LANDMARK, "a part of the body to go to"),
        Field("under", LANDMARK, "a part to go below or above"),
        Field("onto", Line(40), "the floor or a piece of equipment"),
        Field("ahead", NUMBERS, "moved ahead from there, cm"),
        Field("out", NUMBERS, "moved away from the midline, cm"),
        Field("near", NUMBERS, "moved towards the viewer, cm"),
        Field("up", NUMBERS, "moved up, cm"),
        Field("elbow", words("back", "out", "down", "up", "toward-feet"), "where it points"),
        Field("knee", words("front", "up", "open"), "where it points"),
    ),
)

REACH: ByKind[dict[str, Any]] = ByKind(text=Choice({"stay": {"stays": True}}), mapping=_REACH)

FRAME = Record(
    _written,
    (
        Field("caption", Line(80), "what to do, in a few words"),
        Field("steps", OneOrList(STEPS), "the cues it shows: 2, 2-3, setup 1-5"),
        Field("stance", words(*STANCES), "the position to start from", example="standing"),
        Field("touch", ByLandmark(Line(40)), "what touches what: heels: ball"),
        Field("lean", NUMBERS, "degrees the body tips forward; contacts decide otherwise"),
        Field("reach", ByLandmark(REACH), "hands or feet that go to a place, or stay"),
        Field("hands_ahead", NUMBERS, "hands on a surface, ahead of the shoulders, cm"),
        Field("hands_out", NUMBERS, "and out from them, cm"),
        Field("moves", OneOrList(LANDMARK), "parts whose way here is drawn as an arrow"),
        Field("line", ListOf(LANDMARK), "a dashed line from one part past another"),
        Field("left", Record(_written, _joint_fields(LIMB_JOINTS)), "the left side alone"),
        Field("right", Record(_written, _joint_fields(LIMB_JOINTS)), "the right side alone"),
        *_joint_fields({*JOINTS, *RULES}),
    ),
    places=True,
)


# -- the whole figure --


def _figure(*, places: Mapping[str, Place], **written: Any) -> Written:
    return Written(written, places)


@dataclass(frozen=True, slots=True)
class Written:
    """What was written under the keys of a figure, and where."""

    values: Mapping[str, Any]
    places: Mapping[str, Place]


FIGURE_RECORD = Record(
    _figure,
    (
        Field("frames", ListOf(FRAME), "the positions, in order", required=True),
        Field("equipment", ListOf(EQUIPMENT), "the things in the picture"),
        Field("muscles", ListOf(WithPlace(MUSCLE)), "what works: hamstrings, right-quads"),
        Field("view", words(*VIEWS), "where the viewer stands"),
        Field("camera", CAMERA, "the viewer's place to the degree"),
        Field("facing", words("right", "left"), "which way the figure looks"),
        Field("pin", LANDMARK, "what stays put from frame to frame"),
        Field("crop", words("legs", "arms"), "shows this part of the body alone, larger"),
        Field("body", words(*PHYSIQUES), "who is drawn"),
    ),
    places=True,
)
