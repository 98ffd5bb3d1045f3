"""What a layout file says, read and checked: block specifications before there is any data."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from typing import TYPE_CHECKING, Any, Literal

from handouts.colour import Colour
from handouts.dataclass import dataclass
from handouts.layout.block import Block, FitStep, StretchStep, Style
from handouts.source.node import Node, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    Field,
    Line,
    OneOrList,
    Parsed,
    Record,
    Schema,
    Unreadable,
    wrong_kind,
)

if TYPE_CHECKING:
    from handouts.layout.context import Context
    from handouts.layout.parameter import Parameter


Sort = Literal[
    "texts",
    "cues",
    "doses",
    "pictures",
    "schedule",
    "session",
    "pain",
    "parts",
    "nothing that prints",
]
"""What a field of the data holds, as far as blocks care; ``parts`` are weeks, sessions or rungs."""

OTHER_GOALS = "other goals"
"""The name by which fit steps leave out the goals that are not the client’s."""

SMALL_PICTURES = "small pictures"
"""The name by which fit steps leave out the pictures in a table’s rows."""

PAIN_DETAIL = "pain detail"
"""The name by which fit steps leave out what to do at each limit of pain; the limits stay."""

HOW_TO_READ = "how to read"
"""The name by which fit steps leave out what the figures of a dose mean, in words."""

NAMES_WITHIN = frozenset({OTHER_GOALS, SMALL_PICTURES, PAIN_DETAIL, HOW_TO_READ})
"""Names of parts of blocks, which no layout has to give."""


@dataclass(frozen=True, slots=True)
class Condition:
    """Fields one of which must be there (``figure or picture``), or none (``neither … nor …``)."""

    paths: tuple[str, ...]
    wanted: bool = True


@dataclass(frozen=True, kw_only=True)
class Spec:
    """What every block specification has.

    ``of`` are fields of the data. A block is there when all conditions of ``when`` hold and it has
    something to show. Among blocks with a ``priority``, the lowest is left out first. One that
    stands ``instead_of`` another is there once that has been left out.
    """

    kind: str
    name: str | None = None
    of: tuple[str, ...] = ()
    when: tuple[Condition, ...] = ()
    priority: int | None = None
    instead_of: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    @property
    def inner(self) -> tuple[Spec, ...]:
        """The specifications within this one."""
        return ()


@dataclass(frozen=True, kw_only=True)
class Container(Spec):
    """A specification that holds others."""

    blocks: tuple[Spec, ...] = ()

    @property
    def inner(self) -> tuple[Spec, ...]:
        """The blocks it holds."""
        return self.blocks


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of block: its word, what it is for, its properties, and how data fills it.

    ``shows`` is the sort of field that its ``of`` may name.
    """

    word: str
    doc: str
    record: Record[Any]
    compose: Callable[[Any, Context], Block | None]
    shows: Sort


