"""The session table: what is done in one session, and boxes to write what was done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.alike import Together
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
from handouts.layout.dose_text import amount_head, figures, how, repeated
from handouts.layout.inline import runs
from handouts.layout.kind.boxes import MOST_SETS, Boxes, arranged, compose_boxes, heads
from handouts.layout.kind.naming import NamesShape
from handouts.layout.kind.task import ALONE, BAR, After, compose_cell
from handouts.layout.kind.thumbnail import has_picture
from handouts.layout.labels import Labels
from handouts.layout.length import LENGTH, POINTS_ONLY
from handouts.layout.sheet import as_texts
from handouts.layout.spec import Spec, declare
from handouts.model.program.schedule import Group, Part, Session, Task
from handouts.source.shape import Field

COLUMNS = ("label", "picture", "exercise", "dose", "tempo", "rest", "load", "sets", "effort")
"""The columns that a session table can have, in their order."""

MOST_DAYS = 3
"""Days that stand in full beside a session's name; of more, the first and the last."""

_HEADS = {
    "tempo": ("tempo-head",),
    "rest": ("rest-head",),
    "pace": ("tempo-head", "rest-head"),
    "load": ("load",),
}


@dataclass(frozen=True, kw_only=True)
class SessionTableSpec(Spec):
    """A session's table; a column that would be empty is not there."""

    columns: tuple[str, ...] = COLUMNS
    picture: Length = "task-picture-height"
    box_width: float = 29.6
    box_height: Length = "set-height"


@dataclass(frozen=True, slots=True)
class _Table:
    """What the rows of one table have in common.

    Tempo and rest share a column, ``pace``, where there are both. ``boxes`` are those for sets
    and effort in the last column, none in a table that has nothing to write in.
    """

    spec: SessionTableSpec
    context: Context
    columns: Sequence[str]
    amount: str
    boxes: Boxes | None

    @property
    def before_dose(self) -> int:
        """How many columns stand before the dose; the session's name spans them."""
        return sum(name in self.columns for name in ("label", "picture", "exercise"))

    @property
    def before_boxes(self) -> int:
        """How many columns stand before the boxes."""
        return len(self.columns) - (self.boxes is not None)


def compose_session_table(spec: SessionTableSpec, context: Context) -> Block | None:
    """Compose a session, or several that are alike: name, warm-up, work and cool-down."""
    sessions = _sessions(spec, context)
    if not sessions:
        return None
    table = _table(spec, context, sessions)
    session = sessions[0]
    rows = [
        _head(table, sessions),
        *_aside(table, "warm-up", session.warm_up),
        *(row for part in session.work for row in _rows(table, part)),
        *_aside(table, "cool-down", session.cool_down),
    ]
    return Table(
        rows=tuple(rows),
        tracks=tuple(_track(table, name) for name in table.columns),
        gap=5.0,
        padding="task-padding",
        row_height="task-row",
        name=spec.name,
    )


def _sessions(spec: SessionTableSpec, context: Context) -> Together:
    found = next((value for path in spec.of if (value := context.value(path))), ())
    return found if isinstance(found, tuple) else (found,)


def _table(spec: SessionTableSpec, context: Context, sessions: Together) -> _Table:
    """Find the columns that have something in them, and how many boxes these leave room for."""
    work = sessions[0].work
    tasks = [task for part in work for task in _tasks(part)]
    used = [name for name in spec.columns if _is_used(name, work, tasks, context)]
    columns = _paced([name for name in used if name not in ("sets", "effort")])
    boxes = None
    if "sets" in used:
        crowding = sum(name in columns for name in ("tempo", "rest", "pace", "load"))
        crowding += len(sessions) > 1
        height = spec.box_height if len(sessions) == 1 else "together-height"
        numbers = tuple(session.number for session in sessions)
        most = MOST_SETS - max(crowding - 1, 0)
        boxes = arranged(work, numbers, most, spec.box_width, height, "effort" in used)
        columns = [*columns, "boxes"]
    return _Table(spec, context, columns, amount_head([task.dose for task in tasks]), boxes)


def _tasks(part: Part) -> Sequence[Task]:
    return part.tasks if isinstance(part, Group) else (part,)


