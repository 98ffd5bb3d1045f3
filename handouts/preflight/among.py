"""Rules of one item among the others of its library."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handouts.model.kind import Item
from handouts.preflight.index import Index
from handouts.preflight.links import backward_rungs, circles, one_way_links
from handouts.preflight.titles import shared_title
from handouts.preflight.volume import weekly_jumps
from handouts.source.problem import Problem

Rule = Callable[[Item, Index], Iterable[Problem]]

RULES: tuple[Rule, ...] = (
    one_way_links,
    circles,
    backward_rungs,
    shared_title,
    weekly_jumps,
)
"""Every rule that looks at an item and at what else is in its library."""


CODES = frozenset({"rung-order", "same-title", "weekly-jump"})
"""The codes of these rules that are never an error, in whatever is printed."""


def among_others(item: Item, index: Index) -> list[Problem]:
    """What is wrong with an item once the rest of its library is known."""
    return [problem for rule in RULES for problem in rule(item, index)]
