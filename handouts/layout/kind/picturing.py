"""Pictures, the brand's logo, and QR codes."""

from __future__ import annotations

from dataclasses import dataclass

from handouts.layout.block import (
    Block,
    Image,
    Length,
    Measure,
    Paragraph,
    Qr,
    Row,
    Run,
    Sign,
    Stack,
    Track,
    Wrap,
)
from handouts.layout.context import Context
from handouts.layout.inline import runs
from handouts.layout.length import LENGTH
from handouts.layout.spec import Spec, declare
from handouts.model.exercise import PictureRef
from handouts.source.shape import Field, Line


@dataclass(frozen=True, kw_only=True)
class PicturesSpec(Spec):
    """Pictures side by side, each over its caption."""

    height: Length
    gap: Length = 14.0
    style: str = "caption"


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
    """Compose the pictures that can be read; each gets an equal share of the width."""
    refs = [ref for path in spec.of for ref in context.value(path) or ()]
    frames = [frame for ref in refs if (frame := _picture(spec, ref, context)) is not None]
    if not frames:
        return None
    tracks = (Track("share"),) * len(frames)
    return Row(blocks=tuple(frames), tracks=tracks, gap=spec.gap, align="bottom", name=spec.name)


def compose_logo(spec: LogoSpec, context: Context) -> Block | None:
    """Compose the logo; without one there is nothing."""
    ref = context.value("brand.logo")
    picture = context.picture(ref) if ref else None
    if picture is None:
        return None
    return Image(picture=picture, alt=context.value("brand.name") or "", height=spec.height)


def compose_qr(spec: QrSpec, context: Context) -> Block | None:
    """Compose the code over its label and the address in words."""
    addresses = context.texts(spec.of)
    if not addresses:
        return None
    address = addresses[0]
    label = context.labels[spec.label] if spec.label else ""
    shown = address.removeprefix("https://").removeprefix("http://").rstrip("/")
    lines = [text for text in (label, shown) if text]
    words = tuple(Paragraph(runs=(Run(text),), style=spec.style) for text in lines)
    code = Qr(address=address, alt=f"{label}: {shown}" if label else shown, size=spec.size)
    return Measure(block=Stack(blocks=(code, *words), gap=1.0), width=spec.width, name=spec.name)


def _picture(spec: PicturesSpec, ref: PictureRef, context: Context) -> Block | None:
    picture = context.picture(ref)
    if picture is None:
        return None
    name = context.labels["figure-of"].format(name=context.value("exercise"))
    image = Image(picture=picture, alt=ref.alt or ref.caption or name, height=spec.height)
    caption = _caption(spec, ref)
    return Stack(blocks=(image, caption), gap="caption-gap") if caption else image


def _caption(spec: PicturesSpec, ref: PictureRef) -> Block | None:
    """Compose the numbers of the steps a picture shows, and what it says of them."""
    discs: tuple[Block, ...] = tuple(
        Sign(
            kind="disc", size=13.0, text=step, style="caption-number", line=spec.style, role="Span"
        )
        for step in ref.steps
    )
    text = (Paragraph(runs=runs(ref.caption), style=spec.style),) if ref.caption else ()
    blocks = (*discs, *text)
    return Wrap(blocks=blocks, gap=5.0, role="Caption") if blocks else None


KINDS = (
    declare(
        "pictures",
        "Pictures side by side, each over its caption.",
        PicturesSpec,
        compose_pictures,
        Field("height", LENGTH, "The highest a picture gets.", required=True),
        Field("gap", LENGTH, "Space between pictures."),
        Field("style", Line(), "The style of the captions."),
    ),
    declare(
        "logo",
        "The brand’s logo.",
        LogoSpec,
        compose_logo,
        Field("height", LENGTH, "How high it is."),
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
