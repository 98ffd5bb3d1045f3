"""What stands in the room: to sit and lie on, to lean against and to hold on to."""

from __future__ import annotations

from handouts.figure.camera import Camera
from handouts.figure.kind import top_of
from handouts.figure.landmark import landmark
from handouts.figure.layer import Layer, lines_in
from handouts.figure.pose import Equipment
from handouts.figure.rotation import AHEAD, FAR, Vector, unit, vector
from handouts.figure.setting import Parts, Setting, centred, given, lengthwise, stands_at
from handouts.figure.solid import DARK, LIGHT, THIN, box, cylinder, disc, rod

WALL = ("prop", "prop-mid", "prop")


def _legs(
    camera: Camera, x: tuple[float, float], y: tuple[float, float], top: float, thick: float
) -> list[Layer]:
    """Four legs, the far ones first."""
    layers: list[Layer] = []
    for leg_y in sorted(y, key=lambda one: -camera.depth(FAR * one)):
        for leg_x in sorted(x, key=lambda one: -camera.depth(AHEAD * one)):
            layers += box(
                camera, centred(leg_x, thick), centred(leg_y, thick), (0.0, top), DARK, THIN
            )
    return layers


def bench(thing: Equipment, setting: Setting) -> Parts:
    """A flat bench on four legs."""
    camera, top = setting.camera, top_of(thing)
    length, width = given(thing.length, 120.0), given(thing.width, 28.0)
    x = lengthwise(thing, stands_at(thing, setting, "seat")[0], length)
    y = centred(0.0, width)
    inset = length * 0.12
    legs = _legs(camera, (x[0] + inset, x[1] - inset), (y[0] + 4, y[1] - 4), top - 8, 4.0)
    return Parts(behind=[*legs, *box(camera, x, y, (top - 8, top), LIGHT)])


def chair(thing: Equipment, setting: Setting) -> Parts:
    """A chair whose seat the hips are on."""
    camera, top = setting.camera, top_of(thing)
    middle = stands_at(thing, setting, "seat")[0] + 2
    x, y = centred(middle, 44.0), (-22.0, 22.0)
    legs = _legs(camera, (x[0] + 2, x[1] - 2), (-20.0, 20.0), top - 4, 3.2)
    back = box(camera, (x[0], x[0] + 3), y, (top, top + 46), LIGHT)
    seat = box(camera, x, y, (top - 4, top), LIGHT)
    return Parts(behind=[*legs, *_by_view(camera, AHEAD, back, seat)])


def _by_view(camera: Camera, axis: Vector, low: list[Layer], high: list[Layer]) -> list[Layer]:
    """Two solids beside each other along an axis, the farther one first."""
    return [*high, *low] if camera.depth(axis) > 0 else [*low, *high]


def wheelchair(thing: Equipment, setting: Setting) -> Parts:
    """A wheelchair; the near wheel is before the body."""
    camera, top = setting.camera, top_of(thing)
    middle = stands_at(thing, setting, "seat")[0]
    x, y = (middle - 22, middle + 24), (-23.0, 23.0)
    back = box(camera, (x[0] - 3, x[0]), y, (top, top + 42), LIGHT)
    seat = box(camera, x, y, (top - 5, top), LIGHT)
    far, near = (_wheels(camera, middle, side) for side in (27.0, -27.0))
    handle = rod(camera, vector(x[0] - 14, -23, top + 41), vector(x[0] - 2, -23, top + 41), 1.4)
    rest = box(camera, (x[1] + 14, x[1] + 38), (-20.0, 20.0), (8.0, 10.0), DARK, THIN)
    frame = rod(camera, vector(x[1] - 2, -20, top - 4), vector(x[1] + 16, -20, 9), 1.4)
    far_arm, near_arm = (
        box(camera, (x[0] + 2, x[1] - 8), centred(side, 4.0), (top + 18, top + 21), DARK, THIN)
        for side in (23.0, -23.0)
    )
    behind = [*far, *handle, *back, *far_arm, *seat, *frame, *rest]
    return Parts(behind=behind, before=[*near, *near_arm])


def _wheels(camera: Camera, x: float, y: float) -> list[Layer]:
    """A large wheel with its rim, and a caster before it."""
    layers = []
    for centre, radius in ((vector(x - 10, y, 30.0), 30.0), (vector(x + 30, y, 9.0), 9.0)):
        tyre, hole = (disc(camera, centre, r, FAR, "prop-dark") for r in (radius, radius * 0.88))
        area = tyre.fill.difference(hole.fill)
        layers.append(Layer(area, "prop-dark", lines_in(area), width=THIN))
    return layers


def _ankle_point(setting: Setting, radius: float, along: float) -> Vector:
    """The middle of a bar that presses on the ankles from behind the shanks."""
    shank, foot = setting.first["right-shank"], setting.first["right-foot"]
    up_the_shank = unit(shank.origin - foot.origin)
    behind = -shank.axes[:, 0]
    middle = landmark(setting.first, "achilles")
    return middle + behind * (radius + 0.2) + up_the_shank * along


