"""Alt text: a figure in words, for people who do not see it."""

from __future__ import annotations

from handouts.figure.kind import KINDS
from handouts.figure.pose import Figure, Frame, Pose
from handouts.figure.posture import SIDES, Heading, Swing
from handouts.source.shape import listed

POSITIONS = {
    "standing": "standing",
    "kneeling": "kneeling",
    "all-fours": "on hands and knees",
    "plank": "face down on hands and toes",
    "supine": "lying on the back",
    "prone": "lying face down",
    "sitting": "sitting",
    "side-lying": "lying on one side",
    "hanging": "hanging from the hands",
}
NUMBERS = ("One", "Two", "Three", "Four", "Five", "Six")

BENT, DEEPLY_BENT = 25.0, 75.0
OVERHEAD, RAISED = 135.0, 60.0


def describe(figure: Figure) -> str:
    """What the picture shows: who, in which positions, with what, and which muscles are marked."""
    frames = figure.frames
    if len(frames) == 1:
        text = f"A person {_position(frames[0])}."
    else:
        count = NUMBERS[len(frames) - 1]
        shown = " ".join(f"{n}: {_position(frame)}." for n, frame in enumerate(frames, 1))
        text = f"{count} drawings of a person. {shown}"
    things = list(dict.fromkeys(KINDS[thing.kind].noun for thing in figure.equipment))
    if things:
        text += f" With {_all_of(things)}."
    muscles = list(dict.fromkeys(muscle.name.replace("-", " ") for muscle in figure.muscles))
    if muscles:
        text += f" Highlighted: {_all_of(muscles)}."
    return text


def _position(frame: Frame) -> str:
    """One frame: its position, what stands out of it, and its caption."""
    pose = frame.pose
    said = [POSITIONS[pose.stance], *(fact for fact in (_knees(pose), _arms(pose)) if fact)]
    text = ", ".join(said)
    return f"{text}; {frame.caption.rstrip('.')}" if frame.caption else text


def _knees(pose: Pose) -> str | None:
    right, left = (pose.posture.leg(side).knee for side in SIDES)
    if abs(right - left) > BENT:
        return "one knee bent"
    if min(right, left) > DEEPLY_BENT:
        return "knees bent" if pose.stance not in ("kneeling", "all-fours", "sitting") else None
    return "knees slightly bent" if min(right, left) > BENT else None


def _arms(pose: Pose) -> str | None:
    if pose.stance not in ("standing", "kneeling", "sitting"):
        return None
    right, left = (_raised(pose.posture.arm(side).shoulder) for side in SIDES)
    if min(right, left) > OVERHEAD:
        return "arms overhead"
    return "arms forward" if min(right, left) > RAISED else None


def _raised(shoulder: Swing) -> float:
    headings: dict[Heading, float] = {"down": 0.0, "up": 180.0, "ahead": 90.0, "back": -90.0}
    return headings[shoulder] if isinstance(shoulder, str) else shoulder


def _all_of(things: list[str]) -> str:
    return listed(things).replace(" or ", " and ")
