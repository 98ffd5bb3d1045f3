"""The layout language, said once: what a layout file may hold, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from handouts.dataclass import dataclass
from handouts.layout.kind import KINDS
from handouts.layout.kind.container import BLOCKS
from handouts.layout.length import EDGES, POINTS_ONLY, TOKEN
from handouts.layout.n_up import CELLS, SHEET, SheetSource
from handouts.layout.parameter import KEY, PARAMETERS, Parameter
from handouts.layout.spec import Spec
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Node, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    YES_NO,
    Field,
    Line,
    ListOf,
    Located,
    MappingOf,
    OneOrList,
    Parsed,
    Prose,
    Record,
    Schema,
    Unreadable,
    did_you_mean,
    words,
    wrong_kind,
)

_MEANT = {
    "figure": "pictures",
    "picture": "pictures",
    "image": "pictures",
    "list": "bullets",
    "paragraph": "text",
    "lines to write on": "lines",
    "table": "doses, or session table",
    "week table": "session table",
    "ladder": "each with of: rungs, and a rail beside them",
}
"""Other words for what blocks do, with the kinds that do it."""


@dataclass(frozen=True, slots=True)
class BlockShape:
    """A block: the word after ``block:`` says which properties it has."""

    def read(self, node: Node, problems: list[Problem], name: str = "this") -> Spec | None:
        """Read a block by its kind's declaration."""
        if not isinstance(node, MappingNode):
            problems.append(wrong_kind(node, name, "keys with values"))
            return None
        word = next((value for key, value in node.entries if key.value == "block"), None)
        if not isinstance(word, Text):
            hint = f"write block: and one of {', '.join(KINDS)}"
            problems.append(Problem("missing-key", "this block has no kind", node.place, hint))
            return None
        kind = KINDS.get(word.value)
        if kind is None:
            meant = _MEANT.get(word.value.lower())
            near = f"write {meant}" if meant else did_you_mean(word.value, KINDS)
            hint = near or f"the kinds are {', '.join(KINDS)}"
            problems.append(
                Problem("unknown-block", f"no block is called {word.value}", word.place, hint)
            )
            return None
        return kind.record.read(node, problems, name)

    def schema(self, definitions: dict[str, Schema]) -> Schema:
        """Give each kind's properties where its word is written."""
        return {
            "type": "object",
            "required": ["block"],
            "properties": {"block": {"enum": list(KINDS)}},
            "allOf": [
                {
                    "if": {"properties": {"block": {"const": kind.word}}},
                    "then": {"description": kind.doc, **kind.record.schema(definitions)},
                }
                for kind in KINDS.values()
            ],
        }


BLOCK = BlockShape()


class Said(str):
    """A name of the writer's own, and the place where it stands."""

    place: Place


def _said(text: str, place: Place) -> Said:
    said = Said(text)
    said.place = place
    return said


NAME = Located(Line(80), _said)
"""A name of a token, a style, a block."""

PRIORITY = "priority "
"""What a step of fitting writes before a number, to leave out all blocks of a priority."""


@dataclass(frozen=True, kw_only=True)
class StyleSource:
    """A style as written: what is not given comes from the style of that name further up."""

    size: float | None = None
    leading: float | None = None
    weight: int | None = None
    italic: bool | None = None
    colour: str | None = None
    tracking: float | None = None
    align: str | None = None
    balance: bool | None = None
    tabular: bool | None = None
    use: str | None = None
    emphasis: str | None = None
    places: Mapping[str, Place] = field(default_factory=dict)

    def given(self) -> dict[str, Any]:
        """Give what was written."""
        values = {
            name: getattr(self, name) for name in self.__dataclass_fields__ if name != "places"
        }
        return {name: value for name, value in values.items() if value is not None}


@dataclass(frozen=True, kw_only=True)
class StepSource:
    """A fit step as written."""

    tokens: tuple[tuple[Said, float], ...] = ()
    styles: tuple[tuple[Said, StyleSource], ...] = ()
    leave_out: tuple[Said, ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)


PAPERS = {
    "letter": (612.0, 792.0),
    "a4": (595.28, 841.89),
    "tabloid": (792.0, 1224.0),
    "a3": (841.89, 1190.55),
}
"""Paper sizes in points, upright."""


