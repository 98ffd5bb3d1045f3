"""The session table: what is done in one session, and boxes to write what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from handouts.layout.block import (
    Block,
    Edges,
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
from handouts.layout.dose_text import amount_head, figures, how, how_often
from handouts.layout.inline import runs
from handouts.layout.kind.thumbnail import has_picture, thumbnail
from handouts.layout.length import LENGTH
from handouts.layout.spec import Spec, declare
from handouts.model.dose import Dose
from handouts.model.quantity import Span
from handouts.model.schedule import Group, Part, Session, Task
from handouts.source.shape import Field, ListOf, words

MOST_SETS = 5
"""Boxes side by side; more sets go on in another line."""

BAR = 8.0
"""Room at the start of a row for the bar that joins a superset."""

COLUMNS = ("label", "picture", "exercise", "dose", "tempo", "rest", "load", "sets", "effort")
"""The columns that a session table can have, in their order."""

_HEADS = {
    "tempo": "tempo-head",
    "rest": "rest-head",
    "load": "load",
    "effort": "effort",
}


@dataclass(frozen=True, kw_only=True)
class SessionTableSpec(Spec):
    """A session's table; a column that would be empty is not there."""

    columns: tuple[str, ...] = COLUMNS
    picture: Length = "task-picture-height"
    box_width: Length = "set-width"
    box_height: Length = "set-height"


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows of one table have in common."""

    spec: SessionTableSpec
    context: Context
    columns: Sequence[str]
    boxes: int
    amount: str

    def head(self, column: str) -> str:
        """Give the label that heads a column."""
        return self.amount if column == "dose" else _HEADS[column]

    @property
    def before_dose(self) -> int:
        """How many columns stand before the dose; the session's name spans them."""
        return sum(name in self.columns for name in ("label", "picture", "exercise"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a task stands in its group: before which other one, and whether in rounds."""

    following: Task | None = None
    in_rounds: bool = False


def compose_session_table(spec: SessionTableSpec, context: Context) -> Block | None:
    """Compose a session: its name, warm-up, work and cool-down."""
    session: Session | None = context.value("session")
    if session is None:
        return None
    tasks = [task for part in session.work for task in _tasks(part)]
    columns = [name for name in spec.columns if _is_used(name, tasks, context)]
    amount = amount_head([task.dose for task in tasks])
    table = _Table(spec, context, columns, _boxes(tasks), amount)
    rows = [
        _head(table, session),
        *_aside(table, "warm-up", session.warm_up),
        *(row for part in session.work for row in _rows(table, part)),
        *_aside(table, "cool-down", session.cool_down),
    ]
    return Table(
        rows=tuple(rows),
        tracks=tuple(_track(table, name) for name in columns),
        gap=5.0,
        padding="task-padding",
        row_height="task-row",
        name=spec.name,
    )


def _tasks(part: Part) -> Sequence[Task]:
    return part.tasks if isinstance(part, Group) else (part,)


def _is_used(column: str, tasks: Sequence[Task], context: Context) -> bool:
    if column == "picture":
        return any(has_picture(task, context) for task in tasks)
    if column in ("tempo", "rest", "load"):
        return any(getattr(task.dose, column) for task in tasks)
    return True


def _track(table: _Table, column: str) -> Track:
    if column == "exercise":
        return Track("share")
    if column in ("label", "dose", "sets"):
        return Track("content")
    return Track("points", f"task-{column}")


def _head(table: _Table, session: Session) -> TableRow:
    """Compose the session's name with a box to tick, and the columns' heads."""
    cells = [TableCell(_session_name(table, session), span=table.before_dose, head="Column")]
    for column in table.columns[table.before_dose :]:
        head = _set_heads(table) if column == "sets" else _label(table, table.head(column))
        cells.append(TableCell(head, head="Column", align="bottom"))
    return TableRow(tuple(cells), keep=True)


def _session_name(table: _Table, session: Session) -> Block:
    context = table.context
    number = context.labels["session"].format(number=session.number)
    when = context.texts(["session.day", "session.date", "session.duration"])
    title = session.title if session.title.casefold() != number.casefold() else ""
    said = " · ".join(part for part in (title, " ".join(when)) if part)
    name = Paragraph(
        runs=(Run(number), *((Run("  " + said, style="session-when"),) if said else ())),
        style="session-name",
        role="H3",
        entry=f"{number}: {said}" if said else number,
    )
    box = WriteBoxes(count=1, width=10.0, height=10.0)
    head = Row(
        blocks=(box, name), tracks=(Track("content"), Track("share")), gap=7.0, align="middle"
    )
    if not session.note:
        return head
    note = Paragraph(runs=runs(session.note), style="task-note", role=None)
    return Stack(blocks=(head, note), gap=1.0)


def _set_heads(table: _Table) -> Block:
    labels = table.context.labels
    if table.boxes == 1:
        return _label(table, "done")
    heads = [
        _text(labels["set-number"].format(number=number), "task-head")
        for number in range(1, table.boxes + 1)
    ]
    width = Track("points", table.spec.box_width)
    return Row(blocks=tuple(heads), tracks=(width,) * len(heads), gap=3.4)


def _aside(table: _Table, label: str, parts: Sequence[Part]) -> Iterator[TableRow]:
    """Compose warm-up or cool-down in a line of its own."""
    if not parts:
        return
    context = table.context
    said = [text for part in parts for text in _in_words(part, context)]
    text = Paragraph(
        runs=(Run(context.labels[label] + "  ", weight=700), Run(" · ".join(said))),
        style="task-note",
        role=None,
    )
    cell = TableCell(text, span=len(table.columns))
    yield TableRow((cell,), line="rule", keep=label == "warm-up", height="aside-row")


def _in_words(part: Part, context: Context) -> Iterator[str]:
    """Say what is done in a part: “Glute bridge 2 × 8”."""
    labels = context.labels
    if isinstance(part, Group):
        inner = " + ".join(text for task in part.tasks for text in _in_words(task, context))
        yield f"{_repeated(part, context)}: {inner}" if part.kind == "repeat" else inner
        return
    amount, rest = figures(part.dose, labels), how(part.dose, labels)
    yield " ".join(text for text in (part.title, amount, f"({rest})" if rest else "") if text)


def _rows(table: _Table, part: Part) -> Iterator[TableRow]:
    if isinstance(part, Task):
        yield _row(table, part, _Place())
        return
    if part.kind == "repeat":
        yield _repeat_head(table, part)
    for task, following in zip(part.tasks, [*part.tasks[1:], None], strict=True):
        yield _row(table, task, _Place(following, in_rounds=part.kind == "repeat"))


def _row(table: _Table, task: Task, place: _Place) -> TableRow:
    return TableRow(
        _cells(table, task, place),
        line="dotted" if place.following else "rule",
        joined=place.following is not None,
        height="task-row" if has_picture(task, table.context) else "plain-row",
    )


def _repeat_head(table: _Table, group: Group) -> TableRow:
    """Compose what is said of a circuit: how often, or how long, and a box for every round."""
    text = _text(_repeated(group, table.context), "task-repeat")
    rounds = _sets_of(group.rounds)[0] if group.rounds else 1
    boxes = WriteBoxes(count=min(rounds, 20), width=14.0, height=14.0, columns=10)
    row = Row(blocks=(text, boxes), tracks=(Track("share"), Track("content")), gap=10.0)
    cell = TableCell(Frame(block=row, padding=Edges(start=BAR)), span=len(table.columns))
    return TableRow((cell,), line="dotted", joined=True, height="plain-row")


def _repeated(group: Group, context: Context) -> str:
    labels = context.labels
    if group.time:
        said = labels["repeat-for"].format(value=group.time)
    else:
        said = labels["repeat-rounds"].format(value=group.rounds)
    rest = labels["rest-between"].format(value=group.rest) if group.rest else ""
    return ", ".join(text for text in (said, rest) if text)


def _cells(table: _Table, task: Task, place: _Place) -> tuple[TableCell, ...]:
    """Compose a task's cells, once for all the weeks in which it is the same."""
    key = (id(table.spec), tuple(table.columns), table.boxes, id(task), id(place.following))
    kept = table.context.kept
    if key not in kept:
        kept[key] = tuple(_cell(table, task, place, column) for column in table.columns)
    cells: tuple[TableCell, ...] = kept[key]
    return cells


def _cell(table: _Table, task: Task, place: _Place, column: str) -> TableCell:
    context, dose = table.context, task.dose
    match column:
        case "label":
            label = _text(task.label, "task-label")
            return TableCell(Frame(block=label, padding=Edges(start=BAR)))
        case "picture":
            return TableCell(_centred(thumbnail(task, table.spec.picture, context)))
        case "exercise":
            return TableCell(_name(task, context), head="Row")
        case "dose":
            return TableCell(_text(figures(dose, context.labels), "task-dose"))
        case "tempo":
            return TableCell(_text(str(dose.tempo or "–"), "task-detail"))
        case "rest":
            return TableCell(_text(_rest(dose, place.following, context), "task-detail"))
        case "load":
            return TableCell(_load(task, context))
        case _ if place.in_rounds:  # the head of the rounds has boxes for all of them
            return TableCell(Space(height=0.0))
        case "sets":
            return TableCell(_write_boxes(table, dose))
        case _:
            box = WriteBoxes(count=1, width="effort-width", height=table.spec.box_height)
            return TableCell(box)


def _name(task: Task, context: Context) -> Block:
    """Compose a task's name, leading to its card, over what else there is to know of it."""
    link = f"#card-{task.exercise}" if task.exercise and context.sheet.cards else None
    name = Paragraph(runs=runs(task.title), style="task-name", role=None, link=link)
    plain = replace(task.dose, tempo=None, rest=None, load=None)
    said = (how(plain, context.labels), how_often(plain, context.labels), task.rule or "")
    detail = "; ".join(text for text in said if text)
    if not detail:
        return name
    return Stack(blocks=(name, _text(detail, "task-note")))


def _rest(dose: Dose, following: Task | None, context: Context) -> str:
    if dose.rest:
        return str(dose.rest)
    if following and following.label:
        return context.labels["then-next"].format(label=following.label)
    return "–"


def _load(task: Task, context: Context) -> Block:
    """Compose the load; what is still a percentage gets a line to write the load on."""
    load = task.dose.load
    if load is None:
        return _text("–", "task-detail")
    if load.is_bodyweight:
        return _text(context.labels["bodyweight"], "task-detail")
    said = _text(str(load), "task-load")
    if task.percentage:
        return Stack(blocks=(said, _text(str(task.percentage), "task-note")))
    if load.amount is None or not load.amount.amounts[0].unit.startswith("%"):
        return said
    line = Frame(block=Space(height=13.0), line=0.6, colour="ink2", sides=frozenset({"bottom"}))
    share = context.labels["of-maximum"].format(value=load)
    return Stack(blocks=(line, _text(share, "task-note")))


def _write_boxes(table: _Table, dose: Dose) -> Block:
    count, optional = _sets(dose)
    return WriteBoxes(
        count=min(count, 4 * MOST_SETS),
        optional=optional,
        columns=table.boxes,
        fill=True,
        width=table.spec.box_width,
        height=table.spec.box_height,
    )


def _boxes(tasks: Sequence[Task]) -> int:
    """Find how many boxes stand side by side in a table."""
    return min(max((_sets(task.dose)[0] for task in tasks), default=1), MOST_SETS)


def _sets(dose: Dose) -> tuple[int, int]:
    """Give how many boxes a dose needs, and how many of these only some will fill."""
    if dose.sets:
        return _sets_of(dose.sets)
    amount = dose.reps or dose.hold or dose.time or dose.distance
    return (len(amount.amounts), 0) if amount else (1, 0)


def _sets_of(span: Span) -> tuple[int, int]:
    amount = span.amounts[0]
    low = int(amount.low or 1)
    high = low + 1 if amount.high is None else int(amount.high)
    return high, high - low


def _centred(picture: Block | None) -> Block:
    if picture is None:
        return Space(height=0.0)
    side = Space(height=0.0)
    tracks = (Track("share"), Track("content"), Track("share"))
    return Row(blocks=(side, picture, side), tracks=tracks)


def _label(table: _Table, key: str) -> Block:
    return _text(table.context.labels[key], "task-head")


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=runs(text), style=style, role=None)


KINDS = (
    declare(
        "session table",
        "A session: pictures, doses, and boxes to write what was done.",
        SessionTableSpec,
        compose_session_table,
        Field("columns", ListOf(words(*COLUMNS)), "Its columns, in their order."),
        Field("picture", LENGTH, "The highest a picture gets."),
        Field("box-width", LENGTH, "How wide the box for a set is."),
        Field("box-height", LENGTH, "How high it is."),
        shows="session",
    ),
)
