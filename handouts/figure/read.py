"""Reading pose descriptions: YAML nodes to figures, every problem in its place.

Later frames say only what changes. Plain joint keys set both sides, ``left:`` and ``right:`` one.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from handouts.figure.kind import KINDS
from handouts.figure.landmark import names as landmark_names
from handouts.figure.landmark import sides_of
from handouts.figure.musculature import MUSCLES
from handouts.figure.pose import (
    FLOOR,
    Contact,
    Equipment,
    Figure,
    Frame,
    Muscle,
    Pose,
    Reach,
    Relation,
    Steps,
    View,
)
from handouts.figure.posture import SIDES, Arm, FootRule, HandShape, Leg, Posture, Side, Trunk
from handouts.figure.proportion import PHYSIQUES
from handouts.figure.stance import JOINTS, LIMB_JOINTS, RULES, STANCES, JointValue, Stance
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

T = TypeVar("T")

HEADINGS = ("down", "up", "ahead", "back")
SWINGS = frozenset({"hip", "shoulder"})
VIEWS = {
    "side": (10.0, 5.0),
    "front": (90.0, 4.0),
    "back": (-90.0, 4.0),
    "three-quarter": (40.0, 8.0),
    "from-behind": (-35.0, 8.0),
}
RELATIONS: tuple[Relation, ...] = ("under", "over", "at", "behind", "before")
MOST_FRAMES = 6
LARGEST = 1000.0

NUMBER = r"[-+−]?\d{1,4}(\.\d+)?"


def read_figure(node: Node, problems: list[Problem]) -> Figure | None:
    """The figure that a pose description means, or ``None`` when there are problems in it."""
    return FIGURE.read(node, problems, "figure")


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
        anchor=(anchor.get("ahead", 0.0), anchor.get("up", 0.0)) if anchor else None,
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

_FRAME = Record(
    _written,
    (
        Field("caption", Line(80), "what to do, in a few words"),
        Field("steps", OneOrList(STEPS), "the cues it shows: 2, 2-3, setup 1-5"),
        Field("stance", words(*STANCES), "the position to start from", example="standing"),
        Field("touch", ByLandmark(Line(40)), "what touches what: heels: ball"),
        Field("lean", NUMBERS, "degrees the body tips forward; contacts decide otherwise"),
        Field("reach", ByLandmark(_REACH), "hands or feet that go to a place"),
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


@dataclass(frozen=True, slots=True)
class _Draft:
    """What the frames so far have said, ready to become a pose."""

    stance: str = "standing"
    both: Mapping[str, JointValue] = field(default_factory=dict)
    sided: Mapping[Side, Mapping[str, JointValue]] = field(default_factory=dict)
    touch: tuple[Contact, ...] | None = None
    reach: Mapping[str, Reach] = field(default_factory=dict)
    rest: Mapping[str, Any] = field(default_factory=dict)


def _followed(draft: _Draft, written: Mapping[str, Any]) -> _Draft:
    """The draft with what one more frame says; another stance forgets the contacts of the old one."""
    joints = {key: value for key, value in written.items() if key in JOINTS or key in RULES}
    sided: dict[Side, Mapping[str, JointValue]] = {}
    for side in SIDES:
        kept = {k: v for k, v in draft.sided.get(side, {}).items() if k not in joints}
        sided[side] = {**kept, **written.get(side, {})}
    stance = written.get("stance", draft.stance)
    touch, reach = draft.touch, draft.reach
    if stance != draft.stance:
        touch, reach = None, {}
    if "touch" in written:
        touch = tuple(Contact(part.value, on.value) for part, on in written["touch"])
    if "reach" in written:
        goes = {part.value: Reach(part.value, **to.value) for part, to in written["reach"]}
        reach = {**reach, **goes} if goes else {}
    rest = {key: written[key] for key in ("lean", "hands_ahead", "hands_out") if key in written}
    return _Draft(stance, {**draft.both, **joints}, sided, touch, reach, {**draft.rest, **rest})


def _pose(draft: _Draft, walls: frozenset[str]) -> Pose:
    stance = STANCES[draft.stance]
    touch = draft.touch or tuple(Contact(part, on) for part, on in stance.touch.items())
    both = {**stance.joints, **draft.both}
    limbs = {side: {**both, **draft.sided.get(side, {})} for side in SIDES}
    for contact in touch:
        _hold(contact, limbs, walls)
    trunk = Trunk(**{key: float(value) for key, value in both.items() if _owner(key) == "trunk"})
    right_leg, left_leg = (Leg(**_owned(limbs[side], "leg")) for side in SIDES)
    right_arm, left_arm = (Arm(**_owned(limbs[side], "arm")) for side in SIDES)
    posture = Posture(trunk, right_leg, left_leg, right_arm, left_arm)
    lean = draft.rest.get("lean")
    return Pose(
        stance=draft.stance,
        posture=posture,
        touch=touch,
        lean=lean,
        solves_lean=stance.solves_lean and lean is None,
        reach=tuple(draft.reach.values()),
        hands_ahead=draft.rest.get("hands_ahead", 0.0),
        hands_out=draft.rest.get("hands_out", 0.0),
        head_rests=stance.head_rests and "neck" not in draft.both,
        resting_arms=_resting_arms(stance, draft),
    )


def _hold(
    contact: Contact, limbs: Mapping[Side, dict[str, JointValue]], walls: frozenset[str]
) -> None:
    """Hold a foot or hand the way its contact asks for."""
    sides, part = sides_of(contact.part)
    foot: dict[str, FootRule] = {"foot": "flat", "toes": "tiptoe"}
    foot |= dict.fromkeys(("heel", "calf", "instep"), "free")
    hand: HandShape = "wall" if contact.surface in walls else "flat"
    for side in sides:
        if part in foot:
            limbs[side]["foot"] = foot[part]
        if part == "hand":
            limbs[side]["hand"] = hand


def _owner(key: str) -> str:
    return RULES[key][0] if key in RULES else JOINTS[key].owner


def _owned(values: Mapping[str, JointValue], owner: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if _owner(key) == owner}


def _resting_arms(stance: Stance, draft: _Draft) -> tuple[Side, ...]:
    """Arms that lie on the floor because nothing was said of them."""
    if not stance.arms_rest or "shoulder" in draft.both:
        return ()
    reaching = {side for part in draft.reach for side in sides_of(part)[0]}
    return tuple(
        side
        for side in SIDES
        if side not in reaching and "shoulder" not in draft.sided.get(side, {})
    )


# -- the whole figure --


def _figure(*, places: Mapping[str, Place], **written: Any) -> _Written:
    return _Written(written, places)


@dataclass(frozen=True, slots=True)
class _Written:
    values: Mapping[str, Any]
    places: Mapping[str, Place]


_FIGURE_RECORD = Record(
    _figure,
    (
        Field("frames", ListOf(_FRAME), "the positions, in order", required=True),
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


@dataclass(frozen=True, slots=True)
class _FigureShape:
    """A whole pose description."""

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Figure | None:
        written = _FIGURE_RECORD.read(node, problems, name)
        if written is None:
            return None
        before = len(problems)
        _check(written, problems)
        return None if len(problems) > before else _assemble(written, node.place)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return _FIGURE_RECORD.schema(definitions)


FIGURE = _FigureShape()


def _assemble(written: _Written, place: Place) -> Figure:
    values = written.values
    equipment = values.get("equipment", ())
    walls = frozenset(thing.name for thing in equipment if KINDS[thing.kind].upright)
    frames, draft = [], _Draft()
    for frame in values["frames"]:
        draft = _followed(draft, frame)
        line = frame.get("line")
        frames.append(
            Frame(
                pose=_pose(draft, walls),
                caption=frame.get("caption"),
                steps=frame.get("steps", ()),
                moves=frame.get("moves", ()),
                line=cast("tuple[str, str]", line) if line else None,
                places=frame["places"],
            )
        )
    muscles = (
        Muscle(name, side, muscle.place)
        for muscle in values.get("muscles", ())
        for name, side in [muscle.value]
    )
    return Figure(
        frames=tuple(frames),
        equipment=equipment,
        muscles=tuple(muscles),
        view=_view(values),
        pin=values.get("pin"),
        crop=values.get("crop"),
        body=values.get("body", "short-hair"),
        place=place,
    )


def _view(values: Mapping[str, Any]) -> View:
    yaw, pitch = VIEWS[values.get("view", "side")]
    camera = values.get("camera", {})
    mirrored = values.get("facing") == "left"
    return View(camera.get("yaw", yaw), camera.get("pitch", pitch), mirrored)


def _check(written: _Written, problems: list[Problem]) -> None:
    """What no single key can know: names that must be known, counts, and first frames."""
    frames, equipment = written.values["frames"], written.values.get("equipment", ())
    place = written.places["frames"]
    if not 1 <= len(frames) <= MOST_FRAMES:
        message = f"frames are {len(frames)}, a picture has 1 to {MOST_FRAMES}"
        problems.append(Problem("frame-count", message, place, "split the exercise"))
    names = [FLOOR]
    for thing in equipment:
        if thing.name in names:
            hint = "give one of them a name: of its own"
            message = f"two things are called {thing.name}"
            problems.append(Problem("same-name", message, thing.place, hint))
        names.append(thing.name)
    for number, frame in enumerate(frames, 1):
        _check_frame(frame, number, names, problems)


def _check_frame(
    frame: Mapping[str, Any], number: int, names: list[str], problems: list[Problem]
) -> None:
    surfaces = [surface for _, surface in frame.get("touch", ())]
    for _, to in frame.get("reach", ()):
        if "onto" in to.value:
            surfaces.append(Placed(to.value["onto"], to.place))
    for surface in surfaces:
        if surface.value not in names:
            hint = did_you_mean(surface.value, names) or f"the names are {listed(names)}"
            message = f"there is nothing called {shortened(surface.value)}"
            problems.append(Problem("unknown-surface", message, surface.place, hint))
    places = frame["places"]
    if "line" in frame and len(frame["line"]) != LINE_ENDS:
        hint = "write line: [knee, head]"
        problems.append(Problem("line-ends", "line must name two parts", places["line"], hint))
    if "moves" in frame and number == 1:
        hint = "put moves: in the frame it leads to"
        message = "moves has no frame to come from"
        problems.append(Problem("moves-first", message, places["moves"], hint))


LINE_ENDS = 2
