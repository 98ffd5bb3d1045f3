"""Characters that no font has: a problem with its place, never an empty box on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from unicodedata import name

from handouts.layout.block import Document, Field, Paragraph, Sign
from handouts.model.client import Client
from handouts.source import node as written
from handouts.source import yaml
from handouts.source.node import Mapping, Node, Text
from handouts.source.problem import Place, Problem
from handouts.typeset.font import Fonts

MOST_NAMED = 8
"""Characters that are told one by one."""

_HINT = "write it in other characters, or name a font that has it: --font FILE"


def missing_characters(document: Document, fonts: Fonts) -> frozenset[str]:
    """Give the characters of a document that no font has."""
    blocks = [*document.trees]
    texts: list[str] = []
    for block in blocks:  # which grow by what is within them
        blocks += block.within
        if isinstance(block, Paragraph):
            texts += [run.text for run in block.runs]
        elif isinstance(block, Field):
            texts.append(block.value)
        elif isinstance(block, Sign):
            texts.append(block.text)
    return fonts.missing("".join(texts))


def where_they_stand(
    characters: frozenset[str], files: Sequence[str], client: Client
) -> list[Problem]:
    """Find characters in the YAML files they come from, each where it first stands in a text.

    Those that do not stand in them are looked for in what a list says of the client. What is found
    in neither (but in a brand, or on the command line) has no place. Where a whole script is
    missing, one problem says so.
    """
    nodes = [yaml.read(Path(file), file)[0] for file in files]
    found = [each for node in nodes if node for each in _find(node, characters)]
    there = {character for character, _ in found}
    if len(there) > MOST_NAMED:
        character, place = found[0]
        return [_problem(character, place, len(characters) - 1)]
    return [
        *(_problem(character, place) for character, place in found),
        *(_problem(each, _said_of(client, each)) for each in sorted(characters - there)),
    ]


def _find(node: Node, characters: frozenset[str]) -> Iterator[tuple[str, Place]]:
    match node:
        case Text():
            for character in sorted(characters.intersection(node.value)):
                yield character, node.part(node.value.index(character), 1)
        case written.Sequence():
            for item in node.items:
                yield from _find(item, characters)
        case Mapping():
            for key, value in node.entries:
                yield from _find(key, characters)
                yield from _find(value, characters)


def _said_of(client: Client, character: str) -> Place | None:
    """Where a character stands in what is said of a client, if it does."""
    for key, place in client.places.items():
        value = getattr(client, key, None)
        if isinstance(value, str) and character in value:
            return place
    return None


def _problem(character: str, place: Place | None, others: int = 0) -> Problem:
    title = name(character, "a character without a name").lower()
    more = f", nor {others} other characters" if others else ""
    message = f"no font has {character} (U+{ord(character):04X}, {title}){more}"
    return Problem("missing-character", message, place, _HINT)
