"""Several cells on a side of the paper: what a layout says of them, and what they measure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from handouts.dataclass import dataclass
from handouts.layout.length import parse_points
from handouts.layout.spec import NUp, Paper
from handouts.source.problem import Place
from handouts.source.shape import YES_NO, Field, Parsed, Record, Unreadable, words

PRINTER_MARGIN = 6 * 72 / 25.4
"""What no printer's ink reaches, in points from the edge of the paper."""

MARKS = 18.0
"""What cut marks take outside the cells: their length, and their distance."""

_GRIDS: Mapping[tuple[str, str], tuple[bool, int, int]] = {
    ("upright", "2"): (True, 2, 1),
    ("upright", "4"): (False, 2, 2),
    ("upright", "8"): (True, 4, 2),
    ("wide", "2"): (False, 1, 2),
    ("wide", "4"): (True, 2, 2),
    ("wide", "8"): (False, 2, 4),
}
"""By how cells stand and how many there are: whether the paper is turned, columns and rows."""


@dataclass(frozen=True, kw_only=True)
class SheetSource:
    """How cells stand on the sheet, as written; ``area`` is width and height of the upright one."""

    area: tuple[float, float] | None = None
    cells: Literal["upright", "wide"] = "upright"
    cut_marks: bool = True
    backs: Literal["long edge", "short edge", "none"] = "long edge"
    places: Mapping[str, Place] = field(default_factory=dict)


def _parse_area(text: str) -> tuple[float, float]:
    sides = text.split()
    if len(sides) != 2:
        raise Unreadable(f"must be a width and a height: {text}", "write 504 720")
    return parse_points(sides[0]), parse_points(sides[1])


CELLS = words("2", "4", "8")

SHEET: Record[Any] = Record(
    SheetSource,
    (
        Field(
            "area",
            Parsed(_parse_area, r"^\S+ +\S+$", ("504 720",)),
            "Width and height of all cells on upright paper, which are cut out to one size. Unless "
            "said, all that prints is divided.",
        ),
        Field("cells", words("upright", "wide"), "How a cell stands."),
        Field("cut marks", YES_NO, "Lines to cut along, and marks where these end in an area."),
        Field(
            "backs",
            words("long edge", "short edge", "none"),
            "The edge over which the printer turns the paper, for backs to meet their fronts; with "
            "none, every page of a cell is a front.",
        ),
    ),
    places=True,
)
"""How cells stand on the sheet."""


def imposed_on(
    width: float, height: float, cells: str, sheet: SheetSource
) -> tuple[NUp, float, float]:
    """Work out the sheet of a paper (upright, in points), and the size of a cell.

    Raises ``ValueError`` where the area and its cut marks reach where no printer's ink does.
    """
    turned, across, down = _GRIDS[sheet.cells, cells]
    trimmed = sheet.area is not None
    margin = PRINTER_MARGIN + (MARKS if sheet.cut_marks and trimmed else 0.0)
    most = width - 2 * margin, height - 2 * margin
    area = sheet.area or most
    if area[0] > most[0] or area[1] > most[1]:
        raise ValueError(f"{most[0]:.0f} {most[1]:.0f}")
    if turned:
        width, height, area = height, width, (area[1], area[0])
    n_up = NUp(across, down, width, height, sheet.cut_marks, sheet.backs, trimmed)
    return n_up, area[0] / across, area[1] / down


def cells_differ(one: Paper, other: Paper | None) -> bool:
    """Whether pages of two layouts cannot stand on the same sheets; whole pages always can."""
    if other is None or not (one.n_up or other.n_up):
        return False
    return (one.n_up, one.width, one.height) != (other.n_up, other.width, other.height)
