"""Translations: the texts of an item in another language, laid over the item."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from handouts.dataclass import dataclass
from handouts.model.exercise import Muscles
from handouts.model.kind import Item
from handouts.model.wording import reworded
from handouts.source.problem import Place, Problem, Severity, has_error
from handouts.source.shape import did_you_mean, listed, shortened

UNTRANSLATED = "untranslated"
"""The code of what an original says and its translation does not."""

_WORD = re.compile(r"[^\W\d_]{2}")
"""What makes a text one of words: a letter alone (session A) is the same in every language."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as a translation writes them, by attribute, with the places of their keys.

    ``keys`` are all the attributes that have texts, those that were not written among them.
    """

    values: Mapping[str, Any]
    places: Mapping[str, Place]
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a translation, and where it stands."""

    text: str
    place: Place = field(default=Place(""), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Translation:
    """A file of texts in a language. ``words`` are short ones by group, and by the original."""

    texts: Texts
    words: Mapping[str, Mapping[str, Word]]
    language: str = ""
    file: str = ""

    def word(self, group: str, text: str) -> str:
        """Give what stands for a short text; itself where the translation has nothing for it."""
        word = self.words.get(group, {}).get(text)
        return word.text if word else text


def translated(item: Item, translation: Translation) -> tuple[Item | None, list[Problem]]:
    """The item in the translation's language; none where that does not say all the item says.

    What the item does not have, and lists of another length, are errors. What is missing is a
    warning: such a sheet would be in two languages.
    """
    problems: list[Problem] = []
    missing: list[str] = []
    over = _over(item, translation.texts, "", problems, missing)
    missing += _words_of(item, translation, problems)
    if missing:
        problems.append(_untranslated(missing, item, translation))
    if missing or has_error(problems):
        return None, problems
    return _in_language(reworded(over, translation.word), translation), problems


def _in_language(item: Item, translation: Translation) -> Item:
    return replace(
        item,
        lang=translation.language,
        file=translation.file,
        places={**item.places, **translation.texts.places},
    )


def _over(
    original: Any, texts: Texts, within: str, problems: list[Problem], missing: list[str]
) -> Any:
    """Lay texts over what they are of; ``within`` names it for messages, unless it is the whole."""
    changed: dict[str, Any] = {}
    for key in texts.keys:
        said, name = getattr(original, key), f"{key}{within}"
        if key not in texts.values:
            missing += [name] if _has_words(said) else []
        elif not said:
            problems.append(_not_in_original(name, texts.places[key]))
        else:
            value = texts.values[key]
            changed[key] = _laid(said, value, name, texts.places[key], problems, missing)
    return replace(original, **changed)


def _laid(
    said: Any, value: Any, name: str, place: Place, problems: list[Problem], missing: list[str]
) -> Any:
    """Give one value of a translation, in which parts may be written that are laid over theirs."""
    if isinstance(value, Texts):
        return _over(said, value, f" of {name}", problems, missing)
    if not isinstance(value, tuple):
        return value
    if len(value) != len(said):
        problems.append(_other_length(name, len(value), len(said), place))
        return said
    return tuple(
        _over(one, each, f" of {name} {number}", problems, missing)
        if isinstance(each, Texts)
        else each
        for number, (one, each) in enumerate(zip(said, value, strict=True), 1)
    )


def _words_of(item: Item, translation: Translation, problems: list[Problem]) -> Iterator[str]:
    """Check the short words against those of the item, and name those that are missing."""
    originals: dict[str, dict[str, None]] = {}

    def note(group: str, text: str) -> str:
        originals.setdefault(group, {})[text] = None
        return text

    reworded(item, note)
    for group, words in translation.words.items():
        for text, word in words.items():
            if text not in originals.get(group, {}):
                problems.append(_no_such_word(group, text, originals.get(group, ()), word.place))
    for group, texts in originals.items():
        known = translation.words.get(group, {})
        yield from (f"{group}: {text}" for text in texts if text not in known and _has_words(text))


def _has_words(value: Any) -> bool:
    """Whether there is something to translate in a value."""
    if isinstance(value, Muscles):
        return bool(value.primary or value.secondary)
    return bool(_WORD.search(value)) if isinstance(value, str) else bool(value)


def _untranslated(missing: Collection[str], item: Item, translation: Translation) -> Problem:
    message = f"this translation lacks {', '.join(missing)}"
    hint = f"write it as {item.file} does; until then sheets print in the language of that file"
    place = Place(translation.file)
    return Problem(UNTRANSLATED, message, place, hint, Severity.WARNING)


def _not_in_original(name: str, place: Place) -> Problem:
    message = f"the original has no {name}"
    return Problem("not-in-original", message, place, "take it out, or add it to the original")


def _other_length(name: str, count: int, wanted: int, place: Place) -> Problem:
    message = f"{name} is {count} long, in the original {wanted}"
    return Problem("translation-length", message, place, "write one for one, in the same order")


def _no_such_word(group: str, text: str, known: Collection[str], place: Place) -> Problem:
    message = f"the original has nothing among its {group} that says {shortened(text)}"
    hint = did_you_mean(text, known) or (f"it says {listed(known)}" if known else None)
    return Problem("not-in-original", message, place, hint)
