"""Pictures, the brand's logo, and QR codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from handouts.dataclass import dataclass
from handouts.figure.drawing import Strip
from handouts.figure.palette import SKIN_TONES, STYLES, SkinTone, Style, palette
from handouts.figure.pose import Steps
from handouts.layout.block import (
    Block,
    Figure,
    Image,
    Length,
    Measure,
    Paragraph,
    Pictures,
    Qr,
    Run,
    Sign,
    SignKind,
    Stack,
    Wrap,
)
from handouts.layout.context import Context
from handouts.layout.inline import runs
from handouts.layout.labels import USUAL
from handouts.layout.length import HEIGHT, LENGTH
from handouts.layout.shown import shown_by_figure, shown_by_pictures, steps_of
from handouts.layout.spec import COUNT, Spec, declare
from handouts.model.exercise import PictureRef
from handouts.source.node import Mapping, Text
from handouts.source.node import Sequence as SequenceNode
from handouts.source.problem import Place, Problem, Severity
from handouts.source.shape import YES_NO, Field, Line, words
from handouts.typeset.picture import Picture
from handouts.typeset.vector import Vector

T = TypeVar("T")

FRAME = 4 / 3
"""The shape of the frame that a picture fills, width over height."""

MOST_DISCS = 3
"""Cues of a picture that get a disc each; more are a range in one pill."""


@dataclass(frozen=True, kw_only=True)
class PicturesSpec(Spec):
    """Pictures side by side, each over its caption."""

    height: Length
    scale: Length | None = None
    gap: Length = 14.0
    style: str = "caption"
    disc: Length = 13.0
    drawing: Style = "colour"
    skin: SkinTone = "plain"
    captions: bool = True
    frames: int | None = None


@dataclass(frozen=True, kw_only=True)
class LogoSpec(Spec):
    """The brand's logo."""

    height: Length = 24.0


@dataclass(frozen=True, kw_only=True)
class QrSpec(Spec):
    """A QR code with what it leads to."""

    size: Length = 56.0
    width: Length = 90.0
    label: str | None = None
    style: str = "qr-label"


def compose_pictures(spec: PicturesSpec, context: Context) -> Block | None:
    """Compose the figure if there is one that can be drawn, else the pictures that can be read."""
    values = [context.value(path) for path in spec.of]
    for figure in values:
        if isinstance(figure, Text | SequenceNode | Mapping) and (strip := context.strip(figure)):
            return _figure(spec, strip, context)
    refs = _first_and_last(
        [ref for value in values if isinstance(value, tuple) for ref in value], spec.frames
    )
    shown = [(ref, picture) for ref in refs if (picture := context.picture(ref)) is not None]
    if not shown:
        return None
    return Pictures(
        images=tuple([_image(spec, ref, picture, context) for ref, picture in shown]),
        captions=tuple(
            [
                _captioned(spec, ref.caption, filter(None, map(steps_of, ref.steps)), context)
                for ref, _ in shown
            ]
        ),
        height=spec.height,
        gap=spec.gap,
        caption_gap="caption-gap",
        name=spec.name,
    )


def _figure(spec: PicturesSpec, strip: Strip, context: Context) -> Block:
    """Compose a drawn figure; each frame’s caption names the cues it shows."""
    colours = "grey" if context.sheet.grey and spec.drawing == "colour" else spec.drawing
    frames = _first_and_last(strip.frames, spec.frames)
    strip = replace(strip, frames=frames, description=_description(strip, context))
    return Figure(
        strip=strip,
        palette=palette(colours, spec.skin),
        height=spec.height,
        scale=spec.scale,
        captions=tuple(
            [_captioned(spec, frame.caption, frame.steps, context) for frame in strip.frames]
        ),
        caption_gap="caption-gap",
        name=spec.name,
    )


def _description(strip: Strip, context: Context) -> str:
    """Say what a figure shows: its poses in English, else its name and what its captions say."""
    if context.labels.language == USUAL:
        return strip.description
    name = context.labels["figure-of"].format(name=context.sheet.subject)
    return context.labels.joined(
        (name, *(frame.caption for frame in strip.frames if frame.caption))
    )


def _first_and_last(pictures: Sequence[T], most: int | None) -> Sequence[T]:
    """Give so many pictures that the movement is still seen: the first ones, and the last."""
    if most is None or len(pictures) <= most:
        return pictures
    return [*pictures[: most - 1], pictures[-1]]


def compose_logo(spec: LogoSpec, context: Context) -> Block | None:
    """Compose the logo; without one there is nothing."""
    ref: PictureRef | None = context.value("brand.logo")
    picture = context.picture(ref) if ref else None
    if ref is None or picture is None:
        return None
    name = context.value("brand.name") or ""
    return Image(picture=picture, alt=ref.alt or name, height=spec.height, place=ref.place)


