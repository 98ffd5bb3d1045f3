"""Parameters: what a layout leaves to whoever prints it, who says ``--set columns=1``.

A layout writes ``$columns`` where the value is to stand. It is filled in on the tree of nodes, once
everything is inherited and before anything is read, so that every value keeps its place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from handouts.dataclass import dataclass
from handouts.source.node import Mapping as MappingNode
from handouts.source.node import Node, Sequence, Text
from handouts.source.problem import Place, Problem
from handouts.source.shape import (
    Field,
    Line,
    ListOf,
    MappingOf,
    Parsed,
    Prose,
    Record,
    Unreadable,
    did_you_mean,
    listed,
    nearest,
    shortened,
)

Values = Mapping[str, str]
"""What parameters are, by name."""

KEY = "parameters"
"""The key under which a layout says what it leaves open."""

_NAME = r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"
_USE = re.compile(rf"\$({_NAME})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a layout leaves open, and what it is unless somebody says otherwise.

    It is one of ``values``, a whole number from ``least`` to ``most``, or else any text.
    """

    default: str
    values: tuple[str, ...] = ()
    least: int | None = None
    most: int | None = None
    about: str = ""

    @property
    def offer(self) -> str:
        """What may be chosen, in words."""
        if self.values:
            return listed(self.values)
        match self.least, self.most:
            case None, None:
                return "any"
            case least, None:
                return f"a whole number from {least}"
            case least, most:
                return f"a whole number from {least or 0} to {most}"

    def offers(self, value: str) -> bool:
        """Whether a value may be chosen."""
        if self.values:
            return value in self.values
        if self.least is None and self.most is None:
            return True
        if not (value.isascii() and value.isdigit()):
            return False
        return (self.least or 0) <= int(value) and (self.most is None or int(value) <= self.most)


def _parse_name(text: str) -> str:
    if not re.fullmatch(_NAME, text):
        raise Unreadable(f"is no name: {text}", "write small letters, with - between words")
    return text


def _parse_number(text: str) -> int:
    if not re.fullmatch(r"\d{1,4}", text):
        raise Unreadable(f"must be a whole number: {text}")
    return int(text)


_NUMBER = Parsed(_parse_number, r"^\d{1,4}$", ("12",))

_PARAMETER: Record[Parameter] = Record(
    Parameter,
    (
        Field("default", Line(), "What it is unless said.", required=True, example="2"),
        Field("values", ListOf(Line()), "What it can be."),
        Field("least", _NUMBER, "The smallest number it can be."),
        Field("most", _NUMBER, "The largest number it can be."),
        Field("about", Prose(), "What it is for, in a sentence."),
    ),
)

PARAMETERS = MappingOf(_PARAMETER, Parsed(_parse_name, rf"^{_NAME}$", ("columns",)))
"""What a layout leaves open, by name."""


def offered(layout: MappingNode) -> dict[str, Parameter]:
    """Give the parameters of a layout by name, as far as they can be read."""
    said = layout.get(KEY)
    entries = said.entries if isinstance(said, MappingNode) else ()
    read = {key.value: _PARAMETER.read(value, []) for key, value in entries}
    return {name: parameter for name, parameter in read.items() if parameter}


def values_of(layout: MappingNode, chosen: Values) -> dict[str, str]:
    """Give the values of a layout's parameters by name: those ``chosen``, or else its own.

    A value that it does not offer is not taken.
    """
    said = layout.get(KEY)
    entries = said.entries if isinstance(said, MappingNode) else ()
    taken = {
        name: chosen[name]
        for name, parameter in offered(layout).items()
        if name in chosen and parameter.offers(chosen[name])
    }
    return {key.value: _default(value) for key, value in entries} | taken


def filled(layout: MappingNode, chosen: Values, problems: list[Problem]) -> MappingNode:
    """Give a layout with the values of its parameters where it names them."""
    problems += _not_offered(layout, chosen)
    filler = _Filler(values_of(layout, chosen), problems)
    entries = [
        (key, value if key.value == KEY else filler.fill(value)) for key, value in layout.entries
    ]
    return MappingNode(tuple(entries), layout.place)


def with_values(text: str, values: Values) -> str:
    """Give a text with the values of the parameters that it names, or most likely means.

    What names none counts as not given.
    """
    meant = {name: nearest(name, values) for name in used(text) if name not in values}
    if None in meant.values():
        return ""
    return _USE.sub(lambda use: values[meant.get(use[1]) or use[1]], text)


def used(text: str) -> list[str]:
    """Name the parameters that a value is made of."""
    return _USE.findall(text)


def _default(said: Node) -> str:
    """Give the default of a parameter; of one that cannot be read, whatever is like it."""
    if isinstance(said, MappingNode):
        values = [said.get("default"), *[value for _, value in said.entries]]
        return next((value.value for value in values if isinstance(value, Text)), "")
    return said.value if isinstance(said, Text) else ""


def _not_offered(layout: MappingNode, chosen: Values) -> Iterator[Problem]:
    """Find values that a layout does not offer: of the command line, and of its own."""
    for name, parameter in offered(layout).items():
        if not parameter.offers(parameter.default):
            yield _refused(name, parameter, parameter.default, _place_of_default(layout, name))
        elif name in chosen and not parameter.offers(chosen[name]):
            yield _refused(name, parameter, chosen[name], None)


def _refused(name: str, parameter: Parameter, value: str, place: Place | None) -> Problem:
    message = f"{name} cannot be {shortened(value) or 'empty'}"
    hint = f"it can be {parameter.offer}"
    return Problem("parameter-value", message, place, hint)


def _place_of_default(layout: MappingNode, name: str) -> Place:
    node: Node = layout
    for key in (KEY, name, "default"):
        inner = node.get(key) if isinstance(node, MappingNode) else None
        node = inner or node
    return node.place


@dataclass(frozen=True, slots=True)
class _Filler:
    """Puts values where a layout names them."""

    values: Values
    problems: list[Problem]

    def fill(self, node: Node) -> Node:
        match node:
            case Text():
                return self._fill_text(node) if "$" in node.value else node
            case Sequence():
                return Sequence(tuple([self.fill(item) for item in node.items]), node.place)
            case MappingNode():
                entries = [(key, self.fill(value)) for key, value in node.entries]
                return MappingNode(tuple(entries), node.place)

    def _fill_text(self, text: Text) -> Text:
        for use in _USE.finditer(text.value):
            if use[1] not in self.values:
                self.problems.append(self._unknown(use[1], text.part(use.start(), len(use[0]))))
        return Text(with_values(text.value, self.values), text.place)

    def _unknown(self, name: str, place: Place) -> Problem:
        known = f"there are {', '.join(self.values)}" if self.values else "the layout has none"
        hint = did_you_mean(name, self.values) or f"{known}: say it under {KEY}:"
        return Problem("unknown-parameter", f"no parameter is called {name}", place, hint)
