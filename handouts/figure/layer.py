"""Layers: what a picture is painted from, back to front, in flat centimetres."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from shapely import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from handouts.dataclass import dataclass

EMPTY = Polygon()


@dataclass(slots=True, eq=False)
class Layer:
    """A filled shape that hides what is behind it, with lines of its own.

    ``colour`` names a palette colour. ``limb`` names the far limb it belongs to, if any. ``body``
    is whether it is part of the figure itself; ``flush`` whether it lies in the surface of the
    layer below and hides nothing; ``straight`` whether its corners stay corners.
    """

    fill: BaseGeometry = EMPTY
    colour: str | None = None
    lines: Sequence[LineString] = ()
    width: float = 1.0
    line_colour: str = "ink"
    limb: str | None = None
    body: bool = False
    flush: bool = False
    straight: bool = False


def lines_in(*geometries: BaseGeometry | None) -> list[LineString]:
    """The lines of geometries, boundaries of areas included, joined where they meet."""
    found: list[LineString] = []
    for geometry in geometries:
        if geometry is not None and not geometry.is_empty:
            found += _merged(geometry)
    return found


def _merged(geometry: BaseGeometry) -> list[LineString]:
    if isinstance(geometry, shapely.Polygon | shapely.MultiPolygon):
        geometry = geometry.boundary
    parts = [part for part in shapely.get_parts(geometry) if part.geom_type.startswith("Line")]
    if len(parts) == 1:
        return [LineString(parts[0].coords)]
    merged = shapely.line_merge(shapely.multilinestrings(parts))
    return [part for part in shapely.get_parts(merged) if isinstance(part, LineString)]
