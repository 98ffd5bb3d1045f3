"""The log: a table to fill in by hand, a row for each time something is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Frame,
    Length,
    Paragraph,
    Row,
    Run,
    Space,
    Stack,
    Table,
    TableCell,
    TableRow,
    Track,
    WriteBoxes,
)
from handouts.layout.context import Context
from handouts.layout.kind.naming import NamesShape
from handouts.layout.length import LENGTH
from handouts.layout.sets import sets_of_dose
from handouts.layout.spec import COUNT, Spec, declare
from handouts.model.dose import Dose
from handouts.model.exercise import Pain
from handouts.model.naming import folded
from handouts.source.shape import YES_NO, Field, Line

COLUMNS = ("done", "date", "sets", "effort", "pain", "notes")
"""The columns that a log can have, in their order unless said."""

MOST_PAIN = 10
"""The end of both scales, of pain and of effort."""

_UNKNOWN_SETS = (4, 0)
"""Boxes for sets, where nobody has said how many there are."""

_MOST_IN_LINE = 5
"""Boxes side by side; more sets go on in another line."""

_BOX_GAP = 3.4


@dataclass(frozen=True, kw_only=True)
class LogSpec(Spec):
    """Rows to fill in: ``rows`` of them; with ``grow``, more as long as there is room."""

    columns: tuple[str, ...] = COLUMNS
    rows: int = 5
    grow: bool = False
    row_height: Length = "log-row"
    head_style: str = "log-head"
    note_style: str = "log-note"
    scale_style: str = "log-scale"


def compose_log(spec: LogSpec, context: Context) -> Block:
    """Compose heads that say what each column is for, and empty rows that are all alike."""
    cells = tuple(TableCell(_MAKERS[name](spec, context)) for name in spec.columns)
    row = TableRow(cells, line="rule")
    return Table(
        rows=(_head(spec, context), *[row] * spec.rows),
        tracks=tuple(_track(name) for name in spec.columns),
        gap="log-gap",
        padding="log-padding",
        row_height=spec.row_height,
        grow=spec.grow,
        name=spec.name,
    )


def _track(column: str) -> Track:
    match column:
        case "done":
            return Track("content")
        case "notes":
            return Track("share")
        case _:
            return Track("points", f"log-{column}")


def _head(spec: LogSpec, context: Context) -> TableRow:
    return TableRow(
        tuple(
            TableCell(_column_head(spec, name, context), head="Column", align="bottom")
            for name in spec.columns
        ),
        keep=True,
    )


def _column_head(spec: LogSpec, column: str, context: Context) -> Block:
    """Compose what a column is for, over how it is filled in."""
    keys = _HEADS[column]
    styles = (spec.head_style, spec.note_style)
    said = zip(keys, styles, strict=False)
    return Stack(blocks=tuple(_text(context.labels[key], style) for key, style in said))


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=(Run(text),), style=style, role=None)


def _blank(spec: LogSpec, context: Context) -> Block:
    return Space(height=0.0)


def _tick(spec: LogSpec, context: Context) -> Block:
    return WriteBoxes(count=1, width="log-tick", height="log-tick")


def _sets(spec: LogSpec, context: Context) -> Block:
    """Compose a box for each set of the dose that is meant; those that may be left out are dashed.

    They share the column evenly, so that few of them are no wider than four.
    """
    count, optional = _counted(spec, context)
    lines = -(-count // _MOST_IN_LINE)
    columns = -(-count // lines)
    box = "log-box" if columns < _MOST_IN_LINE else "log-box-narrow"
    return WriteBoxes(
        count=count,
        optional=optional,
        columns=columns,
        width=box,
        height="log-box-height",
        gap=_BOX_GAP,
    )


def _counted(spec: LogSpec, context: Context) -> tuple[int, int]:
    dose = next((found for path in spec.of for found in _doses(context.value(path), context)), None)
    if dose is None or not (dose.sets or dose.reps or dose.hold or dose.time):
        return _UNKNOWN_SETS
    return sets_of_dose(dose)


def _doses(value: object, context: Context) -> Iterator[Dose]:
    """Give a dose as it is; of several goals, that of the client's, or the only one."""
    if isinstance(value, Dose):
        yield value
    elif isinstance(value, tuple):
        chosen = folded(context.value("client.goal") or "")
        yield from (dose for goal, dose in value if len(value) == 1 or folded(goal) == chosen)


def _effort(spec: LogSpec, context: Context) -> Block:
    return _scale(spec, frozenset())


def _pain(spec: LogSpec, context: Context) -> Block:
    """Compose the scale of pain, a bar before each number where something else is to be done."""
    pain: Pain | None = context.value("pain")
    limits = (pain.ease_off, pain.stop) if pain else ()
    return _scale(spec, frozenset(limit + 1 for limit in limits if limit is not None))


def _scale(spec: LogSpec, bars: frozenset[int]) -> Block:
    """Compose numbers to circle, with bars before some of them."""
    numbers = [_number(spec, number, number in bars) for number in range(MOST_PAIN + 1)]
    tracks = (*[Track("points", "log-pitch")] * MOST_PAIN, Track("share"))
    return Row(blocks=tuple(numbers), tracks=tracks)


def _number(spec: LogSpec, number: int, barred: bool) -> Block:
    said = _text(str(number), spec.scale_style)
    if not barred:
        return said
    return Frame(block=said, line="log-bar", sides=frozenset({"start"}))


_MAKERS: Mapping[str, Callable[[LogSpec, Context], Block]] = {
    "done": _tick,
    "date": _blank,
    "sets": _sets,
    "effort": _effort,
    "pain": _pain,
    "notes": _blank,
}

_HEADS: Mapping[str, tuple[str, ...]] = {
    "done": ("done",),
    "date": ("date",),
    "sets": ("each-set", "each-set-note"),
    "effort": ("effort", "effort-ends"),
    "pain": ("worst-pain", "pain-ends"),
    "notes": ("my-notes",),
}

KINDS = (
    declare(
        "log",
        "A table to fill in: a row for each time, with boxes for sets and numbers to circle.",
        LogSpec,
        compose_log,
        Field("columns", NamesShape(COLUMNS), "Its columns, in their order."),
        Field("rows", COUNT, "How many rows there are."),
        Field("grow", YES_NO, "Whether there are more rows, as long as the page has room."),
        Field("row-height", LENGTH, "How high a row is."),
        Field("head-style", Line(), "The style of the columns' heads."),
        Field("note-style", Line(), "The style of what is said under a head."),
        Field("scale-style", Line(), "The style of the numbers to circle."),
        shows="doses",
    ),
)
