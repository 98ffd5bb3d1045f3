"""Equipment: each kind built of solids, where the body needs it. Centimetres."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import shapely
from shapely.geometry.base import BaseGeometry

from handouts.figure.camera import Camera
from handouts.figure.kind import KINDS, top_of
from handouts.figure.landmark import landmark, landmark_on, sides_of
from handouts.figure.layer import Layer, lines_in
from handouts.figure.pose import Equipment
from handouts.figure.posture import SIDES, Side, outward
from handouts.figure.proportion import STATURE, THIGH
from handouts.figure.rotation import AHEAD, FAR, UP, Vector, unit, vector
from handouts.figure.silhouette import united
from handouts.figure.skeleton import Skeleton
from handouts.figure.solid import DARK, LIGHT, MAT, THIN, ball, box, cylinder, disc, ribbon


@dataclass(frozen=True, slots=True)
class Parts:
    """Layers behind the body and before it, and in each hand: under its fingers and over them."""

    behind: Sequence[Layer] = ()
    before: Sequence[Layer] = ()
    held: Mapping[Side, Sequence[Layer]] = field(default_factory=dict)
    over: Mapping[Side, Sequence[Layer]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Setting:
    """What equipment stands in: the bodies of all frames, and the one that is drawn."""

    camera: Camera
    bodies: Sequence[Skeleton]
    now: Skeleton

    @property
    def first(self) -> Skeleton:
        """The body that decides where things stand."""
        return self.bodies[0]


def parts_of(thing: Equipment, setting: Setting) -> Parts:
    """What a piece of equipment looks like in a frame."""
    return BUILDERS[thing.kind](thing, setting)


def _body(thing: Equipment, setting: Setting) -> Skeleton:
    """The body a thing stands by: this frame's if it goes along, else the first frame's."""
    follows = KINDS[thing.kind].follows if thing.follows is None else thing.follows
    return setting.now if follows else setting.first


def _stand(thing: Equipment, setting: Setting, otherwise: str) -> Vector:
    """The point a thing stands at."""
    point = landmark(_body(thing, setting), thing.part or otherwise)
    return point + vector(thing.ahead, 0.0, thing.up)


def _or(value: float | None, default: float) -> float:
    return default if value is None else value


def _centred(middle: float, size: float) -> tuple[float, float]:
    return middle - size / 2, middle + size / 2


def _along(thing: Equipment, x: float, length: float) -> tuple[float, float]:
    """Both ends of a thing on which the body is at a share of the length."""
    start = x - length * thing.along
    return start, start + length


# -- on the floor --

MAT_PARTS = ("head", "hips", "knees", "right-toes", "left-toes", "right-hand", "left-hand")


def _mat(thing: Equipment, setting: Setting) -> Parts:
    names = thing.span or MAT_PARTS
    reach = [float(landmark(body, name)[0]) for body in setting.bodies for name in names]
    x = (min(reach) - thing.margin, max(reach) + thing.margin)
    y = _centred(0.0, _or(thing.width, 60.0))
    return Parts(behind=box(setting.camera, x, y, (-1.5, 0.0), MAT, THIN))


def _block(length: float, width: float) -> Builder:
    """A box that the body is on."""

    def build(thing: Equipment, setting: Setting) -> Parts:
        x = _along(thing, _stand(thing, setting, "feet")[0], _or(thing.length, length))
        y = _centred(0.0, _or(thing.width, width))
        return Parts(behind=box(setting.camera, x, y, (0.0, top_of(thing)), LIGHT))

    return build


def _slider(thing: Equipment, setting: Setting) -> Parts:
    sides, part = sides_of(thing.part or "heels")
    layers: list[Layer] = []
    for side in sorted(sides, key=lambda one: -setting.camera.depth(FAR * outward(one))):
        point = landmark_on(setting.now, side, part)
        middle = vector(point[0] + 2, point[1], 0.0)
        radius = _or(thing.size, 24.0) / 2
        layers += cylinder(
            setting.camera, middle + UP * 1.2, middle, radius, "prop-dark", "prop-dark", THIN
        )
    return Parts(behind=layers)


def _roller(thing: Equipment, setting: Setting) -> Parts:
    radius = top_of(thing) / 2
    middle = vector(_stand(thing, setting, "calves")[0], 0.0, radius)
    half = FAR * _or(thing.width, 56.0) / 2
    return Parts(behind=cylinder(setting.camera, middle - half, middle + half, radius))


def _towel(thing: Equipment, setting: Setting) -> Parts:
    radius = top_of(thing) / 2
    at = _stand(thing, setting, "ankles")
    middle = vector(at[0], 0.0, float(at[2]) if thing.relation == "at" else radius)
    half = FAR * _or(thing.width, 34.0) / 2
    return Parts(behind=cylinder(setting.camera, middle - half, middle + half, radius))


# -- to sit, lie and hold on to --


def _legs(
    camera: Camera, x: tuple[float, float], y: tuple[float, float], top: float, thick: float
) -> list[Layer]:
    """Four legs, the far ones first."""
    layers: list[Layer] = []
    for leg_y in sorted(y, key=lambda one: -camera.depth(FAR * one)):
        for leg_x in sorted(x, key=lambda one: -camera.depth(AHEAD * one)):
            layers += box(
                camera, _centred(leg_x, thick), _centred(leg_y, thick), (0.0, top), DARK, THIN
            )
    return layers


def _bench(thing: Equipment, setting: Setting) -> Parts:
    camera, top = setting.camera, top_of(thing)
    length, width = _or(thing.length, 120.0), _or(thing.width, 28.0)
    x = _along(thing, _stand(thing, setting, "seat")[0], length)
    y = _centred(0.0, width)
    inset = length * 0.12
    legs = _legs(camera, (x[0] + inset, x[1] - inset), (y[0] + 4, y[1] - 4), top - 8, 4.0)
    return Parts(behind=[*legs, *box(camera, x, y, (top - 8, top), LIGHT)])


def _chair(thing: Equipment, setting: Setting) -> Parts:
    camera, top = setting.camera, top_of(thing)
    middle = _stand(thing, setting, "seat")[0] + 2
    x, y = _centred(middle, 44.0), (-22.0, 22.0)
    legs = _legs(camera, (x[0] + 2, x[1] - 2), (-20.0, 20.0), top - 4, 3.2)
    back = box(camera, (x[0], x[0] + 3), y, (top, top + 46), LIGHT)
    seat = box(camera, x, y, (top - 4, top), LIGHT)
    return Parts(behind=[*legs, *_by_view(camera, AHEAD, back, seat)])


def _by_view(camera: Camera, axis: Vector, low: list[Layer], high: list[Layer]) -> list[Layer]:
    """Two solids beside each other along an axis, the farther one first."""
    return [*high, *low] if camera.depth(axis) > 0 else [*low, *high]


def _wheelchair(thing: Equipment, setting: Setting) -> Parts:
    camera, top = setting.camera, top_of(thing)
    middle = _stand(thing, setting, "seat")[0]
    x, y = (middle - 22, middle + 24), (-23.0, 23.0)
    back = box(camera, (x[0] - 3, x[0]), y, (top, top + 42), LIGHT)
    seat = box(camera, x, y, (top - 5, top), LIGHT)
    far, near = (_wheels(camera, middle, side) for side in (27.0, -27.0))
    handle = _rod(camera, vector(x[0] - 14, -23, top + 41), vector(x[0] - 2, -23, top + 41), 1.4)
    rest = box(camera, (x[1] + 14, x[1] + 38), (-20.0, 20.0), (8.0, 10.0), DARK, THIN)
    frame = _rod(camera, vector(x[1] - 2, -20, top - 4), vector(x[1] + 16, -20, 9), 1.4)
    arm = box(camera, (x[0] + 2, x[1] - 8), (-25.0, -21.0), (top + 18, top + 21), DARK, THIN)
    behind = [*far, *handle, *back, *seat, *frame, *rest]
    return Parts(behind=behind, before=[*near, *arm])


def _wheels(camera: Camera, x: float, y: float) -> list[Layer]:
    """A large wheel with its rim, and a caster before it."""
    layers = []
    for centre, radius in ((vector(x - 10, y, 30.0), 30.0), (vector(x + 30, y, 9.0), 9.0)):
        tyre, hole = (disc(camera, centre, r, FAR, "prop-dark") for r in (radius, radius * 0.88))
        area = tyre.fill.difference(hole.fill)
        layers.append(Layer(area, "prop-dark", lines_in(area), width=THIN))
        layers.append(disc(camera, centre, radius * 0.12, FAR, "prop-dark"))
    return layers


def _rod(camera: Camera, start: Vector, end: Vector, radius: float) -> list[Layer]:
    return cylinder(camera, start, end, radius, "prop-dark", "prop-dark", THIN)


def _ankle_point(setting: Setting, radius: float, along: float) -> Vector:
    """The middle of a bar that presses on the ankles from behind the shanks."""
    shank, foot = setting.first["right-shank"], setting.first["right-foot"]
    up_the_shank = unit(shank.origin - foot.origin)
    behind = -shank.axes[:, 0]
    middle = landmark(setting.first, "achilles")
    return middle + behind * (radius + 0.2) + up_the_shank * along


def _ankle_bar(thing: Equipment, setting: Setting) -> Parts:
    """A padded bar over the ankles on two posts; the near post and the pad are before the body."""
    camera, radius = setting.camera, 5.0
    middle = _ankle_point(setting, radius, 2.0)
    x = float(middle[0])

    def post(y: float) -> list[Layer]:
        base = box(camera, _centred(x, 22.0), _centred(y, 6.0), (0.0, 2.0), DARK, THIN)
        return base + _rod(camera, vector(x, y, 0), vector(x, y, middle[2]), 1.5)

    pad = cylinder(camera, middle + FAR * 26, middle - FAR * 26, radius)
    hub = disc(camera, middle - FAR * 26, 1.6, FAR, "prop-dark")
    return Parts(behind=post(24.0), before=[*post(-24.0), *pad, hub])


def _ankle_bench(thing: Equipment, setting: Setting) -> Parts:
    """The end of a heavy bench; a padded bar between its legs holds the ankles."""
    camera, radius = setting.camera, 4.2
    middle = _ankle_point(setting, radius, 1.5)
    x, top = float(middle[0]), _or(thing.height, 44.0)

    def legs(y: float) -> list[Layer]:
        return [
            layer
            for leg_x in (x - 12, x + 12)
            for layer in box(
                camera, _centred(leg_x, 3.6), _centred(y, 3.6), (0.0, top - 7), DARK, THIN
            )
        ]

    pad = cylinder(camera, middle + FAR * 26, middle - FAR * 26, radius)
    seat = box(camera, _centred(x, 32.0), (-32.0, 32.0), (top - 7, top), LIGHT)
    return Parts(behind=legs(26.0), before=[*pad, *legs(-26.0), *seat])


def _wall(thing: Equipment, setting: Setting) -> Parts:
    x, top = _stand(thing, setting, "toes")[0], _or(thing.height, 190.0)
    thick = (x - 6, x) if _is_behind(thing, setting) else (x, x + 6)
    return Parts(behind=box(setting.camera, thick, (-32.0, 32.0), (0.0, top), WALL))


WALL = ("prop", "prop-mid", "prop")


def _is_behind(thing: Equipment, setting: Setting) -> bool:
    return bool(_stand(thing, setting, "toes")[0] < landmark(setting.first, "hips")[0])


def _doorway(thing: Equipment, setting: Setting) -> Parts:
    """A door frame that is passed through: a post on either side, and the lintel."""
    camera, x, top = setting.camera, _stand(thing, setting, "hands")[0], _or(thing.height, 204.0)
    half = _or(thing.width, 96.0) / 2
    depth = (x, x + 10)
    far = box(camera, depth, (half, half + 8), (0.0, top), LIGHT)
    near = box(camera, depth, (-half - 8, -half), (0.0, top), LIGHT)
    lintel = box(camera, depth, (-half - 8, half + 8), (top, top + 8), LIGHT)
    return Parts(behind=[*far, *near, *lintel])


def _rail(thing: Equipment, setting: Setting) -> Parts:
    """A rail at the hands: along the figure's way, or across it."""
    camera = setting.camera
    grip = landmark(setting.first, thing.part or "grips")
    axis = FAR if thing.crossways else AHEAD
    half = axis * _or(thing.length, 80.0) / 2
    top = vector(grip[0] + thing.ahead, grip[1], _or(thing.height, float(grip[2])))
    ends = sorted((top - half * 0.85, top + half * 0.85), key=lambda end: -camera.depth(end))
    far, near = (_rod(camera, end * (1, 1, 0), end, 1.4) for end in ends)
    rail = cylinder(camera, top - half, top + half, 2.0, "prop-mid", "prop")
    return Parts(behind=[*far, *near, *rail])


