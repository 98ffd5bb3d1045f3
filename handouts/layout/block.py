"""The block tree: content and role, no geometry.

What ``layout`` gives and ``typeset`` takes. Lengths are points, or the name of a token, so that
the steps by which a page is made to fit can change them without building the tree again. Styles
are named for the same reason. Reading order is tree order.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Literal

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.figure.drawing import Strip
from handouts.source.problem import Place
from handouts.typeset.page import Metadata
from handouts.typeset.picture import Picture
from handouts.typeset.vector import Vector

Length = float | str
"""Points, or the name of a token that holds them."""

Align = Literal["start", "centre", "end"]
VerticalAlign = Literal["top", "middle", "bottom"]


@dataclass(frozen=True, slots=True)
class Style:
    """How type is set: size, leading (points), weight (100 to 900), tracking (part of the size).

    ``use`` says which floor holds: ``body`` is cues and running text, ``note`` is other text that
    is read (facts, tables, tips), ``label`` is labels and footers. ``balance`` evens out the lines
    of a title; ``tabular`` asks for figures of one width. ``emphasis`` is how marked words are set.
    """

    size: float
    leading: float
    weight: int = 400
    italic: bool = False
    colour: str = "ink"
    tracking: float = 0.0
    align: Align = "start"
    balance: bool = False
    tabular: bool = False
    use: Literal["body", "note", "label"] = "body"
    emphasis: Literal["italic", "bold"] = "italic"


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A stretch of text set alike, in the paragraph's style if it has none of its own."""

    text: str
    style: str | None = None
    weight: int | None = None
    italic: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Block:
    """What every block has: a name to be found by, and the structure element it becomes, if any.

    A block that stands ``instead_of`` another is there once that one has been left out.
    """

    name: str | None = None
    role: str | None = None
    instead_of: str | None = None

    @property
    def within(self) -> tuple[Block, ...]:
        """The blocks directly within, in reading order."""
        return ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Holder(Block):
    """A block that holds others."""

    blocks: tuple[Block, ...]

    @property
    def within(self) -> tuple[Block, ...]:
        """The blocks it holds."""
        return self.blocks


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Wrapper(Block):
    """A block round another one."""

    block: Block

    @property
    def within(self) -> tuple[Block, ...]:
        """The one block."""
        return (self.block,)