def ankle_bar(thing: Equipment, setting: Setting) -> Parts:
    """A padded bar over the ankles on two posts; the near post and the pad are before the body."""
    camera, radius = setting.camera, 5.0
    middle = _ankle_point(setting, radius, 2.0)
    x = float(middle[0])

    def post(y: float) -> list[Layer]:
        base = box(camera, centred(x, 22.0), centred(y, 6.0), (0.0, 2.0), DARK, THIN)
        return base + rod(camera, vector(x, y, 0), vector(x, y, middle[2]), 1.5)

    pad = cylinder(camera, middle + FAR * 26, middle - FAR * 26, radius)
    hub = disc(camera, middle - FAR * 26, 1.6, FAR, "prop-dark")
    return Parts(behind=post(24.0), before=[*post(-24.0), *pad, hub])


def ankle_bench(thing: Equipment, setting: Setting) -> Parts:
    """The end of a heavy bench; a padded bar between its legs holds the ankles."""
    camera, radius = setting.camera, 4.2
    middle = _ankle_point(setting, radius, 1.5)
    x, top = float(middle[0]), given(thing.height, 44.0)

    def legs(y: float) -> list[Layer]:
        return [
            layer
            for leg_x in (x - 12, x + 12)
            for layer in box(
                camera, centred(leg_x, 3.6), centred(y, 3.6), (0.0, top - 7), DARK, THIN
            )
        ]

    pad = cylinder(camera, middle + FAR * 26, middle - FAR * 26, radius)
    seat = box(camera, centred(x, 32.0), (-32.0, 32.0), (top - 7, top), LIGHT)
    return Parts(behind=legs(26.0), before=[*pad, *legs(-26.0), *seat])


def wall(thing: Equipment, setting: Setting) -> Parts:
    """A wall, on whichever side of the body it stands."""
    x, top = stands_at(thing, setting, "toes")[0], given(thing.height, 190.0)
    thick = (x - 6, x) if _is_behind(thing, setting) else (x, x + 6)
    return Parts(behind=box(setting.camera, thick, (-44.0, 44.0), (0.0, top), WALL))


def _is_behind(thing: Equipment, setting: Setting) -> bool:
    return bool(stands_at(thing, setting, "toes")[0] < landmark(setting.first, "hips")[0])


def doorway(thing: Equipment, setting: Setting) -> Parts:
    """A door frame that is passed through: a post on either side, and the lintel."""
    camera, x, top = (
        setting.camera,
        stands_at(thing, setting, "hands")[0],
        given(thing.height, 204.0),
    )
    half = given(thing.width, 96.0) / 2
    depth = (x, x + 10)
    far = box(camera, depth, (half, half + 8), (0.0, top), LIGHT)
    near = box(camera, depth, (-half - 8, -half), (0.0, top), LIGHT)
    lintel = box(camera, depth, (-half - 8, half + 8), (top, top + 8), LIGHT)
    return Parts(behind=[*far, *near, *lintel])


def rail(thing: Equipment, setting: Setting) -> Parts:
    """A rail at the hands: along the figure's way, or across it."""
    camera = setting.camera
    grip = landmark(setting.first, thing.part or "grips")
    axis = FAR if thing.crossways else AHEAD
    half = axis * given(thing.length, 80.0) / 2
    top = vector(grip[0] + thing.ahead, grip[1], given(thing.height, float(grip[2])))
    ends = sorted((top - half * 0.85, top + half * 0.85), key=lambda end: -camera.depth(end))
    far, near = (rod(camera, end * (1, 1, 0), end, 1.4) for end in ends)
    rail = cylinder(camera, top - half, top + half, 2.0, "prop-mid", "prop")
    return Parts(behind=[*far, *near, *rail])


def post(thing: Equipment, setting: Setting) -> Parts:
    """A post on a foot."""
    camera, x = setting.camera, float(stands_at(thing, setting, "hips")[0])
    base = box(camera, centred(x, 28.0), (-14.0, 14.0), (0.0, 2.0), DARK, THIN)
    top = vector(x, 0.0, given(thing.height, 100.0))
    return Parts(behind=[*base, *rod(camera, vector(x, 0, 0), top, 2.2)])


def bar(thing: Equipment, setting: Setting) -> Parts:
    """A pull-up bar across, on two uprights."""
    camera, top = setting.camera, top_of(thing)
    x = float(stands_at(thing, setting, "grips")[0])
    half = given(thing.width, 110.0) / 2
    uprights = [
        layer
        for y in (half, -half)
        for layer in rod(camera, vector(x, y, 0), vector(x, y, top), 2.0)
    ]
    bar = rod(camera, vector(x, -half, top), vector(x, half, top), 1.6)
    return Parts(behind=[*uprights, *bar])
