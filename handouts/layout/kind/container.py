"""Blocks that hold blocks: stacks, rows, wraps, frames and sections."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal

from handouts.dataclass import dataclass
from handouts.layout.block import (
    NO_EDGES,
    Block,
    Columns,
    Edges,
    Frame,
    Length,
    Measure,
    PageBreak,
    Paragraph,
    Row,
    Run,
    Space,
    Stack,
    Track,
    VerticalAlign,
    Wrap,
)
from handouts.layout.context import Context, Several
from handouts.layout.kind.cues import ListSpec
from handouts.layout.length import EDGES, LENGTH, TRACK
from handouts.layout.spec import COUNT, Container, Spec, declare
from handouts.source.shape import YES_NO, Field, Line, ListOf, Named, Shape, words


def _any_block() -> Shape[Spec]:
    from handouts.layout.declare import BLOCK

    return BLOCK


BLOCKS = ListOf(Named("block", _any_block))
"""A list of blocks of any kind; a kind that holds blocks is declared before all kinds are known."""


_HELD = Field("blocks", BLOCKS, "The blocks within, in reading order.", required=True)
_GAP = Field("gap", LENGTH, "Space between the blocks.", example="12")


@dataclass(frozen=True, kw_only=True)
class Flowing(Container):
    """Blocks that may go on from page to page, and where pages break in them and around them."""

    gap: Length = 0.0
    together: bool = False
    break_before: Literal["page", "avoid"] | None = None
    break_after: Literal["avoid"] | None = None


@dataclass(frozen=True, kw_only=True)
class StackSpec(Flowing):
    """Blocks below one another."""

    width: Length | None = None


@dataclass(frozen=True, kw_only=True)
class RowSpec(Container):
    """Blocks side by side."""

    tracks: tuple[Track, ...] = ()
    gap: Length = 0.0
    align: VerticalAlign = "top"
    absent: Literal["keep", "give"] = "keep"


@dataclass(frozen=True, kw_only=True)
class WrapSpec(Container):
    """Blocks side by side, going on in new lines."""

    gap: Length = 0.0
    line_gap: Length = 0.0


@dataclass(frozen=True, kw_only=True)
class ColumnsSpec(Container):
    """Blocks flowing down one column after the other."""

    count: int = 2
    width: Length = 100.0
    gap: Length = 0.0
    column_gap: Length = 20.0


@dataclass(frozen=True, kw_only=True)
class FrameSpec(Container):
    """Blocks with space, a line and a ground round them."""

    gap: Length = 0.0
    padding: Edges = NO_EDGES
    line: Length = 0.0
    colour: str = "ink"
    fill: str | None = None
    sides: tuple[str, ...] = ("top", "end", "bottom", "start")


@dataclass(frozen=True, kw_only=True)
class SectionSpec(Flowing):
    """A heading under a rule, and what it heads. The heading is a label, or a text of its own."""

    label: str | None = None
    text: str = ""
    style: str = "section"
    line: Length = "section-line"
    continued_label: str | None = None


@dataclass(frozen=True, kw_only=True)
class EachSpec(Flowing):
    """Blocks that stand once for each part of the data: each week, each item of a gathering."""

    reverse: bool = False
    continued: tuple[Spec, ...] = ()

    @property
    def inner(self) -> tuple[Spec, ...]:
        """The blocks it repeats, and those that head what goes on to another page."""
        return (*self.blocks, *self.continued)


@dataclass(frozen=True, kw_only=True)
class SpaceSpec(Spec):
    """Empty height."""

    height: Length


def compose_stack(spec: StackSpec, context: Context) -> Block | None:
    """Compose what is there of a stack; nothing if nothing is."""
    blocks = context.compose_all(spec.blocks)
    if not blocks:
        return None
    stack = _flowing(spec, blocks, spec.gap, name=spec.name)
    return _on_page(spec, stack if spec.width is None else Measure(block=stack, width=spec.width))


def _flowing(spec: Flowing, blocks: tuple[Block, ...], gap: Length, **values: Any) -> Stack:
    """Compose a stack that breaks over pages as its specification says."""
    leads, trails = spec.break_after == "avoid", spec.break_before == "avoid"
    together = spec.together
    return Stack(blocks=blocks, gap=gap, together=together, leads=leads, trails=trails, **values)


def _on_page(spec: Flowing, block: Block) -> Block:
    """Begin a page with a block where its specification says so."""
    return Several(blocks=(PageBreak(), block)) if spec.break_before == "page" else block


def compose_row(spec: RowSpec, context: Context) -> Block | None:
    """Compose a row; blocks that are absent keep their track or give it away."""
    composed = [context.compose_one(inner) for inner in spec.blocks]
    if not any(composed):
        return None
    keep = spec.absent == "keep"
    cells = [
        (block or Space(height=0.0), track)
        for block, track in zip(composed, spec.tracks, strict=True)
        if block or keep
    ]
    return Row(
        blocks=tuple(block for block, _ in cells),
        tracks=tuple(track for _, track in cells),
        gap=spec.gap,
        align=spec.align,
        keep=keep,
        name=spec.name,
    )


def compose_wrap(spec: WrapSpec, context: Context) -> Block | None:
    """Compose what is there of a wrap."""
    blocks = context.compose_all(spec.blocks)
    return (
        Wrap(blocks=blocks, gap=spec.gap, line_gap=spec.line_gap, name=spec.name)
        if blocks
        else None
    )


def compose_columns(spec: ColumnsSpec, context: Context) -> Block | None:
    """Compose what is there, to flow down columns. A list alone is what flows, item by item."""
    if len(spec.blocks) == 1 and isinstance(spec.blocks[0], ListSpec):
        items = replace(spec.blocks[0], columns=spec.count, column_gap=spec.column_gap)
        listed = context.compose_one(items)
        return listed and Stack(blocks=(listed,), name=spec.name)
    blocks = context.compose_all(spec.blocks)
    if not blocks:
        return None
    return Columns(
        blocks=blocks,
        measure=spec.width,
        most=spec.count,
        gap=spec.gap,
        column_gap=spec.column_gap,
        name=spec.name,
    )


def compose_frame(spec: FrameSpec, context: Context) -> Block | None:
    """Compose a frame round what is there."""
    blocks = context.compose_all(spec.blocks)
    if not blocks:
        return None
    return Frame(
        block=Stack(blocks=blocks, gap=spec.gap),
        padding=spec.padding,
        line=spec.line,
        colour=spec.colour,
        fill=spec.fill,
        sides=frozenset(spec.sides),
        name=spec.name,
    )


def compose_section(spec: SectionSpec, context: Context) -> Block | None:
    """Compose a section; without content there is no heading either."""
    blocks = context.compose_all(spec.blocks)
    if not blocks:
        return None
    title = context.labels[spec.label] if spec.label else spec.text
    heading = Paragraph(runs=(Run(title),), style=spec.style, role="H2")
    again = None
    if spec.continued_label:
        said = context.labels[spec.continued_label].format(heading=title)
        again = Paragraph(runs=(Run(said),), style=spec.style)
    held = (heading, Stack(blocks=blocks, gap=spec.gap))
    stack = _flowing(spec, held, "heading-gap", role="Sect", name=spec.name, continued=again)
    space, sides = Edges(top="heading-gap"), frozenset({"top"})
    framed = Frame(block=stack, line=spec.line, padding=space, sides=sides, name=spec.name)
    return _on_page(spec, framed)


_ONE_OF = {
    "schedule.weeks": "week",
    "week.sessions": "session",
    "alike": "together",
    "rungs": "rung",
    "neighbours": "rung",
}
"""What a part is called where a block stands for each of them."""


def compose_each(spec: EachSpec, context: Context) -> Block | None:
    """Compose the blocks for each part of the data, as if they had been written so many times."""
    stacks: list[Block] = []
    for path in spec.of:
        parts = context.value(path) or ()
        for part in reversed(parts) if spec.reverse else parts:
            inner = _about(path, part, context)
            blocks = inner.compose_all(spec.blocks)
            if not blocks:
                continue
            continued = inner.compose_all(spec.continued)
            head = Stack(blocks=continued) if continued else None
            stack = _flowing(spec, blocks, spec.gap, continued=head, role="Sect")
            stacks += [PageBreak(), stack] if spec.break_before == "page" else [stack]
    return Several(blocks=tuple(stacks)) if stacks else None


def _about(path: str, part: Any, context: Context) -> Context:
    """Give the context of a part: a gathered item has a sheet of its own."""
    if path == "items":
        return replace(context, sheet=part)
    return context.about(_ONE_OF[path], part)


def compose_space(spec: SpaceSpec, context: Context) -> Block:
    """Compose empty height."""
    return Space(height=spec.height)


def compose_page_break(spec: Spec, context: Context) -> Block:
    """Compose a page break."""
    return PageBreak()


_BREAKS = (
    Field("together", YES_NO, "Keep it on one page, if a page holds it."),
    Field(
        "break before",
        words("page", "avoid"),
        "Whether it begins a new page, or stays on the page of what comes before it.",
    ),
    Field("break after", words("avoid"), "Whether it stays on the page of what follows it."),
)
_ALIGN = words("top", "middle", "bottom")
_SIDES = ListOf(words("top", "end", "bottom", "start"))

KINDS = (
    declare(
        "stack",
        "Blocks below one another.",
        StackSpec,
        compose_stack,
        _HELD,
        _GAP,
        *_BREAKS,
        Field("width", LENGTH, "The widest it gets."),
    ),
    declare(
        "row",
        "Blocks side by side, each on its track.",
        RowSpec,
        compose_row,
        _HELD,
        Field(
            "tracks", ListOf(TRACK), "A width for each block: 1fr, auto or a length.", required=True
        ),
        _GAP,
        Field("align", _ALIGN, "How the blocks stand in the row's height."),
        Field(
            "absent",
            words("keep", "give"),
            "Whether an absent block keeps its track or gives it away.",
        ),
    ),
    declare(
        "wrap",
        "Blocks side by side at their own widths, going on in new lines.",
        WrapSpec,
        compose_wrap,
        _HELD,
        _GAP,
        Field("line-gap", LENGTH, "Space between the lines."),
    ),
    declare(
        "columns",
        "Blocks that flow down columns of like height, one after the other.",
        ColumnsSpec,
        compose_columns,
        _HELD,
        Field("count", COUNT, "How many columns there are."),
        Field("width", LENGTH, "The narrowest a column gets: there are fewer on a narrow page."),
        _GAP,
        Field("column-gap", LENGTH, "Space between the columns."),
    ),
    declare(
        "frame",
        "Blocks with space, a line and a ground round them.",
        FrameSpec,
        compose_frame,
        _HELD,
        _GAP,
        Field("padding", EDGES, "Space inside the line.", example="9 10"),
        Field("line", LENGTH, "The line's thickness."),
        Field("colour", Line(), "The line's colour, a token."),
        Field("fill", Line(), "The ground's colour, a token."),
        Field("sides", _SIDES, "The sides that have the line."),
    ),
    declare(
        "section",
        "A heading under a rule, and what it heads.",
        SectionSpec,
        compose_section,
        _HELD,
        Field("label", Line(), "The label that is its heading."),
        Field("text", Line(), "Its heading in words of your own, where it is no label."),
        _GAP,
        Field("style", Line(), "The heading's style."),
        Field("line", LENGTH, "The rule's thickness."),
        Field("continued-label", Line(), "The label that heads the rest of it on another page."),
        *_BREAKS,
    ),
    declare(
        "each",
        "Its blocks, once for each week, session, rung of a ladder, or exercise of a home sheet.",
        EachSpec,
        compose_each,
        _HELD,
        _GAP,
        *_BREAKS,
        Field("reverse", YES_NO, "The last one first."),
        Field("continued", BLOCKS, "What heads the rest, where it goes on to another page."),
        shows="parts",
    ),
    declare(
        "space",
        "Empty height.",
        SpaceSpec,
        compose_space,
        Field("height", LENGTH, "How high.", required=True),
    ),
    declare("page break", "What follows begins a new page.", Spec, compose_page_break),
)
