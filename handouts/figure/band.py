"""What pulls: bands, straps, cables and loops."""

from __future__ import annotations

from handouts.figure.camera import Camera
from handouts.figure.landmark import landmark, sides_of
from handouts.figure.layer import Layer
from handouts.figure.pose import Equipment
from handouts.figure.posture import SIDES, outward
from handouts.figure.proportion import STATURE, THIGH
from handouts.figure.rotation import FAR, Vector, across, unit, vector
from handouts.figure.setting import Parts, Setting, centred, given
from handouts.figure.solid import DARK, THIN, box, disc, ribbon, rod

LOOP_WIDTH = 3.0
LOOP_PLACES = {
    "thigh": (0.62, 0.040),
    "knee": (0.86, 0.034),
    "calf": (0.35, 0.034),
    "ankle": (0.88, 0.021),
}


def band(thing: Equipment, setting: Setting) -> Parts:
    """A band or strap through landmarks, and to its anchor if it has one."""
    points = [landmark(setting.now, name) for name in thing.through or ("right-grip", "left-grip")]
    if thing.anchor is None:
        return Parts(before=ribbon(setting.camera, points, given(thing.width, 1.6)))
    ahead, aside, height = thing.anchor
    fixed = vector(landmark(setting.first, "hips")[0] + ahead, aside, height)
    post = _anchor_post(setting.camera, fixed)
    pull = ribbon(setting.camera, [*points, fixed], given(thing.width, 1.6))
    if setting.camera.depth(fixed) > setting.camera.depth(landmark(setting.now, "hips")):
        return Parts(behind=post, before=pull)
    return Parts(before=[*post, *pull])


def _anchor_post(camera: Camera, fixed: Vector) -> list[Layer]:
    """A post on a foot, a little taller than what is tied to it."""
    x, y, height = (float(part) for part in fixed)
    foot = box(camera, centred(x, 26.0), centred(y, 26.0), (0.0, 2.0), DARK, THIN)
    return [*foot, *rod(camera, vector(x, y, 2.0), vector(x, y, height + 8), 2.0)]


def cable(thing: Equipment, setting: Setting) -> Parts:
    """A thin cable from a tower with a stack of weights."""
    camera = setting.camera
    ahead, aside, height = thing.anchor or (95.0, 0.0, 100.0)
    x = float(landmark(setting.first, "hips")[0]) + ahead
    tower = box(
        camera, centred(x + 8, 14.0), centred(aside, 32.0), (0.0, given(thing.height, 200.0))
    )
    names = thing.through or ("grips",)
    points = [landmark(setting.now, name) for name in names] + [vector(x, aside, height)]
    pulley = disc(camera, points[-1], 3.2, camera.sight, "prop-dark")
    handle = rod(camera, points[0] - FAR * 8, points[0] + FAR * 8, 1.3)
    return Parts(behind=tower, before=[*ribbon(camera, points, 0.9), pulley, *handle])


def loop_band(thing: Equipment, setting: Setting) -> Parts:
    """A closed loop round both legs: its front, from the outside of one to that of the other."""
    camera = setting.camera
    part = sides_of(thing.part or "thighs")[1]
    along, radius = LOOP_PLACES[part]
    bones = "thigh" if part in ("thigh", "knee") else "shank"
    points: list[Vector] = []
    for side in SIDES:
        segment = setting.now[f"{side}-{bones}"]
        centre = segment.point(z=-THIGH * along)
        outside = segment.axes[:, 1] * outward(side)
        front = unit(across(-camera.sight, segment.axes[:, 2]))
        turn = [centre + outside * radius * STATURE, centre + front * radius * STATURE]
        points += reversed(turn) if points else turn
    return Parts(before=ribbon(camera, points, given(thing.width, LOOP_WIDTH)))
