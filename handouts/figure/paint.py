"""Painting a body: its parts as layers, far ones first, joined so that no seam shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from shapely.geometry.base import BaseGeometry

from handouts.dataclass import dataclass
from handouts.figure.camera import Camera
from handouts.figure.head import head_area, head_layers
from handouts.figure.highlight import highlights
from handouts.figure.landmark import landmark
from handouts.figure.layer import Layer, lines_in
from handouts.figure.musculature import Region
from handouts.figure.pose import Muscle
from handouts.figure.posture import SIDES, Side
from handouts.figure.proportion import CHEST_HEIGHT, STATURE
from handouts.figure.silhouette import closed, softened, united
from handouts.figure.skeleton import Skeleton
from handouts.figure.skin import (
    BodyShape,
    Skin,
    body_shape,
    is_end_on,
    joint_disc,
    limb_depth,
    outline,
    skin,
    wrist_disc,
)

LEG = ("thigh", "shank", "foot")
ARM = ("upper-arm", "forearm", "hand")
SIDEWAYS = 0.5
"""From here on a limb is a near or a far one; below, the body is seen from the front or back."""

HEAD_IN_FRONT = -12.0

FOLD = 1.5
"""How far thigh and calf may be apart where a bent knee folds them together, cm."""

LEG_BEHIND = 30.0

ARM_BEHIND = 4.0

ARM_ACROSS = 14.0
"""How far a limb's middle may be before or behind the trunk's and still count as beside it, cm."""


@dataclass(frozen=True, slots=True)
class Subject:
    """A posed body in front of a viewer, with what is highlighted.

    ``held`` and ``over`` are what it has in each hand, under the fingers and over them.
    """

    skeleton: Skeleton
    camera: Camera
    muscles: Sequence[Muscle]
    held: Mapping[Side, Sequence[Layer]]
    over: Mapping[Side, Sequence[Layer]]


def body_layers(subject: Subject) -> list[Layer]:
    """The whole body, back to front."""
    return _Painting(subject).layers()


class _Painting:
    """One body being painted."""

    def __init__(self, subject: Subject) -> None:
        self.subject = subject
        self.skeleton, self.camera = subject.skeleton, subject.camera
        self.shape: BodyShape = body_shape(self.skeleton.physique)
        self.skin: Skin = skin(self.skeleton, self.camera)
        self.far_side: Side | None = self._far_side()

    def layers(self) -> list[Layer]:
        parts: list[tuple[float, Callable[[], list[Layer]]]] = [
            (0.02, self._trunk),
            (self._head_depth(), self._head),
        ]
        for side in SIDES:
            parts.append((self._leg_depth(side), partial(self._leg, side)))
            parts.append((self._arm_depth(side), partial(self._arm, side)))
        parts.sort(key=lambda part: -part[0])
        return [layer for _, paint in parts for layer in paint()]

    # -- what is in front of what --

    def _far_side(self) -> Side | None:
        """The side turned away from the viewer, when the body is seen from the side."""
        leftward = self.camera.faces(self.skeleton["pelvis"].axes[:, 1])
        if abs(leftward) <= SIDEWAYS:
            return None
        return "left" if leftward < 0 else "right"

    def _trunk_depth(self) -> float:
        chest = self.skeleton["thorax"].point(z=CHEST_HEIGHT * STATURE)
        return self.camera.depth((self.skeleton["pelvis"].origin + chest) / 2)

    def _head_depth(self) -> float:
        depth = self.camera.depth(self.skeleton["head"].origin) - self._trunk_depth()
        return 0.01 if depth > HEAD_IN_FRONT else -0.3

    def _leg_depth(self, side: Side) -> float:
        depth = limb_depth(self.skeleton, self.camera, side, LEG) - self._trunk_depth()
        if self.far_side is None:
            return -0.5 if 0 < depth < LEG_BEHIND else depth
        return max(depth, 1.0) if side == self.far_side else min(depth, -1.0)

    def _arm_depth(self, side: Side) -> float:
        depth = limb_depth(self.skeleton, self.camera, side, ARM) - self._trunk_depth()
        if self.far_side is None:
            return -0.6 if 0 <= depth < ARM_BEHIND else depth
        if side == self.far_side:
            return 1.0 if -ARM_ACROSS < depth < 0 else depth
        return min(depth, -1.0) if depth > 0 else depth

    # -- parts --

    def _trunk(self) -> list[Layer]:
        parts = self.skin
        head = head_area(self.skeleton, self.camera).buffer(-0.2)
        neck = outline(parts.neck, head, parts.shirt.buffer(-0.1))
        hips = outline(parts.pelvis, parts.shirt.buffer(-0.1))
        return _as_body(
            [
                Layer(parts.neck, "skin", lines_in(neck)),
                Layer(parts.pelvis, "shorts", lines_in(hips)),
                *self._highlights(("pelvis",), "right", parts.pelvis),
                Layer(parts.shirt, "shirt", lines_in(parts.shirt)),
                *self._highlights(("trunk",), "right", parts.shirt),
            ]
        )

    def _head(self) -> list[Layer]:
        return _as_body(head_layers(self.skeleton, self.camera))

    def _leg(self, side: Side) -> list[Layer]:
        leg = self.skin.legs[side]
        full = closed(united(leg.whole, leg.shorts), 0.004 * STATURE)
        inner = full.buffer(0.1)
        shoe = leg.shoe.intersection(full.buffer(0.2))
        regions: tuple[Region, ...] = ("thigh", "shank")
        if side != self.far_side:
            regions += ("pelvis",)
        cloth = united(full, self.skin.pelvis)
        hem = leg.hem.intersection(inner) if leg.hem is not None else None
        edge = self._leg_edge(side, full)
        return self._limb(
            side,
            "leg",
            [
                Layer(leg.bare, "skin"),
                Layer(shoe, "shoe", lines_in(shoe.boundary.intersection(full.buffer(-0.3)))),
                Layer(leg.shorts.intersection(inner), "shorts"),
                *self._highlights(regions, side, cloth),
                Layer(lines=lines_in(edge) + lines_in(self._knee_crease(side, full), hem)),
            ],
        )

    def _leg_edge(self, side: Side, full: BaseGeometry) -> BaseGeometry:
        """A leg's outline, open at the hip where it flows into the trunk."""
        if is_end_on(self.skeleton, self.camera, f"{side}-hip", f"{side}-knee", 0.40):
            return outline(full)
        hip = joint_disc(self.skeleton, self.camera, f"{side}-hip", 0.080)
        hips = self.skin.pelvis.buffer(0.3).difference(self.skin.shirt)
        return outline(full, hip.intersection(hips))

    def _knee_crease(self, side: Side, full: BaseGeometry) -> BaseGeometry:
        """Where the nearer of thigh and shank overlaps the other, away from the knee; a fold runs
        on to the leg's edge.
        """
        leg = self.skin.legs[side]
        hip, ankle = (landmark(self.skeleton, f"{side}-{name}") for name in ("hip", "ankle"))
        shank_nearer = self.camera.depth(hip) > self.camera.depth(ankle)
        upper, lower = (leg.shank, leg.thigh) if shank_nearer else (leg.thigh, leg.shank)
        knee = joint_disc(self.skeleton, self.camera, f"{side}-knee", 0.050)
        fold = lower.buffer(FOLD).intersection(full.buffer(-0.3))
        return outline(upper).intersection(fold).difference(knee)

    def _arm(self, side: Side) -> list[Layer]:
        arm = self.skin.arms[side]
        towards = self._points_at_viewer(side)
        sleeve = arm.sleeve_alone if towards else arm.sleeve
        full = closed(united(arm.whole, sleeve), 0.003 * STATURE)
        edge = outline(full) if towards else self._arm_edge(side, full, sleeve)
        hem = arm.hem.intersection(full.buffer(0.1)) if arm.hem is not None else None
        return [
            *self.subject.held.get(side, ()),
            *self._limb(
                side,
                "arm",
                [
                    Layer(arm.bare, "skin"),
                    Layer(sleeve, "shirt"),
                    *self._highlights(("upper-arm", "forearm"), side, full),
                    Layer(lines=lines_in(edge) + lines_in(hem, self._wrist_crease(side, towards))),
                ],
            ),
            *self.subject.over.get(side, ()),
        ]

    def _points_at_viewer(self, side: Side) -> bool:
        if side == self.far_side:
            return False
        return is_end_on(self.skeleton, self.camera, f"{side}-shoulder", f"{side}-elbow", 0.62)

    def _arm_edge(self, side: Side, full: BaseGeometry, sleeve: BaseGeometry) -> BaseGeometry:
        """An arm's outline, open at the shoulder where the sleeve flows into the shirt."""
        shirt = self.skin.shirt.buffer(-0.05)
        shoulder = joint_disc(self.skeleton, self.camera, f"{side}-shoulder", 0.052)
        yoke = sleeve.difference(self.skin.arms[side].whole.buffer(0.9)).buffer(0.3)
        return outline(full, shoulder.intersection(shirt), yoke.intersection(shirt))

    def _wrist_crease(self, side: Side, towards: bool) -> BaseGeometry | None:
        """The hand's edge over a forearm that points away behind it."""
        hand, elbow = (landmark(self.skeleton, f"{side}-{name}") for name in ("hand", "elbow"))
        if self.camera.depth(hand) >= self.camera.depth(elbow):
            return None
        arm = self.skin.arms[side]
        crease = outline(arm.hand).intersection(arm.forearm.buffer(-0.4))
        if towards:
            return crease
        return crease.difference(wrist_disc(self.skeleton, self.camera, side))

    # -- common --

    def _highlights(
        self, regions: tuple[Region, ...], side: Side, cloth: BaseGeometry
    ) -> list[Layer]:
        inside = cloth.buffer(-0.05)
        found = highlights(
            self.skeleton, self.camera, self.shape, self.subject.muscles, regions, side
        )
        areas = (softened(area, 0.8).intersection(inside) for area in found)
        return [Layer(area, "muscle", flush=True) for area in areas if not area.is_empty]

    def _limb(self, side: Side, name: str, layers: list[Layer]) -> list[Layer]:
        """Layers of a limb; those of the far side are darker, and known as its own."""
        if side == self.far_side:
            for layer in layers:
                layer.colour = f"{layer.colour}-far" if layer.colour else None
                layer.limb = name
        return _as_body(layers)


def _as_body(layers: list[Layer]) -> list[Layer]:
    for layer in layers:
        layer.body = True
    return layers
