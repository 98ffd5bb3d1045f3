"""Sets by goal: a table of doses, the client’s own in a frame and large."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from handouts.layout.block import (
    Block,
    Edges,
    Frame,
    Paragraph,
    Row,
    Run,
    Sign,
    Space,
    Stack,
    Table,
    TableCell,
    TableRow,
    Track,
)
from handouts.layout.context import Context
from handouts.layout.dose_text import amount_label, counted, figures, how
from handouts.layout.spec import OTHER_GOALS, Spec, declare
from handouts.model.dose import Dose
from handouts.source.shape import Choice, Field


@dataclass(frozen=True, kw_only=True)
class DosesSpec(Spec):
    """A table of doses; with ``days``, a line for days a week where no dose says how often."""

    days: bool = True


def compose_doses(spec: DosesSpec, context: Context) -> Block | None:
    """Compose the goals in the order they were written."""
    goals = [goal for path in spec.of for goal in context.value(path) or ()]
    if not goals:
        return None
    chosen = (context.value("client.goal") or "").casefold()
    has_how = any(how(dose, context.labels) for _, dose in goals)
    tracks = (Track("share", 1.35), Track("content"), *([Track("share", 1.0)] if has_how else []))
    rows = [_head(context, has_how)]
    for goal, dose in goals:
        if goal.casefold() == chosen:
            rows.append(_chosen_row(goal, dose, context, len(tracks)))
        else:
            name = OTHER_GOALS if chosen else None
            rows.append(_row(goal, dose, context, has_how, name))
    table = Table(rows=tuple(rows), tracks=tracks, gap=8.0, padding=2.5, row_height="dose-row")
    if not spec.days or any(dose.frequency or dose.per_day for _, dose in goals):
        return Stack(blocks=(table,), name=spec.name)
    return Stack(blocks=(table, _days(context)), gap="dose-gap", name=spec.name)


def _head(context: Context, has_how: bool) -> TableRow:
    keys = ["goal", "sets-by-reps", *(["how"] if has_how else [])]
    texts = (_text(context.labels[key], "dose-label") for key in keys)
    return TableRow(tuple(TableCell(text, head="Column") for text in texts))


def _row(name: str, dose: Dose, context: Context, has_how: bool, row_name: str | None) -> TableRow:
    ring = Sign(kind="ring", size=11.0, line="dose-goal")
    goal = Row(
        blocks=(ring, _text(_sentence_case(name), "dose-goal")),
        tracks=(Track("points", 17.0), Track("share")),
    )
    cells = [
        TableCell(goal, head="Row"),
        TableCell(_text(figures(dose, context.labels), "dose-figures")),
    ]
    if has_how:
        cells.append(TableCell(_text(how(dose, context.labels), "dose-note")))
    return TableRow(tuple(cells), name=row_name)


def _chosen_row(name: str, dose: Dose, context: Context, columns: int) -> TableRow:
    """Compose the client’s goal: ticked, large, over all columns."""
    title = Row(
        blocks=(
            Sign(kind="done", size=12.0, line="dose-goal"),
            Paragraph(runs=(Run(_sentence_case(name), weight=700),), style="dose-goal", role=None),
            Frame(
                block=_text(context.labels["your-goal"], "tag"),
                padding=Edges("tag-block", "tag-inline", "tag-block", "tag-inline"),
                fill="ink",
                width="content",
            ),
        ),
        tracks=(Track("points", 18.0), Track("share"), Track("content")),
        align="middle",
    )
    big = Paragraph(runs=tuple(_big_runs(dose, context)), style="dose-big", role=None)
    content = Stack(blocks=(title, _beside(big, how(dose, context.labels))))
    padding = Edges("chosen-block", "callout-inline", "chosen-block", "callout-inline")
    return TableRow((TableCell(Frame(block=content, padding=padding), span=columns),), chosen=True)


def _beside(big: Block, rest: str) -> Block:
    """Compose the figures with the rest of the dose beside them, behind a thin line."""
    if not rest:
        return big
    padding = Edges(start="chosen-inline")
    line = Frame(
        block=_text(rest, "dose-note"),
        padding=padding,
        line=0.6,
        colour="rule",
        sides=frozenset({"start"}),
    )
    return Row(
        blocks=(big, line), tracks=(Track("content"), Track("share")), gap=10.0, align="middle"
    )


def _big_runs(dose: Dose, context: Context) -> Iterable[Run]:
    """Give the figures large and their words small: **3–4** sets × **3–5** reps."""
    amount = next((v for v in (dose.reps, dose.hold, dose.time, dose.distance) if v), None)
    if dose.sets:
        yield Run(str(dose.sets))
        noun = counted(str(dose.sets), "set", context.labels)
        yield Run(f"\u00a0{noun}\u00a0× " if amount else f"\u00a0{noun}", style="dose-unit")
    if amount:
        yield Run(str(amount))
    if dose.reps:
        yield Run(f"\u00a0{amount_label(dose, context.labels)}", style="dose-unit")


def _days(context: Context) -> Block:
    """Compose “Days a week” with a line to write on."""
    line = Frame(block=Space(height=12.0), line=0.6, colour="ink2", sides=frozenset({"bottom"}))
    label = Paragraph(runs=(Run(context.labels["days-a-week"] + ":"),), style="note")
    return Row(
        blocks=(label, line),
        tracks=(Track("content"), Track("points", 60.0)),
        gap=6.0,
        align="middle",
    )


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=(Run(text),), style=style, role=None)


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


_YES_NO = Choice({"true": True, "false": False})

KINDS = (
    declare(
        "doses",
        "Sets by goal, the client’s own in a frame.",
        DosesSpec,
        compose_doses,
        Field("days", _YES_NO, "A line for days a week, where no dose says how often."),
    ),
)