def _is_used(column: str, work: Sequence[Part], tasks: Sequence[Task], context: Context) -> bool:
    if column == "picture":
        return any(has_picture(task, context) for task in tasks)
    if column == "rest" and any(isinstance(p, Group) and _rests(p) for p in work):
        return True
    if column in ("tempo", "rest", "load"):
        return any(getattr(task.dose, column) for task in tasks)
    return True


def _rests(group: Group) -> bool:
    """Whether a superset's rest stands in its last row; that of a circuit stands in its head."""
    return group.kind == "superset" and group.rest is not None


def _paced(columns: Sequence[str]) -> list[str]:
    """Give tempo and rest one column where there are both."""
    if not {"tempo", "rest"} <= set(columns):
        return list(columns)
    return ["pace" if name == "tempo" else name for name in columns if name != "rest"]


def _track(table: _Table, column: str) -> Track:
    if column == "boxes" and table.boxes:
        return Track("points", table.boxes.room)
    if column == "exercise":
        return Track("share")
    if column in ("label", "dose"):
        return Track("content")
    return Track("points", f"task-{column}")


def _head(table: _Table, sessions: Together) -> TableRow:
    """Compose the sessions' name with boxes to tick, and the columns' heads."""
    cells = [TableCell(_session_head(table, sessions), span=table.before_dose, head="Column")]
    for column in table.columns[table.before_dose :]:
        cells.append(TableCell(_column_head(table, column), head="Column", align="bottom"))
    return TableRow(tuple(cells), keep=True)


def _column_head(table: _Table, column: str) -> Block:
    labels = table.context.labels
    if column == "boxes" and table.boxes:
        return heads(table.boxes, labels)
    keys = _HEADS.get(column, (table.amount,))
    return Stack(blocks=tuple(_text(labels[key], "task-head") for key in keys))


def _session_head(table: _Table, sessions: Together) -> Block:
    if table.boxes is None and not table.context.value("weeks"):
        return _title(table, sessions[0])
    box = WriteBoxes(count=len(sessions), width="session-box", height="session-box", gap=2.0)
    name = _session_name(sessions, table.context)
    tracks = (Track("content"), Track("share"))
    head = Row(blocks=(box, name), tracks=tracks, gap=7.0, align="middle")
    note = sessions[0].note
    if not note:
        return head
    said = Paragraph(runs=runs(note), style="task-note", role=None)
    return Stack(blocks=(head, said), gap=1.0)


def _title(table: _Table, session: Session) -> Block:
    """Compose the title alone of a session that is in no week; at home it is the program's."""
    context = table.context
    if session.title == context.sheet.item.title:
        return _text(context.labels["exercise"], "task-head")
    return Paragraph(runs=runs(session.title), style="session-name", role="H3")


def _session_name(sessions: Together, context: Context) -> Paragraph:
    """Compose number, title and day, the first of them in bold; the outline has them too."""
    labels, session = context.labels, sessions[0]
    number = labels["session"].format(number=session.number)
    if len(sessions) > 1:
        number = labels["several-sessions"].format(number=_numbers(sessions, labels))
    title = session.title if session.title.casefold() != number.casefold() else ""
    when = " ".join([_when(sessions, labels), *as_texts((session.duration,), labels)]).strip()
    said = " · ".join(part for part in (title, when) if part)
    return Paragraph(
        runs=(Run(number), *((Run("  " + said, style="session-when"),) if said else ())),
        style="session-name",
        role="H3" if context.value("weeks") else "H2",
        entry=labels.headed(number, said) if said else number,
    )


def _numbers(sessions: Together, labels: Labels) -> str:
    """Give the numbers of several sessions: 1–3 where they follow one another, else 1, 3."""
    numbers = [session.number for session in sessions]
    if numbers[-1] - numbers[0] == len(numbers) - 1 > 1:
        return f"{numbers[0]}–{numbers[-1]}"
    return labels.joined(map(str, numbers))


def _when(sessions: Together, labels: Labels) -> str:
    """Give the days of some sessions; of many, the first and the last."""
    days = [" ".join(as_texts((each.day, each.date), labels)) for each in sessions]
    if not all(days):
        return ""
    return labels.joined(days) if len(days) <= MOST_DAYS else f"{days[0]} – {days[-1]}"


