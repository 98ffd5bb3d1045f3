"""Galleys: handouts as they were set, to be looked at before they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from handouts.dataclass import dataclass
from handouts.layout.block import Document
from handouts.source.problem import Problem
from handouts.typeset.typeset import Typeset

NOTHING = Typeset()


@dataclass(frozen=True, slots=True)
class Galley:
    """A handout as it was set: its documents and what came of them, with all that is wrong.

    There are no documents where it could not be composed.
    """

    problems: Sequence[Problem]
    result: Typeset = NOTHING
    documents: Sequence[Document] = ()

    def telling(self, problems: Sequence[Problem]) -> Galley:
        """The galley with other problems."""
        return replace(self, problems=problems)
