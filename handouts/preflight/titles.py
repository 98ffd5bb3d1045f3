"""Titles: whether two items of a library can be told apart on paper."""

from __future__ import annotations

from collections.abc import Iterator

from handouts.model.kind import Item
from handouts.preflight.index import Index
from handouts.source.problem import Problem, Severity

SAME_TITLE = "same-title"


def shared_title(item: Item, index: Index) -> Iterator[Problem]:
    """Warn of items that are called as others of their kind are, but for capitals and signs.

    It is told once, at the last of them, whichever is asked; that one's file may allow it.
    """
    entry = index.entry(item)
    if entry is None:
        return
    *others, last = index.namesakes(entry.kind.word, item.title) or [entry]
    told = item if last == entry else index.item(last)
    if not others or told is None or (told is not item and SAME_TITLE in dict(told.allow)):
        return
    message = f"{told.title} is also the title of {', '.join(each.file for each in others)}"
    hint = "write into one of them what tells them apart; capitals and signs do not"
    place = told.places.get(entry.kind.word)
    yield Problem(SAME_TITLE, message, place, hint, Severity.WARNING)
