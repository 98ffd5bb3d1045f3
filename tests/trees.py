"""Random block trees, what they say, and how they look once they are broken over pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hypothesis import strategies as st
from setting import environment, line_width, lines_of, text

from handouts.layout.block import (
    Block,
    Columns,
    Edges,
    Frame,
    Item,
    Paragraph,
    Row,
    Rule,
    Run,
    Sign,
    Space,
    Stack,
    Table,
    TableCell,
    TableRow,
    Track,
    Wrap,
    WriteBoxes,
)
from handouts.typeset.box import Box
from handouts.typeset.fit import Room, paginate
from handouts.typeset.page import Element, Line, Page
from handouts.typeset.placer import Placer

WIDTH = 400.0


def words(length: int, name: int = 0) -> str:
    """So many words, numbered and named, so that they can be told from others."""
    return " ".join(f"{name}.{number}" for number in range(length))


def paragraphs(most: int) -> st.SearchStrategy[Block]:
    """Paragraphs of so many words or fewer."""
    return st.builds(words, st.integers(1, most), NAMES).map(text)


NAMES = st.integers(0, 9999)
SHORT = paragraphs(8)
HEADINGS = st.sampled_from(["Setup", "What to do when it hurts"]).map(
    lambda title: Paragraph(runs=(Run(title),), style="body", role="H2")
)
ITEMS = st.builds(words, st.integers(1, 40), NAMES).map(
    lambda said: Item(
        sign=Sign(kind="disc", size=12.0, text="1", style="note", role="Lbl", line="body"),
        text=Paragraph(runs=(Run(said),), style="body", role="LBody"),
        indent=18.0,
    )
)
LISTS = st.lists(ITEMS, min_size=1, max_size=6).map(
    lambda items: Stack(blocks=tuple(items), gap=3.0, role="L", numbering="Decimal")
)
LEAVES = st.one_of(
    paragraphs(60),
    paragraphs(60),
    HEADINGS,
    LISTS,
    st.just(Rule(thickness=1.0)),
    st.floats(1, 20).map(lambda height: Space(height=height)),
    st.integers(1, 9).map(lambda n: WriteBoxes(count=n, width=30.0, height=19.0, optional=n // 2)),
    st.lists(SHORT, min_size=1, max_size=4).map(lambda b: Wrap(blocks=tuple(b), gap=4.0)),
    st.lists(SHORT, min_size=2, max_size=2).map(
        lambda b: Row(blocks=tuple(b), tracks=(Track("share"), Track("content")), gap=5.0)
    ),
)


def table(cells: Sequence[Block], joined: Sequence[bool]) -> Table:
    """A table with a head and a row of two cells for every block."""
    head = TableRow((TableCell(text("Set"), head="Column"), TableCell(text("Load"), head="Column")))
    rows = [
        TableRow((TableCell(text(words(1)), head="Row"), TableCell(cell)), joined=with_next)
        for cell, with_next in zip(cells, joined, strict=True)
    ]
    tracks = (Track("points", 40.0), Track("share"))
    return Table(rows=(head, *rows), tracks=tracks, gap=5.0, padding=2.0)


TABLES = st.lists(st.tuples(SHORT, st.booleans()), min_size=1, max_size=9).map(
    lambda rows: table([cell for cell, _ in rows], [joined for _, joined in rows])
)


def holders(blocks: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    """Blocks that hold others."""
    several = st.lists(blocks, min_size=1, max_size=5).map(lambda b: (*b, text("closed")))
    continued = st.one_of(st.none(), st.just(text("continued", "note")))
    return st.one_of(
        st.builds(
            Stack,
            blocks=several,
            gap=st.sampled_from([0.0, 6.0]),
            role=st.sampled_from([None, "Sect"]),
            together=st.booleans(),
            continued=continued,
        ),
        st.builds(
            Frame,
            block=blocks,
            padding=st.sampled_from([Edges(), Edges(8.0, 4.0, 8.0, 4.0)]),
            line=st.just(1.0),
            fill=st.sampled_from([None, "tint"]),
            role=st.sampled_from([None, "Sect"]),
            sides=st.sampled_from(
                [frozenset({"top"}), frozenset({"top", "end", "bottom", "start"})]
            ),
        ),
        st.builds(
            Columns,
            blocks=several,
            measure=st.sampled_from([150.0, 190.0]),
            gap=st.just(4.0),
            column_gap=st.just(12.0),
        ),
    )


TREES = st.recursive(st.one_of(LEAVES, TABLES), holders, max_leaves=14).map(
    lambda block: Stack(blocks=(text("first"), block, text("last")), gap=6.0)
)
"""Trees that can be set: with something to read in each."""


Said = tuple[tuple[str, ...], str, int]
"""A line as it is read: the roles it stands in, its words, and its page."""


@dataclass(frozen=True)
class Setting:
    """Pages and the structure over them."""

    pages: Sequence[Page]
    structure: Element

    def said(self) -> list[Said]:
        """Every line in reading order."""
        return list(self._said(self.structure, ()))

    def parts(self) -> list[list[Said]]:
        """Every line in reading order, by the top-level element it stands in."""
        kids = [kid for kid in self.structure.kids if isinstance(kid, Element)]
        return [list(self._said(kid, ())) for kid in kids]

    def words(self) -> list[tuple[tuple[str, ...], str]]:
        """Every line in reading order, wherever it stands."""
        return [(roles, words) for roles, words, _ in self.said()]

    def _said(self, element: Element, roles: tuple[str, ...]) -> Iterator[Said]:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield from self._said(kid, (*roles, kid.role))
                continue
            for mark in self.pages[kid.page].groups[kid.group].marks:
                if isinstance(mark, Line):
                    yield roles, "".join(word.text for word in mark.words), kid.page


def placed(boxes: Sequence[Box]) -> Setting:
    """Place boxes, one a page, as typesetting does."""
    structure = Element("Document")
    pages = []
    for index, box in enumerate(boxes):
        out = Placer(index, structure)
        box.place(out, 0.0, 0.0)
        pages.append(out.page(WIDTH, 1000.0))
    return Setting(pages, structure)


def whole(tree: Block) -> Box:
    """The tree on one endless page."""
    box = environment().measure(tree, WIDTH)
    assert box is not None
    return box


def broken(tree: Block, height: float) -> Sequence[Box]:
    """The tree over pages."""
    parts = paginate(tree, Room(WIDTH, height, height), environment(), None)
    assert parts is not None, "something does not break"
    return parts


def overlapping(page: Page) -> list[tuple[Line, Line]]:
    """Lines of text that stand on each other."""
    lines = lines_of(page)
    return [
        (one, other)
        for index, one in enumerate(lines)
        for other in lines[index + 1 :]
        if abs(one.y - other.y) < min(one.size, other.size) * 0.9
        and one.x < other.x + line_width(other) - 0.01
        and other.x < one.x + line_width(one) - 0.01
    ]
