"""Sets by goal: a table of doses, the client’s own in a frame and large."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Edges,
    Frame,
    Measure,
    Paragraph,
    Row,
    Run,
    Sign,
    Stack,
    Table,
    TableCell,
    TableRow,
    Track,
    Wrap,
)
from handouts.layout.context import Context
from handouts.layout.dose_text import (
    TIMES,
    amount_head,
    amount_of,
    figures,
    how,
    how_often,
    in_words,
)
from handouts.layout.inline import BOLD
from handouts.layout.kind.pieces import labelled, write_line
from handouts.layout.labels import Labels
from handouts.layout.quantity_text import span_in_print
from handouts.layout.spec import HOW_TO_READ, OTHER_GOALS, Spec, declare
from handouts.model.dose import Dose
from handouts.model.naming import folded
from handouts.source.shape import YES_NO, Field, Line, words

LARGE = "the figures large"
"""The figures in the style of the block, the words between them in that of units."""


@dataclass(frozen=True, kw_only=True)
class DosesSpec(Spec):
    """A table of doses; with ``days``, a line for days a week where no dose says how often."""

    days: bool = True


@dataclass(frozen=True, kw_only=True)
class DoseSpec(Spec):
    """A dose in words."""

    style: str
    say: str = "all"


def compose_dose(spec: DoseSpec, context: Context) -> Block | None:
    """Compose a dose, or a part of it."""
    doses = [dose for path in spec.of if isinstance(dose := context.value(path), Dose)]
    if spec.say == LARGE:
        large = tuple(run for dose in doses for run in _big_runs(dose, context))
        return Paragraph(runs=large, style=spec.style, name=spec.name) if large else None
    said = [text for dose in doses for text in _said(dose, spec.say, context)]
    if not any(said):
        return None
    return Paragraph(runs=(Run(context.labels.joined(said)),), style=spec.style, name=spec.name)


def _said(dose: Dose, part: str, context: Context) -> Sequence[str]:
    number = figures(dose, context.labels)
    match part:
        case "the figures":
            return [number] if number else []
        case "the figures in words":
            return ["".join(run.text for run in _big_runs(dose, context))]
        case "how":
            return [how(dose, context.labels)]
        case "the rest":
            return [text for text in in_words(dose, context.labels) if text != number]
        case _:
            return in_words(dose, context.labels)


def compose_doses(spec: DosesSpec, context: Context) -> Block | None:
    """Compose the goals in the order they were written.

    How often is said once below the table when it is the same for all goals.
    """
    goals = [goal for path in spec.of for goal in context.value(path) or ()]
    if not goals:
        return None
    often = [how_often(dose, context.labels) for _, dose in goals]
    alike = len(set(often)) == 1
    hows = [
        context.labels.joined(filter(None, (how(dose, context.labels), "" if alike else times)))
        for (_, dose), times in zip(goals, often, strict=True)
    ]
    below: list[Block] = []
    if alike and often[0]:
        said = _text(often[0], "dose-often")
        below.append(labelled("how-often", "note", said, Track("share"), context.labels))
    elif alike and spec.days:
        line, width = write_line(12.0), Track("points", 60.0)
        below.append(labelled("days-a-week", "note", line, width, context.labels))
    if explained := _explained(goals, context):
        below.append(explained)
    table = _table(goals, hows, context)
    return Stack(blocks=(table, *below), gap="dose-gap", name=spec.name)


def _explained(goals: Sequence[tuple[str, Dose]], context: Context) -> Block | None:
    """Say in words what the figures mean: those of the client’s goal, or of the first that will do.

    A goal will do that has several sets, and one amount for each of them.
    """
    chosen = folded(context.value("client.goal") or "")
    for _, dose in sorted(goals, key=lambda goal: folded(goal[0]) != chosen):
        amount = dose.reps or dose.hold or dose.time
        if dose.sets is None or amount is None or amount.per_set or str(dose.sets) == "1":
            continue
        said = _meaning(dose, context.labels)
        text = Paragraph(runs=(Run(said),), style="dose-explained", role="P")
        return Stack(blocks=(text,), name=HOW_TO_READ)
    return None


def _meaning(dose: Dose, labels: Labels) -> str:
    """Say in words what the figures of a dose mean."""
    amount = amount_of(dose, labels)
    sets = labels.counted("sets", span_in_print(dose.sets, labels)) if dose.sets else ""
    said = figures(dose, labels)
    if not dose.reps:
        return labels["figures-mean-time"].format(figures=said, amount=amount, sets=sets)
    times = labels.counted("times", amount)
    return labels["figures-mean-times"].format(figures=said, times=times, sets=sets)


def _table(goals: Sequence[tuple[str, Dose]], hows: Sequence[str], context: Context) -> Table:
    chosen = folded(context.value("client.goal") or "")
    has_how = any(hows)
    first = Track("content" if has_how else "share")
    tracks = (first, Track("content"), *([Track("share")] if has_how else []))
    rows = [_head(context, goals, has_how)]
    for (goal, dose), rest in zip(goals, hows, strict=True):
        if folded(goal) == chosen:
            rows.append(_chosen_row(goal, dose, rest, context, len(tracks)))
        else:
            name = OTHER_GOALS if chosen else None
            rows.append(_row(goal, dose, rest if has_how else None, context, name))
    return Table(rows=tuple(rows), tracks=tracks, gap=8.0, padding=2.5, row_height="dose-row")


def _head(context: Context, goals: Sequence[tuple[str, Dose]], has_how: bool) -> TableRow:
    keys = ["goal", amount_head([dose for _, dose in goals]), *(["how"] if has_how else [])]
    texts = (_text(context.labels[key], "dose-label") for key in keys)
    return TableRow(tuple(TableCell(text, head="Column") for text in texts))


def _row(
    name: str, dose: Dose, rest: str | None, context: Context, row_name: str | None
) -> TableRow:
    ring = Sign(kind="ring", size=11.0, line="dose-goal")
    goal = Row(
        blocks=(ring, _text(context.labels.sentence_case(name), "dose-goal")),
        tracks=(Track("points", 17.0), Track("share")),
    )
    cells = [
        TableCell(Measure(block=goal, width="goal-width"), head="Row"),
        TableCell(_text(figures(dose, context.labels), "dose-figures")),
    ]
    if rest is not None:
        cells.append(TableCell(_text(rest, "dose-note")))
    return TableRow(tuple(cells), name=row_name)


def _chosen_row(name: str, dose: Dose, rest: str, context: Context, columns: int) -> TableRow:
    """Compose the client’s goal: ticked, large, over all columns."""
    title = Row(
        blocks=(
            Sign(kind="done", size=12.0, line="dose-goal"),
            Paragraph(
                runs=(Run(context.labels.sentence_case(name), weight=BOLD),),
                style="dose-goal",
                role=None,
            ),
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
    content = Stack(blocks=(title, _beside(big, rest)))
    padding = Edges("chosen-block", "callout-inline", "chosen-block", "callout-inline")
    return TableRow((TableCell(Frame(block=content, padding=padding), span=columns),), chosen=True)


def _beside(big: Block, rest: str) -> Block:
    """Compose the figures with the rest of the dose beside them, or below where both are long."""
    if not rest:
        return big
    return Wrap(blocks=(big, _text(rest, "dose-note")), gap="chosen-inline")


def _big_runs(dose: Dose, context: Context) -> Iterable[Run]:
    """Give the figures large and their words small: **3–4** sets × **3–5** reps."""
    labels = context.labels
    amount = amount_of(dose, labels)
    if dose.sets:
        yield from _counted("sets", span_in_print(dose.sets, labels), labels)
    if dose.sets and amount:
        yield Run(TIMES, style="dose-unit")
    if dose.reps:
        yield from _counted("reps", amount, labels)
    elif amount:
        yield Run(amount)


def _counted(key: str, figure: str, labels: Labels) -> Iterable[Run]:
    """Give a figure large among small words; a form that says it without a figure is large."""
    before, place, after = labels.pattern(key, figure).partition("{value}")
    if before:
        yield Run(before, style="dose-unit" if place else None)
    if place:
        yield Run(figure)
    if after:
        yield Run(after, style="dose-unit")


def _text(text: str, style: str) -> Paragraph:
    return Paragraph(runs=(Run(text),), style=style, role=None)


_PARTS = ("all", "the figures", "the figures in words", LARGE, "the rest", "how")
"""Parts of a dose: ``the rest`` is how with how often."""

KINDS = (
    declare(
        "dose",
        "A dose in words.",
        DoseSpec,
        compose_dose,
        Field("style", Line(), "The style it is set in.", required=True, example="dose-big"),
        Field("say", words(*_PARTS), "Which part of it."),
    ),
    declare(
        "doses",
        "Sets by goal, the client’s own in a frame.",
        DosesSpec,
        compose_doses,
        Field("days", YES_NO, "A line for days a week, where no dose says how often."),
        shows="doses",
    ),
)
