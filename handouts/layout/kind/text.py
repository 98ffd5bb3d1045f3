"""Blocks of text: headings, paragraphs, chips, callouts, the disclaimer and the page's number."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from handouts.dataclass import dataclass
from handouts.layout.block import (
    DISCLAIMER,
    Block,
    Edges,
    Frame,
    Length,
    PageNumber,
    Paragraph,
    Row,
    Run,
    Sign,
    SignKind,
    Stack,
    Track,
    Wrap,
)
from handouts.layout.context import Context
from handouts.layout.inline import BOLD, runs
from handouts.layout.length import LENGTH
from handouts.layout.spec import Spec, Verbatim, declare
from handouts.source.shape import Field, Line, Prose, words


@dataclass(frozen=True, kw_only=True)
class TextSpec(Spec):
    """Text from the data, from the labels, or as it stands in the layout."""

    style: str
    text: str | None = None
    label: str | None = None
    lead: str | None = None
    join: str | None = None
    case: str = "as written"
    link: str | None = None


@dataclass(frozen=True, kw_only=True)
class TagSpec(TextSpec):
    """A few words on ink."""

    style: str = "tag"


@dataclass(frozen=True, kw_only=True)
class HeadingSpec(TextSpec):
    """Text that heads what follows."""

    level: str = "1"


@dataclass(frozen=True, kw_only=True)
class DisclaimerSpec(TextSpec):
    """The disclaimer, in full or in short."""

    form: Literal["full", "short"] = "full"


@dataclass(frozen=True, kw_only=True)
class ChipsSpec(Spec):
    """Short words, each in a box."""

    style: str = "chip"
    gap: Length = 7.0


@dataclass(frozen=True, kw_only=True)
class CalloutSpec(TextSpec):
    """Text that must be seen: behind a sign, which a box may hold, or behind a label on ink."""

    look: str = "box"
    sign: SignKind = "stop"
    sign_size: Length = 20.0
    label_style: str = "tag"


def compose_text(spec: TextSpec, context: Context) -> Block | None:
    """Compose a paragraph, or several where the text has empty lines."""
    text = _text(spec, context)
    if not text:
        return None
    parts = [" ".join(part.split("\n")) for part in text.split("\n\n") if part.strip()]
    lead = (Run(context.label(spec.lead) + " ", weight=BOLD),) if spec.lead else ()
    link = f"#{spec.link}" if spec.link else None
    first = Paragraph(runs=(*lead, *runs(parts[0])), style=spec.style, name=spec.name, link=link)
    if len(parts) == 1:
        return first
    others = (Paragraph(runs=runs(part), style=spec.style) for part in parts[1:])
    return Stack(blocks=(first, *others), gap="paragraph-gap", name=spec.name)


def compose_heading(spec: HeadingSpec, context: Context) -> Block | None:
    """Compose a heading of the level that the structure gives it."""
    text = _text(spec, context)
    role = f"H{spec.level}"
    return Paragraph(runs=runs(text), style=spec.style, role=role, name=spec.name) if text else None


def compose_chips(spec: ChipsSpec, context: Context) -> Block | None:
    """Compose the chips as one list."""
    return chips(spec, context.texts(spec.of), context)


def chips(spec: ChipsSpec, texts: Sequence[str], context: Context) -> Block | None:
    """Compose texts as chips; nothing where there are none."""
    if not texts:
        return None
    boxes = tuple(
        Frame(
            block=Paragraph(
                runs=(Run(context.labels.sentence_case(text)),), style=spec.style, role="LBody"
            ),
            padding=Edges("chip-block", "chip-inline", "chip-block", "chip-inline"),
            line="chip-line",
            colour="rule",
            width="content",
            role="LI",
        )
        for text in texts
    )
    return Wrap(blocks=boxes, gap=spec.gap, line_gap=4.0, name=spec.name, role="L")


def compose_callout(spec: CalloutSpec, context: Context) -> Block | None:
    """Compose a callout in its look."""
    text = _text(spec, context)
    if not text:
        return None
    if spec.look == "tag":
        return _tagged(spec, text, context)
    lead = (Run(context.label(spec.lead) + " ", weight=BOLD),) if spec.lead else ()
    sign = Sign(kind=spec.sign, size=spec.sign_size)
    words_of_it = Paragraph(runs=(*lead, *runs(" ".join(text.split()))), style=spec.style)
    row = Row(
        blocks=(sign, words_of_it),
        tracks=(Track("content"), Track("share")),
        gap=10.0,
        align="middle",
    )
    if spec.look == "plain":
        return replace(row, align="top", gap=8.0, name=spec.name)
    padding = Edges("callout-block", "callout-inline", "callout-block", "callout-inline")
    return Frame(block=row, padding=padding, line="callout-line", name=spec.name)


def compose_tag(spec: TextSpec, context: Context) -> Block | None:
    """Compose a few words on ink."""
    text = _text(spec, context)
    return _tag(text, spec.style, spec.name) if text else None


def _tag(text: str, style: str, name: str | None = None) -> Block:
    return Frame(
        block=Paragraph(runs=(Run(text),), style=style),
        padding=Edges("tag-block", "tag-inline", "tag-block", "tag-inline"),
        fill="ink",
        width="content",
        name=name,
    )


def _tagged(spec: CalloutSpec, text: str, context: Context) -> Block:
    label = context.labels[spec.label or ""]
    tag = _tag(label, spec.label_style)
    words_of_it = Frame(
        block=Paragraph(runs=runs(" ".join(text.split())), style=spec.style),
        padding=Edges(top="tag-drop"),
    )
    return Row(
        blocks=(tag, words_of_it),
        tracks=(Track("content"), Track("share")),
        gap=8.0,
        name=spec.name,
    )


def compose_disclaimer(spec: DisclaimerSpec, context: Context) -> Block:
    """Compose the disclaimer: the item's own, else the language's; the brand may add to it.

    Its short form is the language's alone, for pages after one that has it in full.
    """
    if spec.form == "short":
        short = (Run(context.labels["disclaimer-short"]),)
        return Paragraph(runs=short, style=spec.style, name=spec.name, title=DISCLAIMER)
    own = context.value("disclaimer") or context.labels["disclaimer"]
    text = " ".join(part for part in (own, context.value("brand.disclaimer")) if part)
    said = runs(" ".join(text.split()))
    return Paragraph(runs=said, style=spec.style, name=spec.name, title=DISCLAIMER)


def compose_page_number(spec: TextSpec, context: Context) -> Block:
    """Compose “Page 1 of 2”, which a single page does not print."""
    return PageNumber(text=context.labels[spec.label or "page"], style=spec.style, name=spec.name)


def _text(spec: TextSpec, context: Context) -> str:
    if spec.of:
        texts = context.texts(spec.of)
        text = context.labels.joined(texts) if spec.join is None else spec.join.join(texts)
    elif spec.label:
        text = context.label(spec.label)
    else:
        text = spec.text or ""
    return context.labels.sentence_case(text) if spec.case == "sentence" else text


_STYLE = Field("style", Line(), "The style it is set in.", required=True, example="body")
_TEXT = (
    _STYLE,
    Field("text", Prose(), "The text itself, where it does not come from the data."),
    Field("label", Line(), "A label in the sheet's language."),
    Field("lead", Line(), "A label set bold before the text."),
    Field(
        "join",
        Verbatim(),
        "What stands between the items of a list, spaces and all; a comma if nothing is said.",
    ),
    Field("case", words("as written", "sentence"), "sentence begins with a capital."),
)
_LINK = Field("link", words("plan"), "What it leads to: plan is the head of the program.")

KINDS = (
    declare("text", "A paragraph.", TextSpec, compose_text, *_TEXT, _LINK),
    declare(
        "heading",
        "Text that heads what follows.",
        HeadingSpec,
        compose_heading,
        *_TEXT,
        Field("level", words("1", "2", "3"), "Its level in the document's structure."),
    ),
    declare(
        "chips",
        "Short words, each in a box.",
        ChipsSpec,
        compose_chips,
        Field("style", Line(), "The style they are set in."),
        Field("gap", LENGTH, "Space between them."),
    ),
    declare(
        "callout",
        "Text that must be seen.",
        CalloutSpec,
        compose_callout,
        *_TEXT,
        Field(
            "look",
            words("box", "plain", "tag"),
            "A sign in a box, or without one, or a label on ink with the text behind it.",
        ),
        Field("sign", words("stop", "done", "dot"), "The sign in the box."),
        Field("sign-size", LENGTH, "The sign's height."),
        Field("label-style", Line(), "The style of the label on ink."),
    ),
    declare(
        "tag",
        "A few words on ink.",
        TagSpec,
        compose_tag,
        Field("style", Line(), "The style they are set in."),
        *_TEXT[1:],
    ),
    declare(
        "disclaimer",
        "The disclaimer.",
        DisclaimerSpec,
        compose_disclaimer,
        _STYLE,
        Field("form", words("full", "short"), "In short, for pages after the first."),
    ),
    declare(
        "page number",
        "The page's number among the pages.",
        TextSpec,
        compose_page_number,
        _STYLE,
        Field("label", Line(), "The label with {page} and {pages}."),
    ),
)
