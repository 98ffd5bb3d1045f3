"""Pieces that several kinds of blocks are made of."""

from __future__ import annotations

from handouts.layout.block import Block, Frame, Paragraph, Row, Run, Space, Track
from handouts.layout.labels import Labels


def between(side: Block, block: Block, gap: float = 0.0) -> Block:
    """Compose a block in the middle, the same on both sides of it."""
    tracks = (Track("share"), Track("content"), Track("share"))
    return Row(blocks=(side, block, side), tracks=tracks, gap=gap, align="middle")


def centred(block: Block) -> Block:
    """Compose a block in the middle of its room."""
    return between(Space(height=0.0), block)


def write_line(height: float) -> Block:
    """Compose a line to write on, with ``height`` points above it."""
    line = Space(height=height)
    return Frame(block=line, line=0.6, colour="ink2", sides=frozenset({"bottom"}))


def labelled(key: str, style: str, value: Block, track: Track, labels: Labels) -> Block:
    """Compose a label with what is known of it, or with a line to write on, beside it."""
    said = labels["colon"].format(label=labels[key])
    label = Paragraph(runs=(Run(said),), style=style, role=None)
    return Row(blocks=(label, value), tracks=(Track("content"), track), gap=6.0, align="middle")
