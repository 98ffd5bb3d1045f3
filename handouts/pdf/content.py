"""Content streams: what is painted on a page (ISO 32000-1, 8 and 9).

The state of text and graphics is set only where it changes. Lengths of the page count from its
top, lengths in the stream from its bottom.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from handouts.colour import Colour
from handouts.pdf import colour as ink
from handouts.pdf.path import CONSTRUCTION, PAINT
from handouts.pdf.resources import Resources
from handouts.pdf.syntax import fine, number
from handouts.typeset.font import Font
from handouts.typeset.page import (
    Group,
    Line,
    Mark,
    Page,
    Path,
    PlacedDrawing,
    PlacedPicture,
    Rectangle,
)
from handouts.typeset.picture import Picture
from handouts.typeset.vector import Vector

_POINTS = {"M": "%.2f %.2f ", "L": "%.2f %.2f ", "C": 3 * "%.2f %.2f ", "Z": ""}
"""By a segment's letter, the pattern of its numbers."""

_UPRIGHT = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""By EXIF orientation, the matrix that turns the unit square of stored pixels upright."""


@lru_cache
def _pattern(letters: str) -> str:
    """Give the pattern of a path, by the letters of its segments, for its numbers to be put in."""
    return " ".join([f"{_POINTS[letter]}{CONSTRUCTION[letter]}" for letter in letters])


def _upright(picture: Picture | Vector) -> tuple[float, ...]:
    """Give the matrix that turns a picture's own units into the unit square, upright."""
    if isinstance(picture, Vector):
        return 1 / picture.width, 0, 0, -1 / picture.height, 0, 1
    return _UPRIGHT[picture.orientation]


class ContentStream:
    """The content of one page; groups that belong to an element are numbered as they come."""

    def __init__(self, page: Page, resources: Resources) -> None:
        self._height = page.height
        self._resources = resources
        self._fill_operator = cache(lambda c: ink.fill(resources.colour(c)))
        self._stroke_operator = cache(lambda c: ink.stroke(resources.colour(c)))
        self._state: dict[str, str] = {}
        self._pen: tuple[object, ...] = ()
        self._style: tuple[object, ...] = ()
        self._operators: list[str] = []
        self._next_mcid = 0
        self.mcids = [self._group(group) for group in page.groups]
        """For each group of the page its number, or none for artifacts and for empty groups."""

    @property
    def data(self) -> bytes:
        """The stream, not yet compressed."""
        return "\n".join(self._operators).encode("latin-1")

    def _group(self, group: Group) -> int | None:
        if not group.marks:
            return None
        mcid = None
        if group.element is None:
            tag = f"/Artifact<</Type/{group.artifact}>>BDC"
        else:
            mcid = self._next_mcid
            self._next_mcid += 1
            tag = f"/{group.element.role}<</MCID {mcid}>>BDC"
        self._operators.append(tag)
        self._marks(group.marks)
        self._operators.append("EMC")
        return mcid

    def _set(self, kind: str, operator: str) -> None:
        if self._state.get(kind) != operator:
            self._state[kind] = operator
            self._operators.append(operator)

    def _marks(self, marks: Iterable[Mark]) -> None:
        lines: list[Line] = []
        for mark in marks:
            if isinstance(mark, Line):
                lines.append(mark)
            else:
                self._text(lines)
                lines = []
                self._paint(mark)
        self._text(lines)

    def _text(self, lines: Sequence[Line]) -> None:
        """Show lines within one text object."""
        if not lines:
            return
        self._operators.append("BT")
        for line in lines:
            style = (line.words[0].font, line.size, line.colour, line.tracking)
            if style != self._style:
                self._style = style
                self._set_style(*style)
            shown = self._font.show(line.words, line.size)
            self._operators.append(f"1 0 0 1 {line.x:.2f} {self._height - line.y:.2f} Tm{shown}")
        self._operators.append("ET")

    def _set_style(self, font: Font, size: float, colour: Colour, tracking: float) -> None:
        self._font = self._resources.font(font)
        self._set("fill", self._fill_operator(colour))
        self._set("font", f"/{self._font.name} {size:g} Tf")
        self._set("tracking", f"{tracking:g} Tc")

    def _paint(self, mark: Path | PlacedPicture | PlacedDrawing) -> None:
        match mark:
            case Path():
                self._path(mark)
            case PlacedPicture():
                self._picture(mark)
            case PlacedDrawing():
                self._drawing(mark)

    def _path(self, path: Path) -> None:
        if path.fill is not None:
            self._set("fill", self._fill_operator(path.fill))
            self._style = ()
        if path.stroke is not None:
            pen = (path.stroke, path.width, path.round_cap, path.dash)
            if pen != self._pen:
                self._pen = pen
                self._set_pen(*pen)
        paint = PAINT[path.fill is not None, path.stroke is not None]
        self._operators.append(f"{self._outline(path.segments)} {paint}")

    def _set_pen(
        self, colour: Colour, width: float, round_cap: bool, dash: tuple[float, float] | None
    ) -> None:
        self._set("stroke", self._stroke_operator(colour))
        self._set("width", f"{number(width)} w")
        self._set("cap", f"{int(round_cap)} J")
        self._set("dash", f"[{' '.join(map(number, dash or ()))}]0 d")

    def _outline(self, segments: Sequence[tuple[str, *tuple[float, ...]]]) -> str:
        """Write a path's segments: all its numbers at once, which is thrice as fast as each."""
        numbers = [number for segment in segments for number in segment[1:]]
        numbers[1::2] = [self._height - y for y in numbers[1::2]]
        return _pattern("".join([segment[0] for segment in segments])) % tuple(numbers)

    def _picture(self, placed: PlacedPicture) -> None:
        box, name = placed.box, self._resources.picture(placed.picture)
        a, b, c, d, e, f = _upright(placed.picture)
        x, y = box.x, self._height - box.y - box.height
        matrix = (
            *(a * box.width, b * box.height, c * box.width, d * box.height),
            *(x + e * box.width, y + f * box.height),
        )
        self._place(name, matrix, self._clip(placed.window) if placed.window else "")

    def _clip(self, window: Rectangle) -> str:
        x, y = window.x, self._height - window.y - window.height
        return f"{' '.join(map(number, (x, y, window.width, window.height)))} re W n "

    def _drawing(self, placed: PlacedDrawing) -> None:
        drawing, box = placed.drawing, placed.box
        scale = min(box.width / drawing.width, box.height / drawing.height)
        line_width = round(placed.line_width / scale, 2)
        name = self._resources.drawing(drawing, placed.palette, line_width)
        left = box.x + (box.width - scale * drawing.width) / 2
        top = box.y + (box.height - scale * drawing.height) / 2
        self._place(name, (scale, 0, 0, -scale, left, self._height - top))

    def _place(self, name: str, matrix: tuple[float, ...], clip: str = "") -> None:
        self._operators.append(f"q {clip}{' '.join(map(fine, matrix))} cm/{name} Do Q")
