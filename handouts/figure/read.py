"""Reading pose descriptions: what was written becomes figures, every problem in its place.

Later frames say only what changes. Plain joint keys set both sides, ``left:`` and ``right:`` one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from handouts.dataclass import dataclass
from handouts.figure.grammar import FIGURE_RECORD, VIEWS, Placed, Written
from handouts.figure.kind import KINDS, LOOP_PARTS
from handouts.figure.landmark import REACHING_PARTS, sides_of
from handouts.figure.pose import FLOOR, Contact, Equipment, Figure, Frame, Muscle, Pose, Reach, View
from handouts.figure.posture import SIDES, Arm, FootRule, HandShape, Leg, Posture, Side, Trunk
from handouts.figure.stance import JOINTS, RULES, STANCES, JointValue, Stance
from handouts.source.node import Node
from handouts.source.problem import Place, Problem
from handouts.source.shape import Schema, did_you_mean, listed, shortened

MOST_FRAMES = 6
LINE_ENDS = 2


def read_figure(node: Node, problems: list[Problem]) -> Figure | None:
    """The figure that a pose description means, or ``None`` when there are problems in it."""
    return FIGURE.read(node, problems, "figure")


# -- frames --


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
    """The draft with what one more frame says; a new stance forgets the old one's contacts."""
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


@dataclass(frozen=True, slots=True)
class _FigureShape:
    """A whole pose description."""

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Figure | None:
        written = FIGURE_RECORD.read(node, problems, name)
        if written is None:
            return None
        before = len(problems)
        _check(written, problems)
        return None if len(problems) > before else _assemble(written, node.place)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        return FIGURE_RECORD.schema(definitions)


FIGURE = _FigureShape()


def _assemble(written: Written, place: Place) -> Figure:
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
                line=(line[0], line[1]) if line else None,
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


def _check(written: Written, problems: list[Problem]) -> None:
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
        problems += _thing_problems(thing)
    for number, frame in enumerate(frames, 1):
        _check_frame(frame, number, names, problems)


def _thing_problems(thing: Equipment) -> list[Problem]:
    """What only some kinds of equipment ask for."""
    if thing.kind == "loop-band" and thing.part and sides_of(thing.part)[1] not in LOOP_PARTS:
        hint = f"write at: {listed(f'{part}s' for part in LOOP_PARTS)}"
        message = f"a loop band is not worn at the {thing.part}"
        return [Problem("loop-place", message, thing.place, hint)]
    if len(thing.through) == 1 and thing.anchor is None:
        hint = "name another part in through:, or give it an anchor:"
        return [Problem("band-ends", f"the {thing.kind} has one end only", thing.place, hint)]
    return []


def _check_frame(
    frame: Mapping[str, Any], number: int, names: list[str], problems: list[Problem]
) -> None:
    surfaces = [surface for _, surface in frame.get("touch", ())]
    for part, to in frame.get("reach", ()):
        if sides_of(part.value)[1] not in REACHING_PARTS:
            hint = "hands and feet reach: right-hand, heels"
            message = f"the {part.value} cannot reach"
            problems.append(Problem("cannot-reach", message, part.place, hint))
        if "stays" in to.value and number == 1:
            hint = "say where it goes"
            message = f"the {part.value} has no frame before to stay from"
            problems.append(Problem("stay-first", message, to.place, hint))
        if "onto" in to.value:
            surfaces.append(Placed(to.value["onto"], to.place))
    for surface in surfaces:
        if surface.value not in names:
            hint = did_you_mean(surface.value, names) or f"the names are {listed(names)}"
            message = f"there is nothing called {shortened(surface.value)}"
            problems.append(Problem("unknown-surface", message, surface.place, hint))
    places = frame["places"]
    if frame.get("stance") == "hanging" and "touch" not in frame and "bar" not in names:
        hint = "add bar to the equipment"
        problems.append(Problem("no-bar", "there is no bar to hang from", places["stance"], hint))
    if "line" in frame and len(frame["line"]) != LINE_ENDS:
        hint = "write line: [knee, head]"
        problems.append(Problem("line-ends", "line must name two parts", places["line"], hint))
    if "moves" in frame and number == 1:
        hint = "put moves: in the frame it leads to"
        message = "moves has no frame to come from"
        problems.append(Problem("moves-first", message, places["moves"], hint))