def _post(thing: Equipment, setting: Setting) -> Parts:
    camera, x = setting.camera, float(_stand(thing, setting, "hips")[0])
    base = box(camera, _centred(x, 28.0), (-14.0, 14.0), (0.0, 2.0), DARK, THIN)
    top = vector(x, 0.0, _or(thing.height, 100.0))
    return Parts(behind=[*base, *_rod(camera, vector(x, 0, 0), top, 2.2)])


def _bar(thing: Equipment, setting: Setting) -> Parts:
    """A pull-up bar across, on two uprights."""
    camera, top = setting.camera, top_of(thing)
    x = float(_stand(thing, setting, "grips")[0])
    half = _or(thing.width, 110.0) / 2
    uprights = [
        layer
        for y in (half, -half)
        for layer in _rod(camera, vector(x, y, 0), vector(x, y, top), 2.0)
    ]
    bar = _rod(camera, vector(x, -half, top), vector(x, half, top), 1.6)
    return Parts(behind=[*uprights, *bar])


# -- in the hands --


def _dumbbell(thing: Equipment, setting: Setting) -> Parts:
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
    return [*far, *_rod(camera, grip - axis * 9, grip + axis * 9, 1.3)], near


def _kettlebell(thing: Equipment, setting: Setting) -> Parts:
    """Hanging from the hand, or from both at the midline."""
    camera = setting.camera
    if thing.hands == SIDES:
        grip = landmark(setting.now, "grips")
    else:
        grip = landmark_on(setting.now, thing.hands[0], "grip")
    fingers = landmark(setting.now, "finger-tips") - landmark(setting.now, "wrists")
    hang = unit(fingers) if thing.crossways else -UP
    bell = grip + hang * 15
    handle = ribbon(
        camera,
        [bell + FAR * 5 - hang * 6, grip + FAR * 6, grip - FAR * 6, bell - FAR * 5 - hang * 6],
        2.4,
        "prop-dark",
    )
    body = disc(camera, bell, 9.5, camera.sight, "prop-dark", 1.0)
    shine = disc(camera, bell - camera.sight * 10, 4.0, camera.sight, "prop-mid", THIN)
    layers = [*handle, body, shine]
    if thing.hands == SIDES:
        return Parts(before=layers)
    return Parts(held={thing.hands[0]: layers})