@dataclass(frozen=True, slots=True)
class NUp:
    """Cells on a side of the sheet: columns, rows, and the sheet in points.

    ``marks`` say where to cut: around each cell where they are ``trimmed`` to one size, and between
    them where the sheet is only divided. ``backs`` is the edge over which the printer turns the
    paper.
    """

    across: int
    down: int
    sheet_width: float
    sheet_height: float
    marks: bool
    backs: Literal["long edge", "short edge", "none"]
    trimmed: bool = True


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper in points, with its margins (top, end, bottom, start) and tokens of its own.

    Where several cells stand on a side of it (``n_up``), these are a cell's measures.
    """

    width: float
    height: float
    margins: tuple[float, float, float, float]
    tokens: Mapping[str, float]
    n_up: NUp | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout definition with its ``extends`` chain merged and everything in it checked.

    One that has ``parts`` is made of theirs, one after the other in a file. ``each`` asks for a
    document for every week or session. One that is to ``gather`` sets several items in one file,
    which it calls by the label ``title``. ``cards`` is the layout of the cards that follow a
    program. ``also`` are the layouts that print other kinds of data under this one's name, by what
    they are loaded by. ``always`` stands below a body that has something to show. ``parameters``
    are what it leaves open, and its parts. ``parts_of_height`` are the lengths that are parts of
    the page's height, as they are written.
    """

    name: str
    kind: str | None
    default: bool
    about: str
    most_pages: int | None
    papers: Mapping[str, Paper]
    tokens: Mapping[str, float]
    colours: Mapping[str, Colour]
    styles: Mapping[str, Style]
    header: tuple[Spec, ...]
    running_header: tuple[Spec, ...]
    body: tuple[Spec, ...]
    footer: tuple[Spec, ...]
    running_footer: tuple[Spec, ...]
    fit: tuple[FitStep, ...]
    stretch: tuple[StretchStep, ...]
    rather: int | None = None
    each: Literal["week", "session"] | None = None
    gather: bool = False
    title: str | None = None
    parts: tuple[Layout, ...] = ()
    cards: Layout | None = None
    also: tuple[str, ...] = ()
    always: tuple[Spec, ...] = ()
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    parts_of_height: Mapping[str, float] = field(default_factory=dict)

    @property
    def edges(self) -> tuple[Spec, ...]:
        """What stands at the heads and the feet of pages."""
        return (*self.header, *self.running_header, *self.footer, *self.running_footer)


@dataclass(frozen=True, slots=True)
class Verbatim:
    """A few characters whose spaces count."""

    limit: int = 20

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> str | None:
        """Give the text as it was written."""
        if isinstance(node, Text) and len(node.value) <= self.limit:
            return node.value
        problems.append(wrong_kind(node, name, f"at most {self.limit} characters"))
        return None

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        """Give the schema of a short text."""
        return {"type": "string", "maxLength": self.limit}


def parse_condition(text: str) -> Condition:
    """Read ``faq``, ``not faq``, ``figure or picture``, or ``neither figure nor picture``.

    ``yes`` always holds and ``no`` never does: a parameter may have been asked.
    """
    match text.split():
        case ["yes" | "no" as answer]:
            return Condition((), wanted=answer == "no")
        case [path]:
            return Condition((path,))
        case ["not", path]:
            return Condition((path,), wanted=False)
        case [one, "or", other]:
            return Condition((one, other))
        case ["neither", one, "nor", other]:
            return Condition((one, other), wanted=False)
        case ["no", path]:
            raise Unreadable(f"is no condition: {text}", f"write not {path}")
        case _:
            raise Unreadable(f"is no condition: {text}", "write faq, not faq, or figure or picture")


def parse_count(text: str) -> int:
    """Read a whole number from 1."""
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise Unreadable(f"must be a whole number from 1: {text}", "write 2")
    return int(text)


COUNT = Parsed(parse_count, r"^[1-9]\d*$", ("2",))
"""A whole number from 1."""

CONDITION = Parsed(parse_condition, r"^[a-z][\w. -]*$", ("faq", "not faq", "figure or picture"))

COMMON = (
    Field("block", Line(), "The kind of block.", required=True),
    Field("name", Line(), "A name by which fit steps and other layouts find the block."),
    Field("of", OneOrList(Line()), "The field of the data it shows, or several."),
    Field("when", OneOrList(CONDITION), "Fields that must be there, or not (not faq)."),
    Field("priority", COUNT, "Lower is left out first."),
    Field("instead of", Line(), "The block it stands in for once that has been left out."),
)
"""The properties that every block has."""


def declare(
    word: str,
    doc: str,
    constructor: Callable[..., Spec],
    compose: Callable[[Any, Context], Block | None],
    *fields: Field,
    shows: Sort = "texts",
) -> Kind:
    """Declare a kind of block: what its properties are and how it is composed."""

    def construct(block: str, **values: Any) -> Spec:
        return constructor(kind=block, **values)

    return Kind(word, doc, Record(construct, (*COMMON, *fields), places=True), compose, shows)
