"""Rules of words: whether a text can be read and understood."""

from __future__ import annotations

from handouts.preflight.rule import Rule
from handouts.source.problem import Severity

RULES = (
    Rule(
        "reading-level",
        "The text is hard to read: its grade at school is above 6, or far above at 8.",
        "Half of all grown-ups read at grade 8 or below; in pain or in a hurry, lower still.",
        "Shorten the sentence that is named, and take plainer words for those that are.",
        Severity.WARNING,
        "Kincaid et al. 1975; CDC Clear Communication Index",
    ),
    Rule(
        "missing-character",
        "No font has a character.",
        "It would print as an empty box.",
        "Write it in other characters, or name a font that has it.",
    ),
    Rule(
        "font-missing",
        "There is no font where a brand says there is.",
        "What is written in its characters could not be printed.",
        "Mend the name; the hint gives the nearest.",
    ),
    Rule(
        "unusable-font",
        "A font cannot be printed with.",
        "It is broken, has no outlines, or its maker does not let it be embedded.",
        "Take another one: a TTF file with a free licence.",
    ),
)
"""The rules of words."""
