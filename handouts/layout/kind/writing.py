"""What is left for a pen, and plain signs and rules."""

from __future__ import annotations

from handouts.dataclass import dataclass
from handouts.layout.block import Block, Length, Rule, Sign, SignKind, WriteLines
from handouts.layout.block import Field as FieldBlock
from handouts.layout.context import Context
from handouts.layout.length import LENGTH
from handouts.layout.spec import Spec, declare
from handouts.model.exercise import Level
from handouts.source.shape import Field, Line, words


@dataclass(frozen=True, kw_only=True)
class FieldSpec(Spec):
    """A label with a value, or with a line to write it on."""

    label: str
    blank: Length = 72.0
    label_style: str = "label"
    style: str = "field"


@dataclass(frozen=True, kw_only=True)
class LinesSpec(Spec):
    """Lines to write on."""

    count: Length = 3.0
    pitch: Length = 18.0
    most: Length = 30.0


@dataclass(frozen=True, kw_only=True)
class RuleSpec(Spec):
    """A line across."""

    thickness: Length
    colour: str = "ink"


@dataclass(frozen=True, kw_only=True)
class SignSpec(Spec):
    """A drawn sign."""

    sign: SignKind
    size: Length
    style: str | None = None
    colour: str = "ink"


def compose_field(spec: FieldSpec, context: Context) -> Block:
    """Compose a field, filled in where the data is there."""
    return FieldBlock(
        label=context.labels[spec.label],
        value=context.labels.joined(context.texts(spec.of)),
        label_style=spec.label_style,
        value_style=spec.style,
        blank=spec.blank,
        name=spec.name,
    )


def compose_lines(spec: LinesSpec, context: Context) -> Block:
    """Compose lines to write on."""
    return WriteLines(count=spec.count, pitch=spec.pitch, most=spec.most, name=spec.name)


def compose_rule(spec: RuleSpec, context: Context) -> Block:
    """Compose a rule."""
    return Rule(thickness=spec.thickness, colour=spec.colour, name=spec.name)


def compose_sign(spec: SignSpec, context: Context) -> Block | None:
    """Compose a sign; one for a level has a level, or is not there."""
    levels = [level for path in spec.of if isinstance(level := context.value(path), Level)]
    if spec.sign == "level" and not levels:
        return None
    value = list(Level).index(levels[0]) + 1 if levels else 0
    return Sign(kind=spec.sign, size=spec.size, line=spec.style, colour=spec.colour, value=value)


_SIGNS = words(
    "tick", "cross", "stop", "done", "dot", "start-arrow", "end-arrow", "up", "down", "level"
)

KINDS = (
    declare(
        "field",
        "A label with a value, or with a line to write it on.",
        FieldSpec,
        compose_field,
        Field("label", Line(), "The label.", required=True),
        Field("blank", LENGTH, "How long the line to write on is."),
        Field("label-style", Line(), "The style of the label."),
        Field("style", Line(), "The style of the value."),
    ),
    declare(
        "lines",
        "Lines to write on; they take the height that is to spare.",
        LinesSpec,
        compose_lines,
        Field("count", LENGTH, "The fewest, a number or a token."),
        Field("pitch", LENGTH, "The least space for a line."),
        Field("most", LENGTH, "The most space for a line, before there are more."),
    ),
    declare(
        "rule",
        "A line across the width.",
        RuleSpec,
        compose_rule,
        Field("thickness", LENGTH, "How thick it is.", required=True),
        Field("colour", Line(), "Its colour, a token."),
    ),
    declare(
        "sign",
        "A drawn sign.",
        SignSpec,
        compose_sign,
        Field("sign", _SIGNS, "Which one.", required=True),
        Field("size", LENGTH, "How high it is.", required=True),
        Field("style", Line(), "The style of the line it stands beside."),
        Field("colour", Line(), "Its colour, a token."),
    ),
)
