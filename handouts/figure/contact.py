"""Contacts: how the body comes to stand, lie or lean so that what should touch does.

The first contact sets the body's height, the second its pitch; on the feet alone the pitch follows
from the centre of mass. Further contacts swing a leg at the hip (at the knee where the leg touches
already) or place a hand. What is pinned keeps its place from frame to frame, and so do hands that
stay on their surface.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import field, replace

import numpy as np

from handouts.dataclass import dataclass
from handouts.figure.finding import Finding
from handouts.figure.landmark import ARM_PARTS, LEG_PARTS, landmark, sides_of
from handouts.figure.placing import (
    LegJoint,
    arm_reach,
    lowest,
    place_forearm,
    rest_arm,
    rest_head,
    swing_leg,
)
from handouts.figure.pose import Contact, Pose
from handouts.figure.posture import Side, outward
from handouts.figure.proportion import (
    FOREARM_THICKNESS,
    STATURE,
    UPPER_ARM,
    WRIST_THICKNESS,
    Physique,
)
from handouts.figure.reach import carry_out, reach_with_arm, upright_elbow
from handouts.figure.root import nearest_root, roots
from handouts.figure.rotation import (
    AHEAD,
    UP,
    Matrix,
    Vector,
    about_y,
    length,
    vector,
)
from handouts.figure.skeleton import Skeleton, assemble
from handouts.figure.stance import STANCES

SIDE_LYING: Matrix = np.array([[0.0, 0.0, -1.0], [-1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
"""Head to the page's left, chest to the viewer, left side up."""

WIDEST_PITCH = 120.0
TOLERATED_FOREARM_MISS = 1.5
BALANCE_POINT = 0.035 * STATURE
LOWEST_PARTS = (
    "head",
    "buttocks",
    "chest",
    "upper-back",
    "right-knee",
    "left-knee",
    "right-heel",
    "left-heel",
    "right-toe-tip",
    "left-toe-tip",
)


@dataclass(frozen=True, slots=True)
class Wall:
    """An upright surface, ``ahead`` of a landmark of the first frame."""

    part: str
    ahead: float


@dataclass(frozen=True, slots=True)
class Surfaces:
    """What a body can touch: level tops by their height, and walls; ``floor`` is 0."""

    heights: Mapping[str, float]
    walls: Mapping[str, Wall] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)
class Settled:
    """A body that has come to rest. ``hands`` are the wrists on a surface, by side and surface."""

    pose: Pose
    skeleton: Skeleton
    pitch: float
    pin: float
    hands: Mapping[tuple[Side, str], Vector]
    walls: Mapping[str, float]
    findings: tuple[Finding, ...]


def settle(
    pose: Pose, surfaces: Surfaces, physique: Physique, pin: str | None, before: Settled | None
) -> Settled:
    """Bring a pose to rest on its contacts, following on from the frame before."""
    return _Settling(pose, surfaces, physique, pin or pose.touch[0].part, before).settle()


