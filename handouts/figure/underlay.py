"""What lies on the floor: mats, blocks, balls, rollers and sliders."""

from __future__ import annotations

from handouts.figure.kind import top_of
from handouts.figure.landmark import landmark, sides_of
from handouts.figure.layer import Layer
from handouts.figure.pose import Equipment
from handouts.figure.posture import outward
from handouts.figure.rotation import AHEAD, FAR, UP, vector
from handouts.figure.setting import Builder, Parts, Setting, centred, given, lengthwise, stands_at
from handouts.figure.solid import LIGHT, MAT, THIN, ball_of, box, cylinder

FRONTAL = 0.8
"""From here on something ahead of the body is before it."""

MAT_PARTS = ("head", "hips", "knees", "right-toes", "left-toes", "right-hand", "left-hand")


def mat(thing: Equipment, setting: Setting) -> Parts:
    """A mat under everything the frames use, or under the parts it spans."""
    names = thing.span or MAT_PARTS
    reach = [float(landmark(body, name)[0]) for body in setting.bodies for name in names]
    x = (min(reach) - thing.margin, max(reach) + thing.margin)
    y = centred(0.0, given(thing.width, 60.0))
    return Parts(behind=box(setting.camera, x, y, (-1.5, 0.0), MAT, THIN))


def block(length: float, width: float) -> Builder:
    """A box that the body is on."""

    def build(thing: Equipment, setting: Setting) -> Parts:
        x = lengthwise(thing, stands_at(thing, setting, "feet")[0], given(thing.length, length))
        y = centred(0.0, given(thing.width, width))
        return Parts(behind=box(setting.camera, x, y, (0.0, top_of(thing)), LIGHT))

    return build


def slider(thing: Equipment, setting: Setting) -> Parts:
    """A disc under each heel, foot or hand."""
    sides, part = sides_of(thing.part or "heels")
    layers: list[Layer] = []
    for side in sorted(sides, key=lambda one: -setting.camera.depth(FAR * outward(one))):
        point = landmark(setting.now, f"{side}-{part}")
        middle = vector(point[0] + 2, point[1], 0.0)
        radius = given(thing.size, 24.0) / 2
        layers += cylinder(
            setting.camera, middle + UP * 1.2, middle, radius, "prop-dark", "prop-dark", THIN
        )
    return Parts(behind=layers)


def roller(thing: Equipment, setting: Setting) -> Parts:
    """A foam roller, lying across."""
    radius = top_of(thing) / 2
    middle = vector(stands_at(thing, setting, "calves")[0], 0.0, radius)
    half = FAR * given(thing.width, 56.0) / 2
    return Parts(behind=cylinder(setting.camera, middle - half, middle + half, radius))


def towel(thing: Equipment, setting: Setting) -> Parts:
    """A rolled towel, lying across; with ``at`` it is off the floor."""
    radius = top_of(thing) / 2
    at = stands_at(thing, setting, "ankles")
    middle = vector(at[0], 0.0, float(at[2]) if thing.relation == "at" else radius)
    half = FAR * given(thing.width, 34.0) / 2
    return Parts(behind=cylinder(setting.camera, middle - half, middle + half, radius))


def ball(thing: Equipment, setting: Setting) -> Parts:
    """A stability ball on the floor; with ``at`` it is where the landmark is, and before what holds
    it when seen from the front.
    """
    camera, radius = setting.camera, given(thing.size, 55.0) / 2
    at = stands_at(thing, setting, "heels")
    if thing.relation != "at":
        return Parts(behind=ball_of(camera, vector(at[0], 0.0, radius), radius))
    layers = ball_of(camera, vector(at[0], 0.0, at[2]), radius)
    return Parts(before=layers) if camera.faces(AHEAD) > FRONTAL else Parts(behind=layers)
