"""The words that handouts print of their own accord, in one language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal, TypeVar

from handouts.dataclass import dataclass
from handouts.layout.plural import RULE, Plurals
from handouts.model.language import lookup
from handouts.source.node import Mapping as Nodes
from handouts.source.node import Node, Sequence, Text
from handouts.source.problem import Problem
from handouts.source.shape import Line, ListOf, MappingOf, Shape
from handouts.source.yaml import read

T = TypeVar("T")

USUAL = "en"
"""The language of labels where there are none in that of the texts, and of layouts' checks."""

RIGHT_TO_LEFT = frozenset(("ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"))
"""The languages written from right to left, by their codes."""

_DOTTED = frozenset(("az", "tr"))
"""The languages whose small letter i keeps its dot as a capital."""


class BrokenLabels(ValueError):
    """Our own file of labels cannot be read; ``problems`` say why."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        super().__init__(f"{file}: {problems}")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels by their keys, for one language (a BCP 47 tag).

    ``words`` are texts; ``lists`` hold several, as the days of a week; ``forms`` say something of a
    number, which of them is a matter of the language's ``plurals``.
    """

    language: str
    words: Mapping[str, str]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    forms: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    plurals: Plurals = field(default_factory=lambda: Plurals({}))

    def __getitem__(self, key: str) -> str:
        return self.words[key]

    def __contains__(self, key: object) -> bool:
        return key in self.words

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the language is written, and pages in it run."""
        return "rtl" if self.language.partition("-")[0] in RIGHT_TO_LEFT else "ltr"

    def pattern(self, key: str, figure: str) -> str:
        """Give a label in the form for a figure as it prints (``3–4``), its place as {value}."""
        forms = self.forms.get(key)
        return self.words[key] if forms is None else self.plurals.form(figure, forms)

    def counted(self, key: str, figure: str) -> str:
        """Give a label with a figure: 3 sets, once a week, 2–3 times a week."""
        return self.pattern(key, figure).format(value=figure)

    def joined(self, texts: Iterable[str]) -> str:
        """Join texts by the language's comma."""
        return f"{self.words['comma']} ".join(texts)

    def headed(self, head: str, text: str) -> str:
        """Put a text behind its head and the language's colon."""
        return f"{self.words['colon'].format(label=head)} {text}"

    def sentence_case(self, text: str) -> str:
        """Give a text that begins with a capital, the rest as it was written."""
        initial = text[:1]
        if initial == "i" and self.language.partition("-")[0] in _DOTTED:
            return "İ" + text[1:]
        return initial.title() + text[1:]

    def date(self, day: date) -> str:
        """Write a date without its year: 30 Nov."""
        month = self.lists["months"][day.month - 1]
        return self.words["day-and-month"].format(day=day.day, month=month)

    def day(self, number: int) -> str:
        """Give the name of a day of the week; 1 is Monday."""
        return self.lists["weekdays"][number - 1]

    def short_day(self, number: int) -> str:
        """Give the name of a day of the week as it heads a narrow column; 1 is Monday."""
        return self.lists["weekdays-short"][number - 1]

    @property
    def week(self) -> tuple[int, ...]:
        """The days of a week as they stand side by side, from its first day; 1 is Monday."""
        first = self.lists["weekdays"].index(self.words["first-day"])
        return tuple((first + day) % 7 + 1 for day in range(7))

    def numbered_day(self, number: int) -> str:
        """Name a day by its number, where a program's week has not seven of them."""
        return self.words["numbered-day"].format(number=number)

    def is_warning(self, lead: str) -> bool:
        """Whether a tip's lead says what not to do, by the words it begins with."""
        start = lead.casefold()
        return any(_begins(start, word) for word in self.lists["warning-words"])


def _begins(text: str, word: str) -> bool:
    """Whether a text begins with a word; one that ends in an apostrophe runs into the next."""
    return text.startswith(word) and not (word[-1].isalnum() and text[len(word) :][:1].isalnum())


def languages(folder: Path) -> list[str]:
    """List the languages that labels are written in."""
    return sorted(path.stem for path in folder.glob("*.yaml"))


def labels_for(folder: Path, language: str) -> Labels:
    """Read the labels for texts in a language: those of a wider one, or else English ones.

    Raises ``BrokenLabels``.
    """
    return load_labels(folder, lookup(language, languages(folder)) or USUAL)


def load_labels(folder: Path, language: str) -> Labels:
    """Read the labels of a language.

    Raises ``KeyError`` when there are none, and ``BrokenLabels``.
    """
    path = folder / f"{language}.yaml"
    if not path.is_file():
        raise KeyError(language)
    node, problems = read(path, path.name)
    labels = _labels(language, node, problems) if node else None
    if labels is None or problems:
        raise BrokenLabels(path.name, problems)
    return labels


def _labels(language: str, root: Node, problems: list[Problem]) -> Labels:
    """Tell texts, lists and forms from one another, as they were written."""
    entries = {key.value: value for key, value in root.entries} if isinstance(root, Nodes) else {}
    rules = _RULES.read(entries.pop(_PLURALS), problems) if _PLURALS in entries else ()
    return Labels(
        language,
        words=_read(_TEXT, Text, entries, problems),
        lists=_read(_LIST, Sequence, entries, problems),
        forms={key: dict(forms) for key, forms in _read(_FORMS, Nodes, entries, problems).items()},
        plurals=Plurals(dict(rules or ())),
    )


def _read(
    shape: Shape[T], kind: type[Node], entries: Mapping[str, Node], problems: list[Problem]
) -> dict[str, T]:
    """Read those of some entries that are of one kind."""
    found = {
        key: shape.read(node, problems, key)
        for key, node in entries.items()
        if isinstance(node, kind)
    }
    return {key: value for key, value in found.items() if value is not None}


_PLURALS = "plurals"
_TEXT = Line(limit=1000)
_LIST = ListOf(Line(80))
_FORMS = MappingOf(_TEXT)
_RULES = MappingOf(RULE)
