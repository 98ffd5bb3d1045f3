"""Single slips in the layouts that ship: each is told once, where it is, with what to write."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sheets import LAYOUTS, labels

from handouts.layout.load import Layouts
from handouts.source.problem import Problem

SAMPLE = 4
"""So many slips of each sort in each layout, the same in every run."""

KEY = re.compile(r"(?<=[{ ])(?P<word>[a-z][a-z -]{3,}):(?= |\n)")
MEASURE = re.compile(r"(?<=: )(?P<word>\d+(?:\.\d+)?)(?=[,}\n])")
REFERENCE = re.compile(
    r"(?<=[{ ])(?:style|of|label|lead|block|colour|fill|look): (?P<word>[a-z][a-z0-9.-]{2,})"
)
DEFINED = re.compile(r"^(?:tokens|styles|paper|parameters|type|stretch|change|before|after):")


def lines_of(text: str, outside: bool) -> Iterator[tuple[int, str]]:
    """Lines that say something, with their numbers; ``outside`` what gives names to things."""
    defining = False
    for number, line in enumerate(text.splitlines(keepends=True)):
        if line[:1].isalpha():
            defining = DEFINED.match(line) is not None
        if line.strip() and not line.lstrip().startswith("#") and not (outside and defining):
            yield number, line


def slips(text: str, sort: str) -> Iterator[tuple[int, str]]:
    """Give the number of a line from 1, and the text with a slip in it."""
    pattern = {"key": KEY, "measure": MEASURE, "reference": REFERENCE}.get(sort)
    for number, line in lines_of(text, outside=sort == "key"):
        if pattern is None:
            yield number + 1, _with(text, number, f"\t{line}")
            continue
        for found in pattern.finditer(line):
            start, end = found.span("word")
            slip = f"{found['word']} furlongs" if sort == "measure" else _misspelt(found["word"])
            yield number + 1, _with(text, number, line[:start] + slip + line[end:])


def _misspelt(word: str) -> str:
    return word[0] + word[2:]


def _with(text: str, number: int, line: str) -> str:
    lines = text.splitlines(keepends=True)
    return "".join([*lines[:number], line, *lines[number + 1 :]])


def problems_of(text: str, name: str, folder: Path) -> list[Problem]:
    file = folder / f"{name}.yaml"
    file.write_text(text, encoding="utf-8")
    return list(dict.fromkeys(Layouts([LAYOUTS], labels()).load(str(file))[1]))


@pytest.mark.parametrize("sort", ["key", "measure", "reference", "tab"])
@pytest.mark.parametrize(
    "name", [path.stem for path in sorted(LAYOUTS.glob("*.yaml")) if path.stem != "base"]
)
def test_a_slip_is_told_once_where_it_is_with_what_to_write(
    name: str, sort: str, tmp_path: Path
) -> None:
    text = (LAYOUTS / f"{name}.yaml").read_text("utf-8")
    every = list(slips(text, sort))
    for line, slip in random.Random(name + sort).sample(every, min(SAMPLE, len(every))):
        found = problems_of(slip, name, tmp_path)
        said = [(each.place and each.place.line, each.message, each.hint) for each in found]
        assert len(said) == 1, (slip.splitlines()[line - 1], said)
        assert said[0][0] == line and said[0][2], (slip.splitlines()[line - 1], said)


def test_a_track_that_names_no_token_is_told(tmp_path: Path) -> None:
    texts = "[{block: text, of: category, style: cue}, {block: text, of: level, style: cue}]"
    body = f"body: [{{block: row, tracks: [gapp, 1fr], blocks: {texts}}}]"
    found = problems_of(f"layout: mine\nfor: exercise\n{body}\n", "mine", tmp_path)
    assert ("unknown-token", 3) in [(each.code, each.place and each.place.line) for each in found]
