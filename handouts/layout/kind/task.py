"""A task's cells in a session table: its picture, its name, its dose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Edges,
    Frame,
    Length,
    Measure,
    Paragraph,
    Space,
    Stack,
    TableCell,
)
from handouts.layout.context import Context
from handouts.layout.dose_text import figures, how, how_often
from handouts.layout.inline import runs
from handouts.layout.kind.pieces import centred, write_line
from handouts.layout.kind.thumbnail import thumbnail
from handouts.layout.labels import Labels
from handouts.layout.quantity_text import figures_of, load_in_print, span_in_print, with_unit
from handouts.model.dose import Dose, Load
from handouts.model.program.schedule import Task
from handouts.model.quantity import Span

BAR = 8.0
"""Room at the start of a row for the bar that joins a superset."""

MOST_LINES = 5
"""Lines to write loads on, one for each set; who needs more has the boxes."""

_LINE = 13.0
"""The height of a line to write a load on."""


@dataclass(frozen=True, slots=True)
class After:
    """What comes after a task of a group: the ``following`` one, or a ``rest``."""

    following: Task | None = None
    rest: Span | None = None


ALONE = After()
"""What comes after a task that is in no group."""


def compose_cell(
    column: str, task: Task, after: After, picture: Length, context: Context
) -> TableCell:
    """Compose a task's cell in one of the columns."""
    match column:
        case "label":
            label = _text(task.label, "task-label")
            return TableCell(Frame(block=label, padding=Edges(start=BAR)))
        case "picture":
            shown = thumbnail(task, picture, context)
            return TableCell(centred(shown) if shown else Space(height=0.0))
        case "exercise":
            return TableCell(_name(task, context), head="Row")
        case "dose":
            amount = _text(figures(task.dose, context.labels), "task-dose")
            return TableCell(Measure(block=amount, width="task-dose"))
        case "load":
            return TableCell(_load(task, context))
        case _:
            lines = [line for line in _pace(column, task, after, context) if line] or ["–"]
            return TableCell(Stack(blocks=tuple(_text(line, "task-detail") for line in lines)))


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


def _pace(column: str, task: Task, after: After, context: Context) -> Iterator[str]:
    """Give tempo, rest, or one over the other."""
    if column in ("tempo", "pace"):
        yield str(task.dose.tempo or "")
    if column in ("rest", "pace"):
        yield _rest(task.dose, after, context)


def _rest(dose: Dose, after: After, context: Context) -> str:
    if rest := dose.rest or after.rest:
        return span_in_print(rest, context.labels)
    if after.following and after.following.label:
        return context.labels["then-next"].format(label=after.following.label)
    return ""


def _load(task: Task, context: Context) -> Block:
    """Compose the load; what is still a percentage gets a line to write the load on."""
    load = task.dose.load
    if load is None:
        return _text("–", "task-detail")
    if load.is_bodyweight:
        return _text(context.labels["bodyweight"], "task-detail")
    said = _text(load_in_print(load, context.labels), "task-load")
    if task.percentage:
        return Stack(blocks=(said, _text(_share(task.percentage, context.labels), "task-note")))
    if load.amount is None or not load.amount.amounts[0].unit.startswith("%"):
        return said
    blocks = [write_line(_LINE) for _ in load.amount.amounts[:MOST_LINES]]
    return Stack(blocks=(*blocks, _text(_share(load, context.labels), "task-note")))


def _share(load: Load, labels: Labels) -> str:
    """Give percentages and what they are of: “65, 75, 85% of training max”."""
    units = {amount.unit for amount in load.amount.amounts} if load.amount else set()
    label = "of-training-max" if "% TM" in units else "of-maximum"
    return labels[label].format(value=with_unit(figures_of(load, labels), "%", labels))


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=runs(text), style=style, role=None)
