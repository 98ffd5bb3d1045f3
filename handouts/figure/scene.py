"""Scenes: a figure solved frame by frame, and each frame painted into a drawing."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import numpy as np
import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient
from shapely.ops import substring

from handouts.dataclass import dataclass
from handouts.figure.arrow import arrow_layers
from handouts.figure.camera import Camera, Points
from handouts.figure.contact import Settled, Surfaces, Wall, settle
from handouts.figure.drawing import Drawing, Shape
from handouts.figure.equipment import parts_of
from handouts.figure.kind import KINDS, top_of
from handouts.figure.landmark import landmark
from handouts.figure.layer import Layer
from handouts.figure.outline import Stroke, sketch
from handouts.figure.paint import Subject, body_layers
from handouts.figure.pose import FLOOR, Figure
from handouts.figure.posture import SIDES
from handouts.figure.proportion import PHYSIQUES
from handouts.figure.rotation import vector
from handouts.figure.setting import Setting
from handouts.figure.silhouette import polygons, united, without_holes
from handouts.figure.spline import Grid, polyline, spline

UNITS = 10
"""Units of a drawing to a centimetre of the figure."""

FINENESS = 0.18
"""How far a path may stray from the shape it simplifies, centimetres."""

SMALLEST_HOLE = 0.25
SMALLEST_SPECK = 0.05
SHORTEST_STROKE = 1.3
SHORTEST_DETAIL = 0.9
MARGIN = 0.6
FLOOR_BEFORE = -21.0
"""The floor line runs this far before the body, so that feet stand on it and not above it."""

DASH, GAP, BEYOND = 5.0, 3.2, 22.0
ENDLESS = 1e4
EVERYTHING = shapely.box(-ENDLESS, -ENDLESS, ENDLESS, ENDLESS)
HIPS_SHOWN, THIGH_SHOWN = 4.0, 22.0
LEAST_SHOWN = 6.0
"""A crop that leaves no piece of a frame as large as this is none, square centimetres."""

CLOSED_FROM = 3


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A solved figure: its bodies in order, and the viewer."""

    figure: Figure
    camera: Camera
    settled: Sequence[Settled]


def solve(figure: Figure) -> Scene:
    """Bring every frame to rest."""
    surfaces = _surfaces(figure)
    physique = PHYSIQUES[figure.body]
    settled: list[Settled] = []
    for frame in figure.frames:
        before = settled[-1] if settled else None
        settled.append(settle(frame.pose, surfaces, physique, figure.pin, before))
    return Scene(figure, Camera(figure.view), settled)


def _surfaces(figure: Figure) -> Surfaces:
    upright = {thing.name for thing in figure.equipment if KINDS[thing.kind].upright}
    return Surfaces(
        heights={FLOOR: 0.0, **{thing.name: top_of(thing) for thing in figure.equipment}},
        walls={
            thing.name: Wall(thing.part or "toes", thing.ahead)
            for thing in figure.equipment
            if thing.name in upright
        },
    )


def painted(scene: Scene, number: int) -> list[Layer]:
    """The layers of a frame (from 0), back to front."""
    now = scene.settled[number].skeleton
    bodies = [settled.skeleton for settled in scene.settled]
    setting = Setting(scene.camera, bodies, now)
    parts = [parts_of(thing, setting) for thing in scene.figure.equipment]
    held = {side: [layer for part in parts for layer in part.held.get(side, ())] for side in SIDES}
    over = {side: [layer for part in parts for layer in part.over.get(side, ())] for side in SIDES}
    layers = [layer for part in parts for layer in part.behind]
    layers += body_layers(Subject(now, scene.camera, scene.figure.muscles, held, over))
    layers += [layer for part in parts for layer in part.before]
    return layers + _signs(scene, number, layers)


def _signs(scene: Scene, number: int, layers: Sequence[Layer]) -> list[Layer]:
    """Arrows and the alignment line of a frame."""
    frame, camera = scene.figure.frames[number], scene.camera
    now = scene.settled[number].skeleton
    signs = []
    if frame.line is not None:
        start, end = (camera.flat(landmark(now, name)) for name in frame.line)
        if math.dist(start, end) > DASH:
            signs.append(_alignment(start, end))
    if frame.moves:
        before = scene.settled[number - 1].skeleton
        drawn = united(*(layer.fill for layer in layers))
        drawn = united(without_holes(drawn), _no_place_for_arrows(scene))
        for part in frame.moves:
            arrow = arrow_layers(part, before, now, camera, drawn)
            drawn = united(drawn, *(layer.fill for layer in arrow))
            signs += arrow
    return signs


def _no_place_for_arrows(scene: Scene) -> BaseGeometry:
    """The page below the floor, where captions stand, and what a crop leaves out."""
    below = shapely.box(-ENDLESS, -ENDLESS, ENDLESS, _floor(scene.camera))
    return united(below, EVERYTHING.difference(_window(scene)))


def _floor(camera: Camera) -> float:
    return float(camera.flat(vector(0.0, FLOOR_BEFORE, 0.0))[1])


