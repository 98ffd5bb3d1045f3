"""The words of the library that ships: sources that can be found, plain names, own sentences."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

from handouts.model.exercise import Exercise
from handouts.model.kind import Item
from handouts.model.library import Library
from handouts.model.program.program import Program
from handouts.preflight.copy import copy_of
from handouts.preflight.reading import HARD, PLAIN, grade_of

DATA = Path(__file__).parents[2] / "data"
README = (DATA / "README.md").read_text("utf-8")
LIBRARY = Library([DATA])
ITEMS = [item for entry in LIBRARY.entries if (item := LIBRARY.read(entry)[0]) is not None]
EXERCISES = [item for item in ITEMS if isinstance(item, Exercise)]

LISTED = re.findall(r"^- \*\*(.+?)\.\*\* \w", README, re.MULTILINE)
MUSCLES = set(re.findall(r"`([^`]+)`", README[README.index("| we write") :]))

_SHORT = re.compile(r"[^,.;]+ \d{4}")
_YEAR = re.compile(r"\b(?:19|20)\d{2}\b")


def short(source: str) -> str:
    """The short name of a source: its first author and its year, or else all of it."""
    source = source.removesuffix(" (Otago)") if _YEAR.search(source) else source
    year = _YEAR.search(source)
    if year is None or _SHORT.fullmatch(source):
        return source
    return f"{re.split('[ ,]', source)[0]} {year[0]}"


def named(item: Item) -> list[str]:
    pain = None if isinstance(item, Program) else item.pain
    return [*item.sources, *([pain.source] if pain else [])]


NAMED = {short(source): item.name for item in ITEMS for source in named(item)}


def test_every_source_that_is_named_is_listed() -> None:
    assert len(NAMED) > 40
    assert {source: name for source, name in NAMED.items() if source not in LISTED} == {}


def test_every_source_that_is_listed_is_named_once_or_more() -> None:
    assert len(LISTED) == len(set(LISTED))
    assert [source for source in LISTED if source not in NAMED] == []


def test_every_muscle_has_one_of_the_plain_names() -> None:
    """Its name in anatomy may follow in brackets."""
    found = {
        muscle: exercise.name
        for exercise in EXERCISES
        for muscle in (*exercise.muscles.primary, *exercise.muscles.secondary)
    }
    assert len(found) > 20
    plain = {muscle.split(" (")[0]: name for muscle, name in found.items()}
    assert {muscle: name for muscle, name in plain.items() if muscle not in MUSCLES} == {}


def test_no_two_exercises_share_a_sentence_of_three_words_or_more() -> None:
    """Shorter ones are cues such as “Stand tall”, and the “Yes” of an answer."""
    where: dict[str, set[str]] = defaultdict(set)
    for exercise in EXERCISES:
        for sentence in copy_of(exercise).sentences():
            if len(sentence.words) >= 3:
                where[sentence.text.lower()].add(exercise.name)
    assert len(where) > 3000
    assert {said: names for said, names in where.items() if len(names) > 1} == {}


def test_the_exercises_are_plain_to_read() -> None:
    grades = [grade for exercise in EXERCISES if (grade := grade_of(copy_of(exercise))) is not None]
    assert len(grades) == len(EXERCISES)
    assert max(grades) <= HARD
    assert sum(grade <= PLAIN for grade in grades) >= 0.9 * len(grades)
