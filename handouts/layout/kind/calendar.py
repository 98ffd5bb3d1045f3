"""Weeks side by side: the calendar with its chart, and the page for progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, groupby
from math import ceil

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Bar,
    Block,
    Edges,
    Frame,
    Length,
    Paragraph,
    Row,
    Rule,
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
from handouts.layout.inline import runs
from handouts.layout.kind.items import Item, items_of
from handouts.layout.kind.pieces import between, centred, write_line
from handouts.layout.kind.text import ChipsSpec, chips
from handouts.layout.kind.thumbnail import thumbnail
from handouts.layout.labels import Labels
from handouts.layout.length import LENGTH
from handouts.layout.quantity_text import number_in_print, with_unit
from handouts.layout.spec import COUNT, Spec, declare
from handouts.model.program.schedule import Count, Schedule, Totals, Week
from handouts.source.shape import Field, Line, ListOf, words

ROWS = ("phases", "volume", "week", "doses", "exercises", "sessions", "pain")
"""The rows that a calendar can have: ``doses`` where a program has one exercise alone."""

LINED = 3
"""Weeks from which a line shows how long something goes on."""

NARROW = 9
"""Fewer weeks have wide columns, and bars that take less of them."""

MOST_ROWS = 4
"""Sessions of a week that have boxes with room for a date; more have a small one each."""

BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a line may break."""

_METRES_IN_KILOMETRE = 1000


@dataclass(frozen=True, kw_only=True)
class CalendarSpec(Spec):
    """Weeks in columns, ``across`` of them at most; more go on in another table."""

    rows: tuple[str, ...] = ("phases", "volume", "week", "doses", "sessions", "pain")
    across: int = 13
    bars: Length = "calendar-bars"
    box_height: Length = "calendar-box"
    picture: Length | None = None


@dataclass(frozen=True, kw_only=True)
class TrackerSpec(Spec):
    """Weeks in rows, and a column for each thing that is kept track of."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What the bars show: a total of each week, and the label of its unit."""

    label: str
    of: Callable[[Totals], Count]
    unit: str = ""


def compose_calendar(spec: CalendarSpec, context: Context) -> Block | None:
    """Compose the calendar; a program without weeks has none.

    One that lists the exercises may be longer than a page, and begins where it stands.
    """
    schedule = _schedule(context)
    if schedule is None:
        return None
    together = "exercises" not in spec.rows
    tables = [
        Stack(blocks=(_table(spec, context, weeks, schedule),), together=together)
        for weeks in _evenly(schedule.weeks, spec.across)
    ]
    return Stack(blocks=tuple(tables), gap="section-gap", name=spec.name)


def _schedule(context: Context) -> Schedule | None:
    schedule: Schedule | None = context.value("schedule")
    return schedule if schedule and schedule.length else None


def _evenly(weeks: Sequence[Week], across: int) -> Iterator[Sequence[Week]]:
    """Cut weeks into as few runs as will do, all of about one length."""
    count = ceil(len(weeks) / across)
    size = ceil(len(weeks) / count) if count else 1
    for first in range(0, len(weeks), size):
        yield weeks[first : first + size]


def _table(
    spec: CalendarSpec, context: Context, weeks: Sequence[Week], schedule: Schedule
) -> Block:
    makers: Mapping[str, Callable[[], Iterator[TableRow]]] = {
        "phases": lambda: _phases(context, weeks),
        "volume": lambda: _volume(spec, context, weeks, schedule),
        "week": lambda: _weeks(context, weeks),
        "doses": lambda: _doses(context, weeks, schedule),
        "exercises": lambda: _exercises(spec, context, weeks, schedule),
        "sessions": lambda: _sessions(spec, context, weeks),
        "pain": lambda: _pain(context, weeks),
    }
    rows = [list(makers[name]()) for name in spec.rows]
    above = spec.rows.index("week") + 1 if "week" in spec.rows else 0
    return Table(
        rows=tuple(chain.from_iterable(rows)),
        tracks=(Track("points", "calendar-label"), *(Track("share") for _ in weeks)),
        heads=sum(map(len, rows[:above])),
        gap=6.0,
        padding="calendar-padding",
    )


