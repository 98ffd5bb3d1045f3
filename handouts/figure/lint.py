"""Lint: what may be wrong with a pose that can be drawn. Warnings, each where it was written."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from handouts.figure.finding import Finding
from handouts.figure.landmark import landmark
from handouts.figure.layer import Layer
from handouts.figure.pose import Figure, Frame
from handouts.figure.posture import SIDES, Arm, Leg, Side, Trunk
from handouts.figure.scene import Scene, painted, solve
from handouts.figure.silhouette import united
from handouts.figure.skeleton import Skeleton
from handouts.figure.stance import JOINTS
from handouts.source.problem import Place, Problem, Severity

TOLERATED_ANGLE = 0.5
DEEPEST = -1.5
STEEPEST_ANKLE = 42.0
STILL = 1.0
"""Frames whose landmarks all move less than this look the same, centimetres."""

RESTING_HIPS = 4.0
LEAST_SEEN = 6.0
"""A highlight smaller than this on the page is not seen, square centimetres of the figure."""

LIFTING = re.compile(
    r"\b(lift|raise|drive|push|press|squeeze)\w*\b.*\bhips?\b|\bhips? (up|high|off)\b", re.I
)

WATCHED = (
    "head",
    "buttocks",
    "upper-back",
    "chest",
    *(
        f"{side}-{part}"
        for side in SIDES
        for part in ("knee", "elbow", "heel", "toes", "toe-tip", "wrist", "finger-tips")
    ),
)


def lint(figure: Figure) -> list[Problem]:
    """Everything that looks wrong with a figure, frame by frame, as warnings."""
    scene = solve(figure)
    problems = []
    for number, frame in enumerate(figure.frames):
        found = [
            *_past_range(frame),
            *scene.settled[number].findings,
            *_steep_ankles(scene.settled[number].skeleton),
            *_below_floor(scene.settled[number].skeleton),
            *_in_walls(scene, number),
            *_resting_hips(frame, scene.settled[number].skeleton),
            *_nothing_moves(scene, number),
        ]
        problems += [_problem(finding, frame, figure) for finding in found]
    return problems + _unseen_muscles(scene)


def _problem(finding: Finding, frame: Frame, figure: Figure) -> Problem:
    place = _place(finding.key, frame) or figure.place
    return Problem(finding.code, finding.message, place, finding.hint, Severity.WARNING)


def _place(key: str, frame: Frame) -> Place | None:
    """Where a key was written in a frame, or where the frame begins."""
    if key in frame.places:
        return frame.places[key]
    return min(frame.places.values(), key=lambda place: (place.line, place.column), default=None)


def _past_range(frame: Frame) -> Iterator[Finding]:
    """Joints that bend further than healthy ones do, where this frame says so."""
    for name, joint in JOINTS.items():
        written = {key for key in (name, *SIDES) if key in frame.places}
        for side in SIDES if written else ():
            value = getattr(_part(frame, joint.owner, side), name)
            if isinstance(value, str):
                continue
            if joint.low - TOLERATED_ANGLE <= value <= joint.high + TOLERATED_ANGLE:
                continue
            key = name if name in written else side
            low, high = (f"{bound:g}".replace("-", "−") for bound in (joint.low, joint.high))
            message = f"{name}: {value:g} is past its range of {low} to {high}"
            yield Finding("range-of-motion", message, key, f"{name} {joint.doc}")
            break


def _part(frame: Frame, owner: str, side: Side) -> Trunk | Leg | Arm:
    posture = frame.pose.posture
    if owner == "trunk":
        return posture.trunk
    return posture.leg(side) if owner == "leg" else posture.arm(side)


def _steep_ankles(body: Skeleton) -> Iterator[Finding]:
    for side in SIDES:
        if body.posture.leg(side).foot != "flat":
            continue
        shank, foot = body[f"{side}-shank"].axes[:, 2], body[f"{side}-foot"].axes[:, 0]
        bend = math.degrees(math.asin(max(-1.0, min(1.0, float(foot @ shank)))))
        if bend > STEEPEST_ANKLE:
            message = f"the {side} ankle would have to bend {bend:.0f} degrees"
            hint = "bend the knee less, or let the heel rise"
            yield Finding("range-of-motion", message, "knee", hint)


def _below_floor(body: Skeleton) -> Iterator[Finding]:
    depth, part = min((float(landmark(body, part)[2]), part) for part in WATCHED)
    if depth < DEEPEST:
        message = f"the {part.replace('-', ' ')} is {-depth:.0f} cm below the floor"
        yield Finding("below-floor", message, "touch", "let it touch, or bend the joint above it")


def _in_walls(scene: Scene, number: int) -> Iterator[Finding]:
    """Parts of the body that have gone through a wall."""
    settled = scene.settled[number]
    hips = float(landmark(scene.settled[0].skeleton, "hips")[0])
    solid = {thing.name for thing in scene.figure.equipment if thing.kind == "wall"}
    for name, wall in settled.walls.items():
        if name not in solid:
            continue
        beyond = 1.0 if wall > hips else -1.0
        depth, part = max(
            ((float(landmark(settled.skeleton, part)[0]) - wall) * beyond, part) for part in WATCHED
        )
        if depth > -DEEPEST:
            message = f"the {part.replace('-', ' ')} is {depth:.0f} cm inside the {name}"
            yield Finding("inside-wall", message, "touch", "move the wall, or lean less")


def _resting_hips(frame: Frame, body: Skeleton) -> Iterator[Finding]:
    if not frame.caption or not LIFTING.search(frame.caption):
        return
    if float(landmark(body, "buttocks")[2]) < RESTING_HIPS:
        message = "the caption lifts the hips, and they rest on the floor"
        hint = "write touch: without the buttocks"
        yield Finding("hips-rest", message, "caption", hint)


def _nothing_moves(scene: Scene, number: int) -> Iterator[Finding]:
    if number == 0:
        return
    before, now = (scene.settled[index].skeleton for index in (number - 1, number))
    moved = max(
        float(np.linalg.norm(landmark(now, part) - landmark(before, part))) for part in WATCHED
    )
    if moved < STILL:
        message = f"frame {number + 1} looks like the one before it"
        yield Finding("same-frame", message, "caption", "change a joint, or leave it out")


def _unseen_muscles(scene: Scene) -> list[Problem]:
    """Highlighted muscles that no frame shows."""
    problems = []
    for muscle in scene.figure.muscles:
        alone = replace(scene, figure=replace(scene.figure, muscles=(muscle,)))
        frames = range(len(scene.settled))
        if not any(_seen(painted(alone, number)) >= LEAST_SEEN for number in frames):
            message = f"the highlighted {muscle.name} cannot be seen in any frame"
            hint = "choose another view: or leave it out"
            problems.append(Problem("muscle-hidden", message, muscle.place, hint, Severity.WARNING))
    return problems


def _seen(layers: Sequence[Layer]) -> float:
    """The visible area of the highlights among layers."""
    total = 0.0
    for index, layer in enumerate(layers):
        if layer.colour in ("muscle", "muscle-far"):
            above = [
                after.fill for after in layers[index + 1 :] if after.colour and not after.flush
            ]
            total += layer.fill.difference(united(*above)).area
    return total
