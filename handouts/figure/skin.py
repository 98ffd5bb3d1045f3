"""The skin and clothes of a body: what each part looks like to the viewer, as flat areas."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import shapely
from shapely import LineString, Point
from shapely.geometry.base import BaseGeometry

from handouts.dataclass import dataclass
from handouts.figure.camera import Camera, Points
from handouts.figure.landmark import landmark, landmark_on
from handouts.figure.posture import SIDES, Side, outward
from handouts.figure.proportion import (
    CHEST_HEIGHT,
    FOREARM,
    SHANK,
    STATURE,
    THIGH,
    UPPER_ARM,
    WAIST_HEIGHT,
    Physique,
)
from handouts.figure.rotation import Vector
from handouts.figure.section import (
    FIST_PROFILE,
    FOOT_PROFILE,
    FOREARM_PROFILE,
    NECK_PROFILE,
    OPEN_HAND_PROFILE,
    SHANK_PROFILE,
    THIGH_PROFILE,
    THUMB,
    TOES_PROFILE,
    UPPER_ARM_PROFILE,
    Profile,
    Section,
    between,
    limb_profile,
    trunk_profile,
)
from handouts.figure.silhouette import (
    closed,
    hem,
    open_end,
    polygons,
    ring,
    rings,
    smoothed,
    tube,
    united,
    upright_rings,
)
from handouts.figure.skeleton import SPINE_SLICES, Segment, Skeleton

SHORTS_END = 0.46
SLEEVE_END = 0.50
SHIRT_START = 0.046
SHIRT_END = 0.304
UNDER_CLOTH = 0.05
LOOSE_SHORTS = 0.55
LOOSE_SLEEVE = 0.5
LOOSE_SHIRT = 0.35
SEAM = 0.12

FROM_THE_SIDE = 0.7


@dataclass(frozen=True, slots=True)
class BodyShape:
    """The sections of every part, for one physique."""

    trunk: Profile
    thigh: Profile
    shank: Profile
    upper_arm: Profile
    forearm: Profile


def body_shape(physique: Physique) -> BodyShape:
    """The sections of a physique."""
    return BodyShape(
        trunk_profile(physique),
        *(
            limb_profile(profile, physique)
            for profile in (THIGH_PROFILE, SHANK_PROFILE, UPPER_ARM_PROFILE, FOREARM_PROFILE)
        ),
    )


@dataclass(frozen=True, slots=True, eq=False)
class LegSkin:
    """A leg: all of it, what is bare, its parts, and the hem of its shorts."""

    whole: BaseGeometry
    bare: BaseGeometry
    thigh: BaseGeometry
    shank: BaseGeometry
    shoe: BaseGeometry
    shorts: BaseGeometry
    hem: LineString | None


@dataclass(frozen=True, slots=True, eq=False)
class ArmSkin:
    """An arm: all of it, its parts, and its sleeve, which without the yoke covers the arm alone."""

    whole: BaseGeometry
    bare: BaseGeometry
    forearm: BaseGeometry
    hand: BaseGeometry
    sleeve: BaseGeometry
    sleeve_alone: BaseGeometry
    hem: LineString | None


@dataclass(frozen=True, slots=True, eq=False)
class Skin:
    """A body as one viewer sees it."""

    legs: Mapping[Side, LegSkin]
    arms: Mapping[Side, ArmSkin]
    pelvis: BaseGeometry
    shirt: BaseGeometry
    neck: BaseGeometry


def skin(skeleton: Skeleton, camera: Camera) -> Skin:
    """The flat areas of a posed body."""
    shape = body_shape(skeleton.physique)
    legs = {side: _leg(skeleton, camera, shape, side) for side in SIDES}
    arms = {side: _arm(skeleton, camera, shape, side) for side in SIDES}
    return Skin(
        legs,
        arms,
        pelvis=_pelvis(skeleton, camera, shape, legs),
        shirt=_shirt(skeleton, camera, shape, arms),
        neck=tube(camera, rings(skeleton["neck"], NECK_PROFILE)),
    )


def joint_disc(skeleton: Skeleton, camera: Camera, name: str, radius: float) -> BaseGeometry:
    """A disc round a landmark; the radius in statures."""
    return _point(camera, landmark(skeleton, name)).buffer(radius * STATURE, quad_segs=8)


def trunk_station(skeleton: Skeleton, height: float) -> tuple[Segment, float]:
    """The segment that carries a height of the trunk (statures above the hip line), and z on it."""
    if height <= WAIST_HEIGHT:
        return skeleton["pelvis"], height * STATURE
    if height >= CHEST_HEIGHT:
        return skeleton["thorax"], height * STATURE
    slices = (height - WAIST_HEIGHT) / (CHEST_HEIGHT - WAIST_HEIGHT) * SPINE_SLICES
    index = min(SPINE_SLICES - 1, int(slices))
    slice_height = (CHEST_HEIGHT - WAIST_HEIGHT) / SPINE_SLICES * STATURE
    return skeleton.spine[index], (slices - index) * slice_height


def _point(camera: Camera, point: Vector) -> Point:
    return Point(*camera.flat(point))


def _trunk_rings(
    skeleton: Skeleton, shape: BodyShape, start: float, end: float, grow: float = 0.0
) -> Points:
    low, high = max(start, shape.trunk[0].at), min(end, shape.trunk[-1].at)
    parts = []
    for section in between(shape.trunk, low, high):
        segment, z = trunk_station(skeleton, section.at)
        there = Section(z / STATURE, section.front, section.back, section.side)
        parts.append(rings(segment, (there,), STATURE, grow))
    return np.concatenate(parts)


def _pelvis(
    skeleton: Skeleton, camera: Camera, shape: BodyShape, legs: Mapping[Side, LegSkin]
) -> BaseGeometry:
    """The shorts without their legs; they span the hollows between trunk and thigh."""
    area = closed(tube(camera, _trunk_rings(skeleton, shape, -0.06, 0.075)), 0.01 * STATURE)
    frontal = abs(camera.faces(skeleton["pelvis"].axes[:, 1])) > FROM_THE_SIDE
    up = camera.flat(skeleton["pelvis"].axes[:, 2])
    lowest = (-0.07 if frontal else -0.012) * STATURE
    for side in SIDES:
        joint = camera.flat(skeleton[f"{side}-thigh"].origin)
        whole = united(area, legs[side].shorts)
        hollows = closed(whole, 0.05 * STATURE).difference(whole)
        area = _filled(area, hollows, joint, up, lowest, 0.10 * STATURE)
    return smoothed(area)


def _shirt(
    skeleton: Skeleton, camera: Camera, shape: BodyShape, arms: Mapping[Side, ArmSkin]
) -> BaseGeometry:
    """The shirt without its sleeves; it spans the hollows beside the neck."""
    trunk = tube(camera, _trunk_rings(skeleton, shape, SHIRT_START, SHIRT_END, LOOSE_SHIRT))
    shoulders = [_trapezius(skeleton, camera, side) for side in SIDES]
    area = closed(united(trunk, *shoulders), 0.022 * STATURE)
    up = camera.flat(skeleton["thorax"].axes[:, 2])
    for side in SIDES:
        joint = camera.flat(skeleton[f"{side}-upper-arm"].origin)
        whole = united(area, arms[side].sleeve)
        hollows = closed(whole, 0.026 * STATURE).difference(whole)
        area = _filled(area, hollows, joint, up, 0.004 * STATURE, 0.12 * STATURE)
    return smoothed(area)


def _filled(
    area: BaseGeometry,
    hollows: BaseGeometry,
    joint: Points,
    up: Points,
    lowest: float,
    reach: float,
) -> BaseGeometry:
    """The area with those hollows that lie near a joint and not too far below it."""
    kept = []
    for hollow in polygons(hollows):
        away = np.array(hollow.centroid.coords[0]) - joint
        if away @ up > lowest and np.hypot(*away) < reach:
            kept.append(hollow.buffer(SEAM))
    return united(area, *kept) if kept else area


def _trapezius(skeleton: Skeleton, camera: Camera, side: Side) -> BaseGeometry:
    """The slope from the neck to the shoulder."""
    sign = outward(side)
    thorax = skeleton["thorax"]
    x, y, z = thorax.local(skeleton[f"{side}-upper-arm"].origin) / STATURE
    neck = ring(thorax, (-0.004, sign * 0.026, 0.296), 0.020, 0.026, 0.014)
    top = ring(thorax, (x, y - sign * 0.004, z + 0.019), 0.022, 0.024, 0.012)
    armpit = ring(thorax, (x, y - sign * 0.02, z - 0.03), 0.024, 0.026, 0.022)
    return tube(camera, neck, top, armpit)


def _leg(skeleton: Skeleton, camera: Camera, shape: BodyShape, side: Side) -> LegSkin:
    thigh, shank = skeleton[f"{side}-thigh"], skeleton[f"{side}-shank"]
    thigh_rings = rings(thigh, shape.thigh, -THIGH)
    shank_rings = rings(shank, shape.shank, -SHANK)
    knee = joint_disc(skeleton, camera, f"{side}-knee", 0.0285)
    thigh_area = united(tube(camera, thigh_rings, shank_rings[:1]), knee)
    shank_area = tube(camera, shank_rings)
    foot, shoe = _foot(skeleton, camera, side, shank_rings)
    whole = closed(united(thigh_area, shank_area, foot), 0.014 * STATURE)
    above_knee = rings(thigh, between(shape.thigh, SHORTS_END - UNDER_CLOTH, 1.0), -THIGH)
    bare = united(tube(camera, above_knee, shank_rings[:1]), shank_area, knee, foot)
    cloth = rings(thigh, between(shape.thigh, -0.06, SHORTS_END), -THIGH, LOOSE_SHORTS)
    shorts = open_end(camera, tube(camera, cloth), cloth[-1:], thigh)
    return LegSkin(
        whole=whole,
        bare=closed(bare, 0.014 * STATURE),
        thigh=thigh_area,
        shank=shank_area,
        shoe=shoe,
        shorts=shorts,
        hem=hem(camera, cloth[-1:]),
    )


def _foot(
    skeleton: Skeleton, camera: Camera, side: Side, shank: Points
) -> tuple[BaseGeometry, BaseGeometry]:
    """The foot with its ankle, and the shoe with its cuff."""
    foot = upright_rings(skeleton[f"{side}-foot"], FOOT_PROFILE)
    toes = upright_rings(skeleton[f"{side}-toes"], TOES_PROFILE)
    sole = united(tube(camera, foot), tube(camera, foot[-1:], toes))
    ankle = tube(camera, shank[-2:], foot[2:4])
    above = (0.0, 0.0, -SHANK * 0.955 / STATURE)
    cuff = ring(skeleton[f"{side}-shank"], above, 0.0175, 0.019, 0.018)
    radius = 0.014 * STATURE
    return (
        closed(united(sole, ankle), radius),
        closed(united(sole, tube(camera, cuff, foot[2:4])), radius),
    )


def _arm(skeleton: Skeleton, camera: Camera, shape: BodyShape, side: Side) -> ArmSkin:
    upper_arm, forearm = skeleton[f"{side}-upper-arm"], skeleton[f"{side}-forearm"]
    upper_rings = rings(upper_arm, shape.upper_arm, -UPPER_ARM)
    lower_rings = rings(forearm, shape.forearm, -FOREARM)
    hand = _hand(skeleton, camera, side, lower_rings[-1:])
    elbow = joint_disc(skeleton, camera, f"{side}-elbow", 0.0205)
    lower = tube(camera, lower_rings)
    whole = united(tube(camera, upper_rings, lower_rings[:1]), lower, hand, elbow)
    above_elbow = rings(
        upper_arm, between(shape.upper_arm, SLEEVE_END - UNDER_CLOTH, 1.0), -UPPER_ARM
    )
    bare = united(tube(camera, above_elbow, lower_rings[:1]), lower, hand, elbow)
    cloth = rings(upper_arm, between(shape.upper_arm, -0.10, SLEEVE_END), -UPPER_ARM, LOOSE_SLEEVE)
    alone = tube(camera, cloth[1:])
    sleeve = united(tube(camera, cloth), tube(camera, _yoke(skeleton, side), cloth[:2]))
    return ArmSkin(
        whole=closed(whole, 0.008 * STATURE),
        bare=closed(bare, 0.008 * STATURE),
        forearm=lower,
        hand=hand,
        sleeve=open_end(camera, closed(sleeve, 0.01 * STATURE), cloth[-1:], upper_arm),
        sleeve_alone=open_end(camera, alone, cloth[-1:], upper_arm),
        hem=hem(camera, cloth[-1:]),
    )


def _yoke(skeleton: Skeleton, side: Side) -> Points:
    """A ring on the thorax from which the sleeve flows into the shirt."""
    y = outward(side) * skeleton.physique.shoulder * 0.60
    return ring(skeleton["thorax"], (-0.004, y, 0.268), 0.036, 0.040, 0.020)


def _hand(skeleton: Skeleton, camera: Camera, side: Side, wrist: Points) -> BaseGeometry:
    hand = skeleton[f"{side}-hand"]
    if skeleton.posture.arm(side).hand == "fist":
        return tube(camera, wrist, rings(hand, FIST_PROFILE, -STATURE, centre=(0.5, 0.0)))
    palm = tube(camera, wrist, rings(hand, OPEN_HAND_PROFILE, -STATURE))
    thumb = [ring(hand, (x, 0.0, z), radius, radius, radius) for x, z, radius in THUMB]
    return closed(united(palm, tube(camera, *thumb)), 0.004 * STATURE)


def is_end_on(skeleton: Skeleton, camera: Camera, upper: str, lower: str, share: float) -> bool:
    """Whether a bone points so much at the viewer that less than a share of it can be seen."""
    ends = camera.flat(np.stack([landmark(skeleton, upper), landmark(skeleton, lower)]))
    bone = np.linalg.norm(landmark(skeleton, upper) - landmark(skeleton, lower))
    return bool(np.hypot(*(ends[1] - ends[0])) < share * bone)


def outline(area: BaseGeometry, *hidden: BaseGeometry) -> BaseGeometry:
    """An area's edge, without what lies in other areas."""
    if area.is_empty:
        return area
    edge = shapely.boundary(area)
    return edge.difference(united(*hidden)) if hidden else edge


def limb_depth(
    skeleton: Skeleton, camera: Camera, side: Side, names: tuple[str, str, str]
) -> float:
    """How far away a limb is, its middle segment counted double."""
    first, middle, last = (skeleton[f"{side}-{name}"].origin for name in names)
    return camera.depth((first + 2 * middle + last) / 4)


def wrist_disc(skeleton: Skeleton, camera: Camera, side: Side) -> BaseGeometry:
    """The place where hand and forearm flow into each other."""
    return _point(camera, landmark_on(skeleton, side, "wrist")).buffer(0.026 * STATURE)