def _phases(context: Context, weeks: Sequence[Week]) -> Iterator[TableRow]:
    """Compose the phases over their weeks; phases that overlap stand on lines of their own."""
    for lane in _lanes(weeks):
        cells = [TableCell(_empty())]
        for phase, run in groupby(lane):
            span = len(list(run))
            cells.append(TableCell(_phase(phase) if phase else _empty(), span=span))
        yield TableRow(tuple(cells), line="none", keep=True)


def _lanes(weeks: Sequence[Week]) -> list[list[str | None]]:
    """Give each phase the first line that is free for as long as it lasts."""
    lanes: list[list[str | None]] = []
    for phase in dict.fromkeys(phase for week in weeks for phase in week.phases):
        during = [phase in week.phases for week in weeks]
        lane = next((lane for lane in lanes if not _meet(lane, during)), None)
        if lane is None:
            lane = [None] * len(weeks)
            lanes.append(lane)
        for index, there in enumerate(during):
            if there:
                lane[index] = phase
    return lanes


def _meet(lane: Sequence[str | None], during: Sequence[bool]) -> bool:
    return any(taken and there for taken, there in zip(lane, during, strict=True))


def _phase(name: str) -> Block:
    text = _text(name, "calendar-phase")
    return Frame(block=text, line=1.6, sides=frozenset({"bottom"}), padding=Edges(bottom=3.0))


def _volume(
    spec: CalendarSpec, context: Context, weeks: Sequence[Week], schedule: Schedule
) -> Iterator[TableRow]:
    """Compose a bar for each week, on one scale for the whole program."""
    measure = _measured(schedule.total)
    most = max((_most(measure.of(week.totals)) for week in schedule.weeks), default=Decimal(0))
    if not most:
        return
    labels = context.labels
    head = _two_lines(labels[measure.label], labels["each-week"])
    cells = [TableCell(head, head="Row", align="bottom")]
    breadth = 0.4 if len(weeks) < NARROW else 0.6
    for week in weeks:
        count = measure.of(week.totals)
        said = _counted(count, measure.unit, labels)
        bar = _bar(spec, count, most, said, breadth)
        cells.append(TableCell(bar, align="bottom"))
    yield TableRow(tuple(cells), line="ink", keep=True)


def _measured(total: Totals) -> _Measure:
    """Choose what the chart shows: reps, else time, else distance, else sets."""
    if total.reps.low or total.reps.high is None:
        return _Measure("total-reps", lambda totals: totals.reps)
    if total.minutes.low:
        return _Measure("total-minutes", lambda totals: totals.minutes)
    if total.metres.low:
        return _Measure("total-distance", _kilometres, "km")
    return _Measure("total-sets", lambda totals: totals.sets)


def _kilometres(totals: Totals) -> Count:
    high = totals.metres.high
    return Count(
        totals.metres.low / _METRES_IN_KILOMETRE,
        None if high is None else high / _METRES_IN_KILOMETRE,
    )


def _most(count: Count) -> Decimal:
    return count.low if count.high is None else count.high


def _bar(spec: CalendarSpec, count: Count, most: Decimal, said: str, breadth: float) -> Block:
    label = _text(said, "calendar-figure")
    return Bar(
        low=float(count.low / most),
        high=float(_most(count) / most),
        height=spec.bars,
        label=label,
        breadth=breadth,
    )


def _counted(count: Count, unit: str, labels: Labels) -> str:
    """Write a count: 90, 54–72, 30+. A range may go on in another line."""
    low = _number(count.low)
    if count.high is None:
        text = f"{low}+"
    else:
        text = low if count.high == count.low else f"{low}–{BREAK}{_number(count.high)}"
    return with_unit(number_in_print(text, labels), unit, labels)


def _number(value: Decimal) -> str:
    """Write a number to one decimal, without needless zeros."""
    return f"{value:.1f}".removesuffix(".0")


