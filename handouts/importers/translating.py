"""Which texts in another language are a translation, by the rules that translations are read by.

People write freely: where one language has four steps and the other five, neither is the other's
translation, and each is an exercise of its own.
"""

from __future__ import annotations

from handouts.importers.draft import Fields
from handouts.importers.writing import as_yaml
from handouts.model.exercise import EXERCISE
from handouts.model.translation import translated
from handouts.model.translation_file import GRAMMARS
from handouts.source import yaml

_NO_TEXTS = frozenset({"lang", "credit", "level", "picture", "sources"})


def texts_of(fields: Fields) -> Fields:
    """The fields that a translation's file has."""
    return {key: value for key, value in fields.items() if key not in _NO_TEXTS}


def is_translation(told: Fields, original: Fields) -> bool:
    """Whether some fields say all that the original says, one for one."""
    texts, _ = yaml.parse(as_yaml(texts_of(told)).encode(), "")
    whole, _ = yaml.parse(as_yaml(original).encode(), "")
    if texts is None or whole is None:
        return False
    translation = GRAMMARS["exercise"].read(texts, [])
    exercise = EXERCISE.read(whole, [])
    if translation is None or exercise is None:
        return False
    return translated(exercise, translation)[0] is not None
