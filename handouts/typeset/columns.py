"""Columns: boxes that flow down one column after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise

from handouts.dataclass import dataclass
from handouts.layout.block import Columns
from handouts.typeset.box import TOLERANCE, Box
from handouts.typeset.breaking import broken, height_of
from handouts.typeset.environment import Environment
from handouts.typeset.page import Element
from handouts.typeset.placer import Placer
from handouts.typeset.row import UNBOUNDED
from handouts.typeset.stack import StackBox

FEWEST_ITEMS = 2
"""Items of a list that stand together on a page: one alone is not seen to be of a list."""

Column = Sequence[Box]
"""Boxes below one another."""

Cut = tuple[int, tuple[int, ...]]
"""How uneven some columns are (the squares of their heights), and where they end, less than 0."""


@dataclass(slots=True, eq=False)
class ColumnsBox(Box):
    """Boxes in no more than ``most`` columns, ``pitch`` apart, that are read one after the other.

    ``element`` is that which the parts of broken columns share.
    """

    columns: Sequence[Column]
    most: int
    pitch: float
    gap: float
    role: str | None
    numbering: str | None
    element: Element | None = None

    @property
    def within(self) -> Sequence[Box]:
        """The boxes of all columns."""
        return [box for column in self.columns for box in column]

    @property
    def keeps_with_next(self) -> bool:
        """Columns that end in a heading lead to what follows."""
        return self.columns[-1][-1].keeps_with_next

    def split(self, height: float, fresh: bool) -> tuple[Box | None, Box | None]:
        """Fill the columns of this page; those of the next one share what is left."""
        if self.height <= height + TOLERANCE:
            return self, None
        boxes: Column = self.within
        rest = boxes
        filled: list[Column] = []
        while rest and len(filled) < self.most:
            column, rest = broken(rest, self.gap, height, fresh)
            if not column:
                break
            filled.append(column)
        if not filled:
            return None, self
        if self.role == "L" and len(rest) == 1 and rest[0] is boxes[-1]:
            filled, rest = _with_company(filled, rest)
        element = self.element or Element(self.role or "", numbering=self.numbering, broken=True)
        first = self._of(self._evened(filled, height), element)
        return first, self._of(_evenly(rest, self.gap, self.most), element) if rest else None

    def place(self, out: Placer, x: float, y: float) -> None:
        """Place the columns in reading order."""
        if self.role:
            out.begin(self.element or Element(self.role, numbering=self.numbering))
        for column in self.columns:
            top = y
            for box in column:
                box.place(out, x, top)
                top += box.height + self.gap
            x += self.pitch
        if self.role:
            out.end()

    def _evened(self, filled: Sequence[Column], height: float) -> Sequence[Column]:
        """Share what fits among all columns, where the last of them were left empty."""
        if len(filled) == self.most:
            return filled
        evened = _evenly([box for column in filled for box in column], self.gap, self.most)
        fits = max([height_of(column, self.gap) for column in evened]) <= height + TOLERANCE
        return evened if fits else filled

    def _of(self, columns: Sequence[Column], element: Element | None) -> ColumnsBox:
        height = max([height_of(column, self.gap) for column in columns])
        return replace(self, columns=columns, height=height, element=element)


def _with_company(filled: list[Column], rest: Column) -> tuple[list[Column], Column]:
    """Take an item along, so that the last one of a list does not stand alone on its page."""
    *before, last = filled
    if sum(map(len, filled)) <= FEWEST_ITEMS:
        return filled, rest
    kept = [last[:-1]] if len(last) > 1 else []
    return [*before, *kept], [last[-1], *rest]


def measure_columns(block: Columns, width: float, environment: Environment) -> Box | None:
    """Flow the blocks down as many columns as the width has room for; one column is a stack."""
    column_gap = environment.length(block.column_gap)
    fitting = (width + column_gap) / (environment.length(block.measure) + column_gap)
    most = max(1, min(int(fitting), block.most or int(fitting))) if width < UNBOUNDED else 1
    column = (width - column_gap * (most - 1)) / most
    boxes = environment.measured(block.blocks, column)
    if not boxes:
        return None
    gap = environment.length(block.gap)
    if most == 1:
        widest = max([box.width for box in boxes])
        height = height_of(boxes, gap)
        least = FEWEST_ITEMS if block.role == "L" else 1
        return StackBox(widest, height, False, boxes, gap, block.role, block.numbering, least=least)
    columns = _evenly(boxes, gap, most)
    pitch = column + column_gap
    used = pitch * (len(columns) - 1) + max([box.width for box in columns[-1]])
    height = max([height_of(column, gap) for column in columns])
    return ColumnsBox(used, height, False, columns, most, pitch, gap, block.role, block.numbering)


def _evenly(boxes: Column, gap: float, count: int) -> list[Column]:
    """Cut the boxes into ``count`` runs whose tallest is as short as can be (by bisection)."""
    low, high = height_of(boxes, gap) / count, height_of(boxes, gap)
    best: list[Column] = [boxes]
    for _ in range(12):
        middle = (low + high) / 2
        runs = _runs(boxes, gap, middle)
        if len(runs) <= count and max([height_of(run, gap) for run in runs]) <= middle:
            best, high = runs, middle
        else:
            low = middle
    return best if count == 2 else _levelled(boxes, gap, count, high) or best


def _levelled(boxes: Column, gap: float, count: int, tallest: float) -> list[Column]:
    """Cut the boxes into runs none of which is taller, with heights as alike as can be.

    They differ by no more than a box with its heading then (Bárány and Grinberg, Block partitions
    of sequences, 2015); of cuts that are as good, the first runs are the fuller ones.
    """
    tops = [0.0, *accumulate([box.height + gap for box in boxes])]
    ends = [end for end, box in enumerate(boxes, 1) if not box.keeps_with_next or end == len(boxes)]
    cuts: dict[int, Cut] = {0: (0, (0,))}
    for _ in range(min(count, len(ends))):
        longer: dict[int, Cut] = {}
        for end in ends:
            for start, (unevenness, before) in cuts.items():
                height = tops[end] - tops[start] - gap
                if start < end and height <= tallest:
                    cut = (unevenness + round(height) ** 2, (*before, -end))
                    longer[end] = min(cut, longer.get(end, cut))
        cuts = longer
    if len(boxes) not in cuts:
        return []
    starts = [-end for end in cuts[len(boxes)][1]]
    return [boxes[start:end] for start, end in pairwise(starts)]


def _runs(boxes: Column, gap: float, height: float) -> list[Column]:
    """Fill runs up to a height; a heading goes to the run of what follows it."""
    runs: list[list[Box]] = [[]]
    top = 0.0
    for box in boxes:
        if runs[-1] and top + box.height > height:
            leads: list[Box] = []
            while len(runs[-1]) > 1 and runs[-1][-1].keeps_with_next:
                leads.insert(0, runs[-1].pop())
            runs.append(leads)
            top = sum([lead.height + gap for lead in leads])
        runs[-1].append(box)
        top += box.height + gap
    return list(runs)
