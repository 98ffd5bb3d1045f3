"""What is known of a language: words of the trade with plain ones for them, and verbs.

It is data, in ``words/LANG.yaml`` of the program's library and of anybody's own.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from pathlib import Path

from handouts import resources
from handouts.dataclass import dataclass
from handouts.source.bounds import leads_out, outside
from handouts.source.problem import Place, Problem
from handouts.source.shape import Field, Line, ListOf, MappingOf, Record
from handouts.source.yaml import read

FOLDER = "words"
"""The folder of a library that holds words."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one language, in small letters.

    ``jargon`` gives plain words for those of the trade; ``plain`` are no jargon among these
    readers; ``verbs`` are those that a cue may begin with.
    """

    jargon: Mapping[str, str] = field(default_factory=dict)
    plain: frozenset[str] = frozenset()
    verbs: frozenset[str] = frozenset()


class Vocabulary:
    """The words of all languages in some libraries, an earlier one of which wins."""

    def __init__(self, libraries: Sequence[Path], allowed: Sequence[Path] = ()) -> None:
        own = resources.root() / "data"
        self._folders = [*libraries, *([] if own in map(Path.absolute, libraries) else [own])]
        self._allowed = allowed
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, language: str) -> tuple[Words, list[Problem]]:
        """Give the words of a language, and what is wrong with the files that hold them."""
        jargon: dict[str, str] = {}
        plain: set[str] = set()
        verbs: set[str] = set()
        problems: list[Problem] = []
        for folder in reversed(self._folders):
            path = folder / FOLDER / f"{language.partition('-')[0]}.yaml"
            bounds = (folder, *self._allowed)
            if os.path.lexists(path) and (words := _read(path, bounds, problems)):
                jargon |= {word.lower(): meaning for word, meaning in words.jargon}
                plain |= {word.lower() for word in words.plain}
                verbs |= {word.lower() for word in words.verbs}
        known = {word: meaning for word, meaning in jargon.items() if word not in plain}
        return Words(known, frozenset(plain), frozenset(verbs)), problems


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A file of words, as it was written."""

    jargon: tuple[tuple[str, str], ...] = ()
    plain: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()


_WORD = Line(60)
_FILE = Record(
    _Written,
    (
        Field("jargon", MappingOf(_WORD), "Words of the trade, each with plain words for it."),
        Field("plain", ListOf(_WORD), "Words that are no jargon among these readers."),
        Field("verbs", ListOf(_WORD), "Words that a cue may begin with."),
    ),
)


def _read(path: Path, bounds: Sequence[Path], problems: list[Problem]) -> _Written | None:
    if leads_out(path, bounds):
        # At the folder: at the file, a line of it would be shown.
        problems.append(outside(path.name, Place(path.parent.as_posix())))
        return None
    node, found = read(path, path.as_posix())
    problems += found
    return _FILE.read(node, problems) if node else None