@dataclass(frozen=True, kw_only=True)
class PaperSource:
    """A paper's size, margins and tokens as written; on its side when ``turned``."""

    size: str | None = None
    turned: bool = False
    margins: Any = None
    tokens: tuple[tuple[str, Any], ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class TypeSource:
    """The floors under which type never goes, in points."""

    floor: float = 9.5
    labels: float = 8.6


@dataclass(frozen=True, kw_only=True)
class LayoutSource:
    """A layout file as written, its ``extends`` chain already merged."""

    layout: str
    kind: str | None = None
    default: bool = False
    about: str = ""
    extends: str | None = None
    pages: PagesSource | None = None
    each: Literal["week", "session"] | None = None
    gather: Literal["items"] | None = None
    title: str | None = None
    parts: tuple[str, ...] = ()
    cards: str | None = None
    also: tuple[str, ...] = ()
    paper: tuple[tuple[Said, PaperSource], ...] = ()
    n_up: Literal["2", "4", "8"] | None = None
    sheet: SheetSource = SheetSource()
    type: TypeSource = TypeSource()
    tokens: tuple[tuple[str, Any], ...] = ()
    styles: tuple[tuple[str, StyleSource], ...] = ()
    header: tuple[Spec, ...] = ()
    running_header: tuple[Spec, ...] = ()
    body: tuple[Spec, ...] = ()
    footer: tuple[Spec, ...] = ()
    running_footer: tuple[Spec, ...] = ()
    always: tuple[Spec, ...] = ()
    fit: tuple[StepSource, ...] = ()
    stretch: tuple[tuple[Said, float], ...] = ()
    parameters: tuple[tuple[str, Parameter], ...] = ()
    places: Mapping[str, Place] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PagesSource:
    """How many pages a sheet may have, ``None`` for any number; and how many it had rather."""

    most: int | None
    rather: int | None = None


_PAGES = re.compile(
    r"(?:(?P<rather>\d{1,3}), else )?(?:(?P<any>any)|(?:exactly|at most) (?P<most>\d{1,3}))"
)


def parse_pages(text: str) -> PagesSource:
    """Read ``exactly 1``, ``at most 2``, ``any``, or ``1, else at most 2``."""
    match = _PAGES.fullmatch(text)
    if not match or "0" in (match["most"], match["rather"]):
        hint = "write exactly 1, at most 2, any, or 1, else any"
        raise Unreadable(f"is no number of pages: {text}", hint)
    most, rather = match["most"], match["rather"]
    return PagesSource(int(most) if most else None, int(rather) if rather else None)


def parse_percent(text: str) -> float:
    """Read tracking as a part of the type size: ``-1.5%``."""
    match = re.fullmatch(r"(-?\d{1,2}(?:\.\d{1,2})?)%", text)
    if not match:
        raise Unreadable(f"is no percentage: {text}", "write -1.5%")
    return float(match[1]) / 100


def _parse_weight(text: str) -> int:
    if not re.fullmatch(r"[1-9]00", text):
        raise Unreadable(f"is no weight: {text}", "write 400, 500, 600 or 700")
    return int(text)


STYLE: Record[StyleSource] = Record(
    StyleSource,
    (
        Field("size", POINTS_ONLY, "Type size."),
        Field("leading", POINTS_ONLY, "From one baseline to the next."),
        Field("weight", Parsed(_parse_weight, r"^[1-9]00$", ("400", "700")), "100 to 900."),
        Field("italic", YES_NO, "Slanted."),
        Field("colour", Line(), "A token that is a colour."),
        Field(
            "tracking", Parsed(parse_percent, r"^-?[\d.]+%$", ("-1.5%",)), "Space between letters."
        ),
        Field("align", words("start", "centre", "end"), "Where lines stand."),
        Field("balance", YES_NO, "Lines of like length, for titles."),
        Field("tabular", YES_NO, "Figures of one width."),
        Field("use", words("body", "note", "label"), "Which floor holds for its size."),
        Field("emphasis", words("italic", "bold"), "How words between single stars are set."),
    ),
    places=True,
)
"""How type is set."""

_STEP: Record[StepSource] = Record(
    StepSource,
    (
        Field("tokens", MappingOf(POINTS_ONLY, NAME), "Tokens and what they become."),
        Field("styles", MappingOf(STYLE, NAME), "Styles and what changes in them."),
        Field("leave out", OneOrList(NAME), "Names of blocks, or “priority 1”."),
    ),
    places=True,
)

_PAPER: Record[PaperSource] = Record(
    PaperSource,
    (
        Field("size", words(*PAPERS), "The size, where another one stands in for this paper."),
        Field("turned", YES_NO, "On its side."),
        Field("margins", EDGES, "Top, end, bottom and start.", example="28 36 24 36"),
        Field("tokens", MappingOf(TOKEN), "Tokens that differ on this paper."),
    ),
    places=True,
)

TYPE: Record[TypeSource] = Record(
    TypeSource,
    (
        Field("floor", POINTS_ONLY, "No text is smaller, in points."),
        Field("labels", POINTS_ONLY, "No label or footer is smaller, in points."),
    ),
    instead={
        word: "the size itself is a style’s: styles: {body: {size: 12, leading: 16}}"
        for word in ("body", "size")
    },
)


def _layout(**values: Any) -> LayoutSource:
    return LayoutSource(
        **{("kind" if key == "for" else key): value for key, value in values.items()}
    )


LAYOUT: Record[LayoutSource] = Record(
    _layout,
    (
        Field("layout", Line(), "The layout's name.", required=True, example="card"),
        Field(
            "for",
            words("exercise", "program", "ladder", "home"),
            "The kind of data it lays out, of which home is a program without weeks, or exercises "
            "put together; none in a layout to extend.",
        ),
        Field("default", YES_NO, "Whether it is built when no layout is named."),
        Field("about", Prose(), "What it is for, in a sentence."),
        Field("extends", Line(), "The layout whose values hold where this one says nothing."),
        Field(KEY, PARAMETERS, "What whoever prints it may choose; $name stands for its value."),
        Field(
            "pages",
            Parsed(
                parse_pages,
                r"^(\d+, else )?(any|(exactly|at most) \d+)$",
                ("exactly 1", "1, else any"),
            ),
            "How many.",
        ),
        Field("each", words("week", "session"), "Begins anew for every week, or every session."),
        Field("gather", words("items"), "Sets all items that are asked for in one file."),
        Field("title", Line(), "The label that a file with gathered items has for a title."),
        Field(
            "parts", ListOf(Line()), "Layouts that follow one another in a file, this one's own."
        ),
        Field(
            "cards", Line(), "The layout of the cards that follow, where a program asks for them."
        ),
        Field(
            "also",
            ListOf(Line()),
            "Layouts that print other kinds of data, where this one is asked for by its name.",
        ),
        Field(
            "paper",
            MappingOf(_PAPER, NAME),
            "What holds on letter and on a4 alone: the size, margins, tokens.",
        ),
        Field("n-up", CELLS, "How many cells stand on a side of the sheet, each a page by itself."),
        Field("sheet", SHEET, "How those cells stand on the sheet."),
        Field("type", TYPE, "The floors under which type never goes."),
        Field("tokens", MappingOf(TOKEN), "Colours and lengths by name."),
        Field("styles", MappingOf(STYLE), "How type is set, by name."),
        Field("header", BLOCKS, "What stands at the head of the first page."),
        Field("running header", BLOCKS, "What stands at the head of later pages."),
        Field("body", BLOCKS, "The sheet itself."),
        Field("footer", BLOCKS, "What stands at the foot of the first page, or of every page."),
        Field("running footer", BLOCKS, "What stands at the foot of later pages."),
        Field("always", BLOCKS, "Blocks that are added where a layout forgets them."),
        Field("fit", OneOrList(_STEP), "How a page is made to fit, step by step."),
        Field(
            "stretch",
            MappingOf(POINTS_ONLY, NAME),
            "Tokens that grow when there is height to spare.",
        ),
    ),
    places=True,
    instead={
        "page": "margins are a paper’s: paper: {letter: {margins: 28 36}, a4: {margins: 34 32}}; "
        "cells are n-up: and sheet:, columns a block",
        "margins": "a paper has them: paper: {letter: {margins: 28 36}, a4: {margins: 34 32}}",
        "columns": "columns are a block in the body: {block: columns, blocks: [...]}",
        "cut marks": "they are the sheet’s: sheet: {cut marks: no}",
    },
)
"""A layout file."""