@dataclass(slots=True)
class _Settling:
    """One pose on its way to rest."""

    pose: Pose
    surfaces: Surfaces
    physique: Physique
    pin: str
    before: Settled | None
    held: Mapping[tuple[Side, str], Vector] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def settle(self) -> Settled:
        if self.before is not None and not self._pin_is_arm():
            self.held = self.before.hands
        pitch = self._pitch()
        skeleton = self._grounded(pitch)
        if self.pose.head_rests:
            skeleton = rest_head(skeleton)
        skeleton = self._swing_legs(skeleton)
        skeleton = self._pinned(skeleton)
        walls = self._walls(skeleton)
        hands: dict[tuple[Side, str], Vector] = {}
        skeleton = self._place_arms(skeleton, hands)
        for side in self.pose.resting_arms:
            skeleton = rest_arm(skeleton, side)
        skeleton = self._carry_out_reaches(skeleton)
        x = float(landmark(skeleton, self.pin)[0])
        if self.before is not None and self._pin_is_arm():
            skeleton = skeleton.shifted(AHEAD * (self.before.pin - x))
            x = self.before.pin
        return Settled(self.pose, skeleton, pitch, x, hands, walls, tuple(self.findings))

    # -- the whole body: pitch, height, place --

    def _pitch(self) -> float:
        pose = self.pose
        stance = STANCES[pose.stance]
        if not pose.solves_lean:
            return stance.pitch + (pose.lean or 0.0)
        if len(pose.touch) > 1:
            return self._pitch_of_contacts(stance.pitch)
        if pose.stance == "standing":
            return self._pitch_of_balance(stance.pitch)
        return stance.pitch

    def _guess(self, pitch: float) -> float:
        if self.before is not None and self.before.pose.stance == self.pose.stance:
            return self.before.pitch
        return pitch

    def _pitch_of_contacts(self, stance_pitch: float) -> float:
        guess = self._guess(stance_pitch)
        second = self.pose.touch[1]

        def gap(pitch: float) -> float:
            return self._gap(self._pinned(self._grounded(pitch)), second)

        def cost(pitch: float) -> float:
            body = self._grounded(pitch)
            low = min(float(landmark(body, part)[2]) for part in LOWEST_PARTS)
            return abs(pitch - guess) + 6 * max(0.0, -low - 3)

        found = roots(gap, guess, WIDEST_PITCH)
        if not found and self.held:
            self.held = {}
            found = roots(gap, guess, WIDEST_PITCH)
        if found:
            return min(found, key=cost)
        first = self.pose.touch[0]
        message = f"no lean of the body lets both {first.part} and {second.part} touch"
        hint = "change a joint angle between them, or say lean: in degrees"
        self.findings.append(Finding("no-contact", message, "touch", hint))
        return stance_pitch

    def _pitch_of_balance(self, stance_pitch: float) -> float:
        def imbalance(pitch: float) -> float:
            body = self._assembled(pitch)
            sides = sides_of(self.pose.touch[0].part)[0]
            support = [body[f"{side}-foot"].point(BALANCE_POINT)[0] for side in sides]
            return float(body.centre_of_mass()[0]) - float(sum(support)) / len(support)

        found = nearest_root(imbalance, self._guess(stance_pitch) + 10, WIDEST_PITCH)
        if found is not None:
            return found
        hint = "move the hips or arms, or say lean: in degrees"
        self.findings.append(Finding("off-balance", "this cannot balance on the feet", "hip", hint))
        return stance_pitch

    def _assembled(self, pitch: float) -> Skeleton:
        root = about_y(pitch)
        if self.pose.stance == "side-lying":
            root = root @ SIDE_LYING
        return assemble(self.pose.posture, self.physique, root)

    def _grounded(self, pitch: float) -> Skeleton:
        """The body at a pitch, its first contact on its surface."""
        body = self._assembled(pitch)
        return body.shifted(UP * -self._gap(body, self.pose.touch[0]))

    def _pin_is_arm(self) -> bool:
        return sides_of(self.pin)[1] in ARM_PARTS

    def _pinned(self, skeleton: Skeleton) -> Skeleton:
        """The body moved along the floor to where its pinned part was in the frame before."""
        if self.before is None or self._pin_is_arm():
            return skeleton
        return skeleton.shifted(AHEAD * (self.before.pin - landmark(skeleton, self.pin)[0]))

    # -- how far a contact is from touching --

    def _gap(self, skeleton: Skeleton, contact: Contact) -> float:
        sides, part = sides_of(contact.part)
        if part == "hand":
            return self._hand_gap(skeleton, sides[0], contact.surface)
        height = self.surfaces.heights.get(contact.surface, 0.0)
        if part == "forearm":
            shoulder = float(skeleton[f"{sides[0]}-upper-arm"].origin[2])
            return shoulder - UPPER_ARM - FOREARM_THICKNESS - height
        return lowest(skeleton, sides, part) - height

    def _hand_gap(self, skeleton: Skeleton, side: Side, surface: str) -> float:
        """How much too far the shoulder is from where its hand goes, given the elbow's bend.

        A hand that is the first contact is straight above its surface.
        """
        shoulder = skeleton[f"{side}-upper-arm"].origin
        reach = arm_reach(self.pose.posture.arm(side).elbow)
        if self.pose.touch[0].surface == surface and sides_of(self.pose.touch[0].part)[1] == "hand":
            flat = self.pose.hands_ahead**2 + self.pose.hands_out**2
            drop = math.sqrt(max(1.0, reach**2 - flat))
            return float(shoulder[2]) - drop - WRIST_THICKNESS - self.surfaces.heights[surface]
        return length(self._hand_target(skeleton, side, surface) - shoulder) - reach

    # -- head and legs --

    def _swing_legs(self, skeleton: Skeleton) -> Skeleton:
        touching: set[Side] = set()
        for index, contact in enumerate(self.pose.touch):
            sides, part = sides_of(contact.part)
            if part not in LEG_PARTS and part != "knee-pad":
                continue
            settled = index == 0 or (index == 1 and self.pose.solves_lean)
            for side in sides:
                if not settled and part in LEG_PARTS:
                    joint: LegJoint = "knee" if side in touching else "hip"
                    skeleton = self._swing_leg(skeleton, side, joint, contact)
                touching.add(side)
        return skeleton

    def _swing_leg(
        self, skeleton: Skeleton, side: Side, joint: LegJoint, contact: Contact
    ) -> Skeleton:
        part = sides_of(contact.part)[1]
        height = self.surfaces.heights[contact.surface]
        swung = swing_leg(skeleton, side, joint, part, height)
        if swung is not None:
            return swung
        message = f"the {side} {part} cannot reach the {contact.surface} by moving the {joint}"
        self.findings.append(Finding("no-contact", message, "touch", f"change the {joint}"))
        return skeleton

    # -- arms --

    def _place_arms(self, skeleton: Skeleton, hands: dict[tuple[Side, str], Vector]) -> Skeleton:
        for contact in self.pose.touch:
            sides, part = sides_of(contact.part)
            for side in sides:
                if part == "hand":
                    skeleton = self._place_hand(skeleton, side, contact.surface, hands)
                elif part == "forearm":
                    skeleton = self._place_forearm(skeleton, side, contact.surface)
        return skeleton

    def _place_hand(
        self,
        skeleton: Skeleton,
        side: Side,
        surface: str,
        hands: dict[tuple[Side, str], Vector],
    ) -> Skeleton:
        shoulder = skeleton[f"{side}-upper-arm"].origin
        target = self._hand_target(skeleton, side, surface)
        arm = skeleton.posture.arm(side)
        if surface in self.surfaces.walls:
            pole = vector(-0.3, outward(side) * 0.5, -1.0)
            skeleton = skeleton.with_arm(side, replace(arm, hand="wall"))
        else:
            pole = upright_elbow(shoulder, target, side)
            fingers = arm.fingers or (1.0, -0.1 * outward(side), 0.0)
            skeleton = skeleton.with_arm(side, replace(arm, hand="flat", fingers=fingers))
        hands[side, surface] = target
        skeleton, short = reach_with_arm(skeleton, side, target, pole)
        if short > 1:
            message = f"the {side} hand misses the {surface} by {short:.0f} cm"
            self.findings.append(Finding("out-of-reach", message, "touch", "straighten the elbow"))
        return skeleton

    def _hand_target(self, skeleton: Skeleton, side: Side, surface: str) -> Vector:
        """Where the wrist goes: where it was, or opposite the shoulder."""
        if (side, surface) in self.held:
            return self.held[side, surface]
        shoulder = skeleton[f"{side}-upper-arm"].origin
        ahead, out = self.pose.hands_ahead, outward(side) * self.pose.hands_out
        if surface in self.surfaces.walls:
            x = self._wall(skeleton, surface) - WRIST_THICKNESS
            return vector(x, shoulder[1] + out, shoulder[2] + ahead)
        height = self.surfaces.heights[surface] + WRIST_THICKNESS
        return vector(shoulder[0] + ahead, shoulder[1] + out, height)

    def _wall(self, skeleton: Skeleton, surface: str) -> float:
        if self.before is not None:
            return self.before.walls[surface]
        wall = self.surfaces.walls[surface]
        return float(landmark(skeleton, wall.part)[0]) + wall.ahead

    def _walls(self, skeleton: Skeleton) -> Mapping[str, float]:
        return {name: self._wall(skeleton, name) for name in self.surfaces.walls}

    def _place_forearm(self, skeleton: Skeleton, side: Side, surface: str) -> Skeleton:
        skeleton, miss = place_forearm(skeleton, side, self.surfaces.heights[surface])
        if miss > TOLERATED_FOREARM_MISS:
            message = f"the {side} forearm misses the {surface} by {miss:.0f} cm"
            hint = "raise or lower the shoulders"
            self.findings.append(Finding("out-of-reach", message, "touch", hint))
        return skeleton

    def _carry_out_reaches(self, skeleton: Skeleton) -> Skeleton:
        """Legs before arms, for hands may go to a knee or foot."""
        legs_first = sorted(self.pose.reach, key=lambda r: sides_of(r.part)[1] in ARM_PARTS)
        for reach in legs_first:
            before = self.before.skeleton if self.before is not None else None
            skeleton, findings = carry_out(reach, skeleton, self.surfaces.heights, before)
            self.findings += findings
        return skeleton
