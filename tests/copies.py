"""What tests of rules about items share: items taken apart, with the English words that ship."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from handouts.model.exercise import EXERCISE
from handouts.model.grammar import Grammar
from handouts.model.kind import Item
from handouts.model.ladder import LADDER
from handouts.model.program.file import PROGRAM
from handouts.preflight.copy import Copy, copy_of
from handouts.preflight.items import Check
from handouts.preflight.words import Vocabulary, Words
from handouts.source.yaml import parse

GRAMMARS: Mapping[str, Grammar[Any]] = {
    "exercise": EXERCISE,
    "ladder": LADDER,
    "program": PROGRAM,
}


@cache
def words(language: str) -> Words:
    """The words that ship."""
    found, problems = Vocabulary([]).of(language)
    assert not problems
    return found


def copy(text: str) -> Copy:
    """The copy of an item from the text of its file."""
    node, problems = parse(text.encode(), "test.yaml")
    assert node is not None
    item: Item | None = GRAMMARS[text.partition(":")[0]].read(node, problems)
    assert item is not None, problems
    return copy_of(item, words(item.lang))


def cues(*texts: str, key: str = "execution", more: str = "") -> Copy:
    """The copy of an exercise with cues, each as it stands in its file."""
    return copy(f"exercise: Chair\n{more}{key}:\n" + "".join(f"  - {text}\n" for text in texts))


def told(check: Check, subject: Copy) -> list[tuple[str, int]]:
    """What a rule finds: the code of each problem, and the line it stands in."""
    problems = [*check(subject)]
    assert all(problem.place and problem.hint for problem in problems)
    return [(each.code, each.place.line) for each in problems if each.place]