def _weeks(context: Context, weeks: Sequence[Week]) -> Iterator[TableRow]:
    """Compose the weeks' numbers, with the days they begin on."""
    labels = context.labels
    dated = any(week.start for week in weeks)
    head = _two_lines(labels["week"], labels["starting"] if dated else "")
    cells = [TableCell(head, head="Row")]
    for week in weeks:
        below = [_text(labels.date(week.start), "calendar-date")] if week.start else []
        if week.deload:
            below.append(_text(labels["deload"], "calendar-tag"))
        number = _text(str(week.number), "calendar-week")
        cells.append(TableCell(Stack(blocks=(number, *below)), head="Column", align="top"))
    yield TableRow(tuple(cells), line="rule")


def _doses(context: Context, weeks: Sequence[Week], schedule: Schedule) -> Iterator[TableRow]:
    """Compose what is done week by week, where it is one exercise throughout."""
    items = items_of(schedule, context)
    if len(items) == 1:
        head = _text(context.labels["sets-by-reps"], "calendar-label")
        yield _item_row(head, items[0], weeks)


def _exercises(
    spec: CalendarSpec, context: Context, weeks: Sequence[Week], schedule: Schedule
) -> Iterator[TableRow]:
    """Compose every exercise of every session, each in a row."""
    items = items_of(schedule, context)
    several = len({item.session for item in items}) > 1
    for session, group in groupby(items, lambda item: item.session):
        rows = list(group)
        if several and rows[0].title != session:
            name = TableCell(_text(session, "session-name"), span=len(weeks) + 1, head="Row")
            yield TableRow((name,), line="rule", keep=True)
        for item in rows:
            yield _item_row(_item_head(spec, context, item), item, weeks)


def _item_head(spec: CalendarSpec, context: Context, item: Item) -> Block:
    """Compose a name over what is always done, with a picture where there is room for pictures."""
    name: Block = _text(item.title, "task-name")
    if item.always:
        name = Stack(blocks=(name, _text(item.always, "calendar-always")))
    if spec.picture is None or item.task is None:
        return name
    picture = thumbnail(item.task, spec.picture, context)
    if picture is None:
        return name
    tracks = (Track("points", "chart-picture"), Track("share"))
    return Row(blocks=(picture, name), tracks=tracks, gap=8.0, align="middle")


def _item_row(head: Block, item: Item, weeks: Sequence[Week]) -> TableRow:
    """Compose one exercise over some weeks; weeks that are alike share a cell."""
    cells = [TableCell(head, head="Row")]
    for said, run in groupby(item.by_week.get(week.number, ()) for week in weeks):
        span = len(list(run))
        cells.append(TableCell(_dose(said, span), span=span))
    return TableRow(tuple(cells), line="rule")


def _dose(said: Sequence[str], span: int) -> Block:
    """Compose what is done; over several weeks, lines lead to both ends."""
    if not said:
        return _text("–", "calendar-none")
    dose = Stack(blocks=tuple(_text(line, "calendar-dose") for line in said))
    if span < LINED:
        return dose
    return between(Rule(thickness=0.6, colour="ink2"), dose, gap=8.0)


def _sessions(spec: CalendarSpec, context: Context, weeks: Sequence[Week]) -> Iterator[TableRow]:
    """Compose a box to tick for each session of each week."""
    labels = context.labels
    most = max((len(week.sessions) for week in weeks), default=0)
    if most > MOST_ROWS:
        yield _small_boxes(context, weeks)
        return
    for number in range(1, most + 1):
        below = labels["tick-date"] if number == 1 else ""
        name = labels["session"].format(number=number)
        cells = [TableCell(_two_lines(name, below), head="Row")]
        for week in weeks:
            there = number <= len(week.sessions)
            cells.append(TableCell(_tick_box(spec) if there else _text("–", "calendar-none")))
        yield TableRow(tuple(cells), line="none" if number < most else "rule", keep=number < most)


