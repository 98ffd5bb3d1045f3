"""Exercise cards to measure with: as many as wanted, all different, the same ones every time.

The text comes from ``grammar.yaml``; what a card is made of stands below. ``python
benchmarks/cards.py 500 FOLDER`` writes a library of 500 exercises.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import yaml

SEED = 600
WORDS = range(590, 611)
GRAMMAR = Path(__file__).with_name("grammar.yaml")

Grammar = dict[str, list[str]]


def write_library(count: int, folder: Path) -> list[Path]:
    """Write ``count`` exercises into ``folder``/exercises and give their paths, in order."""
    exercises = folder / "exercises"
    exercises.mkdir(parents=True)
    paths = []
    for name, text in library(count).items():
        path = exercises / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def library(count: int) -> dict[str, str]:
    """``count`` exercises as YAML by file stem, each between an easier and a harder one."""
    grammar = read_grammar()
    random = Random(SEED)
    titles = _titles(count, grammar, random)
    names = [title.lower().replace(" ", "-") for title in titles]
    neighbours = zip([None, *names[:-1]], [*names[1:], None], strict=True)
    return {
        name: _card_of_length(title, easier, harder, grammar, random)
        for name, title, (easier, harder) in zip(names, titles, neighbours, strict=True)
    }


def read_grammar() -> Grammar:
    """The alternatives of each name."""
    entries = _parse(GRAMMAR.read_text(encoding="utf-8"))
    return {
        name: [alternative for line in lines for alternative in line.split(" | ")]
        for name, lines in entries.items()
    }


def word_count(card: str) -> int:
    """How many words a card's YAML says."""
    return sum(len(text.split()) for value in _parse(card).values() for text in _texts(value))


def _parse(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return fields


def _texts(value: object) -> Iterator[str]:
    """Every text in a YAML value; the keys of a mapping within it are text too."""
    if isinstance(value, dict):
        for key, entry in value.items():
            yield str(key)
            yield from _texts(entry)
    elif isinstance(value, list):
        for entry in value:
            yield from _texts(entry)
    else:
        yield str(value)


class Writer:
    """Writes text from a grammar; no alternative comes again before all others have been used."""

    def __init__(self, grammar: Grammar, random: Random) -> None:
        self.grammar = grammar
        self.random = random
        self.left: dict[str, list[str]] = {}

    def __getitem__(self, name: str) -> str:
        """The next text for ``name``, which makes a writer the mapping of its own templates."""
        left = self.left.setdefault(name, [])
        if not left:
            left += self.random.sample(self.grammar[name], len(self.grammar[name]))
        return left.pop().format_map(self)

    def list(self, name: str, count: int) -> list[str]:
        """``count`` texts for ``name``."""
        return [self[name] for _ in range(count)]


def _titles(count: int, grammar: Grammar, random: Random) -> list[str]:
    writer = Writer(grammar, random)
    titles: dict[str, None] = {}
    while len(titles) < count:
        titles[writer["title"]] = None
    return list(titles)


def _card_of_length(
    title: str, easier: str | None, harder: str | None, grammar: Grammar, random: Random
) -> str:
    """The first card whose length is right: cards differ in words, not in how much they say."""
    while True:
        card = _card(title, easier, harder, Writer(grammar, random), random)
        if word_count(card) in WORDS:
            return card


def _card(title: str, easier: str | None, harder: str | None, write: Writer, random: Random) -> str:
    lines = [
        f"exercise: {title}",
        f"category: {write['category']}",
        f"level: {write['level']}",
        f"tags: {_flow(write.list('tag', 3))}",
        f"summary: {write['summary']}",
        "muscles:",
        f"  primary: {_flow(write.list('muscle', 1))}",
        f"  secondary: {_flow(write.list('muscle', 3))}",
        f"equipment: {_flow(write.list('equipment', 3))}",
        f"safety: {write['safety']}",
        *_block("goals", (f"{goal}: {_dose(write, random)}" for goal in write.list("goal", 4)), ""),
        f"progression: {write['progression']}",
        *_block("setup", write.list("setup cue", 5)),
        *_block("execution", write.list("execution cue", 6)),
        f"checkpoint: {write['checkpoint']}",
        *_block("tips", write.list("tip", 6)),
        *_block("faq", [f"{write['question']}: {write['answer']}"]),
        f"disclaimer: {write['disclaimer']}",
        *([f"easier: [{easier}]"] if easier else []),
        *([f"harder: [{harder}]"] if harder else []),
        f"sources: {_flow(write.list('source', 1))}",
    ]
    return "\n".join(lines) + "\n"


def _flow(texts: list[str]) -> str:
    return "[" + ", ".join(f'"{text}"' if "," in text else text for text in texts) + "]"


def _block(key: str, entries: Iterator[str] | list[str], mark: str = "- ") -> list[str]:
    return [f"{key}:", *(f"  {mark}{entry}" for entry in entries)]


def _dose(write: Writer, random: Random) -> str:
    """Sets and repetitions as ranges, a note, and for some a tempo, a slow lowering or a rest."""
    sets, reps, seconds = random.randint(2, 4), random.randint(3, 10), random.randint(2, 5)
    tempo = f"tempo: {seconds}-1-{seconds - 1}-0"
    lowering = f"lowering: {seconds}-{seconds + 2} s"
    parts = [
        f"sets: {sets}-{sets + 1}",
        f"reps: {reps}-{reps + 3}",
        *random.choice([[], [], [], [tempo], [lowering], [f"rest: {seconds * 15} s"]]),
        f"note: {write['note']}",
    ]
    return "{" + ", ".join(parts) + "}"


if __name__ == "__main__":
    write_library(int(sys.argv[1]), Path(sys.argv[2]))