def _medicine_ball(thing: Equipment, setting: Setting) -> Parts:
    camera, radius = setting.camera, _or(thing.size, 24.0) / 2
    middle = landmark(setting.now, "palms")
    layers = ball(camera, middle, radius)
    near: Side = "right" if camera.faces(setting.now["thorax"].axes[:, 1]) < 0 else "left"
    return Parts(held={near: layers})


def _barbell(thing: Equipment, setting: Setting) -> Parts:
    camera, radius = setting.camera, _or(thing.size, 36.0) / 2
    grip = landmark(setting.now, thing.part or "grips") + vector(thing.ahead, 0.0, thing.up)
    bar = _rod(camera, grip + FAR * 60, grip - FAR * 60, 1.4)
    far = cylinder(camera, grip + FAR * 60, grip + FAR * 66, radius)
    near = cylinder(camera, grip - FAR * 66, grip - FAR * 60, radius)
    if camera.depth(FAR) > END_ON_BAR:
        hub = disc(camera, grip - FAR * 66, 3.0, FAR, "prop-dark")
        return Parts(behind=[*far, *bar], before=[*near, hub])
    return Parts(before=[*far, *bar, *near])


END_ON_BAR = 0.6


def _cane(thing: Equipment, setting: Setting) -> Parts:
    side = thing.hands[0]
    grip = landmark_on(setting.now, side, "grip")
    foot = vector(grip[0] + 2, grip[1], 0.0)
    stick = _rod(setting.camera, foot, grip, 1.1)
    handle = _rod(setting.camera, grip - AHEAD * 5, grip + AHEAD * 6, 1.5)
    return Parts(held={side: [*stick, *handle]})


