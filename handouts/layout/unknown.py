"""Names in layouts that name nothing, or that nothing uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from handouts.source.node import Mapping, Node, Sequence, Text
from handouts.source.problem import Place, Problem, Severity
from handouts.source.shape import did_you_mean

_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

_DEFINING = ("tokens", "styles")
"""The keys under which a layout gives names to things."""


def unknown(what: str, name: str, known: Iterable[str], place: Place | None) -> Problem:
    """Say that there is nothing of a name, and what was most likely meant."""
    known = sorted(known)
    hint = _instead(what, name) or did_you_mean(name, known) or f"there are {', '.join(known[:30])}"
    return Problem(f"unknown-{what}", f"no {what} is called {name}", place, hint)


def _instead(what: str, name: str) -> str | None:
    """Say what to write for what is no name at all: a colour as such, a number in words."""
    if what == "colour" and name.startswith("#"):
        return f'name it first, under tokens: (my-colour: "{name}"), then write that name'
    if what == "token" and name in _NUMBERS:
        return f"write {_NUMBERS.index(name) + 1}"
    if what == "label" and (" " in name or name != name.lower()):
        return "a label is a word of the program's own; words of yours stand after text:"
    return None


def unused(layout: Mapping) -> Iterator[Problem]:
    """Warn of tokens and styles that nothing uses, where one that is inherited was meant."""
    for what in _DEFINING:
        keys = _keys(layout.get(what))
        inherited = [key.value for key in keys if key.place.file != layout.place.file]
        for key in (key for key in keys if key.place.file == layout.place.file):
            meant = next((name for name in inherited if _is_slip(key.value, name)), None)
            if meant and key.value not in set(words(layout)):
                message = f"nothing uses the {what.removesuffix('s')} {key.value}"
                hint = f"did you mean {meant}?"
                yield Problem("unused-name", message, key.place, hint, Severity.WARNING)


def _is_slip(written: str, meant: str) -> bool:
    """Whether a letter too many, too few or wrong, or two that are swapped, tell words apart."""
    if abs(len(written) - len(meant)) > 1:
        return False
    pairs = enumerate(zip(written, meant, strict=False))
    start = next((index for index, (a, b) in pairs if a != b), min(len(written), len(meant)))
    one, other = written[start:], meant[start:]
    swapped = one[:2] == other[1::-1] and one[2:] == other[2:]
    return one[1:] == other or one == other[1:] or one[1:] == other[1:] or swapped


def _keys(node: Node | None) -> list[Text]:
    return [key for key, _ in node.entries] if isinstance(node, Mapping) else []


def words(node: Node) -> Iterator[str]:
    """Give the words of all values."""
    match node:
        case Text():
            yield from node.value.split()
        case Sequence():
            for item in node.items:
                yield from words(item)
        case Mapping():
            for _, value in node.entries:
                yield from words(value)
