"""The rules that look at one item: its words, its doses, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from handouts.preflight.captions import passed_over
from handouts.preflight.completeness import (
    missing_alt,
    missing_dose,
    missing_frequency,
    missing_picture,
    missing_stop,
    missing_summary,
)
from handouts.preflight.copy import Copy
from handouts.preflight.cues import cue_length, one_action, verb_first
from handouts.preflight.doses import strange_doses
from handouts.preflight.jargon import jargon
from handouts.preflight.reading import reading_level
from handouts.preflight.slips import doubled_words, unfinished
from handouts.preflight.voice import emphasis, passive_voice
from handouts.source.problem import Problem

Check = Callable[[Copy], Iterable[Problem]]
"""A rule at work: it gives a problem for each place where it is broken."""

OF_WORDS: tuple[Check, ...] = (
    reading_level,
    cue_length,
    verb_first,
    one_action,
    passive_voice,
    jargon,
    doubled_words,
    unfinished,
    emphasis,
)
"""Rules that hold for translations too."""

OF_DOSES: tuple[Check, ...] = (strange_doses, passed_over)
"""Rules about numbers, which translations have from their original."""

OF_WHAT_IS_THERE: tuple[Check, ...] = (
    missing_summary,
    missing_stop,
    missing_picture,
    missing_alt,
    missing_dose,
    missing_frequency,
)
"""Rules about what a handout should have, which a file that is being written will lack."""


def look_at(copy: Copy, checks: Iterable[Check]) -> list[Problem]:
    """Hold an item against rules."""
    return [problem for check in checks for problem in check(copy)]