def compose_qr(spec: QrSpec, context: Context) -> Block | None:
    """Compose the code over its label and the address in words."""
    addresses = context.texts(spec.of)
    if not addresses:
        return None
    shown = addresses[0].removeprefix("https://").removeprefix("http://").rstrip("/")
    address = addresses[0] if "://" in addresses[0] else f"https://{addresses[0]}"
    label = context.labels[spec.label] if spec.label else ""
    said = [Paragraph(runs=(Run(label),), style=spec.style)] if label else []
    said.append(Paragraph(runs=(Run(shown),), style=spec.style, link=address))
    code = Qr(
        address=address, alt=context.labels.headed(label, shown) if label else shown, size=spec.size
    )
    return Measure(block=Stack(blocks=(code, *said), gap=1.0), width=spec.width, name=spec.name)


def _image(
    spec: PicturesSpec, ref: PictureRef, picture: Picture | Vector, context: Context
) -> Image:
    name = context.labels["figure-of"].format(name=context.sheet.subject)
    return Image(
        picture=picture,
        alt=ref.alt or ref.caption or name,
        height=spec.height,
        place=ref.place,
        cropped_to=FRAME if ref.fit == "fill" else None,
    )


def _captioned(
    spec: PicturesSpec, caption: str | None, steps: Iterable[Steps], context: Context
) -> Block | None:
    """Compose the numbers of the cues a picture shows, and what it says of them."""
    if not spec.captions:
        return None
    discs: list[Block] = []
    for part in steps:
        context.problems.extend(_missing_cues(part, context))
        discs += _step_signs(part, spec)
    text = (Paragraph(runs=runs(caption), style=spec.style, role=None),) if caption else ()
    blocks = (*discs, *text)
    return Wrap(blocks=blocks, gap=5.0, role="Caption") if blocks else None


def _missing_cues(steps: Steps, context: Context) -> Iterator[Problem]:
    """Warn of a picture that names cues there are not. A figure alone has none to name."""
    count = len(context.value(steps.section) or ())
    if steps.last > count and (context.value("setup") or context.value("execution")):
        message = f"a picture shows cue {steps.last} of {steps.section}, which has {count}"
        hint = f"its last cue is {count}; count the cues again" if count else "take it out"
        yield Problem("steps", message, _place_of(steps, context), hint, Severity.WARNING)


def _place_of(steps: Steps, context: Context) -> Place | None:
    """Where it is written that a picture shows some cues."""
    pictures = context.value("picture") or ()
    shown = (*shown_by_figure(context.value("figure")), *shown_by_pictures(pictures))
    return next((each.place for each in shown if each.steps == steps), None)


def _step_signs(steps: Steps, spec: PicturesSpec) -> Iterator[Block]:
    """Give the discs of some cues, open ones for setup; many are a range in one pill."""
    is_setup = steps.section == "setup"
    count = steps.last - steps.first + 1
    if is_setup and count > 1:
        yield _step_sign("pill", str(steps), "caption-number-open", spec)
        return
    if count > MOST_DISCS:
        yield _step_sign("solid-pill", str(steps), "caption-number", spec)
        return
    for number in range(steps.first, steps.last + 1):
        if is_setup:
            yield _step_sign("ring", str(number), "caption-number-open", spec)
        else:
            yield _step_sign("disc", str(number), "caption-number", spec)


def _step_sign(kind: SignKind, text: str, number_style: str, spec: PicturesSpec) -> Block:
    return Sign(
        kind=kind, size=spec.disc, text=text, style=number_style, line=spec.style, role="Span"
    )


KINDS = (
    declare(
        "pictures",
        "Pictures side by side, each over its caption.",
        PicturesSpec,
        compose_pictures,
        Field("height", HEIGHT, "The highest a picture gets.", required=True),
        Field(
            "scale",
            LENGTH,
            "The most points to a centimetre of a drawn body, for people to be of one size; "
            "unless said, figures grow as far as there is room.",
            example="figure-scale",
        ),
        Field("gap", LENGTH, "Space between pictures."),
        Field("style", Line(), "The style of the captions."),
        Field("disc", LENGTH, "How large the discs in captions are."),
        Field(
            "drawing",
            words(*STYLES),
            "How figures are drawn; outline saves ink, copy is for poor copiers.",
        ),
        Field("skin", words(*SKIN_TONES), "The skin of drawn figures."),
        Field("captions", YES_NO, "Whether each has its caption."),
        Field("frames", COUNT, "The most pictures: the first ones, and the last."),
        shows="pictures",
    ),
    declare(
        "logo",
        "The brand’s logo.",
        LogoSpec,
        compose_logo,
        Field("height", HEIGHT, "How high it is."),
        shows="pictures",
    ),
    declare(
        "qr",
        "A QR code with its address in words.",
        QrSpec,
        compose_qr,
        Field("size", LENGTH, "The least it measures."),
        Field("width", LENGTH, "The widest the words under it get."),
        Field("label", Line(), "The label under it."),
        Field("style", Line(), "The style of the words under it."),
    ),
)
