"""Line drawing: what can be seen of every layer's lines, and one contour round the whole body.

A line survives where nothing nearer covers it. Parts of far limbs that would show only as slivers
beside nearer ones are dropped, so that two outlines never merge into one fat line.
"""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely import LineString
from shapely.geometry.base import BaseGeometry

from handouts.dataclass import dataclass
from handouts.figure.layer import EMPTY, Layer, lines_in
from handouts.figure.silhouette import polygons, united

COVER = 0.10
"""How far a fill hides beyond its edge: its own outline, drawn on the edge, must not be doubled."""

SLIVER = 0.75
HAIR = 0.22
SEED_AREA = 16.0
CONTOUR_ZONE = 0.27


@dataclass(frozen=True, slots=True, eq=False)
class Stroke:
    """A visible line."""

    line: LineString
    width: float
    straight: bool = False
    colour: str = "ink"


@dataclass(frozen=True, slots=True, eq=False)
class Sketch:
    """A picture's fills, trimmed, in painting order, and the lines to draw over them."""

    layers: Sequence[Layer]
    strokes: Sequence[Stroke]


def sketch(layers: Sequence[Layer]) -> Sketch:
    """Remove what is hidden."""
    seen, limbs = _seen_lines(layers)
    contour = _contour(layers)
    strokes = [Stroke(line, 1.0) for line in lines_in(contour)]
    zone = contour.simplify(0.06).buffer(CONTOUR_ZONE, quad_segs=1, cap_style="flat")
    shapely.prepare(zone)
    for layer, found in zip(layers, seen, strict=True):
        lines = [part for line in found for part in _outside(line, zone)] if layer.body else found
        if layer.limb is not None:
            lines = lines_in(*(line.intersection(limbs[layer.limb]) for line in lines))
        strokes += [Stroke(line, layer.width, layer.straight, layer.line_colour) for line in lines]
    return Sketch(layers, strokes)


def _seen_lines(
    layers: Sequence[Layer],
) -> tuple[list[list[LineString]], dict[str, BaseGeometry]]:
    """For each layer the lines that nothing before it covers, and what is shown of far limbs."""
    cover: BaseGeometry = EMPTY
    limbs: dict[str, BaseGeometry] = {}
    seen = []
    for layer in reversed(layers):
        if layer.limb is not None:
            _trim_limb(layer, cover, limbs)
        seen.append(lines_in(*(line.difference(cover) for line in layer.lines)))
        if not layer.flush and layer.colour is not None and not layer.fill.is_empty:
            cover = united(cover, layer.fill.buffer(COVER, quad_segs=3))
    return seen[::-1], {limb: area.buffer(0.1, quad_segs=2) for limb, area in limbs.items()}


def _trim_limb(layer: Layer, cover: BaseGeometry, limbs: dict[str, BaseGeometry]) -> None:
    """Cut a far limb's fill down to what shows as more than a sliver."""
    shown = limbs.setdefault(layer.limb or "", EMPTY)
    if layer.fill.is_empty:
        return
    visible = layer.fill.difference(cover)
    broad = visible.buffer(-SLIVER, quad_segs=3).buffer(SLIVER + 0.12, quad_segs=3)
    seeds = [part for part in polygons(broad) if part.area > SEED_AREA]
    if not seeds:
        layer.fill = EMPTY
        return
    fine = visible.buffer(-HAIR, quad_segs=2).buffer(HAIR + 0.04, quad_segs=2)
    kept = [part for part in polygons(fine) if any(part.intersects(seed) for seed in seeds)]
    show = united(*kept, *seeds)
    limbs[layer.limb or ""] = united(shown, show)
    layer.fill = layer.fill.intersection(united(show.buffer(0.1), cover))


def _contour(layers: Sequence[Layer]) -> BaseGeometry:
    """The outer edge of the body, where no equipment stands before it."""
    fills = [
        layer.fill for layer in layers if layer.body and not layer.flush and not layer.fill.is_empty
    ]
    whole = united(*fills).buffer(0.3, quad_segs=4).buffer(-0.5, quad_segs=4)
    whole = whole.buffer(0.2, quad_segs=4)
    first = next(index for index, layer in enumerate(layers) if layer.body)
    before = [layer.fill for layer in layers[first:] if not layer.body and not layer.fill.is_empty]
    edge: BaseGeometry = whole.boundary
    return edge.difference(united(*before)) if before else edge


def _outside(line: LineString, zone: BaseGeometry) -> list[LineString]:
    """The parts of a line that do not merely repeat the contour."""
    if not zone.intersects(line):
        return [line]
    if zone.covers(line):
        return []
    left, bottom, right, top = line.bounds
    nearby = shapely.clip_by_rect(zone, left - 1, bottom - 1, right + 1, top + 1)
    return lines_in(line.difference(nearby))
