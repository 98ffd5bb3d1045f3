"""Titles: whether two items of a library can be told apart on paper."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.model.kind import Item
from handouts.preflight.index import Index
from handouts.source.problem import Problem, Severity


def shared_title(item: Item, index: Index) -> Iterator[Problem]:
    """Warn of an item that is called as others of its kind are, but for capitals and signs."""
    entry = index.entry(item)
    if entry is None:
        return
    others = [each for each in index.namesakes(entry.kind.word, item.title) if each != entry]
    if others:
        message = f"{item.title} is also the title of {', '.join(each.file for each in others)}"
        hint = "write into one of them what tells them apart; capitals and signs do not"
        place = item.places.get(entry.kind.word)
        yield Problem("same-title", message, place, hint, Severity.WARNING)