DISCLAIMER = "Disclaimer"
"""The title of a disclaimer in the structure tree, by which it is known in a finished file."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Paragraph(Block):
    """Text, broken into lines.

    ``link`` is what the whole paragraph leads to: an address, or ``#`` and the name of an
    ``anchor``. An anchor names the place of the paragraph, once in a document. ``entry`` stands in
    the outline instead of the heading's own text. ``title`` says in the structure tree what the
    paragraph is for.
    """

    runs: tuple[Run, ...]
    style: str
    role: str | None = "P"
    link: str | None = None
    anchor: str | None = None
    entry: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Stack(Holder):
    """Blocks below one another. ``numbering`` makes it a list (the structure's ``ListNumbering``).

    ``together`` keeps it on one page when it fits one; no page ends with one that ``leads`` to what
    follows, or begins with one that ``trails`` what comes before. Where it goes on to another page,
    ``continued`` heads what is there.
    """

    gap: Length = 0.0
    numbering: str | None = None
    together: bool = False
    leads: bool = False
    trails: bool = False
    continued: Block | None = None

    @property
    def within(self) -> tuple[Block, ...]:
        """The blocks it holds, after what heads them on another page."""
        return (self.continued, *self.blocks) if self.continued else self.blocks


@dataclass(frozen=True, slots=True)
class Track:
    """A column's width: points or a token, a part of the whole, a share of what is left, or its
    content's own. The whole is what there is without the gaps.
    """

    kind: Literal["points", "part", "share", "content"]
    value: Length = 1.0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Row(Holder):
    """Blocks side by side, each in its track; an absent one gives it away unless ``keep``."""

    tracks: tuple[Track, ...]
    gap: Length = 0.0
    align: VerticalAlign = "top"
    keep: bool = True


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Wrap(Holder):
    """Blocks side by side at their own widths, going on in a new line when one is full."""

    gap: Length = 0.0
    line_gap: Length = 0.0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Columns(Holder):
    """Blocks flowing down as many columns of at least ``measure`` as there is room for, evenly.

    There are no more than ``most`` of them.
    """

    measure: Length
    most: int | None = None
    gap: Length = 0.0
    column_gap: Length = 0.0
    numbering: str | None = None


@dataclass(frozen=True, slots=True)
class Edges:
    """Lengths of the four sides."""

    top: Length = 0.0
    end: Length = 0.0
    bottom: Length = 0.0
    start: Length = 0.0


NO_EDGES = Edges()
"""No space on any side."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Frame(Wrapper):
    """A block with space, a line (on some ``sides``) and a ground round it."""

    padding: Edges = NO_EDGES
    line: Length = 0.0
    colour: str = "ink"
    fill: str | None = None
    sides: frozenset[str] = frozenset({"top", "end", "bottom", "start"})
    width: Literal["full", "content"] = "full"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Measure(Wrapper):
    """A block no wider than ``width``."""

    width: Length


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Traced(Wrapper):
    """A block whose box is drawn under a label: its name, or else its kind."""

    label: str
    named: bool


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Rule(Block):
    """A line across the width."""

    thickness: Length
    colour: str = "ink"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Space(Block):
    """Empty height."""

    height: Length


SignKind = Literal[
    "disc",
    "ring",
    "pill",
    "solid-pill",
    "tick",
    "cross",
    "stop",
    "done",
    "dot",
    "start-arrow",
    "end-arrow",
    "up",
    "down",
    "carry-on",
    "ease-off",
    "halt",
    "level",
]


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Sign(Block):
    """A drawn sign, ``size`` high; ``text`` stands in discs, rings and pills.

    ``line`` is the leading of the text line the sign is centred on. A sign without a role is
    decoration. ``alt`` says in words what a sign with the role ``Figure`` means.
    """

    kind: SignKind
    size: Length
    text: str = ""
    style: str | None = None
    colour: str = "ink"
    line: str | None = None
    alt: str | None = None
    value: int = 0


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Rail(Block):
    """A ladder's rail, as high as the row it stands in, with a disc where there is ``text``.

    The disc of the rung that is ``here`` is solid, and a line leads from it to its row. The rail
    ends in an arrow at the ``top``.
    """

    text: str = ""
    style: str = "rail-number"
    width: Length = "rail-width"
    thickness: Length = "rail-line"
    here: bool = False
    top: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Item(Block):
    """An item of a list: a sign, and text that begins ``indent`` from the sign's start."""

    sign: Sign
    text: Paragraph
    indent: Length
    role: str | None = "LI"

    @property
    def within(self) -> tuple[Block, ...]:
        """The sign and the text."""
        return (self.sign, self.text)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Field(Block):
    """A value under its label, or a line to write it on."""

    label: str
    value: str
    label_style: str
    value_style: str
    blank: Length


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WriteLines(Block):
    """Lines to write on: at least ``count``, ``pitch`` apart, more where there is room."""

    count: Length
    pitch: Length
    most: Length
    colour: str = "rule"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class WriteBoxes(Block):
    """Boxes to write in, side by side: ``count`` of them, the last ``optional`` ones dashed.

    No more than ``columns`` stand in a line; a line that has fewer boxes than columns ends in
    dashes where ``fill`` is asked for. With ``tick`` there is a small square in each to tick.
    """

    count: int
    width: Length
    height: Length
    optional: int = 0
    columns: int | None = None
    fill: bool = False
    gap: Length = 3.4
    line_gap: Length = 3.0
    tick: bool = False
    colour: str = "ink2"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Bar(Block):
    """A bar of a chart, standing at the bottom of ``height`` in the middle of the width.

    ``low`` and ``high`` are parts of the height: the bar is solid to ``low``, outlined with dashes
    from there to ``high``. ``breadth`` is the part of the width that it takes. Its figure is said
    in words beside it, so it is decoration.
    """

    low: float
    high: float
    height: Length
    label: Block | None = None
    breadth: float = 0.6
    colour: str = "accent"

    @property
    def within(self) -> tuple[Block, ...]:
        """The label that stands on the bar."""
        return (self.label,) if self.label else ()


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Image(Block):
    """A picture, no higher than ``height``; ``place`` is where its file is named.

    ``cropped_to`` is the shape of the frame that it fills, width over height; without it, the
    picture is shown whole, in its own shape.
    """

    picture: Picture | Vector
    alt: str
    height: Length
    place: Place
    cropped_to: float | None = None
    role: str | None = "Figure"

    @property
    def shape(self) -> float:
        """Width over height, as shown."""
        return self.cropped_to or self.picture.width / self.picture.height


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Pictures(Block):
    """Pictures side by side at one height, no more than ``height``, each over its caption.

    There is a caption, or none, for each picture.
    """

    images: tuple[Image, ...]
    captions: tuple[Block | None, ...]
    height: Length
    gap: Length
    caption_gap: Length

    @property
    def within(self) -> tuple[Block, ...]:
        """Each picture, and after it its caption."""
        pairs = zip(self.images, self.captions, strict=True)
        return tuple([block for pair in pairs for block in pair if block])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Figure(Block):
    """A drawn figure: its frames side by side or below each other, each over its caption.

    ``height`` is the most that the drawings take, ``scale`` the most points to a centimetre of the
    body. There is a caption, or none, for each frame.
    """

    strip: Strip
    palette: Mapping[str, Colour]
    height: Length
    captions: tuple[Block | None, ...]
    caption_gap: Length = 0.0
    scale: Length | None = None
    role: str | None = "Figure"

    @property
    def within(self) -> tuple[Block, ...]:
        """The captions."""
        return tuple([caption for caption in self.captions if caption])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Qr(Block):
    """A QR code, at least ``size`` wide and larger where its modules would get too small."""

    address: str
    alt: str
    size: Length
    module: float = 1.4
    role: str | None = "Figure"


@dataclass(frozen=True, slots=True, eq=False)
class TableCell:
    """A cell: a block, how many columns it spans, and whether it heads a column or a row."""

    block: Block
    span: int = 1
    head: Literal["Column", "Row"] | None = None
    align: VerticalAlign = "middle"


RowLine = Literal["ink", "rule", "hair", "dotted", "none"]
"""How a row's lower edge is drawn: in a colour, as dots, or not at all."""


@dataclass(frozen=True, slots=True, eq=False)
class TableRow:
    """A row of cells. ``chosen`` rows stand in a frame on a ground of their own.

    Rows with a name can be left out by it. ``line`` is the one under the row (heads have ink, the
    others a hair line, unless said). One that is to ``keep`` stays on the page of the next, and so
    does one that is ``joined`` to it: a bar at the start joins their middles. ``height`` is the
    least it takes, if not the table's.
    """

    cells: tuple[TableCell, ...]
    chosen: bool = False
    name: str | None = None
    line: RowLine | None = None
    keep: bool = False
    joined: bool = False
    height: Length | None = None


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Table(Block):
    """Rows of cells on common tracks, each at least ``row_height`` high, a line below each.

    The first ``heads`` rows are the table's head. ``padding`` stands above and below each cell.
    With ``grow``, the last row is repeated as long as there is height to spare.
    """

    rows: tuple[TableRow, ...]
    tracks: tuple[Track, ...]
    heads: int = 1
    gap: Length = 0.0
    padding: Length = 0.0
    row_height: Length = 0.0
    line: Length = 0.6
    chosen_line: Length = 1.8
    chosen_fill: str = "tint"
    grow: bool = False
    role: str | None = "Table"

    @property
    def within(self) -> tuple[Block, ...]:
        """The blocks of all cells."""
        return tuple([cell.block for row in self.rows for cell in row.cells])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PageBreak(Block):
    """What follows begins a new page."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PageNumber(Block):
    """The page's number in a sentence with ``{page}`` and ``{pages}``; absent on a single page."""

    text: str
    style: str


@dataclass(frozen=True, slots=True)
class FitStep:
    """One step by which a page is made to fit: tokens and styles to change, blocks to leave out."""

    tokens: Mapping[str, float] = field(default_factory=dict)
    styles: Mapping[str, Style] = field(default_factory=dict)
    leave_out: tuple[str, ...] = ()

    @property
    def names(self) -> list[str]:
        """The names of all that it changes."""
        return [*self.tokens, *self.styles, *self.leave_out]


@dataclass(frozen=True, slots=True)
class StretchStep:
    """A token that may grow to ``most`` while the page has height to spare."""

    token: str
    most: float


@dataclass(frozen=True, slots=True)
class About:
    """The item that a document is about."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Document:
    """A handout before it has geometry: its block trees and what they are set with.

    ``running_header`` and ``running_footer`` stand in the places of ``header`` and ``footer`` from
    the second page on.
    ``margins`` are top, end, bottom and start in points. ``most_pages`` is ``None`` where any
    number will do; ``rather`` is a smaller number that the steps of ``fit`` try for first.
    ``places`` says where the content of a named block was written. ``anchor`` is what links within
    a file of several documents lead to: the head of its first page. The start of a ``mirrored``
    one is at the right, for languages that are written from there. Over one with a ``grid`` lie the
    boxes of its traced blocks, its margins and its baselines. ``about`` is its item, where a file
    has a document for each of several. ``roomier`` is what there is to do where it has too little
    room. ``layout`` is what it is laid out by, in words.
    """

    header: Block
    running_header: Block
    body: Block
    footer: Block
    running_footer: Block
    width: float
    height: float
    margins: tuple[float, float, float, float]
    tokens: Mapping[str, float]
    colours: Mapping[str, Colour]
    styles: Mapping[str, Style]
    fit: tuple[FitStep, ...]
    stretch: tuple[StretchStep, ...]
    most_pages: int | None
    metadata: Metadata
    places: Mapping[str, Place]
    anchor: str | None = None
    rather: int | None = None
    mirrored: bool = False
    grid: bool = False
    about: About | None = None
    roomier: str = "choose a layout with more pages"
    layout: str = ""

    @property
    def trees(self) -> tuple[Block, ...]:
        """All that prints of it: heads, body and feet, each once."""
        trees = (self.header, self.running_header, self.body, self.footer, self.running_footer)
        return tuple(dict.fromkeys(trees))


def walk(block: Block) -> Iterator[Block]:
    """Give a block and all within it, in reading order."""
    waiting = [block]
    while waiting:
        block = waiting.pop()
        yield block
        waiting += reversed(block.within)
