"""Imposition: pages of single cells, put several to a side of the sheet.

Cells are typeset at their own size and are moved here, never scaled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.spec import NUp
from handouts.typeset.page import (
    Content,
    Element,
    Group,
    Line,
    Mark,
    Page,
    Pages,
    Path,
    PlacedDrawing,
    PlacedPicture,
    Rectangle,
)

_MARK_LENGTH, _MARK_DISTANCE, _MARK_WIDTH = 12.0, 6.0, 0.5
_DOTTED = (0.0, 3.0)


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is cut out as one piece: its front and its back, by their places among all pages.

    A ``copy`` repeats what has been read before.
    """

    front: int
    back: int | None
    copy: bool = False


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a page of a cell goes: a side of a sheet, and the cell's corner on it."""

    side: int
    x: float
    y: float


def impose(items: Sequence[Pages], n_up: NUp, ink: Colour, grey: Colour, before: int = 0) -> Pages:
    """Put items on sheets, each in one cell or several; an item alone fills the sheet with copies.

    There is at least one item, and all cells are of one size. The items' own pages are numbered
    through, from ``before`` on, as the sheets are then.
    """
    cells = [page for item in items for page in item.pages]
    leaves = list(_leaves(items, n_up))
    sides = _sides(leaves, cells, n_up)
    impression = _Impression(cells, before)
    printed = []
    for side, spots in enumerate(sides):
        is_front = n_up.backs == "none" or not _has_backs(leaves) or side % 2 == 0
        cut = cut_marks(n_up, cells[0], ink, grey) if n_up.marks and is_front else []
        printed.append(impression.sheet(side, spots, n_up, cut))
    structure = _structure(items)
    impression.renumber(structure)
    outline = [entry for item in items for entry in item.outline]
    return Pages(printed, structure, items[0].metadata, outline)


def cell_corner(n_up: NUp, cell: Page, place: int, back: bool) -> tuple[float, float]:
    """Give the corner of the cell at a place, counted from the first row's start.

    A back lies where its front shows through when the printer turns the paper: over an edge at the
    side columns change places, over one at the top rows do.
    """
    row, column = divmod(place, n_up.across)
    if back:
        upright = n_up.sheet_height >= n_up.sheet_width
        if (n_up.backs == "long edge") == upright:
            column = n_up.across - 1 - column
        else:
            row = n_up.down - 1 - row
    x, y = _corner(n_up, cell)
    return x + column * cell.width, y + row * cell.height


def cut_marks(n_up: NUp, cell: Page, ink: Colour, grey: Colour) -> list[Mark]:
    """Draw dotted lines between the cells, and marks outside of them where these end."""
    left, top = _corner(n_up, cell)
    right, bottom = left + n_up.across * cell.width, top + n_up.down * cell.height
    marks: list[Mark] = []
    for x in (left + column * cell.width for column in range(n_up.across + 1)):
        marks.append(_dotted((x, top), (x, bottom), grey))
        marks += [_mark((x, top), (0, -1), ink), _mark((x, bottom), (0, 1), ink)]
    for y in (top + row * cell.height for row in range(n_up.down + 1)):
        marks.append(_dotted((left, y), (right, y), grey))
        marks += [_mark((left, y), (-1, 0), ink), _mark((right, y), (1, 0), ink)]
    return marks


def _corner(n_up: NUp, cell: Page) -> tuple[float, float]:
    """Give the corner of all cells, which stand in the middle of the sheet."""
    return (
        (n_up.sheet_width - n_up.across * cell.width) / 2,
        (n_up.sheet_height - n_up.down * cell.height) / 2,
    )


def _dotted(start: tuple[float, float], end: tuple[float, float], colour: Colour) -> Path:
    segments = (("M", *start), ("L", *end))
    return Path(segments, stroke=colour, width=_MARK_WIDTH, dash=_DOTTED, round_cap=True)


def _mark(trim: tuple[float, float], way: tuple[int, int], colour: Colour) -> Path:
    near, far = (
        tuple(at + step * away for at, step in zip(trim, way, strict=True))
        for away in (_MARK_DISTANCE, _MARK_DISTANCE + _MARK_LENGTH)
    )
    return Path((("M", *near), ("L", *far)), stroke=colour, width=_MARK_WIDTH)