# -- bands, straps, cables --


def _band(thing: Equipment, setting: Setting) -> Parts:
    points = [landmark(setting.now, name) for name in thing.through or ("right-grip", "left-grip")]
    if thing.anchor is None:
        return Parts(before=ribbon(setting.camera, points, _or(thing.width, 1.6)))
    ahead, aside, height = thing.anchor
    fixed = vector(landmark(setting.first, "hips")[0] + ahead, aside, height)
    hook = disc(setting.camera, fixed, 2.4, setting.camera.sight, "prop-dark")
    return Parts(before=[*ribbon(setting.camera, [*points, fixed], _or(thing.width, 1.6)), hook])


def _cable(thing: Equipment, setting: Setting) -> Parts:
    """A thin cable from a tower with a stack of weights."""
    camera = setting.camera
    ahead, aside, height = thing.anchor or (95.0, 0.0, 100.0)
    x = float(landmark(setting.first, "hips")[0]) + ahead
    tower = box(
        camera, _centred(x + 8, 14.0), _centred(aside, 32.0), (0.0, _or(thing.height, 200.0))
    )
    names = thing.through or ("grips",)
    points = [landmark(setting.now, name) for name in names] + [vector(x, aside, height)]
    pulley = disc(camera, points[-1], 3.2, camera.sight, "prop-dark")
    handle = _rod(camera, points[0] - FAR * 8, points[0] + FAR * 8, 1.3)
    return Parts(behind=tower, before=[*ribbon(camera, points, 0.9), pulley, *handle])


