"""Boxes to tick by day: what was done on which day of a week, and how often it is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Length,
    Paragraph,
    Run,
    Stack,
    Table,
    TableCell,
    TableRow,
    Track,
    WriteBoxes,
)
from handouts.layout.context import Context
from handouts.layout.dose_text import how_often
from handouts.layout.kind.pieces import centred, labelled, write_line
from handouts.layout.length import LENGTH
from handouts.layout.sets import times_a_day
from handouts.layout.spec import COUNT, Spec, declare
from handouts.model.dose import Dose
from handouts.model.program.schedule import Day
from handouts.source.shape import Field, Line


@dataclass(frozen=True, kw_only=True)
class DayBoxesSpec(Spec):
    """Boxes for every day of some weeks, over them how often they are to be ticked."""

    box: Length = "day-box"
    weeks: int = 1
    style: str = "often"
    day_style: str = "day"


def compose_day_boxes(spec: DayBoxesSpec, context: Context) -> Block:
    """Compose how often something is done, or a line to write that on, over the days' boxes."""
    doses = (found for path in spec.of if isinstance(found := context.value(path), Dose))
    dose = next(doses, Dose())
    table = Table(
        rows=(_head(spec, context), *_rows(spec, dose, context)),
        tracks=(*_week_track(spec), *[Track("share")] * len(context.labels.week)),
        gap="day-gap",
        padding="day-padding",
    )
    return Stack(blocks=(_often(spec, dose, context), table), gap="day-gap", name=spec.name)


def _often(spec: DayBoxesSpec, dose: Dose, context: Context) -> Block:
    if said := how_often(dose, context.labels):
        return _text(said, spec.style)
    return labelled("days-a-week", spec.style, write_line(11.0), Track("share"), context.labels)


def _head(spec: DayBoxesSpec, context: Context) -> TableRow:
    """Compose the days' names, over a column for the weeks' numbers where there are several."""
    names = [context.labels["week"]] if spec.weeks > 1 else []
    names += [context.labels.short_day(number) for number in context.labels.week]
    cells = [TableCell(_text(name, spec.day_style), head="Column") for name in names]
    return TableRow(tuple(cells), line="none")


def _rows(spec: DayBoxesSpec, dose: Dose, context: Context) -> Iterator[TableRow]:
    """Compose the boxes, a line for each time of the day; some days may have none."""
    days: Sequence[Day] = context.value("prescription.days") or ()
    every = context.labels.week
    wanted = {day.number for day in days if day.named} or set(every)
    times, optional = times_a_day(dose)
    for week in range(1, spec.weeks + 1):
        for time in range(times):
            cells = [_cell(spec, number in wanted, time >= times - optional) for number in every]
            if spec.weeks > 1:
                name = "" if time else str(week)
                cells.insert(0, TableCell(_text(name, spec.day_style), head="Row"))
            yield TableRow(tuple(cells), line="none")


def _cell(spec: DayBoxesSpec, wanted: bool, optional: bool) -> TableCell:
    if not wanted:
        return TableCell(_text("–", spec.day_style))
    box = WriteBoxes(count=1, optional=int(optional), width=spec.box, height=spec.box)
    return TableCell(centred(box))


def _week_track(spec: DayBoxesSpec) -> tuple[Track, ...]:
    return (Track("content"),) if spec.weeks > 1 else ()


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=(Run(text),), style=style, role=None)


KINDS = (
    declare(
        "day boxes",
        "How often something is done, and boxes to tick for every day of the week.",
        DayBoxesSpec,
        compose_day_boxes,
        Field("box", LENGTH, "How large a box is."),
        Field("weeks", COUNT, "For how many weeks."),
        Field("style", Line(), "The style of how often."),
        Field("day-style", Line(), "The style of the days' names."),
    ),
)