def _leaves(items: Sequence[Pages], n_up: NUp) -> Iterator[Leaf]:
    """Give the leaves of all items in order; an item alone as often as the sheet holds it."""
    first = 0
    leaves: list[Leaf] = []
    for item in items:
        pages = range(first, first + len(item.pages))
        if n_up.backs == "none":
            leaves += [Leaf(page, None) for page in pages]
        else:
            leaves += [Leaf(page, page + 1 if page + 1 in pages else None) for page in pages[::2]]
        first = pages.stop
    yield from leaves
    if len(items) == 1:
        for _ in range(n_up.across * n_up.down // len(leaves) - 1):
            yield from (replace(leaf, copy=True) for leaf in leaves)


def _has_backs(leaves: Sequence[Leaf]) -> bool:
    return any(leaf.back is not None for leaf in leaves)


Placed = Sequence[tuple[int, Spot, bool]]
"""Pages by their places among all, where each goes, and whether it is a copy."""


def _sides(leaves: Sequence[Leaf], cells: Sequence[Page], n_up: NUp) -> Sequence[Placed]:
    """Deal leaves out to the sides of sheets; every sheet has a back where any leaf has one."""
    to_a_sheet = n_up.across * n_up.down
    of_a_sheet = 2 if _has_backs(leaves) else 1
    sheets = -(-len(leaves) // to_a_sheet)
    sides: list[list[tuple[int, Spot, bool]]] = [[] for _ in range(sheets * of_a_sheet)]
    for number, leaf in enumerate(leaves):
        sheet, place = divmod(number, to_a_sheet)
        front = sheet * of_a_sheet
        corner = cell_corner(n_up, cells[0], place, back=False)
        sides[front].append((leaf.front, Spot(front, *corner), leaf.copy))
        if leaf.back is not None:
            corner = cell_corner(n_up, cells[0], place, back=True)
            sides[front + 1].append((leaf.back, Spot(front + 1, *corner), leaf.copy))
    return sides


def _structure(items: Sequence[Pages]) -> Element:
    """Give the structure of all items, each a part of it; of an item alone, its own."""
    if len(items) == 1:
        return items[0].structure
    for item in items:
        item.structure.role = "Part"
    return Element("Document", [item.structure for item in items])


class _Impression:
    """Sheets being printed: where each group of a cell's page has gone."""

    def __init__(self, cells: Sequence[Page], before: int) -> None:
        self._cells = cells
        self._before = before
        self._groups: dict[tuple[int, int], Content] = {}
        self._spots: dict[int, Spot] = {}

    def sheet(self, side: int, placed: Placed, n_up: NUp, cut: Sequence[Mark]) -> Page:
        """Print one side, what is cut along beneath all else."""
        groups = [Group(cut)]
        for number, spot, copy in placed:
            cell = self._cells[number]
            if not copy:
                self._spots[number] = spot
            for index, group in enumerate(cell.groups):
                if not copy:
                    content = Content(self._before + side, len(groups))
                    self._groups[self._before + number, index] = content
                groups.append(_moved(group, spot, copy))
        originals = [(self._cells[number], spot) for number, spot, copy in placed if not copy]
        links = [
            replace(link, box=_shifted(link.box, spot.x, spot.y))
            for cell, spot in originals
            for link in cell.links
        ]
        anchors = [
            replace(anchor, y=anchor.y + spot.y)
            for cell, spot in originals
            for anchor in cell.anchors
        ]
        return Page(n_up.sheet_width, n_up.sheet_height, groups, links, anchors)

    def renumber(self, element: Element) -> None:
        """Let elements refer to the groups where they are now."""
        home = next((kid.page for kid in element.kids if isinstance(kid, Content)), None)
        if element.box is not None and home is not None:
            spot = self._spots[home - self._before]
            element.box = _shifted(element.box, spot.x, spot.y)
        for kid in element.kids:
            if isinstance(kid, Element):
                self.renumber(kid)
        element.kids = [
            kid if isinstance(kid, Element) else self._groups[kid.page, kid.group]
            for kid in element.kids
        ]


def _moved(group: Group, spot: Spot, copy: bool) -> Group:
    marks = [_moved_mark(mark, spot.x, spot.y) for mark in group.marks]
    if copy and group.element is not None:
        return Group(marks, artifact="Layout")
    return replace(group, marks=marks)


def _moved_mark(mark: Mark, x: float, y: float) -> Mark:
    match mark:
        case Line():
            return replace(mark, x=mark.x + x, y=mark.y + y)
        case Path():
            return replace(mark, segments=_moved_segments(mark, x, y))
        case PlacedPicture():
            window = _shifted(mark.window, x, y) if mark.window else None
            return replace(mark, box=_shifted(mark.box, x, y), window=window)
        case PlacedDrawing():
            return replace(mark, box=_shifted(mark.box, x, y))


def _moved_segments(path: Path, x: float, y: float) -> Sequence[tuple[str, *tuple[float, ...]]]:
    return [
        (letter, *(at + (x, y)[number % 2] for number, at in enumerate(points)))
        for letter, *points in path.segments
    ]


def _shifted(box: Rectangle, x: float, y: float) -> Rectangle:
    return replace(box, x=box.x + x, y=box.y + y)
