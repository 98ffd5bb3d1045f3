"""Rules of translations, and of the language a sheet is in."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "untranslated",
        "An item is not translated into the language that is wanted, or its translation lacks "
        "something that the original says.",
        "The sheet prints in the original’s language: no sheet is in two.",
        "Write NAME.LANG.yaml beside NAME.yaml, with every text that it has.",
        Severity.WARNING,
    ),
    Rule(
        "untranslated-link",
        "An exercise that a translated card leads to has no name in its language.",
        "The card leaves it out, rather than name it in another language.",
        "Translate that exercise too.",
        Severity.WARNING,
    ),
    Rule(
        "translation-length",
        "A list of a translation is longer or shorter than the original’s.",
        "A cue would be lost, or pictures would show the numbers of others.",
        "Translate one for one, in the same order.",
    ),
    Rule(
        "not-in-original",
        "A translation has a text for which the original has none.",
        "The original may have changed since, or a word of it is spelled otherwise here.",
        "Take it out, or spell it as the original does.",
    ),
    Rule(
        "orphan-translation",
        "A translation has no original beside it.",
        "It never prints.",
        "Put it beside its original, under the same name with its language.",
        Severity.WARNING,
    ),
    Rule(
        "no-labels",
        "There are no labels in the language of an item.",
        "What the program says of its own accord is in English on that sheet.",
        "Translate the item into a language that has labels, or put up with it.",
        Severity.WARNING,
    ),
)
