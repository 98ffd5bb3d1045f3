"""Ladders: the rail beside the rungs, and the light that says what pain means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handouts.dataclass import dataclass
from handouts.layout.block import (
    Block,
    Length,
    Paragraph,
    Rail,
    Row,
    Run,
    Sign,
    SignKind,
    Stack,
    Track,
)
from handouts.layout.context import Context
from handouts.layout.inline import BOLD
from handouts.layout.length import LENGTH
from handouts.layout.spec import COUNT, PAIN_DETAIL, Spec, declare
from handouts.model.climbing import Step
from handouts.model.exercise import Pain
from handouts.source.shape import YES_NO, Field, Line, words

MOST_PAIN = 10
"""The end of the scale."""

_LINE_GAP = 6.0
"""Space between lights below one another."""


@dataclass(frozen=True, kw_only=True)
class RailSpec(Spec):
    """A piece of a ladder's rail, as high as the row it stands in."""

    at: str = "rung"


@dataclass(frozen=True, kw_only=True)
class PainLightSpec(Spec):
    """Limits of pain, each with its sign, so many side by side; ``detail`` says what to do."""

    style: str = "note"
    size: Length = 15.0
    detail: bool = False
    columns: int = 3


def compose_rail(spec: RailSpec, context: Context) -> Block | None:
    """Compose the rail with the rung's number, or without one between two rungs."""
    if spec.at != "rung":
        return Rail(top=spec.at == "top")
    step: Step | None = context.sheet.here.get("rung")
    return Rail(text=str(step.number), here=step.here) if step else None


def compose_pain_light(spec: PainLightSpec, context: Context) -> Block | None:
    """Compose carry on, ease off and stop; without limits there is no light."""
    pain: Pain | None = next((context.value(path) for path in spec.of), None)
    if pain is None:
        return None
    lights = [_light(spec, kind, value, context) for kind, value in _limits(pain)]
    lines = range(0, len(lights), spec.columns)
    rows = tuple(_side_by_side(lights[start : start + spec.columns]) for start in lines)
    return Stack(blocks=rows, gap=_LINE_GAP, together=True, name=spec.name)


def _side_by_side(lights: Sequence[Block]) -> Row:
    return Row(blocks=tuple(lights), tracks=(Track("share"),) * len(lights), gap=14.0)


def _limits(pain: Pain) -> Iterator[tuple[SignKind, str]]:
    """Give what to do from 0 up; below the highest limit there may be nothing to ease off for."""
    fine = pain.stop if pain.ease_off is None else pain.ease_off
    yield "carry-on", f"0–{fine}" if fine else "0"
    if fine < pain.stop:
        first = fine + 1
        yield "ease-off", f"{first}–{pain.stop}" if first < pain.stop else str(first)
    if pain.stop < MOST_PAIN:
        yield "halt", str(pain.stop + 1)


def _light(spec: PainLightSpec, kind: SignKind, value: str, context: Context) -> Block:
    labels = context.labels
    said = labels[f"pain-{kind}"].format(value=value)
    blocks = [Paragraph(runs=(Run(said, weight=BOLD),), style=spec.style)]
    if spec.detail:
        detail = labels[f"pain-{kind}-detail"]
        blocks.append(Paragraph(runs=(Run(detail),), style=spec.style, name=PAIN_DETAIL))
    return Row(
        blocks=(Sign(kind=kind, size=spec.size), Stack(blocks=tuple(blocks))),
        tracks=(Track("content"), Track("share")),
        gap=7.0,
        align="middle" if not spec.detail else "top",
    )


KINDS = (
    declare(
        "rail",
        "A ladder’s rail beside a rung, between two of them, or at the top.",
        RailSpec,
        compose_rail,
        Field("at", words("rung", "between", "top"), "Beside what it stands."),
    ),
    declare(
        "pain light",
        "Limits of pain: carry on, ease off, stop.",
        PainLightSpec,
        compose_pain_light,
        Field("style", Line(), "The style of the text."),
        Field("size", LENGTH, "How large the signs are."),
        Field("detail", YES_NO, "Whether it says what to do."),
        Field("columns", COUNT, "How many stand side by side."),
        shows="pain",
    ),
)
