"""Lists of what to do: numbered cues, tips, and questions with their answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from typing import Literal

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Columns,
    Item,
    Length,
    Paragraph,
    Run,
    Sign,
    SignKind,
    Stack,
)
from handouts.layout.context import Context
from handouts.layout.inline import BOLD, runs
from handouts.layout.length import LENGTH
from handouts.layout.spec import COUNT, Spec, declare
from handouts.model.exercise import Cue
from handouts.source.shape import Field, Line, words


@dataclass(frozen=True, kw_only=True)
class ListSpec(Spec):
    """A list of cues, or the first ``most`` of them.

    It stands in ``columns``; unless they are said, in as many as are no narrower than ``measure``.
    """

    style: str = "cue"
    gap: Length = 0.0
    measure: Length = 230.0
    columns: int | None = None
    column_gap: Length = 20.0
    indent: Length = 22.0
    size: Length = 15.0
    most: int | None = None


@dataclass(frozen=True, kw_only=True)
class StepsSpec(ListSpec):
    """Numbered cues; a disc is higher than a line, so there is a gap unless a layout says so."""

    gap: Length = "cue-gap"
    disc: SignKind = "disc"
    number_style: str = "disc-number"
    say: Literal["all", "leads"] = "all"
    more: str | None = None


@dataclass(frozen=True, kw_only=True)
class BulletsSpec(ListSpec):
    """Cues without numbers."""

    mark: Literal["tick", "dot"] = "tick"


@dataclass(frozen=True, kw_only=True)
class FaqSpec(ListSpec):
    """Questions and answers."""

    question_style: str = "question"


def compose_steps(spec: StepsSpec, context: Context) -> Block | None:
    """Compose numbered cues; a cue never leaves its number."""
    cues: Iterable[Cue] = _cues(spec, context)
    if spec.say == "leads":
        cues = map(_lead_alone, cues)
    items = [
        _item(spec, context, cue, _number_sign(spec, number)) for number, cue in enumerate(cues, 1)
    ]
    steps = _list(spec, items, "Decimal")
    if steps is None or spec.more is None or len(items) == _count(spec, context):
        return steps
    more = Paragraph(runs=(Run(context.labels[spec.more]),), style=spec.style)
    return Stack(blocks=(steps, more), gap=spec.gap, name=spec.name)


def compose_bullets(spec: BulletsSpec, context: Context) -> Block | None:
    """Compose cues behind dots; or tips, a tick before what to do, a cross before what not to."""
    items = [
        _item(spec, context, cue, _tip_sign(spec, cue, context)) for cue in _cues(spec, context)
    ]
    return _list(spec, items, "Disc")


def compose_faq(spec: FaqSpec, context: Context) -> Block | None:
    """Compose each question with its answer below."""
    items = [
        Stack(
            blocks=(
                Paragraph(runs=runs(cue.lead or ""), style=spec.question_style, role="H3"),
                Paragraph(runs=runs(cue.detail), style=spec.style),
            ),
            together=True,
        )
        for cue in _cues(spec, context)
    ]
    if not items:
        return None
    return Columns(
        blocks=tuple(items),
        measure=_NARROWEST if spec.columns else spec.measure,
        most=spec.columns,
        gap=spec.gap,
        column_gap=spec.column_gap,
        name=spec.name,
    )


_NARROWEST = 1.0
"""The measure of columns whose number is said."""


def cue_runs(cue: Cue, context: Context) -> tuple[Run, ...]:
    """Give a cue's text: the lead bold, closed by a full stop unless it closes itself."""
    if not cue.lead:
        return runs(_one_line(cue.detail))
    closed = cue.lead[-1] in _CLOSING
    lead = cue.lead if closed else cue.lead + context.labels["lead-end"]
    if not cue.detail:
        return (Run(lead, weight=BOLD),)
    return (Run(lead + " ", weight=BOLD), *runs(_one_line(cue.detail)))


_CLOSING = frozenset(".!?:;…؟؛。！？：；")
"""What may close a lead, in the scripts that there are fonts for."""


def _cues(spec: ListSpec, context: Context) -> Iterator[Cue]:
    cues = (cue for path in spec.of for cue in context.value(path) or ())
    return islice(cues, spec.most)


def _count(spec: ListSpec, context: Context) -> int:
    return sum(len(context.value(path) or ()) for path in spec.of)


def _lead_alone(cue: Cue) -> Cue:
    """Give a cue without its detail, where it has a lead."""
    return replace(cue, detail="") if cue.lead else cue


def _item(spec: ListSpec, context: Context, cue: Cue, sign: Sign) -> Block:
    text = Paragraph(runs=cue_runs(cue, context), style=spec.style, role="LBody")
    return Item(sign=sign, text=text, indent=spec.indent)


def _number_sign(spec: StepsSpec, number: int) -> Sign:
    return Sign(
        kind=spec.disc,
        size=spec.size,
        text=str(number),
        style=spec.number_style if spec.disc == "disc" else f"{spec.number_style}-open",
        line=spec.style,
        role="Lbl",
    )


def _tip_sign(spec: BulletsSpec, cue: Cue, context: Context) -> Sign:
    if spec.mark == "dot" or not context.is_in_own_words:
        return Sign(kind="dot", size=spec.size, line=spec.style)
    warns = context.labels.is_warning(cue.lead or cue.detail)
    return Sign(kind="cross" if warns else "tick", size=spec.size, line=spec.style)


def _list(spec: ListSpec, items: list[Block], numbering: str) -> Block | None:
    if not items:
        return None
    return Columns(
        blocks=tuple(items),
        measure=_NARROWEST if spec.columns else spec.measure,
        most=spec.columns,
        gap=spec.gap,
        column_gap=spec.column_gap,
        numbering=numbering,
        name=spec.name,
        role="L",
    )


def _one_line(text: str) -> str:
    return " ".join(text.split("\n"))


_LIST = (
    Field("style", Line(), "The style of the text."),
    Field("gap", LENGTH, "Space between the items."),
    Field("columns", COUNT, "In how many columns; as many as there is room for, unless said."),
    Field("measure", LENGTH, "The narrowest a column gets, where their number is not said."),
    Field("column-gap", LENGTH, "Space between columns."),
    Field("indent", LENGTH, "From the column's edge to the text."),
    Field("size", LENGTH, "How large number discs and signs are."),
    Field("most", COUNT, "How many of them, the first ones; all unless said."),
)

KINDS = (
    declare(
        "steps",
        "Numbered cues.",
        StepsSpec,
        compose_steps,
        *_LIST,
        Field("disc", words("disc", "ring"), "Solid or open number discs."),
        Field(
            "number-style", Line(), "The style of the numbers; open discs add -open to its name."
        ),
        Field("say", words("all", "leads"), "Whether the details of the cues are told too."),
        Field("more", Line(), "A label that stands below where there are more cues than most."),
        shows="cues",
    ),
    declare(
        "bullets",
        "Tips, ticked or crossed, or cues behind dots.",
        BulletsSpec,
        compose_bullets,
        *_LIST,
        Field("mark", words("tick", "dot"), "tick tells what to do from what to avoid."),
        shows="cues",
    ),
    declare(
        "faq",
        "Questions with their answers.",
        FaqSpec,
        compose_faq,
        *_LIST,
        Field("question-style", Line(), "The style of the questions."),
        shows="cues",
    ),
)