def _small_boxes(context: Context, weeks: Sequence[Week]) -> TableRow:
    """Compose a small box for each session, all those of a week in one cell."""
    labels = context.labels
    cells = [TableCell(_two_lines(labels["all-sessions"], labels["tick-each"]), head="Row")]
    for week in weeks:
        boxes = WriteBoxes(count=len(week.sessions), width=11.0, height=11.0)
        cells.append(TableCell(centred(boxes)))
    return TableRow(tuple(cells), line="rule")


def _tick_box(spec: CalendarSpec) -> Block:
    box = WriteBoxes(count=1, width="calendar-box-width", height=spec.box_height, tick=True)
    return centred(box)


def _pain(context: Context, weeks: Sequence[Week]) -> Iterator[TableRow]:
    """Compose a line for the worst pain of each week."""
    labels = context.labels
    line = write_line(16.0)
    head = TableCell(_two_lines(labels["worst-pain"], labels["pain-scale"]), head="Row")
    yield TableRow((head, *(TableCell(line) for _ in weeks)), line="rule")


def compose_tracker(spec: TrackerSpec, context: Context) -> Block | None:
    """Compose a table to fill in: a row for each week, a column for what is kept track of."""
    schedule = _schedule(context)
    things = context.texts(spec.of)
    if schedule is None or not things:
        return None
    labels = context.labels
    heads = [labels["week"], *map(labels.sentence_case, things)]
    rows = [TableRow(tuple(TableCell(_text(head, "task-head"), head="Column") for head in heads))]
    for week in schedule.weeks:
        when = labels.date(week.start) if week.start else ""
        name = _two_lines(labels["week-number"].format(number=week.number), when)
        blanks = (TableCell(_empty()) for _ in things)
        rows.append(TableRow((TableCell(name, head="Row"), *blanks), line="rule"))
    tracks = (Track("points", "calendar-label"), *(Track("share") for _ in things))
    return Table(
        rows=tuple(rows),
        tracks=tracks,
        gap=10.0,
        padding=4.0,
        row_height="tracker-row",
        name=spec.name,
    )


def compose_scope(spec: ChipsSpec, context: Context) -> Block | None:
    """Compose how long a program is, how many sessions a week, and how long each."""
    schedule: Schedule | None = context.value("schedule")
    if schedule is None:
        return None
    labels = context.labels
    texts = []
    if schedule.length:
        texts.append(labels.counted("weeks", str(schedule.length)))
        counts = {len(week.sessions) for week in schedule.weeks} - {0}
        often = str(min(counts, default=0))
        if len(counts) > 1:
            often += f"–{max(counts)}"
        texts.append(labels.counted("sessions-a-week", often))
    if duration := context.texts(["duration"]):
        texts.append(labels["minutes-each"].format(value=duration[0]))
    return chips(spec, texts, context)


def _two_lines(name: str, below: str) -> Block:
    blocks = [_text(name, "calendar-label")]
    if below:
        blocks.append(_text(below, "calendar-note"))
    return Stack(blocks=tuple(blocks))


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=(Run(text),) if "*" not in text else runs(text), style=style, role=None)


def _empty() -> Block:
    return Space(height=0.0)


_ACROSS = Field(
    "across",
    COUNT,
    "The most weeks side by side; more go on below.",
)

KINDS = (
    declare(
        "calendar",
        "Weeks side by side: phases, a chart of volume, dates, and boxes to tick.",
        CalendarSpec,
        compose_calendar,
        Field("rows", ListOf(words(*ROWS)), "Its rows, in their order."),
        _ACROSS,
        Field("bars", LENGTH, "How high the chart is."),
        Field("box-height", LENGTH, "How high a session's box is."),
        Field("picture", LENGTH, "The highest a picture gets in the rows of exercises."),
        shows="schedule",
    ),
    declare(
        "scope",
        "How long a program is, and how many sessions it asks for.",
        ChipsSpec,
        compose_scope,
        Field("style", Line(), "The style they are set in."),
        Field("gap", LENGTH, "Space between them."),
        shows="schedule",
    ),
    declare(
        "tracker",
        "A table to fill in: weeks, and things to keep track of.",
        TrackerSpec,
        compose_tracker,
    ),
)