def _aside(table: _Table, label: str, parts: Sequence[Part]) -> Iterator[TableRow]:
    """Compose warm-up or cool-down in a line of its own."""
    if not parts:
        return
    context = table.context
    said = [text for part in parts for text in in_words(part, context)]
    text = Paragraph(
        runs=(Run(context.labels[label] + "  ", weight=700), Run(" · ".join(said))),
        style="task-note",
        role=None,
    )
    cell = TableCell(text, span=len(table.columns))
    yield TableRow((cell,), line="rule", keep=label == "warm-up", height="aside-row")


def in_words(part: Part, context: Context) -> Iterator[str]:
    """Say what is done in a part: “Glute bridge 2 × 8”."""
    labels = context.labels
    if isinstance(part, Group):
        inner = " + ".join(text for task in part.tasks for text in in_words(task, context))
        yield labels.headed(repeated(part, labels), inner) if part.kind == "repeat" else inner
        return
    amount, rest = figures(part.dose, labels), how(part.dose, labels)
    yield " ".join(text for text in (part.title, amount, f"({rest})" if rest else "") if text)


def _rows(table: _Table, part: Part) -> Iterator[TableRow]:
    if isinstance(part, Task):
        yield _row(table, part, ALONE, part)
        return
    in_rounds = part.kind == "repeat"
    if in_rounds:
        yield _repeat_head(table, part)
    last = After(rest=None if in_rounds else part.rest)
    for task, after in zip(part.tasks, [*map(After, part.tasks[1:]), last], strict=True):
        row = _row(table, task, after, None if in_rounds else task)
        yield _beside_bar(row) if table.columns[0] == "exercise" else row


def _beside_bar(row: TableRow) -> TableRow:
    """Give a row whose name stands beside the bar that joins it to others, not beneath it."""
    first, *others = row.cells
    return replace(row, cells=(replace(first, block=_indented(first.block)), *others))


def _indented(block: Block) -> Block:
    return Frame(block=block, padding=Edges(start=BAR))


def _row(table: _Table, task: Task, after: After, counted: Task | None) -> TableRow:
    """Compose a task's row; what is done in rounds is ``counted`` in their head."""
    return TableRow(
        _cells(table, task, after, counted),
        line="dotted" if after.following else "rule",
        joined=after.following is not None,
        height=_least_height(table, task, counted),
    )


def _least_height(table: _Table, task: Task, counted: Task | None) -> Length:
    if has_picture(task, table.context):
        return "task-row"
    return "plain-row" if counted else "aside-row"


def _cells(table: _Table, task: Task, after: After, counted: Task | None) -> tuple[TableCell, ...]:
    """Compose a task's cells, once for all the weeks in which it is the same."""
    boxes, kept = table.boxes, table.context.kept
    key = (
        id(table.spec),
        tuple(table.columns),
        boxes,
        id(task),
        id(after.following),
        id(after.rest),
        id(counted),
    )
    if key not in kept:
        names = table.columns[: table.before_boxes]
        cells = [
            compose_cell(name, task, after, table.spec.picture, table.context) for name in names
        ]
        kept[key] = (*cells, *_boxes_cell(boxes, counted))
    cells_made: tuple[TableCell, ...] = kept[key]
    return cells_made


def _boxes_cell(boxes: Boxes | None, counted: Part | None) -> Iterator[TableCell]:
    if boxes:
        yield TableCell(compose_boxes(boxes, counted) if counted else Space(height=0.0))


def _repeat_head(table: _Table, group: Group) -> TableRow:
    """Compose what is said of a circuit: how often, or how long, and a box for every round."""
    said = _text(repeated(group, table.context.labels), "task-repeat")
    cell = TableCell(_indented(said), span=table.before_boxes)
    cells = (cell, *_boxes_cell(table.boxes, group))
    return TableRow(cells, line="dotted", joined=True, height="plain-row")


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=runs(text), style=style, role=None)


KINDS = (
    declare(
        "session table",
        "A session, or several that are alike: pictures, doses, and boxes to write in.",
        SessionTableSpec,
        compose_session_table,
        Field("columns", NamesShape(COLUMNS), "Its columns, in their order."),
        Field("picture", LENGTH, "The highest a picture gets."),
        Field("box-width", POINTS_ONLY, "How wide the box for a set is."),
        Field("box-height", LENGTH, "How high it is."),
        shows="session",
    ),
)