def _alignment(start: Points, end: Points) -> Layer:
    """A dashed line from one point through another and past it."""
    whole = LineString([start, end + (end - start) / math.dist(start, end) * BEYOND])
    dashes = []
    for index in range(int(whole.length / (DASH + GAP)) + 1):
        from_, to = index * (DASH + GAP), min(whole.length, index * (DASH + GAP) + DASH)
        dashes.append(substring(whole, from_, to))
    area = united(*(dash.buffer(0.75, cap_style="flat") for dash in dashes))
    return Layer(area, "accent", flush=True, straight=True)


# -- to paths --


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A drawing, with its floor (below its top) and its left edge in flat centimetres."""

    drawing: Drawing
    floor: float
    left: float


def plate(scene: Scene, number: int) -> Plate:
    """A frame (from 0) as a drawing."""
    drawn = sketch(painted(scene, number))
    window = _window(scene)
    if not any(_is_shown(layer, window) for layer in drawn.layers if layer.colour):
        window = EVERYTHING
    fills = [(layer, window.intersection(layer.fill)) for layer in drawn.layers if layer.colour]
    strokes = [(stroke, window.intersection(stroke.line)) for stroke in drawn.strokes]
    left, bottom, right, top = _bounds([*(area for _, area in fills), *(s for _, s in strokes)])
    grid = Grid(left - MARGIN, top + MARGIN, UNITS)
    shapes = [*_fill_shapes(fills, grid), *_stroke_shapes(strokes, grid)]
    width, height = (math.ceil(size * UNITS) for size in (right - left, top - bottom))
    edge = 2 * round(MARGIN * UNITS)
    drawing = Drawing(tuple(shapes), width + edge, height + edge, UNITS)
    return Plate(drawing, grid.top - _floor(scene.camera), grid.left)


def _window(scene: Scene) -> BaseGeometry:
    """What a crop leaves of the page: from the hips of the first frame down, or from there up."""
    first = scene.settled[0].skeleton
    hips, knees = (float(scene.camera.flat(landmark(first, name))[1]) for name in ("hips", "knees"))
    match scene.figure.crop:
        case "legs":
            return shapely.box(-ENDLESS, -ENDLESS, ENDLESS, max(hips, knees + THIGH_SHOWN))
        case "arms":
            return shapely.box(-ENDLESS, hips - HIPS_SHOWN, ENDLESS, ENDLESS)
        case None:
            return EVERYTHING


def _is_shown(layer: Layer, window: BaseGeometry) -> bool:
    left = polygons(window.intersection(layer.fill))
    return any(polygon.area > LEAST_SHOWN for polygon in left)


def _bounds(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    boxes = np.array([shape.bounds for shape in shapes if not shape.is_empty])
    left, bottom = boxes[:, :2].min(axis=0)
    right, top = boxes[:, 2:].max(axis=0)
    return float(left), float(bottom), float(right), float(top)


def _fill_shapes(fills: Sequence[tuple[Layer, BaseGeometry]], grid: Grid) -> list[Shape]:
    shapes = []
    for layer, area in fills:
        paths = [
            _ring_path(ring, layer.straight, grid)
            for polygon in polygons(area)
            if polygon.area > SMALLEST_SPECK
            for ring in _rings(polygon)
        ]
        if any(paths):
            shapes.append(Shape(" ".join(path for path in paths if path), fill=layer.colour))
    return shapes


def _rings(polygon: Polygon) -> list[Polygon]:
    """The edges of an area, holes wound the other way so that either fill rule leaves them open."""
    polygon = orient(polygon)
    holes = [Polygon(hole) for hole in polygon.interiors]
    return [Polygon(polygon.exterior), *(hole for hole in holes if hole.area > SMALLEST_HOLE)]


def _ring_path(ring: Polygon, straight: bool, grid: Grid) -> str:
    if straight:
        return polyline(np.array(ring.exterior.coords), True, grid)
    return "".join(
        spline(np.array(simple.exterior.coords), True, grid)
        for simple in polygons(ring.simplify(FINENESS))
    )


def _stroke_shapes(strokes: Sequence[tuple[Stroke, BaseGeometry]], grid: Grid) -> list[Shape]:
    """Lines of one width and colour as one shape, the thinnest first."""
    by_pen: dict[tuple[float, str], list[str]] = {}
    for stroke, seen in strokes:
        fine = stroke.width < 1 or stroke.straight
        for line in shapely.get_parts(seen):
            if line.length >= (SHORTEST_DETAIL if fine else SHORTEST_STROKE):
                path = _line_path(line, stroke.straight, grid)
                by_pen.setdefault((stroke.width, stroke.colour), []).append(path)
    return [
        Shape(" ".join(paths), stroke=colour, width=width)
        for (width, colour), paths in sorted(by_pen.items())
    ]


def _line_path(line: LineString, straight: bool, grid: Grid) -> str:
    points = np.array(line.simplify(FINENESS).coords)
    closed = len(points) > CLOSED_FROM and bool((points[0] == points[-1]).all())
    return polyline(points, closed, grid) if straight else spline(points, closed, grid)
