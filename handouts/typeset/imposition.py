"""Imposition: pages of single cells, put several to a side of the sheet.

Cells are typeset at their own size and are moved here, never scaled.

Fronts and backs. A card that has been cut out is turned like a page of a book: over its upright
side, its head staying where it is. So a back lies in its front's row, in the column that is as far
from the other side: hold the sheet against the light, and it shows through its front.

The printer turns the paper over one of its edges, and takes it that the reader does the same ("as
if for binding on" that edge: RFC 8011, 5.2.8, sides). Over an upright edge (the long one of upright
paper, the short one of turned paper) that is how the cards are turned. Over a level edge the head
of the printed back comes to lie at the foot of the front; there the whole side is turned half
around, and heads meet heads again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.spec import NUp
from handouts.typeset.page import (
    Anchor,
    Content,
    Element,
    Group,
    Line,
    Mark,
    OutlineEntry,
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


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a sheet, in the middle of it, each of a width and a height in points.

    They are counted in the order of reading, which ``mirrored`` ones begin at the right.
    """

    n_up: NUp
    width: float
    height: float
    mirrored: bool = False

    @property
    def backs_are_turned(self) -> bool:
        """Whether the printer turns the paper over a level edge."""
        upright_is_long = self.n_up.sheet_height >= self.n_up.sheet_width
        return (self.n_up.backs == "long edge") != upright_is_long

    @property
    def area(self) -> Rectangle:
        """All cells together."""
        width, height = self.n_up.across * self.width, self.n_up.down * self.height
        left, top = (self.n_up.sheet_width - width) / 2, (self.n_up.sheet_height - height) / 2
        return Rectangle(left, top, width, height)

    def corner(self, place: int, back: bool) -> tuple[float, float]:
        """Give the top left corner of the cell at a place, on a side whose head is up."""
        row, column = divmod(place, self.n_up.across)
        if back != self.mirrored:
            column = self.n_up.across - 1 - column
        area = self.area
        return area.x + column * self.width, area.y + row * self.height

    def columns(self) -> list[float]:
        """Give where cells begin and end from left to right."""
        return [self.area.x + number * self.width for number in range(self.n_up.across + 1)]

    def rows(self) -> list[float]:
        """Give where cells begin and end from head to foot."""
        return [self.area.y + number * self.height for number in range(self.n_up.down + 1)]


def impose(
    items: Sequence[Pages],
    n_up: NUp,
    ink: Colour,
    grey: Colour,
    before: int = 0,
    *,
    mirrored: bool = False,
) -> Pages:
    """Put items on sheets, each in one cell or several; an item alone fills the sheet with copies.

    There is at least one item, and all cells are of one size. Cut marks are in ``ink``, lines in
    ``grey``. The items' own pages are numbered through, from ``before`` on, as the sheets are then.
    The first cell of a ``mirrored`` sheet is the one at the right.
    """
    cells = [page for item in items for page in item.pages]
    grid = Grid(n_up, cells[0].width, cells[0].height, mirrored)
    leaves = list(_leaves([len(item.pages) for item in items], n_up))
    has_backs = _has_backs(leaves)
    impression = _Impression(cells, before)
    printed = []
    for number, placed in enumerate(_sides(leaves, grid)):
        is_back = has_backs and number % 2 == 1
        cut = cut_marks(grid, ink, grey) if n_up.marks and not is_back else []
        sheet = impression.sheet(number, placed, n_up, cut)
        printed.append(replace(sheet, turned=is_back and grid.backs_are_turned))
    structure = _structure(items)
    impression.renumber(structure)
    outline = [entry for item in items for entry in item.outline]
    return Pages(printed, structure, items[0].metadata, outline)


def sides(items: Sequence[int], n_up: NUp) -> int:
    """Count the sides of the sheets that items of so many pages are put on."""
    return _count(list(_leaves(items, n_up)), n_up)


def entitled(item: Pages, name: str, title: str) -> Pages:
    """Give an item one line in the outline, its title, which leads to the head of its first cell.

    Where many items share a sheet, their headings would only bury the titles.
    """
    first, *others = item.pages
    anchor = Anchor(f"#item-{name}", 0.0)
    first = replace(first, anchors=[anchor, *first.anchors])
    return replace(item, pages=[first, *others], outline=[OutlineEntry(title, anchor.name)])


def cut_marks(grid: Grid, ink: Colour, grey: Colour) -> list[Mark]:
    """Draw dotted lines to cut along.

    Cells to be trimmed have lines on all sides, and marks outside where these end; a sheet that is
    only divided has the lines between its cells.
    """
    area, columns, rows = grid.area, grid.columns(), grid.rows()
    if not grid.n_up.trimmed:
        columns, rows = columns[1:-1], rows[1:-1]
    right, bottom = area.x + area.width, area.y + area.height
    upright = [((x, area.y), (x, bottom)) for x in columns]
    level = [((area.x, y), (right, y)) for y in rows]
    marks: list[Mark] = [_dotted(*ends, grey) for ends in (*upright, *level)]
    if grid.n_up.trimmed:
        for head, foot in upright:
            marks += [_mark(head, (0, -1), ink), _mark(foot, (0, 1), ink)]
        for start, end in level:
            marks += [_mark(start, (-1, 0), ink), _mark(end, (1, 0), ink)]
    return marks


def _dotted(start: tuple[float, float], end: tuple[float, float], colour: Colour) -> Path:
    segments = (("M", *start), ("L", *end))
    return Path(segments, stroke=colour, width=_MARK_WIDTH, dash=_DOTTED, round_cap=True)


def _mark(trim: tuple[float, float], way: tuple[int, int], colour: Colour) -> Path:
    near, far = (
        tuple(at + step * away for at, step in zip(trim, way, strict=True))
        for away in (_MARK_DISTANCE, _MARK_DISTANCE + _MARK_LENGTH)
    )
    return Path((("M", *near), ("L", *far)), stroke=colour, width=_MARK_WIDTH)


def _leaves(items: Sequence[int], n_up: NUp) -> Iterator[Leaf]:
    """Give the leaves of all items in order, of which the numbers of pages are known.

    There is an item alone as often as the sheet holds it.
    """
    first = 0
    leaves: list[Leaf] = []
    for length in items:
        pages = range(first, first + length)
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


def _sides_of_a_sheet(leaves: Sequence[Leaf]) -> int:
    return 2 if _has_backs(leaves) else 1


def _count(leaves: Sequence[Leaf], n_up: NUp) -> int:
    """Count the sides of all sheets, the last of which may not be full."""
    sheets = -(-len(leaves) // (n_up.across * n_up.down))
    return sheets * _sides_of_a_sheet(leaves)


Placed = Sequence[tuple[int, Spot, bool]]
"""Pages by their places among all, where each goes, and whether it is a copy."""


def _sides(leaves: Sequence[Leaf], grid: Grid) -> Sequence[Placed]:
    """Deal leaves out to the sides of sheets; every sheet has a back where any leaf has one."""
    to_a_sheet, of_a_sheet = grid.n_up.across * grid.n_up.down, _sides_of_a_sheet(leaves)
    sides: list[list[tuple[int, Spot, bool]]] = [[] for _ in range(_count(leaves, grid.n_up))]
    for number, leaf in enumerate(leaves):
        sheet, place = divmod(number, to_a_sheet)
        front = sheet * of_a_sheet
        corner = grid.corner(place, back=False)
        sides[front].append((leaf.front, Spot(front, *corner), leaf.copy))
        if leaf.back is not None:
            corner = grid.corner(place, back=True)
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
