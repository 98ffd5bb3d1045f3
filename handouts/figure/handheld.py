"""What is held in the hands: weights, balls and canes."""

from __future__ import annotations

from handouts.figure.landmark import landmark, landmark_on
from handouts.figure.layer import Layer
from handouts.figure.pose import Equipment
from handouts.figure.posture import SIDES, Side
from handouts.figure.rotation import AHEAD, FAR, UP, cross, unit, vector
from handouts.figure.setting import Parts, Setting, given
from handouts.figure.solid import ball_of, cylinder, disc, ribbon, rod

END_ON_BAR = 0.6


def dumbbell(thing: Equipment, setting: Setting) -> Parts:
    """A dumbbell in each hand, or in one."""
    one = {side: _one_dumbbell(thing, setting, side) for side in thing.hands}
    return Parts(
        held={side: under for side, (under, _) in one.items()},
        over={side: over for side, (_, over) in one.items()},
    )


def _one_dumbbell(
    thing: Equipment, setting: Setting, side: Side
) -> tuple[list[Layer], list[Layer]]:
    """The far weight and the bar, under the fingers, and the near weight, over them."""
    camera = setting.camera
    grip = landmark_on(setting.now, side, "grip")
    axis = setting.now[f"{side}-hand"].axes[:, 1 if thing.crossways else 0]
    axis = axis if camera.depth(axis) <= 0 else -axis
    far, near = (
        cylinder(camera, grip + axis * start, grip + axis * end, 5.0, "prop-dark", "prop-mid", 0.8)
        for start, end in ((-12.0, -6.5), (6.5, 12.0))
    )
    return [*far, *rod(camera, grip - axis * 9, grip + axis * 9, 1.3)], near


def kettlebell(thing: Equipment, setting: Setting) -> Parts:
    """Hanging from the hand, or from both at the midline."""
    camera = setting.camera
    if thing.hands == SIDES:
        grip = landmark(setting.now, "grips")
    else:
        grip = landmark_on(setting.now, thing.hands[0], "grip")
    fingers = landmark(setting.now, "finger-tips") - landmark(setting.now, "wrists")
    hang = unit(fingers) if thing.crossways else -UP
    across = unit(cross(camera.sight, hang))
    bell = grip + hang * 15.5
    shoulders = bell - hang * 4
    handle = [
        shoulders + across * 6.0,
        grip + hang * 3 + across * 6.5,
        grip + across * 4.5,
        grip - across * 4.5,
        grip + hang * 3 - across * 6.5,
        shoulders - across * 6.0,
    ]
    body = disc(camera, bell, 9.0, camera.sight, "prop-dark", 1.0)
    glint = disc(camera, bell + across * 3.5 - hang * 3.5, 2.0, camera.sight, "prop-mid")
    glint = Layer(glint.fill, "prop-mid", flush=True)
    layers = [*ribbon(camera, handle, 2.8, "prop-dark"), body, glint]
    if thing.hands == SIDES:
        return Parts(before=layers)
    return Parts(held={thing.hands[0]: layers})


def medicine_ball(thing: Equipment, setting: Setting) -> Parts:
    """A ball between the palms, under the nearer hand."""
    camera, radius = setting.camera, given(thing.size, 24.0) / 2
    middle = landmark(setting.now, "palms")
    layers = ball_of(camera, middle, radius)
    near: Side = "right" if camera.faces(setting.now["thorax"].axes[:, 1]) < 0 else "left"
    return Parts(held={near: layers})


def barbell(thing: Equipment, setting: Setting) -> Parts:
    """A barbell in both hands or at another landmark; the body is between its plates."""
    camera, radius = setting.camera, given(thing.size, 36.0) / 2
    grip = landmark(setting.now, thing.part or "grips") + vector(thing.ahead, 0.0, thing.up)
    bar = rod(camera, grip + FAR * 60, grip - FAR * 60, 1.4)
    far = cylinder(camera, grip + FAR * 60, grip + FAR * 66, radius)
    near = cylinder(camera, grip - FAR * 66, grip - FAR * 60, radius)
    if camera.depth(FAR) > END_ON_BAR:
        hub = disc(camera, grip - FAR * 66, 3.0, FAR, "prop-dark")
        return Parts(behind=[*far, *bar], before=[*near, hub])
    return Parts(before=[*far, *bar, *near])


def cane(thing: Equipment, setting: Setting) -> Parts:
    """A cane from the hand straight down to the floor."""
    side = thing.hands[0]
    grip = landmark_on(setting.now, side, "grip")
    foot = vector(grip[0] + 2, grip[1], 0.0)
    stick = rod(setting.camera, foot, grip, 1.1)
    handle = rod(setting.camera, grip - AHEAD * 5, grip + AHEAD * 6, 1.5)
    return Parts(held={side: [*stick, *handle]})