def _loop_band(thing: Equipment, setting: Setting) -> Parts:
    """A closed loop round both legs, seen where it crosses between and before them."""
    camera = setting.camera
    part = sides_of(thing.part or "thighs")[1]
    along, radius = LOOP_PLACES[part]
    bones = "thigh" if part in ("thigh", "knee") else "shank"
    discs = []
    for side in SIDES:
        segment = setting.now[f"{side}-{bones}"]
        centre = segment.point(z=-THIGH * along)
        ring = circle_area(camera, centre, radius * STATURE, segment.axes[:, 2])
        discs.append(ring)
    hull = shapely.convex_hull(united(*discs))
    edge = hull.boundary.buffer(0.9)
    front = edge.difference(hull.buffer(-1.2)) if edge.area else edge
    return Parts(before=[Layer(front, "band", lines_in(front), width=THIN)])


LOOP_PLACES = {
    "thigh": (0.62, 0.040),
    "knee": (0.86, 0.034),
    "calf": (0.35, 0.034),
    "ankle": (0.88, 0.021),
}


def circle_area(camera: Camera, centre: Vector, radius: float, axis: Vector) -> BaseGeometry:
    """A flat view of a disc."""
    return disc(camera, centre, radius, axis, "band").fill


def _ball(thing: Equipment, setting: Setting) -> Parts:
    radius = _or(thing.size, 55.0) / 2
    at = _stand(thing, setting, "heels")
    height = float(at[2]) if thing.relation == "at" else radius
    return Parts(behind=ball(setting.camera, vector(at[0], 0.0, height), radius))


Builder = Callable[[Equipment, Setting], Parts]

BUILDERS: Mapping[str, Builder] = {
    "mat": _mat,
    "pad": _block(34.0, 44.0),
    "bench": _bench,
    "box": _block(40.0, 50.0),
    "step": _block(40.0, 50.0),
    "balance-pad": _block(42.0, 40.0),
    "chair": _chair,
    "wheelchair": _wheelchair,
    "ankle-bench": _ankle_bench,
    "ankle-bar": _ankle_bar,
    "wall": _wall,
    "doorway": _doorway,
    "rail": _rail,
    "post": _post,
    "bar": _bar,
    "barbell": _barbell,
    "dumbbell": _dumbbell,
    "kettlebell": _kettlebell,
    "medicine-ball": _medicine_ball,
    "band": _band,
    "cable": _cable,
    "loop-band": _loop_band,
    "strap": _band,
    "ball": _ball,
    "slider": _slider,
    "towel": _towel,
    "roller": _roller,
    "cane": _cane,
}
