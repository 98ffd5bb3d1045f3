"""Composing: a block specification and a sheet become a block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import field, replace
from typing import Any, Protocol

from handouts.dataclass import dataclass
from handouts.figure.drawing import Strip
from handouts.layout.block import Block, Holder, Stack
from handouts.layout.labels import Labels
from handouts.layout.sheet import Sheet, as_texts, is_there
from handouts.layout.spec import Condition, Kind, Spec
from handouts.model.exercise import PictureRef
from handouts.source.node import Node
from handouts.source.problem import Problem
from handouts.typeset.picture import Picture
from handouts.typeset.vector import Vector

FIELD = re.compile(r"\{([a-z_]+\.[a-z_.]+)\}")
"""A field of the data that a label names."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Several(Holder):
    """Blocks that stand where one was asked for, as if each had been written there."""


class Artwork(Protocol):
    """Where pictures and drawings come from, or what is wrong with them."""

    def picture(self, ref: PictureRef) -> Picture | Vector | Problem:
        """Read a picture that data names."""
        ...

    def strip(self, figure: Node) -> Strip | list[Problem]:
        """Draw a pose description, or find the drawing made before."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """What composing needs: the sheet, the kinds of blocks, pictures, and where problems go.

    ``kept`` holds blocks that stand in several places of one document.
    """

    sheet: Sheet
    kinds: Mapping[str, Kind]
    artwork: Artwork
    problems: list[Problem] = field(default_factory=list)
    kept: dict[Any, Any] = field(default_factory=dict)

    @property
    def labels(self) -> Labels:
        """The sheet's labels."""
        return self.sheet.labels

    @property
    def is_in_own_words(self) -> bool:
        """Whether the texts are in the language of the labels."""
        own, labels = self.sheet.item.lang, self.labels.language
        return own.split("-")[0] == labels.split("-")[0]

    def compose(self, spec: Spec) -> Block | None:
        """Compose one block; none if a condition fails or there is nothing to show."""
        if not self.holds(spec.when):
            return None
        block = self.kinds[spec.kind].compose(spec, self)
        if block is None or spec.instead_of is None:
            return block
        return Stack(blocks=(block,), instead_of=spec.instead_of)

    def compose_one(self, spec: Spec) -> Block | None:
        """Compose a block that has a place of its own, several of them below one another."""
        block = self.compose(spec)
        return Stack(blocks=block.blocks) if isinstance(block, Several) else block

    def compose_all(self, specs: Iterable[Spec]) -> tuple[Block, ...]:
        """Compose blocks in order, without those that are not there."""
        blocks: list[Block] = []
        for spec in specs:
            block = self.compose(spec)
            if isinstance(block, Several):
                blocks += block.blocks
            elif block is not None:
                blocks.append(block)
        return tuple(blocks)

    def about(self, name: str, value: Any) -> Context:
        """Give the context of a part of the sheet, which is about one week or one session."""
        return replace(self, sheet=replace(self.sheet, here={**self.sheet.here, name: value}))

    def label(self, key: str) -> str:
        """Give a label, the fields that it names in braces filled in."""
        return FIELD.sub(lambda field: self.labels.joined(self.texts([field[1]])), self.labels[key])

    def holds(self, conditions: Iterable[Condition]) -> bool:
        """Whether all conditions hold for this sheet."""
        return all(
            any(is_there(self.sheet.value(path)) for path in condition.paths) is condition.wanted
            for condition in conditions
        )

    def value(self, path: str) -> Any:
        """Give a field of the data."""
        return self.sheet.value(path)

    def texts(self, paths: Iterable[str]) -> list[str]:
        """Give the texts of some fields, one after the other."""
        return [text for path in paths for text in as_texts(self.sheet.value(path), self.labels)]

    def picture(self, ref: PictureRef) -> Picture | Vector | None:
        """Read a picture; one that cannot be read is a problem of the sheet."""
        picture = self.artwork.picture(ref)
        if isinstance(picture, Problem):
            self.problems.append(picture)
            return None
        return picture

    def strip(self, figure: Node) -> Strip | None:
        """Draw a figure; a pose that cannot be drawn is a problem of the sheet."""
        strip = self.artwork.strip(figure)
        if isinstance(strip, list):
            self.problems.extend(strip)
            return None
        return strip
