"""The words that handouts print of their own accord, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Literal

from handouts.dataclass import dataclass
from handouts.source.problem import Problem
from handouts.source.shape import Line, MappingOf
from handouts.source.yaml import read

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""The languages written from right to left, by their codes."""


class BrokenLabels(ValueError):
    """Our own file of labels cannot be read; ``problems`` say why."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        super().__init__(f"{file}: {problems}")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by their keys, for one language (a BCP 47 tag)."""

    language: str
    words: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def __contains__(self, key: object) -> bool:
        return key in self.words

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written, and pages in it run."""
        return "rtl" if self.language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    def date(self, day: date) -> str:
        """Write a date without its year: 30 Nov."""
        month = self._listed("months")[day.month - 1]
        return self.words["day-and-month"].format(day=day.day, month=month)

    def day(self, number: int) -> str:
        """Give the name of a day of the week; 1 is Monday."""
        return self._listed("weekdays")[number - 1]

    def numbered_day(self, number: int) -> str:
        """Name a day by its number, where a program's week has not seven of them."""
        return self.words["numbered-day"].format(number=number)

    def is_warning(self, lead: str) -> bool:
        """Whether a tip's lead says what not to do, by the words it begins with."""
        start = lead.casefold()
        words = self._listed("warning-words")
        return any(start.startswith(w) and not start[len(w) :][:1].isalnum() for w in words)

    def _listed(self, key: str) -> list[str]:
        return [word.strip() for word in self.words[key].split(",")]


def languages(folder: Path) -> list[str]:
    """List the languages that labels are written in."""
    return sorted(path.stem for path in folder.glob("*.yaml"))


def load_labels(folder: Path, language: str) -> Labels:
    """Read the labels of a language.

    Raises ``KeyError`` when there are none, and ``BrokenLabels``.
    """
    path = folder / f"{language}.yaml"
    if not path.is_file():
        raise KeyError(language)
    node, problems = read(path, path.name)
    shape = MappingOf(Line(limit=1000))
    entries = shape.read(node, problems) if node else None
    if entries is None or problems:
        raise BrokenLabels(path.name, problems)
    return Labels(language, dict(entries))
