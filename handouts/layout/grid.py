"""The grid: kinds of blocks that show where they stand, under the names that layouts give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from handouts.layout.block import Block, PageBreak, Rule, Space, Traced
from handouts.layout.context import Context, Several
from handouts.layout.spec import Kind, Spec

_BARE = (PageBreak, Rule, Space)
"""What is nothing but its own place."""


def traced(kinds: Mapping[str, Kind]) -> Mapping[str, Kind]:
    """Give kinds whose blocks are traced."""
    return {word: replace(kind, compose=partial(_compose, kind)) for word, kind in kinds.items()}


def _compose(kind: Kind, spec: Spec, context: Context) -> Block | None:
    block = kind.compose(spec, context)
    if isinstance(block, Several):
        return Several(blocks=tuple([_traced(each, spec) for each in block.blocks]))
    return block and _traced(block, spec)


def _traced(block: Block, spec: Spec) -> Block:
    if isinstance(block, _BARE):
        return block
    return Traced(block=block, label=spec.name or spec.kind, named=spec.name is not None)
